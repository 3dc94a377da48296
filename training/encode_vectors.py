"""Make what the vectors are trained on: articles through the frozen encoder, their spans through the teacher.

    python -m training.encode_vectors --tagger tagger.onnx --news polnear_train.jsonl.gz load.jsonl.gz dev.jsonl.gz \
        --headlines stance_fnc1.jsonl.gz --out FOLDER

Annotated contents are spans too, where the news has them. Some five minutes on two cores.
"""

import argparse
import random
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper
from tokenizers import Tokenizer

from firsthand.extraction.features import make_encoder, make_features
from firsthand.extraction.tagger import make_inputs
from firsthand.extraction.vectors import bound_pieces, keep_pieces
from firsthand.extraction.windows import plan_windows
from training.base_models import find_base
from training.corpora import read_rows
from training.sentence_teacher import SentenceTeacher
from training.vector_corpus import VECTOR_LAYERS, WIDTH, SpannedText, list_texts, write_vector_corpus


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("tagger", "headlines", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--news", type=Path, nargs="+", required=True)
    parser.add_argument("--most-articles", type=int, default=500, help="of each file, evenly over it")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generator = random.Random(options.seed)
    texts: list[SpannedText] = []
    for path in options.news:
        rows = list(read_rows(path))
        for row in rows[:: max(1, len(rows) // options.most_articles)][: options.most_articles]:
            texts += list_texts(row, generator)
    headlines = sorted({row["headline"] for row in read_rows(options.headlines)})
    texts += [SpannedText(headline, [(0, len(headline))]) for headline in headlines]
    encoder = PieceEncoder(options.tagger, find_base("minilm") / "tokenizer.json")
    write_vector_corpus(options.out, texts, encoder.read, SentenceTeacher().embed)


class PieceEncoder:
    """The encoder of an exported tagger; its int8 weights as they are, so that the head learns what it will see."""

    def __init__(self, tagger: Path, tokenizer: Path) -> None:
        model = onnx.load(tagger)
        model.graph.output.extend(
            helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", "length", 384]) for name in VECTOR_LAYERS
        )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(model.SerializeToString(), options)
        self._encode = make_encoder(Tokenizer.from_file(str(tokenizer)))

    def read(self, text: str) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
        """For each piece of a text the bounds of its word, (pieces, 2), and its vectors, (pieces, WIDTH)."""
        features = make_features(text, self._encode)
        rows = np.zeros((len(features.pieces), WIDTH), np.float16)
        for plan in plan_windows(features.first_piece, len(features.pieces)):
            layers = self._session.run(list(VECTOR_LAYERS), make_inputs(features, plan))
            pieces, places = keep_pieces(features, plan)
            rows[pieces] = np.concatenate([layer[0, places] for layer in layers], 1)
        return bound_pieces(features), rows


if __name__ == "__main__":
    main()
