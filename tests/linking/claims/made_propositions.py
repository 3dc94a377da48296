"""Entries of a few statements for the tests of claims, and a comparison that looks at shared words alone."""

import numpy as np

from firsthand.linking.claims.comparison import FEATURES, ClaimModel
from firsthand.linking.claims.propositions import Proposition, make_propositions
from firsthand.linking.entries import Entry, Material
from firsthand.records import Judgement, JudgementKind, Verdict
from tests.linking.relations.made_claims import Line, gather, write

WORDS_ALONE = ClaimModel(
    weights={feature.name: 20.0 if feature.name == "contained" else 0.0 for feature in FEATURES},
    intercept=-12.0,
    threshold=0.5,
)
BRIDGE = "the bridge over the Lumme would be closed for repairs"
CABLES = "three cables of the suspension had snapped in frost"
FERRY = "a ferry would carry passengers for free"


def propose(*contents: str, speaker: str = "Reyes") -> list[Proposition]:
    """The propositions of an article in which one speaker says all contents."""
    return make_propositions(gather(write("x1", "2026-02-02", [Line(speaker, one) for one in contents])))


def make_story() -> Material:
    """Two articles that say two things alike, and each one alone."""
    return gather(
        write("x1", "2026-02-02", [Line("Reyes", BRIDGE), Line("Brask", CABLES)]),
        write("x2", "2026-02-03", [Line("Reyes", f"{BRIDGE} soon"), Line("Tolle", FERRY)]),
    )


def judge(verdict: Verdict, left: str, right: str, at: str = "2026-02-04") -> Judgement:
    return Judgement(f"j-{verdict}-{at}", JudgementKind.CLAIM, verdict, left, right, left, right, "Ana", at)


def with_vectors(entry: Entry, rows: list[list[int]]) -> Entry:
    """The entry with these vectors, sentences' before statements'."""
    return Entry(entry.record, np.array(rows, np.int8))
