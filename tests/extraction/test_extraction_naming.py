"""Names of phrases: how long they are, whose they are, and with which role."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_phrases import BODY, PERSON, PLACE, find_words, name_all, read

from firsthand.extraction.heads import NAME_LABELS, WIDTHS, split_columns
from firsthand.extraction.naming import (
    Name,
    cut_possessed,
    find_acronyms,
    find_names,
    is_given_and_last_name,
    is_headline,
    is_title,
)
from firsthand.extraction.roster import Roster
from firsthand.records import ActorKind


def see_names(text: str, *labelled: tuple[str, str]) -> list[tuple[str, str]]:
    """The names that come of a model's labels: words with a kind, the first word labelled B and the others I."""
    reading = read(text)
    columns = np.zeros((len(reading.features.words), sum(WIDTHS)), np.float32)
    labels = columns[:, sum(WIDTHS[:2]) : sum(WIDTHS[:3])]
    labels[:, 0] = 1
    for words, kind in labelled:
        first, last = find_words(text, words)
        for word in range(first, last):
            labels[word, NAME_LABELS.index(f"{'B' if word == first else 'I'}-{kind}")] = 5
    words_of = reading.features.words
    found = find_names(reading, split_columns(columns))
    return [(text[words_of[name.first][0] : words_of[name.last - 1][1]], name.kind) for name in found]


@pytest.mark.parametrize(
    ("text", "labelled", "name"),
    [
        ("Later Anna Roux left.", "Anna Roux", "Anna Roux"),
        ("The clerk later saw that Anna Roux was there.", "Anna", "Anna Roux"),
        ("Later Rashid al-Temmar left.", "Rashid", "Rashid al-Temmar"),
        ("The clerk later saw that Rashid Al-Temmar Hadi was there.", "Rashid", "Rashid Al-Temmar Hadi"),
        ("The clerk of Anna Roux left.", "Roux", "Anna Roux"),
        ("Later Roux left.", "Roux", "Roux"),
        ("Later Roux Minister said.", "Roux", "Roux"),
        ("Roux The pier is shut.", "Roux", "Roux"),
        ("Later Roux’s Harbour closed.", "Roux’s", "Roux’s"),
        ("A clerk met Minister Roux there.", "Roux", "Roux"),
    ],
)
def test_a_persons_name_is_as_long_as_its_capitals_run(text: str, labelled: str, name: str) -> None:
    assert see_names(text, (labelled, "person")) == [(name, "person")]


def test_capitals_tell_nothing_in_a_headline() -> None:
    text = "Mayor Anna Roux Slams Harbour Plan Again\n\nThe mayor of the town said that Anna Roux was not there."
    assert see_names(text, ("Anna Roux", "person")) == [("Anna Roux", "person")]
    reading = read(text)
    assert is_headline(reading, find_words(text, "Slams")[0])
    assert not is_headline(reading, find_words(text, "town")[0])


def test_a_name_ends_with_its_possessive() -> None:
    text = "The clerk saw Anna Roux’s Harbour House."
    name = cut_possessed(read(text), Name(*find_words(text, "Anna Roux’s Harbour House"), "person"))
    assert (name.first, name.last) == find_words(text, "Anna Roux’s")


def test_names_side_by_side_stay_two() -> None:
    assert see_names("Brost Finch Lines sail.", ("Brost", "place"), ("Finch Lines", "organisation")) == [
        ("Brost", "place"), ("Finch Lines", "organisation"),
    ]  # fmt: skip


WORDS = st.sampled_from("Anna Roux’s , al the . MAYOR — é ’s".split())


@given(st.lists(st.tuples(WORDS, st.integers(0, 8)), max_size=20))
def test_any_labels_give_names_of_some_words_in_order(labelled: list[tuple[str, int]]) -> None:
    reading = read(" ".join(word for word, _ in labelled))
    columns = np.zeros((len(reading.features.words), sum(WIDTHS)), np.float32)
    for word in range(len(columns)):
        columns[word, sum(WIDTHS[:2]) + labelled[min(word, len(labelled) - 1)][1]] = 1
    found = find_names(reading, split_columns(columns))
    assert all(0 <= name.first < name.last <= len(columns) for name in found)
    assert [name.first for name in found] == sorted(name.first for name in found)


@pytest.mark.parametrize(
    ("text", "phrase", "kind", "names", "name", "role"),
    [
        ("Mayor Anna Roux left.", "Mayor Anna Roux", PERSON, [("Anna Roux", "person")], "Anna Roux", "Mayor"),
        ("Mayor Anna Roux left.", "Anna Roux", PERSON, [("Anna Roux", "person")], "Anna Roux", "Mayor"),
        ("Harbour Minister Vera Lind left.", "Vera Lind", PERSON, [("Vera Lind", "person")], "Vera Lind",
         "Harbour Minister"),
        ("Anna Roux, the mayor of Brost, left.", "Anna Roux", PERSON, [("Anna Roux", "person")], "Anna Roux",
         "mayor of Brost"),
        ("Anna Roux, the harbour told us, left.", "Anna Roux", PERSON, [("Anna Roux", "person")], "Anna Roux", None),
        ("Mr. Roux left.", "Mr. Roux", PERSON, [("Roux", "person")], "Roux", None),
        ("Anna Roux’s boat left.", "Anna Roux’s", PERSON, [("Anna Roux’s", "person")], "Anna Roux", None),
        ("Then Minister of Mines Beatriz Calvano left.", "Minister of Mines Beatriz Calvano", PERSON, [],
         "Beatriz Calvano", "Minister of Mines"),
        ("Then Finch Lines sailed.", "Finch Lines", BODY, [("Finch Lines", "organisation")], "Finch Lines", None),
        ("Then the Ministry of Ports wrote.", "the Ministry of Ports", BODY, [("Ministry of Ports", "organisation")],
         "Ministry of Ports", None),
    ],
)  # fmt: skip
def test_a_phrase_gives_a_name_and_a_role(text: str, phrase: str, kind: int, names: list[tuple[str, str]], name: str,
                                          role: str | None) -> None:  # fmt: skip
    roster, found = name_all(text, [(phrase, kind)], names)
    assert found == [name]
    assert [actor.roles for actor in roster.actors] == [[role] if role else []]


@pytest.mark.parametrize(
    ("phrase", "kind", "names"),
    [
        ("the mayor", PERSON, []), ("The Ministry", BODY, []), ("the Fund", BODY, []), ("sailors of Brost", PERSON, []),
        ("Norlanders", PERSON, [("Norlanders", "people")]), ("Brost", PLACE, [("Brost", "place")]),
        ("Anna Roux’s brother", PERSON, [("Anna Roux’s", "person")]), ("he", PERSON, []),
    ],
)  # fmt: skip
def test_what_gives_no_name(phrase: str, kind: int, names: list[tuple[str, str]]) -> None:
    _, found = name_all(f"Then {phrase} left.", [(phrase, kind)], names)
    assert found == [None]


def test_a_place_is_a_government_where_it_speaks() -> None:
    text = "Nordia denied it. Nordia is far."
    roster, found = name_all(text, [("Nordia", PLACE)], [("Nordia", "place")], sources=[0])
    assert found == ["Nordia"]
    assert roster.actors[0].kind is ActorKind.GOVERNMENT


@pytest.mark.parametrize(("printed", "name"), [
    ("Moscow", "Russia"), ("London", "United Kingdom"), ("the US", "United States"), ("U.S.", "United States"),
])  # fmt: skip
def test_a_government_is_known_by_its_capital(printed: str, name: str) -> None:
    roster, found = name_all(f"Then {printed} denied it.", [(printed, PLACE)], [(printed, "place")], sources=[0])
    assert found == [name]
    assert roster.actors[0].kind is ActorKind.GOVERNMENT


def test_a_last_name_joins_also_where_it_is_mistyped() -> None:
    text = "Mayor Anna Temmarin left. Temarin woke. Termin came."
    names = [("Anna Temmarin", "person"), ("Temarin", "person"), ("Termin", "person")]
    roster, found = name_all(text, [(words, PERSON) for words, _ in names], names)
    assert found == ["Anna Temmarin", "Anna Temmarin", "Termin"]
    assert roster.actors[0].aliases == ["Temarin"]


def test_a_name_inside_anothers_is_no_name_of_its_own() -> None:
    text = "The Sarmund Development Fund paid."
    phrases = [("The Sarmund Development Fund", BODY), ("Sarmund", PERSON)]
    roster, found = name_all(text, phrases, [("Sarmund Development Fund", "organisation")])
    assert found == ["Sarmund Development Fund", None]
    assert len(roster.actors) == 1


def test_a_body_is_known_by_the_first_word_of_its_name() -> None:
    text = "Finch Lines paid. Then Finch sailed."
    roster, found = name_all(text, [("Finch Lines", BODY), ("Finch", BODY)],
                             [("Finch Lines", "organisation"), ("Finch", "organisation")])  # fmt: skip
    assert found == ["Finch Lines", "Finch Lines"]
    assert roster.actors[0].kind is ActorKind.ORGANISATION


def make_roster(*names: str) -> tuple[Roster, list[int]]:
    roster = Roster()
    return roster, [roster.add(name, None, False, ActorKind.ORGANISATION) for name in names]


@pytest.mark.parametrize(
    ("full", "short", "joins"),
    [
        ("Nordic Harbour Fund", "NHF", True), ("Nordic Harbour Fund", "N.H.F.", True),
        ("Nordic Harbour Fund", "NHB", False),
        ("The Harbour Office", "HO", True), ("Ministry of Ports", "MP", True), ("Nordic", "N", False),
        ("Nordic Harbour-Workers Union", "NHWU", True), ("Nordic Harbour Fund", "Nhf", False),
    ],
)  # fmt: skip
def test_initials_join_the_name_that_they_are_of(full: str, short: str, joins: bool) -> None:
    roster, (long, brief) = make_roster(full, short)
    assert find_acronyms(roster, [long, brief, None]) == ({brief: long} if joins else {})


def test_initials_of_nobody_who_is_mentioned_join_nothing() -> None:
    roster, (_, brief) = make_roster("Nordic Harbour Fund", "NHF")
    assert find_acronyms(roster, [None, brief]) == {}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Anna Roux", True), ("James van Berg", True), ("Roux", False), ("Anna Steel", False), ("Anna Bank", False),
     ("Finch Lines", False), ("Anna Maria Roux Berg", False)],
)  # fmt: skip
def test_names_of_people_by_their_given_name(name: str, expected: bool) -> None:
    assert is_given_and_last_name(name) is expected


@pytest.mark.parametrize(("word", "expected"), [("minister", True), ("vice-president", True), ("commissioner", True),
                                                ("pier", False), ("ministers’", False)])  # fmt: skip
def test_titles(word: str, expected: bool) -> None:
    assert is_title(word) is expected
