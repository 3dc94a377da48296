"""A second look believes weaker traces, but not none at all, and never takes a word twice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from firsthand.extraction.second_looks import REACH, look_again, role_probabilities

TRACES = arrays(np.float32, st.integers(1, 20), elements=st.floats(0, 1, width=32))


def look(row: list[float], region: range, taken: set[int], least: float = 0.1) -> tuple[int, int] | None:
    span = look_again(np.array(row, np.float32), region, taken, "cue", least)
    return (span.first, span.last) if span else None


@pytest.mark.parametrize(
    ("row", "taken", "expected"),
    [
        ([0, 0.05, 0.3, 0.02, 0], set(), (2, 3)),
        ([0, 0.2, 0.3, 0.15, 0], set(), (1, 4)),
        ([0, 0.2, 0.3, 0.15, 0], {1}, (2, 4)),
        ([0, 0.2, 0.3, 0.15, 0], {2}, (1, 2)),
        ([0, 0.09, 0.09, 0, 0], set(), None),
        ([0.9, 0, 0, 0, 0], {0}, None),
        ([0, 0, 0, 0.12, 0.04], set(), (3, 4)),
    ],
)
def test_the_likeliest_free_words(row: list[float], taken: set[int], expected: tuple[int, int] | None) -> None:
    assert look(row, range(5), taken) == expected


def test_words_outside_of_the_region_are_not_taken() -> None:
    assert look([0.9, 0.9, 0.3, 0.9], range(2, 3), set()) == (2, 3)
    assert look([0.9], range(0), set()) is None


def test_the_span_has_the_role_and_its_mean_probability() -> None:
    found = look_again(np.array([0.5, 0.3], np.float32), range(2), set(), "source", 0.1)
    assert found is not None
    assert (found.role, found.first, found.last) == ("source", 0, 2)
    assert found.probability == pytest.approx(0.4)


@given(TRACES, st.sets(st.integers(0, 19)), st.floats(0.01, 0.9))
def test_what_is_found_is_free_and_likely(row: np.ndarray, taken: set[int], least: float) -> None:
    found = look_again(row, range(len(row)), taken, "cue", least)
    free = [word for word in range(len(row)) if word not in taken]
    assert (found is None) is (not any(row[word] >= least for word in free))
    if found:
        inside = row[found.first : found.last]
        assert not taken & set(range(found.first, found.last))
        assert inside.max() == row[free].max()
        assert inside.min() >= REACH * inside.max() - 1e-6


def test_a_roles_probability_is_that_of_its_two_labels() -> None:
    scores = np.log(np.array([[0.4, 0.1, 0.2, 0.05, 0.1, 0.1, 0.05]], np.float32))
    for role, expected in (("source", 0.3), ("cue", 0.15), ("content", 0.15)):
        assert role_probabilities(scores, role) == pytest.approx([expected])
