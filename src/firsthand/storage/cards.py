"""What is kept for each article: its vectors and its card; and articles with their vectors."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from firsthand.records import Annotations
from firsthand.storage.database import DatabasePart
from firsthand.storage.lookups import find_rows

# Made once: 50 µs a record less than a new one each time.
DECODER = msgspec.json.Decoder(Annotations)


class Cards(DatabasePart):
    """Vectors, cards and entries; see `firsthand.storage.links_base.Links`."""

    def save_vectors(self, vectors: Mapping[str, bytes]) -> None:
        """Keep vectors by article."""
        with self._database.transact():
            rows = find_rows(self._database, vectors)
            sql = "INSERT INTO vectors (article, vectors) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET vectors = ?2"
            self._database.write_all(sql, ((rows[id], vectors[id]) for id in vectors))

    def find_without_vectors(self) -> list[str]:
        """The newest revisions that have no vectors, by id."""
        sql = """SELECT id FROM articles WHERE superseded = 0
            AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.article = articles.row) ORDER BY id"""
        return [id for (id,) in self._database.fetch(sql)]

    def find_unprepared(self, version: str) -> list[str]:
        """The newest revisions without a card of this version, by id."""
        sql = """SELECT id FROM articles WHERE superseded = 0
            AND NOT EXISTS (SELECT 1 FROM cards c WHERE c.article = articles.row AND c.version = ?) ORDER BY id"""
        return [id for (id,) in self._database.fetch(sql, version)]

    def save_cards(self, cards: Mapping[str, bytes], version: str) -> None:
        """Keep cards by article."""
        with self._database.transact():
            rows = find_rows(self._database, cards)
            sql = """INSERT INTO cards (article, version, card) VALUES (?1, ?2, ?3)
                ON CONFLICT DO UPDATE SET version = ?2, card = ?3"""
            self._database.write_all(sql, ((rows[id], version, cards[id]) for id in cards))

    def load_cards(self) -> Iterator[tuple[str, bytes]]:
        """(article, card) of the newest revisions, ordered by id."""
        sql = "SELECT a.id, c.card FROM cards c JOIN articles a ON a.row = c.article WHERE superseded = 0 ORDER BY a.id"
        yield from self._database.stream(sql)

    def find_cards(self, ids: Collection[str]) -> dict[str, bytes]:
        """The cards of these articles; one that has none is left out."""
        sql = """SELECT a.id, c.card FROM json_each(?) CROSS JOIN articles a ON a.id = value
            JOIN cards c ON c.article = a.row"""
        return dict(self._database.fetch(sql, json.dumps(list(ids))))

    def load_entries(self, ids: Sequence[str]) -> list[tuple[Annotations, bytes | None]]:
        """Records with their vectors, in the order of `ids`."""
        rows = find_rows(self._database, ids)
        sql = "SELECT record, (SELECT vectors FROM vectors WHERE article = row) FROM articles WHERE row = ?"
        found = (self._database.fetch(sql, rows[id])[0] for id in ids)
        return [(DECODER.decode(record), vectors) for record, vectors in found]
