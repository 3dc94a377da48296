"""From scores of single words to spans: the best sequence of labels under what follows what."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# How much the transitions (log-probabilities counted on the training corpus, rows: the label before, in the order of
# tagger.LABELS) weigh beside the model's own scores: at 0 spans fall apart, above 0.4 they run on.
TRANSITION_WEIGHT = 0.32
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A run of words with one role: half-open word indices, and the mean probability of its labels."""

    role: str
    first: int
    last: int
    probability: float


def decode(scores: NDArray[np.float32], transitions: NDArray[np.float32]) -> list[TaggedSpan]:
    """The spans of the best label sequence, in reading order."""
    labels = find_best_path(scores, transitions * TRANSITION_WEIGHT)
    return collect_spans(labels, scores)


def find_best_path(scores: NDArray[np.float32], transitions: NDArray[np.float32]) -> NDArray[np.int64]:
    """Viterbi: the label sequence with the highest sum of scores and transitions, (words,)."""
    n = len(scores)
    if n == 0:
        return np.zeros(0, np.int64)
    width = range(scores.shape[1])
    back = np.zeros((n, scores.shape[1]), np.int64)
    best = scores[0] + transitions[0]
    for row in range(1, n):
        options = best[:, None] + transitions
        back[row] = options.argmax(0)
        best = options[back[row], width] + scores[row]
    path = np.empty(n, np.int64)
    path[-1] = best.argmax()
    for row in range(n - 1, 0, -1):
        path[row - 1] = back[row, path[row]]
    return path


def collect_spans(labels: NDArray[np.int64], scores: NDArray[np.float32]) -> list[TaggedSpan]:
    """The runs of one role in a label sequence."""
    spans: list[TaggedSpan] = []
    first = 0
    roles = (labels + 1) // 2
    for row in range(1, len(labels) + 1):
        ends = row == len(labels) or roles[row] != roles[first] or labels[row] % 2 == 1
        if ends:
            if roles[first]:
                chosen = scores[np.arange(first, row), labels[first:row]]
                spans.append(TaggedSpan(ROLES[roles[first] - 1], first, row, float(np.exp(chosen).mean())))
            first = row
    return spans
