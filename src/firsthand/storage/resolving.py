"""From what a user types for an id to the story, claim, actor, origin, statement or article that it stands for."""

from firsthand.errors import UsageError
from firsthand.storage.database import DatabasePart
from firsthand.storage.found_links import Resolved, ThingKind
from firsthand.storage.identities import follow_redirects
from firsthand.storage.lookups import CANDIDATES_SHOWN, SHORTEST_PREFIX

# For each kind, what has an id: (id, story) of it where it is linked. In this order, so that ids of ours come first.
FINDERS: tuple[tuple[ThingKind, str], ...] = (
    (ThingKind.STORY, "SELECT id, id FROM stories WHERE id = ?"),
    (ThingKind.CLAIM, "SELECT c.id, s.id FROM claims c JOIN stories s ON s.row = c.story WHERE c.id = ?"),
    (
        ThingKind.ACTOR,
        """SELECT actor, iif(count(DISTINCT story) = 1, (SELECT id FROM stories WHERE row = story), NULL)
        FROM appearances WHERE actor = ? GROUP BY actor""",
    ),
    (
        ThingKind.ORIGIN,
        """SELECT o.id, s.id FROM origins o JOIN claims c ON c.row = o.claim JOIN stories s ON s.row = c.story
        WHERE o.id = ?""",
    ),
    (
        ThingKind.STATEMENT,
        """SELECT t.id, s.id FROM statements t LEFT JOIN story_articles l USING (article)
        LEFT JOIN stories s ON s.row = l.story WHERE t.id = ?""",
    ),
    (ThingKind.STATEMENT, "SELECT a.id, s.id FROM assertions a JOIN stories s ON s.row = a.story WHERE a.id = ?"),
    (
        ThingKind.ARTICLE,
        """SELECT a.id, s.id FROM articles a LEFT JOIN story_articles l ON l.article = a.row
        LEFT JOIN stories s ON s.row = l.story WHERE a.id = ?""",
    ),
)

# Where the beginning of an id is looked for. The ids of the second row usually begin with one of the first, which is
# then meant. A range finds them by the index; no id goes on with the highest character.
TABLES_OF_IDS = (
    (("issued", "id"), ("stories", "id"), ("claims", "id"), ("appearances", "actor"), ("articles", "id")),
    (("origins", "id"), ("statements", "id"), ("assertions", "id")),
)
HIGHEST = "\U0010ffff"


class Resolving(DatabasePart):
    """Ids as users type them; see `firsthand.storage.links_base.Links.resolve`."""

    def resolve(self, id: str) -> Resolved:
        """What an id stands for: whole, or its first characters, four or more, if no other's."""
        with self._database.snapshot():
            return self._find(id) or self._complete(id)

    def _find(self, id: str) -> Resolved | None:
        current = follow_redirects(self._database, id)
        for kind, sql in FINDERS:
            wanted = self._find_newest(current) if kind is ThingKind.ARTICLE else current
            found = self._database.fetch(sql, wanted)
            if found:
                its_id, story = found[0]
                return Resolved(kind, its_id, story, id if current != id else None)
        return None

    def _find_newest(self, id: str) -> str:
        """As in `Store.find_article`: the id of a first revision stands for the newest."""
        newest = self._database.fetch("SELECT id FROM articles WHERE series = ? AND +superseded = 0", id)
        return str(newest[0][0]) if newest else id

    def _complete(self, prefix: str) -> Resolved:
        if self._database.fetch("SELECT 1 FROM issued WHERE id = ?", prefix):
            raise UsageError("nothing has this id any more: `firsthand stories` shows what there is", prefix)
        long_enough = len(prefix) >= SHORTEST_PREFIX
        for tables in TABLES_OF_IDS if long_enough else ():
            ids = [id for table, column in tables for id in self._find_beginning(table, column, prefix)]
            found = {(one.kind, one.id): one for id in sorted(set(ids)) if (one := self._find(id))}
            if len(found) == 1:
                return found.popitem()[1]
            if found:
                raise UsageError(f"several ids begin so: {_show_ids([one.id for one in found.values()])}", prefix)
        raise UsageError("nothing has this id: `firsthand stories` and `firsthand list` show the ids", prefix)

    def _find_beginning(self, table: str, column: str, prefix: str) -> list[str]:
        sql = f"SELECT DISTINCT {column} FROM {table} WHERE {column} >= ? AND {column} < ? ORDER BY 1 LIMIT ?"
        # More than are shown, since several may lead to one.
        return [id for (id,) in self._database.fetch(sql, prefix, prefix + HIGHEST, 10 * CANDIDATES_SHOWN)]


def _show_ids(ids: list[str]) -> str:
    return ", ".join(ids[:CANDIDATES_SHOWN]) + (", …" if len(ids) > CANDIDATES_SHOWN else "")
