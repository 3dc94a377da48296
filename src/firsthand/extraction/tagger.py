"""The model: one pass over an article's windows, and for every word how likely each label is, and the other heads."""

from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from firsthand.errors import ModelError
from firsthand.extraction.features import Encoder, Features, make_encoder
from firsthand.extraction.heads import WIDTHS, WordOutputs, normalise, split_columns
from firsthand.extraction.vectors import COLUMNS, keep_pieces
from firsthand.extraction.windows import PlannedWindow, plan_windows

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
OPENING, CLOSING = 101, 102  # the vocabulary's [CLS] and [SEP]
# onnxruntime fuses sums with the normalisation behind them into a kernel that takes a quarter of the whole pass.
SLOW_FUSIONS = ["SkipLayerNormFusion"]
Scores = NDArray[np.float32]


class Tagger:
    """A loaded model. One thread: several processes use several cores better than one does."""

    def __init__(self, model: Path, tokenizer: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                model, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
            )
            self.encode: Encoder = make_encoder(Tokenizer.from_file(str(tokenizer)))
        except Exception as error:  # both libraries raise bare exceptions of their own
            raise ModelError(f"the model can't be loaded ({error}); install firsthand again", str(model)) from error

    def score(self, features: Features) -> Scores:
        """Log-probabilities of the labels, (words, 7). A model without the other heads will do."""
        scores = np.full((len(features.words), len(LABELS)), -20.0, np.float32)
        firsts = np.array(features.first_piece, np.int64)
        for plan in plan_windows(features.first_piece, len(features.pieces)):
            first, last = plan.kept
            (raw,) = self._session.run(["scores"], make_inputs(features, plan))
            scores[first:last] = normalise(raw[0, firsts[first:last] - plan.pieces[0] + 1])
        return scores

    def read(self, features: Features) -> tuple[Scores, WordOutputs, Scores]:
        """Log-probabilities of the labels, (words, 7), what the other heads say of words, and the pieces' rows for
        vectors, (pieces, COLUMNS): all from the same pass.
        """
        scores = np.full((len(features.words), len(LABELS)), -20.0, np.float32)
        words = np.zeros((len(features.words), sum(WIDTHS)), np.float32)
        meanings = np.zeros((len(features.pieces), COLUMNS), np.float32)
        firsts = np.array(features.first_piece, np.int64)
        for plan in plan_windows(features.first_piece, len(features.pieces)):
            first, last = plan.kept
            places = firsts[plan.words[0] : plan.words[1]] - plan.pieces[0] + 1
            inputs = make_inputs(features, plan) | {"firsts": places[None]}
            raw, rows, vectors = self._session.run(["scores", "words", "meanings"], inputs)
            kept = slice(first - plan.words[0], last - plan.words[0])
            scores[first:last] = normalise(raw[0, places[kept]])
            words[first:last] = rows[0, kept]
            pieces, piece_places = keep_pieces(features, plan)
            meanings[pieces] = vectors[0, piece_places]
        return scores, split_columns(words), meanings


def make_inputs(features: Features, plan: PlannedWindow) -> dict[str, NDArray[np.int64]]:
    """The model's inputs for one window, (1, pieces). One window a call, so nothing is padded: batches were slower."""
    start, end = plan.pieces
    inputs = {
        "ids": [OPENING, *features.pieces[start:end], CLOSING],
        "cases": [0, *features.cases[start:end], 0],
        "states": [0, *features.states[start:end], 0],
        "breaks": [0, *features.breaks[start:end], 0],
    }
    return {name: np.array([row], np.int64) for name, row in inputs.items()}
