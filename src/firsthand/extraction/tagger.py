"""The tagger: one pass of the model over an article's windows, and for every word how likely each label is."""

from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from firsthand.errors import ModelError
from firsthand.extraction.features import Encoder, Features, make_encoder
from firsthand.extraction.windows import PlannedWindow, plan_windows

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
OPENING, CLOSING = 101, 102  # the vocabulary's [CLS] and [SEP]
Scores = NDArray[np.float32]


class Tagger:
    """A loaded model. One thread: several processes use several cores better than one does."""

    def __init__(self, model: Path, tokenizer: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
            self.encode: Encoder = make_encoder(Tokenizer.from_file(str(tokenizer)))
        except Exception as error:  # both libraries raise bare exceptions of their own
            raise ModelError(f"the model can't be loaded ({error}); install firsthand again", str(model)) from error

    def score(self, features: Features) -> Scores:
        """Log-probabilities of the labels, (words, 7)."""
        scores = np.full((len(features.words), len(LABELS)), -20.0, np.float32)
        firsts = np.array(features.first_piece, np.int64)
        for plan in plan_windows(features.first_piece, len(features.pieces)):
            first, last = plan.kept
            scores[first:last] = self._run(features, plan)[firsts[first:last] - plan.pieces[0] + 1]
        return scores

    def _run(self, features: Features, plan: PlannedWindow) -> Scores:
        """One window a call, so nothing is padded: batches were slower with one thread."""
        start, end = plan.pieces
        inputs = {
            "ids": [OPENING, *features.pieces[start:end], CLOSING],
            "cases": [0, *features.cases[start:end], 0],
            "states": [0, *features.states[start:end], 0],
            "breaks": [0, *features.breaks[start:end], 0],
        }
        (raw,) = self._session.run(["scores"], {name: np.array([row], np.int64) for name, row in inputs.items()})
        found: Scores = raw[0]
        found -= found.max(-1, keepdims=True)
        found -= np.log(np.exp(found).sum(-1, keepdims=True))
        return found
