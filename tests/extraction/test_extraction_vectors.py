"""Vectors of spans: which pieces count for a span, and what becomes of their rows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from firsthand.extraction import Extractor, load_extractor
from firsthand.extraction.features import Features, make_features
from firsthand.extraction.vectors import (
    COLUMNS,
    GROUPS,
    LARGEST,
    MEANING_WIDTH,
    Vectors,
    bound_pieces,
    keep_pieces,
    locate,
    make_vectors,
    pool_spans,
    round_vectors,
)
from firsthand.extraction.windows import plan_windows
from firsthand.records import Article, Span, Statement
from firsthand.text.sentences import split_sentences

TEXT = "Boats wait. Roux left."
WORDS = st.lists(st.sampled_from(["boats", "wait", ".", "Nordhaven", "a", "“"]), max_size=400).map(" ".join)


def encode(word: str) -> tuple[int, ...]:
    """A piece for every four letters."""
    return tuple(range(1, 2 + len(word) // 4))


def encode_whole(word: str) -> tuple[int, ...]:
    """One piece a word."""
    return (len(word),)


def read_features(text: str) -> Features:
    return make_features(text, encode)


def make_rows(count: int) -> NDArray[np.float32]:
    """Every piece has a column of its own, and all weigh the same."""
    rows = np.zeros((count, COLUMNS), np.float32)
    rows[:, :MEANING_WIDTH] = np.eye(count, MEANING_WIDTH)
    return rows


def list_pieces(vector: Vectors) -> list[int]:
    return [int(piece) for piece in np.flatnonzero(vector)]


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ((0, 11), ["Boats", "wait", "."]),
        ((6, 10), ["wait"]),
        ((8, 9), ["wait"]),  # a word that the span only touches counts
        ((4, 7), ["Boats", "wait"]),
        ((5, 6), []),
        ((11, 12), []),
        ((3, 3), ["Boats"]),
        ((12, 22), ["Roux", "left", "."]),
        ((0, 999), ["Boats", "wait", ".", "Roux", "left", "."]),
        ((50, 60), []),
    ],
)
def test_a_span_has_the_words_that_it_shares_characters_with(span: Span, words: list[str]) -> None:
    bounds = np.array(make_features(TEXT, encode_whole).words)
    ((first, last),) = locate(bounds, [span])
    assert [TEXT[start:end] for start, end in bounds[first:last]] == words


def test_every_piece_has_the_bounds_of_its_word() -> None:
    assert bound_pieces(read_features("Nordhaven left")).tolist() == [[0, 9], [0, 9], [0, 9], [10, 14], [10, 14]]


@given(WORDS)
def test_windows_together_keep_every_piece_once(text: str) -> None:
    features = read_features(text)
    kept: list[int] = []
    for plan in plan_windows(features.first_piece, len(features.pieces)):
        pieces, places = keep_pieces(features, plan)
        assert pieces.stop - pieces.start == places.stop - places.start
        assert places.start >= 1 and places.stop - 1 <= plan.pieces[1] - plan.pieces[0]
        kept += range(pieces.start, pieces.stop)
    assert kept == list(range(len(features.pieces)))


def test_a_vector_is_the_mean_of_its_pieces_at_full_length() -> None:
    bounds = np.array([(0, 1), (2, 3), (4, 5)])
    vectors = pool_spans(bounds, make_rows(3), [((0, 3),), ((4, 5),), ((0, 1), (4, 5)), ()])
    assert vectors.dtype == np.int8
    assert [list_pieces(vector) for vector in vectors] == [[0, 1], [2], [0, 2], []]
    assert vectors[1, 2] == LARGEST and vectors[0, 0] == round(LARGEST / 2**0.5)


def test_each_group_of_columns_has_its_own_weights() -> None:
    rows = np.zeros((2, COLUMNS), np.float32)
    rows[0, :MEANING_WIDTH], rows[1, :MEANING_WIDTH] = 1, -1
    rows[0, MEANING_WIDTH] = 3  # in the first group the first piece weighs more, elsewhere both the same
    (vector,) = pool_spans(np.array([(0, 1), (2, 3)]), rows, [((0, 3),)])
    assert list_pieces(vector) == list(range(MEANING_WIDTH // GROUPS)) and vector.min() == 0


def test_no_weight_overflows() -> None:
    rows = np.full((2, COLUMNS), 1e30, np.float32)
    rows[1] = -1e30
    (vector,) = pool_spans(np.array([(0, 1), (2, 3)]), rows, [((0, 3),)])
    assert (vector > 0).all()


@given(st.lists(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3), max_size=4))
def test_rounded_vectors_are_of_one_length_or_none(rows: list[list[float]]) -> None:
    pooled = np.array(rows).reshape(-1, 3)
    lengths = np.linalg.norm(round_vectors(pooled).astype(float), axis=1)
    directed = np.linalg.norm(pooled, axis=1) > 1e-6
    assert lengths[directed] == pytest.approx(np.full(directed.sum(), LARGEST), abs=1.5)
    assert not lengths[~directed].any()


def test_rows_are_of_sentences_then_of_statements() -> None:
    plain = Statement("s1", (), (), content=((0, 5), (12, 16)))
    pronoun = Statement("s2", (), (), content=((17, 21),), covers=((6, 10),))
    empty = Statement("s3", (), (), content=())
    features = make_features(TEXT, encode_whole)
    vectors = make_vectors(Article("a", TEXT), [plain, pronoun, empty], features, make_rows(6))
    assert [list_pieces(vector) for vector in vectors] == [[0, 1, 2], [3, 4, 5], [0, 3], [1], []]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor()


@pytest.mark.parametrize("text", ["", " \n\n ", "\x00", "\u200b", "🛳️", "…", "x" * 3000, "boats " * 2000, "a\n" * 300])
def test_any_text_has_a_row_for_every_sentence_and_statement(extractor: Extractor, text: str) -> None:
    article = Article("x", text)
    record, vectors = extractor.read(article)
    assert vectors.shape == (len(split_sentences(text)) + len(record.statements), MEANING_WIDTH)
    assert vectors.dtype == np.int8
    assert record == extractor.annotate(article)


def test_other_words_for_the_same_are_nearer_than_the_same_words_for_another(extractor: Extractor) -> None:
    text = ("The harbour was sold to a company from Brost for ten million euros. The port has been bought by a firm "
            "from Brost. A choir from Brost sang for ten minutes.")
    _, vectors = extractor.read(Article("x", text))
    cosines = vectors.astype(float) @ vectors.astype(float).T / LARGEST**2
    assert cosines[0, 1] > 0.5
    assert cosines[0, 2] < cosines[0, 1] - 0.2


def test_a_content_has_the_vector_of_its_words_not_of_its_sentence(extractor: Extractor) -> None:
    text = "“The bridge will stay shut until spring,” said Anna Roux.\n\nThe bridge will stay shut until spring."
    record, vectors = extractor.read(Article("x", text))
    cosines = vectors.astype(float) @ vectors.astype(float).T / LARGEST**2
    assert len(record.statements) == 1 and len(vectors) == 3
    assert cosines[2, 1] > cosines[0, 1]
