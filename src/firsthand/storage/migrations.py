"""The schema, as the steps that lead to it. PRAGMA user_version counts the steps that a database has taken."""

from collections.abc import Sequence

import apsw

from firsthand.errors import StoreAccessError, StoreVersionError

APPLICATION_ID = 0x46484E44  # "FHND": tells our files from those of other programs

# The record comes last, so that reading the other columns never touches its pages.
CREATE_TABLES = """
CREATE TABLE articles (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    given_id TEXT NOT NULL,          -- as the input had it; id differs where that was taken
    series TEXT NOT NULL,            -- the id of the article's first revision
    revision INTEGER NOT NULL,
    superseded INTEGER NOT NULL DEFAULT 0,
    url TEXT,
    publisher TEXT,
    outlet_words TEXT NOT NULL,      -- the publisher without case and accents, to search in
    published TEXT,                  -- as given
    day TEXT,                        -- YYYY, YYYY-MM or YYYY-MM-DD of it, NULL where it is no date
    title TEXT,
    text_hash BLOB NOT NULL,         -- SHA-256 of the text in UTF-8
    added_at TEXT NOT NULL,
    extractor TEXT NOT NULL,         -- the version that made the record
    statement_count INTEGER NOT NULL,
    record TEXT NOT NULL,            -- the contract's JSON, byte for byte
    UNIQUE (series, revision)
);
CREATE INDEX articles_text_hash ON articles (text_hash);
CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_given_id ON articles (given_id);
CREATE INDEX articles_day ON articles (day);
CREATE TABLE statements (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles (row),
    speaker TEXT,
    source TEXT NOT NULL,
    cue TEXT NOT NULL,
    content TEXT NOT NULL,
    form TEXT,
    act TEXT,
    status TEXT
);
CREATE INDEX statements_article ON statements (article);
"""

# The indexes keep no copy of the words: article texts are read out of the records, which halves the file.
# Rebuilding indexes the rows that a version-1 database has already.
CREATE_INDEXES = """
CREATE VIEW article_words AS SELECT row, title, json_extract(record, '$.article.text') AS text FROM articles;
CREATE VIRTUAL TABLE article_index USING fts5 (
    title, text, content='article_words', content_rowid='row', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE statement_index USING fts5 (
    speaker, source, content, content='statements', content_rowid='row', tokenize="unicode61 remove_diacritics 2");
INSERT INTO article_index (article_index) VALUES ('rebuild');
INSERT INTO statement_index (statement_index) VALUES ('rebuild');
"""

MIGRATIONS = (CREATE_TABLES, CREATE_INDEXES)


def migrate(connection: apsw.Connection, path: str, steps: Sequence[str] = MIGRATIONS) -> None:
    """Bring the database to the newest schema, in one transaction.

    Raises:
        StoreVersionError: it has taken more steps than there are here.
        StoreAccessError: it is a database of another program.

    """
    if _read_version(connection, path, len(steps)) == len(steps):
        return
    with connection:
        # Asked again under the write lock: another process may have migrated in between.
        for step in steps[_read_version(connection, path, len(steps)) :]:
            connection.execute(step)
        connection.pragma("application_id", APPLICATION_ID)
        connection.pragma("user_version", len(steps))


def _read_version(connection: apsw.Connection, path: str, newest: int) -> int:
    version = int(connection.pragma("user_version"))
    is_empty = connection.execute("SELECT count(*) FROM sqlite_master").get == 0
    is_ours = connection.pragma("application_id") == APPLICATION_ID and version > 0
    if connection.pragma("application_id") == APPLICATION_ID and version < 1:
        message = f"the database is damaged (its version is {version}): restore a backup, or start a new one with --db"
        raise StoreAccessError(message, path)
    if not is_ours and not (is_empty and version == 0):
        raise StoreAccessError("this is a database of another program: name another file with --db", path)
    if version > newest:
        message = (
            f"written by a newer Firsthand (database version {version}, this one knows {newest}): "
            "install the newer Firsthand, or name another file with --db"
        )
        raise StoreVersionError(message, path)
    return version
