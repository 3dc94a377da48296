"""What tells support from refutation: a table of features with weights, each with its reason.

The weights are fitted by `training/contradiction.py` on pairs of which each word stands as often in a supported as in a
refuted one, so that no word alone can tell; what they mean is the reader's to check.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from firsthand.linking.contradiction.polarity import find_alternatives, find_antonyms, is_kind
from firsthand.linking.contradiction.sides import Side

Measure = Callable[[Side, Side], float]
MOST = 3.0  # of a kind that count; further ones say nothing new


@dataclass(frozen=True, slots=True)
class Feature:
    """A row of the table. A positive weight speaks for support, a negative one for refutation."""

    name: str
    measure: Measure
    weight: float
    why: str


def cover(claim: Side, evidence: Side) -> float:
    """The share of the claim's words that the evidence has."""
    return evidence.cover(claim)


def count_missing(claim: Side, evidence: Side) -> float:
    """The claim's words that the evidence lacks."""
    return min(MOST, float(sum(not evidence.has(stem) for stem in claim.stems)))


def count_missing_names(claim: Side, evidence: Side) -> float:
    """The claim's names that the evidence lacks."""
    return min(MOST, float(sum(not evidence.has(stem) for stem in claim.names)))


def differ_in_figures(claim: Side, evidence: Side) -> float:
    """1 if the claim has a number that the evidence, which has others, has not."""
    values = {figure.value for figure in evidence.figures}
    return float(bool(values) and any(figure.value not in values for figure in claim.figures))


def differ_in_polarity(claim: Side, evidence: Side) -> float:
    """Where one of both is negated: as much as they speak of the same."""
    return evidence.cover(claim) if claim.is_reversed != evidence.is_reversed else 0.0


def oppose(claim: Side, evidence: Side) -> float:
    """1 if a word of one is the opposite of a word of the other."""
    return float(any(True for _ in find_antonyms(claim.stems, evidence.stems)))


def exclude(claim: Side, evidence: Side) -> float:
    """How many kinds of thing the two give differently: two months, two trades."""
    return min(MOST, float(sum(1 for _ in find_alternatives(claim.stems, evidence.stems))))


def count_missing_kinds(claim: Side, evidence: Side) -> float:
    """The claim's months, nations, trades and other kinds that the evidence lacks, whether or not it has others."""
    return min(MOST, float(sum(not evidence.has(stem) for stem in claim.stems if is_kind(stem))))


def measure_length(claim: Side, _: Side) -> float:
    """The logarithm of the number of the claim's telling words."""
    return math.log1p(len(claim.stems))


def count_negated(claim: Side, evidence: Side) -> float:
    """How many of both hold a negation."""
    return float(bool(claim.negations)) + float(bool(evidence.negations))


BIAS = -0.37
FEATURES: tuple[Feature, ...] = (
    Feature("words found", cover, 0.20, "the more of the claim is in the evidence, the more is supported"),
    Feature("words missing", count_missing, -0.55, "a word that the evidence lacks is where a claim goes wrong"),
    Feature("words of the claim", measure_length, 0.87, "in a long claim a missing word weighs less"),
    Feature("names missing", count_missing_names, -0.22, "a name swapped is the commonest mistake"),
    Feature("other figures", differ_in_figures, -0.76, "two numbers for one thing cannot both be so"),
    Feature("one is negated", differ_in_polarity, -2.03, "the same words with and without a not"),
    Feature("negations", count_negated, 0.69, "makes up for the row above where both are negated"),
    Feature("opposites", oppose, -0.73, "up is not down"),
    Feature("kinds missing", count_missing_kinds, -0.51, "a month or a trade that it lacks is mostly wrong"),
    Feature("other kinds", exclude, -0.55, "what happened in May did not happen in June"),
)
