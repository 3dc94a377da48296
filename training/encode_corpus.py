"""Make what the heads are trained on: texts through the frozen encoder, with the labels of their corpora.

    python -m training.encode_corpus --tagger tagger.onnx --coreference gum.jsonl.gz \
        --attributed polnear_train.jsonl.gz --names names.jsonl --contents contents.npz --out FOLDER

GUM's documents with mentions and clusters, without its news: these are for testing. PolNeAR with the teacher's tags of
its contents, and its sentences put into somebody's mouth. The other texts of names.jsonl as they are and under invented
names. Some ten minutes on two cores; the folder's size is told in heads_corpus.py.
"""

import argparse
import multiprocessing
import random
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from training.base_models import find_base
from training.corpora import read_rows
from training.encoded import EncodedWindow, FrozenEncoder
from training.heads_corpus import MASKED, Document, HeadsWindow, Soft, write_corpus
from training.heads_labels import (
    Contents,
    Named,
    copy_soft,
    find_words,
    label_names,
    label_nothing_below,
    label_outside,
    label_roles,
    list_mentions,
    read_contents_labels,
)
from training.invented_names import rename_article
from training.nesting_examples import collect_sources, make_nested

PROCESSES = 2
SOURCES = 40  # speakers that the made sentences of one article are given to
Row = dict[str, Any]
Job = TypeVar("Job")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("tagger", "coreference", "attributed", "names", "contents", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--most-wraps", type=int, default=500, help="articles whose sentences are put into a mouth")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    named = {row["id"]: row for row in read_rows(options.names)}
    contents = read_contents_labels(options.contents)
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        documents = encode_documents(pool, options.tagger, options.coreference, named)
        windows = encode_windows(pool, options, named, contents)
        write_corpus(options.out, documents, windows)


def encode_documents(pool: Pool, tagger: Path, path: Path, named: dict[str, Named]) -> Iterator[Document]:
    """The documents with coreference, but no news."""
    rows = [row for row in read_rows(path) if row["genre"] != "news"]
    print(f"{len(rows)} documents", flush=True)
    yield from pool.imap(partial(read_document, tagger), [(row, named.get(make_id(path, row))) for row in rows], 4)


def encode_windows(pool: Pool, options: argparse.Namespace, named: dict[str, Named], contents: dict[str, Contents],
                   ) -> Iterator[tuple[str, HeadsWindow]]:
    """The windows of all other texts, each with its group."""
    path: Path = options.attributed
    rows = list(read_rows(path))
    attributed = [(row, named.get(make_id(path, row)), contents.get(row["id"], {})) for row in rows]
    yield from encode_group(pool, "attributed", partial(read_attributed, options.tagger), attributed)
    generator, sources = random.Random(options.seed), sorted(collect_sources(rows))
    some = generator.sample(rows, k=min(len(rows), options.most_wraps))
    wraps = [(row, contents.get(row["id"], {}), generator.choices(sources, k=SOURCES), seed)
             for seed, row in enumerate(some)]
    yield from encode_group(pool, "wrapped", partial(read_wrapped, options.tagger), wraps)
    labelled = {path.parent.name, options.coreference.parent.name}  # these have had their names above
    others = [row for name, row in named.items() if name.split("/")[0] not in labelled]
    renamed = [(row, seed) for number, row in enumerate(others) for seed in (None, number)]
    yield from encode_group(pool, "named", partial(read_named, options.tagger), renamed)


def encode_group(pool: Pool, group: str, read: Callable[[Job], list[HeadsWindow]], jobs: Iterable[Job],
                 ) -> Iterator[tuple[str, HeadsWindow]]:
    """The windows of a group, in the order of its texts."""
    count = 0
    for windows in pool.imap(read, jobs, chunksize=8):
        count += len(windows)
        yield from ((group, window) for window in windows)
    print(f"{count} windows: {group}", flush=True)


def make_id(path: Path, row: Row) -> str:
    """The id that label_names.py gives a row of this file."""
    return f"{path.parent.name}/{row['id']}"


@cache
def load_encoder(tagger: Path) -> FrozenEncoder:
    """One encoder a process."""
    return FrozenEncoder(tagger, find_base("minilm") / "tokenizer.json")


def read_document(tagger: Path, job: tuple[Row, Named | None]) -> Document:
    """A row of GUM, with the names of its beginning."""
    row, named = job
    features, encoded = load_encoder(tagger).read(row["text"])
    plans = [window.plan for window in encoded]
    return Document(row["id"], row["text"], features, cut(encoded, label_names(features, named), None, None),
                    [plan.words[0] for plan in plans], [plan.kept for plan in plans],
                    list_mentions(features, row["mentions"]))


def read_attributed(tagger: Path, job: tuple[Row, Named | None, Contents]) -> list[HeadsWindow]:
    """A row of PolNeAR: the teacher's tags inside its contents, and nothing outside of them."""
    row, named, contents = job
    features, encoded = load_encoder(tagger).read(row["text"])
    inner = label_outside(features)
    copy_soft(features, contents, inner)
    return cut(encoded, label_names(features, named), inner, label_nothing_below(inner))


def read_wrapped(tagger: Path, job: tuple[Row, Contents, list[str], int]) -> list[HeadsWindow]:
    """Sentences of a row of PolNeAR put into somebody's mouth: gold one level down, the teacher's tags below that."""
    row, contents, sources, seed = job
    windows = []
    for nested in make_nested(row, sources, random.Random(seed)):
        features, encoded = load_encoder(tagger).read(nested.text)
        inner = np.zeros_like(label_outside(features))  # around the content unknown: the neighbours have their own
        start, end = nested.content
        inside = find_words(features, start, end)
        inner[inside.start : inside.stop, 0] = 1
        deeper = inner.copy()
        label_roles(features, nested.marks, inner)
        shift = start - nested.origin
        own = {span: soft for span, soft in contents.items() if start <= span[0] + shift and span[1] + shift <= end}
        copy_soft(features, own, deeper, shift)
        windows += cut(encoded, np.full(len(features.words), MASKED), inner, deeper)
    return windows


def read_named(tagger: Path, job: tuple[Named, int | None]) -> list[HeadsWindow]:
    """A text of which only the names are known; with a seed, under other names."""
    row, seed = job
    if seed is not None:
        row = rename_article(row, random.Random(seed))
    features, encoded = load_encoder(tagger).read(row["text"])
    return cut(encoded, label_names(features, row), None, None)


def cut(encoded: list[EncodedWindow], names: NDArray[np.int64], inner: Soft | None, deeper: Soft | None,
        ) -> list[HeadsWindow]:
    """The windows of a text with their parts of the labels."""
    windows = []
    for window in encoded:
        part = slice(*window.plan.words)
        windows.append(HeadsWindow(window.vectors, names[part], None if inner is None else inner[part],
                                   None if deeper is None else deeper[part]))
    return windows


if __name__ == "__main__":
    main()
