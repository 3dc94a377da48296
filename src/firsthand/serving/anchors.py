"""What a judgement means by the two things that a user names: anchors, which hold whatever is joined or split later.

Two things are named by their ids; to part what is wrongly one, two of its parts are: two statements of a claim, or
an actor as two articles have it (`ARTICLE/NAME`).
"""

from typing import NamedTuple

from firsthand.errors import UsageError
from firsthand.records import JudgementKind
from firsthand.serving.linked_queries import word_kind
from firsthand.storage import Resolved, Store, ThingKind

KINDS = {
    ThingKind.ACTOR: JudgementKind.ACTOR,
    ThingKind.CLAIM: JudgementKind.CLAIM,
    ThingKind.STATEMENT: JudgementKind.CLAIM,  # or, where the user says so, of an origin
    ThingKind.ARTICLE: JudgementKind.COPY,
    ThingKind.ORIGIN: JudgementKind.ORIGIN,
}
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


def _find(store: Store, id: str, other: str, as_origins: bool) -> Judged:
    article, slash, name = id.partition("/")
    if slash and article and name:
        return _find_in_article(store, article, name)
    thing = store.links.resolve(id)
    if thing.kind not in KINDS:
        raise UsageError(f"only actors, claims, articles and origins can be judged, not {word_kind(thing)}", id)
    if thing.kind is ThingKind.STATEMENT:
        kind = JudgementKind.ORIGIN if as_origins else JudgementKind.CLAIM
        return Judged(kind, thing.id, thing.id if as_origins else _anchor_statement(store, thing, other))
    return Judged(KINDS[thing.kind], thing.id, _anchor(store, thing))


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
