"""Two names, one or not: what speaks for it is said in words, and any text at all is survived."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.names import compare_names
from firsthand.records import ActorKind, Verdict

PERSON, BODY = ActorKind.PERSON, ActorKind.ORGANISATION

SAME_PERSONS = [
    ("Milan Oštrev", "Milan Oshtrev"),  # diacritics
    ("Сергей Карпов", "Sergei Karpov"),  # another script
    ("Volodymyr Hrushko", "Wolodymyr Hruschko"),  # another language
    ("Rashid al-Temmar", "Rasheed Temmar"),
    ("Dmitry Ossin", "Dmitriy Osin"),  # doubled letters, endings
    ("Governor Anne Roux", "Anne Roux"),
    ("Roux, Anne", "Anne Roux"),
    ("Anne B. Roux", "Anne Roux"),
    ("Bob Carver", "Robert Carver"),
    ("Stevo Goran", "Stevan Goran"),
]
SAME_BODIES = [
    ("the Ministry of Finance", "Finance Ministry"),
    ("Brost Shipping Ltd.", "Brost Shipping"),
    ("OOO Brostneft", "Limited Liability Company Brostneft"),
    ("International Labor Organization", "The International Labour Organisation"),
    ("A.B.C. Copper", "ABC Copper"),
    ("Three Rivers Bank", "3 Rivers Bank"),
]
DIFFERENT_PERSONS = [
    ("Anne Roux", "Anne Lind"),
    ("Hillary Carver", "William Carver"),
    ("Ali Khamenei", "Ruhollah Khomeini"),
    ("Jan Roux", "Jan Roux Jr."),
    ("Pedro Alvarez Ruiz", "Pedro Alvarez Lind"),
]
DIFFERENT_BODIES = [("Bank of Brost", "Bank of Varn"), ("Brost Oil Company", "Brost Gas Company")]


@pytest.mark.parametrize(("a", "b"), SAME_PERSONS)
def test_variants_of_a_person_s_name_are_one(a: str, b: str) -> None:
    found = compare_names(a, b, PERSON)
    assert found.verdict is Verdict.SAME, found


@pytest.mark.parametrize(("a", "b"), SAME_BODIES)
def test_variants_of_a_body_s_name_are_one(a: str, b: str) -> None:
    found = compare_names(a, b, BODY)
    assert found.verdict is Verdict.SAME, found


@pytest.mark.parametrize(("a", "b"), DIFFERENT_PERSONS)
def test_two_people_are_not_one(a: str, b: str) -> None:
    found = compare_names(a, b, PERSON)
    assert found.verdict is Verdict.DIFFERENT, found


@pytest.mark.parametrize(("a", "b"), DIFFERENT_BODIES)
def test_two_bodies_are_not_one(a: str, b: str) -> None:
    found = compare_names(a, b, BODY)
    assert found.verdict is Verdict.DIFFERENT, found


@pytest.mark.parametrize(("a", "b"), [("Roux", "Anne Roux"), ("A. Roux", "Anne Roux")])
def test_a_part_of_a_name_is_never_sure(a: str, b: str) -> None:
    assert compare_names(a, b, PERSON).verdict is Verdict.UNSURE


def test_short_words_that_sound_alike_are_never_sure() -> None:
    assert compare_names("CIA", "Shia", BODY).verdict is not Verdict.SAME


def test_an_acronym_speaks_for_its_body_and_says_so() -> None:
    found = compare_names("BDF", "Brost Development Fund", BODY)
    assert found.score > 0.5
    assert "one is made of the other's initials" in found.because


def test_reasons_name_the_words() -> None:
    assert "Oshtrev and Ostrev are spellings of one name" in compare_names(*SAME_PERSONS[0], PERSON).because
    assert "Bob and Robert are forms of one given name" in compare_names("Bob Carver", "Robert Carver", PERSON).because
    assert compare_names("", "Anne Roux", PERSON).because == ("there is no name to compare",)


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(list(ActorKind)))
def test_any_text_is_compared_and_the_order_of_the_two_is_nothing(a: str, b: str, kind: ActorKind) -> None:
    found = compare_names(a, b, kind)
    assert 0 <= found.score <= 1
    assert found == compare_names(b, a, kind)


@given(st.lists(st.sampled_from("Anne Roux Milan Oshtrev Lind Karpova Bertrand".split()), min_size=2, max_size=4))
def test_a_name_is_the_same_as_itself_in_capitals(words: list[str]) -> None:
    name = " ".join(words)
    assert compare_names(name, name.upper(), PERSON).verdict is not Verdict.DIFFERENT
    assert compare_names(name, name.upper(), BODY).verdict is Verdict.SAME


@pytest.mark.parametrize("text", ["a " * 100_000, "z" * 200_000, "Ж." * 50_000, "(' " * 50_000, "\x00" * 100_000])
@pytest.mark.parametrize("kind", [PERSON, BODY])
def test_hostile_names_cost_little(text: str, kind: ActorKind) -> None:
    started = time.process_time()
    compare_names(text, text + "b", kind)
    assert time.process_time() - started < 0.5
