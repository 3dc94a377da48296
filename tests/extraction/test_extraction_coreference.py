"""Pairs of mentions: which are compared, by what, and how they score."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_phrases import BODY, PERSON, PLACE, make_all, read
from numpy.typing import NDArray

from firsthand.extraction.coreference import (
    FORMS,
    MOST_ANTECEDENTS,
    N_PAIR_FEATURES,
    Table,
    describe_pairs,
    list_pairs,
    make_table,
    score_pairs,
)
from firsthand.extraction.extractor import COREFERENCE, FOLDER
from firsthand.extraction.heads import VECTOR_WIDTH

TEXT = (
    "Mayor Anna Roux met the sailors of Brost. “We wait,” she said.\n\nRoux and the Harbour Ministry, which owns the"
    " pier, wrote to a clerk. The mayor’s letter was short."
)
PARTS = (
    ("Mayor Anna Roux", PERSON), ("the sailors of Brost", PERSON), ("Brost", PLACE), ("We", PERSON), ("she", PERSON),
    ("Roux", PERSON), ("the Harbour Ministry", BODY), ("which", BODY), ("a clerk", PERSON), ("The mayor’s", PERSON),
)  # fmt: skip
FIRST_NAME, SAILORS, TOWN, WE, SHE, LAST_NAME, MINISTRY, WHICH, CLERK, MAYOR = range(len(PARTS))


@pytest.fixture(scope="module")
def table() -> Table:
    reading = read(TEXT)
    return make_table(make_all(TEXT, *PARTS), reading.features, reading.ends)


def test_a_table_has_a_row_for_every_phrase(table: Table) -> None:
    assert {name: len(getattr(table, name)) for name in Table.__slots__} == dict.fromkeys(Table.__slots__, len(PARTS))
    assert table.keys.shape == (len(PARTS), 5)
    assert list(table.sentence) == sorted(table.sentence)
    assert list(table.quoted) == [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    assert table.paragraph[SHE] + 1 == table.paragraph[LAST_NAME] == table.paragraph[MAYOR]
    assert table.keys[FIRST_NAME, 1] == table.keys[LAST_NAME, 1] > 0
    assert table.form[WE] == table.form[SHE] == FORMS["pronoun"]


def test_no_phrases_are_a_table_too() -> None:
    empty = make_table([], read("").features, read("").ends)
    later, earlier = list_pairs(0)
    assert describe_pairs(empty, later, earlier).shape == (0, N_PAIR_FEATURES)


@given(st.integers(0, 200))
def test_pairs_are_every_phrase_with_those_not_far_before_it(count: int) -> None:
    later, earlier = list_pairs(count)
    wanted = [(b, a) for b in range(count) for a in range(max(0, b - MOST_ANTECEDENTS), b)]
    assert list(zip(later.tolist(), earlier.tolist(), strict=True)) == wanted


def test_pairs_take_memory_by_the_phrases_only() -> None:
    count = 6_000
    tracemalloc.start()
    later, _ = list_pairs(count)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(later) <= count * MOST_ANTECEDENTS
    assert peak < 100_000_000  # bytes; the pairs themselves are 6 million


def describe(table: Table, later: int, earlier: int) -> NDArray[np.float32]:
    described = describe_pairs(table, np.array([later]), np.array([earlier]))
    assert described.shape == (1, N_PAIR_FEATURES)
    return described[0]


def test_every_pair_is_described_by_finite_numbers_and_one_pair_of_forms(table: Table) -> None:
    later, earlier = list_pairs(len(PARTS))
    described = describe_pairs(table, later, earlier)
    assert described.shape == (len(later), N_PAIR_FEATURES)
    assert described.dtype == np.float32
    assert np.isfinite(described).all()
    assert (described[:, :9].sum(1) == 1).all()
    # The form of the earlier one counts thrice, that of the later one once.
    pairs = ((LAST_NAME, FIRST_NAME), (SHE, FIRST_NAME), (MAYOR, SHE))
    assert [describe(table, b, a)[:9].argmax() for b, a in pairs] == [0, 2, 7]


def test_words_gender_and_number_are_compared(table: Table) -> None:
    same_head, same_gender, other_gender, same_number, other_number = 11, 19, 20, 24, 25
    assert describe(table, LAST_NAME, FIRST_NAME)[same_head] == 1
    assert describe(table, MINISTRY, FIRST_NAME)[same_head] == 0
    assert describe(table, SHE, FIRST_NAME)[[same_gender, other_gender]].tolist() == [1, 0]
    assert describe(table, SHE, TOWN)[[same_gender, other_gender]].tolist() == [0, 1]
    assert describe(table, WE, SAILORS)[[same_number, other_number]].tolist() == [1, 0]
    assert describe(table, SHE, SAILORS)[[same_number, other_number]].tolist() == [0, 1]


Weights = dict[str, NDArray[np.float32]]


def score_one(described: list[float], own: list[float], other: list[float], weights: Weights) -> float:
    """The score of one pair, number by number."""
    total = float(weights["b2"][0])
    for cell in range(len(weights["b1"])):
        value = float(weights["b1"][cell])
        value += sum(x * float(weights["described"][n, cell]) for n, x in enumerate(described))
        value += sum(x * float(weights["later"][n, cell]) for n, x in enumerate(own))
        value += sum(x * float(weights["earlier"][n, cell]) for n, x in enumerate(other))
        both = [x * y for x, y in zip(own, other, strict=True)]
        value += sum(x * float(weights["product"][n, cell]) for n, x in enumerate(both))
        total += max(value, 0.0) * float(weights["w2"][cell])
    return total


@pytest.mark.parametrize("pair", [(LAST_NAME, FIRST_NAME), (SHE, TOWN), (MAYOR, MINISTRY)])
def test_a_pair_scores_what_its_sums_say(table: Table, pair: tuple[int, int]) -> None:
    with np.load(FOLDER / "tables.npz") as tables:
        weights = {name: tables[f"coreference.{name}"] for name in COREFERENCE}
    vectors = np.random.default_rng(5).normal(0, 1, (len(PARTS), VECTOR_WIDTH)).astype(np.float32)
    later, earlier = list_pairs(len(PARTS))
    scores = score_pairs(describe_pairs(table, later, earlier), vectors, later, earlier, weights)
    assert scores.shape == later.shape
    place = next(n for n, found in enumerate(zip(later, earlier, strict=True)) if found == pair)
    described = describe(table, *pair).tolist()
    expected = score_one(described, vectors[pair[0]].tolist(), vectors[pair[1]].tolist(), weights)
    assert scores[place] == pytest.approx(expected, rel=1e-3, abs=1e-3)
