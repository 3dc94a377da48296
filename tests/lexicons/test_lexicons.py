"""Word lists hold what the code that reads them expects: lower case, single words, acts that exist."""

import pytest

from firsthand.lexicons import (
    abbreviations,
    citing,
    counted,
    credits,
    crowds,
    cues,
    denials,
    function_words,
    headings,
    headlines,
    name_parts,
    names,
    nesting,
    offices,
    oppositions,
    outlets,
    people,
    persons,
    telling,
    times,
    turns,
    venues,
)
from firsthand.records import Act

MODULES = (
    abbreviations,
    citing,
    counted,
    credits,
    crowds,
    cues,
    denials,
    function_words,
    headings,
    headlines,
    name_parts,
    names,
    nesting,
    offices,
    oppositions,
    outlets,
    people,
    persons,
    telling,
    times,
    turns,
    venues,
)
LISTS = {
    f"{module.__name__.rsplit('.', 1)[-1]}.{name}": words
    for module in MODULES
    for name, words in vars(module).items()
    if name.isupper() and isinstance(words, frozenset)
}
# Compared with several words at a time; all others with one.
PHRASES = {
    "citing.CITING_CUES",
    "outlets.OUTLETS",
    "outlets.CITED_OUTLETS",
    "headings.BACKGROUND_HEADINGS",
    "headings.NEWS_HEADINGS",
    "headings.NOT_PLACES",
    "credits.AGENCIES",
    "headlines.HEADLINE_TAGS",
    "name_parts.HIGH_OFFICES",
}


def test_the_lists_are_found() -> None:
    assert {"cues.SPEECH_CUES", "names.TITLES", "abbreviations.ABBREVIATIONS", *PHRASES} <= LISTS.keys()


@pytest.mark.parametrize("name", LISTS)
def test_words_are_clean(name: str) -> None:
    words = LISTS[name]
    assert words
    assert [word for word in words if not word or word != word.strip() or "\n" in word or "  " in word] == []


@pytest.mark.parametrize("name", [name for name in LISTS if not name.startswith("headings.")])
def test_words_are_lower_case(name: str) -> None:
    assert [word for word in LISTS[name] if word != word.lower()] == []


@pytest.mark.parametrize("name", sorted(LISTS.keys() - PHRASES))
def test_words_are_single(name: str) -> None:
    assert [word for word in LISTS[name] if " " in word] == []


def test_abbreviations_are_words_as_the_splitter_gives_them() -> None:
    assert [word for word in abbreviations.ABBREVIATIONS if word.endswith(".")] == []


def test_acts_by_stem_exist_and_every_act_but_none_is_reached() -> None:
    assert {Act(act) for act in cues.ACT_STEMS.values()} == set(Act)
    assert [stem for stem in cues.ACT_STEMS if stem != stem.lower().strip()] == []


def test_subsets_of_titles_are_titles() -> None:
    assert names.COURTESIES <= names.TITLES
    assert names.TOPICS <= names.TITLES
    assert names.SURNAMES <= names.TITLES | names.COMPANY_ENDINGS


def test_titles_are_no_organisations_and_no_pronouns() -> None:
    assert set() == names.TITLES & names.ORGANISATION_WORDS
    assert set() == names.TITLES & names.PRONOUNS


def test_subsets_of_people_are_people() -> None:
    singular = people.WITHHOLDING | people.KNOWING | people.VOICES_OF_OTHERS | set(people.PEOPLE_IN_PLURAL.values())
    assert singular - people.PEOPLE == set()


def test_outlets_are_listed_once() -> None:
    assert set() == outlets.OUTLETS & outlets.CITED_OUTLETS


def test_kinds_of_outlet_nouns_are_outlet_nouns() -> None:
    kinds = (outlets.BROADCAST_NOUNS, outlets.AGENCY_NOUNS, outlets.PAPER_NOUNS, outlets.WEB_NOUNS)
    assert frozenset().union(*kinds) <= outlets.OUTLET_NOUNS
    assert outlets.OPEN_ENDINGS <= outlets.OUTLET_ENDINGS
