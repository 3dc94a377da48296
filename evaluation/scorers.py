"""The project's scorers, which lie outside of it: run as commands, and borrowed from for the calibration."""

import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


class ScorerError(Exception):
    """A scorer refused the predictions or the gold; the message is its own."""


def run_scorer(script: Path, arguments: Sequence[str | Path]) -> dict[str, Any]:
    """The JSON report of a scorer.

    Raises:
        ScorerError: it ended with another status than 0.

    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-B", str(script), *map(str, arguments), "--json", str(report)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ScorerError(f"{script.name} ended with status {done.returncode}: {done.stderr.strip()}")
        return dict(json.loads(report.read_text(encoding="utf-8")))


def pick_figures(report: Mapping[str, Any], places: Mapping[str, str]) -> dict[str, float]:
    """The figures at these places of a report (`evaluation.figures`), in per cent.

    What the gold can't measure (null), and a share in nothing, count as 0.
    """
    return {name: 100 * _value_at(report, place) for name, place in places.items()}


def _value_at(report: Mapping[str, Any], place: str) -> float:
    part, _, whole = place.partition(" / ")
    if whole:
        of = _value_at(report, whole)
        return _value_at(report, part) / of if of else 0.0
    value: Any = report
    for key in part.split("."):
        value = value[key]
    return float(value or 0.0)


def import_attribution_scorer(scoring: Path) -> Any:  # noqa: ANN401 - a script without types of its own
    """The module `score_attributions`, for its tokens, its alignment and its idea of a hit."""
    sys.path.insert(0, str(scoring.resolve()))
    try:
        return importlib.import_module("score_attributions")
    finally:
        sys.path.pop(0)
