"""What the vectors are worth beside their teacher's: finding checked claims by posts, and seeing what follows.

    python -m training.vectors_report --model model.onnx --posts dev.jsonl.gz --claims verified_claims.jsonl.gz \
        --entailment nli.jsonl.gz

Neither set was trained on. Each text is one span, so that both see the same.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.features import make_features
from firsthand.extraction.tagger import Tagger
from firsthand.extraction.vectors import MEANING_WIDTH, bound_pieces, pool_spans
from training.base_models import find_base
from training.corpora import read_rows
from training.sentence_teacher import SentenceTeacher

FOUND = 10  # how many claims are looked through
Floats = NDArray[np.float64]
Embed = Callable[[Sequence[str]], Floats]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "posts", "claims", "entailment"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    tagger = Tagger(options.model, find_base("minilm") / "tokenizer.json")
    teacher = SentenceTeacher()
    embedders: dict[str, Embed] = {
        "ours": lambda texts: embed(tagger, texts), "teacher": lambda texts: teacher.embed(texts).astype(np.float64),
    }
    for name, embedder in embedders.items():
        first, ten = score_retrieval(embedder, options.posts, options.claims)
        area = score_entailment(embedder, options.entailment)
        print(f"{name}: claim found first {first:.3f}, among {FOUND} {ten:.3f}; entailment AUC {area:.3f}", flush=True)


def embed(tagger: Tagger, texts: Sequence[str]) -> Floats:
    """Our vectors of whole texts, of length 1."""
    vectors = np.zeros((len(texts), MEANING_WIDTH))
    for row, text in zip(vectors, texts, strict=True):
        features = make_features(text, tagger.encode)
        *_, rows = tagger.read(features)
        row[:] = pool_spans(bound_pieces(features), rows, [((0, len(text)),)])[0]
    normal: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1)
    return normal


def score_retrieval(embedder: Embed, posts: Path, claims: Path) -> tuple[float, float]:
    """The share of posts whose claim is the nearest one, and among the FOUND nearest."""
    rows, known = list(read_rows(posts)), list(read_rows(claims))
    places = {row["id"]: place for place, row in enumerate(known)}
    cosines = embedder([row["post"] for row in rows]) @ embedder([row["claim"] for row in known]).T
    nearest = np.argsort(-cosines, 1)[:, :FOUND]
    right = np.array([np.isin(found, [places[one] for one in row["claims"] if one in places])
                      for found, row in zip(nearest, rows, strict=True)])
    return float(right[:, 0].mean()), float(right.any(1).mean())


def score_entailment(embedder: Embed, path: Path) -> float:
    """The area under the curve of cosines as scores of entailment: 0.5 is chance."""
    rows = list(read_rows(path))
    left, right = (embedder([row[part] for row in rows]) for part in ("text", "hypothesis"))
    ranks = np.argsort(np.argsort((left * right).sum(1))) + 1
    entails = np.array([bool(row["entails"]) for row in rows])
    positive, negative = int(entails.sum()), int((~entails).sum())
    return float((ranks[entails].sum() - positive * (positive + 1) / 2) / (positive * negative))


if __name__ == "__main__":
    main()
