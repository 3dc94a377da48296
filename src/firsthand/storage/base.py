"""What a store is, whatever keeps it, and the values that it takes and gives."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self

import msgspec

from firsthand.records import Annotations, Article
from firsthand.storage.links_base import Links

# Around the words of a snippet that were searched for; control characters, which no news text needs.
MARK_START = "\x02"
MARK_END = "\x03"


class Fate(StrEnum):
    """How an input ends; every input ends in one of these ways."""

    STORED = "stored"
    REVISION = "revision"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


class Outcome(msgspec.Struct, frozen=True):
    """What became of one input. `article` is the stored id (None if rejected), `reason` says why, in words."""

    fate: Fate
    article: str | None
    reason: str


class StoredArticle(msgspec.Struct, frozen=True):
    """An article of the store without its text. `statements` counts them; `added_at` is UTC, ISO 8601."""

    id: str
    url: str | None
    publisher: str | None
    published: str | None
    title: str | None
    revision: int
    superseded: bool
    added_at: str
    statements: int


class FoundStatement(msgspec.Struct, frozen=True):
    """A statement that was searched for, in words. `snippet` holds MARK_START and MARK_END around what matched."""

    id: str
    speaker: str | None
    source: str
    cue: str
    content: str
    form: str | None
    act: str | None
    status: str | None
    snippet: str
    article: StoredArticle


class FoundArticle(msgspec.Struct, frozen=True):
    """An article that was searched for. `snippet` is empty where no words were given."""

    snippet: str
    article: StoredArticle


class Query(msgspec.Struct, frozen=True):
    """What to search for; every field given must hold.

    words: all of them must occur, in any order; "quoted words" as they stand; an asterisk ends a prefix (negotiat*).
    speaker: words of the speaker's name or of the source as printed. outlet: words of the publisher's name.
    since, until: YYYY, YYYY-MM or YYYY-MM-DD, both inclusive, of the publication date as printed.
    superseded: older revisions too.
    """

    words: str = ""
    speaker: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    superseded: bool = False
    limit: int = 20


class Store(Protocol):
    """Keeps records. Everything may raise StoreAccessError; no record is ever deleted."""

    @property
    def links(self) -> Links:
        """What linking keeps beside the records."""

    def find_duplicate(self, article: Article) -> Outcome | None:
        """Whether the store has this article already; asked before the costly extraction."""

    def add(
        self, records: Sequence[Annotations], *, extractor: str = "", vectors: Sequence[bytes] = ()
    ) -> list[Outcome]:
        """Store the records in one transaction, all or nothing; the outcomes are in the order of the records.

        `vectors`, where given, has the vectors of each record (empty where it has none).

        Raises:
            ValueError: there are vectors, but not as many as records.

        """

    def list_articles(self, *, limit: int | None = None) -> list[StoredArticle]:
        """The newest revision of each article, latest publication first."""

    def find_article(self, id: str, revision: int | None = None) -> StoredArticle:
        """One article: by the id of its first revision the newest, or `revision`; by another id exactly that one.

        The id of a statement stands for the article that holds it; the first characters of an id, four or more, for
        the id, where no other begins so.

        Raises:
            UsageError: there is no such article or revision, or several ids begin so.

        """

    def get(self, id: str) -> Annotations:
        """The record with exactly this id.

        Raises:
            UsageError: there is none.

        """

    def search_statements(self, query: Query) -> list[FoundStatement]:
        """The statements that `query` asks for, latest publication first, in reading order within an article.

        Raises:
            UsageError: the query is too long, or its words hold no letter or digit.

        """

    def search_articles(self, query: Query) -> list[FoundArticle]:
        """The articles that `query` asks for, latest publication first; raises like `search_statements`."""

    def export_records(self, *, newest: bool = False, linked: bool = False) -> Iterator[bytes]:
        """Every record as one line of the contract's JSON, in the order of adding; only newest revisions if asked.

        With `linked`, records that are in a story are on corpus actors, with their publisher's assertions.
        """

    def snapshot(self) -> AbstractContextManager[None]:
        """All that is read inside is of one moment, whatever another process writes meanwhile."""

    def close(self) -> None:
        """Give the database back."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
