"""Finding stories, claims and actors, by words and otherwise, a page at a time."""

import json
from collections.abc import Collection, Sequence
from typing import Any

from firsthand.records import ActorKind, ClaimStatus
from firsthand.storage.database import DatabasePart, Value
from firsthand.storage.found import MOST_COUNTED
from firsthand.storage.found_links import ClaimOrder, FoundActor, FoundClaim, StorySummary
from firsthand.storage.found_rows import check_page
from firsthand.storage.identities import follow_redirects
from firsthand.storage.search import quote_words

CLAIM = """c.id, s.id, c.gist, c.status, c.article_count, c.origins_least, c.origins_most, c.anonymous_only,
    c.first_seen"""
SUMMARY = f"""s.id, s.title, s.article_count, s.outlet_count, s.claim_count, s.first_day, s.last_day,
    coalesce(f.origin_count, 0), coalesce(f.corroborated_count, 0), coalesce(f.disputed_count, 0),
    coalesce(f.anonymous_count, 0), {CLAIM}"""
MOVED_LAST_FIRST = "s.last_day DESC NULLS LAST, s.id"
# As in the indexes, so that a page needs no sort but of claims that are alike in all this.
SCRAP = "trim(c.gist) NOT LIKE '% % % %'"  # under four words ("the mine"): behind the others of equal rank
CLAIM_ORDERS = {
    ClaimOrder.ARTICLES: f"c.article_count DESC, {SCRAP}, c.first_seen DESC, c.id",
    ClaimOrder.ORIGINS: (
        f"c.origins_least DESC, c.origins_most DESC, {SCRAP}, c.article_count DESC, c.first_seen DESC, c.id"
    ),
    ClaimOrder.NEWEST: f"c.first_seen DESC, {SCRAP}, c.article_count DESC, c.id",
}
Values = list[Value]


class StorySearch(DatabasePart):
    """Lists of stories, claims and actors; see `firsthand.storage.links_base.Links`."""

    def list_stories(self, limit: int, words: str = "", *, offset: int = 0, least: int = 1) -> list[StorySummary]:
        """Stories of at least so many articles, those that moved last first, after the first `offset` of them."""
        check_page(limit, offset)
        condition, values = _select_stories(words, least)
        return self._fetch_stories(condition, [*values, limit, offset])

    def count_story_days(self, ids: Collection[str]) -> dict[str, dict[str, int]]:
        """How many articles each of these stories has of each day, the first one first; undated ones are left out."""
        sql = """SELECT s.id, a.day, count(*) FROM json_each(?) CROSS JOIN stories s ON s.id = value
            JOIN story_articles t ON t.story = s.row JOIN articles a ON a.row = t.article
            WHERE a.day IS NOT NULL GROUP BY s.id, a.day ORDER BY s.id, a.day"""
        found: dict[str, dict[str, int]] = {}
        for story, day, number in self._database.fetch(sql, json.dumps(sorted(ids))):
            found.setdefault(story, {})[day] = number
        return found

    def count_stories(self, words: str = "", *, least: int = 1) -> int:
        """How many stories `list_stories` has, all pages together."""
        condition, values = _select_stories(words, least)
        return self._count(f"stories s WHERE {condition}", values)

    def search_claims(
        self,
        words: str = "",
        story: str = "",
        status: str = "",
        limit: int = 20,
        *,
        anonymous: bool = False,
        order: ClaimOrder = ClaimOrder.ARTICLES,
        offset: int = 0,
    ) -> list[FoundClaim]:
        """Claims with all `words`, of a story, of a status, on anonymous sources alone; the first of one page."""
        check_page(limit, offset)
        tables, values = self._select_claims(words, story, status, anonymous)
        sql = f"""SELECT {CLAIM} FROM (SELECT c.* FROM {tables} ORDER BY {CLAIM_ORDERS[order]} LIMIT ? OFFSET ?) c
            JOIN stories s ON s.row = c.story ORDER BY {CLAIM_ORDERS[order]}"""
        return [make_claim(row) for row in self._database.fetch(sql, *values, limit, offset)]

    def count_claims(self, words: str = "", story: str = "", status: str = "", *, anonymous: bool = False) -> int:
        """How many claims `search_claims` has, all pages together."""
        return self._count(*self._select_claims(words, story, status, anonymous))

    def find_actors(self, words: str, limit: int, *, offset: int = 0, kind: str = "") -> list[FoundActor]:
        """Actors with all `words` among name and aliases, of an ActorKind, those who say most first."""
        check_page(limit, offset)
        tables, values = _select_actors(words, kind)
        sql = f"""SELECT actor, name, kind, story_count, statement_count FROM {tables}
            ORDER BY statement_count DESC, actor LIMIT ? OFFSET ?"""
        found = self._database.fetch(sql, *values, limit, offset)
        return [FoundActor(id, name, ActorKind(kind), *counts) for id, name, kind, *counts in found]

    def count_actors(self, words: str = "", *, kind: str = "") -> int:
        """How many actors `find_actors` has, all pages together."""
        return self._count(*_select_actors(words, kind))

    def stories_of_actor(self, id: str) -> list[str]:
        """The ids of the stories that an actor appears in, those that moved last first."""
        sql = f"""SELECT DISTINCT s.id FROM appearances p JOIN stories s ON s.row = p.story WHERE p.actor = ?
            ORDER BY {MOVED_LAST_FIRST}"""
        return [story for (story,) in self._database.fetch(sql, follow_redirects(self._database, id))]

    def list_stories_of_actor(self, id: str, *, limit: int = 20, offset: int = 0) -> list[StorySummary]:
        """The stories that an actor appears in, those that moved last first."""
        check_page(limit, offset)
        condition = "s.row IN (SELECT story FROM appearances WHERE actor = ?)"
        return self._fetch_stories(condition, [follow_redirects(self._database, id), limit, offset])

    def _fetch_stories(self, condition: str, values: Values) -> list[StorySummary]:
        sql = f"""SELECT {SUMMARY} FROM (SELECT s.row FROM stories s WHERE {condition}
                ORDER BY {MOVED_LAST_FIRST} LIMIT ? OFFSET ?) m
            JOIN stories s ON s.row = m.row LEFT JOIN story_figures f ON f.story = s.row
            LEFT JOIN claims c ON c.row = f.leading ORDER BY {MOVED_LAST_FIRST}"""
        return [_make_summary(row) for row in self._database.fetch(sql, *values)]

    def _select_claims(self, words: str, story: str, status: str, anonymous: bool) -> tuple[str, Values]:
        """FROM and WHERE, with their values."""
        conditions: dict[str, Value] = {}
        if words:
            conditions["c.row IN (SELECT rowid FROM claim_index WHERE claim_index MATCH ?)"] = quote_words(words)
        if story:
            sql = "c.story = (SELECT row FROM stories WHERE id = ?)"
            conditions[sql] = follow_redirects(self._database, story)
        if status:
            conditions["c.status = ?"] = status
        named = [*conditions, *["c.anonymous_only"] * anonymous]
        return f"claims c WHERE {' AND '.join(named) or 'TRUE'}", [*conditions.values()]

    def _count(self, tables: str, values: Values) -> int:
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {tables} LIMIT ?)"
        return int(self._database.fetch(sql, *values, MOST_COUNTED + 1)[0][0])


def _select_stories(words: str, least: int) -> tuple[str, Values]:
    values: Values = [least]
    if not words:
        return "s.article_count >= ?", values
    sql = "s.article_count >= ? AND s.row IN (SELECT rowid FROM story_index WHERE story_index MATCH ?)"
    return sql, [*values, quote_words(words)]


def _select_actors(words: str, kind: str) -> tuple[str, Values]:
    """FROM and WHERE, with their values."""
    conditions: dict[str, Value] = {}
    if words:
        sql = """SELECT f.actor FROM actor_index JOIN appearances f ON f.row = actor_index.rowid
            WHERE actor_index MATCH ?"""
        conditions[f"actor IN ({sql})"] = quote_words(words)
    if kind:
        conditions["kind = ?"] = kind
    return f"actors WHERE {' AND '.join(conditions) or 'TRUE'}", [*conditions.values()]


def _make_summary(row: Sequence[Any]) -> StorySummary:
    id, title, articles, outlets, claims, first_day, last_day, origins, corroborated, disputed, anonymous, *claim = row
    leading = make_claim(claim) if claim[0] else None
    return StorySummary(
        *(id, title, articles, outlets, claims, first_day, last_day),
        *(origins, corroborated, disputed, anonymous, leading),
    )


def make_claim(row: Sequence[Any]) -> FoundClaim:
    """A claim from the columns CLAIM."""
    id, story, gist, status, articles, least, most, anonymous_only, first_seen = row
    origins = least if least == most else (least, most)
    return FoundClaim(id, story, gist, ClaimStatus(status), articles, origins, bool(anonymous_only), first_seen)
