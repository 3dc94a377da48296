"""A claim over time as a drawing: a mark for each article, those of about one moment on top of each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from firsthand.serving.dates_in_words import MONTHS
from firsthand.serving.views.claim import Carrier

WIDTH = 720.0  # units of the drawing are pixels at its full size
SIDE = 34.0  # left and right, so that the first and last date fit
STACKS = 48  # moments that are told apart
MARK = 13.0  # from one mark of a stack to the next
HIGHEST = 10  # marks of a stack: higher ones are pressed together
AXIS = 26.0  # for the dates beneath
TICKS = 6


@dataclass(frozen=True)
class Mark:
    """An article: `kind` is origin, own or copy."""

    x: float
    y: float
    kind: str
    words: str


@dataclass(frozen=True)
class Tick:
    """A date beneath the line."""

    x: float
    words: str


@dataclass(frozen=True)
class SpreadDrawing:
    """Marks over a line with dates. `undated` counts articles without a date, which are not drawn."""

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    width: float
    height: float
    base: float
    undated: int


def draw_spread(carriers: Sequence[Carrier]) -> SpreadDrawing | None:
    """The drawing; None where fewer than two articles have a date."""
    dated = [(moment, one) for one in carriers if (moment := read_moment(one.article.published))]
    if len(dated) < 2:
        return None
    first, last = min(moment for moment, _ in dated), max(moment for moment, _ in dated)
    stacks: dict[int, list[Carrier]] = {}
    for moment, one in dated:
        stacks.setdefault(_find_stack(moment, first, last), []).append(one)
    tallest = max(map(len, stacks.values()))
    step = MARK if tallest <= HIGHEST else MARK * HIGHEST / tallest
    base = step * tallest + MARK
    marks = [
        Mark(_find_x(stack / STACKS), base - MARK * 0.75 - row * step, find_kind(one), one.article.outlet)
        for stack, ones in sorted(stacks.items())
        for row, one in enumerate(ones)
    ]
    ticks = tuple(_list_ticks(first, last))
    return SpreadDrawing(tuple(marks), ticks, WIDTH, base + AXIS, base, len(carriers) - len(dated))


def read_moment(published: str | None) -> datetime | None:
    """A publication date as a moment, noon for a day alone; None where it is none, or only a month or a year."""
    try:
        moment = datetime.fromisoformat(published or "")
        if len(published or "") <= len("2026-03-10"):
            moment += timedelta(hours=12)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def find_kind(carrier: Carrier) -> str:
    """What a mark stands for."""
    return "origin" if carrier.shows_origin else "copy" if carrier.copy_of else "own"


def _find_stack(moment: datetime, first: datetime, last: datetime) -> int:
    length = (last - first).total_seconds()
    return round((moment - first).total_seconds() / length * STACKS) if length else STACKS // 2


def _find_x(part: float) -> float:
    return SIDE + part * (WIDTH - 2 * SIDE)


def _list_ticks(first: datetime, last: datetime) -> Iterable[Tick]:
    """Dates, at most TICKS, evenly; hours where it is all within two days; each said once."""
    length = last - first
    said = ""
    for number in range(TICKS):
        moment = first + length * number / (TICKS - 1)
        words = f"{moment.day} {MONTHS[moment.month - 1][:3]}"
        if length < timedelta(days=2):
            words += f", {moment:%H:%M}"
        elif length > timedelta(days=330):
            words += f" {moment.year}"
        if words != said:
            yield Tick(_find_x(number / (TICKS - 1) if length else 0.5), words)
        said = words
