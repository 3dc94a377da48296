"""The line of time under a story's drawing: moments of publication as places from left to right."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise
from math import log1p

from firsthand.serving.dates_in_words import MONTHS

SHORTEST = 16.0  # pixels between two moments, so that their marks stay apart
LABEL = 74.0  # pixels that the day under a mark needs
HOUR = 3600.0


@dataclass(frozen=True)
class Tick:
    """A day under the drawing, where its first article stands."""

    x: float
    words: str


@dataclass(frozen=True)
class Scale:
    """Where each moment (seconds, UTC) stands; `undated` is the place of articles without a date."""

    places: dict[float, float]
    ticks: tuple[Tick, ...]
    undated: float
    end: float

    def place(self, published: str | None) -> float:
        """Where an article of this date stands."""
        moment = read_moment(published)
        return self.undated if moment is None else self.places[moment]


def make_scale(dates: Iterable[str | None], start: float, end: float) -> Scale:
    """A scale from `start` to `end`, longer where the moments need it. Long pauses are drawn shorter than they are."""
    read = [_read(value) for value in dates]
    days = {moment.timestamp(): moment.date() for moment in read if moment is not None}
    moments = sorted(days)
    gaps = [0.5 + log1p((later - earlier) / HOUR) for earlier, later in pairwise(moments)]
    has_undated = None in read
    width = max(end - start - has_undated * LABEL, SHORTEST * len(gaps))
    steps = _share(gaps, width)
    places: dict[float, float] = {}
    x = start
    for moment, step in zip(moments, [0.0, *steps], strict=False):
        x += step
        places[moment] = x
    undated = (x + LABEL if moments else start) if has_undated else x
    return Scale(places, _make_ticks(places, days), undated, max(undated, end))


def read_moment(published: str | None) -> float | None:
    """Seconds of a date as published; a day counts from its beginning, and what has no zone is UTC."""
    moment = _read(published)
    return moment.timestamp() if moment else None


def _read(published: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat((published or "")[:40])
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _share(gaps: list[float], width: float) -> list[float]:
    """The width dealt out among the gaps, none under SHORTEST."""
    spare = max(0.0, width - SHORTEST * len(gaps))
    total = sum(gaps) or 1.0
    return [SHORTEST + spare * gap / total for gap in gaps]


def _make_ticks(places: dict[float, float], days: dict[float, date]) -> tuple[Tick, ...]:
    """The first moment of each day, as far as there is room for its words."""
    ticks: list[Tick] = []
    named: date | None = None
    for moment, x in places.items():
        day = days[moment]
        if day != named and (not ticks or x - ticks[-1].x >= LABEL):
            ticks.append(Tick(x, f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"))
        named = day
    return tuple(ticks)
