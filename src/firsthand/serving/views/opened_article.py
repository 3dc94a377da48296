"""An article opened for reading: its statements numbered in reading order, with its story and its revisions."""

from dataclasses import dataclass
from functools import cached_property

import msgspec

from firsthand.errors import UsageError
from firsthand.records import Actor, Annotations, Statement
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_statements import order_statements
from firsthand.serving.report_voices import index_actors
from firsthand.serving.story_cache import StoryCache
from firsthand.serving.views.claim import ClaimLink, link_claim
from firsthand.serving.views.flags import FlagNote, explain_flags
from firsthand.serving.views.statements import Quoted, view_statement
from firsthand.storage import Store, StoredArticle, ThingKind


class ArticleStatement(msgspec.Struct, frozen=True):
    """A statement in its article. Numbers count from 1 in reading order: its own, that around it, those inside it."""

    number: int
    depth: int
    quoted: Quoted
    within: int | None
    inside: tuple[int, ...]
    claims: tuple[ClaimLink, ...]
    flags: tuple[FlagNote, ...]


@dataclass(frozen=True)
class OpenArticle:
    """An article with all that its page is drawn from. `story` has this one of its articles and its copies."""

    stored: StoredArticle
    revisions: tuple[StoredArticle, ...]
    record: Annotations
    story: LinkedStory | None

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements in reading order, those around others first; the first has the number 1."""
        return tuple(statement for statement, _ in self._ordered)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each statement."""
        return {statement.id: number for number, (statement, _) in enumerate(self._ordered, 1)}

    @cached_property
    def inside(self) -> dict[int, tuple[int, ...]]:
        """The numbers of the statements right inside each one that has any."""
        found: dict[int, list[int]] = {}
        for number, statement in enumerate(self.statements, 1):
            around = self.numbers.get(statement.within or "", number)
            if around != number:
                found.setdefault(around, []).append(number)
        return {around: tuple(numbers) for around, numbers in found.items()}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Whom its statements name, by id."""
        return index_actors(self.record)

    @cached_property
    def _ordered(self) -> list[tuple[Statement, int]]:
        return list(order_statements(self.record.statements))

    def view(self, number: int) -> ArticleStatement:
        """The statement with a number.

        Raises:
            UsageError: there is none.

        """
        if not 1 <= number <= len(self._ordered):
            raise UsageError("there is no such statement in the article", str(number))
        statement, depth = self._ordered[number - 1]
        claims = self.story.claims_by_statement.get(statement.id, []) if self.story else []
        return ArticleStatement(
            number=number,
            depth=depth,
            quoted=view_statement(statement, self.record, self.actors, tuple(claim.id for claim in claims)),
            within=self.numbers.get(statement.within or ""),
            inside=self.inside.get(number, ()),
            claims=tuple(map(link_claim, claims)),
            flags=explain_flags(statement.flags),
        )


def open_article(store: Store, id: str, stories: StoryCache, revision: int | None = None) -> OpenArticle:
    """The article with this id, the newest revision where it is the first one's, or `revision`.

    The id of a statement stands for the article that has it, also of one that linking made, which no record has.

    Raises:
        UsageError: there is none.

    """
    stored = find_stored(store, id, stories, revision)
    revisions = tuple(store.list_revisions(stored.id))
    resolved = None if stored.superseded else store.links.resolve(stored.id)
    if resolved is None or resolved.story is None:
        return OpenArticle(stored, revisions, store.get(stored.id), None)
    links = stories.load_part(store, resolved.story).links
    near = {id for one in links.copies if stored.id in (one.article, one.of) for id in (one.article, one.of)}
    story = stories.load_part(store, resolved.story, {stored.id, *near})
    return OpenArticle(stored, revisions, story.record_by_id[stored.id], story)


def find_stored(store: Store, id: str, stories: StoryCache, revision: int | None = None) -> StoredArticle:
    """The stored article that an id stands for; raises UsageError as `open_article`."""
    try:
        return store.find_article(id, revision)
    except UsageError:
        found = find_made(store, id, stories)
        if found is None:
            raise
        return store.find_article(found, revision)


def find_made(store: Store, id: str, stories: StoryCache) -> str | None:
    """The article of a statement that linking made; None where the id is none of one."""
    try:
        resolved = store.links.resolve(id)
    except UsageError:
        return None
    if resolved.kind is not ThingKind.STATEMENT or resolved.story is None:
        return None
    assertions = stories.load_part(store, resolved.story).links.assertions
    return next((article for article, made in assertions.items() if any(one.id == resolved.id for one in made)), None)
