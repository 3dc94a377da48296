"""Support and refutation by words, on FEVER-Symmetric: minimal pairs in which no word of one side alone can tell."""

from pathlib import Path

from evaluation.shared_data import require
from training.contradiction import cross_validate, read_pairs

CONTRADICTION_DEV = Path("data/contradiction_feversym/dev.jsonl.gz")


def score_contradiction(shared: Path) -> dict[str, float]:
    """Accuracy in per cent, of weights fitted on the other folds: the shipped ones have seen all of these pairs."""
    return {"contradiction.accuracy": 100 * cross_validate(read_pairs(require(shared, CONTRADICTION_DEV)))}
