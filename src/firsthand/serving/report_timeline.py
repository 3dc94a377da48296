"""The timeline of a story by its three clocks: when it happens, when it was said, when it was reported."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from firsthand.records import EventStatus, TimelineEntry
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_lines import ALERT, PLAIN, QUIET, STRONG, Piece, make_blank, shorten, wrap
from firsthand.serving.report_rows import Line, draw_row, make_items, word_because

if TYPE_CHECKING:
    from rich.text import Text

WIDEST_LABEL = 30  # cells of the column of dates; longer ones have a line of their own
STATUS_STYLES = {
    EventStatus.HAPPENED: PLAIN,
    EventStatus.ONGOING: PLAIN,
    EventStatus.PLANNED: ALERT,
    EventStatus.CONDITIONAL: ALERT,
}


def draw_entries(
    story: LinkedStory, entries: Sequence[TimelineEntry], width: int, *, clocks: bool = True
) -> "Iterator[Text]":
    """Each entry beside its date, what did not happen yet marked; with `clocks` also when it was said and reported."""
    labels = [word_date(entry.when) for entry in entries]
    column = max((len(label) for label in labels if len(label) <= WIDEST_LABEL), default=0) + 2
    for label, entry in zip(labels, entries, strict=True):
        yield from draw_row(label, _compose_entry(story, entry, clocks), max(column, len(label) + 2), width)


def _compose_entry(story: LinkedStory, entry: TimelineEntry, clocks: bool) -> list[Line]:
    status: list[Piece] = [(f" ({entry.status})", STATUS_STYLES[entry.status])]
    what: list[Piece] = [(shorten(entry.what, 300), STRONG if clocks else PLAIN)]
    lines: list[Line] = [[what + (status if entry.status is not EventStatus.HAPPENED else [])]]
    if clocks:
        lines += [make_items(_list_clocks(story, entry)), word_because(entry.because)]
    return lines


def _list_clocks(story: LinkedStory, entry: TimelineEntry) -> Iterable[str]:
    if entry.said:
        yield f"said {word_date(entry.said)}"
    if entry.reported:
        yield f"reported {word_date(entry.reported)}"
    if entry.statement in story.statements:
        yield story.name_publisher(story.statements[entry.statement][1])
    yield shorten(entry.statement)


def draw_timeline(story: LinkedStory, width: int) -> "Iterator[Text]":
    """The whole timeline of a story under its title."""
    yield from wrap([(shorten(story.links.story.title, 300) or "untitled", STRONG)], width)
    yield from wrap([(f"story {shorten(story.links.story.id)}", QUIET)], width)
    yield make_blank()
    if not story.links.timeline:
        yield from wrap([("nothing in this story has a date", PLAIN)], width)
    yield from draw_entries(story, story.links.timeline, width)
