"""Ids that stay: of groups of members that come, grow, merge and split (decisions/0026-links-in-the-store.md).

An issued id is anchored on one member. `issued.current` leads from it to the issued id that stands for the group of its
anchor now, itself where it was not merged away. A call moves only the ids that are anchored in its groups, so that
ids of other groups stay untouched.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from firsthand.storage.database import Database, DatabasePart

PREFIXES = {"story": "s-", "claim": "c-", "actor": "a-"}
DIGITS = 10  # hexadecimal: two of a million ids collide about once in two

Anchored = dict[str, list["Issued"]]


class Issued(NamedTuple):
    """An id that was given out; older ones have the lower `sequence`."""

    sequence: int
    id: str


class _PreviewError(Exception):
    """Ends a transaction that is not to be kept, and carries out of it what it gave."""

    def __init__(self, ids: list[str]) -> None:
        super().__init__()
        self.ids = ids


class Identities(DatabasePart):
    """Stable ids of groups; see `firsthand.storage.links_base.Links.settle_ids`."""

    def settle_ids(self, kind: str, groups: Sequence[Sequence[str]]) -> list[str]:
        """Ids of groups of members, in their order."""
        members = [member for group in groups for member in group]
        if not all(groups) or len(set(members)) < len(members):
            raise ValueError("groups must be disjoint and not empty")
        # Mostly nothing has changed: half a second for the actors of 800 articles, in which nobody else could write.
        known = self._find_unchanged(kind, groups, members)
        changed = iter(self._settle(kind, [group for group in groups if group[0] not in known]))
        return [known[group[0]] if group[0] in known else next(changed) for group in groups]

    def _find_unchanged(self, kind: str, groups: Sequence[Sequence[str]], members: Sequence[str]) -> dict[str, str]:
        """The ids of the groups that have just the members that they had when settled last, by their first members."""
        asked = json.dumps(sorted(members))
        with self._database.snapshot():
            former = _load_former(self._database, kind, asked)
            issued = json.dumps(sorted({one.issued.sequence for one in former.values()}))
            sql = "SELECT issued, count(*) FROM json_each(?) CROSS JOIN settled ON issued = value GROUP BY issued"
            sizes = dict(self._database.fetch(sql, issued))
        found: dict[str, str] = {}
        for group in groups:
            ids = {former[member].issued if member in former else None for member in group}
            id = ids.pop() if len(ids) == 1 else None
            if id is not None and sizes[id.sequence] == len(group):
                found[group[0]] = id.id
        return found

    def _settle(self, kind: str, groups: Sequence[Sequence[str]]) -> list[str]:
        if not groups:
            return []
        members = [member for group in groups for member in group]
        with self._database.transact():
            asked = json.dumps(sorted(members))  # in order, so that neighbours in the tables are asked together
            anchored = _load_anchored(self._database, kind, asked)
            former = _load_former(self._database, kind, asked)
            _forget_gone(self._database, kind, asked, former)
            moved = _adopt_strays(members, former, anchored)
            self._database.write_all("UPDATE issued SET anchor = ? WHERE sequence = ?", moved)
            ids = [_find_oldest(group, anchored) or self._issue(kind, group[0]) for group in groups]
            self._redirect(groups, ids, anchored)
            self._note_members(kind, groups, ids, former)
        return [issued.id for issued in ids]

    def preview_ids(self, kind: str, groups: Sequence[Sequence[str]]) -> list[str]:
        """The ids that `settle_ids` would give now; nothing is kept."""
        try:
            with self._database.transact():
                raise _PreviewError(self.settle_ids(kind, groups))
        except _PreviewError as preview:
            return preview.ids

    def find_ids(self, kind: str, members: Collection[str]) -> dict[str, str]:
        """The id that stands for the group of each member; a member that is in no group is left out."""
        sql = """SELECT member, b.id FROM json_each(?2) CROSS JOIN settled ON settled.kind = ?1 AND member = value
            JOIN issued a ON a.sequence = settled.issued JOIN issued b ON b.sequence = a.current"""
        return dict(self._database.fetch(sql, kind, json.dumps(sorted(members))))

    def follow_id(self, id: str) -> str:
        """The id that an issued one stands for now; any other id as it is."""
        with self._database.snapshot():
            return follow_redirects(self._database, id)

    def list_members(self, id: str) -> list[str]:
        """The members of the group that an issued id stands for now: its anchor first, then the others in order."""
        sql = """SELECT member FROM settled s JOIN issued i ON i.sequence = s.issued WHERE i.id = ?
            ORDER BY member <> i.anchor, member"""
        with self._database.snapshot():
            return [member for (member,) in self._database.fetch(sql, follow_redirects(self._database, id))]

    def _issue(self, kind: str, anchor: str) -> Issued:
        base = PREFIXES[kind] + hashlib.sha256(anchor.encode()).hexdigest()[:DIGITS]
        id, number = base, 1
        while self._database.fetch("SELECT 1 FROM issued WHERE id = ?", id):
            number += 1
            id = f"{base}-{number}"
        # Never deleted from, so that the next sequence is the count of all, and one more.
        sql = """INSERT INTO issued (kind, id, anchor, current)
            VALUES (?, ?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM issued))"""
        return Issued(self._database.insert(sql, kind, id, anchor), id)

    def _redirect(self, groups: Sequence[Sequence[str]], ids: Sequence[Issued], anchored: Anchored) -> None:
        """Every id anchored in a group stands for the group's id now, that one for itself."""
        sql = "UPDATE issued SET current = ?1 WHERE sequence = ?2 AND current <> ?1"
        held = zip(groups, ids, strict=True)
        pairs = ((id, each) for group, id in held for member in group for each in anchored.get(member, ()))
        self._database.write_all(sql, ((id.sequence, each.sequence) for id, each in pairs))

    def _note_members(
        self, kind: str, groups: Sequence[Sequence[str]], ids: Sequence[Issued], former: Mapping[str, "_Former"]
    ) -> None:
        sql = """INSERT INTO settled (kind, member, issued) VALUES (?1, ?2, ?3)
            ON CONFLICT DO UPDATE SET issued = ?3"""
        held = ((member, id) for group, id in zip(groups, ids, strict=True) for member in group)
        changed = ((member, id) for member, id in held if member not in former or former[member].issued != id)
        self._database.write_all(sql, ((kind, member, id.sequence) for member, id in sorted(changed)))


def follow_redirects(database: Database, id: str) -> str:
    """The id that an issued one stands for now; any other id as it is."""
    sql = "SELECT b.id FROM issued a JOIN issued b ON b.sequence = a.current WHERE a.id = ?"
    while True:
        found = database.fetch(sql, id)
        if not found or found[0][0] == id:
            return id
        id = found[0][0]


class _Former(NamedTuple):
    """The id that a member's group had before, and that id's anchor."""

    issued: Issued
    anchor: str


def _load_anchored(database: Database, kind: str, asked: str) -> Anchored:
    sql = """SELECT anchor, sequence, i.id FROM json_each(?2) CROSS JOIN issued i ON anchor = value AND kind = ?1
        ORDER BY sequence"""
    anchored: Anchored = defaultdict(list)
    for anchor, sequence, id in database.stream(sql, kind, asked):
        anchored[anchor].append(Issued(sequence, id))
    return anchored


def _load_former(database: Database, kind: str, asked: str) -> dict[str, _Former]:
    sql = """SELECT member, i.sequence, i.id, i.anchor FROM json_each(?2)
        CROSS JOIN settled ON settled.kind = ?1 AND member = value JOIN issued i ON i.sequence = settled.issued"""
    rows = database.stream(sql, kind, asked)
    return {member: _Former(Issued(sequence, id), anchor) for member, sequence, id, anchor in rows}


def _forget_gone(database: Database, kind: str, asked: str, former: Mapping[str, _Former]) -> None:
    """Members that were in a group with one of the asked, and are not asked themselves, are in no group any more.

    Should they come back, they start anew: what is kept of members is always the partition as it is.
    """
    sql = """DELETE FROM settled WHERE issued IN (SELECT value FROM json_each(?))
        AND kind = ? AND member NOT IN (SELECT value FROM json_each(?))"""
    groups = {each.issued.sequence for each in former.values()}
    database.fetch(sql, json.dumps(sorted(groups)), kind, asked)


def _adopt_strays(members: Sequence[str], former: Mapping[str, _Former], anchored: Anchored) -> list[tuple[str, int]]:
    """(new anchor, sequence) of ids whose anchor has gone, though a member of their group is still here.

    Had the anchor a group still, that one would have lost this member and be in this call: the anchor is in none.
    """
    present = set(members)
    adopted: dict[int, str] = {}
    for member in members:
        if member not in former:
            continue
        issued, anchor = former[member]
        if anchor not in present and issued.sequence not in adopted:
            adopted[issued.sequence] = member
            anchored[member].append(issued)
    return [(member, sequence) for sequence, member in adopted.items()]


def _find_oldest(group: Sequence[str], anchored: Anchored) -> Issued | None:
    return min((issued for member in group for issued in anchored.get(member, ())), default=None)
