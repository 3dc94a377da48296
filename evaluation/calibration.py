"""Whether `confidence` means what it says: of the statements at 0.8, four in five should be right."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from firsthand.records import Annotations, Spans

BINS = 10


class Judged(NamedTuple):
    """A predicted statement's confidence (0 to 1), and whether the gold has it."""

    confidence: float
    is_right: bool


def expected_calibration_error(judged: Sequence[Judged], bins: int = BINS) -> float:
    """Mean distance of confidence and share of right ones over bins of equal width, weighted by size; 0 to 1.

    Raises:
        ValueError: there is nothing to judge.

    """
    if not judged:
        raise ValueError("no predicted statements: their calibration can't be measured")
    gaps = [0.0] * bins
    for confidence, is_right in judged:
        gaps[min(int(confidence * bins), bins - 1)] += confidence - is_right
    return sum(map(abs, gaps)) / len(judged)


def judge_statements(
    scorer: Any,  # noqa: ANN401 - the scorer's module, which has no types
    rows: Sequence[Mapping[str, Any]],
    records: Sequence[Annotations],
) -> list[Judged]:
    """Every outermost statement of the records, right where the attribution scorer counts a `whole` overlap hit."""
    judged: list[Judged] = []
    for row, record in zip(rows, records, strict=True):
        statements = [statement for statement in record.statements if statement.within is None]
        right = find_right(scorer, row, [(s.source, s.cue, s.content) for s in statements])
        judged += [Judged(statement.confidence, number in right) for number, statement in enumerate(statements)]
    return judged


def find_right(
    scorer: Any,  # noqa: ANN401 - the scorer's module, which has no types
    row: Mapping[str, Any],
    predicted: Sequence[tuple[Spans, Spans, Spans]],
) -> set[int]:
    """The places of the predictions (source, cue, content) that the scorer counts as a `whole` overlap hit."""
    text = scorer.TokenisedText(row["text"])
    golds = [text.attribution(*(gold[role] for role in scorer.ROLES)) for gold in scorer.flat(row["attributions"])]
    predictions = [text.attribution(*parts) for parts in predicted]
    return {
        j
        for i, j in scorer.align(golds, predictions, text.words)
        if all(
            scorer.is_hit(text, golds[i].role(role), predictions[j].role(role), "overlap") for role in scorer.ROLES
        )
    }
