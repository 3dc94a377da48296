"""The report that `firsthand read` prints: for each article its voices, then its statements, then what was odd.

It is text for a person at a terminal; the JSON contract (`--json`) is the form for programs.
"""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from firsthand.records import Annotations, Article
from firsthand.serving.report_header import draw_header
from firsthand.serving.report_lines import ALERT, PLAIN, QUIET, STRONG, count, make_blank, shorten, wrap
from firsthand.serving.report_statements import draw_statements, word_flag
from firsthand.serving.report_voices import Tally, count_voices
from firsthand.serving.terminal import NARROWEST, find_width, open_console, print_lines, wants_color

if TYPE_CHECKING:
    from rich.text import Text

# Longer lines are hard to read back to their start; a wide terminal keeps a margin instead.
WIDEST = 100


def print_report(
    records: Iterable[Annotations],
    *,
    width: int | None = None,
    color: bool | None = None,
    file: TextIO | None = None,
    full: bool = False,
) -> None:
    """Print what was found in each article, as the records come, with a line of totals after several.

    Args:
        records: annotated articles, read once.
        width: cells of the output, at least 20; None asks the terminal ($COLUMNS or 80 elsewhere).
        color: whether to send ANSI codes; None does on a terminal, unless $NO_COLOR is set.
        file: where to; standard output by default. Any encoding will do: what it lacks is replaced.
        full: print every content to its end instead of its first lines.

    Raises:
        OSError: `file` can't be written (BrokenPipeError when its reader has gone).

    """
    file = sys.stdout if file is None else file
    width = max(NARROWEST, width or find_width(file))
    console = open_console(file, width, wants_color(file) if color is None else color)
    totals = _Totals()
    for record in records:
        tally = count_voices(record)
        if totals.articles:
            print_lines(console, _draw_separator(width))
        totals.add(tally)
        print_lines(console, draw_report(record, tally, min(width, WIDEST), full=full))
    if totals.articles != 1:
        print_lines(console, totals.draw(width))


def draw_report(record: Annotations, tally: Tally, width: int, *, full: bool = False) -> "Iterator[Text]":
    """One article's report as lines of at most `width` cells."""
    yield from draw_header(record, tally, width)
    if record.statements:
        yield from draw_statements(record, width, full=full)
    else:
        yield make_blank()
        yield from wrap([(_word_nothing(record.article), PLAIN)], width)
    if record.article.flags:
        yield make_blank()
        flags = "; ".join(map(word_flag, record.article.flags))
        yield from wrap([("Note on this text: ", ALERT), (flags, PLAIN)], width)


class _Totals:
    """What all articles of one report add up to."""

    def __init__(self) -> None:
        self.articles = 0
        self.statements = 0
        self.unresolved = 0
        self.names: set[str] = set()
        self.anonymous = 0

    def add(self, tally: Tally) -> None:
        self.articles += 1
        self.statements += tally.statements
        self.unresolved += tally.unresolved_statements
        self.names |= {voice.name.casefold() for voice in tally.named}
        self.anonymous += len(tally.anonymous)

    def draw(self, width: int) -> "Iterator[Text]":
        if self.articles == 0:
            yield from wrap([("No articles.", PLAIN)], width)
            return
        voices = len(self.names) + self.anonymous
        sums = [count(self.articles, "article"), count(self.statements, "statement"), count(voices, "voice")]
        yield from _draw_separator(width)
        yield from wrap([(", ".join(sums), STRONG)], width)
        words = "A name counts once, however many articles it speaks in; anonymous sources count in each."
        if self.unresolved:
            words += f" {count(self.unresolved, 'statement')} not resolved to a voice."
        yield from wrap([(words, QUIET)], min(width, WIDEST))


def _word_nothing(article: Article) -> str:
    words = len(article.text.split())
    if not words:
        return "No attributed statements found; the text is empty."
    language = (article.language or "en").lower()
    reason = f"the text has {count(words, 'word')}"
    if not language.startswith("en"):
        reason += f" and is marked as “{shorten(language)}”, while Firsthand reads English"
    return f"No attributed statements found; {reason}."


def _draw_separator(width: int) -> "Iterator[Text]":
    yield make_blank()
    yield from wrap([("─" * min(width, WIDEST), QUIET)], width)
    yield make_blank()
