"""Anonymous sources, told apart from groups, institutions and named people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extraction.anonymity import describe_anonymous, find_person, to_singular


@pytest.mark.parametrize(
    "source",
    [
        "people familiar with the matter", "an official who asked not to be named", "two diplomats", "sources",
        "Trade sources", "sources in the ministry", "an unnamed engineer", "One insider", "one of the sources",
        "one of them", "Another", "a third", "The second source", "the interlocutor of the radio", "officials",
        "U.S. intelligence officials", "three people briefed on the talks", "a man who was there",
        "someone in the room",
        "a former U.S. official who knew of it", "an ex-engineer of the port", "a colonel", "A spokesman",
        "residents who phoned the paper", "several lawmakers", "some officials", "the person who signed",
        "a lawyer for the families", "An official with the bank, who was not authorized to speak publicly,",
    ],
)  # fmt: skip
def test_anonymous_people(source: str) -> None:
    assert describe_anonymous(source) == source


@pytest.mark.parametrize(
    "source",
    [
        "", "critics", "residents", "Republicans", "voters", "experts", "many officials", "all diplomats",
        "some voters",
        "no official", "the official", "the mayor", "he", "police", "the ministry", "a report", "an official document",
        "a statement by officials",
        "A spokesman for the ministry", "a Kremlin spokesman", "Anna Roux",
        "a clerk named Anna Roux", "an economist, Anna Roux,", "a geologist Anna Roux", "the union",
        "a group of sailors",
        "two companies", "one in five", "some observers, including Anna Roux",
    ],
)  # fmt: skip
def test_everybody_else(source: str) -> None:
    assert describe_anonymous(source) is None


@pytest.mark.parametrize(
    ("source", "around", "expected"),
    [
        ("the official", ", who spoke on condition of anonymity", "the official"),
        ("the engineer", "declined to be named", "the engineer"),
        ("the official", " at the ministry", None),
        ("Anna Roux, a clerk,", "who spoke on condition of anonymity", None),
        ("the ministry", "citing an official who asked not to be named", None),
    ],
)
def test_words_beside_the_source_withhold_its_name(source: str, around: str, expected: str | None) -> None:
    assert describe_anonymous(source, around) == expected


def test_a_description_has_single_blanks() -> None:
    assert describe_anonymous("two\n  diplomats") == "two diplomats"


def test_the_noun_for_the_person() -> None:
    assert find_person("a senior Nordbyan official at the bank".split()) == 3
    assert find_person("an official document".split()) is None
    assert [to_singular(word) for word in ("people", "diplomats", "ex-engineers", "boats")] == [
        "person", "diplomat", "engineer", "boats"]  # fmt: skip


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_source_is_described_by_its_own_words_or_not_at_all(source: str, around: str) -> None:
    assert describe_anonymous(source, around) in {None, " ".join(source.split())}
