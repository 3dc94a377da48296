"""From a query to SQL. A user's words never reach FTS5 unquoted, so they can't break its syntax.

A query takes three steps, so that no words make it slow: what matches, of more than MOST_COUNTED only what was added
last; of that one page, the newest first; and only of that page what is shown, such as snippets.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from firsthand.errors import UsageError
from firsthand.storage.corrected_rows import IS_STATEMENT
from firsthand.storage.found import MARK_END, MARK_START, MOST_COUNTED, Query
from firsthand.storage.found_rows import ARTICLE_COLUMNS, NEWEST_FIRST, check_page
from firsthand.storage.rows import fold_words

# A long query is slow, and a phrase that repeats one word is slower by far (over 8 s was seen).
MAXIMUM_LENGTH = 200
MAXIMUM_WORDS = 20
MAXIMUM_PREFIXES = 3  # each reads all words that begin so: twenty of one letter took 0.7 s on 2,080 articles
TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
SNIPPET = f"'{MARK_START}', '{MARK_END}', '…', 32"
SHOWN_CONTENT = 240  # characters of a content where no words were searched for
FACET_VALUES = 12
FACET_MONTHS = 60
Parameters = list[str | int]


@dataclass
class Selection:
    """Which rows match: FROM and WHERE with their parameters. `match` is for FTS5, empty where there are no words.

    `order` finds the newest first without a sort, where it is known; by words it is the last added.
    """

    tables: str
    order: str
    match: str = ""
    conditions: list[str] = field(default_factory=list)
    parameters: Parameters = field(default_factory=list)

    def require(self, condition: str, *values: str | int) -> None:
        """Let only rows through that meet the condition too."""
        self.conditions.append(condition)
        self.parameters += values

    def compose(self, columns: str, cap: int) -> tuple[str, Parameters]:
        """The SELECT of these columns of at most `cap` rows."""
        where = f"WHERE {' AND '.join(self.conditions)}" if self.conditions else ""
        return f"SELECT {columns} FROM {self.tables} {where} ORDER BY {self.order} LIMIT ?", [*self.parameters, cap]


def quote_words(words: str) -> str:
    """The user's words as an FTS5 expression that asks for all of them; "quoted ones" stay a phrase, `word*` a prefix.

    Raises:
        UsageError: over MAXIMUM_LENGTH characters, MAXIMUM_WORDS words or MAXIMUM_PREFIXES of them with an asterisk, or
            nothing in it to search for.

    """
    if len(words) > MAXIMUM_LENGTH:
        raise UsageError(f"the search is longer than {MAXIMUM_LENGTH} characters: use fewer words")
    terms = dict.fromkeys(_quote_term(*match.groups("")) for match in TERM.finditer(_clean(words)))
    terms.pop("", None)
    if not terms:
        raise UsageError("nothing to search for: give a word with letters or digits")
    if sum(len(term.split()) for term in terms) > MAXIMUM_WORDS:
        raise UsageError(f"the search has more than {MAXIMUM_WORDS} words: use fewer")
    if sum(term.endswith("*") for term in terms) > MAXIMUM_PREFIXES:
        raise UsageError(f"the search has more than {MAXIMUM_PREFIXES} beginnings of words (word*): write some out")
    return " AND ".join(terms)


def compose_statement_search(query: Query) -> tuple[str, Parameters]:
    """The SELECT for `query` over statements: nine columns, actor, story, and ARTICLE_COLUMNS; with its parameters."""
    check_page(query.limit, query.offset)
    selection = select_statements(query)
    matched, parameters = selection.compose("s.row, a.day, a.published, s.article", _cap(query))
    sql = f"""WITH page AS MATERIALIZED (SELECT row FROM ({matched})
            ORDER BY day DESC NULLS LAST, published DESC, article DESC, row LIMIT ? OFFSET ?),
        words AS MATERIALIZED ({_compose_snippets("statement_index", 2, selection.match)})
        SELECT s.id, s.speaker, s.source, s.cue, s.content, s.form, s.act, s.status,
            coalesce(w.snippet, substr(s.content, 1, {SHOWN_CONTENT})), p.actor, o.id, {ARTICLE_COLUMNS}
        FROM page m JOIN statements s ON s.row = m.row JOIN articles a ON a.row = s.article
        LEFT JOIN words w ON w.row = m.row LEFT JOIN spoken p ON p.statement = s.row
        LEFT JOIN story_articles t ON t.article = a.row LEFT JOIN stories o ON o.row = t.story
        ORDER BY {NEWEST_FIRST}, s.row"""
    return sql, [*parameters, query.limit, query.offset, *[selection.match] * bool(selection.match)]


def compose_article_search(query: Query) -> tuple[str, Parameters]:
    """The SELECT for `query` over articles: snippet, story, and ARTICLE_COLUMNS; with its parameters."""
    check_page(query.limit, query.offset)
    selection = select_articles(query)
    matched, parameters = selection.compose("a.row, a.day, a.published", _cap(query))
    sql = f"""WITH page AS MATERIALIZED (SELECT row FROM ({matched})
            ORDER BY day DESC NULLS LAST, published DESC, row DESC LIMIT ? OFFSET ?),
        words AS MATERIALIZED ({_compose_snippets("article_index", 1, selection.match)})
        SELECT coalesce(w.snippet, ''), o.id, {ARTICLE_COLUMNS}
        FROM page m JOIN articles a ON a.row = m.row LEFT JOIN words w ON w.row = m.row
        LEFT JOIN story_articles t ON t.article = a.row LEFT JOIN stories o ON o.row = t.story
        ORDER BY {NEWEST_FIRST}"""
    return sql, [*parameters, query.limit, query.offset, *[selection.match] * bool(selection.match)]


def compose_statement_facets(query: Query) -> tuple[str, Parameters]:
    """The SELECT that counts what `query` finds: rows of facet, value, name and count."""
    columns = """s.act, s.status, a.publisher, a.outlet_words, substr(a.day, 1, 7) AS month,
        (SELECT p.actor FROM spoken p WHERE p.statement = s.row) AS actor"""
    return _compose_facets(select_statements(query), columns, ("act", "status", "speaker"))


def compose_article_facets(query: Query) -> tuple[str, Parameters]:
    """The SELECT that counts the articles that `query` finds: rows of facet, value, name and count."""
    columns = "a.publisher, a.outlet_words, substr(a.day, 1, 7) AS month"
    return _compose_facets(select_articles(query), columns, ())


def select_statements(query: Query) -> Selection:
    """Which statements a query asks for."""
    match = _compose_statement_match(query)
    if match:
        tables = """statement_index JOIN statements s ON s.row = statement_index.rowid
            JOIN articles a ON a.row = s.article"""
        selection = Selection(tables, "statement_index.rowid DESC", match, ["statement_index MATCH ?"], [match])
    else:
        # The join goes from the newest article on, and ends where there are enough.
        selection = Selection("articles a CROSS JOIN statements s ON s.article = a.row", f"{NEWEST_FIRST}, s.row")
    selection.require(IS_STATEMENT)
    _require_article(selection, query)
    _require_statement(selection, query)
    return selection


def select_articles(query: Query) -> Selection:
    """Which articles a query asks for."""
    selection = Selection("articles a", NEWEST_FIRST)
    if query.words:
        match = quote_words(query.words)
        tables = "article_index JOIN articles a ON a.row = article_index.rowid"
        selection = Selection(tables, "article_index.rowid DESC", match, ["article_index MATCH ?"], [match])
    _require_article(selection, query)
    if query.speaker:
        sql = "a.row IN (SELECT s.article FROM statement_index i JOIN statements s ON s.row = i.rowid WHERE {})"
        condition = f"statement_index MATCH ? AND {IS_STATEMENT}"
        selection.require(sql.format(condition), _compose_statement_match(Query(speaker=query.speaker)))
    if query.act or query.status or query.form or query.actor:
        inner = Selection("statements s", "", "", [IS_STATEMENT])
        _require_statement(inner, query)
        condition = " AND ".join(inner.conditions)
        sql = f"EXISTS (SELECT 1 FROM statements s WHERE s.article = a.row AND {condition})"
        selection.require(sql, *inner.parameters)
    return selection


def _compose_snippets(index: str, column: int, match: str) -> str:
    """The snippets of a page, in one pass: asked for row by row, each would look up the words again."""
    if not match:
        return "SELECT NULL AS row, NULL AS snippet"
    return f"""SELECT rowid AS row, snippet({index}, {column}, {SNIPPET}) AS snippet FROM {index}
        WHERE {index} MATCH ? AND +rowid IN (SELECT row FROM page)
        AND rowid BETWEEN (SELECT min(row) FROM page) AND (SELECT max(row) FROM page)"""


def _cap(query: Query) -> int:
    """More than are counted where somebody asks for a longer page, such as all of it."""
    return max(MOST_COUNTED, query.limit)


def _compose_facets(selection: Selection, columns: str, facets: tuple[str, ...]) -> tuple[str, Parameters]:
    matched, parameters = selection.compose(columns, MOST_COUNTED + 1)
    name = "(SELECT c.name FROM actors c WHERE c.actor = value)"
    every = {
        "act": _count_values("act", "act", "value"),
        "status": _count_values("status", "status", "value"),
        "speaker": _count_values("speaker", "actor", name),
        "outlet": _count_values("outlet", "outlet_words", "printed", "max(publisher)"),
        "month": f"""SELECT * FROM (SELECT 'month', month AS value, month, count(*) FROM matched
            WHERE month IS NOT NULL GROUP BY month ORDER BY month DESC LIMIT {FACET_MONTHS})""",
    }
    counted = [every[facet] for facet in (*facets, "outlet", "month")]
    total = "SELECT 'total', '', '', count(*) FROM matched"
    sql = f"WITH matched AS MATERIALIZED ({matched}) {' UNION ALL '.join([total, *counted])}"
    return sql, parameters


def _count_values(facet: str, column: str, name: str, printed: str = "NULL") -> str:
    """Rows of facet, value, name and count; names are looked up for the values alone that are shown."""
    return f"""SELECT '{facet}', value, {name}, number FROM (
        SELECT {column} AS value, {printed} AS printed, count(*) AS number FROM matched
        WHERE trim({column}) <> '' GROUP BY {column} ORDER BY count(*) DESC, {column} LIMIT {FACET_VALUES})"""


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


def _require_article(selection: Selection, query: Query) -> None:
    if not query.superseded:
        selection.require("+a.superseded = 0")  # the plus: not by this index, nearly all are
    if query.outlet:
        _require_outlet(selection, query.outlet)
    if query.since:
        selection.require("a.day >= ?", _clean(query.since))
    if query.until:
        # Cut to the precision asked for: until 2025-02 includes the whole of February.
        selection.require("substr(a.day, 1, ?) <= ?", len(query.until), _clean(query.until))


def _require_outlet(selection: Selection, outlet: str) -> None:
    if len(outlet) > MAXIMUM_LENGTH or not fold_words(outlet).strip():
        raise UsageError(f"an outlet's name has letters or digits, and at most {MAXIMUM_LENGTH} characters")
    is_whole = outlet.startswith('"') and outlet.endswith('"')
    selection.require("a.outlet_words = ?" if is_whole else "instr(a.outlet_words, ?) > 0", fold_words(outlet))


def _require_statement(selection: Selection, query: Query) -> None:
    for column, value in (("act", query.act), ("status", query.status), ("form", query.form)):
        if value:
            selection.require(f"s.{column} = ?", value)
    if query.actor:
        # The plus: looked up for each statement, not gone through for each article.
        sql = "+s.row IN (SELECT statement FROM spoken WHERE actor = ? AND statement IS NOT NULL)"
        selection.require(sql, query.actor)
