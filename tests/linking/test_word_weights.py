"""Stems and their weights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.word_weights import LONGEST_WORD, TABLE, fold, read_table, stem_words, weigh, weigh_stems


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("The ministers' café", ["the", "minist", "cafe"]),
        ("O’Brien’s U.S. visit", ["o'brien", "us", "visit"]),
        ("paid 1,200.50 on 3 March", ["paid", "1200.50", "on", "3", "march"]),
        ("MÜLLER Müller muller", ["muller", "muller", "muller"]),
        ("", []),
        ("… — “”", []),
    ],
)
def test_words_are_stemmed(text: str, stems: list[str]) -> None:
    assert stem_words(text) == stems


def test_weights_rise_with_rarity() -> None:
    the, *rising = map(weigh, stem_words("the said minister impeachment qzxv"))
    assert the == 0
    assert rising == sorted(set(rising)) and rising[0] > 0 and rising[-1] < 8


def test_stems_that_tell_too_little_are_left_out() -> None:
    stems = stem_words("The impeachment of the minister, the impeachment")
    assert list(weigh_stems(stems, 1.0)) == ["impeach", "minist"]
    assert weigh_stems(stems, weigh("impeach")) == {"impeach": weigh("impeach")}


def test_negations_in_contractions_are_function_words() -> None:
    assert [weigh(stem) for stem in stem_words("They won’t, don't and dont")] == [0] * 5


def test_the_table_is_small_and_counts_articles() -> None:
    total, counts = read_table()
    assert TABLE.stat().st_size < 400_000
    assert min(counts.values()) >= 5 and max(counts.values()) <= total


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    assert all(0 < len(stem) <= LONGEST_WORD and weigh(stem) >= 0 for stem in stem_words(text))
    assert fold(fold(text)) == fold(fold(fold(text)))


def test_a_word_without_end_is_cut() -> None:
    assert stem_words("a" * 1_000_000) == ["a" * LONGEST_WORD]
    assert len(stem_words("1," * 200_000 + "x")[0]) <= LONGEST_WORD
