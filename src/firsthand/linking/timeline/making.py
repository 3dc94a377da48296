"""The timeline of a story: what happened, goes on, is planned or depends, and who said what when."""

from collections.abc import Iterator, Sequence

from firsthand.linking.entries import Material
from firsthand.linking.relations.views import ClaimView, view_claims
from firsthand.linking.timeline.asserting import is_ahead_of_speech, is_asserted
from firsthand.linking.timeline.dates import Period, read_period
from firsthand.linking.timeline.events import Event, find_events
from firsthand.linking.timeline.outcomes import OPEN, Found, settle, settle_plans
from firsthand.linking.timeline.phrases import tell_statement
from firsthand.records import Act, Claim, ClaimStatus, EventStatus, HopRole, Statement, TimelineEntry

# Acts of speech that are events by themselves; others only where the claim was taken up by several articles.
NOTABLE = frozenset((
    Act.DENY, Act.CONFIRM, Act.ANNOUNCE, Act.WARN, Act.THREATEN, Act.PROMISE, Act.OFFER, Act.DEMAND,
))  # fmt: skip
FEWEST_ARTICLES = 2


def make_timeline(claims: Sequence[Claim], material: Material) -> tuple[TimelineEntry, ...]:
    """The timeline of one story, in the order of time: at most one entry a claim and date.

    A plan stays `planned` until a later article tells that it was carried out.
    """
    covered = {id for claim in claims for id in claim.statements}
    rest = [make_claim(statement) for id, statement in material.statements.items() if id not in covered]
    views = view_claims([*sorted(claims, key=lambda claim: claim.statements), *rest], material)
    found = [(view, event) for view in views for event in find_all(view, material)]
    entries = [make_entry(view, event, material) for view, event in drop_frames(settle_plans(found))]
    return tuple(sorted(entries, key=sort_key))


def drop_frames(found: Sequence[Found]) -> list[Found]:
    """The events without those of a statement that only frames another, "X said that Y plans …", or of a claim that
    shares its statement with another: of one article, place and date the innermost is told, once.
    """
    framing = {(event.when, event.utterance.statement.within) for _, event in found if not event.is_speech}
    kept: dict[tuple[str, str], Found] = {}
    for view, event in found:
        key = event.when, event.utterance.statement.id
        if event.is_speech or key not in framing:
            kept.setdefault(key, (view, event))
    return list(kept.values())


def find_all(view: ClaimView, material: Material) -> Iterator[Event]:
    """The events of a claim and the speech by which it came up, one a date.

    The first told stands for them, unless a later article knows more: the latest word on what became of it counts.
    """
    told = [
        event
        for utterance in view.utterances
        for event in find_events(utterance, material.entry_by_id[utterance.article])
    ]
    chosen: dict[Period, Event] = {}
    for event in [*told, *find_speech(view, material)]:
        known = chosen.setdefault(event.period, event)
        if not event.is_speech:
            chosen[event.period] = choose_event(known, event)
    yield from chosen.values()


def choose_event(known: Event, event: Event) -> Event:
    """Which of two tellings of one event stands for it."""
    if event.utterance is known.utterance:
        return max(known, event, key=lambda one: len(one.when))  # the hour, where a statement gives both
    if event.status is known.status or event.utterance.day <= known.utterance.day:
        return known
    return settle(known, event) if known.status in OPEN and event.status is EventStatus.HAPPENED else event


def find_speech(view: ClaimView, material: Material) -> Iterator[Event]:
    """The days on which somebody new says it, the earliest first."""
    is_shared = len({one.article for one in view.utterances}) >= FEWEST_ARTICLES
    heard: set[str | None] = set()
    for utterance in sorted(view.utterances, key=lambda one: one.day):
        statement = utterance.statement
        is_told = statement.act in NOTABLE or (is_shared and statement.act is not Act.DECLINE)
        is_new = statement.speaker not in heard and bool(utterance.side.stems)
        if not is_told or not is_new or not is_dated(statement) or speaks_for_itself(statement):
            continue
        if is_ahead_of_speech(utterance.cue) or not is_asserted(statement, material.entry_of[statement.id]):
            continue
        period = read_period(utterance.day)
        if period is not None:
            heard.add(statement.speaker)
            because = "the day on which it was said" if statement.said_on else "the day on which it was published"
            yield Event(utterance.day, period, EventStatus.HAPPENED, because, utterance, is_speech=True)


def is_dated(statement: Statement) -> bool:
    """Whether the day of a speech is known: stated, or that of the article if it tells no older story."""
    return statement.said_on is not None or not statement.background


def speaks_for_itself(statement: Statement) -> bool:
    """Whether the publisher reports what is in its own article: no event beside the article's appearance."""
    speakers = [hop.actor for hop in statement.chain if hop.role is HopRole.PUBLISHER]
    return statement.act is Act.REPORT and statement.speaker in speakers and statement.said_on is None


def make_claim(statement: Statement) -> Claim:
    """A statement that no claim holds, as a claim of its own."""
    return Claim(statement.id, "", (statement.id,), (), 1, 1, None, statement.anonymous, ClaimStatus.SINGLE_ORIGIN)


def make_entry(view: ClaimView, event: Event, material: Material) -> TimelineEntry:
    """An event as it is printed."""
    statement = event.utterance.statement
    return TimelineEntry(
        when=event.when,
        said=statement.said_on,
        reported=material.entry_of[statement.id].article.published,
        what=tell_statement(statement, event.utterance.spans, material),
        status=event.status,
        statement=statement.id,
        story=view.claim.story,
        because=(event.because,),
    )


def sort_key(entry: TimelineEntry) -> tuple[str, str, str]:
    """By the first day, the wider period first; then by the statement."""
    period = read_period(entry.when)
    first = period and (period.start or period.end)
    return str(first or "~"), entry.when, entry.statement
