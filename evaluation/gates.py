"""The gates: each measures some figures of the package, in per cent, points or counts (docs/evaluation.md)."""

import sys
import tempfile
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from evaluation.calibration import expected_calibration_error, judge_statements
from evaluation.predictions import annotate_all, write_records
from evaluation.scorers import (
    ATTRIBUTION_FIGURES,
    STATEMENT_FIGURES,
    import_attribution_scorer,
    pick_figures,
    run_scorer,
)
from evaluation.shared_data import PACKS, POLNEAR_DEV, SCORING, read_pack, read_rows, require, to_articles
from evaluation.span_validity import check_texts
from firsthand.records import Annotations

HOSTILE_TEXTS = 10_000
FAULTS_SHOWN = 20
Figures = dict[str, float]


class Evidence:
    """The gold of the shared folder and what the package finds in it, predicted once for all gates that ask."""

    def __init__(self, shared: Path) -> None:
        self.shared = shared
        self.scoring = require(shared, SCORING)

    @cached_property
    def polnear_rows(self) -> list[dict[str, Any]]:
        """The gold rows of PolNeAR dev."""
        return read_rows(require(self.shared, POLNEAR_DEV))

    @cached_property
    def polnear_records(self) -> list[Annotations]:
        """A record for every row, in their order."""
        return annotate_all(to_articles(self.polnear_rows))

    @cached_property
    def pack_records(self) -> list[Annotations]:
        """A record for every article of all packs."""
        return annotate_all([article for pack in PACKS for article in read_pack(require(self.shared, pack))])


def score_polnear(evidence: Evidence) -> Figures:
    """Flat attributions of PolNeAR dev, by the attribution scorer."""
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "polnear.jsonl"
        write_records(evidence.polnear_records, predictions)
        report = run_scorer(
            evidence.scoring / "score_attributions.py", [require(evidence.shared, POLNEAR_DEV), predictions]
        )
    return pick_figures(report, ATTRIBUTION_FIGURES)


def score_packs(evidence: Evidence) -> Figures:
    """Outermost statements of the story packs, pooled, by the statement scorer."""
    packs = [require(evidence.shared, pack) for pack in PACKS]
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "packs.jsonl"
        write_records(evidence.pack_records, predictions)
        report = run_scorer(evidence.scoring / "score_statements.py", ["--gold", *packs, "--pred", predictions])
    return pick_figures(report, STATEMENT_FIGURES)


def measure_confidence(evidence: Evidence) -> Figures:
    """Expected calibration error on PolNeAR dev, in points."""
    scorer = import_attribution_scorer(evidence.scoring)
    judged = judge_statements(scorer, evidence.polnear_rows, evidence.polnear_records)
    # Without a single statement the confidence can't be trusted at all: the worst there is.
    return {"confidence.ece": 100 * expected_calibration_error(judged) if judged else 100.0}


def count_span_faults(_: Evidence) -> Figures:
    """Faults in the records of generated texts; the first ones are printed."""
    faults = check_texts(range(HOSTILE_TEXTS))
    for fault in faults[:FAULTS_SHOWN]:
        print(fault, file=sys.stderr)
    return {"spans.faults": float(len(faults))}


GATES: dict[str, Callable[[Evidence], Figures]] = {
    "polnear": score_polnear,
    "packs": score_packs,
    "confidence": measure_confidence,
    "spans": count_span_faults,
}
