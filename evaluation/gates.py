"""The gates: each measures some figures of the package, in per cent, points or counts (docs/evaluation.md)."""

import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from evaluation import contradiction, names, stories
from evaluation.calibration import expected_calibration_error, judge_statements
from evaluation.copies import measure_generated, measure_natural
from evaluation.coreference import group_gold, group_mentions, reduce_to_heads, score_clusters
from evaluation.corpus import score_rotation
from evaluation.figures import ATTRIBUTION_FIGURES, PACK_FIGURES, SPEAKER_FIGURES, TIMEX_FIGURES
from evaluation.pack_materials import Record
from evaluation.predictions import annotate_all, map_in_workers, read_with_vectors, write_records
from evaluation.scorers import import_attribution_scorer, pick_figures, run_scorer
from evaluation.shared_data import (
    COREFERENCE_DEV,
    PACKS,
    POLNEAR_DEV,
    SCORING,
    SPEAKERS_DEV,
    TIMEX_DEV,
    read_pack,
    read_rows,
    require,
    to_articles,
)
from evaluation.span_validity import check_texts
from firsthand.records import Annotations

HOSTILE_TEXTS = 10_000
FAULTS_SHOWN = 20
PRED = "PRED"
TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")
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
    def pack_readings(self) -> list[list[Record]]:
        """For each pack a record with its vectors for every article."""
        packs = [read_pack(require(self.shared, pack)) for pack in PACKS]
        found = iter(map_in_workers(read_with_vectors, [article for pack in packs for article in pack]))
        return [[next(found) for _ in pack] for pack in packs]

    @cached_property
    def pack_records(self) -> list[Annotations]:
        """A record for every article of all packs."""
        return [record for readings in self.pack_readings for record, _ in readings]

    @cached_property
    def speaker_records(self) -> list[Annotations]:
        """A record for every real article whose speakers are known."""
        return annotate_all(to_articles(read_rows(require(self.shared, SPEAKERS_DEV))))

    @cached_property
    def timex_records(self) -> list[Annotations]:
        """A record for every article with gold time expressions."""
        return annotate_all(to_articles(read_rows(require(self.shared, TIMEX_DEV))))

    @cached_property
    def coreference_rows(self) -> list[dict[str, Any]]:
        """The news among the gold rows of GUM."""
        return [row for row in read_rows(require(self.shared, COREFERENCE_DEV)) if row["genre"] == "news"]

    @cached_property
    def coreference_records(self) -> list[Annotations]:
        """A record for every one of those rows, in their order."""
        return annotate_all(to_articles(self.coreference_rows))

    def score(self, script: str, records: Iterable[Annotations], *arguments: str | Path) -> dict[str, Any]:
        """The report of a scorer on these records; the word PRED among its arguments stands for them."""
        with tempfile.TemporaryDirectory() as folder:
            predictions = Path(folder) / "predictions.jsonl"
            write_records(records, predictions)
            return run_scorer(self.scoring / script, [predictions if a == PRED else a for a in arguments])


def score_polnear(evidence: Evidence) -> Figures:
    """Flat attributions of PolNeAR dev, by the attribution scorer."""
    gold = require(evidence.shared, POLNEAR_DEV)
    report = evidence.score("score_attributions.py", evidence.polnear_records, gold, PRED)
    return pick_figures(report, ATTRIBUTION_FIGURES)


def score_speakers(evidence: Evidence) -> Figures:
    """Who spoke and what is nested in real articles, by the statement scorer."""
    gold = require(evidence.shared, SPEAKERS_DEV)
    report = evidence.score("score_statements.py", evidence.speaker_records, "--gold", gold, "--pred", PRED)
    return pick_figures(report, SPEAKER_FIGURES)


def score_packs(evidence: Evidence) -> Figures:
    """Statements of the story packs with all that was resolved about them, pooled, by the statement scorer."""
    packs = [require(evidence.shared, pack) for pack in PACKS]
    report = evidence.score("score_statements.py", evidence.pack_records, "--gold", *packs, "--pred", PRED)
    return pick_figures(report, PACK_FIGURES)


def score_timexes(evidence: Evidence) -> Figures:
    """Time expressions of TimeBank and AQUAINT, in all and by type, by the scorer of time expressions."""
    gold = require(evidence.shared, TIMEX_DEV)
    report = evidence.score("score_timexes.py", evidence.timex_records, gold, PRED)
    # The scorer leaves out a type of which nothing was found.
    report["by_type"] = {kind: {"accuracy": None} for kind in TIMEX_TYPES} | report["by_type"]
    return pick_figures(report, TIMEX_FIGURES)


def score_coreference(evidence: Evidence) -> Figures:
    """CoNLL F1 of people and organisations in the news of GUM: exact spans, with singletons, and by heads alone."""
    rows, records = evidence.coreference_rows, evidence.coreference_records
    gold = [cluster for row in rows for cluster in group_gold(row)]
    found = [cluster for record in records for cluster in group_mentions(record)]
    texts = {row["id"]: row["text"] for row in rows}
    return {
        "coreference.conll": 100 * score_clusters(gold, found),
        "coreference.with_singletons": 100 * score_clusters(gold, found, singletons=True),
        "coreference.heads": 100 * score_clusters(reduce_to_heads(gold, texts), reduce_to_heads(found, texts)),
    }


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


def score_corpus(evidence: Evidence) -> Figures:
    """Claims, origins, copies, relations and timeline of the packs by rotation, by the corpus scorer."""
    folders = [require(evidence.shared, pack) for pack in PACKS]
    return score_rotation(evidence.scoring, folders, evidence.pack_readings)


def score_copies(evidence: Evidence) -> Figures:
    """Reprints told from quotes and from page boilerplate, in made pairs and in real ones."""
    found = measure_generated(evidence.shared) | measure_natural(evidence.shared)
    return {f"copies.{name}": figure for name, figure in found.items()}


def score_stories(evidence: Evidence) -> Figures:
    """Articles put into stories, against two corpora whose stories are known; and the packs, one story each."""
    figures = stories.score_stories(evidence.shared)
    return {**figures, "stories.of_packs": abs(figures["stories.of_packs"] - len(PACKS))}


def score_names(evidence: Evidence) -> Figures:
    """Pairs of names, one or not."""
    return names.score_names(read_rows(require(evidence.shared, names.NAMES_DEV)))


def score_contradiction(evidence: Evidence) -> Figures:
    """Pairs of sentences, of which the one supports or refutes the other."""
    return contradiction.score_contradiction(evidence.shared)


GATES: dict[str, Callable[[Evidence], Figures]] = {
    "polnear": score_polnear,
    "speakers": score_speakers,
    "packs": score_packs,
    "timexes": score_timexes,
    "coreference": score_coreference,
    "confidence": measure_confidence,
    "corpus": score_corpus,
    "copies": score_copies,
    "stories": score_stories,
    "names": score_names,
    "contradiction": score_contradiction,
    "spans": count_span_faults,
}
