"""Fit the confidence, and write the tables that stand beside the tagger.

    python -m training.calibrate --model tagger.onnx --links links.npz --train polnear_train.jsonl.gz \
        --dev polnear_dev.jsonl.gz --scoring DIR --out tables.npz

The weights are a logistic regression of nine numbers on whether a predicted statement is right (source, cue and
content all touch the gold's), judged as the quality gate judges. It is fitted on PolNeAR dev, since the tagger knows
its training texts too well; the expected calibration error printed is cross-fitted over articles, so it is not
flattered by that.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.calibration import Judged, expected_calibration_error, find_right
from evaluation.scorers import import_attribution_scorer
from firsthand.extraction.attributions import find_attributions, make_reading
from firsthand.extraction.features import make_features
from firsthand.extraction.statements import describe_confidence, find_form, to_characters
from firsthand.extraction.tagger import Tagger
from training.base_models import find_base
from training.corpora import read_examples, read_rows
from training.count_transitions import count_transitions

Floats = NDArray[np.float64]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "links", "train", "dev", "scoring", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    scorer = import_attribution_scorer(options.scoring)
    tagger = Tagger(options.model, find_base("minilm") / "tokenizer.json")
    transitions = count_transitions(read_examples(options.train), tagger.encode)
    with np.load(options.links) as stored:
        links = {name: stored[name] for name in stored.files}
    networks = {r: {n: links[f"{r}.{n}"] for n in ("w1", "b1", "w2", "b2")} for r in ("source", "content")}
    groups, x, y = [], [], []
    for number, row in enumerate(read_rows(options.dev)):
        rows, right = judge(scorer, row, tagger, transitions, networks)
        groups += [number] * len(rows)
        x += rows
        y += right
    features, labels, folds = np.array(x), np.array(y, float), np.array(groups) % 5
    crossed = np.zeros(len(labels))
    for fold in range(5):
        crossed[folds == fold] = predict(features[folds == fold], fit(features[folds != fold], labels[folds != fold]))
    weights = fit(features, labels)
    print(f"{len(labels)} statements, {100 * labels.mean():.1f} % right; expected calibration error "
          f"{100 * calibration_error(crossed, labels):.1f} points cross-fitted, "
          f"{100 * calibration_error(predict(features, weights), labels):.1f} as shipped")
    np.savez(options.out, transitions=transitions, calibration=weights.astype(np.float32), **links)


def judge(scorer: Any, row: dict[str, Any], tagger: Tagger, transitions: NDArray[np.float32],  # noqa: ANN401
          networks: dict[str, dict[str, NDArray[np.float32]]]) -> tuple[list[list[float]], list[bool]]:
    """For each predicted attribution of an article its description, and whether it is right."""
    text = row["text"]
    features = make_features(text, tagger.encode)
    found = find_attributions(make_reading(text, features, tagger.score(features)), transitions, networks)
    spans = [(to_characters(features, a.sources), to_characters(features, [a.cue] if a.cue else []),
              to_characters(features, a.contents)) for a in found]
    right = find_right(scorer, row, spans)
    rows = [describe_confidence(a, find_form(text, features, a.contents)) for a in found]
    return rows, [number in right for number in range(len(found))]


def fit(x: Floats, y: Floats) -> Floats:
    """Logistic regression by Newton's method, with a little ridge."""
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = predict(x, weights)
        gradient = x.T @ (p - y) + 1e-2 * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 1e-2 * np.eye(x.shape[1])
        weights -= np.linalg.solve(hessian, gradient)
    return weights


def predict(x: Floats, weights: Floats) -> Floats:
    """Probabilities of being right."""
    probabilities: Floats = 1 / (1 + np.exp(-(x @ weights)))
    return probabilities


def calibration_error(predicted: Floats, right: Floats) -> float:
    """As the quality gate measures it, 0 to 1."""
    pairs = zip(predicted.tolist(), right.tolist(), strict=True)
    return expected_calibration_error([Judged(confidence, bool(is_right)) for confidence, is_right in pairs])


if __name__ == "__main__":
    main()
