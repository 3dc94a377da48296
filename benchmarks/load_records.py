"""The records of real articles with their vectors, extracted once and kept under build/: six minutes on one core."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from benchmarks.articles import LOAD
from evaluation.predictions import map_in_workers, read_with_vectors
from evaluation.shared_data import read_rows, require, to_articles
from firsthand.extraction import load_extractor
from firsthand.records import Annotations

KEPT = Path(__file__).parent.parent / "build" / "bench"
Record = tuple[Annotations, bytes]  # with the vectors of its sentences and statements


def load_records(shared: Path, kept: Path = KEPT) -> list[Record]:
    """Every article of the load set, in its order. What was extracted by another model is not used.

    Raises:
        MissingDataError: the load set is not there.

    """
    version = "".join(sign if sign.isalnum() else "-" for sign in load_extractor().version)
    path = kept / f"records-{version}.msgpack"
    if not path.exists():
        articles = to_articles(read_rows(require(shared, LOAD)))
        write_records(path, map_in_workers(read_with_vectors, articles))
    return msgspec.msgpack.decode(path.read_bytes(), type=list[Record])


def write_records(path: Path, records: Sequence[Record]) -> None:
    """Keep records; a run that is stopped leaves no half of a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(msgspec.msgpack.encode(records))
    part.replace(path)
