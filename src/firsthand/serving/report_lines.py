"""Lines for a terminal: article text made safe to print, wrapped by cells, with line numbers."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from io import StringIO
from itertools import chain, repeat
from typing import TYPE_CHECKING

from firsthand.records import Spans

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# (words, style): a stretch of one line. Styles are few and name no background, so that any theme stays readable.
Piece = tuple[str, str]

STRONG = "bold"
QUIET = "dim"
ALERT = "yellow"
PLAIN = ""

LINE_END = re.compile(r"\r\n|\r|\n")

# Format characters that shape letters or digits of their own script and can't reorder what stands around them.
SHAPING = frozenset("\u200c\u200d\u200e\u200f")
# Break hints and byte order marks: pages are full of them, and there is nothing to show.
UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")


class _Visible(dict[int, str]):
    """A table for `str.translate` that decides about a character when it first meets it."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = _show_character(code)
        return shown


def _show_character(code: int) -> str:
    character = chr(code)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if character in UNSEEN:
        return ""
    if unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character not in SHAPING:
        return "�"
    return character


VISIBLE = _Visible()
VISIBLE_LINES = _Visible({0x09: "\t", 0x0A: "\n", 0x0D: ""})


def make_safe(text: str) -> str:
    """`text` on one line, as a terminal may be sent it: controls, bidi overrides and lone surrogates become signs."""
    return " ".join(text.split()).translate(VISIBLE).strip()


def make_lines_safe(text: str) -> str:
    """`text` as it stands, with its lines and tabs; all else that can't be seen or reorders words becomes a sign."""
    return text.translate(VISIBLE_LINES)


def shorten(text: str, characters: int = 80) -> str:
    """`text` made safe and cut to at most so many characters, at a word's end where there is one."""
    text = make_safe(text)
    if len(text) <= characters:
        return text
    head = text[: characters - 2]
    return (head.rsplit(" ", 1)[0] if " " in head else head) + " …"


def wrap(pieces: Iterable[Piece], width: int) -> "list[Text]":
    """The pieces as lines of at most `width` cells; words wider than that are folded. No words: no lines."""
    from rich.text import Text

    whole = Text()
    for words, style in pieces:
        # Made safe here again, so that no way to the terminal goes past it.
        whole.append(words.translate(VISIBLE), style)
    lines = whole.wrap(_make_ruler(), width, overflow="fold")
    for line in lines:
        line.rstrip()
    return [line for line in lines if line.plain]


def wrap_items(items: Iterable[Iterable[Piece]], width: int, separator: str = " · ") -> "list[Text]":
    """Items side by side while they fit; one that does not starts a line of its own, and wraps if it must."""
    from rich.text import Text

    lines: list[Text] = []
    for item in items:
        pieces = list(item)
        joined = wrap([(separator, QUIET), *pieces], width)
        room = width - lines[-1].cell_len if lines else 0
        if len(joined) == 1 and joined[0].cell_len <= room:
            lines[-1] = Text.assemble(lines[-1], joined[0])
        else:
            lines += wrap(pieces, width)
    return lines


@cache
def _make_ruler() -> "Console":
    """A console that prints nothing: wrapping asks for one."""
    from rich.console import Console

    return Console(file=StringIO(), color_system=None)


def indent(lines: "Iterable[Text]", first: str, column: int) -> "list[Text]":
    """The lines moved right by `column` cells; `first`, which fits into them, stands before the first line."""
    from rich.text import Text

    margins = chain([first.ljust(column)], repeat(" " * column))
    return [Text.assemble((margin, QUIET), line) for margin, line in zip(margins, lines, strict=False)]


def make_blank() -> "Text":
    """An empty line."""
    from rich.text import Text

    return Text()


def find_line_starts(text: str) -> list[int]:
    """Where the lines of `text` start, as an editor counts them."""
    return [0, *(match.end() for match in LINE_END.finditer(text))]


def find_lines(starts: list[int], spans: Spans) -> tuple[int, int] | None:
    """The first and last line, counted from 1, that the spans touch; None when there are no spans."""
    if not spans:
        return None
    first = bisect_right(starts, min(start for start, _ in spans))
    last = bisect_right(starts, max(max(start, end - 1) for start, end in spans))
    return max(1, first), max(1, last)


def word_lines(lines: tuple[int, int] | None) -> str:
    """`line 7` or `line 7–9`; nothing for None."""
    if lines is None:
        return ""
    first, last = lines
    return f"line {first}" if first == last else f"line {first}–{last}"


def count(number: int, noun: str) -> str:
    """`1 voice`, `2 voices`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
