"""From rows of SQL to what was found, and the pages in which it is given."""

from collections.abc import Sequence
from typing import Any

from firsthand.errors import UsageError
from firsthand.storage.found import FoundStatement, StoredArticle

ARTICLE_COLUMNS = (
    "a.id, a.url, a.publisher, a.published, a.title, a.revision, a.superseded, a.added_at, a.statement_count"
)
NEWEST_FIRST = "a.day DESC NULLS LAST, a.published DESC, a.row DESC"
HIGHEST_NUMBER = 2**63 - 1  # that SQLite knows


def check_page(limit: int, offset: int) -> None:
    """Whether a page can be asked for.

    Raises:
        UsageError: a number is below 0, or higher than any store has rows.

    """
    for name, number in (("limit", limit), ("offset", offset)):
        if not 0 <= number <= HIGHEST_NUMBER:
            raise UsageError(f"the {name} is a number from 0", str(number))


def make_article(row: Sequence[Any]) -> StoredArticle:
    """An article from ARTICLE_COLUMNS."""
    id, url, publisher, published, title, revision, superseded, added_at, statements = row
    return StoredArticle(id, url, publisher, published, title, revision, bool(superseded), added_at, statements)


def make_statement(row: Sequence[Any], claims: tuple[str, ...]) -> FoundStatement:
    """A statement from its nine columns in the order of `FoundStatement`, its actor, its story, and ARTICLE_COLUMNS."""
    id, speaker, source, cue, content, form, act, status, snippet, actor, story, *article = row
    return FoundStatement(
        *(id, speaker, source, cue, content, form, act, status, snippet), make_article(article), actor, story, claims
    )
