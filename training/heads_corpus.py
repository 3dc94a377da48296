"""What the heads are trained on: windows of the frozen encoder's vectors with the labels that each has, in one folder.

`vectors.f16` holds the vectors of all windows' words, (words, WIDTH) float16: 2.3 kB a word, some 5 GB for the 11,000
windows that the shipped heads saw. It is written as the encoder goes on and mapped when it is read, so that no process
holds it whole. `labels.npz` holds the labels in the same order, `documents.jsonl` what coreference needs besides.
"""

import itertools
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.features import Encoder, Features, make_features
from firsthand.extraction.tagger import LABELS
from training.corpora import read_rows

# The encoder's layers that the heads read: wording, structure, and what the tagger concludes.
LAYERS = ("layers.1.norm2", "layers.3.norm2", "layers.5.norm2")
WIDTH = 384 * len(LAYERS)
MASKED = -1  # no name label known
VECTORS, LABELLED, TEXTS = "vectors.f16", "labels.npz", "documents.jsonl"
OF_DOCUMENTS = "documents"  # the group of windows that belong to documents
Soft = NDArray[np.float16]


@dataclass
class HeadsWindow:
    """A window with the labels that its corpus has; None or MASKED where it has none.

    vectors: (words, WIDTH); names: (words,) indices of NAME_LABELS; inner, deeper: (words, 7) distributions over tags
    one and two levels down, all zeros where unknown.
    """

    vectors: Soft
    names: NDArray[np.int64]
    inner: Soft | None = None
    deeper: Soft | None = None


@dataclass
class Document:
    """A text with coreference: its windows, which words count in each, and mentions by words of the article."""

    id: str
    text: str
    features: Features
    windows: list[HeadsWindow]
    firsts: list[int]  # the article's first word in each window
    kept: list[tuple[int, int]]
    mentions: list[tuple[int, int, int, int]]  # first, last, index of the kind, cluster


@dataclass
class Corpus:
    """Documents with coreference, and the windows of other texts by what is known of them."""

    documents: list[Document] = field(default_factory=list)
    windows: dict[str, list[HeadsWindow]] = field(default_factory=dict)


def write_corpus(folder: Path, documents: Iterable[Document], windows: Iterable[tuple[str, HeadsWindow]]) -> None:
    """Write all of it as it comes; the labels come last, so a folder without them is an unfinished one."""
    folder.mkdir(parents=True, exist_ok=True)
    groups, lengths, names, inner, deeper = [], [], [], [], []
    with (folder / TEXTS).open("w", encoding="utf-8") as lines, (folder / VECTORS).open("wb") as vectors:
        for group, window in itertools.chain(_write_documents(documents, lines), windows):
            vectors.write(window.vectors.tobytes())
            unknown = np.zeros((len(window.names), len(LABELS)), np.float16)
            groups.append(group)
            lengths.append(len(window.names))
            names.append(window.names.astype(np.int8))
            inner.append(unknown if window.inner is None else window.inner)
            deeper.append(unknown if window.deeper is None else window.deeper)
    part = folder / f"part.{LABELLED}"
    np.savez(part, groups=np.array(groups), lengths=np.array(lengths), names=np.concatenate(names),
             inner=np.concatenate(inner), deeper=np.concatenate(deeper))
    part.replace(folder / LABELLED)


def _write_documents(documents: Iterable[Document], lines: TextIO) -> Iterator[tuple[str, HeadsWindow]]:
    """A line for each document; gives its windows on."""
    for document in documents:
        row = {name: getattr(document, name) for name in ("id", "text", "firsts", "kept", "mentions")}
        print(json.dumps(row), file=lines)
        yield from ((OF_DOCUMENTS, window) for window in document.windows)


def read_corpus(folder: Path, encode: Encoder) -> Corpus:
    """A written corpus; the vectors stay in the file until they are used."""
    windows = read_windows(folder)
    own = iter(windows.pop(OF_DOCUMENTS, []))
    documents = [
        Document(row["id"], row["text"], make_features(row["text"], encode), [next(own) for _ in row["firsts"]],
                 row["firsts"], [(first, last) for first, last in row["kept"]],
                 [(first, last, kind, cluster) for first, last, kind, cluster in row["mentions"]])
        for row in read_rows(folder / TEXTS)
    ]
    return Corpus(documents, windows)


def read_windows(folder: Path) -> dict[str, list[HeadsWindow]]:
    """The windows by group, in the order in which they were written."""
    with np.load(folder / LABELLED) as stored:
        labels = {name: stored[name] for name in stored.files}
    vectors = np.memmap(folder / VECTORS, np.float16, "r").reshape(-1, WIDTH)
    names = labels["names"].astype(np.int64)
    ends = np.cumsum(labels["lengths"])
    windows: dict[str, list[HeadsWindow]] = {}
    for group, length, end in zip(labels["groups"], labels["lengths"], ends, strict=True):
        part = slice(end - length, end)
        inner, deeper = (labels[name][part] for name in ("inner", "deeper"))
        windows.setdefault(str(group), []).append(HeadsWindow(
            vectors[part], names[part], inner if inner.any() else None, deeper if deeper.any() else None,
        ))
    return windows
