"""What linking costs an article as a store grows, by stage, and what it costs to add to a store that is linked."""

import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from benchmarks.load_records import Record, load_records
from benchmarks.perturbed_records import perturb_records
from benchmarks.processes import peak_memory
from benchmarks.stages import REST, STAGES, Watch
from firsthand.engine.links import link
from firsthand.storage import Store, open_store

SIZES = (500, 2_000, 8_000)
LARGE = 50_000
ADDED = (1, 100)  # articles, one after the other
BATCH = 500  # articles a transaction, while a store is filled
SEED = 4
TARGETS = {2_000: 15.0, LARGE: 20.0}  # CPU ms an article
COLUMNS = (*(stage.name for stage in STAGES), REST)


class Added(NamedTuple):
    """Linking again after so many more articles: CPU seconds, and how many stories were made anew."""

    articles: int
    seconds: float
    stories: int


class Growth(NamedTuple):
    """A store of some size: CPU ms an article of its first linking, in all and by stage; how many stories and claims
    there are; the memory of the process so far in MB; and what adding to it costs.
    """

    articles: int
    total: float
    stages: dict[str, float]
    stories: int
    largest: int
    claims: int
    memory: float
    added: list[Added]


def measure_growth(shared: Path, sizes: Iterable[int] = SIZES) -> Iterator[Growth]:
    """One store after the other, each in a process of its own. Real articles first, then changed copies of them.

    Raises:
        MissingDataError: the articles are not there.

    """
    load_records(shared)  # here, so that no process is measured while it extracts
    for size in sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as worker:
            yield worker.submit(measure_size, shared, size).result()


def measure_size(shared: Path, size: int) -> Growth:
    """The growth at one size, in a store that is made for it."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store.db") as store:
        return measure_store(store, perturb_records(load_records(shared), size + sum(ADDED), SEED), size)


def measure_store(store: Store, records: Iterator[Record], size: int) -> Growth:
    """The growth at one size, of a store that is empty yet; `records` go on for as many as are added later."""
    fill(store, islice(records, size))
    watch = Watch()
    with watch.watching():
        sums = link(store)
    added = []
    for number in ADDED:
        fill(store, islice(records, number))
        again = Watch()
        with again.watching():
            linked = link(store).linked
        added.append(Added(number, sum(again.seconds.values()), linked))
    largest = max((story.articles for story in store.links.list_stories(sums.stories)), default=0)
    stages = {name: 1000 * watch.seconds[name] / size for name in COLUMNS}
    return Growth(size, sum(stages.values()), stages, sums.stories, largest, sums.claims, peak_memory(), added)


def fill(store: Store, records: Iterator[Record]) -> None:
    """Put records with their vectors into a store."""
    while batch := list(islice(records, BATCH)):
        store.add([record for record, _ in batch], vectors=[vectors for _, vectors in batch])


def format_growth(found: Growth) -> str:
    """Two lines: a size with its sum, and the stages."""
    target = f" (target {TARGETS[found.articles]:g})" if found.articles in TARGETS else ""
    added = ", ".join(f"{one.articles} more in {one.seconds:.1f} s ({one.stories:,} stories)" for one in found.added)
    stages = ", ".join(f"{name} {milliseconds:.1f}" for name, milliseconds in found.stages.items())
    return (
        f"{found.articles:,} articles: {found.total:.1f} CPU ms an article{target}; {added}; {found.stories:,} stories,"
        f" the largest of {found.largest:,}, {found.claims:,} claims; {found.memory:,.0f} MB\n    {stages}"
    )
