"""What a date may mean as days: as our words say it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.serving.dates_in_words import word_known_date
from firsthand.serving.exports.calendar_days import find_days


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-02-27", "2025-02-27", "2025-02-27"),
        ("2025-02-27T14:30:00+02:00", "2025-02-27", "2025-02-27"),
        ("2025-02-27TEV", "2025-02-27", "2025-02-27"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-W09", "2025-02-24", "2025-03-02"),
        ("2025-W09-WE", "2025-03-01", "2025-03-02"),
        ("2025-W09-3", "2025-02-26", "2025-02-26"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2025-WI", "2025-12-01", "2026-02-28"),
        ("2025-SP", "2025-03-01", "2025-05-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025~", "2025-01-01", "2025-12-31"),
        ("2025-XX-XX", "2025-01-01", "2025-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2024-10/2025", "2024-10-01", "2025-12-31"),
        ("2024-10/..", "2024-10-01", None),
        ("../2024-10", None, "2024-10-31"),
        ("2025/2024", None, None),
        ("2025-13", None, None),
        ("2025-02-30", None, None),
        ("0000", None, None),
        ("9999-WI", None, None),
        ("P3D", None, None),
        ("", None, None),
        ("2" * 1000, None, None),
    ],
)
def test_a_value_is_its_first_and_last_day(value: str, first: str | None, last: str | None) -> None:
    expected = tuple(day and date.fromisoformat(day) for day in (first, last))
    assert find_days(value) == expected


VALUES = st.from_regex(r"(\d{4}(-(\d\d|W\d\d|Q\d|SU)(-\d\d)?)?|\.\.)(/(\d{4}(-\d\d)?|\.\.))?[~?%]?", fullmatch=True)


@given(VALUES)
def test_what_has_days_has_words(value: str) -> None:
    first, last = find_days(value)
    if first or last:
        assert word_known_date(value) is not None
        assert first is None or last is None or first <= last


@given(st.text())
def test_any_text_is_survived(value: str) -> None:
    assert len(find_days(value)) == 2
