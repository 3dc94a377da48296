"""Two texts held against each other: supports, refutes, or neither, with the reasons in words."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from firsthand.linking.contradiction.features import BIAS, FEATURES
from firsthand.linking.contradiction.polarity import find_alternatives, find_antonyms, restricts
from firsthand.linking.contradiction.sides import Side, read_side

LEAST_SHARED = 0.25  # of the claim's words that the other must hold too, else the two speak of different things


class PairVerdict(StrEnum):
    """How a text stands to a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


@dataclass(frozen=True)
class PairJudgement:
    """A verdict. `score` is the probability, from 0 to 1, that the evidence supports the claim rather than refutes it,
    whatever the verdict; `shared` the share of the claim's words that the evidence has. `reasons` are for readers.
    """

    verdict: PairVerdict
    score: float
    shared: float
    reasons: tuple[str, ...]


def judge_pair(a: str, b: str) -> PairJudgement:
    """Whether text `b` supports or refutes what text `a` claims. Any text will do; only its beginning is read."""
    return judge_sides(read_side(a), read_side(b))


def judge_sides(claim: Side, evidence: Side) -> PairJudgement:
    """As `judge_pair`, on texts prepared."""
    shared = evidence.cover(claim)
    score = 1 / (1 + math.exp(-measure_support(claim, evidence)))
    verdict = PairVerdict.SUPPORTS if score > 0.5 else PairVerdict.REFUTES
    is_about_same = bool(claim.stems) and bool(evidence.stems) and shared >= LEAST_SHARED
    return PairJudgement(
        verdict if is_about_same else PairVerdict.NEUTRAL, score, shared, tuple(give_reasons(claim, evidence))
    )


def measure_support(claim: Side, evidence: Side) -> float:
    """The log-odds that the evidence supports the claim rather than refutes it."""
    return BIAS + sum(feature.weight * feature.measure(claim, evidence) for feature in FEATURES)


def give_reasons(claim: Side, evidence: Side) -> Iterator[str]:
    """What speaks for or against, in words."""
    if claim.is_reversed != evidence.is_reversed:
        words = (*claim.negations, *evidence.negations)
        yield f"only one of them is negated (“{words[0]}”)"
    for left, right in find_antonyms(claim.stems, evidence.stems):
        yield f"“{_print(claim, left)}” against “{_print(evidence, right)}”"
    for left, right in find_alternatives(claim.stems, evidence.stems):
        yield f"“{_print(claim, left)}” here, “{_print(evidence, right)}” there"
    yield from _compare_figures(claim, evidence)
    if restricts(claim.text) and not restricts(evidence.text):
        yield "only one of them says “only”"
    missing = claim.print_stems(stem for stem in sorted(claim.names) if not evidence.has(stem))
    if missing:
        yield f"no mention of {', '.join(missing[:3])}"


def _compare_figures(claim: Side, evidence: Side) -> Iterator[str]:
    values = {figure.value for figure in evidence.figures}
    for figure in claim.figures:
        if values and figure.value not in values:
            yield f"{figure.words} here, {evidence.figures[0].words} there"
            return


def _print(side: Side, stem: str) -> str:
    return side.print_stems((stem,))[0]
