"""What people put right about statements, as the search shows it; what was there before is kept, and can come back."""

from collections.abc import Collection

from firsthand.records import Correction, StoryLinks
from firsthand.storage.database import Database

INDEX = "INSERT INTO statement_index (rowid, speaker, source, content) SELECT row, speaker, source, content"
UNINDEX = (
    "INSERT INTO statement_index (statement_index, rowid, speaker, source, content)"
    " SELECT 'delete', row, speaker, source, content"
)
# Of these no search tells. Only what is in a record can be meant: an assertion that is none is not made again.
IS_STATEMENT = "s.row NOT IN (SELECT statement FROM corrected WHERE is_statement = 0)"


def write_corrections(database: Database, story: int, links: StoryLinks, articles: Collection[int]) -> None:
    """Let the search follow what the links of a story follow: other speakers, and statements that are none."""
    names = {actor.id: actor.name for actor in links.actors}
    for one in {one.statement: one for one in links.corrections}.values():
        found = database.fetch("SELECT row, article, speaker FROM statements WHERE id = ?", one.statement)
        for row, article, speaker in found:
            if article not in articles:
                continue
            sql = "INSERT INTO corrected (statement, story, is_statement, speaker) VALUES (?, ?, ?, ?)"
            database.insert(sql, row, story, one.is_statement, speaker)
            if one.is_statement:
                _name_speaker(database, row, _find_name(database, names, one))
            else:
                _count_statements(database, row, -1)


def restore_statements(database: Database, story: int) -> None:
    """Undo what `write_corrections` wrote."""
    sql = "SELECT statement, is_statement, speaker FROM corrected WHERE story = ?"
    for row, is_statement, speaker in database.fetch(sql, story):
        if is_statement:
            _name_speaker(database, row, speaker)
        else:
            _count_statements(database, row, 1)
    database.fetch("DELETE FROM corrected WHERE story = ?", story)


def _find_name(database: Database, names: dict[str, str], correction: Correction) -> str | None:
    """The corrected speaker's name; of an actor whom this story does not have, as another one calls it."""
    if correction.speaker is None or correction.speaker in names:
        return names.get(correction.speaker or "")
    found = database.fetch("SELECT name FROM appearances WHERE actor = ? ORDER BY row LIMIT 1", correction.speaker)
    return str(found[0][0]) if found else None


def _name_speaker(database: Database, row: int, speaker: str | None) -> None:
    """The index keeps no words of its own: the old ones are taken out of it before they go."""
    database.fetch(f"{UNINDEX} FROM statements WHERE row = ?", row)
    database.fetch("UPDATE statements SET speaker = ? WHERE row = ?", speaker, row)
    database.fetch(f"{INDEX} FROM statements WHERE row = ?", row)


def _count_statements(database: Database, row: int, change: int) -> None:
    sql = """UPDATE articles SET statement_count = statement_count + ?
        WHERE row = (SELECT article FROM statements WHERE row = ?)"""
    database.fetch(sql, change, row)
