"""What tracing asks of a story, looked up once: who publishes what, what copies what, what stands within what."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from firsthand.lexicons.offices import BODIES_OF_HEADS, STATE_OFFICES
from firsthand.linking.entries import Entry, Material
from firsthand.linking.origins.kinds import find_visited, fold_words, has_outlet_name, is_body_phrase, is_place
from firsthand.records import ActorKind, Certainty, Copy, Hop, Statement, evidence

# A copy's chain is never longer than this; a longer one is a circle.
MOST_COPIES = 50


@dataclass(frozen=True, eq=False)
class Ground:
    """The material of one story with the lookups that every claim of it needs; make one and pass it to all claims."""

    material: Material

    @cached_property
    def publishers(self) -> dict[str, str | None]:
        """Article id → the actor who publishes it."""
        return {entry.id: self.material.publisher_of(entry) for entry in self.material.entries}

    @cached_property
    def rank(self) -> dict[str, int]:
        """Article id → its place in canonical order, the earliest first."""
        return {entry.id: place for place, entry in enumerate(self.material.entries)}

    @cached_property
    def first_article(self) -> dict[str, int]:
        """Publisher → the place of its earliest article."""
        found: dict[str, int] = {}
        for article, publisher in self.publishers.items():
            if publisher:
                found.setdefault(publisher, self.rank[article])
        return found

    @cached_property
    def inner(self) -> dict[str, tuple[Statement, ...]]:
        """Statement id → the statements directly within it, in canonical order."""
        found: dict[str, list[Statement]] = {}
        for statement in self.material.statements.values():
            if statement.within is not None and statement.within != statement.id:
                found.setdefault(statement.within, []).append(statement)
        return {outer: tuple(inner) for outer, inner in found.items()}

    @cached_property
    def copy_of(self) -> dict[str, Copy]:
        """Article id → the copy that it is; of several, the one of the earliest original."""
        found: dict[str, Copy] = {}
        for copy in sorted(self.material.copies, key=lambda copy: (self.rank.get(copy.of, -1), copy.of)):
            if copy.of in self.rank and copy.of != copy.article:
                found.setdefault(copy.article, copy)
        return found

    @cached_property
    def cited_in(self) -> dict[str, frozenset[str]]:
        """Article id → the actors in its statements' chains."""
        return {
            entry.id: frozenset(
                hop.actor for statement in entry.record.statements for hop in statement.chain if hop.actor
            )
            for entry in self.material.entries
        }

    @cached_property
    def speech_by_name(self) -> dict[str, tuple[Statement, ...]]:
        """Actor id → what he says, in canonical order."""
        found: dict[str, list[Statement]] = {}
        for statement in self.material.statements.values():
            if statement.speaker:
                found.setdefault(statement.speaker, []).append(statement)
        return {actor: tuple(said) for actor, said in found.items()}

    @cached_property
    def credited_sources(self) -> dict[str, frozenset[str]]:
        """Outlet → the words by which others describe withheld sources of its."""
        found: dict[str, set[str]] = {}
        for statement in self.material.statements.values():
            for outer, inner in pairwise(statement.chain[1:]):
                if outer.actor and inner.actor is None and inner.description:
                    found.setdefault(outer.actor, set()).update(fold_words(inner.description))
        return {outlet: frozenset(words) for outlet, words in found.items()}

    @cached_property
    def posts(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """What `posts.find_posts` found, by actor id: it reads texts, and is asked again and again."""
        return {}

    @cached_property
    def memory(self) -> dict[tuple[str, str], frozenset[str]]:
        """What `voices` worked out of names and introductions, by what was asked and of whom."""
        return {}

    @cached_property
    def places(self) -> frozenset[str]:
        """The actors that are places which act, by their names alone: no ministry or office of a place."""
        visited = Counter(place for entry in self.material.entries for place in find_visited(entry.article.text))
        return frozenset(actor.id for actor in self.material.actors.values() if is_place(actor, visited))

    @cached_property
    def persons(self) -> frozenset[str]:
        """The actors that are persons: marked as such, and never "it" or "the company"."""
        bodies = {
            statement.speaker
            for entry in self.material.entries for statement in entry.record.statements
            if is_body_phrase(evidence(entry.article.text, statement.source))
        }  # fmt: skip
        return frozenset(
            actor.id for actor in self.material.actors.values()
            if actor.kind == ActorKind.PERSON and actor.id not in self.places and actor.id not in bodies
        )  # fmt: skip

    @cached_property
    def place_words(self) -> frozenset[str]:
        """The words of the places' names."""
        return frozenset(word for place in self.places for word in fold_words(self.material.actors[place].name))

    @cached_property
    def person_words(self) -> frozenset[str]:
        """The words of all full names of persons, without those of offices."""
        names = (fold_words(self.material.actors[person].name) for person in self.persons)
        words = frozenset(word for name in names if len(name) > 1 for word in name)
        return words - STATE_OFFICES - frozenset(BODIES_OF_HEADS)

    def entry(self, statement: str) -> Entry:
        """The article of a statement."""
        return self.material.entry_of[statement]

    def publisher(self, statement: str) -> str | None:
        """The publisher of a statement's article."""
        return self.publishers[self.entry(statement).id]

    def originals(self, article: str) -> list[Copy]:
        """The copies that lead from an article back to where its text began, nearest first."""
        found: list[Copy] = []
        seen = {article}
        while (copy := self.copy_of.get(article)) and copy.of not in seen and len(found) < MOST_COPIES:
            found.append(copy)
            seen.add(copy.of)
            article = copy.of
        return found

    def is_outlet(self, actor: str | None) -> bool:
        """Whether an actor is an outlet: it is marked as one, or publishes here and bears an outlet's name."""
        known = self.material.actors.get(actor or "")
        if known is None:
            return False
        return known.kind == ActorKind.OUTLET or (actor in self.first_article and has_outlet_name(known))

    def name(self, actor: str | None) -> str:
        """An actor's name for a reader."""
        known = self.material.actors.get(actor or "")
        return known.name if known else "an unnamed source"


def stated_outlets(chain: Sequence[Hop], ground: Ground) -> list[str]:
    """The outlets that an article names as its carriers or its source, outermost first, without its publisher."""
    return [
        hop.actor for hop in chain[1:]
        if hop.actor and hop.certainty == Certainty.STATED and ground.is_outlet(hop.actor)
    ]  # fmt: skip
