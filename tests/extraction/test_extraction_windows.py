"""Windows cover every word once, whatever the words' lengths, and never exceed what the tagger takes."""

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extraction.windows import OVERLAP, WINDOW, PlannedWindow, plan_windows

LENGTHS = st.lists(st.integers(1, 8), max_size=800)


def plan(lengths: list[int]) -> list[PlannedWindow]:
    return plan_windows([0, *accumulate(lengths)][:-1], sum(lengths))


def test_no_words_need_no_window() -> None:
    assert plan_windows([], 0) == []


@pytest.mark.parametrize("count", [1, 2, WINDOW - 1, WINDOW])
def test_what_fits_is_one_window(count: int) -> None:
    assert plan([1] * count) == [PlannedWindow((0, count), (0, count), (0, count))]


def test_one_piece_more_needs_two_windows() -> None:
    first, second = plan([1] * (WINDOW + 1))
    assert first.kept[1] == second.kept[0]
    assert second.pieces[1] == second.kept[1] == WINDOW + 1


@given(LENGTHS)
def test_every_word_is_kept_once_and_in_order(lengths: list[int]) -> None:
    kept = [word for window in plan(lengths) for word in range(*window.kept)]
    assert kept == list(range(len(lengths)))


@given(LENGTHS)
def test_no_window_is_longer_than_the_tagger_takes(lengths: list[int]) -> None:
    assert all(0 < window.pieces[1] - window.pieces[0] <= WINDOW for window in plan(lengths))


@given(LENGTHS)
def test_kept_words_lie_whole_inside_their_window(lengths: list[int]) -> None:
    bounds = [0, *accumulate(lengths)]
    for window in plan(lengths):
        assert window.words[0] <= window.kept[0] < window.kept[1] <= window.words[1]
        assert window.pieces == (bounds[window.words[0]], bounds[window.words[1]])


@given(st.integers(WINDOW + 1, 5000))
def test_neighbours_share_enough_context(count: int) -> None:
    windows = plan([1] * count)
    assert all(a.words[1] - b.words[0] >= OVERLAP - 1 for a, b in pairwise(windows))
    assert len(windows) <= count // (WINDOW - OVERLAP - 10) + 1
