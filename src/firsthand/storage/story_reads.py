"""What pages read of claims, actors and statements without decoding a story."""

import json
from collections.abc import Collection

import msgspec

from firsthand.errors import UsageError
from firsthand.records import Actor, ActorKind, Position, Step
from firsthand.storage.database import DatabasePart
from firsthand.storage.found import MOST_COUNTED, FoundStatement
from firsthand.storage.found_links import QuotingOutlet
from firsthand.storage.found_rows import ARTICLE_COLUMNS, check_page, make_statement
from firsthand.storage.identities import follow_redirects
from firsthand.storage.search import SHOWN_CONTENT
from firsthand.storage.story_rows import POSITION_COLUMNS, make_position, read_steps

NAMES = msgspec.json.Decoder(tuple[str, ...])
# The page is chosen before anything else is read.
SPOKEN = f"""SELECT coalesce(s.id, n.id), coalesce(s.speaker, c.name), coalesce(s.source, ''), coalesce(s.cue, ''),
    coalesce(s.content, n.content), coalesce(s.form, n.form), coalesce(s.act, n.act), coalesce(s.status, n.status),
    substr(coalesce(s.content, n.content), 1, {SHOWN_CONTENT}), p.actor, o.id, {ARTICLE_COLUMNS}
    FROM (SELECT * FROM spoken WHERE actor = ?
        ORDER BY moment DESC, article DESC, place LIMIT ? OFFSET ?) p
    JOIN stories o ON o.row = p.story JOIN articles a ON a.row = p.article
    LEFT JOIN actors c ON c.actor = p.actor
    LEFT JOIN statements s ON s.row = p.statement LEFT JOIN assertions n ON n.row = p.assertion
    ORDER BY p.moment DESC, p.article DESC, p.place"""


class StoryReads(DatabasePart):
    """Reads for pages; see `firsthand.storage.links_base.Links`."""

    def load_steps(self, claim: str) -> list[Step]:
        """The evidence for a claim's number of origins."""
        current = follow_redirects(self._database, claim)
        sql = "SELECT s.steps FROM claims c LEFT JOIN steps s ON s.claim = c.row WHERE c.id = ?"
        found = self._database.fetch(sql, current)
        if not found:
            raise UsageError("this is no claim: `firsthand claims` shows their ids", claim)
        return list(read_steps(found[0][0] or "[]"))

    def load_positions(
        self, actor: str, *, changed: bool = False, limit: int | None = None, offset: int = 0
    ) -> list[Position]:
        """An actor's positions in all stories, the earliest first; only where they changed, if so asked."""
        check_page(limit or 0, offset)
        sql = f"""SELECT {POSITION_COLUMNS} FROM positions WHERE actor = ? AND (change IS NOT NULL OR NOT ?)
            ORDER BY date, statement, rowid LIMIT ? OFFSET ?"""
        page = -1 if limit is None else limit, offset
        rows = self._database.fetch(sql, follow_redirects(self._database, actor), changed, *page)
        return [make_position(row) for row in rows]

    def count_positions(self, actor: str, *, changed: bool = False) -> int:
        """How many positions `load_positions` has, all pages together."""
        sql = "SELECT count(*) FROM positions WHERE actor = ? AND (change IS NOT NULL OR NOT ?)"
        return int(self._database.fetch(sql, follow_redirects(self._database, actor), changed)[0][0])

    def get_actor(self, id: str) -> Actor:
        """An actor as all its stories have it together."""
        current = follow_redirects(self._database, id)
        sql = "SELECT name, kind, aliases, roles FROM appearances WHERE actor = ? ORDER BY row"
        rows = self._database.fetch(sql, current)
        if not rows:
            raise UsageError("nobody in the stories has this id: `firsthand link` finds who is who", id)
        name, kind, *_ = rows[0]
        aliases = dict.fromkeys(form for other, _, forms, _ in rows for form in (*NAMES.decode(forms), other))
        roles = dict.fromkeys(role for *_, held in rows for role in NAMES.decode(held))
        others = tuple(form for form in aliases if form != name)
        return Actor(current, name, ActorKind(kind), others, tuple(roles))

    def list_spoken(self, actor: str, *, limit: int = 20, offset: int = 0) -> list[FoundStatement]:
        """What an actor says in all stories, latest publication first, in reading order within an article."""
        check_page(limit, offset)
        with self._database.snapshot():
            rows = self._database.fetch(SPOKEN, follow_redirects(self._database, actor), limit, offset)
            claims = self.find_claims_of([row[0] for row in rows])
        return [make_statement(row, claims.get(row[0], ())) for row in rows]

    def count_spoken(self, actor: str) -> int:
        """How many statements `list_spoken` has, all pages together."""
        sql = "SELECT count(*) FROM spoken WHERE actor = ?"
        return int(self._database.fetch(sql, follow_redirects(self._database, actor))[0][0])

    def list_quoting(self, actor: str, limit: int = 20) -> list[QuotingOutlet]:
        """The outlets that print what an actor says, those with most of its statements first."""
        # Of the newest statements, so that an agency of millions is no longer than anybody else.
        sql = """SELECT t.publisher, a.publisher, count(*), count(DISTINCT a.row), max(a.row) FROM (
                SELECT article FROM spoken WHERE actor = ?1 ORDER BY moment DESC, article DESC, place LIMIT ?2) p
            JOIN articles a ON a.row = p.article LEFT JOIN story_articles t ON t.article = a.row
            WHERE t.publisher IS NOT ?1 AND coalesce(t.publisher, a.publisher) IS NOT NULL
            GROUP BY coalesce(t.publisher, a.outlet_words) ORDER BY count(*) DESC, a.outlet_words LIMIT ?3"""
        values = follow_redirects(self._database, actor), MOST_COUNTED, limit
        return [QuotingOutlet(*row) for *row, _ in self._database.fetch(sql, *values)]

    def count_origin_claims(self, actor: str) -> int:
        """Of how many claims an actor is an origin."""
        sql = "SELECT count(DISTINCT claim) FROM origins WHERE actor = ?"
        return int(self._database.fetch(sql, follow_redirects(self._database, actor))[0][0])

    def find_claims_of(self, statements: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the claims that each of these statements carries; those of most articles first."""
        sql = """SELECT value, c.id FROM json_each(?) CROSS JOIN claim_statements l ON l.statement = value
            JOIN claims c ON c.row = l.claim ORDER BY c.article_count DESC, c.id"""
        found: dict[str, tuple[str, ...]] = {}
        for statement, claim in self._database.fetch(sql, json.dumps(sorted(set(statements)))):
            found[statement] = (*found.get(statement, ()), claim)
        return found

    def find_publishers(self, story: str) -> set[str]:
        """The corpus actors who published the articles of a story; none for the id of no story."""
        sql = """SELECT DISTINCT t.publisher FROM stories s JOIN story_articles t ON t.story = s.row
            WHERE s.id = ? AND t.publisher IS NOT NULL"""
        return {id for (id,) in self._database.fetch(sql, follow_redirects(self._database, story))}

    def find_claim_articles(self, claim: str) -> list[str]:
        """The ids of the articles that carry a claim, in the order of adding."""
        sql = """SELECT id FROM articles WHERE row IN (
                SELECT coalesce(s.article, m.article) FROM claims c JOIN claim_statements l ON l.claim = c.row
                LEFT JOIN statements s ON s.id = l.statement LEFT JOIN assertions m ON m.id = l.statement
                WHERE c.id = ?) ORDER BY row"""
        return [id for (id,) in self._database.fetch(sql, follow_redirects(self._database, claim))]
