"""Fit the weights of the comparison of claims on the story packs: python -m training.claims --shared DIR

A logistic regression over pairs of propositions; a minute on two cores.
"""

import argparse
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from evaluation.pack_materials import PackMaterial, read_packs
from firsthand.linking.bodies import find_bodies
from firsthand.linking.claims.comparison import FEATURES, FILE, ClaimModel, Pair, make_scene, measure
from firsthand.linking.claims.propositions import make_propositions
from firsthand.linking.origins import Ground

# The strength of the penalty hardly matters between 0.03 and 1 (decisions/0027).
STRENGTH = 0.3
THRESHOLD = 0.38
LIKENESS = next(number for number, feature in enumerate(FEATURES) if feature.name == "likeness")
Rows = NDArray[np.float64]
Example = tuple[list[float], bool]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder that holds cases/ and scoring/")
    parser.add_argument("--out", type=Path, default=FILE)
    arguments = parser.parse_args()
    model = fit_claims(read_packs(arguments.shared))
    arguments.out.write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=1) + b"\n")
    print(f"{arguments.out}: {len(model.weights)} weights")


def fit_claims(packs: Sequence[PackMaterial]) -> ClaimModel:
    """The weights that tell pairs of one claim from others in these packs."""
    examples = [example for pack in packs for example in make_examples(pack)]
    rows: Rows = np.array([row for row, _ in examples])
    scaler = StandardScaler().fit(rows)
    fitted = LogisticRegression(C=STRENGTH, max_iter=2_000).fit(scaler.transform(rows), [same for _, same in examples])
    weights = fitted.coef_[0] / scaler.scale_
    intercept = float(fitted.intercept_[0] - weights @ scaler.mean_)
    named = {feature.name: round(float(weight), 4) for feature, weight in zip(FEATURES, weights, strict=True)}
    return ClaimModel(weights=named, intercept=round(intercept, 4), threshold=THRESHOLD)


def make_examples(pack: PackMaterial) -> Iterator[Example]:
    """The features of pairs of statements that are in gold claims, and whether they are in one.

    Of statements of several sentences that are in one claim, only the pair of sentences that are most alike is an
    example: which sentence the claim is about, the gold does not say.
    """
    propositions = make_propositions(pack.material)
    scene = make_scene(pack.material, propositions, find_bodies(Ground(pack.material)))
    best: dict[tuple[str, str], Example] = {}
    for a, b in combinations(propositions, 2):
        ids = (a.statement.id, b.statement.id)
        if ids[0] == ids[1] or not all(id in pack.claims for id in ids):
            continue
        row = measure(Pair(a, b, scene))
        if not pack.claims[ids[0]] & pack.claims[ids[1]]:
            yield row, False
        elif ids not in best or row[LIKENESS] > best[ids][0][LIKENESS]:
            best[ids] = (row, True)
    yield from best.values()


if __name__ == "__main__":
    main()
