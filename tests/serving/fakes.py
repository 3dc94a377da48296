"""Stands in for reading and the model: tests of the commands need neither."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec
import numpy as np
from numpy.typing import NDArray

from firsthand.errors import FormatError, InputError, MissingInputError
from firsthand.records import Annotations, Article
from tests.storage.made_records import make_record


def read_inputs(inputs: Sequence[str], standard_input: BinaryIO | None = None) -> Iterator[Article | InputError]:
    """Each line of a file is an article `id|text`, or plain text; a line BAD is one that can't be read."""
    for path in inputs:
        if path == "-":
            assert standard_input is not None
            lines = standard_input.read().decode().splitlines()
        elif Path(path).is_file():
            lines = Path(path).read_text().splitlines()
        else:
            yield MissingInputError("there is no such file: check the name", path)
            continue
        for number, line in enumerate(lines, 1):
            id, _, text = line.rpartition("|")
            if text == "BAD":
                yield FormatError("not an article: mend the line", f"{path}:{number}")
            else:
                yield Article(id or f"id-{abs(hash(text))}", text, publisher="Moravel Courier", published="2026-03-10")


class FakeExtractor:
    """Finds Ana Reyes, and counts how often it was asked."""

    version = "fake-1"

    def __init__(self) -> None:
        self.annotated: list[str] = []

    def annotate(self, article: Article) -> Annotations:
        self.annotated.append(article.id)
        return msgspec.structs.replace(make_record(article.id, article.text), article=article)

    def read(self, article: Article) -> tuple[Annotations, NDArray[np.int8]]:
        return self.annotate(article), np.zeros((0, 8), np.int8)
