"""From the links of a story to the rows that say who makes which statement, and who publishes which article."""

from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from firsthand.records import Correction, HopRole, Statement, StoryLinks, evidence
from firsthand.storage.database import Database


class _Hop(msgspec.Struct, frozen=True):
    actor: str | None
    role: HopRole


class _Spoken(msgspec.Struct, frozen=True):
    """As much of a statement as tells who speaks; the rest is not decoded, which saves three quarters of the time."""

    id: str
    speaker: str | None = None
    chain: tuple[_Hop, ...] = ()


class _Speakers(msgspec.Struct, frozen=True):
    """As much of a record as tells who speaks."""

    statements: tuple[_Spoken, ...] = ()


class _Text(msgspec.Struct, frozen=True):
    text: str


class _Words(msgspec.Struct, frozen=True):
    """As much of a record as gives the words of a statement."""

    article: _Text


SPEAKERS = msgspec.json.Decoder(_Speakers)
WORDS = msgspec.json.Decoder(_Words)
# (actor, place in the article, row of a statement or None, row of an assertion or None)
Row = tuple[str, int, int | None, int | None]


def insert_spoken(database: Database, story: int, links: StoryLinks, articles: Mapping[str, int]) -> Counter[str]:
    """Write what every corpus actor says in a story, its publishers' own assertions included, and who publishes.

    Returns:
        The number of statements of each actor.

    """
    corrections = {one.statement: one for one in links.corrections}
    counts: Counter[str] = Counter()
    for id, article in articles.items():
        record, published, day = database.fetch("SELECT record, published, day FROM articles WHERE row = ?", article)[0]
        assertions = _insert_assertions(database, story, article, record, links.assertions.get(id, ()))
        renamed = links.renamed.get(id, {})
        spoken = SPEAKERS.decode(record).statements
        sql = "INSERT INTO story_articles (article, story, publisher) VALUES (?, ?, ?)"
        database.insert(sql, article, story, _find_publisher(spoken, renamed))
        made = [(renamed.get(one.speaker or "", one.speaker), one.id) for one in spoken]
        made += [(one.speaker, one.id) for one in links.assertions.get(id, ())]
        rows = list(_place(database, article, made, assertions, corrections))
        sql = """INSERT INTO spoken (story, moment, article, actor, place, statement, assertion)
            VALUES (?, ?, ?, ?, ?, ?, ?)"""
        database.write_all(sql, ((story, published if day else "", article, *row) for row in rows))
        counts.update(row[0] for row in rows)
    return counts


def _find_publisher(spoken: tuple[_Spoken, ...], renamed: Mapping[str, str]) -> str | None:
    """The actor who published an article: the first hop of its statements' chains."""
    firsts = (one.chain[0] for one in spoken if one.chain)
    actor = next((hop.actor for hop in firsts if hop.role is HopRole.PUBLISHER), None)
    return renamed.get(actor or "", actor)


def _insert_assertions(
    database: Database, story: int, article: int, record: str, statements: tuple[Statement, ...]
) -> dict[str, int]:
    """Write the statements that no record has, with their words; their rows by id."""
    if not statements:
        return {}
    text = WORDS.decode(record).article.text
    sql = "INSERT INTO assertions (id, story, article, content, form, act, status) VALUES (?, ?, ?, ?, ?, ?, ?)"
    return {
        one.id: database.insert(
            *(sql, one.id, story, article, evidence(text, one.content)), *(one.form, one.act, one.status)
        )
        for one in statements
    }


def _place(
    database: Database,
    article: int,
    made: list[tuple[str | None, str]],
    assertions: Mapping[str, int],
    corrections: Mapping[str, Correction],
) -> Iterator[Row]:
    """The rows of one article, as people put them right; what nobody known says has none."""
    rows: dict[str, int] = dict(database.fetch("SELECT id, row FROM statements WHERE article = ?", article))
    for place, (speaker, id) in enumerate(made):
        correction = corrections.get(id)
        if correction is not None:
            speaker = correction.speaker if correction.is_statement else None
        if speaker is not None:
            yield speaker, place, None if id in assertions else rows.get(id), assertions.get(id)
