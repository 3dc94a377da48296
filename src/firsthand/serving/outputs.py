"""Files that commands write."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from firsthand.errors import UsageError


@contextmanager
def open_output(named: str | None, option: str = "--out") -> Iterator[BinaryIO]:
    """Standard output, or a file that appears under its name only when it is whole. `option` names it to the user.

    Raises:
        UsageError: the file can't be written.

    """
    if named is None:
        yield sys.stdout.buffer
        return
    path = Path(named)
    part = path
    try:
        # Pipes and devices are written straight; a file is renamed into its place.
        if path.is_file() or not path.exists():
            part = path.with_name(f"{path.name}.part")
        with part.open("wb") as output:
            yield output
        part.replace(path)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise UsageError(f"can't be written ({reason}): name another file with {option}", named) from error
    finally:
        if part != path:
            with suppress(OSError):
                part.unlink()
