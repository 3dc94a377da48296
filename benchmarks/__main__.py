"""`python -m benchmarks [--shared DIR] [--quick] [--growth] [--load] [--large] [--json OUT]`: what reading an article
costs, beside spaCy and textacy, what linking one costs as the store grows, and how the pages answer under load.

Figures depend on the machine, so they are reported and not judged: exit status 0, or 2 where there are
no articles or where a measured process ended without a result.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks import readers
from benchmarks.articles import LOAD, pick_texts
from benchmarks.commands import ROUNDS, time_help, time_read
from benchmarks.growth import LARGE, SIZES, Growth, format_growth, measure_growth
from benchmarks.load import Loaded, measure_load
from benchmarks.machine import describe_machine
from benchmarks.processes import Loader, Run, measure, throughput_ratio

ARTICLES, QUICK_ARTICLES = 80, 5
RIVALS: dict[str, Loader] = {
    "spaCy, small pipeline": readers.load_spacy,
    "textacy, whole article": readers.load_textacy,
    "textacy, by paragraph": readers.load_textacy_by_paragraph,
}
RATIO_TARGETS = {
    "spaCy, small pipeline": "≥ 1.0, aim 1.5",
    "textacy, whole article": "≥ 1.5",
    "textacy, by paragraph": "≥ 1.5, aim 5",
}


class Row(NamedTuple):
    """A line of the table; `value` is None where it could not be measured."""

    name: str
    value: float | None
    unit: str
    target: str


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; `arguments` default to the process's own."""
    options = make_parser().parse_args(arguments)
    try:
        texts, origin = pick_texts(options.shared, QUICK_ARTICLES if options.quick else ARTICLES)
    except FileNotFoundError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 2
    machine = {**describe_machine(), "articles": len(texts), "from": origin}
    print(", ".join(f"{key} {value}" for key, value in machine.items()), flush=True)
    try:
        wants_all = not (options.growth or options.load)
        rows = list(measure_all(texts, 1 if options.quick else ROUNDS)) if wants_all else []
        print(format_table(rows), flush=True)
        sizes = (*SIZES, LARGE) if options.large else SIZES
        growth = list(show_growth(options.shared, sizes)) if options.growth or (wants_all and not options.quick) else []
        loaded = show_load(options.shared) if options.load or (wants_all and not options.quick) else None
    except (RuntimeError, subprocess.CalledProcessError) as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 2
    if options.json:
        report = {
            "machine": machine,
            "figures": [row._asdict() for row in rows],
            "growth": [found._asdict() for found in growth],
            "load": asdict(loaded) if loaded else None,
        }
        options.json.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def make_parser() -> argparse.ArgumentParser:
    """The options."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed and memory, beside others.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with articles to read")
    parser.add_argument("--quick", action="store_true", help="five articles, one round: to see that it runs")
    parser.add_argument("--growth", action="store_true", help="the growth of linking alone")
    parser.add_argument("--load", action="store_true", help="the pages and the API under load alone: five minutes")
    parser.add_argument("--large", action="store_true", help=f"the growth of linking up to {LARGE:,} articles: hours")
    parser.add_argument("--json", type=Path, metavar="OUT", help="also write the figures as JSON")
    return parser


def show_growth(shared: Path, sizes: Iterable[int]) -> Iterator[Growth]:
    """The growth of linking, printed as it comes; nothing where there are no articles to link."""
    if not (shared / LOAD).exists():
        print("growth of linking: not measured, for want of articles")
        return
    for found in measure_growth(shared, sizes):
        print(format_growth(found), flush=True)
        yield found


def show_load(shared: Path) -> Loaded | None:
    """The pages and the API under load, printed as it comes; None where there are no articles to serve."""
    if not (shared / LOAD).exists():
        print("load: not measured, for want of articles")
        return None
    return measure_load(shared, lambda words: print(words, flush=True))


def measure_all(texts: Sequence[str], rounds: int) -> Iterator[Row]:
    """All figures, ours first."""
    (alone,) = measure(readers.load_firsthand, texts)
    yield Row("firsthand", alone.cpu_ms_per_article, "CPU ms an article", "≤ 165")
    yield Row("two processes against one", throughput_ratio(alone, measure(readers.load_firsthand, texts, 2)), "times",
              "≥ 1.8")
    yield Row("peak memory", alone.peak_memory, "MB", "< 450")
    yield from measure_rivals(texts, alone)
    yield Row("firsthand --help", time_help(rounds), "s, cold", "< 0.3")
    yield Row("firsthand read FILE", time_read(texts[0], rounds), "s, cold", "< 1.5")


def measure_rivals(texts: Sequence[str], ours: Run) -> Iterator[Row]:
    """What the others take for the same articles, and how often we are done in that time."""
    is_installed = find_spec("textacy") is not None
    for name, load in RIVALS.items():
        theirs = measure(load, texts)[0].cpu_ms_per_article if is_installed else None
        yield Row(name, theirs, "CPU ms an article", "")
        yield Row("  ratio to firsthand", theirs / ours.cpu_ms_per_article if theirs else None, "times",
                  RATIO_TARGETS[name])


def format_table(rows: Sequence[Row]) -> str:
    """One line a figure."""
    return "\n".join(
        f"{row.name:28}{'–' if row.value is None else f'{row.value:.2f}':>9}  {row.unit:20}{row.target}" for row in rows
    )


if __name__ == "__main__":
    sys.exit(main())
