"""What is exported: articles on corpus actors with all that linking found about them, of a store or a part of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from firsthand.records import Actor, Annotations, Claim, Export, Statement, decode
from firsthand.serving.linked_stories import find_publisher, list_claims_by_statement
from firsthand.serving.report_voices import NAMELESS, describe_anonymous, name_actor


@dataclass(frozen=True)
class Material:
    """Records and links of one moment.

    name: what it is, for a file's name: `store`, `story-s-1f`. title: the same for people.
    lines: gives the records as lines of the contract's JSON, from the first one at each call: a corpus need not fit
    into memory. links: what linking found about them, without articles. chosen: the ids of the statements that are
    meant, None for all: an export of a claim holds whole records, but tables of its own statements only.
    """

    name: str
    title: str
    lines: Callable[[], Iterable[bytes]]
    links: Export = field(default_factory=Export)
    chosen: frozenset[str] | None = None

    def load_records(self) -> Iterator[Annotations]:
        """The records, one after the other."""
        return map(decode, self.lines())

    def load_statements(self) -> Iterator[tuple[Statement, Annotations]]:
        """The statements that are meant, each with its article, in reading order."""
        for record in self.load_records():
            for statement in self.choose(record):
                yield statement, record

    def choose(self, record: Annotations) -> list[Statement]:
        """Those statements of a record that are meant."""
        return [one for one in record.statements if self.chosen is None or one.id in self.chosen]

    @cached_property
    def claims_by_statement(self) -> Mapping[str, list[Claim]]:
        """The claims that each statement carries."""
        return list_claims_by_statement(self.links.claims)

    @cached_property
    def stories_by_article(self) -> Mapping[str, str]:
        """Article → its story, by ids."""
        return {article: story.id for story in self.links.stories for article in story.articles}

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Everybody whom linking knows, by id."""
        return {actor.id: actor for actor in self.links.actors}

    def load_actors(self) -> Iterator[Actor]:
        """Everybody in it once: whom linking knows, then those of articles that are in no story."""
        told = set(self.actors)
        yield from self.links.actors
        for actor in chain.from_iterable(record.actors for record in self.load_records()):
            if actor.id not in told:
                told.add(actor.id)
                yield actor


def name_in(record: Annotations, actors: Mapping[str, Actor], id: str) -> str:
    """An actor's name, as all stories have it or, of an article in none, the record; its id where nobody does."""
    if id in actors:
        return name_actor(actors, id)
    own = next((actor for actor in record.actors if actor.id == id), None)
    return name_actor({id: own} if own else {}, id)


def name_speaker(statement: Statement, record: Annotations, actors: Mapping[str, Actor]) -> str:
    """Who speaks: a name, how the article describes somebody whom it does not name, or nothing."""
    if statement.speaker is not None:
        return name_in(record, actors, statement.speaker)
    return describe_anonymous(record.article.text, statement) if statement.anonymous else ""


def word_chain(statement: Statement, record: Annotations, actors: Mapping[str, Actor]) -> str:
    """`Quay Radio ← Harbour Post (inferred) ← Ines Caldo`: the publisher first, who spoke last."""
    names = (
        (name_in(record, actors, hop.actor) if hop.actor is not None else hop.description or NAMELESS)
        + (" (inferred)" if hop.certainty == "inferred" else "")
        for hop in statement.chain
    )
    return " ← ".join(" ".join(name.split()) for name in names)


def name_outlet(record: Annotations, actors: Mapping[str, Actor]) -> str:
    """Who published an article, as far as anybody knows."""
    id = find_publisher(record)
    return name_in(record, actors, id) if id else record.article.publisher or ""
