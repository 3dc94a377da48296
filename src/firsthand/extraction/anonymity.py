"""Anonymous sources: people whose name the article withholds or never gives.

Told apart from groups with a view ("critics", "most voters"), from institutions and their spokespersons, from
documents, and from anybody whose name stands beside the description. What a definite description ("the official") or
a pronoun refers to is left to coreference, unless the words themselves withhold the name.
"""

import re
from functools import lru_cache

from firsthand.lexicons.people import (
    COUNTS,
    KNOWING,
    KNOWLEDGE,
    PEOPLE,
    PEOPLE_IN_PLURAL,
    TELLING_APART,
    UNNAMED,
    VAGUE_COUNTS,
    VOICES_OF_OTHERS,
    WITHHELD,
    WITHHOLDING,
)

LONGEST_SOURCE = 400  # characters; a longer "source" is an error of the tagger
NEAR = 160  # characters beside a source in which the withholding of its name is told
TOKEN = re.compile(r"[\w$][\w’'.\-]*|[,;:()—–]")
KNOWS = re.compile(KNOWLEDGE, re.IGNORECASE)
WITHHOLDS = re.compile(WITHHELD, re.IGNORECASE)
NAMED = re.compile(r"\b(?:named|called|identified as|known as|such as|including|like)\s+[A-Z]")
# What ends the group of words around a noun: "an official | at the ministry", "a man | who saw it".
ENDS = frozenset(
    """
    of for at in on from with by to near inside outside within among who whom whose which that there here familiar close
    aware privy now then also and or as
    """.split()
)
ALONE = frozenset("someone somebody another sources insiders".split())
NOBODY = frozenset("no neither nobody any every each all many most few both".split())  # they pick nobody, or a crowd
THIRD = frozenset("first second third fourth".split())


@lru_cache(maxsize=4096)
def describe_anonymous(source: str, text_around: str = "") -> str | None:
    """How a source that withholds its name is described ("people familiar with the matter"); None for any other.

    `text_around` is what stands beside the source, where known: "who spoke on condition of anonymity" makes any
    description anonymous, also a definite one.
    """
    words = " ".join(source[:LONGEST_SOURCE].split())
    if not words or _has_name(words):
        return None
    tells = WITHHOLDS.search(words) or (text_around and WITHHOLDS.search(text_around[:NEAR]))
    return words if (tells and _is_person(words)) or _is_withheld(words) else None


def withholds(words: str) -> bool:
    """Whether words say that a name is withheld ("on condition of anonymity")."""
    return WITHHOLDS.search(words) is not None


def _is_person(words: str) -> bool:
    tokens = TOKEN.findall(words)
    return find_person(tokens) is not None or words.lower() in {"who", "he", "she", "they"}


def _is_withheld(words: str) -> bool:
    tokens = TOKEN.findall(words)
    lower = [token.lower() for token in tokens]
    if not lower:
        return False
    if lower[0] in ALONE and (len(lower) == 1 or lower[1] in ENDS or lower[1] == ","):
        return True
    if lower[0] == "one" and lower[1:2] == ["of"]:
        return lower[2:3] == ["them"] or _is_withheld_group(tokens[2:])
    if lower[0] in {"a", "the"} and lower[1:] and lower[1] in THIRD and len(lower) == 2:
        return True  # "a third said": one more of those before
    person = find_person(tokens)
    return person is not None and _counts_as_anonymous(lower, person, words)


def _is_withheld_group(tokens: list[str]) -> bool:
    """Whether one of these is an anonymous person: "(one of) the officials", but not "(one of) the women"."""
    person = find_person(tokens)
    return person is not None and to_singular(tokens[person].lower()) in KNOWING


def _counts_as_anonymous(lower: list[str], place: int, words: str) -> bool:
    noun = to_singular(lower[place])
    before = set(lower[:place])
    if noun in VOICES_OF_OTHERS:
        return bool(before & UNNAMED) or (len(lower) == place + 1 and before <= COUNTS)
    if before & UNNAMED:
        return True
    if lower[0] in NOBODY:
        return False
    if lower[0] == "the":
        is_apart = noun in KNOWING | {"man", "woman"} and lower[1] in TELLING_APART - {"former"}
        return noun in WITHHOLDING - {"official", "aide", "diplomat"} or is_apart or _knows(words, noun)
    if before & VAGUE_COUNTS and not before & {"a", "an", "one"}:
        return noun in KNOWING or bool(KNOWS.search(words))
    if before & COUNTS or any(word.isdigit() for word in before):
        return True
    return _is_plural(lower[place]) and (noun in WITHHOLDING or bool(KNOWS.search(words)))


def _knows(words: str, noun: str) -> bool:
    return noun in {"person", "man", "woman"} and bool(KNOWS.search(words))


def find_person(tokens: list[str]) -> int | None:
    """The place of the noun for a person that heads these words: the first one that no further noun follows."""
    for place, token in enumerate(tokens):
        word = token.lower()
        if word in ENDS or token in {",", ";", ":", "(", "—", "–"}:
            return None
        if to_singular(word) in PEOPLE and _ends_group(tokens, place + 1):
            return place
    return None


def _ends_group(tokens: list[str], place: int) -> bool:
    if place >= len(tokens):
        return True
    token = tokens[place]
    word = token.lower()
    if not word[0].isalpha():
        return True
    return word in ENDS or (word.endswith(("ed", "ing")) and to_singular(word) not in PEOPLE)


def to_singular(word: str) -> str:
    """The singular of a noun for people; other words only lose an "s"."""
    word = word.removeprefix("ex-")
    return PEOPLE_IN_PLURAL.get(word) or (word.removesuffix("s") if word.removesuffix("s") in PEOPLE else word)


def _is_plural(word: str) -> bool:
    return to_singular(word) != word.removeprefix("ex-")


def _has_name(words: str) -> bool:
    """Whether a name follows the noun for the person: at once ("an economist Ada Lund") or after a comma."""
    if NAMED.search(words):
        return True
    tokens = TOKEN.findall(words)
    for place, token in enumerate(tokens[:-1]):
        word = token.lower()
        follower = tokens[place + 1]
        is_person = to_singular(word) in PEOPLE
        if (is_person or token in {",", "(", "—", "–"}) and place and _is_name(follower):
            return token == word or _follows_person(tokens, place)
    return False


def _follows_person(tokens: list[str], place: int) -> bool:
    return any(to_singular(token.lower()) in PEOPLE for token in tokens[:place])


def _is_name(token: str) -> bool:
    return token[0].isupper() and to_singular(token.lower()) not in PEOPLE
