"""Predictions by worker processes: the tagger runs on one thread, so two cores want two processes."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from firsthand.extraction import load_extractor
from firsthand.records import Annotations, Article, encode

WORKERS = 2
Task = TypeVar("Task")
Answer = TypeVar("Answer")


def annotate(article: Article) -> Annotations:
    """One article, in whatever process this runs."""
    return load_extractor().annotate(article)


def read_with_vectors(article: Article) -> tuple[Annotations, bytes]:
    """One article with the vectors that linking needs."""
    record, vectors = load_extractor().read(article)
    return record, vectors.tobytes()


def map_in_workers(work: Callable[[Task], Answer], tasks: Sequence[Task], chunk: int = 8) -> list[Answer]:
    """The answers in the order of the tasks. Workers are spawned: a forked one could inherit a held lock."""
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as workers:
        return list(workers.map(work, tasks, chunksize=chunk))


def annotate_all(articles: Sequence[Article]) -> list[Annotations]:
    """A record for every article, in their order."""
    return map_in_workers(annotate, articles)


def write_records(records: Iterable[Annotations], path: Path) -> None:
    """The records as JSON Lines: what `firsthand read --json` prints and the scorers read."""
    path.write_bytes(b"".join(encode(record) + b"\n" for record in records))
