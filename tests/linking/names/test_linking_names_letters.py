"""Letters, spellings and the parts of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.lexicons.name_parts import FIELD_OF, GENERATIONS, NUMBERS
from firsthand.lexicons.nicknames import NICKNAMES, ROWS
from firsthand.linking.names.bodies import read_body
from firsthand.linking.names.letters import make_skeleton, make_spelling_key, romanise
from firsthand.linking.names.persons import read_person
from firsthand.linking.names.words import compare_words


@pytest.mark.parametrize(("text", "plain"), [("Oštrev", "ostrev"), ("Ørsted", "orsted"), ("Карпов", "karpov")])
def test_letters_become_plain(text: str, plain: str) -> None:
    assert romanise(text) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [("ostrev", "oshtrev"), ("rashid", "rasheed"), ("calvano", "kalvano"), ("stephan", "stefan"), ("osei", "ossei")],
)
def test_spellings_of_one_sound_have_one_key(one: str, other: str) -> None:
    assert make_spelling_key(one) == make_spelling_key(other)


def test_vowels_tell_names_apart() -> None:
    assert make_spelling_key("marin") != make_spelling_key("moran")
    assert make_skeleton("hassan") == make_skeleton("hussein")
    assert compare_words("khamenei", "khomeini").degree < compare_words("soleimani", "suleimani").degree


@given(st.text(max_size=40))
def test_keys_are_made_of_anything(text: str) -> None:
    assert romanise(text).isascii()
    assert len(make_skeleton(romanise(text))) <= 2 * len(make_spelling_key(romanise(text))) + 1
    assert len(read_person(text).words) <= 12
    assert len(read_body(text).words) <= 24


def test_a_person_s_name_is_taken_apart() -> None:
    name = read_person("Finance Minister Dr. Karl van der Berg III")
    assert name.words == ("karl", "berg")
    assert name.titles == ("finance", "minister", "dr")
    assert name.generation == "iii"
    assert name.is_full
    assert not read_person("K. Berg").is_full


def test_a_surname_that_is_a_title_stays() -> None:
    assert read_person("Steve King").words == ("steve", "king")
    assert read_person("King").words == ("king",)


def test_a_body_s_name_is_taken_apart() -> None:
    assert read_body("The Brost Copper Company, Ltd.").words == ("brost", "copper")
    assert read_body("Limited Company").words
    assert "bdf" in read_body("Brost Development Fund").initials
    assert read_body("BDF").acronym == "bdf"


def test_lexicons_are_in_the_letters_that_names_are_compared_in() -> None:
    for word in [*NICKNAMES, *FIELD_OF, *GENERATIONS, *NUMBERS]:
        assert word == romanise(word)
    assert all(len(row.split()) > 1 for row in ROWS.strip().splitlines())
