"""The store in one SQLite file: WAL, so that reading goes on while another process adds."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from msgspec import structs

from firsthand import records
from firsthand.errors import StoreAccessError, UsageError
from firsthand.records import Annotations, Article
from firsthand.storage.database import Database, is_file
from firsthand.storage.found import FacetCount, Facets, FoundArticle, FoundStatement, Query, StoredArticle
from firsthand.storage.found_rows import (
    ARTICLE_COLUMNS,
    HIGHEST_NUMBER,
    NEWEST_FIRST,
    check_page,
    make_article,
    make_statement,
)
from firsthand.storage.links import SqliteLinks
from firsthand.storage.lookups import find_id
from firsthand.storage.outcomes import Fate, Outcome
from firsthand.storage.rewriting import rewrite_records
from firsthand.storage.rows import find_day, fold_words, hash_text, is_same_address, rename_article, statement_rows
from firsthand.storage.search import (
    Parameters,
    compose_article_facets,
    compose_article_search,
    compose_statement_facets,
    compose_statement_search,
)
from firsthand.storage.uploads import SqliteUploads

REVISION_MARK = re.compile(r"~\d+$")


class _Place(NamedTuple):
    """Where a new record goes."""

    id: str
    series: str
    revision: int


def open_store(path: str | os.PathLike[str], *, create: bool = True) -> "SqliteStore":
    """Open the store in the file `path`; made where it is missing, unless `create` is False. Its folder must exist.

    Raises:
        StoreAccessError: it is missing, can't be opened or written, or is no database of ours.
        StoreVersionError: it was written by a newer Firsthand.

    """
    # Made absolute, so that SQLite's special names (":memory:", an empty one) are files like any other.
    name = str(Path(path).absolute())
    if not create and not is_file(name):
        raise StoreAccessError("there is no database here: `firsthand add INPUT --db FILE` makes one", str(path))
    return SqliteStore(name, must_write=create)


class SqliteStore:
    """A store over one file; see `firsthand.storage.base.Store` for what the methods promise."""

    def __init__(self, path: str, *, must_write: bool = True) -> None:
        self._database = Database(path, must_write=must_write)
        self._links = SqliteLinks(self._database)
        self._uploads = SqliteUploads(self._database)

    @property
    def path(self) -> str:
        """The file."""
        return self._database.path

    @property
    def links(self) -> SqliteLinks:
        """What linking keeps."""
        return self._links

    @property
    def uploads(self) -> SqliteUploads:
        """Texts and files that wait to be read, and what became of them."""
        return self._uploads

    def close(self) -> None:
        """Give the database back."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def find_duplicate(self, article: Article) -> Outcome | None:
        """Whether the store has this text already, under this id or address, or from this publisher."""
        sql = "SELECT id, given_id, url, publisher FROM articles WHERE text_hash = ? ORDER BY row"
        for id, given_id, url, publisher in self._database.fetch(sql, hash_text(article.text)):
            if article.id in {id, given_id} or is_same_address(article, url, publisher):
                return Outcome(Fate.DUPLICATE, id, f"the same text as {id}")
        return None

    def add(
        self, records: Sequence[Annotations], *, extractor: str = "", vectors: Sequence[bytes] = ()
    ) -> list[Outcome]:
        """Store the records in one transaction, all or nothing; the outcomes are in the order of the records."""
        outcomes: list[Outcome] = []
        with self._database.transact():
            for record, its_vectors in zip(records, vectors or [b""] * len(records), strict=True):
                outcomes.append(self._add_record(record, extractor, its_vectors))
        return outcomes

    def _add_record(self, record: Annotations, extractor: str, vectors: bytes) -> Outcome:
        duplicate = self.find_duplicate(record.article)
        if duplicate:
            return duplicate
        place = self._find_place(record.article)
        self._insert(rename_article(record, place.id), record.article.id, place, extractor)
        if vectors:
            self.links.save_vectors({place.id: vectors})
        if place.revision == 1:
            number = len(record.statements)
            return Outcome(Fate.STORED, place.id, f"{number} statement{'' if number == 1 else 's'}")
        return Outcome(Fate.REVISION, place.id, f"revision {place.revision} of {place.series}: the text has changed")

    def _find_place(self, article: Article) -> _Place:
        """The newest revision at the same address is superseded; else that of the same id, unless addresses differ.

        An id such as `a1~2` is how an export names a revision of a1.
        """
        earlier = self._database.fetch(
            """SELECT series FROM articles WHERE url = ?1 OR (given_id IN (?2, ?3) AND (url IS NULL OR ?1 IS NULL))
            ORDER BY url IS ?1 DESC, given_id = ?2 DESC, row DESC LIMIT 1""",
            article.url,
            article.id,
            REVISION_MARK.sub("", article.id),
        )
        if not earlier:
            id = self._find_free_id(article.id, article.id, 2)
            return _Place(id, id, 1)
        series: str = earlier[0][0]
        revision = 1 + self._database.fetch("SELECT max(revision) FROM articles WHERE series = ?", series)[0][0]
        return _Place(self._find_free_id(article.id, series, revision), series, revision)

    def _find_free_id(self, wanted: str, base: str, number: int) -> str:
        while self._database.fetch("SELECT 1 FROM articles WHERE id = ?", wanted):
            wanted = f"{base}~{number}"
            number += 1
        return wanted

    def _insert(self, record: Annotations, given_id: str, place: _Place, extractor: str) -> None:
        article = record.article
        self._database.fetch("UPDATE articles SET superseded = 1 WHERE series = ?", place.series)
        row = self._database.insert(
            """INSERT INTO articles (id, given_id, series, revision, url, publisher, outlet_words, published, day,
            title, text_hash, added_at, extractor, statement_count, record) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""",
            *(place.id, given_id, place.series, place.revision),
            *(article.url, article.publisher, fold_words(article.publisher)),
            *(article.published, find_day(article.published), article.title, hash_text(article.text)),
            *(datetime.now(UTC).isoformat(timespec="seconds"), extractor, len(record.statements)),
            records.encode(record).decode(),
        )
        index = "INSERT INTO article_index (rowid, title, text) VALUES (?, ?, ?)"
        self._database.insert(index, row, article.title, article.text)
        for columns in statement_rows(record):
            self._insert_statement(row, columns)

    def _insert_statement(self, article: int, columns: tuple[str | None, ...]) -> None:
        _, speaker, source, _, content, *_ = columns
        row = self._database.insert(
            """INSERT INTO statements (article, id, speaker, source, cue, content, form, act, status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            article,
            *columns,
        )
        index = "INSERT INTO statement_index (rowid, speaker, source, content) VALUES (?, ?, ?, ?)"
        self._database.insert(index, row, speaker, source, content)

    def list_articles(self, *, limit: int | None = None, offset: int = 0) -> list[StoredArticle]:
        """The newest revision of each article, latest publication first, after the first `offset` of them."""
        check_page(limit or 0, offset)
        # The plus keeps SQLite from sorting what the index on days has in order.
        sql = f"""SELECT {ARTICLE_COLUMNS} FROM articles a WHERE +superseded = 0
            ORDER BY {NEWEST_FIRST} LIMIT ? OFFSET ?"""
        return [make_article(row) for row in self._database.fetch(sql, -1 if limit is None else limit, offset)]

    def count_articles(self) -> int:
        """How many articles there are, each with all its revisions once."""
        return int(self._database.fetch("SELECT count(*) FROM articles WHERE superseded = 0")[0][0])

    def list_revisions(self, id: str) -> list[StoredArticle]:
        """All revisions of the article that `find_article` finds, the first one first."""
        _, series = find_id(self._database.fetch, id)
        sql = f"SELECT {ARTICLE_COLUMNS} FROM articles a WHERE series = ? ORDER BY revision"
        return [make_article(row) for row in self._database.fetch(sql, series)]

    def find_article(self, id: str, revision: int | None = None) -> StoredArticle:
        """One article: by the id of its first revision the newest, or `revision`; by another id exactly that one."""
        exact, series = find_id(self._database.fetch, id)
        select = f"SELECT {ARTICLE_COLUMNS} FROM articles a WHERE"
        if revision is not None:
            number = max(0, min(revision, HIGHEST_NUMBER))
            rows = self._database.fetch(f"{select} series = ? AND revision = ?", series, number)
        elif series == exact and series.startswith(id):
            rows = self._database.fetch(f"{select} series = ? AND +superseded = 0", series)
        else:
            rows = self._database.fetch(f"{select} id = ?", exact)
        if not rows:
            raise UsageError(f"the article has no revision {revision}", id)
        return make_article(rows[0])

    def get(self, id: str) -> Annotations:
        """The record with exactly this id."""
        rows = self._database.fetch("SELECT record FROM articles WHERE id = ?", id)
        if not rows:
            raise UsageError("there is no article with this id: `firsthand list` shows the ids", id)
        return records.decode(rows[0][0])

    def search_statements(self, query: Query) -> list[FoundStatement]:
        """The statements that `query` asks for, latest publication first."""
        with self.snapshot():
            sql, parameters = compose_statement_search(self._follow_actor(query))
            rows = self._database.fetch(sql, *parameters)
            claims = self.links.find_claims_of([row[0] for row in rows])
        return [make_statement(row, claims.get(row[0], ())) for row in rows]

    def search_articles(self, query: Query) -> list[FoundArticle]:
        """The articles that `query` asks for, latest publication first."""
        sql, parameters = compose_article_search(self._follow_actor(query))
        found = self._database.fetch(sql, *parameters)
        return [FoundArticle(snippet, make_article(row), story) for snippet, story, *row in found]

    def facet_statements(self, query: Query) -> Facets:
        """How many statements `query` asks for, and of which kinds."""
        return self._count_facets(*compose_statement_facets(self._follow_actor(query)))

    def facet_articles(self, query: Query) -> Facets:
        """How many articles `query` asks for, and of which kinds."""
        return self._count_facets(*compose_article_facets(self._follow_actor(query)))

    def _follow_actor(self, query: Query) -> Query:
        return structs.replace(query, actor=self.links.follow_id(query.actor)) if query.actor else query

    def _count_facets(self, sql: str, parameters: Parameters) -> Facets:
        counts: dict[str, list[FacetCount]] = {}
        for facet, value, name, number in self._database.fetch(sql, *parameters):
            value = f'"{name}"' if facet == "outlet" else value
            counts.setdefault(facet, []).append(FacetCount(value, name or value, number))
        kinds = (tuple(counts.get(facet, ())) for facet in ("act", "status", "speaker", "outlet", "month"))
        return Facets(counts["total"][0].count, *kinds)

    def export_records(self, *, newest: bool = False, linked: bool = False) -> Iterator[bytes]:
        """Every record as one line of the contract's JSON, in the order of adding."""
        condition = "WHERE superseded = 0" if newest else ""
        if linked:
            yield from rewrite_records(self._database, condition)
            return
        for (record,) in self._database.stream(f"SELECT record FROM articles {condition} ORDER BY row"):
            yield record.encode()

    def snapshot(self) -> AbstractContextManager[None]:
        """All that is read inside is of one moment, whatever another process writes meanwhile."""
        return self._database.snapshot()
