"""Names of phrases: whose they are, and with which role."""

import pytest
from made_phrases import BODY, PERSON, PLACE, name_all

from firsthand.extraction.name_words import cut_possessor, find_acronyms, is_given_and_last_name, is_name
from firsthand.extraction.roster import Roster
from firsthand.records import ActorKind


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
        ("Then Minister of Roads Ada Falk left.", "Minister of Roads Ada Falk", PERSON, [],
         "Ada Falk", "Minister of Roads"),
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
    text = "The Nordby Development Fund paid."
    phrases = [("The Nordby Development Fund", BODY), ("Nordby", PERSON)]
    roster, found = name_all(text, phrases, [("Nordby Development Fund", "organisation")])
    assert found == ["Nordby Development Fund", None]
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
    ("printed", "own", "name"),
    [
        ("Nordia's National Harbour Centre", "National Harbour Centre", "National Harbour Centre"),
        ("Nordia’s Finch Bank", "Finch Bank", "Finch Bank"),
        ("Nordia's Finance Ministry", "Finance Ministry", "Nordia's Finance Ministry"),
        ("Finch's Stores Group", "Finch's Stores Group", "Finch's Stores Group"), ("'s Finch Bank", "Finch Bank",
                                                                                   "'s Finch Bank"),
        ("Finch Lines", "Finch Lines", "Finch Lines"),
    ],
)  # fmt: skip
def test_whose_a_body_is_is_no_part_of_its_name(printed: str, own: str, name: str) -> None:
    assert cut_possessor(printed, own) == name


@pytest.mark.parametrize(("name", "expected"), [
    ("Anna Roux", True), ("April Roux", True), ("Earlier", False), ("Friday", False), ("Both", False),
    ("Neither", False), ("Harbour Minister", False), ("I’ll", False), ("Two Rivers", True),
])  # fmt: skip
def test_words_that_may_be_a_name(name: str, expected: bool) -> None:
    assert is_name(name) is expected


def test_whoever_has_a_spokesman_is_a_body_be_it_taken_for_a_place() -> None:
    text = "Nordby's spokesman left. Then Norland's spokesman came. Nordby's harbour closed."
    phrases = [("Nordby's", PLACE), ("Norland's", PERSON), ("harbour", PLACE)]
    roster, found = name_all(text, phrases, [("Nordby's", "place"), ("Norland's", "people")])
    assert found == ["Nordby", "Norland", None]
    assert {actor.kind for actor in roster.actors} == {ActorKind.ORGANISATION}


def test_a_company_is_no_person_for_a_title_beside_it() -> None:
    roster, found = name_all("The former Finch Copper engineer left.", [("The former Finch Copper", PERSON)],
                             [("Finch Copper", "person")])  # fmt: skip
    assert found == ["Finch Copper"]
    assert roster.actors[0].kind is ActorKind.ORGANISATION


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Anna Roux", True), ("James van Berg", True), ("Roux", False), ("Anna Steel", False), ("Anna Bank", False),
     ("Finch Lines", False), ("Anna Maria Roux Berg", False)],
)  # fmt: skip
def test_names_of_people_by_their_given_name(name: str, expected: bool) -> None:
    assert is_given_and_last_name(name) is expected
