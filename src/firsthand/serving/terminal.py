"""The terminal: how wide it is, whether it has colour, and lines that fit its encoding."""

import os
import shutil
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

NARROWEST = 20
# What an output that is not Unicode gets in place of our own signs.
PLAIN_SIGNS = str.maketrans({"·": "-", "–": "-", "…": "~", "“": '"', "”": '"', "’": "'", "─": "-", "└": "`", "╌": "."})


def is_terminal(file: TextIO) -> bool:
    """Whether a person reads it as it is written; False for pipes, files and what is closed."""
    try:
        return file.isatty()
    except (AttributeError, ValueError):
        return False


def find_width(file: TextIO) -> int:
    """The terminal's columns; $COLUMNS or 80 elsewhere."""
    if not is_terminal(file):
        columns = os.environ.get("COLUMNS", "")
        return max(NARROWEST, int(columns)) if columns.isdecimal() else 80
    return max(NARROWEST, shutil.get_terminal_size().columns)


def wants_color(file: TextIO) -> bool:
    """Whether to send ANSI codes when nobody said: on a terminal, unless $NO_COLOR is set."""
    return is_terminal(file) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def open_console(file: TextIO, width: int, color: bool) -> "Console":
    """A console that decides nothing for itself: lines come wrapped, markup and highlighting are off."""
    from rich.console import Console  # slow to import, and needed only to print

    class Plain(Console):
        def on_broken_pipe(self) -> None:
            # rich would end the program here, with a status of its own
            raise BrokenPipeError

    return Plain(
        file=file,
        width=width,
        force_terminal=color,
        force_jupyter=False,
        color_system="standard" if color else None,
        no_color=not color,
        markup=False,
        emoji=False,
        highlight=False,
    )


def print_lines(console: "Console", lines: "Iterable[Text]") -> None:
    """Print lines that are wrapped already, in the signs that the output's encoding has."""
    encoding = getattr(console.file, "encoding", None) or "utf-8"
    for line in lines:
        line.rstrip()
        if not encoding.lower().startswith("utf"):
            # Each sign stays one character, so that the styles still fit.
            line.plain = line.plain.translate(PLAIN_SIGNS).encode(encoding, "replace").decode(encoding)
        console.print(line, soft_wrap=True)
