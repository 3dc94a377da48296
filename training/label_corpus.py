"""A teacher's soft labels for articles: {id: (words, labels) float16}, one .npz.

    python -m training.label_corpus --teacher teacher.onnx --labelled polnear_train.jsonl.gz \
        --unlabelled a.jsonl.gz --out soft.npz

The teacher runs in floats, one process a core: in int8 it loses 3 points of whole overlap F1.
"""

import argparse
import multiprocessing
import time
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from firsthand.extraction.features import Encoder, make_encoder, make_features
from firsthand.extraction.tagger import LABELS
from firsthand.extraction.windows import plan_windows
from training.base_models import find_base, map_pieces
from training.corpora import Example, read_examples, read_unlabelled
from training.networks import relative_buckets
from training.windows import SPECIAL

Job = tuple[str, str, Path]  # article id, text, teacher


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--labelled", type=Path, nargs="*", default=[])
    parser.add_argument("--unlabelled", type=Path, nargs="*", default=[])
    parser.add_argument("--most-words", type=int, default=250)
    parser.add_argument("--most-articles", type=int, default=750, help="of each unlabelled file")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    examples = [example for path in options.labelled for example in read_examples(path)]
    examples += read_unlabelled(options.unlabelled, options.most_words, options.most_articles)
    label_corpus(examples, options.teacher, options.out)


def label_corpus(examples: list[Example], teacher: Path, out: Path) -> None:
    """Label every article and write the file at the end."""
    soft: dict[str, NDArray[np.float16]] = {}
    started = time.time()
    jobs = [(example.id, example.text, teacher) for example in examples]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        for number, (name, labels) in enumerate(pool.imap_unordered(label_article, jobs, chunksize=8), 1):
            soft[name] = labels
            if number % 200 == 0:
                print(f"{number}/{len(jobs)} articles, {(time.time() - started) / 60:.1f} min", flush=True)
    np.savez(out, **soft)  # type: ignore[arg-type]


def label_article(job: Job) -> tuple[str, NDArray[np.float16]]:
    """The soft labels of an article, from the best-centred window of each word."""
    name, text, path = job
    session, encode, table = load_teacher(path)
    features = make_features(text, encode)
    soft = np.zeros((len(features.words), len(LABELS)), np.float16)
    firsts = np.array(features.first_piece, np.int64)
    opening, closing = SPECIAL["mpnet"]
    for plan in plan_windows(features.first_piece, len(features.pieces)):
        start, end = plan.pieces
        inputs = {
            "ids": [opening, *(table[piece] for piece in features.pieces[start:end]), closing],
            "cases": [0, *features.cases[start:end], 0],
            "states": [0, *features.states[start:end], 0],
            "breaks": [0, *features.breaks[start:end], 0],
        }
        feed: dict[str, NDArray[Any]] = {key: np.array([row], np.int64) for key, row in inputs.items()}
        feed["bias"] = make_bias(path, end - start + 2)
        (scores,) = session.run(["scores"], feed)
        first, last = plan.kept
        chosen = scores[0, firsts[first:last] - start + 1]
        chosen = np.exp(chosen - chosen.max(-1, keepdims=True))
        soft[first:last] = chosen / chosen.sum(-1, keepdims=True)
    return name, soft


@cache
def load_teacher(path: Path) -> tuple[onnxruntime.InferenceSession, Encoder, list[int]]:
    """The session, the word encoder and the table of piece ids, once a process."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return session, make_encoder(Tokenizer.from_file(str(find_base("minilm") / "tokenizer.json"))), map_pieces()


@cache
def make_bias(path: Path, length: int) -> NDArray[np.float32]:
    """The teacher's bias of relative positions, (1, heads, length, length)."""
    table = np.load(path.with_suffix(".bias.npy"))
    bias: NDArray[np.float32] = table[relative_buckets(length).numpy()].transpose(2, 0, 1)[None]
    return np.ascontiguousarray(bias)


if __name__ == "__main__":
    main()
