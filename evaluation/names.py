"""The gate of name comparison: labelled pairs of names, one or not."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from firsthand.linking.names import compare_names
from firsthand.linking.names.comparison import MATCH
from firsthand.records import ActorKind, Verdict

NAMES_DEV = Path("data/names_bench/dev.jsonl.gz")


def score_names(rows: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    """F1 of "more likely one than two" over pairs, and how many of those called the same are: both in per cent."""
    pairs = [(bool(row["is_match"]), row["name1"], row["name2"], read_kind(row["schema"])) for row in rows]
    found = [(is_match, compare_names(one, other, kind)) for is_match, one, other, kind in pairs]
    sure = [is_match for is_match, comparison in found if comparison.verdict is Verdict.SAME]
    f1 = measure_f1([(is_match, comparison.score >= MATCH) for is_match, comparison in found])
    return {"names.f1": 100 * f1, "names.sure": 100 * sum(sure) / len(sure) if sure else 0.0}


def read_kind(schema: str) -> ActorKind:
    """The kind of actor for the benchmark's word; vessels and legal entities are compared as organisations."""
    return ActorKind.PERSON if schema == "Person" else ActorKind.ORGANISATION


def measure_f1(pairs: Iterable[tuple[bool, bool]]) -> float:
    """The harmonic mean of precision and recall over (gold, found), from 0 to 1; 0 where nothing was rightly found."""
    counted = list(pairs)
    hits = sum(gold and found for gold, found in counted)
    return 2 * hits / sum(gold + found for gold, found in counted) if hits else 0.0
