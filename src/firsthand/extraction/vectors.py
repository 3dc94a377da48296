"""Vectors of sentences and of statements' contents, by which claims of the same meaning are found.

They are pooled from word pieces, not from words: names are long words of many pieces, and the first alone says little.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.features import Features
from firsthand.extraction.windows import PlannedWindow
from firsthand.records import Article, Span, Spans, Statement
from firsthand.text.sentences import split_sentences

Floats = NDArray[np.float32]
Vectors = NDArray[np.int8]
MEANING_WIDTH = 128
GROUPS = 8  # of neighbouring columns: in each a piece has its own weight
COLUMNS = MEANING_WIDTH + GROUPS  # of a piece's row
LARGEST = 127  # what 1.0 is stored as
STEEPEST = 8.0  # the logarithm of a piece's weight stays within this, so that no text makes one that overflows


def make_vectors(article: Article, statements: Sequence[Statement], features: Features, rows: Floats) -> Vectors:
    """The vectors of an article, (sentences + statements, MEANING_WIDTH): of `split_sentences`, then of the statements.

    `rows` are the model's of the article's pieces. A content that is a pronoun or its like ("this", "the opposite")
    stands for what it covers. A row without words is all zeros.
    """
    sentences: list[Spans] = [(span,) for span in split_sentences(article.text)]
    contents = [statement.covers or statement.content for statement in statements]
    return pool_spans(bound_pieces(features), rows, [*sentences, *contents])


def bound_pieces(features: Features) -> NDArray[np.int64]:
    """For every piece the bounds of its word in the text, (pieces, 2)."""
    counts = np.diff([*features.first_piece, len(features.pieces)])
    return np.repeat(np.array(features.words, np.int64).reshape(-1, 2), counts, axis=0)


def keep_pieces(features: Features, plan: PlannedWindow) -> tuple[slice, slice]:
    """The pieces of a window's kept words: their places in the article, and in the window's output."""
    first, last = plan.kept
    start = features.first_piece[first]
    end = features.first_piece[last] if last < len(features.words) else plan.pieces[1]
    return slice(start, end), slice(start - plan.pieces[0] + 1, end - plan.pieces[0] + 1)


def locate(bounds: NDArray[np.int64], spans: Sequence[Span]) -> NDArray[np.int64]:
    """The pieces of spans, half-open ranges (spans, 2): those whose word shares a character with the span."""
    places = np.array(spans, np.int64).reshape(-1, 2)
    first = np.searchsorted(bounds[:, 1], places[:, 0], "right")
    last = np.searchsorted(bounds[:, 0], places[:, 1], "left")
    return np.stack([first, np.maximum(first, last)], 1)


def pool_spans(bounds: NDArray[np.int64], rows: Floats, places: Sequence[Spans]) -> Vectors:
    """One vector for each span set, (places, MEANING_WIDTH): the weighted mean of its pieces' rows, of length LARGEST.

    rows: (pieces, COLUMNS), the last GROUPS of them the logarithms of the piece's weights. The cost is that of all
    pieces once, however the spans overlap.
    """
    weights = np.exp(np.clip(rows[:, MEANING_WIDTH:], -STEEPEST, STEEPEST))
    weighted = rows[:, :MEANING_WIDTH].reshape(len(rows), GROUPS, MEANING_WIDTH // GROUPS) * weights[:, :, None]
    sums = np.zeros((len(rows) + 1, MEANING_WIDTH))
    np.cumsum(weighted.reshape(len(rows), MEANING_WIDTH), axis=0, dtype=np.float64, out=sums[1:])
    ranges = locate(bounds, [span for spans in places for span in spans])
    owners = np.repeat(np.arange(len(places)), np.array([len(spans) for spans in places], np.int64))
    pooled = np.zeros((len(places), MEANING_WIDTH))
    np.add.at(pooled, owners, sums[ranges[:, 1]] - sums[ranges[:, 0]])
    return round_vectors(pooled)


def round_vectors(pooled: NDArray[np.float64]) -> Vectors:
    """Vectors at length LARGEST, as whole numbers; what is too short to have a direction becomes zeros."""
    lengths = np.linalg.norm(pooled, axis=1, keepdims=True)
    scaled = np.divide(pooled * LARGEST, lengths, out=np.zeros_like(pooled), where=lengths > 1e-6)
    vectors: Vectors = np.rint(scaled).astype(np.int8)
    return vectors
