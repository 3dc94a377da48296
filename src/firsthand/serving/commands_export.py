"""The command that prints the whole database: records as linking sees them, and what it found."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from firsthand.errors import UsageError
from firsthand.records import Export, encode
from firsthand.serving import queries
from firsthand.serving.exit_statuses import FINE


def export(options: argparse.Namespace) -> int:
    """Print every record of the database."""
    with queries.open_database(options.db, create=False) as store, _open_output(options.out) as output:
        with store.snapshot():  # records and links of one moment
            records = store.export_records(newest=options.newest, linked=True)
            if options.format == "json":
                output.writelines(compose_export(records, store.links.export_links()))
            else:
                output.writelines(line + b"\n" for line in records)
        output.flush()
    return FINE


def compose_export(records: Iterable[bytes], links: Export) -> Iterator[bytes]:
    """The contract's export object around records that are encoded already: a corpus need not fit into memory."""
    head, tail = encode(links).split(b"[]", 1)  # the articles come first, and `links` has none
    yield head + b"["
    for number, record in enumerate(records):
        yield b"," + record if number else record
    yield b"]" + tail + b"\n"


@contextmanager
def _open_output(named: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that appears under its name only when it is whole.

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
        raise UsageError(f"can't be written ({reason}): name another file with --out", named) from error
    finally:
        if part != path:
            with suppress(OSError):
                part.unlink()
