"""How well reprints are told: generated pairs with known truth, and pairs of real news with measured overlap."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.shared_data import read_rows, require
from firsthand.linking.copies import TextVerdict, compare_texts

GENERATED_DEV = Path("data/neardup_generated/dev.jsonl.gz")
NATURAL_DEV = Path("data/neardup_natural/dev.jsonl.gz")

# What is page boilerplate of one publisher: what two of its articles on different matters share. Different are those
# that are known to be no one story, or were published three days apart or more. A daily report in fixed words (stock
# indices, pictures of the year) is boilerplate by this too.
DAYS_APART = 3
# What is high containment: half of the shorter article's five-word runs, of 60 words or more; below, the name of a
# page and a line of a menu are half of the text.
HIGH_CONTAINMENT = 0.5
LEAST_WORDS = 60


def measure_generated(shared: Path) -> dict[str, float]:
    """Per cent of generated pairs whose label (reprint, quotes_only, independent) is found.

    Raises:
        MissingDataError: the data is not there.

    """
    rows = read_rows(require(shared, GENERATED_DEV))
    return {"labels": _percent(_compare(row) == row["label"] for row in rows)}


def measure_natural(shared: Path) -> dict[str, float]:
    """Per cent of one publisher's boilerplate pairs that are no reprints, and of two publishers' pairs of high
    containment that are.

    Raises:
        MissingDataError: the data is not there.

    """
    rows = read_rows(require(shared, NATURAL_DEV))
    boilerplate = [row for row in rows if is_boilerplate(row)]
    contained = [row for row in rows if is_contained(row)]
    return {
        "boilerplate": _percent(_compare(row) is not TextVerdict.REPRINT for row in boilerplate),
        "reprints": _percent(_compare(row) is TextVerdict.REPRINT for row in contained),
    }


def is_boilerplate(row: Mapping[str, Any]) -> bool:
    """Whether a pair is of one publisher, and on two matters."""
    days = [row[side].get("date") for side in "ab"]
    is_apart = all(days) and abs(date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days >= DAYS_APART
    return bool(row["same_publisher"]) and (is_apart or row["same_story"] is False)


def is_contained(row: Mapping[str, Any]) -> bool:
    """Whether a pair is of two publishers, and the one text holds most of the other."""
    words = min(len(row[side]["text"].split()) for side in "ab")
    return not row["same_publisher"] and row["containment5"] >= HIGH_CONTAINMENT and words >= LEAST_WORDS


def _compare(row: Mapping[str, Any]) -> TextVerdict:
    one, other = row["a"], row["b"]
    same = bool(one.get("publisher")) and one.get("publisher") == other.get("publisher")
    return compare_texts(one["text"], other["text"], same).verdict


def _percent(hits: Iterable[bool]) -> float:
    found = list(hits)
    return 100 * sum(found) / len(found)
