"""Stored articles and search results in the terminal: two to four lines each, at any width, piped or not."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from firsthand.serving.report_lines import ALERT, PLAIN, QUIET, STRONG, Piece, indent, make_safe, wrap
from firsthand.serving.terminal import NARROWEST, open_console, print_lines
from firsthand.storage import FoundArticle, FoundStatement, StoredArticle
from firsthand.storage.found import MARK_END, MARK_START

if TYPE_CHECKING:
    from rich.console import Console

BLANKS = re.compile(r"\s+")
NO_DATE = "no date   "  # as wide as a date


def print_articles(articles: Iterable[StoredArticle], width: int, color: bool, file: TextIO) -> None:
    """Each article as its date, outlet and id, its title, and how much was found in it."""
    console = open_console(file, width, color)
    for article in articles:
        _print_entry(console, article.published, _compose_article(article), width)


def print_found_articles(found: Iterable[FoundArticle], width: int, color: bool, file: TextIO) -> None:
    """Each article like a listed one, with the passage that was searched for."""
    console = open_console(file, width, color)
    for one in found:
        lines = [*_compose_article(one.article), list(_mark_snippet(one.snippet))]
        _print_entry(console, one.article.published, lines, width)


def print_found_statements(found: Iterable[FoundStatement], width: int, color: bool, file: TextIO) -> None:
    """Each statement as who and how, what, and the article it stands in."""
    console = open_console(file, width, color)
    for one in found:
        _print_entry(console, one.article.published, _compose_statement(one), width)


def _compose_statement(found: FoundStatement) -> list[list[Piece]]:
    manner = ", ".join(filter(None, (found.act, found.status, found.form)))
    who: list[Piece] = [(found.speaker or found.source or "no source", STRONG)]
    if found.speaker and found.source and found.source != found.speaker:
        who.append((f" (“{found.source}”)", QUIET))
    who += [(f" {found.cue}" if found.cue else "", PLAIN), (f" [{manner}]" if manner else "", QUIET)]
    article = found.article
    place = ", ".join(filter(None, (article.publisher, article.title)))
    where: list[Piece] = [(f"{place} · " if place else "", PLAIN), (found.id, QUIET), *_mark_superseded(article)]
    return [who, list(_mark_snippet(found.snippet)), where]


def _compose_article(article: StoredArticle) -> list[list[Piece]]:
    heading: list[Piece] = [(article.publisher or "no outlet given", STRONG), (f" · {article.id}", QUIET)]
    if article.revision > 1:
        heading.append((f" · revision {article.revision}", PLAIN))
    count = f"{article.statements} statement{'' if article.statements == 1 else 's'}"
    address = f" · {article.url}" if article.url else ""
    title = [(article.title or "no title", PLAIN)]
    return [[*heading, *_mark_superseded(article)], title, [(count + address, QUIET)]]


def _mark_superseded(article: StoredArticle) -> list[Piece]:
    return [(" · superseded", ALERT)] if article.superseded else []


def _mark_snippet(snippet: str) -> Iterator[Piece]:
    for part in " ".join(snippet.split()).split(MARK_START):
        marked, is_marked, rest = part.partition(MARK_END)
        if is_marked:
            yield marked, STRONG
            yield rest, PLAIN
        else:
            yield part, PLAIN


def _print_entry(console: "Console", published: str | None, lines: Iterable[list[Piece]], width: int) -> None:
    """The date in a column of its own, so that the eye can run down it; nothing may run past the width."""
    column = len(NO_DATE) + 2
    first = make_safe(published or "")[:10] or NO_DATE
    for pieces in lines:
        one_line = [(BLANKS.sub(" ", words), style) for words, style in pieces]
        print_lines(console, indent(wrap(one_line, max(width - column, NARROWEST)), first, column))
        first = ""
