"""A story as its page begins and the API gives it: what it adds up to, and what a reporter asks first."""

from datetime import date

import msgspec

from firsthand.errors import UsageError
from firsthand.records import Claim, ClaimStatus, CopyKind, EventStatus, TimelineEntry
from firsthand.serving.exports.calendar_days import find_days
from firsthand.serving.linked_queries import word_kind
from firsthand.serving.linked_stories import LinkedStory, find_publisher
from firsthand.serving.report_story import word_days
from firsthand.serving.report_voices import name_actor
from firsthand.serving.story_figures import (
    Relay,
    count_copies,
    count_origins,
    count_statuses,
    find_leading,
    find_relays,
)
from firsthand.serving.views.statements import ActorLink
from firsthand.serving.views.story_articles import CopyRow, list_copies
from firsthand.serving.views.story_claims import StoryClaim, make_claim
from firsthand.serving.views.story_timeline import Period, StoryEvent, make_event, split_timeline
from firsthand.serving.views.story_voices import count_spoken
from firsthand.storage import Store

NAMED = 12  # outlets and origins that are named
ANSWERED = 3  # copies, carriers and plans that the beginning tells


class StoryFigures(msgspec.Struct, frozen=True):
    """What a story adds up to.

    `named` and `anonymous` count origins, each once; `own` the articles in their own words, `copies` those that carry
    another's text by kind; `anonymous_only` the claims on anonymous sources alone; `ahead` what is planned.
    """

    articles: int
    own: int
    copies: dict[CopyKind, int]
    outlets: int
    named: int
    anonymous: int
    claims: int
    corroborated: int
    disputed: int
    single_origin: int
    anonymous_only: int
    statements: int
    voices: int
    events: int
    ahead: int
    positions: int
    changes: int

    @property
    def origins(self) -> int:
        """Named and anonymous together."""
        return self.named + self.anonymous


class OutletCount(msgspec.Struct, frozen=True):
    """An outlet with the number of its articles; `actor` is None where nobody is known by this name."""

    name: str
    actor: str | None
    articles: int


class OriginCount(msgspec.Struct, frozen=True):
    """An origin with the number of its claims; `actor` is None for an anonymous source, which `outlet` obtained."""

    name: str
    actor: str | None
    outlet: ActorLink
    claims: int


class RelayRow(msgspec.Struct, frozen=True):
    """An outlet that retells another: so many statements; `inferred` counts those where we say so, not it."""

    retold_by: ActorLink
    carrier: ActorLink
    statements: int
    inferred: int


class StoryView(msgspec.Struct, frozen=True):
    """A story at its beginning. `days` says in words when its articles were published.

    `outlets`, `origins` and `relays` are the first ones; `leading` is the claim that most articles carry, `denied` the
    most carried disputed claim that it does not tell. `copies` are those of most overlap, `ahead` what was still to
    come when the last article was published, the soonest first.
    """

    id: str
    title: str
    days: str
    first_day: str | None
    last_day: str | None
    figures: StoryFigures
    outlets: tuple[OutletCount, ...]
    origins: tuple[OriginCount, ...]
    leading: StoryClaim | None
    denied: StoryClaim | None
    relays: tuple[RelayRow, ...]
    copies: tuple[CopyRow, ...]
    ahead: tuple[StoryEvent, ...]


def find_story_of(store: Store, id: str) -> str:
    """The id of the story with this id, or that holds what has it; ids that were merged away are followed.

    Raises:
        UsageError: nothing has the id, several begin so, or what has it is in no single story.

    """
    resolved = store.links.resolve(id)
    if resolved.story is None:
        raise UsageError(f"there is no story with this id: {word_kind(resolved)} has it, in no single story", id)
    return resolved.story


def view_story(story: LinkedStory) -> StoryView:
    """The beginning of a story."""
    days = sorted((record.article.published or "")[:10] for record in story.records if record.article.published)
    first = find_leading(story.links.claims)
    leading = make_claim(story, first) if first else None
    denied = _find_denied(story, leading)
    return StoryView(
        id=story.links.story.id,
        title=story.links.story.title,
        days=word_days(story),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        figures=count_figures(story),
        outlets=count_outlets(story)[:NAMED],
        origins=_list_origins(story),
        leading=leading,
        denied=make_claim(story, denied) if denied else None,
        relays=tuple(_make_relay(story, one) for one in find_relays(story)[:ANSWERED]),
        copies=list_copies(story, limit=ANSWERED).items,
        ahead=tuple(make_event(story, one) for one in _find_ahead(story)[:ANSWERED]),
    )


def count_figures(story: LinkedStory) -> StoryFigures:
    """All that is counted in a story."""
    claims, timeline = story.links.claims, story.links.timeline
    statuses, origins = count_statuses(claims), count_origins(claims)
    named = sum(kind == "named" for kind, _ in origins)
    return StoryFigures(
        articles=len(story.records),
        own=len(story.records) - len({copy.article for copy in story.links.copies}),
        copies=dict(count_copies(story)),
        outlets=len(count_outlets(story)),
        named=named,
        anonymous=len(origins) - named,
        claims=len(claims),
        corroborated=statuses[ClaimStatus.CORROBORATED],
        disputed=statuses[ClaimStatus.DISPUTED],
        single_origin=statuses[ClaimStatus.SINGLE_ORIGIN],
        anonymous_only=sum(claim.anonymous_only for claim in claims),
        statements=sum(bool(one.source or one.cue) for one, _ in story.statements.values()),
        voices=len(count_spoken(story)),
        events=len(timeline),
        ahead=sum(one.status in {EventStatus.PLANNED, EventStatus.CONDITIONAL} for one in timeline),
        positions=len(story.links.positions),
        changes=sum(one.change is not None for one in story.links.positions),
    )


def count_outlets(story: LinkedStory) -> tuple[OutletCount, ...]:
    """Each outlet's articles, most first."""
    found: dict[str, tuple[str | None, int]] = {}
    for record in story.records:
        name = story.name_publisher(record)
        actor, number = found.get(name, (None, 0))
        found[name] = actor or find_publisher(record), number + 1
    ordered = sorted(found.items(), key=lambda row: -row[1][1])
    return tuple(OutletCount(name, actor, number) for name, (actor, number) in ordered)


def _list_origins(story: LinkedStory) -> tuple[OriginCount, ...]:
    found = []
    for (kind, id), number in list(count_origins(story.links.claims).items())[:NAMED]:
        name = name_actor(story.actors, id)
        is_named = kind == "named"
        words = name if is_named else f"unnamed, through {name}"
        found.append(OriginCount(words, id if is_named else None, ActorLink(id, name), number))
    return tuple(found)


def _find_denied(story: LinkedStory, leading: StoryClaim | None) -> Claim | None:
    """The most carried disputed claim that `leading` does not tell already: it is neither that, nor said against it."""
    told = {leading.id, *(one.claim for one in leading.against)} if leading else set()
    return find_leading(one for one in story.links.claims if one.status is ClaimStatus.DISPUTED and one.id not in told)


def _make_relay(story: LinkedStory, one: Relay) -> RelayRow:
    by, carrier = (ActorLink(id, name_actor(story.actors, id)) for id in (one.retold_by, one.carrier))
    return RelayRow(by, carrier, one.statements, one.inferred)


def _find_ahead(story: LinkedStory) -> list[TimelineEntry]:
    """What was still to come when the last article was published, the soonest first."""
    latest = max(filter(None, (find_days(record.article.published or "")[1] for record in story.records)), default=None)
    dated = [(last, entry) for entry in split_timeline(story)[Period.AHEAD] if (last := find_days(entry.when)[1])]
    ahead = [entry for last, entry in sorted(dated, key=_soonest) if latest is None or last >= latest]
    # A plan for two days stands in the timeline twice.
    return list({entry.what: entry for entry in reversed(ahead)}.values())[::-1]


def _soonest(row: tuple[date, TimelineEntry]) -> tuple[date, str]:
    return row[0], row[1].statement
