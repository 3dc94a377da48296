"""The store in one SQLite file: WAL, so that reading goes on while another process adds."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import apsw

from firsthand import records
from firsthand.errors import StoreAccessError, UsageError
from firsthand.records import Annotations, Article
from firsthand.storage.base import Fate, FoundArticle, FoundStatement, Outcome, Query, StoredArticle
from firsthand.storage.lookups import find_id
from firsthand.storage.migrations import migrate
from firsthand.storage.rows import find_day, fold_words, hash_text, is_same_address, rename_article, statement_rows
from firsthand.storage.search import ARTICLE_COLUMNS, NEWEST_FIRST, compose_article_search, compose_statement_search

BUSY_MILLISECONDS = 20_000  # longer than any batch takes to write

# What went wrong and what to do, by SQLite's answer; the first that fits.
ADVICE: tuple[tuple[type[apsw.Error], str], ...] = (
    (apsw.BusyError, "another program is writing to the database: try again when it is done"),
    (apsw.NotADBError, "this is not a database: name another file with --db"),
    (apsw.CorruptError, "the database is damaged: restore a backup, or start a new one with --db"),
    (apsw.FullError, "the disk is full: make room, then run the command again"),
    (apsw.ReadOnlyError, "the database may not be written: check the permissions of the file and its folder"),
    (apsw.CantOpenError, "the database can't be opened: check that the folder exists and that it may be written"),
    (apsw.SQLError, "the database's tables are not as they were made: restore a backup, or start a new one with --db"),
    (apsw.Error, "the database can't be used: restore a backup, or start a new one with --db"),
)

REVISION_MARK = re.compile(r"~\d+$")
Value = str | int | bytes | None


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
    if not create and not _exists(name):
        raise StoreAccessError("there is no database here: `firsthand add INPUT --db FILE` makes one", str(path))
    return SqliteStore(name, must_write=create)


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except OSError:  # a name too long for the file system
        return False


def _has_unfinished_writes(path: str) -> bool:
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def _open_unchanging(path: str) -> apsw.Connection:
    """For a folder that may not be written: the files that SQLite keeps beside a database have no place there."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    return apsw.Connection(f"{Path(path).as_uri()}?immutable=1", flags=flags)


class SqliteStore:
    """A store over one file; see `firsthand.storage.base.Store` for what the methods promise."""

    def __init__(self, path: str, *, must_write: bool = True) -> None:
        self.path = path
        with self._naming_errors():
            try:
                self._connection = self._connect(apsw.Connection(path))
            except (apsw.ReadOnlyError, apsw.CantOpenError):
                if must_write or not _exists(path) or _has_unfinished_writes(path):
                    raise
                self._connection = self._connect(_open_unchanging(path))

    def _connect(self, connection: apsw.Connection) -> apsw.Connection:
        try:
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: apsw.Connection) -> None:
        connection.set_busy_timeout(BUSY_MILLISECONDS)
        # The write lock is taken at the start: what was read inside a transaction still holds when it writes.
        connection.transaction_mode = "IMMEDIATE"
        migrate(connection, self.path)
        if not connection.readonly("main"):
            connection.pragma("journal_mode", "wal")
        connection.pragma("synchronous", "normal")
        connection.pragma("foreign_keys", True)

    def close(self) -> None:
        """Give the database back."""
        with self._naming_errors():
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def find_duplicate(self, article: Article) -> Outcome | None:
        """Whether the store has this text already, under this id or address, or from this publisher."""
        sql = "SELECT id, given_id, url, publisher FROM articles WHERE text_hash = ? ORDER BY row"
        for id, given_id, url, publisher in self._fetch(sql, hash_text(article.text)):
            if article.id in {id, given_id} or is_same_address(article, url, publisher):
                return Outcome(Fate.DUPLICATE, id, f"the same text as {id}")
        return None

    def add(self, records: Sequence[Annotations], *, extractor: str = "") -> list[Outcome]:
        """Store the records in one transaction, all or nothing; the outcomes are in the order of the records."""
        outcomes: list[Outcome] = []
        with self._naming_errors(), self._connection:
            outcomes += [self._add_record(record, extractor) for record in records]
        return outcomes

    def _add_record(self, record: Annotations, extractor: str) -> Outcome:
        duplicate = self.find_duplicate(record.article)
        if duplicate:
            return duplicate
        place = self._find_place(record.article)
        self._insert(rename_article(record, place.id), record.article.id, place, extractor)
        if place.revision == 1:
            number = len(record.statements)
            return Outcome(Fate.STORED, place.id, f"{number} statement{'' if number == 1 else 's'}")
        return Outcome(Fate.REVISION, place.id, f"revision {place.revision} of {place.series}: the text has changed")

    def _find_place(self, article: Article) -> _Place:
        """The newest revision at the same address is superseded; else that of the same id, unless addresses differ.

        An id such as `a1~2` is how an export names a revision of a1.
        """
        earlier = self._fetch(
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
        revision = 1 + self._fetch("SELECT max(revision) FROM articles WHERE series = ?", series)[0][0]
        return _Place(self._find_free_id(article.id, series, revision), series, revision)

    def _find_free_id(self, wanted: str, base: str, number: int) -> str:
        while self._fetch("SELECT 1 FROM articles WHERE id = ?", wanted):
            wanted = f"{base}~{number}"
            number += 1
        return wanted

    def _insert(self, record: Annotations, given_id: str, place: _Place, extractor: str) -> None:
        article = record.article
        execute = self._connection.execute
        execute("UPDATE articles SET superseded = 1 WHERE series = ?", (place.series,))
        execute(
            """INSERT INTO articles (id, given_id, series, revision, url, publisher, outlet_words, published, day,
            title, text_hash, added_at, extractor, statement_count, record) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""",
            (
                *(place.id, given_id, place.series, place.revision),
                *(article.url, article.publisher, fold_words(article.publisher)),
                *(article.published, find_day(article.published), article.title, hash_text(article.text)),
                *(datetime.now(UTC).isoformat(timespec="seconds"), extractor, len(record.statements)),
                records.encode(record).decode(),
            ),
        )
        row = self._connection.last_insert_rowid()
        index = "INSERT INTO article_index (rowid, title, text) VALUES (?, ?, ?)"
        execute(index, (row, article.title, article.text))
        for columns in statement_rows(record):
            self._insert_statement(row, columns)

    def _insert_statement(self, article: int, columns: tuple[str | None, ...]) -> None:
        _, speaker, source, _, content, *_ = columns
        self._connection.execute(
            """INSERT INTO statements (article, id, speaker, source, cue, content, form, act, status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (article, *columns),
        )
        self._connection.execute(
            "INSERT INTO statement_index (rowid, speaker, source, content) VALUES (?, ?, ?, ?)",
            (self._connection.last_insert_rowid(), speaker, source, content),
        )

    def list_articles(self, *, limit: int | None = None) -> list[StoredArticle]:
        """The newest revision of each article, latest publication first."""
        sql = f"SELECT {ARTICLE_COLUMNS} FROM articles a WHERE superseded = 0 ORDER BY {NEWEST_FIRST} LIMIT ?"
        return [_make_article(row) for row in self._fetch(sql, -1 if limit is None else limit)]

    def find_article(self, id: str, revision: int | None = None) -> StoredArticle:
        """One article: by the id of its first revision the newest, or `revision`; by another id exactly that one."""
        exact, series = find_id(self._fetch, id)
        select = f"SELECT {ARTICLE_COLUMNS} FROM articles a WHERE"
        if revision is not None:
            rows = self._fetch(f"{select} series = ? AND revision = ?", series, revision)
        elif series == exact and series.startswith(id):
            rows = self._fetch(f"{select} series = ? AND superseded = 0", series)
        else:
            rows = self._fetch(f"{select} id = ?", exact)
        if not rows:
            raise UsageError(f"the article has no revision {revision}", id)
        return _make_article(rows[0])

    def get(self, id: str) -> Annotations:
        """The record with exactly this id."""
        rows = self._fetch("SELECT record FROM articles WHERE id = ?", id)
        if not rows:
            raise UsageError("there is no article with this id: `firsthand list` shows the ids", id)
        return records.decode(rows[0][0])

    def search_statements(self, query: Query) -> list[FoundStatement]:
        """The statements that `query` asks for, latest publication first."""
        sql, parameters = compose_statement_search(query)
        names = FoundStatement.__struct_fields__[:-1]
        return [
            FoundStatement(**dict(zip(names, row, strict=False)), article=_make_article(row[len(names) :]))
            for row in self._fetch(sql, *parameters)
        ]

    def search_articles(self, query: Query) -> list[FoundArticle]:
        """The articles that `query` asks for, latest publication first."""
        sql, parameters = compose_article_search(query)
        return [FoundArticle(snippet=row[0], article=_make_article(row[1:])) for row in self._fetch(sql, *parameters)]

    def export_records(self, *, newest: bool = False) -> Iterator[bytes]:
        """Every record as one line of the contract's JSON, in the order of adding."""
        condition = "WHERE superseded = 0" if newest else ""
        with self._naming_errors():
            for (record,) in self._connection.execute(f"SELECT record FROM articles {condition} ORDER BY row"):
                yield record.encode()

    def _fetch(self, sql: str, *values: Value) -> list[Any]:
        with self._naming_errors():
            return list(self._connection.execute(sql, _free_surrogates(values)))

    @contextmanager
    def _naming_errors(self) -> Iterator[None]:
        """SQLite's errors as ours, with the file and what to do."""
        try:
            yield
        except apsw.Error as error:
            advice = next(words for kind, words in ADVICE if isinstance(error, kind))
            raise StoreAccessError(f"{advice} ({error})", self.path) from error


def _make_article(row: Sequence[Any]) -> StoredArticle:
    columns = dict(zip(StoredArticle.__struct_fields__, row, strict=True))
    return StoredArticle(**{**columns, "superseded": bool(columns["superseded"])})


def _free_surrogates(values: Sequence[Value]) -> tuple[Value, ...]:
    """Ids and names from a command line may hold halves of surrogate pairs, which SQLite can't take."""
    return tuple(v.encode("utf-8", "replace").decode() if isinstance(v, str) else v for v in values)
