"""What comparing articles gave: weights of pairs, and who has been compared."""

from collections.abc import Collection, Mapping

from firsthand.storage.database import DatabasePart
from firsthand.storage.lookups import find_rows


class Edges(DatabasePart):
    """Weights of pairs of articles by kind; see `firsthand.storage.links_base.Links`."""

    def save_edges(self, kind: str, edges: Mapping[tuple[str, str], float], *, compared: Collection[str] = ()) -> None:
        """Keep weights of pairs of articles, and that `compared` have now been compared with all compared before."""
        with self._database.transact():
            rows = find_rows(self._database, {*compared, *(id for pair in edges for id in pair)})
            sql = """INSERT INTO edges (kind, left, right, weight) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT DO UPDATE SET weight = ?4"""
            weights = edges.items()
            self._database.write_all(sql, ((kind, rows[a], rows[b], weight) for (a, b), weight in weights))
            sql = "INSERT OR IGNORE INTO compared (kind, article) VALUES (?, ?)"
            self._database.write_all(sql, ((kind, rows[id]) for id in compared))

    def load_edges(self, kind: str) -> dict[tuple[str, str], float]:
        """The weights between newest revisions, as they were saved, ordered by the ids."""
        sql = """SELECT a.id, b.id, weight FROM edges JOIN articles a ON a.row = left JOIN articles b ON b.row = right
            WHERE edges.kind = ? AND a.superseded = 0 AND b.superseded = 0"""
        return {(left, right): weight for left, right, weight in sorted(self._database.stream(sql, kind))}

    def find_compared(self, kind: str) -> set[str]:
        """The newest revisions that have been compared with each other."""
        sql = """SELECT a.id FROM compared JOIN articles a ON a.row = article
            WHERE compared.kind = ? AND superseded = 0"""
        return {id for (id,) in self._database.fetch(sql, kind)}

    def drop_edges(self, kind: str) -> None:
        """Forget the weights of a kind and what was compared."""
        with self._database.transact():
            self._database.fetch("DELETE FROM edges WHERE kind = ?", kind)
            self._database.fetch("DELETE FROM compared WHERE kind = ?", kind)
