"""The name of an organisation, an outlet, a place or a document, taken apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from firsthand.lexicons.name_parts import (
    COMMON_BODY_WORDS,
    LEGAL_FORMS,
    LEGAL_RUNS,
    NUMBERS,
    SMALL_BODY_WORDS,
    SPELLINGS,
)
from firsthand.lexicons.names import COMPANY_ENDINGS, ORGANISATION_WORDS
from firsthand.linking.names.letters import APOSTROPHES, CACHED, make_spelling_key, romanise

WORD = re.compile(r"[a-z0-9]+")
# Letters with full stops between or after them: "A.B.C.", "U.S.", "L.X.C".
DOTTED = re.compile(r"\b(?:[a-z]\.)+[a-z]?\b\.?|\b(?:[a-z]/)+[a-z]\b")
CAPITALS = re.compile(r"^[A-Z][A-Z&.]{1,6}$")
MOST_WORDS = 24
LEAST_RESPELLED = 5  # letters; without this, the CIA would be Shia
# A word that says what kind of body it is weighs so much less than a word that says which one.
COMMON_WEIGHT = 0.4
RUNS = tuple(tuple(run.split()) for run in LEGAL_RUNS)


@dataclass(frozen=True)
class BodyName:
    """Romanised words in their order: `words` without small words and legal forms, `acronym` the name if it is one.

    `initials` are those that an acronym is made of: with and without the small words, legal forms left out.
    """

    words: tuple[str, ...]
    acronym: str = ""
    initials: frozenset[str] = frozenset()

    @property
    def joined(self) -> str:
        """All words in one."""
        return "".join(self.words)

    @property
    def key(self) -> str:
        """What equal names share, in whatever order their words stand."""
        return " ".join(sorted(self.words))


@lru_cache(CACHED)
def read_body(name: str) -> BodyName:
    """A body's name; "the Ministry of Finance" and "Finance Ministry" have the same key."""
    plain = re.sub(r"'s?\b", lambda match: "" if match.group() != "'" else "'", APOSTROPHES.sub("'", romanise(name)))
    plain = DOTTED.sub(lambda match: match.group().replace(".", "").replace("/", "") + " ", plain)
    plain = plain.replace("united states", "us").replace("united kingdom", "uk")
    raw = [SPELLINGS.get(word, word) for word in WORD.findall(plain.replace("&", " and "))[:MOST_WORDS]]
    legal_free = _drop_legal_forms(raw)
    telling = [word for word in legal_free if word not in SMALL_BODY_WORDS]
    words = tuple(NUMBERS.get(word, word) for word in telling) or tuple(raw)
    acronym = ""
    if CAPITALS.match(name.strip()) and len(legal_free) == 1:
        acronym = legal_free[0]
    initials = frozenset({_initials(legal_free), _initials(telling)})
    return BodyName(words, acronym, initials if len(words) > 1 else frozenset())


def make_body_key(word: str) -> str:
    """One spelling for the spellings of a word in a body's name; short words, acronyms mostly, stay as they are."""
    return make_spelling_key(word) if len(word) >= LEAST_RESPELLED else word


def weigh_word(word: str) -> float:
    """How much a word tells of which body is meant: its letters, or less where thousands of bodies have it."""
    is_common = word in COMMON_BODY_WORDS or word in ORGANISATION_WORDS or word in COMPANY_ENDINGS
    return min(len(word), 8) * (COMMON_WEIGHT if is_common else 1.0)


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def _drop_legal_forms(words: list[str]) -> list[str]:
    """The words without legal forms, written out or short; a name that is nothing else is kept."""
    kept = list(words)
    for run in RUNS:
        for start in range(len(kept) - len(run), -1, -1):
            if tuple(kept[start : start + len(run)]) == run:
                del kept[start : start + len(run)]
    kept = [word for place, word in enumerate(kept) if word not in LEGAL_FORMS or (place == 0 and len(kept) == 1)]
    return kept or words
