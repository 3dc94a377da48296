"""`python -m evaluation [--shared DIR] [--only GATE] [--json OUT]`: the quality gates.

Exit status 0: all floors hold; 1: a figure is under its floor, or in a full run no gate measured it; 2: the gold
is not there, or a scorer refuses.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from evaluation.floors import Verdict, compare, find_unmeasured, read_floors
from evaluation.gates import GATES, Evidence, Figures
from evaluation.scorers import ScorerError
from evaluation.shared_data import MissingDataError


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; `arguments` default to the process's own."""
    options = make_parser().parse_args(arguments)
    try:
        figures = measure(options.shared, options.only or list(GATES))
    except (MissingDataError, ScorerError) as error:
        print(f"evaluation: {error}", file=sys.stderr)
        return 2
    floors = read_floors()
    verdicts = compare(figures, floors)
    print(format_table(verdicts))
    if options.json:
        options.json.write_text(json.dumps(to_report(verdicts), indent=1) + "\n", encoding="utf-8")
    unmeasured = [] if options.only else find_unmeasured(figures, floors)
    for name in unmeasured:
        print(f"evaluation: no gate measured {name}: mend the gate, or remove the floor", file=sys.stderr)
    return 0 if all(verdict.is_held for verdict in verdicts) and not unmeasured else 1


def make_parser() -> argparse.ArgumentParser:
    """The options."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="Quality gates against pinned floors.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with gold and scorers")
    parser.add_argument("--only", action="append", choices=GATES, help="this gate alone; may be given again")
    parser.add_argument("--json", type=Path, metavar="OUT", help="also write the figures as JSON")
    return parser


def measure(shared: Path, names: Iterable[str]) -> Figures:
    """The figures of the named gates; says on standard error what takes how long."""
    evidence = Evidence(shared)
    figures: Figures = {}
    for name in names:
        started = time.monotonic()
        figures |= GATES[name](evidence)
        print(f"{name}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    return figures


def format_table(verdicts: Sequence[Verdict]) -> str:
    """One line a figure, with a blank line between gates. "≤" marks a ceiling, "low" a target that is not reached."""
    column = max((len(verdict.floor.name) for verdict in verdicts), default=0) + 1
    lines = [f"{'':{column}}{'figure':>7}{'floor':>9}{'target':>8}        what"]
    for _, group in groupby(verdicts, key=lambda verdict: verdict.floor.name.partition(".")[0]):
        lines += ["", *(_format_line(verdict, column) for verdict in group)]
    return "\n".join(lines)


def _format_line(verdict: Verdict, column: int) -> str:
    floor = verdict.floor
    bound = f"{'≤' if floor.at_most else ''}{floor.floor:.1f}"
    target = "–" if floor.target is None else f"{floor.target:.1f}"
    outcome = ("pass" if verdict.is_reached else "low") if verdict.is_held else "FAIL"
    return f"{floor.name:{column}}{verdict.figure:7.1f}{bound:>9}{target:>8}  {outcome}  {floor.what}"


def to_report(verdicts: Iterable[Verdict]) -> dict[str, dict[str, float | bool | None]]:
    """{figure: its value, floor, target, and whether the floor holds}."""
    return {
        verdict.floor.name: {
            "figure": verdict.figure,
            "floor": verdict.floor.floor,
            "target": verdict.floor.target,
            "at_most": verdict.floor.at_most,
            "is_held": verdict.is_held,
        }
        for verdict in verdicts
    }


if __name__ == "__main__":
    sys.exit(main())
