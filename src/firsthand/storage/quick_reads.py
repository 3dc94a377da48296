"""The tables from which pages are read, as the step of the schema that makes them."""

# What pages read at once, without decoding a story. Stories that were kept before have little of it yet: without a key
# they are not current, and the next `link` makes them anew. The figures have a table of their own, since the links,
# which come last in `stories`, may be of megabytes. Positions and steps are kept here alone.
CREATE_QUICK_READS = """
UPDATE stories SET key = '';
DROP INDEX articles_day;
CREATE INDEX articles_newest ON articles (day, published);
CREATE TABLE story_figures (
    story INTEGER PRIMARY KEY REFERENCES stories (row) ON DELETE CASCADE,
    origin_count INTEGER NOT NULL,
    corroborated_count INTEGER NOT NULL,
    disputed_count INTEGER NOT NULL,
    anonymous_count INTEGER NOT NULL,   -- claims on anonymous sources alone
    leading INTEGER                     -- the claim that most articles carry
);
INSERT INTO story_figures SELECT s.row,
    (SELECT count(DISTINCT o.id) FROM claims c JOIN origins o ON o.claim = c.row WHERE c.story = s.row),
    (SELECT count(*) FROM claims c WHERE c.story = s.row AND c.status = 'corroborated'),
    (SELECT count(*) FROM claims c WHERE c.story = s.row AND c.status = 'disputed'),
    (SELECT count(*) FROM claims c WHERE c.story = s.row AND c.anonymous_only),
    (SELECT c.row FROM claims c WHERE c.story = s.row ORDER BY c.article_count DESC, c.id LIMIT 1)
    FROM stories s;
ALTER TABLE story_articles ADD COLUMN publisher TEXT;  -- the corpus actor
CREATE INDEX story_articles_publisher ON story_articles (publisher) WHERE publisher IS NOT NULL;
ALTER TABLE claims ADD COLUMN statement_count INTEGER NOT NULL DEFAULT 0;
DROP INDEX claims_article_count;
CREATE INDEX claims_by_articles ON claims (article_count DESC, first_seen DESC);
CREATE INDEX claims_by_origins ON claims (origins_least DESC, origins_most DESC, article_count DESC, first_seen DESC);
CREATE INDEX claims_by_day ON claims (first_seen DESC, article_count DESC);
CREATE TABLE claim_statements (
    statement TEXT NOT NULL,
    claim INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    PRIMARY KEY (statement, claim)
) WITHOUT ROWID;
CREATE INDEX claim_statements_claim ON claim_statements (claim);
CREATE TABLE steps (
    claim INTEGER PRIMARY KEY REFERENCES claims (row) ON DELETE CASCADE,
    steps TEXT NOT NULL         -- as JSON: of each the text, the statement and the article
);
ALTER TABLE origins ADD COLUMN actor TEXT;
CREATE INDEX origins_actor ON origins (actor) WHERE actor IS NOT NULL;
ALTER TABLE assertions RENAME TO former_assertions;
DROP INDEX assertions_id;
DROP INDEX assertions_story;
CREATE TABLE assertions (       -- statements that no record has: linking makes them
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    story INTEGER NOT NULL REFERENCES stories (row) ON DELETE CASCADE,
    article INTEGER REFERENCES articles (row),
    content TEXT NOT NULL DEFAULT '',
    form TEXT,
    act TEXT,
    status TEXT
);
CREATE INDEX assertions_id ON assertions (id);
CREATE INDEX assertions_story ON assertions (story);
INSERT INTO assertions (id, story) SELECT id, story FROM former_assertions;
DROP TABLE former_assertions;
ALTER TABLE appearances ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]';
ALTER TABLE appearances ADD COLUMN roles TEXT NOT NULL DEFAULT '[]';
CREATE TABLE actors (           -- the sums of the appearances
    actor TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    story_count INTEGER NOT NULL,
    statement_count INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX actors_by_statements ON actors (statement_count DESC, actor);
INSERT INTO actors SELECT actor, name, kind, count(*), sum(statement_count) FROM appearances GROUP BY actor;
CREATE TABLE spoken (           -- who makes which statement, on corpus actors
    story INTEGER NOT NULL REFERENCES stories (row) ON DELETE CASCADE,
    actor TEXT NOT NULL,
    moment TEXT NOT NULL,       -- of publication, to sort by; empty where it is unknown
    article INTEGER NOT NULL REFERENCES articles (row),
    place INTEGER NOT NULL,     -- in the article, in reading order
    statement INTEGER REFERENCES statements (row),
    assertion INTEGER           -- the row of one, where it is no statement of a record
);
CREATE INDEX spoken_actor ON spoken (actor, moment DESC, article DESC, place);
CREATE INDEX spoken_statement ON spoken (statement, actor) WHERE statement IS NOT NULL;
CREATE INDEX spoken_story ON spoken (story, article);
CREATE TABLE positions (
    story INTEGER NOT NULL REFERENCES stories (row) ON DELETE CASCADE,
    actor TEXT NOT NULL,
    date TEXT NOT NULL,
    what TEXT NOT NULL,
    act TEXT,
    status TEXT,
    claim TEXT NOT NULL,
    statement TEXT NOT NULL,
    change TEXT
);
CREATE INDEX positions_actor ON positions (actor, date, statement);
CREATE INDEX positions_story ON positions (story);
CREATE TABLE corrected (        -- statements that people put right, as long as the links follow them
    statement INTEGER PRIMARY KEY REFERENCES statements (row),
    story INTEGER NOT NULL REFERENCES stories (row),
    is_statement INTEGER NOT NULL,
    speaker TEXT                -- as it was before
);
CREATE INDEX corrected_story ON corrected (story);
"""
