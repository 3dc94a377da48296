"""Expected calibration error, by hand and by the scorer's own idea of a hit."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert

from evaluation.calibration import Judged, expected_calibration_error, judge_statements
from evaluation.scorers import import_attribution_scorer
from firsthand.records import Annotations, Article, Statement

TEXT = "The mayor said that the bridge opens in May. Bell denied it."
GOLD = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 43]]}
ROW: Mapping[str, Any] = {"id": "a", "text": TEXT, "attributions": [GOLD]}

judgements = st.lists(st.builds(Judged, st.floats(0, 1), st.booleans()), min_size=1)


def make_record(*statements: Statement) -> Annotations:
    return Annotations(article=Article(id="a", text=TEXT), statements=statements)


def test_perfect_confidence_has_no_error() -> None:
    judged = [Judged(0.75, True)] * 3 + [Judged(0.75, False)] + [Judged(1.0, True), Judged(0.0, False)]
    assert expected_calibration_error(judged) == pytest.approx(0)


def test_the_error_is_weighted_by_the_size_of_the_bin() -> None:
    # Three at 0.95 of which two are right (gap 0.95 - 2/3), one at 0.25 that is right (gap 0.75).
    judged = [Judged(0.95, True), Judged(0.95, True), Judged(0.95, False), Judged(0.25, True)]
    assert expected_calibration_error(judged) == pytest.approx((3 * (0.95 - 2 / 3) + 0.75) / 4)


def test_bins_are_of_equal_width_and_the_last_holds_one() -> None:
    # 0.31 and 0.39 share a bin and cancel out; 0.29 and 0.31 do not.
    assert expected_calibration_error([Judged(0.31, False), Judged(0.39, True)]) == pytest.approx(0.15)
    assert expected_calibration_error([Judged(0.29, False), Judged(0.31, True)]) == pytest.approx(0.49)
    assert expected_calibration_error([Judged(1.0, False), Judged(0.9, True)]) == pytest.approx(0.45)


@given(judgements)
def test_the_error_is_a_share(judged: list[Judged]) -> None:
    assert 0 <= expected_calibration_error(judged) <= 1 + 1e-9


@given(judgements)
def test_one_bin_compares_the_means(judged: list[Judged]) -> None:
    mean = sum(confidence - is_right for confidence, is_right in judged) / len(judged)
    assert expected_calibration_error(judged, bins=1) == pytest.approx(abs(mean))


def test_nothing_can_be_said_of_nothing() -> None:
    with pytest.raises(ValueError, match="no predicted statements"):
        expected_calibration_error([])


def test_statements_are_judged_by_whole_overlap(shared: Path) -> None:
    scorer = import_attribution_scorer(shared / "scoring")
    right = Statement(id="1", source=((4, 9),), cue=((10, 14),), content=((24, 43),), confidence=0.9)
    record = make_record(
        Statement(id="0", source=((45, 49),), cue=((50, 56),), content=((57, 59),), confidence=0.8),
        right,
        Statement(id="2", source=((45, 49),), cue=((24, 30),), content=((31, 36),), within="1", confidence=0.1),
    )
    assert judge_statements(scorer, [ROW], [record]) == [Judged(0.8, False), Judged(0.9, True)]


@pytest.mark.parametrize("role", ["source", "cue", "content"])
def test_a_role_elsewhere_makes_it_wrong(shared: Path, role: str) -> None:
    scorer = import_attribution_scorer(shared / "scoring")
    statement = convert({**GOLD, role: [[45, 49]], "id": "1", "confidence": 0.5}, Statement)
    record = make_record(statement)
    assert judge_statements(scorer, [ROW], [record]) == [Judged(0.5, False)]
