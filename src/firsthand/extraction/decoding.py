"""From scores of single words to spans: the best sequence of labels under what follows what."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# How much the transitions (log-probabilities counted on the training corpus, rows: the label before, in the order of
# tagger.LABELS) weigh beside the model's own scores: at 0 spans fall apart, above 0.4 they run on.
TRANSITION_WEIGHT = 0.32
BATCH = 16  # ranges decoded side by side
LONGEST_TOGETHER = 400  # words of a range that is: padding to a longer one would cost more than it saves
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


def decode_all(scores: NDArray[np.float32], ranges: Sequence[tuple[int, int]], transitions: NDArray[np.float32]
               ) -> list[list[TaggedSpan]]:
    """What `decode` finds in each half-open range of words, by its own count; short ones are decoded side by side."""
    weighted = transitions * TRANSITION_WEIGHT
    order = sorted(range(len(ranges)), key=lambda number: ranges[number][1] - ranges[number][0])
    paths: dict[int, NDArray[np.int64]] = {}
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        parts = [scores[slice(*ranges[number])] for number in batch]
        paths.update(zip(batch, find_best_paths(parts, weighted), strict=True))
    return [collect_spans(paths[number], scores[slice(*ranges[number])]) for number in range(len(ranges))]


def find_best_paths(parts: Sequence[NDArray[np.float32]], transitions: NDArray[np.float32]) -> list[NDArray[np.int64]]:
    """`find_best_path` of several score tables of about one length at once."""
    if max(map(len, parts)) > LONGEST_TOGETHER or min(map(len, parts)) == 0:
        return [find_best_path(part, transitions) for part in parts]
    lengths = np.array([len(part) for part in parts])
    padded = np.zeros((int(lengths.max()), len(parts), transitions.shape[0]), np.float32)
    for column, part in enumerate(parts):
        padded[: len(part), column] = part
    back = np.zeros(padded.shape, np.int64)
    best = padded[0] + transitions[0]
    for row in range(1, len(padded)):
        options = best[:, :, None] + transitions
        back[row] = options.argmax(1)
        running = (lengths > row)[:, None]
        best = np.where(running, options.max(1) + padded[row], best)
    return [trace_back(back[: len(part), column], int(best[column].argmax())) for column, part in enumerate(parts)]


def trace_back(back: NDArray[np.int64], last: int) -> NDArray[np.int64]:
    """The path that ends with a label, (words,); back: for each word and label the best one before, (words, labels)."""
    table = back.tolist()
    path = [last]
    for row in range(len(table) - 1, 0, -1):
        path.append(table[row][path[-1]])
    return np.array(path[::-1], np.int64)


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
