"""The store that the load benchmark asks: every article of the load set, linked; made once and kept under build/."""

import shutil
from pathlib import Path

from benchmarks.growth import fill
from benchmarks.load_records import KEPT, load_records
from firsthand.engine.links import link
from firsthand.extraction import load_extractor
from firsthand.storage import open_store


def make_load_store(shared: Path, kept: Path = KEPT) -> Path:
    """The store's file; it is not to be written to: copy it. Nine minutes on two cores the first time.

    Raises:
        MissingDataError: the articles are not there.

    """
    version = "".join(sign if sign.isalnum() else "-" for sign in load_extractor().version)
    path = kept / f"load-{version}.db"
    if not path.exists():
        records = load_records(shared, kept)
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        with open_store(part) as store:
            fill(store, iter(records))
            link(store)
        part.replace(path)
    return path


def copy_store(path: Path, folder: Path) -> Path:
    """A copy to write to, on today's schema, and linked by today's program."""
    copied = folder / "load.db"
    with open_store(path):
        pass  # closed again, so that nothing is left in the log beside the file
    shutil.copy(path, copied)
    with open_store(copied) as store:
        if not store.links.is_current():
            link(store)
    return copied
