"""Headings and rows of the reports on linked articles: a label in a column of its own, and lines beside it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from firsthand.serving.report_lines import (
    QUIET,
    STRONG,
    Piece,
    indent,
    make_blank,
    make_safe,
    shorten,
    wrap,
    wrap_items,
)

if TYPE_CHECKING:
    from rich.text import Text

# Items that stand side by side while they fit; running text is one item.
Line = list[list[Piece]]

STEP = 2  # cells that a row stands to the right of its label where the label has a line of its own


def draw_heading(words: str, width: int, note: str = "") -> "Iterator[Text]":
    """A blank line and the heading of a section, with a note on what is in it."""
    yield make_blank()
    yield from wrap([(words, STRONG), (f", {note}" if note else "", QUIET)], width)


def draw_row(label: str, lines: Iterable[Line], column: int, width: int) -> "Iterator[Text]":
    """Lines beside a label; where the column would take a third of the width, the label has a line of its own."""
    label = make_safe(label)
    if column > width // 3:
        yield from wrap([(label, QUIET)], width)
        label, column = "", min(STEP, width // 3)
    for line in lines:
        drawn = wrap_items(line, width - column)
        yield from indent(drawn, label, column)
        label = "" if drawn else label


def draw_rest(hidden: int, advice: str, column: int, width: int) -> "Iterator[Text]":
    """How many rows are not shown, and what shows them; nothing where all are."""
    if hidden > 0:
        yield from draw_row("", [run((f"… {hidden:,} more: {advice}", QUIET))], column, width)


def run(*pieces: Piece) -> Line:
    """One running line of these pieces."""
    return [list(pieces)]


def make_items(words: Iterable[str], style: str = QUIET) -> Line:
    """Items of one style, for a line of them side by side; empty ones are left out."""
    return [[(one, style)] for one in words if one]


def word_because(reasons: Sequence[str], characters: int = 400) -> Line:
    """The reasons as one quiet line, cut; no items where there are none."""
    words = join_reasons(reasons)
    return [[(shorten(words, characters), QUIET)]] if words else []


def join_reasons(reasons: Sequence[str]) -> str:
    """Phrases with semicolons between them, and sentences as they are."""
    known = list(filter(None, map(make_safe, reasons)))
    return "".join(f"{one} " if one.endswith((".", "!", "?", "”")) else f"{one}; " for one in known).rstrip("; ")


def list_words(words: Sequence[str], shown: int) -> str:
    """`a, b, c and 4 more`."""
    rest = len(words) - shown
    return ", ".join(words[:shown]) + (f" and {rest:,} more" if rest > 0 else "")
