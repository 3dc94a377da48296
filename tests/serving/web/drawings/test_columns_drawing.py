"""How many on which day, as columns: nothing is lost, nothing stands outside."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.serving.web.drawings.columns import MOST, draw_columns

DAYS = st.dictionaries(st.dates().map(date.isoformat), st.integers(1, 10_000), max_size=60)


@given(DAYS)
def test_columns_hold_all_and_stay_in_their_frame(days: dict[str, int]) -> None:
    drawn = draw_columns(days)
    if len(days) < 2:
        assert drawn is None
        return
    assert drawn is not None
    assert sum(one.count for one in drawn.columns) + drawn.left_out == sum(days.values())
    assert len(drawn.columns) <= MOST + 2
    assert drawn.highest == max(one.count for one in drawn.columns)
    for one in drawn.columns:
        assert 0 <= one.y <= drawn.height
        assert one.y + one.height == pytest.approx(drawn.height)
        assert one.x >= 0
        assert one.x + one.width <= drawn.width + 0.2


@pytest.mark.parametrize(
    ("length", "unit"), [(3, "day"), (80, "day"), (200, "week"), (2_000, "month"), (20_000, "year"), (600_000, "year")]
)
def test_the_unit_is_the_shortest_that_fits(length: int, unit: str) -> None:
    start = date(2026, 2, 27)
    days = {start.isoformat(): 2, (start + timedelta(days=length)).isoformat(): 1}
    drawn = draw_columns(days)
    assert drawn is not None
    assert drawn.unit == unit
    assert drawn.columns[-1].count == 1


def test_what_is_no_day_is_left_out() -> None:
    drawn = draw_columns({"2026-02-30": 7, "": 3, "\ud800": 1, "2026-03-01": 1, "2026-03-03": 4})
    assert drawn is not None
    assert [one.count for one in drawn.columns] == [1, 0, 4]
    assert (drawn.first, drawn.last, drawn.left_out) == ("1 March 2026", "3 March 2026", 0)
    assert drawn.columns[2].words == "3 March 2026: 4"


def test_the_ends_of_the_calendar_are_survived() -> None:
    drawn = draw_columns({"0001-01-01": 1, "9999-12-31": 2})
    assert drawn is not None
    assert (drawn.left_out, drawn.columns[-1].count) == (1, 2)
