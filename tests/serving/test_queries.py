"""From a user's raw words to a query."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import UsageError
from firsthand.serving.queries import check_day, check_query, remove_marks
from firsthand.storage import Query
from firsthand.storage.found import MARK_END, MARK_START


@given(st.dates())
def test_every_day_month_and_year_is_a_date(day: date) -> None:
    for length in (4, 7, 10):
        assert check_day(day.isoformat()[:length]) == day.isoformat()[:length]


@pytest.mark.parametrize("value", ["", "2026-13", "2026-02-30", "0000", "26-01-01", "2026-1-1", "٢٠٢٦", "2026-01-01\n"])
def test_what_is_no_date_says_what_to_write(value: str) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        check_day(value)


@given(st.text())
def test_any_text_is_a_date_or_a_usage_error(value: str) -> None:
    try:
        assert check_day(value) == value
    except UsageError as error:
        assert error.subject == value  # noqa: PT017


BAD = [{}, {"words": "  "}, {"words": "x", "limit": 0}, {"words": "x", "since": "x"}]
BAD += [{"act": "shout"}, {"words": "x", "status": "\0"}, {"words": "x", "form": "x"}]


@pytest.mark.parametrize("query", [Query(**fields) for fields in BAD])
def test_queries_that_cannot_be_answered(query: Query) -> None:
    with pytest.raises(UsageError):
        check_query(query)


@pytest.mark.parametrize("field", ["words", "speaker", "outlet", "since", "until", "actor"])
def test_any_one_field_is_enough(field: str) -> None:
    check_query(Query(**{field: "2026"}))


@pytest.mark.parametrize(("field", "value"), [("act", "deny"), ("status", "hedged"), ("form", "mixed")])
def test_what_is_on_a_closed_list_is_enough(field: str, value: str) -> None:
    check_query(Query(**{field: value}))


def test_marks_are_removed() -> None:
    assert remove_marks(f"the {MARK_START}port{MARK_END} stays") == "the port stays"
