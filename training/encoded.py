"""What the shipped encoder makes of articles, as the heads on top of it see it: vectors of words, window by window."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper
from tokenizers import Tokenizer

from firsthand.extraction.features import Features, make_encoder, make_features
from firsthand.extraction.tagger import make_inputs
from firsthand.extraction.windows import PlannedWindow, plan_windows
from training.heads_corpus import LAYERS


@dataclass(frozen=True)
class EncodedWindow:
    """A window's vectors of words (their first pieces), (words, WIDTH) float16, and its plan."""

    plan: PlannedWindow
    vectors: NDArray[np.float16]


class FrozenEncoder:
    """The encoder of an exported tagger; its int8 weights as they are, so that the heads learn what they will see."""

    def __init__(self, tagger: Path, tokenizer: Path) -> None:
        model = onnx.load(tagger)
        model.graph.output.extend(
            helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", "length", 384]) for name in LAYERS
        )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(model.SerializeToString(), options)
        self.encode = make_encoder(Tokenizer.from_file(str(tokenizer)))

    def read(self, text: str) -> tuple[Features, list[EncodedWindow]]:
        """The features of an article and its windows' vectors."""
        features = make_features(text, self.encode)
        firsts = np.array(features.first_piece, np.int64)
        windows = []
        for plan in plan_windows(features.first_piece, len(features.pieces)):
            layers = self._session.run(list(LAYERS), make_inputs(features, plan))
            places = firsts[plan.words[0] : plan.words[1]] - plan.pieces[0] + 1
            windows.append(EncodedWindow(plan, np.concatenate([x[0, places] for x in layers], 1).astype(np.float16)))
        return features, windows
