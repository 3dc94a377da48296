"""The voices of a story: who speaks how often, what they hold to, and where they changed it."""

from collections import Counter

import msgspec

from firsthand.records import Act, Position, Status
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_lines import shorten
from firsthand.serving.report_voices import name_actor
from firsthand.serving.views.paging import PAGE, Paged, slice_page
from firsthand.serving.views.statements import ActorLink, ArticleLink, link_actor, link_article

ROLES = 2  # of one voice
WORDS = 300  # characters of a position


class StoryVoice(msgspec.Struct, frozen=True):
    """Somebody who speaks in a story: the first roles, and of how many claims it is an origin.

    `positions` counts what it said of which matter on which day, `changes` where it said something else before.
    """

    actor: ActorLink
    roles: tuple[str, ...]
    statements: int
    articles: int
    origin_of: int
    positions: int
    changes: int


class StoryPosition(msgspec.Struct, frozen=True):
    """What somebody said of a matter (the claim with id `claim`) on a day, and how that differs from before."""

    actor: ActorLink
    date: str
    what: str
    act: Act | None
    status: Status | None
    claim: str
    statement: str
    article: ArticleLink | None
    change: str | None


def list_voices(story: LinkedStory, offset: int = 0, limit: int = PAGE) -> Paged[StoryVoice]:
    """One page of those who speak, most statements first.

    Raises:
        UsageError: the page is out of bounds.

    """
    spoken = count_spoken(story)
    ordered = sorted(spoken, key=lambda id: (-spoken[id], name_actor(story.actors, id), id))
    page = slice_page(ordered, offset, limit)
    tally = _tally(story, frozenset(page.items))
    rows = tuple(_make_voice(story, id, spoken[id], tally) for id in page.items)
    return Paged(rows, offset, limit, page.has_more)


def count_spoken(story: LinkedStory) -> Counter[str]:
    """How many statements each speaker makes in all articles together."""
    return Counter(one.speaker for one, _ in story.statements.values() if one.speaker and one.source)


def list_positions(
    story: LinkedStory, actor: str = "", changed: bool = False, offset: int = 0, limit: int = PAGE
) -> Paged[StoryPosition]:
    """One page of positions, the earliest first: of one actor (an id), or of all; only changed ones if asked."""
    found = [
        one for one in story.links.positions
        if (not actor or one.actor == actor) and (one.change is not None or not changed)
    ]  # fmt: skip
    page = slice_page(found, offset, limit)
    return Paged(tuple(_make_position(story, one) for one in page.items), offset, limit, page.has_more)


class _Tally(msgspec.Struct):
    articles: Counter[str]
    origin_of: Counter[str]
    positions: Counter[str]
    changes: Counter[str]


def _tally(story: LinkedStory, actors: frozenset[str | None]) -> _Tally:
    spoken = {(one.speaker, record.article.id) for one, record in story.statements.values() if one.speaker in actors}
    origins = {(origin.actor, claim.id) for claim in story.links.claims for origin in claim.origins}
    return _Tally(
        Counter(actor for actor, _ in spoken if actor),
        Counter(actor for actor, _ in origins if actor),
        Counter(one.actor for one in story.links.positions),
        Counter(one.actor for one in story.links.positions if one.change is not None),
    )


def _make_voice(story: LinkedStory, id: str, statements: int, tally: _Tally) -> StoryVoice:
    actor = story.actors.get(id)
    return StoryVoice(
        link_actor(id, story.actors),
        tuple(filter(None, map(shorten, actor.roles)))[:ROLES] if actor else (),
        statements,
        *(tally.articles[id], tally.origin_of[id], tally.positions[id], tally.changes[id]),
    )


def _make_position(story: LinkedStory, one: Position) -> StoryPosition:
    record = story.statements[one.statement][1] if one.statement in story.statements else None
    return StoryPosition(
        link_actor(one.actor, story.actors),
        *(one.date, shorten(one.what, WORDS), one.act, one.status, one.claim, one.statement),
        article=link_article(record, story.actors) if record else None,
        change=one.change,
    )
