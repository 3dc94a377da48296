import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.reading.dates import parse_published


@pytest.mark.parametrize(
    ("given_date", "expected"),
    [
        ("2025-02-27", "2025-02-27"),
        ("2026-09-07T07:15:00+02:00", "2026-09-07T07:15:00+02:00"),
        ("2024-01-07T01:20:00Z", "2024-01-07T01:20:00Z"),
        (" 2024-01-07 01:20:00+00:00 ", "2024-01-07T01:20:00+00:00"),
        ("2024-01-07T01:20:00.000+0100", "2024-01-07T01:20:00.000+0100"),
        ("20250227", "2025-02-27"),
        ("27 February 2025", "2025-02-27"),
        ("Feb. 27, 2025, 10:14 AM", "2025-02-27"),
        ("Sept 7th, 2026", "2026-09-07"),
        ("27.02.2025", "2025-02-27"),
        ("27/02/2025", "2025-02-27"),
        ("02/27/2025", "2025-02-27"),
        ("Thu, 27 Feb 2025 10:00:00 GMT", "2025-02-27"),
        ("1740650400", "2025-02-27T10:00:00+00:00"),
        ("1740650400000", "2025-02-27T10:00:00+00:00"),
    ],
)
def test_dates_as_news_writes_them(given_date: str, expected: str) -> None:
    assert parse_published(given_date) == expected


@pytest.mark.parametrize(
    "given_date", ["", "yesterday", "2025-02-30", "03/04/2025", "31 June 2025", "2025-02", "9999-01-01", "9999999999"]
)
def test_what_is_no_whole_date_gives_none(given_date: str) -> None:
    assert parse_published(given_date) is None


@given(st.text() | st.from_regex(r"\A[0-9]{1,4}[-./ ][0-9A-Za-z]{1,9}[-./ ][0-9]{1,4}.{0,20}\Z"))
def test_any_string_gives_a_date_that_reads_back(value: str) -> None:
    published = parse_published(value)
    assert published is None or parse_published(published) == published
