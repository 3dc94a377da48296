"""What the model's further heads say of every word: names, mentions, vectors, and tags inside contents."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
NAME_KINDS = ("person", "organisation", "place", "people")  # people: nationalities and the like
NAME_LABELS = ("O", *(f"{prefix}-{kind}" for kind in NAME_KINDS for prefix in "BI"))
MENTION_KINDS = ("person", "organization", "place")
LONGEST_MENTION = 20  # words
SPAN_WIDTH = 32  # of the vectors that a mention's first and last word are matched by, for each kind
VECTOR_WIDTH = 64  # of the vectors that mentions are compared by
N_TAGS = 7
SPAN_COLUMNS = len(MENTION_KINDS) * (SPAN_WIDTH + 1)  # the last one of each kind is a score of the word alone
WIDTHS = (N_TAGS, N_TAGS, len(NAME_LABELS), SPAN_COLUMNS, SPAN_COLUMNS, VECTOR_WIDTH)


@dataclass(frozen=True, slots=True)
class WordOutputs:
    """All of it for the words of an article.

    inner, deeper: log-probabilities of the tagger's labels one and two levels inside contents, (words, 7); names: of
    NAME_LABELS, (words, 9); starts, stops: (words, kinds, SPAN_WIDTH + 1); vectors: (words, VECTOR_WIDTH).
    """

    inner: Floats
    deeper: Floats
    names: Floats
    starts: Floats
    stops: Floats
    vectors: Floats


def split_columns(words: Floats) -> WordOutputs:
    """The model's output `words`, (words, columns), by heads."""
    inner, deeper, names, starts, stops, vectors = np.split(words, np.cumsum(WIDTHS)[:-1], 1)
    by_kind = (len(words), len(MENTION_KINDS), SPAN_WIDTH + 1)
    return WordOutputs(normalise(inner), normalise(deeper), normalise(names), starts.reshape(by_kind),
                       stops.reshape(by_kind), vectors)


def normalise(scores: Floats) -> Floats:
    """Log-probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    normal: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return normal
