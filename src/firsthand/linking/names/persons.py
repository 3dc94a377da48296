"""The name of a person, taken apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from firsthand.lexicons.name_parts import GENERATIONS, HONORIFICS, HONORIFICS_AND_NAMES, LEGAL_FORMS, PARTICLES
from firsthand.lexicons.names import SURNAMES, TITLES
from firsthand.linking.names.letters import APOSTROPHES, CACHED, romanise

WORD = re.compile(r"[a-z0-9]+")
POSSESSIVE = re.compile(r"['’]s?$")
# Digits that stand for letters in names that hide from filters ("Ig0r Sech1n").
LETTERS_FOR_DIGITS = str.maketrans("0134579", "oieastg")
MOST_WORDS = 12


@dataclass(frozen=True)
class PersonName:
    """Romanised words without titles and particles, in their order; the last one is the surname, as far as one knows.

    `titles` are the dropped titles, `generation` "junior", "iii" or empty. `joined` is all in one word, as printed.
    """

    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    generation: str = ""
    joined: str = ""

    @property
    def surname(self) -> str:
        """The last word; empty where there is none."""
        return self.words[-1] if self.words else ""

    @property
    def is_full(self) -> bool:
        """Whether it has a surname and a given name that is more than an initial."""
        return len(self.words) > 1 and any(len(word) > 1 for word in self.words[:-1]) and len(self.surname) > 1


@lru_cache(CACHED)
def read_person(name: str) -> PersonName:
    """A person's name in any script and order ("Doe, John"); any text at all gives one, perhaps without words."""
    plain = POSSESSIVE.sub("", romanise(name).strip())
    last, comma, given = plain.partition(",")
    if comma and given.strip() and given.replace(".", "").strip() not in GENERATIONS:
        plain = f"{given} {last}"
    words = WORD.findall(APOSTROPHES.sub("", plain))[: 2 * MOST_WORDS]
    titles, words = _split_titles(words)
    generation = next((GENERATIONS[word] for word in words[1:] if word in GENERATIONS), "")
    kept = [word for place, word in enumerate(words) if not place or word not in GENERATIONS]
    while len(kept) > 2 and kept[-1] in LEGAL_FORMS:
        kept.pop()
    bare = [word for word in kept[:-1] if word not in PARTICLES] + kept[-1:]
    spelled = [word if word.isdigit() else word.translate(LETTERS_FOR_DIGITS) for word in bare]
    unique = tuple(dict.fromkeys(spelled))[:MOST_WORDS]
    return PersonName(unique, tuple(titles), generation, "".join(word for word in kept))


def _split_titles(words: list[str]) -> tuple[list[str], list[str]]:
    """The titles in front, and the rest. A title that is a name too goes only where a whole name is left."""
    count = 0
    while count < len(words) - 1:
        word, left = words[count], len(words) - count - 1
        is_title = word in TITLES or word in HONORIFICS or word.removesuffix("s") in TITLES
        if not is_title or (left < 2 and word in SURNAMES | HONORIFICS_AND_NAMES):
            break
        count += 1
    return words[:count], words[count:]
