"""Announced for then: did it happen? A plan stays a plan until a later article tells that it was carried out."""

from collections.abc import Iterable
from dataclasses import replace

from firsthand.linking.relations.views import ClaimView, compare_stems
from firsthand.linking.timeline.events import Event
from firsthand.records import EventStatus

LEAST_COMMON = 0.5  # cosine of the plan and the report that it was carried out
OPEN = frozenset((EventStatus.PLANNED, EventStatus.CONDITIONAL))
Found = tuple[ClaimView, Event]


def settle_plans(found: Iterable[Found]) -> list[Found]:
    """The events, plans that were carried out as happened; what told so is not told twice."""
    events = list(found)
    done = [(view, event) for view, event in events if event.status is EventStatus.HAPPENED and not event.is_speech]
    settled: list[Found] = []
    dropped: set[int] = set()
    for view, event in events:
        outcome = next((one for one in done if is_outcome(view, event, one)), None)
        if outcome is None:
            settled.append((view, event))
            continue
        settled.append((outcome[0], settle(event, outcome[1])))
        dropped.add(id(outcome[1]))
    return [(view, event) for view, event in settled if id(event) not in dropped]


def settle(plan: Event, outcome: Event) -> Event:
    """A plan that was carried out: what happened, with the reason."""
    return replace(outcome, because=f"announced for {plan.when}; told on {outcome.utterance.day} as done")


def is_outcome(view: ClaimView, plan: Event, outcome: Found) -> bool:
    """Whether a happened event is what was planned: the same days, the same words, and told later."""
    other, event = outcome
    if plan.status not in OPEN or event.utterance.day <= plan.utterance.day or not plan.period.meets(event.period):
        return False
    return other is view or compare_stems(view, other) >= LEAST_COMMON
