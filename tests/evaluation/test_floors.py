"""Floors: the file names every figure that a gate measures, and a figure on the wrong side fails."""

from pathlib import Path

import msgspec
import pytest

from evaluation.figures import ATTRIBUTION_FIGURES, CORPUS_FIGURES, PACK_FIGURES, SPEAKER_FIGURES, TIMEX_FIGURES
from evaluation.floors import Floor, Verdict, compare, find_unmeasured, holds, read_floors

RESOLUTION = {"speaker": 90, "end_to_end": 75, "nested_p": 65, "nested_r": 65, "nested_parent": 90}
MEASURED = {
    *(*ATTRIBUTION_FIGURES, *SPEAKER_FIGURES, *PACK_FIGURES, *TIMEX_FIGURES),
    *(*CORPUS_FIGURES, "corpus.ranges", "corpus.ranges_right"),
    *("copies.labels", "copies.boilerplate", "copies.reprints"),
    *("stories.ecbplus", "stories.give5w1h", "stories.of_packs", "names.f1", "names.sure", "contradiction.accuracy"),
    *("coreference.conll", "coreference.with_singletons", "coreference.heads", "confidence.ece", "spans.faults"),
}
ACCEPTANCE = {  # what was set out to be reached; it does not move with the floors
    "polnear.whole_overlap": 79.5,
    "polnear.whole_exact_np": 57,
    "polnear.source_chunk": 82,
    "polnear.cue_chunk": 75,
    "polnear.content_chunk": 71,
    "polnear.direct_recall": 97,
    "packs.detection": 90,
    "packs.whole_overlap": 82,
    "packs.direct_recall": 97,
    **{f"{gold}.{name}": target for gold in ("speakers", "packs") for name, target in RESOLUTION.items()},
    "speakers.pronouns": 85,
    "speakers.nominals": 70,
    "speakers.groups": 70,
    "packs.carriers": 70,
    "packs.chain_exact": 85,
    "packs.hops": 90,
    "packs.anonymous": 88,
    "packs.covers": 75,
    "packs.background": 60,
    "packs.medium": 70,
    "packs.said_on": 75,
    "packs.form": 90,
    "packs.act": 70,
    "packs.status": 64,
    "timexes.relaxed": 90,
    "timexes.value": 80,
    "coreference.conll": 60,
    "confidence.ece": 5,
    "corpus.claims_found": 78,
    "corpus.claims": 68,
    "corpus.corroborated_p": 70,
    "corpus.corroborated_r": 70,
    "corpus.exact": 88,
    "corpus.error": 12,
    "corpus.identity": 75,
    "corpus.anonymous_only": 75,
    "corpus.ranges": 15,
    "corpus.ranges_right": 90,
    "corpus.copies": 85,
    "corpus.copies_directed": 75,
    "corpus.copies_kind": 75,
    "corpus.relations": 55,
    "corpus.actors_found": 92,
    "corpus.timeline": 60,
    "corpus.timeline_status": 75,
    "copies.labels": 95,
    "copies.boilerplate": 95,
    "copies.reprints": 95,
    "stories.ecbplus": 88,
    "stories.give5w1h": 96,
    "stories.of_packs": 0,
    "names.f1": 80,
    "contradiction.accuracy": 62,
    "spans.faults": 0,
}


def test_every_figure_has_one_floor() -> None:
    names = [floor.name for floor in read_floors()]
    assert sorted(names) == sorted(MEASURED)


def test_the_targets_are_those_set_out() -> None:
    assert {floor.name: floor.target for floor in read_floors() if floor.target is not None} == ACCEPTANCE


def test_less_is_better_for_errors_only() -> None:
    errors = {"confidence.ece", "spans.faults", "corpus.error", "corpus.ranges", "stories.of_packs"}
    assert {floor.name for floor in read_floors() if floor.at_most} == errors


@pytest.mark.parametrize(
    ("figure", "at_most", "expected"),
    [(80.0, False, True), (79.96, False, True), (79.9, False, False), (80.04, True, True), (80.1, True, False)],
)
def test_a_figure_holds_as_it_is_printed(figure: float, at_most: bool, expected: bool) -> None:
    assert holds(figure, 80.0, at_most=at_most) is expected


def test_nan_never_holds() -> None:
    assert not holds(float("nan"), 0.0)
    assert not holds(float("nan"), 0.0, at_most=True)


@pytest.mark.parametrize(
    ("figure", "target", "at_most", "expected"),
    [(80.0, None, False, True), (80.0, 80.0, False, True), (79.9, 80.0, False, False), (3.0, 2.0, True, False)],
)
def test_a_target_may_be_missed_where_the_floor_holds(
    figure: float, target: float | None, at_most: bool, expected: bool
) -> None:
    verdict = Verdict(figure, Floor("f", figure, "", target, at_most))
    assert verdict.is_held
    assert verdict.is_reached is expected


def test_verdicts_come_in_the_order_of_the_floors() -> None:
    floors = [Floor("a", 1.0, ""), Floor("b", 2.0, ""), Floor("c", 3.0, "")]
    verdicts = compare({"c": 3.0, "a": 0.5}, floors)
    assert [(verdict.floor.name, verdict.is_held) for verdict in verdicts] == [("a", False), ("c", True)]


def test_a_floor_without_a_figure_is_found() -> None:
    floors = [Floor("a", 1.0, ""), Floor("b", 1.0, "")]
    assert find_unmeasured({"b": 0.0}, floors) == ["a"]
    assert find_unmeasured({"a": 0.0, "b": 0.0}, floors) == []


def test_a_figure_without_a_floor_is_an_error() -> None:
    with pytest.raises(KeyError, match="no floor for b"):
        compare({"a": 1.0, "b": 1.0}, [Floor("a", 1.0, "")])


def test_a_misspelt_field_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text('[[figure]]\nname = "a"\nflor = 1.0\nfloor = 1.0\nwhat = ""\n', encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match="flor"):
        read_floors(path)
