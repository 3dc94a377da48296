"""Patterns and lists by which presentation and anonymity are read."""

import re

import pytest

from firsthand.lexicons import people, presentation

PATTERNS = {name: value for name, value in vars(presentation).items() if name.isupper() and isinstance(value, str)}
LISTS = {name: words for name, words in vars(people).items() if name.isupper() and isinstance(words, frozenset)}


@pytest.mark.parametrize("name", sorted(PATTERNS.keys() - {"INSTITUTIONS"}))
def test_patterns_compile_and_never_match_nothing(name: str) -> None:
    pattern = re.compile(PATTERNS[name])
    assert pattern.search("boats") is None
    assert name == "SPEAKING" or pattern.search("") is None


@pytest.mark.parametrize("name", sorted(LISTS))
def test_words_are_single_and_in_lower_case(name: str) -> None:
    assert [word for word in LISTS[name] if word != word.lower() or len(word.split()) != 1] == []


def test_subsets_are_people() -> None:
    assert people.WITHHOLDING | people.VOICES_OF_OTHERS | people.KNOWING <= people.PEOPLE
    assert people.VAGUE_COUNTS <= people.COUNTS
    assert set(people.PEOPLE_IN_PLURAL.values()) <= people.PEOPLE | {"lawman"}
