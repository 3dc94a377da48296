"""From the links of a story to the rows by which it is found: summary, claims, origins, assertions and appearances."""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from firsthand.records import Claim, Statement, StoryLinks
from firsthand.storage.database import Database, Value


class _Spoken(msgspec.Struct, frozen=True):
    """As much of a statement as tells who speaks; the rest is not decoded, which saves three quarters of the time."""

    speaker: str | None = None


class _Speakers(msgspec.Struct, frozen=True):
    """As much of a record as tells who speaks."""

    statements: tuple[_Spoken, ...] = ()


SPEAKERS = msgspec.json.Decoder(_Speakers)


def insert_story(database: Database, key: str, links: StoryLinks, articles: Mapping[str, int]) -> None:
    """Write all rows of a story, of which none is there. `articles` gives the row of each of its articles."""
    story = links.story
    row = database.insert(
        """INSERT INTO stories (id, key, title, article_count, claim_count, copy_count, outlet_count, first_day,
        last_day, links) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        *(story.id, key, story.title, len(articles), len(links.claims), len(links.copies)),
        *_count_outlets(database, articles.values()),
        msgspec.json.encode(links).decode(),
    )
    sql = "INSERT INTO story_articles (article, story) VALUES (?, ?)"
    database.write_all(sql, ((article, row) for article in articles.values()))
    sql = "INSERT INTO story_index (rowid, title, gists, names) VALUES (?, ?, ?, ?)"
    gists = "\n".join(claim.gist for claim in links.claims)
    database.insert(sql, row, story.title, gists, "\n".join(actor.name for actor in links.actors))
    for claim in links.claims:
        _insert_claim(database, row, claim)
    made = (statement for statements in links.assertions.values() for statement in statements)
    sql = "INSERT INTO assertions (id, story) VALUES (?, ?)"
    database.write_all(sql, ((statement.id, row) for statement in made))
    _insert_appearances(database, row, links, articles)


def delete_story(database: Database, row: int) -> None:
    """Delete all rows of a story; those of its tables go by themselves, those of the indexes must be named."""
    for index, table in (("claim_index", "claims"), ("actor_index", "appearances")):
        database.fetch(f"DELETE FROM {index} WHERE rowid IN (SELECT row FROM {table} WHERE story = ?)", row)
    database.fetch("DELETE FROM story_index WHERE rowid = ?", row)
    database.fetch("DELETE FROM stories WHERE row = ?", row)


def _count_outlets(database: Database, articles: Iterable[int]) -> tuple[Value, ...]:
    """The number of outlets, and the first and the last day."""
    sql = "SELECT trim(outlet_words), day FROM articles WHERE row = ?"
    found = [database.fetch(sql, row)[0] for row in articles]
    days = [day for _, day in found if day]
    outlets = {outlet for outlet, _ in found if outlet}
    return len(outlets), min(days, default=None), max(days, default=None)


def _insert_claim(database: Database, story: int, claim: Claim) -> None:
    count = claim.independent_origins
    least, most = (count, count) if isinstance(count, int) else count
    row = database.insert(
        """INSERT INTO claims (id, story, gist, status, article_count, origins_least, origins_most, anonymous_only,
        first_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        *(claim.id, story, claim.gist, claim.status, claim.articles, least, most),
        *(claim.anonymous_only, claim.first_seen),
    )
    database.insert("INSERT INTO claim_index (rowid, gist) VALUES (?, ?)", row, claim.gist)
    sql = "INSERT INTO origins (id, claim) VALUES (?, ?)"
    database.write_all(sql, ((origin.id, row) for origin in claim.origins))


def _insert_appearances(database: Database, story: int, links: StoryLinks, articles: Mapping[str, int]) -> None:
    counts = _count_statements(database, links, articles)
    for actor in links.actors:
        row = database.insert(
            "INSERT INTO appearances (actor, story, name, kind, statement_count) VALUES (?, ?, ?, ?, ?)",
            *(actor.id, story, actor.name, actor.kind, counts[actor.id]),
        )
        sql = "INSERT INTO actor_index (rowid, name, aliases) VALUES (?, ?, ?)"
        database.insert(sql, row, actor.name, "\n".join(actor.aliases))


def _count_statements(database: Database, links: StoryLinks, articles: Mapping[str, int]) -> Counter[str]:
    """How many statements each corpus actor makes in the story, assertions included."""
    counts: Counter[str] = Counter()
    for id, row in articles.items():
        renamed = links.renamed.get(id, {})
        record = database.fetch("SELECT record FROM articles WHERE row = ?", row)[0][0]
        spoken: list[_Spoken | Statement] = [*SPEAKERS.decode(record).statements, *links.assertions.get(id, ())]
        counts.update(renamed.get(one.speaker, one.speaker) for one in spoken if one.speaker is not None)
    return counts
