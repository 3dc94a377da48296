"""A story with its articles at hand: what the reports on stories, claims and actors are drawn from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from firsthand.errors import UsageError
from firsthand.records import (
    Actor,
    Annotations,
    Claim,
    HopRole,
    Relation,
    RelationKind,
    Statement,
    StoryLinks,
    evidence,
)
from firsthand.serving.report_header import find_title
from firsthand.serving.report_lines import shorten
from firsthand.serving.report_voices import name_actor
from firsthand.storage import Store
from firsthand.storage.rewriting import Rewriting


@dataclass(frozen=True)
class LinkedStory:
    """A story's links, and its articles on the corpus actors, as they were published (the undated last)."""

    links: StoryLinks
    records: tuple[Annotations, ...]

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Everybody in the story, by id."""
        known = {actor.id: actor for record in self.records for actor in record.actors}
        return known | {actor.id: actor for actor in self.links.actors}

    @cached_property
    def record_by_id(self) -> dict[str, Annotations]:
        """The articles by id."""
        return {record.article.id: record for record in self.records}

    @cached_property
    def statements(self) -> dict[str, tuple[Statement, Annotations]]:
        """Each statement with its article, by id; as the articles were published, then in the articles' order."""
        return {one.id: (one, record) for record in self.records for one in record.statements}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.links.claims}

    @cached_property
    def claims_by_statement(self) -> dict[str, list[Claim]]:
        """The claims that each statement carries."""
        return list_claims_by_statement(self.links.claims)

    @cached_property
    def updates_by_claim(self) -> dict[str, list[Relation]]:
        """By which relations others bring a claim up to date; both claims are in the story."""
        found: dict[str, list[Relation]] = {}
        for one in self.links.relations:
            if one.kind is RelationKind.UPDATES and {one.source, one.target} <= self.claims.keys():
                found.setdefault(one.target, []).append(one)
        return found

    def find_claim(self, id: str) -> Claim:
        """The claim with this id.

        Raises:
            UsageError: the story has none.

        """
        if id not in self.claims:
            raise UsageError("there is no such claim: `firsthand claims` lists them", id)
        return self.claims[id]

    def list_statements(self, claim: Claim) -> list[tuple[Statement, Annotations]]:
        """A claim's statements with their articles, as they were published."""
        wanted = set(claim.statements)
        return [pair for id, pair in self.statements.items() if id in wanted]

    def list_relations(self, claim: Claim) -> list[Relation]:
        """How other claims stand to this one, and this one to others."""
        return [one for one in self.links.relations if claim.id in {one.source, one.target}]

    def name_publisher(self, record: Annotations) -> str:
        """Who published an article: the actor if one is known, else what the article says."""
        id = find_publisher(record)
        return name_actor(self.actors, id) if id else shorten(record.article.publisher or "") or "outlet not known"

    def name_article(self, id: str) -> str:
        """An article's outlet and title; its id where the story has no such article."""
        record = self.record_by_id.get(id)
        return f"{self.name_publisher(record)}, “{find_title(record.article)}”" if record else shorten(id)


def load_story(store: Store, links: StoryLinks) -> LinkedStory:
    """The story with its articles, from the store.

    Raises:
        UsageError: an article of the story is not in the store.

    """
    return join_story(links, (store.get(id) for id in links.story.articles))


def join_story(links: StoryLinks, records: Iterable[Annotations]) -> LinkedStory:
    """The story with its articles as read."""
    return LinkedStory(links, sort_records(rewrite_records(links, records)))


def rewrite_records(links: StoryLinks, records: Iterable[Annotations]) -> Iterator[Annotations]:
    """Articles of a story on the corpus actors, corrected by people, with what their publishers assert themselves."""
    return map(Rewriting(links.actors, links.renamed, links.assertions, links.corrections).rewrite, records)


def sort_records(records: Iterable[Annotations]) -> tuple[Annotations, ...]:
    """Articles as they were published, the undated last."""
    return tuple(sorted(records, key=lambda one: (one.article.published or "~", one.article.id)))


def list_claims_by_statement(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims that each statement carries, by the statements' ids."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        for id in claim.statements:
            found.setdefault(id, []).append(claim)
    return found


def word_content(text: str, statement: Statement, characters: int) -> str:
    """A statement's exact words, cut; a content such as "This" with the beginning of what it stands for."""
    words = shorten(evidence(text, statement.content), characters)
    covered = shorten(evidence(text, statement.covers), characters)
    return f"{words} (that is: {covered})" if covered else words


def find_publisher(record: Annotations) -> str | None:
    """The actor who published an article: the first hop of its statements' chains; None where nobody knows."""
    firsts = (statement.chain[0] for statement in record.statements if statement.chain)
    return next((hop.actor for hop in firsts if hop.role is HopRole.PUBLISHER), None)
