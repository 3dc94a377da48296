"""The timeline of a story by its three clocks: what has happened, and, set apart, what is planned or conditional."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import msgspec

from firsthand.records import EventStatus, TimelineEntry
from firsthand.serving.exports.calendar_days import find_days
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.views.closed_lists import choose
from firsthand.serving.views.paging import PAGE, Paged, slice_page
from firsthand.serving.views.statements import ActorLink, ArticleLink, link_actor, link_article


class Period(StrEnum):
    """Parts of a timeline: what is planned or conditional; what happened while the story ran, and before; all of it."""

    AHEAD = "ahead"
    DURING = "during"
    BEFORE = "before"
    ALL = "all"


class Clock(StrEnum):
    """What tells when something happens: the words themselves, or only the day on which they were said or printed."""

    EVENT = "event"
    SAID = "said"
    REPORTED = "reported"


class StoryEvent(msgspec.Struct, frozen=True):
    """Something that happens. `when` and `said` are EDTF or TIMEX3 values, `reported` is as published.

    `dated_by` says whose clock `when` is.
    `statement` is the id of the statement that tells it, `speaker` who makes that, `article` where it stands; None
    where the story has no such statement any more.
    """

    when: str
    said: str | None
    reported: str | None
    what: str
    status: EventStatus
    statement: str
    speaker: ActorLink | None
    article: ArticleLink | None
    because: tuple[str, ...]
    dated_by: Clock


MONTH = 31  # days: whatever may be on more of them is vague
# The reasons that linking gives for the date of an entry that has none of its own (docs/contract.md).
CLOCKS = {"the day on which it was said": Clock.SAID, "the day on which it was published": Clock.REPORTED}
AHEAD = frozenset((EventStatus.PLANNED, EventStatus.CONDITIONAL))


def read_period(value: str) -> Period:
    """A period from a word that a user gives; an empty one stands for all; raises UsageError for any other."""
    return choose(Period, value or Period.ALL, "not a known period: it is one of")


def list_events(
    story: LinkedStory, period: Period = Period.ALL, offset: int = 0, limit: int = PAGE
) -> Paged[StoryEvent]:
    """One page of a part of the timeline, by when it happens; vague dates stand at their end.

    Raises:
        UsageError: the page is out of bounds.

    """
    return cut_events(story, split_timeline(story)[period], offset, limit)


def cut_events(story: LinkedStory, entries: Sequence[TimelineEntry], offset: int, limit: int) -> Paged[StoryEvent]:
    """One page of these entries; raises like `list_events`."""
    page = slice_page(entries, offset, limit)
    return Paged(tuple(make_event(story, one) for one in page.items), offset, limit, page.has_more)


def split_timeline(story: LinkedStory) -> dict[Period, list[TimelineEntry]]:
    """The timeline in its parts.

    What was over before the story's first article is background, and what began before and has no end that is told.
    """
    first = _find_first_day(story)
    parts: dict[Period, list[TimelineEntry]] = {period: [] for period in Period}
    for entry in story.links.timeline:
        past = Period.BEFORE if _is_background(entry, first) else Period.DURING
        period = Period.AHEAD if entry.status in AHEAD else past
        parts[period].append(entry)
        parts[Period.ALL].append(entry)
    for period in (Period.AHEAD, Period.DURING):
        parts[period].sort(key=_find_place)
    return parts


def make_event(story: LinkedStory, entry: TimelineEntry) -> StoryEvent:
    """An entry of the timeline with who tells it where."""
    statement, record = story.statements.get(entry.statement, (None, None))
    speaker = statement.speaker if statement and statement.source else None
    return StoryEvent(
        *(entry.when, entry.said, entry.reported, entry.what, entry.status, entry.statement),
        speaker=link_actor(speaker, story.actors) if speaker is not None else None,
        article=link_article(record, story.actors) if record else None,
        because=entry.because,
        dated_by=next((CLOCKS[one] for one in entry.because if one in CLOCKS), Clock.EVENT),
    )


def _find_place(entry: TimelineEntry) -> date:
    """The day at which an entry stands: the first that it may mean, or the last where that is vague (`2026`)."""
    first, last = find_days(entry.when)
    if first is None or last is None:
        return first or last or date.max
    return last if (last - first).days > MONTH else first


def _find_first_day(story: LinkedStory) -> date | None:
    days = (find_days(record.article.published or "")[0] for record in story.records)
    return min(filter(None, days), default=None)


def _is_background(entry: TimelineEntry, first: date | None) -> bool:
    """Whether it was over before the first article, or began before and has no end that is told."""
    start, end = find_days(entry.when)
    last = end or start
    return first is not None and last is not None and last < first
