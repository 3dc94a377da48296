"""What a store is, whatever keeps it, and the values that it takes and gives."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Protocol, Self

from firsthand.records import Annotations, Article
from firsthand.storage.found import Facets, FoundArticle, FoundStatement, Query, StoredArticle
from firsthand.storage.links_base import Links
from firsthand.storage.outcomes import Outcome
from firsthand.storage.uploads_base import Uploads


class Store(Protocol):
    """Keeps records. Everything may raise StoreAccessError; no record is ever deleted."""

    @property
    def links(self) -> Links:
        """What linking keeps beside the records."""

    @property
    def uploads(self) -> Uploads:
        """Texts and files that wait to be read, and what became of them."""

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

    def list_articles(self, *, limit: int | None = None, offset: int = 0) -> list[StoredArticle]:
        """The newest revision of each article, latest publication first, after the first `offset` of them."""

    def count_articles(self) -> int:
        """How many articles there are, each with all its revisions once."""

    def list_revisions(self, id: str) -> list[StoredArticle]:
        """All revisions of the article that `find_article` finds, the first one first; raises UsageError like it."""

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
            UsageError: the query is too long, its words hold no letter or digit, or limit or offset is below 0.

        """

    def search_articles(self, query: Query) -> list[FoundArticle]:
        """The articles that `query` asks for, latest publication first; raises like `search_statements`."""

    def facet_statements(self, query: Query) -> Facets:
        """How many statements `query` asks for, on all pages together, and of which kinds; raises like the search."""

    def facet_articles(self, query: Query) -> Facets:
        """How many articles `query` asks for, on all pages together, and of which kinds; raises like the search."""

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
