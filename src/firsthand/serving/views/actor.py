"""An actor: who it is, what it says over time and who prints that, and which articles' names were joined to it."""

from collections.abc import Iterable

import msgspec

from firsthand.errors import UsageError
from firsthand.records import Actor, ActorKind
from firsthand.serving.linked_queries import word_kind
from firsthand.serving.report_header import find_title
from firsthand.serving.views.paging import PAGE, Paged, check_page, cut_page, slice_page
from firsthand.storage import FoundClaim, FoundStatement, PrintedSpeaker, QuotingOutlet, Store, StorySummary, ThingKind

STORIES = 12  # of an actor, on its page
OUTLETS = 12


class ActorProfile(msgspec.Struct, frozen=True):
    """Who an actor is, with figures. `origin_of` counts the claims of which it is an origin.

    `stories` are those that moved last, `has_more_stories` says that there are others. `days` has how many of its
    statements were published on which day (ISO). `quoted_by` are outlets that print what it says, most first;
    `prints` those whom it prints, where it publishes articles itself. `forms` counts the articles in which it is
    known by some name: what was joined.
    """

    actor: Actor
    statements: int
    origin_of: int
    stories: tuple[StorySummary, ...]
    has_more_stories: bool
    days: dict[str, int]
    quoted_by: tuple[QuotingOutlet, ...]
    prints: tuple[PrintedSpeaker, ...]
    forms: int


class Spoken(msgspec.Struct, frozen=True):
    """A statement of an actor, with the title of its story and the claim of most articles that it carries."""

    statement: FoundStatement
    story_title: str
    claim: FoundClaim | None


class ActorForm(msgspec.Struct, frozen=True):
    """An actor as one article has it. `id` is `ARTICLE/OWN-ID`: by it, this one can be parted from the others.

    `parts_from` is the id of another one of the same actor; None where this is all there is of it.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    article: str
    title: str
    outlet: str
    published: str | None
    parts_from: str | None


def find_actor_id(store: Store, id: str) -> str:
    """The present id of the actor with this id, or one that begins so, or that was merged into it.

    Raises:
        UsageError: nothing has the id, or it is no actor's.

    """
    resolved = store.links.resolve(id)
    if resolved.kind is not ThingKind.ACTOR:
        raise UsageError(f"there is no actor with this id: it is {word_kind(resolved)}", id)
    return resolved.id


def view_actor(store: Store, id: str) -> ActorProfile:
    """Who an actor is, with figures; `id` is its present one.

    Raises:
        UsageError: there is no such actor.

    """
    links = store.links
    actor = links.get_actor(id)
    stories = links.list_stories_of_actor(id, limit=STORIES + 1)
    return ActorProfile(
        actor=actor,
        statements=links.count_spoken(id),
        origin_of=links.count_origin_claims(id),
        stories=tuple(stories[:STORIES]),
        has_more_stories=len(stories) > STORIES,
        days=links.count_spoken_by_day(id),
        quoted_by=tuple(links.list_quoting(id, OUTLETS)),
        prints=tuple(links.list_printed(id, OUTLETS)),
        forms=len(links.list_members(id)),
    )


def list_spoken(store: Store, id: str, *, offset: int = 0, limit: int = PAGE) -> Paged[Spoken]:
    """What an actor says, newest first.

    Raises:
        UsageError: such a page can't be asked for.

    """
    check_page(offset, limit)
    found = cut_page(store.links.list_spoken(id, limit=limit + 1, offset=offset), offset, limit)
    titles = store.links.load_titles([one.story for one in found.items if one.story])
    claims = store.links.load_claims([one.claims[0] for one in found.items if one.claims])
    items = (
        Spoken(one, titles.get(one.story or "", ""), claims.get(one.claims[0]) if one.claims else None)
        for one in found.items
    )
    return Paged(tuple(items), offset, limit, found.has_more)


def list_forms(store: Store, id: str, *, offset: int = 0, limit: int = PAGE) -> Paged[ActorForm]:
    """What was joined to an actor: each article's own, in the order in which they were joined.

    Raises:
        UsageError: such a page can't be asked for.

    """
    members = store.links.list_members(id)
    page = slice_page(members, offset, limit)
    forms = (_view_form(store, member, _find_other(members, member)) for member in page.items)
    return Paged(tuple(form for form in forms if form), offset, limit, page.has_more)


def _find_other(members: Iterable[str], member: str) -> str | None:
    """To part one from the others, it is judged to be different from the first; the first from the second."""
    return next((other for other in members if other != member), None)


def _view_form(store: Store, member: str, other: str | None) -> ActorForm | None:
    """None where the article has gone, or has no such actor any more."""
    article, _, own = member.rpartition("/")
    try:
        record = store.get(article)
    except UsageError:
        return None
    actor = next((actor for actor in record.actors if actor.id == own), None)
    if actor is None:
        return None
    return ActorForm(
        id=member,
        name=actor.name,
        aliases=actor.aliases,
        roles=actor.roles,
        article=record.article.id,
        title=find_title(record.article),
        outlet=record.article.publisher or "",
        published=record.article.published,
        parts_from=other,
    )


def word_actor_kind(kind: ActorKind) -> str:
    """What an actor is, as a page says it: of a government we know only that it acts as one."""
    return "government or place" if kind is ActorKind.GOVERNMENT else str(kind)
