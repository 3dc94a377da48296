"""The way of a claim: from its origins, through those who carry it, to the outlets that print it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import msgspec

from firsthand.records import ActorKind, Annotations, Certainty, Claim, Copy, Origin, Statement
from firsthand.serving.linked_stories import LinkedStory, find_publisher
from firsthand.serving.report_lines import shorten
from firsthand.serving.report_voices import NAMELESS, name_actor


class WayNode(msgspec.Struct, frozen=True):
    """An origin, a carrier or an outlet. `key` is unique in the way; `actor` is None for an anonymous source.

    `articles` are those that it publishes itself with the claim, of which the first came at `first` (as published);
    `in_story` says that it publishes some of the same story, with the claim or without.
    """

    key: str
    name: str
    actor: str | None = None
    is_origin: bool = False
    anonymous: bool = False
    articles: int = 0
    first: str | None = None
    in_story: bool = False


class WayEdge(msgspec.Struct, frozen=True):
    """From whom to whom it went; `statements` show it. `is_copy` says that the text of an article was taken over."""

    source: str
    target: str
    certainty: Certainty
    is_copy: bool = False
    statements: tuple[str, ...] = ()


class Way(msgspec.Struct, frozen=True):
    """All who said, carried or printed a claim, origins first, and between whom it went."""

    nodes: tuple[WayNode, ...]
    edges: tuple[WayEdge, ...]


@dataclass(frozen=True)
class _Carried:
    """The articles that carry a claim, which of them copies which, and who may stand on its way."""

    articles: dict[str, Annotations]
    copies: dict[str, Copy]
    passing: frozenset[str]


@dataclass
class _Joined:
    """What all statements that went one way say of it: it is as sure as the surest of them."""

    certainty: Certainty
    is_copy: bool = False
    statements: dict[str, None] = field(default_factory=dict)


Edges = dict[tuple[str, str], _Joined]


def find_way(story: LinkedStory, claim: Claim, publishers: Collection[str] | None = None) -> Way:
    """The way of a claim, by the chains of its statements; of a copy, from the outlet that had the text first.

    `publishers` are all those of the story; those of the articles at hand where they are not given.
    """
    if publishers is None:
        publishers = set(filter(None, map(find_publisher, story.records)))
    pairs = story.list_statements(claim)
    carried = _gather(story, claim, {record.article.id: record for _, record in pairs})
    edges: Edges = {}
    for origin in claim.origins:
        _join(edges, WayEdge(identify(origin), origin.outlet, origin.certainty), origin.statement)
    for statement, record in pairs:
        for edge in _list_edges(statement, record, carried):
            _join(edges, edge, statement.id)
    made = (WayEdge(*pair, one.certainty, one.is_copy, tuple(one.statements)) for pair, one in edges.items())
    nodes = _list_nodes(story, claim, carried.articles.values(), edges, publishers)
    return Way(tuple(nodes), tuple(made))


def identify(origin: Origin) -> str:
    """The key of an origin among the nodes: its actor's, or one of its own."""
    return origin.actor or f"origin {origin.id}"


def _gather(story: LinkedStory, claim: Claim, articles: dict[str, Annotations]) -> _Carried:
    found = [one for one in story.links.copies if one.article in articles and one.of in articles]
    copies = {one.article: one for one in sorted(found, key=lambda one: one.overlap)}  # of several, most of its text
    publishers = filter(None, map(find_publisher, articles.values()))
    outlets = (one.id for one in story.actors.values() if one.kind is ActorKind.OUTLET)
    origins = (id for one in claim.origins for id in (one.actor, one.outlet) if id)
    return _Carried(articles, copies, frozenset((*publishers, *outlets, *origins)))


def _join(edges: Edges, edge: WayEdge, statement: str | None) -> None:
    """One more statement went this way."""
    if edge.source == edge.target:
        return
    joined = edges.setdefault((edge.source, edge.target), _Joined(edge.certainty))
    if edge.certainty is Certainty.STATED:
        joined.certainty = edge.certainty
    joined.is_copy |= edge.is_copy
    if statement:
        joined.statements[statement] = None


def _list_edges(statement: Statement, record: Annotations, carried: _Carried) -> Iterator[WayEdge]:
    """Between whom a statement went; the chain of a copied article tells only what the original's does."""
    if copy := carried.copies.get(record.article.id):
        first, later = find_publisher(carried.articles[copy.of]), find_publisher(record)
        if first and later:
            yield WayEdge(first, later, copy.certainty, is_copy=True)
        return
    # Who only speaks in it, without being an origin of this claim, is not on its way; an outlet that is quoted is.
    hops = [(hop.actor, hop.certainty) for hop in statement.chain if hop.actor in carried.passing]
    for (nearer, _), (farther, certainty) in pairwise(hops):
        if nearer and farther:
            yield WayEdge(farther, nearer, certainty)


def _list_nodes(
    story: LinkedStory, claim: Claim, records: Iterable[Annotations], edges: Edges, publishers: Collection[str]
) -> Iterator[WayNode]:
    published: dict[str, list[str]] = {}
    for record in records:
        if publisher := find_publisher(record):
            published.setdefault(publisher, []).append(record.article.published or "")
    roots = {identify(origin): origin for origin in claim.origins}
    passed = [key for pair in edges for key in pair]
    for key in dict.fromkeys((*roots, *published, *passed)):
        moments = published.get(key, [])
        first = min(filter(None, moments), default=None)
        origin = roots.get(key)
        if origin and origin.actor is None:
            yield WayNode(key, shorten(origin.description or "") or NAMELESS, None, True, True)
        else:
            counted = (origin is not None, False, len(moments), first, key in publishers)
            yield WayNode(key, name_actor(story.actors, key), key, *counted)
