"""The gate of name comparison, on pairs made up."""

import pytest

from evaluation.names import measure_f1, score_names

PAIRS = [
    {"name1": "Anne Roux", "name2": "Roux, Anne", "schema": "Person", "is_match": True},
    {"name1": "Brost Copper Ltd", "name2": "Brost Copper", "schema": "Company", "is_match": True},
    {"name1": "Anne Roux", "name2": "Milan Oshtrev", "schema": "Person", "is_match": False},
]


def test_right_answers_make_a_hundred() -> None:
    assert score_names(PAIRS) == {"names.f1": 100.0, "names.sure": 100.0}


def test_wrong_gold_costs() -> None:
    turned = [{**pair, "is_match": not pair["is_match"]} for pair in PAIRS]
    assert score_names(turned) == {"names.f1": 0.0, "names.sure": 0.0}
    assert score_names(PAIRS[2:]) == {"names.f1": 0.0, "names.sure": 0.0}


def test_f1_weighs_misses_and_false_finds() -> None:
    assert measure_f1([(True, True), (True, False), (False, True), (False, False)]) == pytest.approx(0.5)
