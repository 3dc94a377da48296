"""One SQLite file: opened, asked and written in transactions, with SQLite's errors made ours."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from firsthand.errors import StoreAccessError
from firsthand.storage.migrations import migrate

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

Value = str | int | float | bytes | None


class Database:
    """A connection to one file. Everything may raise StoreAccessError; outside of `transact` each call is its own."""

    def __init__(self, path: str, *, must_write: bool = True) -> None:
        self.path = path
        with self.naming_errors():
            try:
                self._connection = self._connect(apsw.Connection(path))
            except (apsw.ReadOnlyError, apsw.CantOpenError):
                if must_write or not is_file(path) or _has_unfinished_writes(path):
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
        """Give the file back."""
        with self.naming_errors():
            self._connection.close()

    def fetch(self, sql: str, *values: Value) -> list[Any]:
        """All rows at once."""
        with self.naming_errors():
            return list(self._connection.execute(sql, _free_surrogates(values)))

    def stream(self, sql: str, *values: Value) -> Iterator[Any]:
        """The rows one by one, all as of the moment of the first."""
        with self.naming_errors():
            yield from self._connection.execute(sql, _free_surrogates(values))

    def insert(self, sql: str, *values: Value) -> int:
        """Insert one row; its number."""
        with self.naming_errors():
            self._connection.execute(sql, values)
            return self._connection.last_insert_rowid()

    def write_all(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """The statement once for each of the rows."""
        with self.naming_errors():
            self._connection.executemany(sql, rows)

    @contextmanager
    def transact(self) -> Iterator[None]:
        """All that is written inside is kept, or nothing; it may stand inside another one."""
        with self.naming_errors(), self._connection:
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever another process writes meanwhile."""
        if self._connection.in_transaction:
            yield
            return
        self.fetch("BEGIN DEFERRED")  # takes no write lock
        try:
            yield
        except BaseException:
            self.fetch("ROLLBACK")
            raise
        self.fetch("COMMIT")

    @contextmanager
    def naming_errors(self) -> Iterator[None]:
        """SQLite's errors as ours, with the file and what to do."""
        try:
            yield
        except apsw.Error as error:
            advice = next(words for kind, words in ADVICE if isinstance(error, kind))
            raise StoreAccessError(f"{advice} ({error})", self.path) from error


class DatabasePart:
    """What a group of tables is reached through: one of the parts that a store is put together from."""

    def __init__(self, database: Database) -> None:
        self._database = database


def is_file(name: str) -> bool:
    """Whether something of this name exists."""
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


def _free_surrogates(values: Sequence[Value]) -> tuple[Value, ...]:
    """Ids and names from a command line may hold halves of surrogate pairs, which SQLite can't take."""
    return tuple(v.encode("utf-8", "replace").decode() if isinstance(v, str) else v for v in values)
