"""What a form's name is: a person's whole name, a part of one, a body's name, or words that name nobody."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from firsthand.lexicons.name_parts import (
    COMMON_BODY_WORDS,
    GENERIC_TOPICS,
    LEGAL_FORMS,
    NOBODIES,
    NUMEROUS_NOUNS,
    PHRASE_OPENINGS,
    SMALL_BODY_WORDS,
)
from firsthand.lexicons.names import COMPANY_ENDINGS, ORGANISATION_WORDS, PRONOUNS, TITLES
from firsthand.lexicons.outlets import OUTLETS
from firsthand.lexicons.people import PEOPLE, PEOPLE_IN_PLURAL
from firsthand.linking.names.bodies import make_body_key, read_body
from firsthand.linking.names.letters import CACHED, LONGEST_NAME, make_spelling_key, romanise
from firsthand.linking.names.persons import read_person
from firsthand.records import ActorKind

PRINTED_WORD = re.compile(r"[\w’'.&-]*\w\.?")  # with its full stop: "A." opens a name, "A" an indefinite noun
# Words that no body's own name has: there are two names, or somebody beside the body.
NO_NAME = re.compile(r"\band (?:the|its|his|her|their)\b|\b(?:in|from|at|with|to|by|who|that|running|including)\b")
HEAD_END = re.compile(r" (?:of|from|at|in|for|with|to|on|by|near|who|that) ")
CONTRACTION = re.compile(r"^(?:i|we|you|he|she|it|they|that|there|who)['’](?:m|ve|d|ll|re|s)$", re.IGNORECASE)
NO_WORDS = PRONOUNS | SMALL_BODY_WORDS | PHRASE_OPENINGS | NOBODIES
LONGEST_PERSON = 5  # words
LONGEST_BODY = 7


class Bearing(StrEnum):
    """What a name is good for."""

    FULL = "full"  # a person's given name and surname: may be joined across stories
    PART = "part"  # a part of one: only within a story
    BODY = "body"  # the name of a body of any kind
    NOMINAL = "nominal"  # "the ministry": only within a story, where only one bearer fits
    NOBODY = "nobody"  # nothing to join by


@dataclass(frozen=True)
class Reading:
    """A name as joining sees it. `words` are romanised; equal `key`s are one name in one story.

    `is_known` tells a body whose name alone says which one is meant, whatever the story.
    """

    bearing: Bearing
    words: tuple[str, ...]
    key: str
    is_known: bool = False
    acronym: str = ""
    initials: frozenset[str] = frozenset()
    generation: str = ""


@lru_cache(CACHED)
def read_name(name: str, kind: ActorKind) -> Reading:
    """A name with the kind its article takes the bearer for, which may be wrong: words that are a body's say more."""
    printed = PRINTED_WORD.findall(name[:LONGEST_NAME])
    if kind is ActorKind.PERSON and not is_body_name(name) and is_printed_as_name(printed):
        return _read_person(name)
    body = read_body(name)
    words = body.words
    if not words or NO_NAME.search(" ".join(printed)) or set(words) <= NO_WORDS:
        return Reading(Bearing.NOBODY, words, "")
    key = " ".join(sorted(make_body_key(word) for word in words))
    is_named = is_printed_as_name(printed)
    if kind is ActorKind.DOCUMENT and not is_named:
        return Reading(Bearing.NOBODY, words, "")
    if not is_named:
        is_body = kind is not ActorKind.GROUP and is_definite_body(printed, words)
        return Reading(Bearing.NOMINAL, words, key) if is_body else Reading(Bearing.NOBODY, words, "")
    if is_generic(words):
        return Reading(Bearing.NOMINAL, words, key)
    is_known = len(words) > 1 or kind in (ActorKind.OUTLET, ActorKind.GOVERNMENT, ActorKind.ORGANISATION)
    return Reading(Bearing.BODY, words, key, is_known, body.acronym, body.initials)


def _read_person(name: str) -> Reading:
    person = read_person(name)
    if not person.words or len(person.words) > LONGEST_PERSON or set(person.words) <= PRONOUNS | TITLES:
        return Reading(Bearing.NOBODY, person.words, "")
    key = " ".join([*(make_spelling_key(word) for word in person.words), person.generation]).strip()
    bearing = Bearing.FULL if person.is_full else Bearing.PART
    acronym = read_body(name).acronym if bearing is Bearing.PART else ""  # "PAK", taken for a person
    return Reading(bearing, person.words, key, acronym=acronym, generation=person.generation)


def is_body_name(name: str) -> bool:
    """Whether a name's words are a body's, whatever its article takes it for."""
    plain = romanise(name).removeprefix("the ")
    words = plain.split()
    ends = frozenset(words[-1:])
    return plain in OUTLETS or (len(words) > 1 and bool(ends & (ORGANISATION_WORDS | COMPANY_ENDINGS | LEGAL_FORMS)))


def is_printed_as_name(printed: list[str]) -> bool:
    """Whether most of the words that count are capitalised, and none is a noun for people ("a civil servant")."""
    counting = [word for word in printed if word.lower() not in NO_WORDS and not CONTRACTION.match(word)]
    capitals = [word for word in counting if not word.islower()]  # "al-Temmar" is capitalised
    opens = printed[0].lower() if printed else ""
    if opens in PHRASE_OPENINGS - {"the"} or not counting:
        return False
    nouns = [word for word in counting if is_people(word)]
    if any(word[0].islower() for word in nouns):
        return False
    if opens == "the" and len(capitals) < len(counting):
        return False
    return len(capitals) * 3 >= len(counting) * 2 and not (nouns and len(nouns) == len(counting))


def is_people(word: str) -> bool:
    """Whether a word is a noun for people, one or several."""
    plain = word.lower()
    return plain in PEOPLE or plain in PEOPLE_IN_PLURAL or plain.removesuffix("s") in PEOPLE


def is_definite_body(printed: list[str], words: tuple[str, ...]) -> bool:
    """Whether words that are no name point at one body ("the finance ministry"), not at any ("a fund") or at people."""
    opens = printed[0].lower() if printed else ""
    head = HEAD_END.split(" ".join(printed), maxsplit=1)[0]
    people = any(is_people(word) for word in head.split())
    is_one = bool(frozenset(words) & ORGANISATION_WORDS - NUMEROUS_NOUNS)
    return is_one and not people and opens not in PHRASE_OPENINGS - {"the"} and len(words) <= LONGEST_BODY


def is_generic(words: tuple[str, ...]) -> bool:
    """Whether a capitalised name is a common noun that every country has ("Ministry of Finance", "Supreme Court")."""
    generic = ORGANISATION_WORDS | GENERIC_TOPICS | COMMON_BODY_WORDS
    return any(word in ORGANISATION_WORDS for word in words) and all(word in generic for word in words)
