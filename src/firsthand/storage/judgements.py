"""The log of what people decided: nothing in it is ever changed, only marked as undone."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

import msgspec

from firsthand.corrections import supersedes
from firsthand.errors import UsageError
from firsthand.records import Judgement, JudgementKind
from firsthand.storage.database import DatabasePart
from firsthand.storage.found_links import LoggedJudgement

DECODER = msgspec.json.Decoder(Judgement)
DIGITS = 10  # hexadecimal, as ids of stories and claims have


class Judgements(DatabasePart):
    """The log of judgements; see `firsthand.storage.links_base.Links`."""

    def add_judgement(self, judgement: Judgement) -> Judgement:
        """Keep a judgement; one with an empty id gets one."""
        with self._database.transact():
            if not judgement.id:
                judgement = msgspec.structs.replace(judgement, id=self._make_id(judgement))
            if self._has(judgement.id):
                raise UsageError("another judgement has this id: leave it empty to get a new one", judgement.id)
            blob = msgspec.json.encode(judgement).decode()
            self._database.insert("INSERT INTO judgements (id, judgement) VALUES (?, ?)", judgement.id, blob)
        return judgement

    def list_judgements(self, *, undone: bool = False) -> list[Judgement]:
        """The judgements in force, in the order in which they were given; with `undone` those too that are not."""
        condition = "" if undone else "WHERE undone_at IS NULL"
        rows = self._database.fetch(f"SELECT judgement FROM judgements {condition} ORDER BY row")
        return [DECODER.decode(blob) for (blob,) in rows]

    def load_judgement_log(self) -> list[LoggedJudgement]:
        """Every judgement ever given, in order, with when it was undone and by whom."""
        rows = self._database.fetch("SELECT judgement, undone_at, undone_by FROM judgements ORDER BY row")
        log = [LoggedJudgement(DECODER.decode(blob), at, by) for blob, at, by in rows]
        later = find_superseded([one.judgement for one in log if one.undone_at is None])
        return [
            one if one.undone_at else msgspec.structs.replace(one, superseded_by=later.get(one.judgement.id))
            for one in log
        ]

    def undo_judgement(self, id: str, *, by: str = "") -> Judgement:
        """Take a judgement back; it stays in the log."""
        with self._database.transact():
            rows = self._database.fetch("SELECT judgement, undone_at FROM judgements WHERE id = ?", id)
            if not rows:
                raise UsageError("there is no judgement with this id: `firsthand judge list` shows the ids", id)
            blob, undone_at = rows[0]
            if undone_at is not None:
                raise UsageError(f"the judgement was undone already, at {undone_at}", id)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            sql = "UPDATE judgements SET undone_at = ?, undone_by = ? WHERE id = ?"
            self._database.fetch(sql, now, by, id)
        return DECODER.decode(blob)

    def find_unfollowed(self) -> list[Judgement]:
        """The judgements that were given or undone since the links last followed them, in the order of the log."""
        sql = "SELECT judgement FROM judgements WHERE followed <> (undone_at IS NULL) ORDER BY row"
        return [DECODER.decode(blob) for (blob,) in self._database.fetch(sql)]

    def note_followed(self, judgements: Collection[str]) -> None:
        """Note that the links now follow the judgements with these ids as they are, in force or undone."""
        sql = "UPDATE judgements SET followed = (undone_at IS NULL) WHERE id IN (SELECT value FROM json_each(?))"
        self._database.fetch(sql, json.dumps(list(judgements)))

    def mark_followed(self, judgements: Collection[str]) -> None:
        """Note that the links now follow exactly the judgements with these ids."""
        sql = "UPDATE judgements SET followed = id IN (SELECT value FROM json_each(?))"
        self._database.fetch(sql, json.dumps(list(judgements)))

    def _make_id(self, judgement: Judgement) -> str:
        digest = hashlib.sha256(msgspec.json.encode(judgement)).hexdigest()[:DIGITS]
        id, number = f"j-{digest}", 1
        while self._has(id):
            number += 1
            id = f"j-{digest}-{number}"
        return id

    def _has(self, id: str) -> bool:
        return bool(self._database.fetch("SELECT 1 FROM judgements WHERE id = ?", id))


def find_superseded(judgements: Sequence[Judgement]) -> dict[str, str]:
    """For each judgement of which a later one leaves nothing: the latest that does. All are in force, in order."""
    found: dict[str, str] = {}
    later: defaultdict[frozenset[str], list[Judgement]] = defaultdict(list)
    for one in reversed(judgements):
        is_of_statement = one.kind in (JudgementKind.SPEAKER, JudgementKind.STATEMENT)
        same = later[frozenset((one.left_anchor, one.left_anchor if is_of_statement else one.right_anchor))]
        winner = next((each for each in same if supersedes(each, one)), None)
        if winner is not None:
            found[one.id] = winner.id
        same.append(one)
    return found
