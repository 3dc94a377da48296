"""Articles of about 600 words: real ones where the shared folder is there, else an example story, repeated."""

import gzip
import json
from collections.abc import Iterator
from itertools import chain, cycle, islice
from pathlib import Path

LOAD = Path("data/news_e2e_allsides/load.jsonl.gz")
EXAMPLES = Path(__file__).parent.parent / "examples"
FEWEST_WORDS, MOST_WORDS = 540, 660


def pick_texts(shared: Path, count: int) -> tuple[list[str], str]:
    """`count` texts of 540 to 660 words, and where they come from.

    Raises:
        FileNotFoundError: there is neither the shared folder nor an example story.

    """
    if (shared / LOAD).is_file():
        return list(islice(read_load(shared / LOAD), count)), LOAD.parent.name
    return list(islice(repeat_paragraphs(read_paragraphs(EXAMPLES)), count)), "examples, repeated"


def read_load(path: Path) -> Iterator[str]:
    """The texts of a gzipped JSON Lines file that are of the wanted length."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = str(json.loads(line)["text"])
            if FEWEST_WORDS <= len(text.split()) <= MOST_WORDS:
                yield text


def read_paragraphs(folder: Path) -> list[str]:
    """The lines of the plain texts and the JSON Lines under a folder.

    Raises:
        FileNotFoundError: there are none.

    """
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    for path in sorted(folder.rglob("*.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    found = [line for text in texts for line in text.splitlines() if line.strip()]
    if not found:
        raise FileNotFoundError(f"no articles: {folder} holds none, and no shared folder was given")
    return found


def repeat_paragraphs(paragraphs: list[str]) -> Iterator[str]:
    """Texts of the wanted length without end, each beginning one paragraph further on."""
    for start in cycle(range(len(paragraphs))):
        kept: list[str] = []
        words = 0
        for paragraph in cycle(chain(paragraphs[start:], paragraphs[:start])):
            kept.append(paragraph)
            words += len(paragraph.split())
            if words >= FEWEST_WORDS:
                break
        yield "\n\n".join(kept)
