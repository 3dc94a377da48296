"""The gold articles outside of the project, as `Article`: PolNeAR rows and story packs."""

import gzip
import json
from pathlib import Path
from typing import Any

from firsthand.records import Article

POLNEAR_DEV = Path("data/polnear/polnear_dev.jsonl.gz")
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
    """Flat gold rows as bare articles: nothing but what the tagger may go by, the id and the text."""
    return [Article(id=row["id"], text=row["text"]) for row in rows]


def read_pack(folder: Path) -> list[Article]:
    """The articles of a story pack, with what their pages say about them."""
    story = json.loads((folder / "story.json").read_text(encoding="utf-8"))
    return [
        Article(
            id=row["id"],
            text=row["text"],
            url=row.get("url"),
            publisher=row.get("publisher"),
            title=row.get("title"),
            published=row.get("published"),
        )
        for row in story["articles"]
    ]
