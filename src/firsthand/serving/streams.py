"""Standard output and standard error, also where they are closed, full, or no longer read."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO


def prepare_streams() -> None:
    """Make both streams fit to be written to; one that the shell closed (`>&-`) leads nowhere from here on."""
    # In this order: what is opened takes the first number that is free, and no database must get 1 or 2.
    sys.stdout = sys.stdout or _open_nowhere()
    sys.stderr = sys.stderr or _open_nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Article text may hold what the terminal's encoding can't say; a code for it is better than no output.
            stream.reconfigure(errors="backslashreplace")


def tell(words: str) -> None:
    """Write to standard error. Where that fails there is nobody left to tell, and the work goes on."""
    try:
        sys.stderr.write(words)
        sys.stderr.flush()
    except (OSError, ValueError):
        drop(sys.stderr)


def drop(stream: TextIO) -> None:
    """What Python still holds for `stream` vanishes without a word, now and at the exit."""
    with suppress(OSError, ValueError):  # it need not be a file
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _open_nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
