"""The gold articles outside of the project, read as `firsthand read` reads them: rows of corpora and story packs."""

import gzip
import json
from pathlib import Path
from typing import Any

from firsthand.reading import read_record
from firsthand.records import Article

POLNEAR_DEV = Path("data/polnear/polnear_dev.jsonl.gz")
SPEAKERS_DEV = Path("cases/speakers_dev.jsonl")
TIMEX_DEV = Path("data/timex_tbaq/dev.jsonl.gz")
COREFERENCE_DEV = Path("data/coref_gum/dev.jsonl.gz")
PACKS = tuple(Path("cases/packs") / name for name in ("port_lease", "dam_breach", "ferry_hack", "swap_talks"))
SCORING = Path("scoring")


class MissingDataError(Exception):
    """The shared folder, or a part of it that is needed, is not there."""


def require(shared: Path, part: Path) -> Path:
    """The path of `part` in the shared folder.

    Raises:
        MissingDataError: it is not there; the message says what to do.

    """
    if not shared.is_dir():
        raise MissingDataError(f"there is no folder {shared}: name the one with gold and scorers by --shared DIR")
    if not (shared / part).exists():
        raise MissingDataError(f"{shared} holds no {part}")
    return shared / part


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file, which may be gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def to_articles(rows: list[dict[str, Any]]) -> list[Article]:
    """Gold rows as articles, with sections found in their texts, and what the rows say of publisher, date and title.

    Raises:
        InputError: a row is no article that `firsthand read` would take.

    """
    return [read_record({**row, "published": row.get("published") or row.get("date") or row.get("dct")})
            for row in rows]


def read_pack(folder: Path) -> list[Article]:
    """The articles of a story pack, with what their pages say about them."""
    story = json.loads((folder / "story.json").read_text(encoding="utf-8"))
    return to_articles(story["articles"])
