"""What the page of an actor reads beside its statements: when it speaks, whom an outlet prints, claims by their ids."""

import json
from collections.abc import Collection

from firsthand.records import ActorKind
from firsthand.storage.database import DatabasePart
from firsthand.storage.found_links import FoundClaim, PrintedSpeaker
from firsthand.storage.identities import follow_redirects
from firsthand.storage.story_search import CLAIM, make_claim


class ActorReads(DatabasePart):
    """Reads for the page of an actor; see `firsthand.storage.links_base.Links`."""

    def count_spoken_by_day(self, actor: str) -> dict[str, int]:
        """How many statements of an actor were published on which day."""
        sql = """SELECT substr(moment, 1, 10), count(*) FROM spoken WHERE actor = ? AND moment <> ''
            GROUP BY 1 ORDER BY 1"""
        return dict(self._database.fetch(sql, follow_redirects(self._database, actor)))

    def list_printed(self, outlet: str, limit: int = 20) -> list[PrintedSpeaker]:
        """Whom an outlet prints, those with most statements in it first; not the outlet itself."""
        sql = """SELECT p.actor, c.name, c.kind, count(*), count(DISTINCT p.article)
            FROM story_articles t JOIN spoken p ON p.story = t.story AND p.article = t.article
            JOIN actors c ON c.actor = p.actor
            WHERE t.publisher = ?1 AND p.actor <> ?1
            GROUP BY p.actor ORDER BY count(*) DESC, c.name, p.actor LIMIT ?2"""
        rows = self._database.fetch(sql, follow_redirects(self._database, outlet), limit)
        return [PrintedSpeaker(id, name, ActorKind(kind), *counts) for id, name, kind, *counts in rows]

    def load_claims(self, ids: Collection[str]) -> dict[str, FoundClaim]:
        """The claims with these ids, by id; what is the id of no claim now is left out."""
        sql = f"""SELECT {CLAIM} FROM json_each(?) CROSS JOIN claims c ON c.id = value
            JOIN stories s ON s.row = c.story"""
        found = (make_claim(row) for row in self._database.fetch(sql, json.dumps(sorted(set(ids)))))
        return {claim.id: claim for claim in found}

    def load_titles(self, stories: Collection[str]) -> dict[str, str]:
        """The titles of the stories with these ids, by id."""
        sql = "SELECT s.id, s.title FROM json_each(?) CROSS JOIN stories s ON s.id = value"
        return dict(self._database.fetch(sql, json.dumps(sorted(set(stories)))))
