"""The events that a statement tells of: dates in its content, each with what had become of it by then."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from firsthand.lexicons.presentation import CONDITION, FUTURE, PLANNED
from firsthand.lexicons.times import MONTHS, WEEKDAYS
from firsthand.linking.entries import Entry
from firsthand.linking.relations.utterances import Utterance
from firsthand.linking.timeline.asserting import is_asserted, is_negated
from firsthand.linking.timeline.dates import DURATION, Period, end_before, find_next, read_period, span_from, to_edtf
from firsthand.records import Act, EventStatus, Status, Timex
from firsthand.text.spans import overlap

AHEAD = re.compile(f"{FUTURE}|{PLANNED}", re.IGNORECASE)
IS_CONDITIONAL = re.compile(rf"{CONDITION}|\b(?:subject to|pending)\b", re.IGNORECASE)
SOON = re.compile(r"\b(?:in|over|within) the (?:coming|next few) (?:days|weeks|months)\b|\bshortly\b", re.IGNORECASE)
WITHIN = re.compile(r"\b(?:within|in|over)(?: the)?(?: next| coming)? $")


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated in a statement. `because` says why it has its status."""

    when: str
    period: Period
    status: EventStatus
    because: str
    utterance: Utterance
    is_speech: bool


def find_events(utterance: Utterance, entry: Entry) -> Iterator[Event]:
    """The dated events of a statement's content. What is denied is none, nor is what nobody said."""
    if utterance.statement.act in {Act.DENY, Act.DECLINE} or utterance.is_opposite:
        return
    if is_negated(utterance.cue) or not is_asserted(utterance.statement, entry):
        return
    for timex in entry.record.timexes:
        when = date_timex(timex, utterance, entry) if overlap((timex.span,), utterance.spans) else None
        period = read_period(when) if when else None
        if when is not None and period is not None:
            status, because = judge_status(utterance, entry, timex, period)
            yield Event(when, period, status, because, utterance, is_speech=False)
    soon = SOON.search(utterance.side.text)
    start = read_period(utterance.day)
    if soon and start is not None:
        because = f"announced for “{soon.group().casefold()}”"
        when = f"{utterance.day}/.."
        yield Event(when, Period(start.start, None), EventStatus.PLANNED, because, utterance, is_speech=False)


def date_timex(timex: Timex, utterance: Utterance, entry: Entry) -> str | None:
    """The date of a time expression, with what stands before it: "before May", "within two weeks"."""
    before = entry.article.text[max(0, timex.span[0] - 20) : timex.span[0]].casefold()
    when = to_edtf(timex)
    if when is not None and "/" not in when and before.endswith(("before ", "before the ")):
        return end_before(when)
    if WITHIN.search(before) and DURATION.fullmatch(timex.value) and is_ahead(utterance, entry, timex):
        return span_from(utterance.day, timex.value)
    told = read_day(entry.day)
    words = entry.article.text[slice(*timex.span)].casefold()
    if when is not None and told is not None and (words in MONTHS or words in WEEKDAYS) and is_planned(utterance):
        return find_next(when, told)
    return when


def judge_status(utterance: Utterance, entry: Entry, timex: Timex, period: Period) -> tuple[EventStatus, str]:
    """What had become of an event on the day it was told, with the reason."""
    told = read_day(entry.day) or read_day(utterance.day)
    status = utterance.statement.status
    if told is not None and period.end is not None and period.end < told:
        return EventStatus.HAPPENED, f"told on {told} of an earlier day"
    if status is Status.CONDITIONAL or (IS_CONDITIONAL.search(utterance.side.text) and is_future(period, told)):
        return EventStatus.CONDITIONAL, "said with a condition"
    is_open = period.end is None and (told is None or period.start is None or period.start <= told)
    if is_open and not is_ahead(utterance, entry, timex):
        return EventStatus.ONGOING, "since then, with no end told"
    is_until = told is not None and period.start is None and period.end is not None and period.end >= told
    if is_future(period, told) or is_until:
        return EventStatus.PLANNED, f"still ahead on {told}"
    if is_ahead(utterance, entry, timex):
        return EventStatus.PLANNED, "told as something to come"
    return EventStatus.HAPPENED, "told as a fact"


def is_future(period: Period, told: date | None) -> bool:
    """Whether a period begins after the day on which it is told."""
    return told is not None and period.start is not None and period.start > told


def is_planned(utterance: Utterance) -> bool:
    """Whether somebody means to do what is said."""
    return utterance.statement.status is Status.PLANNED or utterance.statement.act is Act.INTEND


def is_ahead(utterance: Utterance, entry: Entry, timex: Timex) -> bool:
    """Whether the words around a date tell of something to come."""
    if is_planned(utterance):
        return True
    sentence = next((span for span in entry.sentences if span[0] <= timex.span[0] < span[1]), timex.span)
    start, end = max(sentence[0], timex.span[0] - 200), min(sentence[1], timex.span[1] + 100)
    return AHEAD.search(entry.article.text, start, end) is not None


def read_day(value: str) -> date | None:
    """A day from its ISO form; None of anything else."""
    period = read_period(value[:10])
    return period.start if period is not None and len(value) >= 10 else None
