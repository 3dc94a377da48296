"""Articles over days as a few bars, beside a story in a list."""

from collections.abc import Mapping
from dataclasses import dataclass

from firsthand.serving.dates_in_words import word_date
from firsthand.serving.web.drawings.columns import read_days

WIDTH, HEIGHT = 120, 28
MOST = 40  # bars: of more days several share one
LOWEST = 3.0  # a day with one article among many is still seen


@dataclass(frozen=True)
class Bar:
    """A bar that stands on the line."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Spark:
    """Bars in a field of WIDTH by HEIGHT, and what they show in words."""

    bars: tuple[Bar, ...]
    words: str
    width: int = WIDTH
    height: int = HEIGHT


def draw_spark(days: Mapping[str, int]) -> Spark | None:
    """A bar for each day from the first to the last; None where there is one day or none."""
    dated = read_days(days)
    if len(dated) < 2:
        return None
    first, last = min(dated), max(dated)
    span = (last - first).days + 1
    slots = min(span, MOST)
    heights = [0] * slots
    for day, number in dated.items():
        heights[(day - first).days * slots // span] += number
    busiest = max(dated, key=lambda day: (dated[day], day))
    words = f"Articles a day over {span} days; most, {dated[busiest]}, on {word_date(busiest.isoformat())}"
    return Spark(tuple(_make_bars(heights)), words)


def _make_bars(heights: list[int]) -> list[Bar]:
    step = WIDTH / len(heights)
    width = max(1.5, min(step - 1, 12.0))
    tallest = max(heights)
    scaled = [max(LOWEST, HEIGHT * number / tallest) if number else 0.0 for number in heights]
    return [
        Bar(round(step * place + (step - width) / 2, 1), round(HEIGHT - tall, 1), round(width, 1), round(tall, 1))
        for place, tall in enumerate(scaled)
        if tall
    ]
