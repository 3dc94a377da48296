"""Training articles: PolNeAR rows as words with labels, and unlabelled news.

A labelled corpus is JSON Lines (gzip allowed) of {"id", "text", "attributions": [{"source", "cue", "content"}]}
with lists of [start, end] in code points: any corpus of that form will do.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.extraction.decoding import ROLES

LEAST_WORDS = 6  # of a content that may hold an attribution
OPENERS = " “”\"'‘’,.;:…\n«»—-"
CLOSERS = " “”\"'‘’,;:\n«»"
CONJUNCTION = re.compile(r"(?:that|whether|if)\s+")


@dataclass(frozen=True)
class Example:
    """An article with a label for every character: 0, or 1 + index of the role; `begins` marks first characters."""

    id: str
    text: str
    roles: bytes
    begins: frozenset[int]
    is_labelled: bool = True


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_examples(path: Path) -> list[Example]:
    """The labelled articles of a corpus file."""
    return [make_example(row) for row in read_rows(path)]


def read_unlabelled(paths: Iterable[Path], most_words: int, most_articles: int) -> list[Example]:
    """Unlabelled articles, cut after `most_words` at a paragraph's end; repeated texts are dropped.

    Of each file at most `most_articles` are taken, spread evenly over it: archives are in order of time.
    """
    seen: set[str] = set()
    examples = []
    for path in paths:
        rows = list(read_rows(path))
        for row in rows[:: max(1, len(rows) // most_articles)][:most_articles]:
            text = cut_text(row["text"], most_words)
            if text[:200] not in seen and len(text.split()) > 60:
                seen.add(text[:200])
                examples.append(Example(f"{path.parent.name}/{row['id']}", text, b"", frozenset(), is_labelled=False))
    return examples


def read_contents(path: Path) -> list[Example]:
    """The contents of a corpus as texts of their own, with a capital and a full stop; known by article and place."""
    examples = []
    for row in read_rows(path):
        spans = {tuple(span): None for a in row["attributions"] for span in a.get("content") or ()}
        for start, end in dict.fromkeys(strip_content(row["text"], *span) for span in spans):
            content = row["text"][start:end]
            text = content[:1].upper() + content[1:] + ("" if content.endswith((".", "!", "?")) else ".")
            # A letter may become two in capitals; then the words could not be told apart by their places any more.
            if len(content.split()) >= LEAST_WORDS and len(content[0].upper()) == 1:
                examples.append(Example(f"{row['id']}#{start}-{end}", text, b"", frozenset(), is_labelled=False))
    return examples


def strip_content(text: str, start: int, end: int) -> tuple[int, int]:
    """A content without the marks around it and the conjunction that opens it."""
    while start < end and text[start] in OPENERS:
        start += 1
    while end > start and text[end - 1] in CLOSERS:
        end -= 1
    if conjunction := CONJUNCTION.match(text, start, end):
        start = conjunction.end()
    return start, end


def split_content_id(key: str) -> tuple[str, int, int]:
    """The article's id, and the first and last character of a content, from the id that read_contents gave it."""
    name, _, span = key.rpartition("#")
    start, end = map(int, span.split("-"))
    return name, start, end


def cut_text(text: str, most_words: int) -> str:
    """The first paragraphs of `text`, up to about `most_words` words."""
    kept: list[str] = []
    words = 0
    for line in text.split("\n"):
        words += len(line.split())
        if kept and words > most_words:
            break
        kept.append(line)
    return "\n".join(kept)


def make_example(row: dict[str, Any]) -> Example:
    """One labelled row; where roles overlap the first one named in ROLES that was written last wins."""
    text = row["text"]
    roles = bytearray(len(text))
    begins = set()
    for attribution in row["attributions"]:
        for number, role in reversed(list(enumerate(ROLES, 1))):
            for start, end in attribution.get(role) or ():
                roles[start:end] = bytes([number]) * (end - start)
                begins.add(start)
    return Example(row["id"], text, bytes(roles), frozenset(begins))
