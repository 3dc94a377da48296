"""Texts side by side: what is marked is what differs, and no two texts take long."""

from collections.abc import Sequence
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.serving.views.differences import (
    LONGEST,
    ROWS,
    Piece,
    align,
    compare_passages,
    compare_texts,
    compare_words,
)

FEW = st.lists(st.sampled_from("abcd"), max_size=30)
WORDS = st.text(st.sampled_from("ab .\n,“é"), max_size=60)


def join(pieces: Sequence[Piece]) -> str:
    return "".join(one.text for one in pieces)


def keep(pieces: Sequence[Piece]) -> str:
    return "".join("".join(one.text.split()) for one in pieces if not one.changed)


def measure(left: str, right: str) -> int:
    """The length of the longest common subsequence, the slow way."""
    row = [0] * (len(right) + 1)
    for one in left:
        above = row[:]
        for place, two in enumerate(right, 1):
            row[place] = above[place - 1] + 1 if one == two else max(above[place], row[place - 1])
    return row[-1]


@given(FEW, FEW)
def test_blocks_are_the_same_on_both_sides_and_in_order(left: list[str], right: list[str]) -> None:
    place = other = 0
    for start, second, size in align(left, right):
        assert size > 0
        assert start >= place
        assert second >= other
        assert left[start : start + size] == right[second : second + size]
        place, other = start + size, second + size


@given(st.permutations("abcdefgh"), st.permutations("abcdefgh"))
def test_what_stands_once_is_matched_as_far_as_it_can_be(left: list[str], right: list[str]) -> None:
    assert sum(size for *_, size in align(left, right)) == measure("".join(left), "".join(right))


@given(WORDS, WORDS)
def test_words_are_all_there_and_the_same_where_unmarked(left: str, right: str) -> None:
    before, after = compare_words(left, right)
    assert (join(before), join(after)) == (left, right)
    assert keep(before).casefold() == keep(after).casefold()


def test_only_the_words_that_changed_are_marked() -> None:
    before, after = compare_words("The pier will be sold.", "The old pier will not be sold.")
    assert [one.text for one in before if one.changed] == []
    assert [one.text.strip() for one in after if one.changed] == ["old", "not"]


def test_sentences_that_stayed_are_passed_over() -> None:
    stayed = " ".join(f"Sentence {number} stays." for number in range(20))
    found = compare_texts(f"{stayed} He said five.", f"{stayed} He said six.")
    assert [row.skipped for row in found.rows] == [19, 0]
    assert [one.text for one in found.rows[-1].left if one.changed] == ["five"]
    assert found.same == pytest.approx(20 / 21)


@given(WORDS)
def test_a_text_is_like_itself(text: str) -> None:
    found = compare_texts(text, text)
    assert found.same == 1
    assert not any(one.changed for row in found.rows for one in (*row.left, *row.right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("a " * 100_000, "b a " * 50_000),
        ("x. " * 30_000, "x. y. " * 20_000),
        ("a. b. " * 20_000, "b. a. " * 20_000),
        ("“" * 200_000, "”" * 200_000),
        ("." * 100_000 + "\n" * 100_000, "\n" * 200_000),
        (" " * 200_000 + "x", "x" + " " * 200_000),
    ],
)
def test_no_two_texts_take_long(left: str, right: str) -> None:
    begun = process_time()
    found = compare_texts(left, right)
    assert process_time() - begun < 2
    assert len(found.rows) <= ROWS
    assert all(len(join(row.left)) <= LONGEST + 2 for row in found.rows)


def test_passages_are_rows() -> None:
    found = compare_passages([("It is sold.", "It is sold."), ("He denied it.", "He refused it.")])
    assert [any(one.changed for one in row.left) for row in found.rows] == [False, True]
    assert found.same == pytest.approx(5 / 6)
    assert not found.more
