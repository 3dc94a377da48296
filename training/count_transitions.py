"""Count what label follows what in a training corpus: log-probabilities, (7, 7), rows the label before."""

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.features import Encoder, make_features
from firsthand.extraction.tagger import LABELS
from training.corpora import Example
from training.windows import make_targets


def count_transitions(examples: list[Example], encode: Encoder) -> NDArray[np.float32]:
    """Add-one smoothed, except that an inner label never follows another role's: that is -20."""
    counts = np.ones((len(LABELS), len(LABELS)))
    for example in examples:
        features = make_features(example.text, encode)
        targets = make_targets(example, features, list(range(len(example.text))), None, features.words, 1.0)
        labels = targets.argmax(-1)
        np.add.at(counts, (labels[:-1], labels[1:]), 1)
    table = np.log(counts / counts.sum(1, keepdims=True))
    for label in range(2, len(LABELS), 2):
        for before in range(len(LABELS)):
            if before not in (label, label - 1):
                table[before, label] = -20.0
    small: NDArray[np.float32] = table.astype(np.float32)
    return small
