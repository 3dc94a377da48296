"""Dates of a timeline: TIMEX3 values as EDTF, and the days they begin and end on."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from firsthand.records import Timex

POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
QUARTER = re.compile(r"(\d{4})-Q([1-4])")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI|2[1-4])")
SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
FIRST_MONTHS = {"21": 3, "22": 6, "23": 9, "24": 12}
TIME_OF_DAY = re.compile(r"\d{4}-\d\d-\d\dT(?:MO|MI|AF|EV|NI|DT)")
DURATION = re.compile(r"P(\d{1,3})([DWMY])")
DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
LENGTH_OF_DAY = 10  # characters of an ISO date
OPEN = frozenset(("", ".."))


@dataclass(frozen=True, slots=True)
class Period:
    """The days of an EDTF date, both ends in it; None where it is open."""

    start: date | None
    end: date | None

    def meets(self, other: "Period") -> bool:
        """Whether one lies within the other, taken at the ends that are stated."""
        return _holds(self, other) or _holds(other, self)


def to_edtf(timex: Timex) -> str | None:
    """The date of a time expression as EDTF, as exact as the text; None of durations, sets and vague references."""
    if timex.type not in {"DATE", "TIME"}:
        return None
    value = timex.edtf or _convert(timex.value)
    return value if value and read_period(value) else None


def read_period(value: str) -> Period | None:
    """The days of an EDTF date or interval; None where it is none of the forms that the package writes."""
    first, slash, last = value.partition("/")
    if not slash:
        return _read_point(value)
    start, end = _read_point(first), _read_point(last)
    if (start is None and first not in OPEN) or (end is None and last not in OPEN) or (start is None and end is None):
        return None
    return Period(start.start if start else None, end.end if end else None)


def end_before(when: str) -> str | None:
    """The open interval that ends before a date: "before the summer" is up to May."""
    period = read_period(when)
    if period is None or period.start is None or period.start == date.min:
        return None
    last = (period.start - timedelta(days=1)).isoformat()
    return f"../{last if len(when) >= LENGTH_OF_DAY else last[:7]}"


def find_next(when: str, told: date) -> str:
    """The month or weekday of a plan, the next one after the day it was told: "no later than July", said in May."""
    period = read_period(when)
    if period is None or period.start is None or period.end is None or period.end >= told:
        return when
    if period.start == period.end:
        return (told + timedelta(days=(period.start - told).days % 7 or 7)).isoformat()
    return f"{int(when[:4]) + 1:04}{when[4:]}"


def span_from(day: str, duration: str) -> str | None:
    """The days from a day on for as long as a duration says: "within two weeks"."""
    start, match = read_period(day), DURATION.fullmatch(duration)
    if start is None or start.start is None or match is None:
        return None
    try:
        return f"{start.start}/{start.start + timedelta(days=int(match[1]) * DAYS[match[2]])}"
    except OverflowError:
        return None


def _convert(value: str) -> str | None:
    """A TIMEX3 value as EDTF: weeks and quarters as intervals, seasons by number, parts of a day as the day."""
    if TIME_OF_DAY.fullmatch(value):
        return value[:10]
    if match := SEASON.fullmatch(value):
        return f"{match[1]}-{SEASONS.get(match[2], match[2])}"
    if WEEK.fullmatch(value) or QUARTER.fullmatch(value):
        period = _read_point(value)
        return f"{period.start}/{period.end}" if period else None
    return value if POINT.fullmatch(value) else None


def _read_point(value: str) -> Period | None:
    value = value.strip("?~%")
    try:
        if match := WEEK.fullmatch(value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return Period(monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6))
        if match := QUARTER.fullmatch(value):
            return _read_months(int(match[1]), 3 * int(match[2]) - 2, 3)
        if match := SEASON.fullmatch(value):
            return _read_months(int(match[1]), FIRST_MONTHS[SEASONS.get(match[2], match[2])], 3)
        if match := POINT.fullmatch(value):
            if match[3]:
                day = date(int(match[1]), int(match[2]), int(match[3]))
                return Period(day, day)
            return _read_months(int(match[1]), int(match[2] or 1), 1 if match[2] else 12)
    except (ValueError, OverflowError):  # a thirteenth month, the year 0
        return None
    return None


def _read_months(year: int, month: int, number: int) -> Period:
    after = year * 12 + month - 1 + number
    return Period(date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1))


def _holds(outer: Period, inner: Period) -> bool:
    starts, ends = outer.start or outer.end, outer.end or outer.start
    first, last = inner.start or inner.end, inner.end or inner.start
    if starts is None or ends is None or first is None or last is None:
        return False
    return starts <= first and last <= ends
