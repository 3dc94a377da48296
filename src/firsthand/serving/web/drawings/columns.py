"""How many on which day, drawn as columns: what a template needs to draw them as SVG."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from firsthand.serving.dates_in_words import word_date

MOST = 90  # columns
HEIGHT = 72.0  # of the highest column; units of the drawing are pixels at its full size
WIDTH = 720.0
WIDEST = 18.0  # column


@dataclass(frozen=True)
class Column:
    """One column: where it stands, how high it is, and what it says."""

    x: float
    y: float
    width: float
    height: float
    count: int
    words: str


@dataclass(frozen=True)
class Columns:
    """A drawing. `unit` is what a column stands for: day, week, month or year; `left_out` lies before the first."""

    columns: tuple[Column, ...]
    unit: str
    first: str
    last: str
    highest: int
    left_out: int
    width: float = WIDTH
    height: float = HEIGHT


def _find_week(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _follow_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


# (unit, from a day to the first one of its column, from that to the next column's, how to say it in TIMEX3)
Unit = tuple[str, Callable[[date], date], Callable[[date], date], Callable[[date], str]]
UNITS: tuple[Unit, ...] = (
    ("day", lambda day: day, lambda day: day + timedelta(days=1), date.isoformat),
    ("week", _find_week, lambda day: day + timedelta(days=7), lambda day: f"{day.isocalendar()[0]}-W{day:%V}"),
    ("month", lambda day: day.replace(day=1), _follow_month, lambda day: day.isoformat()[:7]),
    ("year", lambda day: date(day.year, 1, 1), lambda day: date(day.year + 1, 1, 1), lambda day: day.isoformat()[:4]),
)


def draw_columns(days: Mapping[str, int]) -> Columns | None:
    """Columns by day, or by what is longer where there would be too many; None where there is nothing to draw.

    Args:
        days: how many on which day (ISO); what is no day is left out.

    """
    known = read_days(days)
    if len(known) < 2:
        return None
    unit = next((one for one in UNITS if _count_columns(known, one) <= MOST), UNITS[-1])
    return _place(_gather(known, unit), unit[0])


def read_days(days: Mapping[str, int]) -> dict[date, int]:
    """How many on which day, of what is a day; a month or a year is none."""
    found: dict[date, int] = {}
    for day, number in days.items():
        try:
            found[date.fromisoformat(day)] = number
        except ValueError:
            continue
    return found


def _count_columns(days: Mapping[date, int], unit: Unit) -> float:
    length = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.2}[unit[0]]
    return (max(days) - min(days)).days / length + 1


def _gather(days: Mapping[date, int], unit: Unit) -> tuple[list[tuple[str, int]], int]:
    """(what to call each column, how many) without gaps, and how many lie before the first of them."""
    _, find_start, find_next, name = unit
    counts: Counter[date] = Counter()
    for day, number in days.items():
        counts[find_start(day)] += number
    start, end = min(counts), max(counts)
    if unit[0] == "year":
        start = max(start, date(max(1, end.year - MOST + 1), 1, 1))
    columns = []
    at = start
    while at < end:  # so that nothing after the last day there is, 31 December 9999, is asked for
        columns.append((name(at), counts[at]))
        at = find_next(at)
    columns.append((name(end), counts[end]))
    return columns, sum(number for day, number in counts.items() if day < start)


def _place(gathered: tuple[list[tuple[str, int]], int], unit: str) -> Columns:
    named, left_out = gathered
    highest = max(number for _, number in named)
    step = min(WIDTH / len(named), WIDEST * 1.4)
    width = max(1.0, min(step * 0.72, WIDEST))
    columns = []
    for place, (name, number) in enumerate(named):
        height = round(HEIGHT * number / highest, 1) if number else 0.0
        words = f"{word_date(name)}: {number:,}"
        columns.append(
            Column(round(place * step, 1), round(HEIGHT - height, 1), round(width, 1), height, number, words)
        )
    first, last = (word_date(named[place][0]) for place in (0, -1))
    return Columns(tuple(columns), unit, first, last, highest, left_out, width=round(step * len(named), 1))
