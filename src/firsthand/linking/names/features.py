"""A row of a table that says how like two names are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Feature(Generic[T]):
    """What is measured (0 to 1), its weight in log-odds, and what a reader is told where it speaks loudest."""

    measure: Callable[[T], float]
    weight: float
    because: str = ""


def score_features(features: Sequence[Feature[T]], pair: T, bias: float) -> float:
    """The probability, from 0 to 1, that the names are one, by a table."""
    return 1 / (1 + exp(-bias - sum(feature.weight * feature.measure(pair) for feature in features)))
