"""Who carries whom: from the origins to the outlets, by the chains of the statements and by copied text."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from firsthand.records import ActorKind, Annotations, Certainty, CopyKind, HopRole, Origin, Statement, identify_origin
from firsthand.serving.linked_stories import LinkedStory, find_publisher
from firsthand.serving.report_lines import shorten
from firsthand.serving.report_voices import name_actor
from firsthand.serving.views.statements import ArticleLink, link_article


class WayKind(StrEnum):
    """How words get to an article: as a copy of another's text, by a credit, or from who said them first."""

    COPY = "copy"
    CREDIT = "credit"
    FIRST_HAND = "first_hand"


class NodeKind(StrEnum):
    """What stands at the beginning of a way.

    One `outside` is credited as the carrier, and has no article here: mostly an outlet, at times a person.
    """

    ARTICLE = "article"
    OUTSIDE = "outside"
    NAMED = "named"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"


class WayNode(msgspec.Struct, frozen=True):
    """A beginning or an end. `key` is unique in a story, `actor` an id or None for an anonymous source.

    For an article `article` is given and `actor` is its outlet (None if unknown). `claims` counts those that an origin
    makes. `outlet` names an article's outlet, or the one that obtained an anonymous source.
    """

    key: str
    kind: NodeKind
    name: str
    actor: str | None
    outlet: str
    actor_kind: ActorKind | None = None
    claims: int = 0
    article: ArticleLink | None = None


class Way(msgspec.Struct, frozen=True):
    """From who is carried to who carries, by keys. `number` counts statements, claims for an origin's, 1 for a copy.

    Inferred: we say so, no article does. `words` say how much of a copy is the other's, and of what kind it is.
    """

    start: str
    end: str
    kind: WayKind
    number: int
    certainty: Certainty
    words: str = ""


class Ways(msgspec.Struct, frozen=True):
    """All of it: nodes (articles as published, then outlets outside, then origins) and ways."""

    nodes: tuple[WayNode, ...]
    ways: tuple[Way, ...]


COPY_WORDS = {
    CopyKind.VERBATIM: "verbatim",
    CopyKind.REWRITE_CREDITED: "rewritten, with credit",
    CopyKind.REWRITE_UNCREDITED: "rewritten, without credit",
    CopyKind.TRANSLATION: "translated",
}


def find_ways(story: LinkedStory) -> Ways:
    """Who carries whom in a story. What can't be followed to one of its articles is left out."""
    tally = _Tally()
    articles = {record.article.id: _make_article_node(story, record) for record in story.records}
    before: dict[str, str] = {}  # outlet → its latest article so far
    for record in story.records:
        for statement in record.statements:
            _follow(tally, before, record, statement)
        if publisher := find_publisher(record):
            before[publisher] = record.article.id
    origins = _count_origins(tally, story)
    outside = [_make_outside_node(story, key) for key in dict.fromkeys(one[0] for one in tally.numbers)
               if key.startswith("outside:")]  # fmt: skip
    nodes = (*articles.values(), *outside, *origins)
    return Ways(nodes, (*_list_copies(story), *tally.list_ways({node.key for node in nodes})))


@dataclass
class _Tally:
    """How many statements or claims went which way, and of how many we say so ourselves."""

    numbers: Counter[tuple[str, str, WayKind]] = field(default_factory=Counter)
    inferred: Counter[tuple[str, str, WayKind]] = field(default_factory=Counter)

    def add(self, start: str, end: str, kind: WayKind, certainty: Certainty) -> None:
        if start != end:
            self.numbers[start, end, kind] += 1
            self.inferred[start, end, kind] += certainty is Certainty.INFERRED

    def list_ways(self, known: set[str]) -> Iterator[Way]:
        for (start, end, kind), number in self.numbers.items():
            if start in known and end in known:
                is_inferred = self.inferred[start, end, kind] == number
                yield Way(start, end, kind, number, Certainty.INFERRED if is_inferred else Certainty.STATED)


def key_article(id: str) -> str:
    """The key of an article's node."""
    return f"article:{id}"


def _key_outside(actor: str) -> str:
    return f"outside:{actor}"


def _follow(tally: _Tally, before: dict[str, str], record: Annotations, statement: Statement) -> None:
    """Walk a chain from the publisher outwards, through each outlet or document that it names."""
    here = key_article(record.article.id)
    publisher = statement.chain[0].actor if statement.chain else None
    for hop in statement.chain[1:]:
        if hop.role is HopRole.CARRIER and hop.actor and hop.actor != publisher:
            # An outlet's text that is carried is its latest one before; if there is none here, we haven't got it.
            there = key_article(before[hop.actor]) if hop.actor in before else _key_outside(hop.actor)
            tally.add(there, here, WayKind.CREDIT, hop.certainty)
            here = there


def _count_origins(tally: _Tally, story: LinkedStory) -> list[WayNode]:
    """The origins' nodes, those of most claims first; each claim is one more on the way to where it was obtained."""
    claims: Counter[str] = Counter()
    shown: dict[str, Origin] = {}
    for claim in story.links.claims:
        for origin in claim.origins:
            key = ":".join(identify_origin(origin))
            claims[key] += 1
            shown.setdefault(key, origin)
            for end in _find_obtaining(story, origin):
                tally.add(key, end, WayKind.FIRST_HAND, origin.certainty)
    return [_make_origin_node(story, key, shown[key], number) for key, number in claims.most_common()]


def _find_obtaining(story: LinkedStory, origin: Origin) -> Iterable[str]:
    """Where an origin's words come in: the last outlet of its statement's chain."""
    statement, record = story.statements.get(origin.statement or "", (None, None))
    if statement is None or record is None:
        return
    carriers = [hop.actor for hop in statement.chain[1:] if hop.role is HopRole.CARRIER and hop.actor]
    publisher = find_publisher(record)
    if not carriers or origin.outlet == publisher:
        yield key_article(record.article.id)
    elif origin.outlet != origin.actor:
        yield _key_outside(origin.outlet)


def _list_copies(story: LinkedStory) -> Iterator[Way]:
    for one in story.links.copies:
        if {one.article, one.of} <= story.record_by_id.keys():
            words = f"{COPY_WORDS[one.kind]}, {one.overlap:.0%} of its words"
            yield Way(key_article(one.of), key_article(one.article), WayKind.COPY, 1, one.certainty, words)


def _make_article_node(story: LinkedStory, record: Annotations) -> WayNode:
    link = link_article(record, story.actors)
    key = key_article(record.article.id)
    return WayNode(key, NodeKind.ARTICLE, link.title, link.outlet_id, link.outlet, article=link)


def _make_outside_node(story: LinkedStory, key: str) -> WayNode:
    actor = key.removeprefix("outside:")
    name, kind = name_actor(story.actors, actor), _find_kind(story, actor)
    return WayNode(key, NodeKind.DOCUMENT if kind is ActorKind.DOCUMENT else NodeKind.OUTSIDE, name, actor, name, kind)


def _make_origin_node(story: LinkedStory, key: str, origin: Origin, claims: int) -> WayNode:
    outlet = name_actor(story.actors, origin.outlet)
    if origin.actor is None:
        words = shorten(origin.description or "") or "unnamed"
        return WayNode(key, NodeKind.ANONYMOUS, words, None, outlet, claims=claims)
    kind = _find_kind(story, origin.actor)
    shown = NodeKind.DOCUMENT if kind is ActorKind.DOCUMENT else NodeKind.NAMED
    return WayNode(key, shown, name_actor(story.actors, origin.actor), origin.actor, outlet, kind, claims)


def _find_kind(story: LinkedStory, actor: str) -> ActorKind | None:
    return story.actors[actor].kind if actor in story.actors else None
