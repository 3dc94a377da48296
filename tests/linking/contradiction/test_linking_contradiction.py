import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.contradiction import PairVerdict, judge_pair, read_side
from firsthand.linking.contradiction.features import FEATURES
from firsthand.linking.contradiction.figures import agree, are_of_one_kind, find_figures
from firsthand.linking.contradiction.polarity import find_alternatives, find_antonyms, find_negations, is_reversed

PAIRS = [
    ("The harbour tower was opened in July.", "The harbour tower was opened on 3 July.", PairVerdict.SUPPORTS),
    ("The harbour tower was opened in June.", "The harbour tower was opened on 3 July.", PairVerdict.REFUTES),
    ("The bridge was never closed to lorries.", "The bridge was closed to lorries.", PairVerdict.REFUTES),
    ("The bridge was closed to lorries.", "The bridge was closed to lorries in spring.", PairVerdict.SUPPORTS),
    ("The mill lost 40 workers.", "The mill lost 75 workers.", PairVerdict.REFUTES),
    ("The mayor resigned.", "Herring prices were higher in Brost.", PairVerdict.NEUTRAL),
]


@pytest.mark.parametrize(("claim", "evidence", "verdict"), PAIRS)
def test_pairs_are_judged_by_their_words(claim: str, evidence: str, verdict: PairVerdict) -> None:
    assert judge_pair(claim, evidence).verdict is verdict


def test_reasons_name_the_words() -> None:
    assert "only one of them is negated (“never”)" in judge_pair(*PAIRS[2][:2]).reasons
    assert "“June” here, “July” there" in judge_pair(*PAIRS[1][:2]).reasons
    assert "40 here, 75 there" in judge_pair(*PAIRS[4][:2]).reasons
    assert judge_pair("Prices rose.", "Prices fell.").reasons == ("“rose” against “fell”",)
    assert "no mention of Wendt" in judge_pair("The bill by Wendt passed.", "The bill passed.").reasons


def test_every_feature_has_a_weight_and_a_reason() -> None:
    assert len({feature.name for feature in FEATURES}) == len(FEATURES)
    assert all(feature.weight and feature.why for feature in FEATURES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The crew did not wait.", ("not",)),
        ("She refused to sign and failed to appear.", ("refused to", "failed to")),
        ("It was not only late but dear.", ()),
        ("There is no doubt about it.", ()),
        ("He won’t come.", ("n’t",)),
    ],
)
def test_negations_and_reversals(text: str, found: tuple[str, ...]) -> None:
    assert find_negations(text) == found
    assert is_reversed(text) is (len(found) % 2 == 1)


def test_opposites_and_kinds() -> None:
    rose, fell = read_side("Exports rose in March.").stems, read_side("Exports fell in April.").stems
    assert list(find_antonyms(rose, fell)) == [("rise", "fall")]
    assert list(find_alternatives(rose, fell)) == [("march", "april")]
    assert not list(find_antonyms(rose, rose))
    assert not list(find_alternatives(rose, rose))


def test_irregular_forms_are_their_verbs() -> None:
    assert read_side("they paid and stole").stems.keys() == read_side("they pay and steal").stems.keys()


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Seven people were killed", 7, "dead"),
        ("the death toll rose to 11", 11, "dead"),
        ("a fee of $2.4 billion", 2.4e9, "money"),
        ("a lease of 49 years", 49, "year"),
        ("400,000 travellers", 400_000, "people"),
        ("a rate of 6%", 0.06, "percent"),
    ],
)
def test_figures_say_what_they_count(text: str, value: float, unit: str) -> None:
    (figure,) = find_figures(text)
    assert (figure.value, figure.is_date) == (value, False)
    assert unit in figure.units


@pytest.mark.parametrize("text", ["on 4 November", "in 2024", "at 23:52", "November 4"])
def test_dates_are_no_figures(text: str) -> None:
    assert all(figure.is_date for figure in find_figures(text))


def test_figures_that_can_both_be_so() -> None:
    four, seven = (find_figures(f"{word} people died")[0] for word in ("at least four", "seven"))
    assert are_of_one_kind(four, seven)
    assert agree(four, seven)
    assert not agree(find_figures("four people died")[0], seven)
    assert agree(find_figures("about 100 ships")[0], find_figures("97 ships")[0])
    assert not are_of_one_kind(find_figures("97 ships")[0], seven)


@given(st.text(), st.text())
def test_any_text_is_survived(claim: str, evidence: str) -> None:
    judgement = judge_pair(claim, evidence)
    assert 0 <= judgement.score <= 1
    assert 0 <= judgement.shared <= 1
    assert judgement == judge_pair(claim, evidence)


@given(st.text(min_size=1))
def test_a_text_covers_itself(text: str) -> None:
    side = read_side(text)
    assert side.cover(side) == pytest.approx(1)


@pytest.mark.parametrize("piece", ["7 ", "not ", "a", "“", "four people and ", "\n", "$", "9"])
def test_long_texts_take_no_longer(piece: str) -> None:
    start = time.process_time()
    judge_pair(piece * 200_000, piece * 200_000)
    assert time.process_time() - start < 1
