"""Fit the confidence, and write the tables that stand beside the model.

    python -m training.calibrate --model tagger.onnx --links links.npz --train polnear_train.jsonl.gz \
        --dev polnear_dev.jsonl.gz --scoring DIR --out tables.npz

The weights are a logistic regression of nine numbers on whether a predicted statement is right (source, cue and
content all touch the gold's). It is fitted on PolNeAR dev, since the tagger knows its training texts too well;
the expected calibration error printed is cross-fitted over articles, so it is not flattered by that.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.attributions import find_attributions
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
    sys.path.insert(0, str(options.scoring))
    tagger = Tagger(options.model, find_base("minilm") / "tokenizer.json")
    transitions = count_transitions(read_examples(options.train), tagger.encode)
    with np.load(options.links) as stored:
        links = {name: stored[name] for name in stored.files}
    networks = {r: {n: links[f"{r}.{n}"] for n in ("w1", "b1", "w2", "b2")} for r in ("source", "content")}
    groups, x, y = [], [], []
    for number, row in enumerate(read_rows(options.dev)):
        rows, right = judge(row, tagger, transitions, networks)
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


def judge(row: dict[str, Any], tagger: Tagger, transitions: NDArray[np.float32],
          networks: dict[str, dict[str, NDArray[np.float32]]]) -> tuple[list[list[float]], list[bool]]:
    """For each predicted attribution of an article its description, and whether it is right."""
    from text_spans import TokenisedText, align  # type: ignore[import-not-found]

    text = row["text"]
    features = make_features(text, tagger.encode)
    found = find_attributions(text, features, tagger.score(features), transitions, networks)
    parts = [(a.sources, [a.cue] if a.cue else [], a.contents) for a in found]
    spans = [[to_characters(features, part) for part in three] for three in parts]
    tokens = TokenisedText(text)
    predicted = [tokens.attribution(*parts) for parts in spans]
    gold = [tokens.attribution(a["source"], a["cue"], a["content"]) for a in row["attributions"]]
    right = [False] * len(found)
    for i, j in align(gold, predicted, tokens.words):
        pairs = [(tokens.words_of(gold[i].role(r)), tokens.words_of(predicted[j].role(r)))
                 for r in ("source", "cue", "content")]
        right[j] = all(bool(g & p) or not (g or p) for g, p in pairs)
    rows = [describe_confidence(a, find_form(text, features, a.contents)) for a in found]
    return rows, right


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


def calibration_error(predicted: Floats, right: Floats, bins: int = 10) -> float:
    """The mean gap between confidence and accuracy, over equal bins, weighted by their size."""
    numbers = np.minimum((predicted * bins).astype(int), bins - 1)
    gaps = [abs(predicted[numbers == b].mean() - right[numbers == b].mean()) * (numbers == b).mean()
            for b in range(bins) if (numbers == b).any()]
    return float(sum(gaps))


if __name__ == "__main__":
    main()
