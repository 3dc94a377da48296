"""Fit the weights by which two texts support or refute each other, and say how well they do on pairs held out.

    python -m training.contradiction PAIRS.jsonl.gz

Pairs are rows with `claim`, `evidence` and `label` (SUPPORTS, REFUTES). What shares a claim or an evidence stays in
one fold. The table printed is what `linking/contradiction/features.py` holds.
"""

import gzip
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from firsthand.linking.contradiction.features import FEATURES
from firsthand.linking.contradiction.sides import read_side

Floats = NDArray[np.float64]
Pair = tuple[str, str, bool]  # claim, evidence, whether it supports
FOLDS = 10
DRAWS = 5  # of the folds; one draw is a point off
RIDGE = 3.0  # keeps weights small; accuracy is within a point from 0.3 to 10
STEPS = 30  # of Newton's method; it has long converged then


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a file of gzipped JSON Lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [(row["claim"], row["evidence"], row["label"] == "SUPPORTS") for row in rows]


def measure_pairs(pairs: Sequence[Pair]) -> Floats:
    """The features, (pairs, 1 + features), a column of ones first."""
    sides = [(read_side(claim), read_side(evidence)) for claim, evidence, _ in pairs]
    return np.array([[1.0, *(feature.measure(a, b) for feature in FEATURES)] for a, b in sides])


def group_pairs(pairs: Sequence[Pair]) -> list[int]:
    """A group's number for every pair; pairs with a claim or an evidence in common are in one group."""
    leaders: dict[str, str] = {}

    def lead(text: str) -> str:
        while leaders.setdefault(text, text) != text:
            text = leaders[text]
        return text

    for claim, evidence, _ in pairs:
        leaders[lead("c" + claim)] = lead("e" + evidence)
    numbers = {leader: number for number, leader in enumerate(sorted({lead("c" + claim) for claim, _, _ in pairs}))}
    return [numbers[lead("c" + claim)] for claim, _, _ in pairs]


def fit_weights(features: Floats, labels: Floats) -> Floats:
    """Weights of a logistic regression with a ridge, (features,)."""
    weights = np.zeros(features.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (chances - labels) + RIDGE * weights
        curve = (features * (chances * (1 - chances))[:, None]).T @ features + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return weights


def cross_validate(pairs: Sequence[Pair]) -> float:
    """The accuracy on folds held out, from 0 to 1: the mean of some draws of the folds."""
    features, labels = measure_pairs(pairs), np.array([float(supports) for _, _, supports in pairs])
    groups = np.array(group_pairs(pairs))
    right = 0
    for seed in range(DRAWS):
        folds = np.random.default_rng(seed).permutation(groups.max() + 1)[groups] % FOLDS
        for fold in range(FOLDS):
            held_out = folds == fold
            weights = fit_weights(features[~held_out], labels[~held_out])
            right += int(((features[held_out] @ weights > 0) == (labels[held_out] > 0.5)).sum())
    return right / (DRAWS * len(pairs))


def main() -> None:
    """The command line."""
    pairs = read_pairs(Path(sys.argv[1]))
    labels = np.array([float(supports) for _, _, supports in pairs])
    weights = fit_weights(measure_pairs(pairs), labels)
    print(f"{len(pairs)} pairs, accuracy on folds held out {100 * cross_validate(pairs):.1f} %")
    for name, weight in zip(["bias", *(feature.name for feature in FEATURES)], weights, strict=True):
        print(f"{weight:6.2f}  {name}")


if __name__ == "__main__":
    main()
