"""Phrases grouped by whom they refer to: what names, words and constraints decide, whatever the scorer says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_phrases import BODY, PERSON, PLACE, UNKNOWN, find_words, make, make_all

from firsthand.extraction.clusters import Clusters
from firsthand.extraction.coreference import list_pairs
from firsthand.extraction.descriptions import FAR, fits_role, has_office, has_words, is_company, widen
from firsthand.extraction.grouping import group
from firsthand.extraction.mentions import find_phrase
from firsthand.extraction.roster import NamedActor
from firsthand.extraction.voices import Voices
from firsthand.records import ActorKind

ROUX = NamedActor("Anna Roux", ActorKind.PERSON, roles=["Harbour Minister"])
BERG = NamedActor("James Berg", ActorKind.PERSON, roles=["mayor of Brost"])
MINISTRY = NamedActor("Ministry of Ports", ActorKind.ORGANISATION)
FIRM = NamedActor("Finch Lines", ActorKind.ORGANISATION)
COURIER = NamedActor("Brost Courier", ActorKind.OUTLET)
ACTORS = [ROUX, BERG, MINISTRY, FIRM, COURIER]
Pair = tuple[int, int]  # the later phrase, and an earlier one


def cluster(text: str, *parts: tuple[str, int], scores: dict[Pair, float] | None = None,
            sources: set[int] | None = None, least: float = -20.0, leads: set[int] | None = None,
            quoters: dict[int, int] | None = None) -> list[int]:
    """The cluster of each phrase; pairs that `scores` leaves out score `least`."""
    return group_all(text, *parts, scores=scores, sources=sources, least=least, leads=leads,
                     quoters=quoters).of


def group_all(text: str, *parts: tuple[str, int], scores: dict[Pair, float] | None = None,
              sources: set[int] | None = None, least: float = -20.0, leads: set[int] | None = None,
              quoters: dict[int, int] | None = None) -> Clusters:
    """The clusters; phrases that hold an actor's last name are named by it."""
    phrases = make_all(text, *parts)
    by_name = {actor.name: place for place, actor in enumerate(ACTORS)}
    places = [next((by_name[name] for name in by_name if name in words), None) for words, _ in parts]
    later, earlier = list_pairs(len(phrases))
    table = np.array([(scores or {}).get((b, a), least) for b, a in zip(later.tolist(), earlier.tolist(), strict=True)])
    clusters = Clusters(phrases, places, ACTORS)
    speaking = frozenset(sources or ())
    voices = Voices(speaking, speaking | frozenset(leads or ()), quoters or {})
    group(clusters, table.astype(np.float32), later, earlier, voices)
    return clusters


def test_names_of_one_actor_are_one_cluster_whatever_the_scores() -> None:
    parts = (("Anna Roux", PERSON), ("James Berg", PERSON), ("Anna Roux", PERSON))
    assert cluster("Anna Roux met James Berg. Anna Roux left.", *parts, scores={(2, 1): 9}) == [0, 1, 0]


@pytest.mark.parametrize(("pronoun", "expected"), [("he", 1), ("she", 0), ("it", 2), ("they", 3), ("who", 2)])
def test_a_pronoun_joins_the_best_scored_that_it_can_refer_to(pronoun: str, expected: int) -> None:
    parts = [("Anna Roux", PERSON), ("James Berg", PERSON), ("Finch Lines", BODY), ("the sailors", PERSON)]
    text = f"Anna Roux and James Berg of Finch Lines saw the sailors, and later {pronoun} left."
    order = {"he": (0, 1), "she": (1, 0), "it": (0, 2), "they": (0, 3), "who": (3, 2)}[pronoun]
    scores = {(4, order[0]): 5.0, (4, order[1]): 3.0}
    found = cluster(text, *parts, (pronoun, PERSON), scores=scores)
    assert found[:4] == [0, 1, 2, 3]
    assert found[4] == (expected if pronoun != "who" else 3)


def test_a_pronoun_that_fits_nobody_is_new() -> None:
    assert cluster("Anna Roux saw that he left.", ("Anna Roux", PERSON), ("he", PERSON), scores={(1, 0): 9}) == [0, 1]
    assert cluster("Finch Lines saw that he left.", ("Finch Lines", BODY), ("he", PERSON), scores={(1, 0): 9}) == [0, 1]
    assert cluster("James Berg saw that we left.", ("James Berg", PERSON), ("we", PERSON), scores={(1, 0): 9}) == [0, 1]
    found = cluster("The sailors saw that he left.", ("The sailors", PERSON), ("he", PERSON), scores={(1, 0): 9})
    assert found == [0, 1]


def test_a_gender_once_known_holds_for_the_whole_cluster() -> None:
    text = "The pilot left. She was late. He was not."
    parts = (("The pilot", PERSON), ("She", PERSON), ("He", PERSON))
    assert cluster(text, *parts, scores={(1, 0): 2, (2, 0): 2, (2, 1): 1}) == [0, 0, 1]


def test_a_pronoun_that_is_a_source_and_no_mention_gives_its_gender() -> None:
    text = "The pilot left. She was late. He was not."
    parts = (("The pilot", PERSON), ("She", UNKNOWN), ("He", UNKNOWN))
    assert cluster(text, *parts, scores={(1, 0): 9, (2, 0): 9, (2, 1): 8}, sources={1, 2}) == [0, 0, 1]


def test_who_speaks_as_he_joins_a_weak_antecedent_too() -> None:
    text = "James Berg left. The pier is shut, he said."
    parts = (("James Berg", PERSON), ("he", PERSON))
    assert cluster(text, *parts, scores={(1, 0): -5}) == [0, 1]
    assert cluster(text, *parts, scores={(1, 0): -5}, sources={1}) == [0, 0]
    assert cluster(text, *parts, scores={(1, 0): -15}, sources={1}) == [0, 1]


def test_who_spoke_before_is_rather_meant() -> None:
    text = "The pilot said so. The clerk nodded. The pier is shut, he said."
    parts = (("The pilot", PERSON), ("The clerk", PERSON), ("he", PERSON))
    scores = {(2, 0): 1.0, (2, 1): 1.5}
    assert cluster(text, *parts, scores=scores, sources={2}) == [0, 1, 1]
    assert cluster(text, *parts, scores=scores, sources={0, 2}) == [0, 1, 0]


def test_a_name_that_opened_a_sentence_since_is_rather_meant_than_the_last_speaker() -> None:
    text = "The pilot said so. The clerk left. The pier is shut, he said."
    parts = (("The pilot", PERSON), ("The clerk", PERSON), ("he", PERSON))
    scores = {(2, 0): 1.0, (2, 1): 0.0}
    assert cluster(text, *parts, scores=scores, sources={0, 2}, leads={0, 2}) == [0, 1, 0]
    assert cluster(text, *parts, scores=scores, sources={0, 2}, leads={0, 1, 2}) == [0, 1, 1]


def test_i_in_a_quotation_is_whoever_is_quoted_before_or_behind() -> None:
    text = "James Berg left. Anna Roux said: I saw me. I stay, said the captain."
    parts = (("James Berg", PERSON), ("Anna Roux", PERSON), ("I", PERSON), ("me", PERSON), ("I", PERSON),
             ("the captain", PERSON))
    scores = {(2, 0): 9.0, (3, 0): 9.0, (4, 0): 9.0}
    found = group_all(text, *parts, scores=scores, sources={1, 5}, quoters={2: 1, 3: 1, 4: 5})
    assert found.of[:4] == [0, 1, 1, 1]
    assert found.of[4] == found.of[5]
    assert found.of[5] not in found.of[:4]


def test_he_in_a_quotation_is_not_whoever_is_quoted() -> None:
    text = "The clerk left. James Berg said: he told me."
    parts = (("The clerk", PERSON), ("James Berg", PERSON), ("he", PERSON))
    scores = {(2, 0): 0.5, (2, 1): 9.0}
    assert cluster(text, *parts, scores=scores, sources={1, 2}) == [0, 1, 1]
    assert cluster(text, *parts, scores=scores, sources={1, 2}, quoters={2: 1}) == [0, 1, 0]


def test_an_outlet_is_no_company() -> None:
    text = "The Brost Courier asked. Then the company left."
    parts = (("The Brost Courier", BODY), ("the company", BODY))
    assert cluster(text, *parts, scores={(1, 0): 9.0}) == [0, 1]


@pytest.mark.parametrize(
    ("actor", "kinds", "noun", "is_found"),
    [
        (NamedActor("Finchova", ActorKind.PERSON), (PERSON,), "the company", True),
        (NamedActor("Finchova", ActorKind.PERSON), (PERSON,), "the ferry operator", False),
        (NamedActor("Finchova", ActorKind.PERSON, roles=["mayor"]), (PERSON,), "the company", False),
        (NamedActor("Anna", ActorKind.PERSON), (PERSON,), "the company", False),
        (NamedActor("Anna", ActorKind.PERSON), (BODY,), "the company", True),
        (NamedActor("Fort Finch", ActorKind.ORGANISATION), (BODY,), "the company", False),
    ],
)  # fmt: skip
def test_a_company_that_was_taken_for_somebody(actor: NamedActor, kinds: tuple[int], noun: str, is_found: bool) -> None:
    phrases = make_all(f"{actor.name} paid. Then {noun} left.", (actor.name, kinds[0]), (noun, BODY))
    clusters = Clusters(phrases, [0, None], [actor])
    later, earlier = list_pairs(2)
    group(clusters, np.array([-9.0], np.float32), later, earlier, Voices(frozenset(), frozenset(), {}))
    assert (clusters.of == [0, 0]) is is_found


def test_ministries_of_two_matters_are_two() -> None:
    text = "The justice ministry wrote. The foreign ministry wrote. The ministry waits."
    parts = (("The justice ministry", BODY), ("The foreign ministry", BODY), ("The ministry", BODY))
    assert cluster(text, *parts, scores={(1, 0): 9.0}) == [0, 1, 1]


def test_a_ministry_is_nobody_of_the_sources() -> None:
    text = "One of the sources left. The ministry waits."
    parts = (("One of the sources", PERSON), ("The ministry", BODY))
    assert cluster(text, *parts, scores={(1, 0): 9.0}) == [0, 1]


@pytest.mark.parametrize(
    ("noun", "kind", "expected"),
    [
        ("the minister", PERSON, "Anna Roux"), ("The harbour minister", PERSON, "Anna Roux"),
        ("the mayor", PERSON, "James Berg"), ("the ministry", BODY, "Ministry of Ports"),
        ("the ports ministry", BODY, "Ministry of Ports"), ("the company", BODY, "Finch Lines"),
        ("the governor", PERSON, None), ("the finance minister", PERSON, None),
        ("the committee", BODY, None), ("the pier", BODY, None), ("a minister", PERSON, None),
        ("the ministers", PERSON, None),
    ],
)  # fmt: skip
def test_an_office_or_a_kind_of_body_finds_its_bearer(noun: str, kind: int, expected: str | None) -> None:
    text = f"Anna Roux, James Berg, the Ministry of Ports, Finch Lines and the Brost Courier met. Then {noun} wrote."
    parts = [("Anna Roux", PERSON), ("James Berg", PERSON), ("the Ministry of Ports", BODY), ("Finch Lines", BODY),
             ("the Brost Courier", BODY)]  # fmt: skip
    clusters = group_all(text, *parts, (noun, kind))
    actor = clusters.get_actor(clusters.of[5])
    assert (actor.name if actor else None) == expected


def test_of_several_with_an_office_the_last_one_mentioned_is_meant() -> None:
    text = "Finch Lines sued the Brost Courier. Later Finch Lines paid. Then the company left."
    parts = (("Finch Lines", BODY), ("the Brost Courier", BODY), ("Finch Lines", BODY), ("the company", BODY))
    assert cluster(text, *parts) == [0, 1, 0, 0]


def test_an_office_far_behind_its_bearer_is_somebody_new() -> None:
    near, far = ("rain " * (count) for count in (FAR - 10, FAR + 10))
    parts = (("Anna Roux", PERSON), ("the minister", PERSON))
    assert cluster(f"Anna Roux left. {near} the minister said.", *parts) == [0, 0]
    assert cluster(f"Anna Roux left. {far} the minister said.", *parts) == [0, 1]


def test_a_woman_is_not_meant_by_a_mans_office() -> None:
    text = "Anna Roux left. The spokesman stayed."
    roux = NamedActor("Anna Roux", ActorKind.PERSON, roles=["spokeswoman"])
    phrases = make_all(text, ("Anna Roux", PERSON), ("The spokesman", PERSON))
    clusters = Clusters(phrases, [0, None], [roux])
    later, earlier = list_pairs(2)
    group(clusters, np.array([9.0], np.float32), later, earlier, Voices(frozenset(), frozenset(), {}))
    assert clusters.of == [0, 1]


def test_the_same_noun_again_is_the_same_one_if_definite() -> None:
    text = "A captain came. The captain left. A captain slept."
    parts = (("A captain", PERSON), ("The captain", PERSON), ("A captain", PERSON))
    assert cluster(text, *parts) == [0, 0, 1]


def test_who_is_the_one_right_before() -> None:
    text = "James Berg and Anna Roux, who left, met the sailors who stayed."
    parts = (("James Berg", PERSON), ("Anna Roux", PERSON), ("who", PERSON), ("the sailors", PERSON), ("who", PERSON))
    assert cluster(text, *parts, scores={(2, 0): 9, (4, 0): 9}) == [0, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("role", "words", "expected"),
    [
        ("Harbour Minister", "the minister", True), ("Harbour Minister", "the harbour minister", True),
        ("Harbour Minister", "the finance minister", False), ("Minister", "the harbour minister", True),
        ("Harbour Minister", "the mayor", False), ("Sen.", "the lawmaker", True),
        ("former mayor of Brost", "the mayor", True),
        ("Minister for Health", "the health minister", True), ("Vice-President", "the vice president", True),
        ("spokeswoman", "the spokesperson", True), ("", "the mayor", False),
        ("chief executive officer", "the chief executive", True),
    ],
)  # fmt: skip
def test_roles_that_fit(role: str, words: str, expected: bool) -> None:
    assert fits_role(role, make(words)) is expected


@pytest.mark.parametrize(("role", "noun", "expected"), [
    ("Brost Supreme Court Justice", "judge", True), ("Rep.", "lawmaker", True), ("mayor of Brost", "judge", False),
])  # fmt: skip
def test_offices_of_any_place(role: str, noun: str, expected: bool) -> None:
    assert has_office(role, noun) is expected


def test_words_of_one_office_are_widened_to_one_word() -> None:
    assert widen("Sen.".lower()) == widen("lawmaker") == widen("rep.")
    assert widen("mayor") == "mayor"


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [("Ministry of Ports", "the ministry", True), ("Ministry of Ports", "the ports ministry", True),
     ("Ministry of Ports", "the finance ministry", False), ("Ports Agency", "the ministry", False)],
)  # fmt: skip
def test_bodies_by_their_words(name: str, words: str, expected: bool) -> None:
    assert has_words(name, make(words, kind=BODY)) is expected


@pytest.mark.parametrize(("name", "noun", "expected"), [
    ("Finch Lines", "company", True), ("Brost Bank", "bank", True), ("Ministry of Ports", "company", False),
    ("Ports Agency Group", "group", True),
])  # fmt: skip
def test_what_may_be_a_company(name: str, noun: str, expected: bool) -> None:
    assert is_company(name, noun) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [("Mayor Anna Roux of Brost", "Mayor Anna Roux"), ("Anna Roux", "Anna Roux"), ("of Brost", "Brost"),
     ("met", None), ("the clerk", "the clerk")],
)  # fmt: skip
def test_the_phrase_of_a_source_is_the_widest_that_begins_first_inside(source: str, expected: str | None) -> None:
    text = "Mayor Anna Roux of Brost met the clerk."
    parts = (("Mayor Anna Roux", PERSON), ("Anna Roux", PERSON), ("Brost", PLACE), ("the clerk", UNKNOWN))
    phrases = make_all(text, *parts)
    found = find_phrase(phrases, *find_words(text, source))
    assert (None if found is None else parts[found][0]) == expected


WORDS = st.sampled_from(["he", "she", "it", "who", "the minister", "Anna Roux", "Finch Lines", "the sailors", "I",
                         "the company", "a captain", "its", "Justice Minister"])  # fmt: skip
BODIES = {"Finch Lines", "the company", "it", "its"}


@given(st.lists(st.tuples(WORDS, st.floats(-3, 3)), max_size=12))
def test_every_phrase_has_a_cluster_and_no_cluster_two_genders(made: list[tuple[str, float]]) -> None:
    words = [word for word, _ in made]
    text = " sees ".join(words)
    scores = {(b, a): (made[a][1] * 7 + made[b][1] * 3) % 6 - 3 for b in range(len(made)) for a in range(b)}
    parts = [(word, BODY if word in BODIES else PERSON) for word in words]
    sources, leads = set(range(0, len(words), 2)), set(range(1, len(words), 3))
    clusters = group_all(text, *parts, scores=scores, sources=sources, leads=leads,
                         quoters={n: n + 1 - 2 * (n % 4 // 2) for n in range(1, len(words) - 1)})
    assert len(clusters.of) == len(words)
    assert sorted(n for one in clusters.clusters for n in one.phrases) == list(range(len(words)))
    for one in clusters.clusters:
        said = {words[number] for number in one.phrases}
        assert not {"he", "she"} <= said
        assert not {"Anna Roux", "it"} <= said
        assert not {"Anna Roux", "Finch Lines"} <= said
