"""Spans of a text, held against each other."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.spans import overlap

SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 4)).map(lambda pair: (pair[0], sum(pair))), max_size=4)


def test_spans_that_only_touch_share_nothing() -> None:
    assert overlap([(0, 4), (8, 12)], [(11, 15)])
    assert not overlap([(0, 4), (8, 12)], [(4, 8), (12, 13)])


@given(SPANS, SPANS)
def test_sets_overlap_where_they_share_a_character(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    here, there = ({place for start, end in spans for place in range(start, end)} for spans in (first, second))
    assert overlap(first, second) == overlap(second, first) == bool(here & there)
