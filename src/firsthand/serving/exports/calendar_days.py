"""EDTF and TIMEX3 values as days of the calendar: the first and the last day that a value may mean."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]

LONGEST = 60  # characters: nothing longer is a date
QUALIFIERS = "~?%"
OPEN = frozenset(("", ".."))
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12, "21": 3, "22": 6, "23": 9, "24": 12}  # their first month


def find_days(value: str) -> tuple[date | None, date | None]:
    """The first and last day; None for an open side, and (None, None) for what is no date: durations, sets."""
    if len(value) > LONGEST:
        return None, None
    start, slash, end = value.partition("/")
    if not slash:
        return _find_point(value) or (None, None)
    first, last = (None if side in OPEN else _find_point(side) for side in (start, end))
    if (first is None and start not in OPEN) or (last is None and end not in OPEN):
        return None, None
    found = (first[0] if first else None, last[1] if last else None)
    return (None, None) if found[0] and found[1] and found[0] > found[1] else found


def _find_point(value: str) -> Days | None:
    value = re.sub(r"(?:-(?:WXX|QX|XX))+\Z", "", value.rstrip(QUALIFIERS))
    for pattern, find in FORMS:
        if match := pattern.fullmatch(value):
            try:
                return find(match)
            except (ValueError, OverflowError):  # a thirteenth month, the 30th of February, the year 0
                return None
    return None


def _span_months(year: int, month: int, number: int) -> Days:
    """So many months from the first day of this one."""
    years, last = divmod(month + number - 2, 12)
    year_of_last, month_of_last = year + years, last + 1
    end = date(year_of_last, month_of_last, monthrange(year_of_last, month_of_last)[1])
    return date(year, month, 1), end


def _span_week(match: re.Match[str], first: int, last: int) -> Days:
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return monday + timedelta(days=first), monday + timedelta(days=last)


def _span_day(match: re.Match[str]) -> Days:
    day = date.fromisoformat(match[1])
    return day, day


# Form of a value → its days. The same forms as in `dates_in_words`.
FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days]], ...] = tuple(
    (re.compile(pattern, re.ASCII), find)
    for pattern, find in (
        (r"(\d{4}-\d\d-\d\d)(?:[T ].*)?", _span_day),
        (r"(\d{4})-(0\d|1[0-2])", lambda match: _span_months(int(match[1]), int(match[2]), 1)),
        (r"(\d{4})-W(\d\d)", lambda match: _span_week(match, 0, 6)),
        (r"(\d{4})-W(\d\d)-WE", lambda match: _span_week(match, 5, 6)),
        (r"(\d{4})-W(\d\d)-([1-7])", lambda match: _span_week(match, int(match[3]) - 1, int(match[3]) - 1)),
        (r"(\d{4})-Q([1-4])", lambda match: _span_months(int(match[1]), 3 * int(match[2]) - 2, 3)),
        (r"(\d{4})-H([12])", lambda match: _span_months(int(match[1]), 6 * int(match[2]) - 5, 6)),
        (r"(\d{4})-(SP|SU|FA|AU|WI|21|22|23|24)", lambda match: _span_months(int(match[1]), SEASONS[match[2]], 3)),
        (r"(?:FY)?(\d{4})", lambda match: _span_months(int(match[1]), 1, 12)),
        (r"(\d{3})X?", lambda match: _span_months(10 * int(match[1]), 1, 120)),
        (r"(\d\d)(?:XX)?", lambda match: _span_months(100 * int(match[1]), 1, 1200)),
    )
)
