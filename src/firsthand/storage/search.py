"""From a query to SQL. A user's words never reach FTS5 unquoted, so they can't break its syntax."""

import re
import unicodedata

from firsthand.errors import UsageError
from firsthand.storage.base import MARK_END, MARK_START, Query
from firsthand.storage.rows import fold_words

# A long query is slow, and a phrase that repeats one word is slower by far (over 8 s was seen).
MAXIMUM_LENGTH = 200
MAXIMUM_WORDS = 20
TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')

ARTICLE_COLUMNS = (
    "a.id, a.url, a.publisher, a.published, a.title, a.revision, a.superseded, a.added_at, a.statement_count"
)
NEWEST_FIRST = "a.day DESC NULLS LAST, a.published DESC, a.row DESC"
SNIPPET = f"'{MARK_START}', '{MARK_END}', '…'"
Parameters = list[str | int]


def quote_words(words: str) -> str:
    """The user's words as an FTS5 expression that asks for all of them; "quoted ones" stay a phrase, `word*` a prefix.

    Raises:
        UsageError: over MAXIMUM_LENGTH characters or MAXIMUM_WORDS words, or nothing in it to search for.

    """
    if len(words) > MAXIMUM_LENGTH:
        raise UsageError(f"the search is longer than {MAXIMUM_LENGTH} characters: use fewer words")
    terms = dict.fromkeys(_quote_term(*match.groups("")) for match in TERM.finditer(_clean(words)))
    terms.pop("", None)
    if not terms:
        raise UsageError("nothing to search for: give a word with letters or digits")
    if sum(len(term.split()) for term in terms) > MAXIMUM_WORDS:
        raise UsageError(f"the search has more than {MAXIMUM_WORDS} words: use fewer")
    return " AND ".join(terms)


def compose_statement_search(query: Query) -> tuple[str, Parameters]:
    """The SELECT for `query` over statements, with its parameters."""
    conditions, parameters = _compose_article_conditions(query)
    match = _compose_statement_match(query)
    if match:
        conditions.insert(0, "statement_index MATCH ?")
        parameters.insert(0, match)
        tables = "statement_index JOIN statements s ON s.row = statement_index.rowid"
        snippet = f"snippet(statement_index, 2, {SNIPPET}, 32)"
    else:
        tables = "statements s"
        snippet = "substr(s.content, 1, 240)"
    sql = f"""SELECT s.id, s.speaker, s.source, s.cue, s.content, s.form, s.act, s.status, {snippet}, {ARTICLE_COLUMNS}
        FROM {tables} JOIN articles a ON a.row = s.article {_where(conditions)}
        ORDER BY {NEWEST_FIRST}, s.row LIMIT ?"""
    return sql, [*parameters, query.limit]


def compose_article_search(query: Query) -> tuple[str, Parameters]:
    """The SELECT for `query` over articles, with its parameters."""
    conditions, parameters = _compose_article_conditions(query)
    if query.speaker:
        conditions.append(
            "a.row IN (SELECT s.article FROM statement_index i JOIN statements s ON s.row = i.rowid"
            " WHERE statement_index MATCH ?)"
        )
        parameters.append(_compose_statement_match(Query(speaker=query.speaker)))
    tables, snippet = "articles a", "''"
    if query.words:
        conditions.insert(0, "article_index MATCH ?")
        parameters.insert(0, quote_words(query.words))
        tables = "article_index JOIN articles a ON a.row = article_index.rowid"
        snippet = f"snippet(article_index, 1, {SNIPPET}, 32)"
    sql = f"SELECT {snippet}, {ARTICLE_COLUMNS} FROM {tables} {_where(conditions)} ORDER BY {NEWEST_FIRST} LIMIT ?"
    return sql, [*parameters, query.limit]


def _clean(words: str) -> str:
    """Control characters and halves of surrogate pairs as blanks: SQLite ends a query at a NUL."""
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in words)


def _quote_term(phrase: str, word: str) -> str:
    """One term between FTS5's quotation marks, or nothing where the tokenizer would find no word in it."""
    term = phrase or word
    if not any(character.isalnum() for character in term):
        return ""
    return f'"{term.rstrip("*")}"*' if word.endswith("*") else f'"{term}"'


def _compose_statement_match(query: Query) -> str:
    parts = []
    if query.words:
        parts.append(f"({{source content}} : ({quote_words(query.words)}))")
    if query.speaker:
        parts.append(f"({{speaker source}} : ({quote_words(query.speaker)}))")
    return " AND ".join(parts)


def _compose_article_conditions(query: Query) -> tuple[list[str], Parameters]:
    conditions: list[str] = []
    parameters: Parameters = []
    if not query.superseded:
        conditions.append("a.superseded = 0")
    if query.outlet:
        if len(query.outlet) > MAXIMUM_LENGTH or not fold_words(query.outlet).strip():
            raise UsageError(f"an outlet's name has letters or digits, and at most {MAXIMUM_LENGTH} characters")
        conditions.append("instr(a.outlet_words, ?) > 0")
        parameters.append(fold_words(query.outlet))
    if query.since:
        conditions.append("a.day >= ?")
        parameters.append(_clean(query.since))
    if query.until:
        # Cut to the precision asked for: until 2025-02 includes the whole of February.
        conditions.append("substr(a.day, 1, ?) <= ?")
        parameters += [len(query.until), _clean(query.until)]
    return conditions, parameters


def _where(conditions: list[str]) -> str:
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""
