"""Finding stories, claims and actors, by words and otherwise."""

from collections.abc import Sequence
from typing import Any

from firsthand.records import ActorKind, ClaimStatus
from firsthand.storage.database import DatabasePart, Value
from firsthand.storage.identities import follow_redirects
from firsthand.storage.links_base import FoundActor, FoundClaim, StorySummary
from firsthand.storage.search import quote_words

SUMMARY = "s.id, s.title, s.article_count, s.outlet_count, s.claim_count, s.first_day, s.last_day"
MOVED_LAST_FIRST = "s.last_day DESC NULLS LAST, s.id"


class StorySearch(DatabasePart):
    """Lists of stories, claims and actors; see `firsthand.storage.links_base.Links`."""

    def list_stories(self, limit: int, words: str = "") -> list[StorySummary]:
        """Stories, those that moved last first; with all `words` in title, claims and names."""
        tables, condition, values = "stories s", "", []
        if words:
            tables = "story_index JOIN stories s ON s.row = story_index.rowid"
            condition, values = "WHERE story_index MATCH ?", [quote_words(words)]
        sql = f"SELECT {SUMMARY} FROM {tables} {condition} ORDER BY {MOVED_LAST_FIRST} LIMIT ?"
        return [StorySummary(*row) for row in self._database.fetch(sql, *values, limit)]

    def search_claims(self, words: str = "", story: str = "", status: str = "", limit: int = 20) -> list[FoundClaim]:
        """Claims, those of most articles first, then the newest; with all `words`, of a story, of a status."""
        conditions: dict[str, Value] = {}
        if words:
            conditions["claim_index MATCH ?"] = quote_words(words)
        if story:
            conditions["s.id = ?"] = follow_redirects(self._database, story)
        if status:
            conditions["c.status = ?"] = status
        index = "claim_index JOIN claims c ON c.row = claim_index.rowid" if words else "claims c"
        sql = f"""SELECT c.id, s.id, c.gist, c.status, c.article_count, c.origins_least, c.origins_most,
            c.anonymous_only, c.first_seen FROM {index} JOIN stories s ON s.row = c.story
            WHERE {" AND ".join(conditions) or "TRUE"}
            ORDER BY c.article_count DESC, c.first_seen DESC NULLS LAST, c.id LIMIT ?"""
        return [_make_claim(row) for row in self._database.fetch(sql, *conditions.values(), limit)]

    def find_actors(self, words: str, limit: int) -> list[FoundActor]:
        """Actors with all `words` among name and aliases, those who say most first; without words all of them."""
        condition, values = "", []
        if words:
            condition = """WHERE p.actor IN (SELECT f.actor FROM actor_index JOIN appearances f
                ON f.row = actor_index.rowid WHERE actor_index MATCH ?)"""
            values = [quote_words(words)]
        # Name and kind come from one row, as SQLite does it for min(): that of the story with the lowest id.
        sql = f"""SELECT p.actor, p.name, p.kind, count(*), sum(p.statement_count), min(s.id)
            FROM appearances p JOIN stories s ON s.row = p.story {condition}
            GROUP BY p.actor ORDER BY sum(p.statement_count) DESC, p.actor LIMIT ?"""
        found = self._database.fetch(sql, *values, limit)
        return [FoundActor(id, name, ActorKind(kind), *counts) for id, name, kind, *counts, _ in found]

    def stories_of_actor(self, id: str) -> list[str]:
        """The ids of the stories that an actor appears in, those that moved last first."""
        sql = f"""SELECT DISTINCT s.id FROM appearances p JOIN stories s ON s.row = p.story WHERE p.actor = ?
            ORDER BY {MOVED_LAST_FIRST}"""
        return [story for (story,) in self._database.fetch(sql, follow_redirects(self._database, id))]


def _make_claim(row: Sequence[Any]) -> FoundClaim:
    id, story, gist, status, articles, least, most, anonymous_only, first_seen = row
    origins = least if least == most else (least, most)
    return FoundClaim(id, story, gist, ClaimStatus(status), articles, origins, bool(anonymous_only), first_seen)
