"""From the links of a story to the rows by which it is found: summary, claims, origins, appearances, positions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from firsthand.records import Act, Claim, ClaimStatus, Position, Status, Step, StoryLinks, identify_origin, weigh_claim
from firsthand.storage.corrected_rows import restore_statements, write_corrections
from firsthand.storage.database import Database, Value
from firsthand.storage.spoken_rows import insert_spoken

STEPS = msgspec.json.Decoder(tuple[tuple[str, str | None, str | None], ...])
POSITION_COLUMNS = "actor, date, what, act, status, claim, statement, change"


def insert_story(database: Database, key: str, links: StoryLinks, articles: Mapping[str, int]) -> None:
    """Write all rows of a story, of which none is there. `articles` gives the row of each of its articles."""
    story = links.story
    row = database.insert(
        """INSERT INTO stories (id, key, title, article_count, claim_count, copy_count, outlet_count, first_day,
        last_day, links) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        *(story.id, key, story.title, len(articles), len(links.claims), len(links.copies)),
        *_count_outlets(database, articles.values()),
        _encode_links(links),
    )
    sql = "INSERT INTO story_index (rowid, title, gists, names) VALUES (?, ?, ?, ?)"
    gists = "\n".join(claim.gist for claim in links.claims)
    database.insert(sql, row, story.title, gists, "\n".join(actor.name for actor in links.actors))
    claims = [_insert_claim(database, row, claim, links.steps.get(claim.id, ())) for claim in links.claims]
    _insert_figures(database, row, links.claims, claims)
    _insert_positions(database, row, links.positions)
    write_corrections(database, row, links, set(articles.values()))
    _insert_appearances(database, row, links, insert_spoken(database, row, links, articles))


def delete_story(database: Database, row: int) -> None:
    """Delete all rows of a story; those of its tables go by themselves, those of the indexes must be named."""
    restore_statements(database, row)
    _forget_appearances(database, row)
    for index, table in (("claim_index", "claims"), ("actor_index", "appearances")):
        database.fetch(f"DELETE FROM {index} WHERE rowid IN (SELECT row FROM {table} WHERE story = ?)", row)
    database.fetch("DELETE FROM story_index WHERE rowid = ?", row)
    database.fetch("DELETE FROM stories WHERE row = ?", row)


def complete_story(database: Database, row: int, links: StoryLinks) -> StoryLinks:
    """The links with what has tables of its own: positions and steps."""
    sql = f"SELECT {POSITION_COLUMNS} FROM positions WHERE story = ? ORDER BY rowid"
    positions = tuple(make_position(found) for found in database.fetch(sql, row))
    sql = "SELECT c.id, s.steps FROM claims c JOIN steps s ON s.claim = c.row WHERE c.story = ? ORDER BY c.row"
    steps = {claim: read_steps(blob) for claim, blob in database.fetch(sql, row)}
    return msgspec.structs.replace(links, positions=positions, steps=steps)


def read_steps(blob: str) -> tuple[Step, ...]:
    """The steps of a claim as they are kept: without the names of their fields, which were a quarter of it."""
    return tuple(Step(*one) for one in STEPS.decode(blob))


def make_position(row: Sequence[Any]) -> Position:
    """A position from POSITION_COLUMNS."""
    actor, date, what, act, status, claim, statement, change = row
    return Position(actor, date, what, act and Act(act), status and Status(status), claim, statement, change)


def _encode_links(links: StoryLinks) -> str:
    return msgspec.json.encode(msgspec.structs.replace(links, positions=(), steps={})).decode()


def _count_outlets(database: Database, articles: Iterable[int]) -> tuple[Value, ...]:
    """The number of outlets, and the first and the last day."""
    sql = "SELECT trim(outlet_words), day FROM articles WHERE row = ?"
    found = [database.fetch(sql, row)[0] for row in articles]
    days = [day for _, day in found if day]
    outlets = {outlet for outlet, _ in found if outlet}
    return len(outlets), min(days, default=None), max(days, default=None)


def _insert_claim(database: Database, story: int, claim: Claim, steps: Sequence[Step]) -> int:
    count = claim.independent_origins
    least, most = (count, count) if isinstance(count, int) else count
    row = database.insert(
        """INSERT INTO claims (id, story, gist, status, article_count, origins_least, origins_most, anonymous_only,
        first_seen, statement_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        *(claim.id, story, claim.gist, claim.status, claim.articles, least, most),
        *(claim.anonymous_only, claim.first_seen, len(claim.statements)),
    )
    database.insert("INSERT INTO claim_index (rowid, gist) VALUES (?, ?)", row, claim.gist)
    sql = "INSERT INTO origins (id, claim, actor) VALUES (?, ?, ?)"
    database.write_all(sql, ((origin.id, row, origin.actor) for origin in claim.origins))
    sql = "INSERT INTO claim_statements (statement, claim) VALUES (?, ?)"
    database.write_all(sql, ((statement, row) for statement in dict.fromkeys(claim.statements)))
    if steps:
        sql = "INSERT INTO steps (claim, steps) VALUES (?, ?)"
        database.insert(sql, row, msgspec.json.encode([msgspec.structs.astuple(one) for one in steps]).decode())
    return row


def _insert_figures(database: Database, story: int, claims: Sequence[Claim], rows: Sequence[int]) -> None:
    """What a story adds up to, at a glance."""
    statuses = Counter(claim.status for claim in claims)
    leading = min(
        zip(claims, rows, strict=True),
        key=lambda pair: weigh_claim(pair[0]),
        default=(None, None),
    )
    database.insert(
        """INSERT INTO story_figures (story, origin_count, corroborated_count, disputed_count, anonymous_count,
        leading) VALUES (?, ?, ?, ?, ?, ?)""",
        *(story, len({identify_origin(origin) for claim in claims for origin in claim.origins})),
        *(statuses[ClaimStatus.CORROBORATED], statuses[ClaimStatus.DISPUTED]),
        *(sum(claim.anonymous_only for claim in claims), leading[1]),
    )


def _insert_positions(database: Database, story: int, positions: Iterable[Position]) -> None:
    sql = f"INSERT INTO positions (story, {POSITION_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    database.write_all(sql, ((story, *msgspec.structs.astuple(one)) for one in positions))


def _insert_appearances(database: Database, story: int, links: StoryLinks, spoken: Counter[str]) -> None:
    """`spoken` has the number of statements of each actor."""
    for actor in links.actors:
        row = database.insert(
            """INSERT INTO appearances (actor, story, name, kind, statement_count, aliases, roles)
            VALUES (?, ?, ?, ?, ?, ?, ?)""",
            *(actor.id, story, actor.name, actor.kind, spoken[actor.id]),
            *(msgspec.json.encode(names).decode() for names in (actor.aliases, actor.roles)),
        )
        sql = "INSERT INTO actor_index (rowid, name, aliases) VALUES (?, ?, ?)"
        database.insert(sql, row, actor.name, "\n".join(actor.aliases))
    sql = """INSERT INTO actors (actor, name, kind, story_count, statement_count) VALUES (?, ?, ?, 1, ?)
        ON CONFLICT (actor) DO UPDATE SET name = excluded.name, kind = excluded.kind,
        story_count = story_count + 1, statement_count = statement_count + excluded.statement_count"""
    database.write_all(sql, ((one.id, one.name, one.kind, spoken[one.id]) for one in links.actors))


def _forget_appearances(database: Database, story: int) -> None:
    """Take a story's share out of the sums: counted up and down, since an agency appears in thousands of stories."""
    found = database.fetch("SELECT statement_count, actor FROM appearances WHERE story = ?", story)
    sql = """UPDATE actors SET story_count = story_count - 1, statement_count = statement_count - ? WHERE actor = ?"""
    database.write_all(sql, found)
    sql = "DELETE FROM actors WHERE actor = ? AND story_count = 0"
    database.write_all(sql, ((actor,) for _, actor in found))
