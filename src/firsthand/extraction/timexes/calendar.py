"""Calendar values: days, weeks, months, quarters, seasons and years as TIMEX3 and EDTF write them.

A value is text as precise as it is known: "2025", "2025-02", "2025-02-27", "2025-W09", "2025-Q1", "2025-SU". Unknown
digits are X. All functions give None, never an error, for days that do not exist or lie outside the years 1 to 9999.
"""

from calendar import monthrange
from datetime import date, timedelta

from firsthand.lexicons.times import SEASONS

SEASON_CODES = dict(SEASONS.values())


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(day: date, days: int) -> date | None:
    """So many days later."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(day: date, months: int) -> date | None:
    """The same day so many months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def format_week(day: date) -> str:
    """The ISO week that holds a day: "2025-W09"."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def format_month(day: date) -> str:
    """The month that holds a day: "2025-02"."""
    return day.isoformat()[:7]


def format_quarter(day: date) -> str:
    """The quarter that holds a day: "2025-Q1"."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def format_weekend(day: date) -> str:
    """The weekend of the ISO week that holds a day: "2025-W09-WE"."""
    return f"{format_week(day)}-WE"


def find_season(day: date) -> tuple[int, str]:
    """The season that holds a day, and the year in which it began."""
    for name, first in (("WI", 12), ("FA", 9), ("SU", 6), ("SP", 3)):
        if day.month >= first:
            return day.year, name
    return day.year - 1, "WI"


def find_nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The n-th weekday (1 is Monday) of a month; -1 is the last."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def read_day(value: str) -> date | None:
    """The day of a value that is as precise as a day; times of day are cut off."""
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 and value[4] == "-" else None
    except ValueError:
        return None


def write_edtf(value: str) -> str | None:
    """The EDTF of a value where it differs: weeks, weekends, quarters, halves, seasons, decades, centuries."""
    head, tail = value[:4], value[5:]
    if len(value) == 2 and value.isdigit():
        return f"{value}XX"
    if not head.isdigit() or not tail:
        return None
    if tail[:1] == "W" and tail[1:3].isdigit():
        return _write_week(int(head), int(tail[1:3]), tail.endswith("-WE"))
    if tail[:1] == "Q" and tail[1:].isdigit():
        month = 3 * int(tail[1:]) - 2
        return f"{head}-{month:02}/{head}-{month + 2:02}"
    if tail in {"H1", "H2"}:
        return f"{head}-01/{head}-06" if tail == "H1" else f"{head}-07/{head}-12"
    return f"{head}-{SEASON_CODES[tail]}" if tail in SEASON_CODES else None


def write_part(value: str, part: str) -> str | None:
    """The EDTF interval of the early, middle or late part of a value. Its inner ends are approximate."""
    place = {"early": 0, "mid": 1, "late": 2}[part]
    if len(value) == 4 and value.endswith("X") and value[:3].isdigit():
        first, last = ((0, 3), (4, 6), (7, 9))[place]
        return _write_interval(f"{value[:3]}{first}", f"{value[:3]}{last}", place)
    if len(value) == 4 and value.isdigit():
        first, last = ((1, 4), (5, 8), (9, 12))[place]
        return _write_interval(f"{value}-{first:02}", f"{value}-{last:02}", place)
    if len(value) == 7 and value.replace("-", "").isdigit():
        end = monthrange(int(value[:4]), int(value[5:]))[1]
        first, last = ((1, 10), (11, 20), (21, end))[place]
        return _write_interval(f"{value}-{first:02}", f"{value}-{last:02}", place)
    week = write_edtf(value) if len(value) == 8 and value[5] == "W" else None
    monday = read_day(week) if week else None
    if monday is None:
        return None
    first, last = ((0, 2), (2, 3), (3, 6))[place]
    return _write_interval(str(monday + timedelta(days=first)), str(monday + timedelta(days=last)), place)


def _write_interval(first: str, last: str, place: int) -> str:
    return f"{first}{'~' if place else ''}/{last}{'~' if place < 2 else ''}"


def _write_week(year: int, week: int, is_weekend: bool) -> str | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
        return f"{monday + timedelta(days=5 * is_weekend)}/{monday + timedelta(days=6)}"
    except (ValueError, OverflowError):
        return None
