"""The schema, as the steps that lead to it. PRAGMA user_version counts the steps that a database has taken."""

from collections.abc import Sequence

import apsw

from firsthand.errors import StoreAccessError, StoreVersionError
from firsthand.storage.quick_reads import CREATE_QUICK_READS

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

# What linking keeps. Articles are meant by row, which no revision changes; everything else hangs on a story.
CREATE_LINKS = """
CREATE INDEX articles_superseded ON articles (superseded);
CREATE TABLE vectors (article INTEGER PRIMARY KEY REFERENCES articles (row), vectors BLOB NOT NULL);
CREATE TABLE cards (
    article INTEGER PRIMARY KEY REFERENCES articles (row),
    version TEXT NOT NULL,
    card BLOB NOT NULL
);
CREATE TABLE edges (
    kind TEXT NOT NULL,
    left INTEGER NOT NULL REFERENCES articles (row),
    right INTEGER NOT NULL REFERENCES articles (row),
    weight REAL NOT NULL,
    PRIMARY KEY (kind, left, right)
) WITHOUT ROWID;
CREATE TABLE compared (         -- with all articles that are in this table under this kind
    kind TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (row),
    PRIMARY KEY (kind, article)
) WITHOUT ROWID;
CREATE TABLE issued (           -- every id of a story, claim or actor that was ever given out
    sequence INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    anchor TEXT NOT NULL,       -- the member that the id stays with
    current INTEGER NOT NULL    -- the issued id that stands for the anchor's group now
);
CREATE INDEX issued_anchor ON issued (kind, anchor);
CREATE TABLE settled (          -- the group of each member, by the group's id, as last settled
    kind TEXT NOT NULL,
    member TEXT NOT NULL,
    issued INTEGER NOT NULL REFERENCES issued (sequence),
    PRIMARY KEY (kind, member)
) WITHOUT ROWID;
CREATE INDEX settled_issued ON settled (issued);
CREATE TABLE stories (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL,          -- of all that the links were made from
    title TEXT NOT NULL,
    article_count INTEGER NOT NULL,
    outlet_count INTEGER NOT NULL,
    claim_count INTEGER NOT NULL,
    copy_count INTEGER NOT NULL,
    first_day TEXT,
    last_day TEXT,
    links TEXT NOT NULL         -- StoryLinks as JSON
);
CREATE INDEX stories_last_day ON stories (last_day);
CREATE TABLE story_articles (
    article INTEGER PRIMARY KEY REFERENCES articles (row),
    story INTEGER NOT NULL REFERENCES stories (row) ON DELETE CASCADE
);
CREATE INDEX story_articles_story ON story_articles (story);
CREATE TABLE claims (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    story INTEGER NOT NULL REFERENCES stories (row) ON DELETE CASCADE,
    gist TEXT NOT NULL,
    status TEXT NOT NULL,
    article_count INTEGER NOT NULL,
    origins_least INTEGER NOT NULL,
    origins_most INTEGER NOT NULL,
    anonymous_only INTEGER NOT NULL,
    first_seen TEXT
);
CREATE INDEX claims_story ON claims (story);
CREATE INDEX claims_article_count ON claims (article_count);
CREATE TABLE origins (
    id TEXT NOT NULL,
    claim INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE
);
CREATE INDEX origins_id ON origins (id);
CREATE INDEX origins_claim ON origins (claim);
CREATE TABLE assertions (       -- statements that no record has: linking makes them
    id TEXT NOT NULL,
    story INTEGER NOT NULL REFERENCES stories (row) ON DELETE CASCADE
);
CREATE INDEX assertions_id ON assertions (id);
CREATE INDEX assertions_story ON assertions (story);
CREATE TABLE appearances (
    row INTEGER PRIMARY KEY,
    actor TEXT NOT NULL,
    story INTEGER NOT NULL REFERENCES stories (row) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    statement_count INTEGER NOT NULL
);
CREATE INDEX appearances_actor ON appearances (actor);
CREATE INDEX appearances_story ON appearances (story);
CREATE VIRTUAL TABLE story_index USING fts5 (
    title, gists, names, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE claim_index USING fts5 (
    gist, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE actor_index USING fts5 (
    name, aliases, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
CREATE TABLE judgements (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    judgement TEXT NOT NULL,    -- as JSON
    undone_at TEXT,
    undone_by TEXT,
    followed INTEGER NOT NULL DEFAULT 0  -- whether the links are as it says
);
"""

# What waits to be read, and what became of it; and how far linking in the background is, in the one row of its table.
CREATE_UPLOADS = """
CREATE TABLE uploads (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    publisher TEXT,             -- this and the three below: what the user says of all that is in it
    published TEXT,
    url TEXT,
    title TEXT,
    size INTEGER NOT NULL,      -- bytes
    queued_at TEXT NOT NULL,
    begun_at TEXT,
    ended_at TEXT,
    state TEXT NOT NULL,
    bytes_read INTEGER NOT NULL DEFAULT 0,
    stored INTEGER NOT NULL DEFAULT 0,
    revisions INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,  -- begun so often since the last outcome
    error TEXT
);
CREATE INDEX uploads_state ON uploads (state);
CREATE TABLE upload_bodies (upload INTEGER PRIMARY KEY REFERENCES uploads (row), body BLOB NOT NULL);
CREATE TABLE upload_outcomes (
    upload INTEGER NOT NULL REFERENCES uploads (row),
    number INTEGER NOT NULL,    -- of the input in the upload, from 0
    fate TEXT NOT NULL,
    article TEXT,
    reason TEXT NOT NULL,
    is_lost INTEGER NOT NULL,   -- left out, because reading it broke off
    PRIMARY KEY (upload, number)
) WITHOUT ROWID;
CREATE TABLE link_requests (row INTEGER PRIMARY KEY, story TEXT, asked_at TEXT NOT NULL);
CREATE TABLE background_linking (
    row INTEGER PRIMARY KEY CHECK (row = 1),
    is_running INTEGER NOT NULL,
    what TEXT NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    started_at TEXT,
    ended_at TEXT,
    tries INTEGER NOT NULL,     -- runs that never ended
    error TEXT
);
"""

MIGRATIONS = (CREATE_TABLES, CREATE_INDEXES, CREATE_LINKS, CREATE_QUICK_READS, CREATE_UPLOADS)


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
