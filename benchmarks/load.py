"""How pages and API answer under load: 50 requests a second on 2,080 articles, with one a second being added."""

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.first_paint import Paint, format_paint, measure_paints
from benchmarks.load_client import Answer, drive
from benchmarks.load_requests import draw_requests
from benchmarks.load_server import Server, read_cpu, run_server
from benchmarks.load_store import copy_store, make_load_store
from evaluation.shared_data import read_rows, require
from firsthand.storage import open_store

ADDED = Path("data/news_e2e_allsides/dev.jsonl.gz")  # articles that the store doesn't have
RATE, SECONDS = 50.0, 120.0
WARM_UP = 200  # requests
TARGETS = {"json": 150.0, "page": 300.0}  # ms, 99 of 100
BREAKING = (75.0, 100.0, 150.0, 200.0)  # requests a second, each for as long as
BREAKING_SECONDS = 20.0
WORST = 6  # routes that are told by name


@dataclass(frozen=True)
class Latency:
    """Of some answers: how many, how many of them errors, and ms from when they were due."""

    name: str
    answers: int
    errors: int
    p50: float
    p90: float
    p99: float
    most: float
    largest: int  # bytes


@dataclass(frozen=True)
class Load:
    """One run: what was asked for, the latencies by kind and of the slowest routes, CPU seconds by process, and what
    was stored, linked and left to be linked meanwhile.
    """

    rate: float
    seconds: float
    kinds: list[Latency]
    worst: list[Latency]
    failed: list[str]
    cpu: dict[str, float]
    stored: int
    linked: int
    unlinked: int


@dataclass(frozen=True)
class Loaded:
    """All that the load benchmark finds."""

    main: Load
    breaking: list[Load]
    paints: list[Paint]


def measure_load(shared: Path, tell: Callable[[str], None]) -> Loaded:
    """The run that has targets, then faster ones until one misses them; then how soon the pages are painted.

    `tell` is given each result in words, as it comes.

    Raises:
        MissingDataError: the articles are not there.
        RuntimeError: the server does not start.

    """
    rows = (make_upload(row) for row in read_rows(require(shared, ADDED)))
    with tempfile.TemporaryDirectory() as folder:
        db = copy_store(make_load_store(shared), Path(folder))
        with run_server(db) as server:
            main = measure_run(db, server, RATE, SECONDS, rows)
            tell(format_load(main))
            harder = []
            for found in _find_breaking(db, server, rows):
                tell(format_load_briefly(found))
                harder.append(found)
        with run_server(db, works=False) as server:
            paints = measure_paints(server.address, db)
    tell(format_paint(paints))
    return Loaded(main, harder, paints)


def measure_run(db: Path, server: Server, rate: float, seconds: float, rows: Iterator[dict[str, Any]]) -> Load:
    """One run against a server over `db`; an article a second is added from `rows`."""
    with open_store(db) as store:
        asked = draw_requests(store, round(rate * seconds) + WARM_UP)
        before = store.count_articles(), store.count_articles() - store.links.count_unlinked()
    drive(server.address, asked[:WARM_UP], rate)
    taken = read_cpu(server.pid)
    driven = drive(server.address, asked[WARM_UP:], rate, list(islice(rows, int(seconds))))
    cpu = {name: now - taken.get(name, 0.0) for name, now in read_cpu(server.pid).items()}
    with open_store(db) as store:
        articles, unlinked = store.count_articles(), store.links.count_unlinked()
    return Load(
        rate=rate,
        seconds=seconds,
        kinds=[summarise(kind, answers) for kind, answers in _group(driven.answers, by_route=False).items()],
        worst=find_worst(driven.answers),
        failed=sorted({f"{one.status} {one.route}" for one in driven.answers if is_error(one)}),
        cpu={**cpu, "client": driven.cpu},
        stored=articles - before[0],
        linked=articles - unlinked - before[1],
        unlinked=unlinked,
    )


def meets_targets(load: Load) -> bool:
    """Whether a run is as it should be: fast enough, and without an error."""
    return all(one.errors == 0 and one.p99 < TARGETS.get(one.name, float("inf")) for one in load.kinds)


def make_upload(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the corpus as the API takes it."""
    return {"text": row["text"], "title": row["title"], "publisher": row["publisher"], "published": row["date"]}


def summarise(name: str, answers: Sequence[Answer]) -> Latency:
    """The figures of some answers, at least one."""
    taken = sorted(one.milliseconds for one in answers)

    def pick(share: float) -> float:
        return taken[min(len(taken) - 1, int(share * len(taken)))]

    errors, largest = sum(map(is_error, answers)), max(one.size for one in answers)
    return Latency(name, len(answers), errors, pick(0.5), pick(0.9), pick(0.99), taken[-1], largest)


def is_error(answer: Answer) -> bool:
    """No answer, or one that says that something went wrong."""
    return not 200 <= answer.status < 400


def find_worst(answers: Iterable[Answer]) -> list[Latency]:
    """The routes that are slowest in one of ten requests."""
    routes = [summarise(route, found) for route, found in _group(answers, by_route=True).items()]
    return sorted(routes, key=lambda one: -one.p90)[:WORST]


def _group(answers: Iterable[Answer], *, by_route: bool) -> dict[str, list[Answer]]:
    groups = defaultdict(list)
    for answer in answers:
        groups[answer.route if by_route else answer.kind].append(answer)
    return groups


def _find_breaking(db: Path, server: Server, rows: Iterator[dict[str, Any]]) -> Iterator[Load]:
    for rate in BREAKING:
        found = measure_run(db, server, rate, BREAKING_SECONDS, rows)
        yield found
        if not meets_targets(found):
            return


def format_load(load: Load) -> str:
    """One line a kind, then the slowest routes, then what the processes took."""
    cpu = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in load.cpu.items())
    lines = [
        f"{load.rate:g} requests a second for {load.seconds:g} s, one article a second being added",
        f"    {'':44}{'answers':>8}{'errors':>7}{'p50':>8}{'p90':>8}{'p99':>8}{'most':>8} ms{'largest':>10} kB",
        *(_format_latency(one) for one in (*load.kinds, *load.worst)),
        *(f"    failed: {one}" for one in load.failed),
        f"    CPU: {cpu}",
        f"    {load.stored} articles stored meanwhile, {load.linked} linked, {load.unlinked} still to be linked",
    ]
    return "\n".join(lines)


def _format_latency(one: Latency) -> str:
    target = f"   (target p99 < {TARGETS[one.name]:g})" if one.name in TARGETS else ""
    figures = f"{one.p50:8.0f}{one.p90:8.0f}{one.p99:8.0f}{one.most:8.0f}   {one.largest / 1000:10.0f}{target}"
    return f"    {one.name:44}{one.answers:8,}{one.errors:7}{figures}"


def format_load_briefly(load: Load) -> str:
    """One line."""
    kinds = ", ".join(f"{one.name} p99 {one.p99:.0f} ms" for one in load.kinds)
    errors = sum(one.errors for one in load.kinds)
    told = "holds" if meets_targets(load) else "breaks"
    return f"{load.rate:g} requests a second for {load.seconds:g} s: {told} ({kinds}; {errors} errors)"
