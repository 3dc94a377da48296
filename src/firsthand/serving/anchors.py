"""What a judgement means by the two things that a user names: anchors, which hold whatever is joined or split later.

Two things are named by their ids; to part what is wrongly one, two of its parts are: two statements of a claim, or
an actor as two articles have it (`ARTICLE/NAME`).
"""

from contextlib import suppress
from typing import NamedTuple

from firsthand.errors import UsageError
from firsthand.records import JudgementKind
from firsthand.serving.linked_queries import find_actor, word_kind
from firsthand.storage import Resolved, Store, ThingKind

KINDS = {
    ThingKind.ACTOR: JudgementKind.ACTOR,
    ThingKind.CLAIM: JudgementKind.CLAIM,
    ThingKind.STATEMENT: JudgementKind.CLAIM,  # or, where the user says so, of an origin
    ThingKind.ARTICLE: JudgementKind.COPY,
    ThingKind.ORIGIN: JudgementKind.ORIGIN,
}
MOST_SLASHES = 40  # looked at, of an id: no article has so many in its id and its names
LINK_FIRST = "is in no story: `firsthand link` first"


class Judged(NamedTuple):
    """One of the two: its kind, its id as shown, and its anchor (`firsthand.records.Judgement`)."""

    kind: JudgementKind
    id: str
    anchor: str


def find_judged(store: Store, left: str, right: str, *, as_origins: bool = False) -> tuple[Judged, Judged]:
    """The two things that a user names; two statements are parts of a claim, or as origins the roots of one.

    Raises:
        UsageError: nothing has an id, the two are of different kinds, or they are one already.

    """
    pair = tuple(_find(store, id, other, as_origins) for id, other in ((left, right), (right, left)))
    one, two = pair
    if one.kind is not two.kind:
        raise UsageError(f"can't be judged together, being of kind {one.kind} and {two.kind}", f"{left} {right}")
    if one.anchor == two.anchor:
        raise UsageError("both are this already: to part it, name two of its parts (see docs/commands.md)", one.id)
    return one, two


def find_statement(store: Store, id: str) -> Judged:
    """A statement that may be none: one of an article, or one that linking made of what a publisher asserts.

    Raises:
        UsageError: nothing has the id, it is of something else, or of an older revision.

    """
    thing = store.links.resolve(id)
    if thing.kind is not ThingKind.STATEMENT:
        raise UsageError(f"this is {word_kind(thing)}, not a statement: `firsthand show` lists an article's", id)
    if _is_read(store, thing.id) and store.find_article(thing.id).superseded:
        raise UsageError("this is in an older revision, which counts no more: judge the newest one's", thing.id)
    return Judged(JudgementKind.STATEMENT, thing.id, thing.id)


def find_speaking(store: Store, statement: str, actor: str) -> tuple[Judged, Judged]:
    """A statement, and the actor who may make it: by id or by name, or as an article has it (`ARTICLE/NAME`).

    Raises:
        UsageError: as for `find_statement`; nobody or several are called so; the statement is a publisher's own.

    """
    said = find_statement(store, statement)
    if not _is_read(store, said.id):
        raise UsageError("the outlet says this in its own voice: `judge not-a-statement` if it does not", said.id)
    speaker = _find_form(store, actor)
    if speaker is None:
        id = find_actor(store, actor)
        speaker = Judged(JudgementKind.SPEAKER, id, _choose_form(store, id, _find_home(said.id)))
    return said._replace(kind=JudgementKind.SPEAKER), speaker._replace(kind=JudgementKind.SPEAKER)


def _find_home(statement: str) -> str:
    return statement.rpartition(":")[0]


def _is_read(store: Store, statement: str) -> bool:
    """Whether the article itself has the statement; else linking made it."""
    return any(one.id == statement for one in store.get(_find_home(statement)).statements)


def _choose_form(store: Store, actor: str, article: str) -> str:
    """The form of an actor that a statement of an article is best anchored on: its own, or one of its story."""
    members = store.links.list_members(actor)
    if not members:
        raise UsageError(LINK_FIRST, actor)
    story = store.links.resolve(article).story
    near = set(store.links.get_story(story).story.articles) if story else set()
    homes = [member.rpartition("/")[0] for member in members]
    ranks = [(home != article, home not in near, place) for place, home in enumerate(homes)]
    return members[min(ranks)[2]]


def _find(store: Store, id: str, other: str, as_origins: bool) -> Judged:
    form = _find_form(store, id)
    if form is not None:
        return form
    thing = store.links.resolve(id)
    if thing.kind not in KINDS:
        raise UsageError(f"only actors, claims, articles and origins can be judged, not {word_kind(thing)}", id)
    if thing.kind is ThingKind.STATEMENT:
        kind = JudgementKind.ORIGIN if as_origins else JudgementKind.CLAIM
        return Judged(kind, thing.id, thing.id if as_origins else _anchor_statement(store, thing, other))
    return Judged(KINDS[thing.kind], thing.id, _anchor(store, thing))


def _find_form(store: Store, id: str) -> Judged | None:
    """The actor that `ARTICLE/NAME` stands for, both of which may have slashes of their own; None for any other id.

    Raises:
        UsageError: the article names nobody so.

    """
    places = [place for place, character in enumerate(id) if character == "/"]
    with suppress(UsageError):
        if places and store.links.resolve(id):
            return None
    failed: UsageError | None = None
    for place in places[: -MOST_SLASHES - 1 : -1]:
        article, name = id[:place], id[place + 1 :]
        with suppress(UsageError):
            article = store.find_article(article).id
            try:
                return _find_in_article(store, article, name)
            except UsageError as error:
                failed = failed or error
    if failed:
        raise failed
    return None


def _find_in_article(store: Store, article: str, name: str) -> Judged:
    """An actor as an article has it: by its id there, its name or another form of it."""
    record = store.get(store.find_article(article).id)
    wanted = name.casefold()
    for actor in record.actors:
        if wanted in {actor.id, actor.name.casefold(), *(alias.casefold() for alias in actor.aliases)}:
            return Judged(JudgementKind.ACTOR, f"{record.article.id}/{actor.name}", f"{record.article.id}/{actor.id}")
    raise UsageError("the article names nobody so: `firsthand show` lists whom it names", f"{article}/{name}")


def _anchor(store: Store, thing: Resolved) -> str:
    if thing.kind is ThingKind.ARTICLE:
        return thing.id
    if thing.kind is ThingKind.ORIGIN:
        return _anchor_origin(store, thing)
    members = store.links.list_members(thing.id)
    if thing.kind is ThingKind.CLAIM:
        members = [member for member in members if "#" in member]  # propositions, not the statements of the claim
    if not members:
        raise UsageError(LINK_FIRST, thing.id)
    return members[0]


def _anchor_statement(store: Store, thing: Resolved, other: str) -> str:
    """The proposition of a statement that is in a claim, of several in that which the other statement is in too."""
    claims = store.links.get_story(thing.story).claims if thing.story else ()
    own = [claim for claim in claims if thing.id in claim.statements]
    own.sort(key=lambda claim: other not in claim.statements)
    members = store.links.list_members(own[0].id) if own else []
    anchor = next((member for member in members if member.rpartition("#")[0] == thing.id), None)
    if anchor is None:
        raise UsageError(LINK_FIRST, thing.id)
    return anchor


def _anchor_origin(store: Store, thing: Resolved) -> str:
    claims = store.links.get_story(thing.story).claims if thing.story else ()
    found = (origin.statement for claim in claims for origin in claim.origins if origin.id == thing.id)
    statement = next(found, None)
    if statement is None:
        raise UsageError("no statement shows this origin: it can't be judged", thing.id)
    return statement
