"""Uploads over SQLite. Bodies lie in a table of their own: an upload's row is written again with every batch."""

import secrets
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from firsthand.errors import UsageError
from firsthand.storage.database import DatabasePart
from firsthand.storage.outcomes import Fate
from firsthand.storage.uploads_base import Linking, LinkRequest, Upload, UploadKind, UploadOutcome, UploadState

COLUMNS = ", ".join(Upload.__struct_fields__)
OPEN = "state IN ('waiting', 'reading')"
DIGITS = 10  # hexadecimal, as all our ids have
LINKING_COLUMNS = ", ".join(Linking.__struct_fields__)


class SqliteUploads(DatabasePart):
    """Uploads over one file; see `firsthand.storage.uploads_base.Uploads` for what the methods promise."""

    def add(
        self,
        kind: UploadKind,
        name: str,
        body: bytes,
        *,
        publisher: str | None = None,
        published: str | None = None,
        url: str | None = None,
        title: str | None = None,
    ) -> Upload:
        """Keep an upload until it is read."""
        id = f"u-{secrets.token_hex(DIGITS // 2)}"
        with self._database.transact():
            row = self._database.insert(
                """INSERT INTO uploads (id, kind, name, publisher, published, url, title, size, queued_at, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')""",
                *(id, kind, name, publisher, published, url, title, len(body), _now()),
            )
            self._database.insert("INSERT INTO upload_bodies (upload, body) VALUES (?, ?)", row, body)
        return self.get(id)

    def get(self, id: str) -> Upload:
        """The upload with this id."""
        rows = self._database.fetch(f"SELECT {COLUMNS} FROM uploads WHERE id = ?", id)
        if not rows:
            raise UsageError("there is no upload with this id: the page Add lists them", id)
        return _make_upload(rows[0])

    def list_newest(self, limit: int, offset: int = 0) -> list[Upload]:
        """The uploads, newest first."""
        sql = f"SELECT {COLUMNS} FROM uploads ORDER BY row DESC LIMIT ? OFFSET ?"
        return [_make_upload(row) for row in self._database.fetch(sql, limit, offset)]

    def count(self) -> dict[UploadState, int]:
        """How many there are in each state."""
        rows = self._database.fetch("SELECT state, count(*) FROM uploads GROUP BY state")
        return {UploadState(state): number for state, number in rows}

    def count_open_bytes(self) -> int:
        """The size of all that waits or is being read."""
        return int(self._database.fetch(f"SELECT coalesce(sum(size), 0) FROM uploads WHERE {OPEN}")[0][0])

    def list_outcomes(self, id: str, limit: int, offset: int = 0, fate: Fate | None = None) -> list[UploadOutcome]:
        """What became of the inputs of an upload, in their order."""
        rows = self._database.fetch(
            """SELECT number, fate, article, reason FROM upload_outcomes
            WHERE upload = (SELECT row FROM uploads WHERE id = ?1) AND fate = coalesce(?2, fate)
            ORDER BY number LIMIT ?3 OFFSET ?4""",
            *(id, fate, limit, offset),
        )
        return [UploadOutcome(number, Fate(fate), article, reason) for number, fate, article, reason in rows]

    def take(self) -> Upload | None:
        """The oldest upload that is not settled, now being read, its tries one more."""
        select = f"SELECT id FROM uploads WHERE {OPEN} ORDER BY row LIMIT 1"
        if not self._database.fetch(select):  # asked without the write lock first, as it is asked all the time
            return None
        sql = f"""UPDATE uploads SET state = 'reading', tries = tries + 1, begun_at = coalesce(begun_at, ?)
            WHERE id = ({select}) RETURNING id"""
        taken = self._database.fetch(sql, _now())
        return self.get(taken[0][0]) if taken else None

    def release(self, id: str) -> None:
        """Put back an upload that was taken and not read to its end: this try doesn't count."""
        sql = "UPDATE uploads SET state = 'waiting', tries = max(tries - 1, 0) WHERE id = ? AND state = 'reading'"
        self._database.fetch(sql, id)

    def load_body(self, id: str) -> bytes:
        """The bytes of an upload that isn't done."""
        sql = "SELECT body FROM upload_bodies JOIN uploads ON row = upload WHERE id = ?"
        rows = self._database.fetch(sql, id)
        if not rows:
            raise UsageError("the upload is done, its body is gone: add the file again", id)
        return bytes(rows[0][0])

    def load_settled(self, id: str) -> set[int]:
        """The numbers of the inputs whose outcomes are kept."""
        sql = "SELECT number FROM upload_outcomes WHERE upload = (SELECT row FROM uploads WHERE id = ?)"
        return {number for (number,) in self._database.fetch(sql, id)}

    def keep(self, id: str, outcomes: Sequence[UploadOutcome], bytes_read: int) -> None:
        """Keep outcomes of inputs and how far the body is read."""
        with self._database.transact():
            self._insert_outcomes(id, outcomes, is_lost=False)
            self._database.fetch("UPDATE uploads SET tries = 0, bytes_read = ? WHERE id = ?", bytes_read, id)

    def lose(self, id: str, number: int, reason: str) -> None:
        """Keep that an input was left out because reading it broke off."""
        self._insert_outcomes(id, [UploadOutcome(number, Fate.REJECTED, None, reason)], is_lost=True)

    def finish(self, id: str, error: str | None = None) -> None:
        """Settle an upload: failed with an `error`, or where inputs were lost; else done, and its body is dropped."""
        with self._database.transact():
            lost = self._database.fetch(
                """SELECT count(*), min(reason) FROM upload_outcomes
                WHERE is_lost AND upload = (SELECT row FROM uploads WHERE id = ?)""",
                id,
            )[0]
            error = error or (f"{lost[0]:,} left out: {lost[1]}" if lost[0] else None)
            sql = "UPDATE uploads SET state = ?, error = ?, ended_at = ?, bytes_read = size, tries = 0 WHERE id = ?"
            self._database.fetch(sql, UploadState.FAILED if error else UploadState.DONE, error, _now(), id)
            if not error:
                drop = "DELETE FROM upload_bodies WHERE upload = (SELECT row FROM uploads WHERE id = ?)"
                self._database.fetch(drop, id)

    def retry(self, id: str) -> Upload:
        """Let a failed upload wait again: what is settled stays so, what was lost is read again."""
        with self._database.transact():
            upload = self.get(id)
            if upload.state is not UploadState.FAILED:
                raise UsageError(f"the upload has not failed, it is {upload.state}: there is nothing to try again", id)
            sql = """DELETE FROM upload_outcomes WHERE is_lost AND upload = (SELECT row FROM uploads WHERE id = ?)
                RETURNING number"""
            lost = len(self._database.fetch(sql, id))
            self._database.fetch(
                """UPDATE uploads SET state = 'waiting', tries = 0, bytes_read = 0, ended_at = NULL, error = NULL,
                rejected = rejected - ? WHERE id = ?""",
                *(lost, id),
            )
        return self.get(id)

    def request_link(self, story: str | None = None) -> None:
        """Ask for linking, of one story first."""
        self._database.insert("INSERT INTO link_requests (story, asked_at) VALUES (?, ?)", story, _now())

    def list_link_requests(self) -> list[LinkRequest]:
        """What was asked for and is not answered, the oldest first."""
        return [LinkRequest(*row) for row in self._database.fetch("SELECT row, story FROM link_requests ORDER BY row")]

    def drop_link_requests(self, rows: Sequence[int]) -> None:
        """Forget requests that are answered."""
        self._database.write_all("DELETE FROM link_requests WHERE row = ?", [(row,) for row in rows])

    def load_linking(self) -> Linking:
        """How far linking is."""
        rows = self._database.fetch(f"SELECT {LINKING_COLUMNS} FROM background_linking")
        return Linking(bool(rows[0][0]), *rows[0][1:]) if rows else Linking()

    def save_linking(self, linking: Linking) -> None:
        """Keep how far linking is."""
        places = ", ".join("?" * len(Linking.__struct_fields__))
        sql = f"INSERT OR REPLACE INTO background_linking (row, {LINKING_COLUMNS}) VALUES (1, {places})"
        self._database.fetch(sql, *msgspec.structs.astuple(linking))

    def _insert_outcomes(self, id: str, outcomes: Sequence[UploadOutcome], *, is_lost: bool) -> None:
        sql = """INSERT INTO upload_outcomes (upload, number, fate, article, reason, is_lost)
            VALUES ((SELECT row FROM uploads WHERE id = ?), ?, ?, ?, ?, ?)"""
        fates = Counter(outcome.fate for outcome in outcomes)
        sums = [fates[fate] for fate in (Fate.STORED, Fate.REVISION, Fate.DUPLICATE, Fate.REJECTED)]
        with self._database.transact():
            rows = [(id, *msgspec.structs.astuple(outcome), is_lost) for outcome in outcomes]
            self._database.write_all(sql, rows)
            self._database.fetch(
                """UPDATE uploads SET stored = stored + ?, revisions = revisions + ?, duplicates = duplicates + ?,
                rejected = rejected + ? WHERE id = ?""",
                *sums,
                id,
            )


def _make_upload(row: Sequence[object]) -> Upload:
    return msgspec.convert(dict(zip(Upload.__struct_fields__, row, strict=True)), Upload)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
