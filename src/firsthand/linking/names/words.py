"""How like two words of names are, and why."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from firsthand.lexicons.nicknames import NICKNAMES
from firsthand.linking.names.letters import CACHED, make_skeleton, make_spelling_key


@dataclass(frozen=True)
class Likeness:
    """`degree` is from 0 (two words) to 1 (one word); `because` may be read, and is empty where they are equal."""

    degree: float
    because: str = ""


NONE = Likeness(0.0)
EQUAL = Likeness(1.0)
# What makes two words one, with its worth. Fitted by no machine: the order is what matters, since the best pairs of
# words are taken first.
SPELLING = 0.97  # one sound, two spellings
NICKNAME = 0.93
INITIAL = 0.8  # it fits, and says little
CLIPPED = 0.85  # Stevo for Stevan: one stem with another ending
SKELETON = 0.85  # equal but for vowels
LEAST_LIKE = 0.7  # of two spellings, letter by letter: one letter in four may differ
LETTER_PRICE = 0.15  # what is spelled otherwise letter by letter is worth that much less
CLIPPED_STEM = 4
LONGEST_CLIPPED = 6
LEAST_SKELETON = 3


@lru_cache(CACHED)
def compare_words(one: str, other: str) -> Likeness:
    """How like two romanised words are; symmetric."""
    if one == other:
        return EQUAL
    if len(one) == 1 or len(other) == 1:
        because = f"“{one[0].upper()}.” may stand for {_show(max(one, other, key=len))}"
        return Likeness(INITIAL, because) if one[0] == other[0] else NONE
    pair = " and ".join(_show(word) for word in sorted((one, other)))
    keys = make_spelling_key(one), make_spelling_key(other)
    if keys[0] == keys[1]:
        return Likeness(SPELLING, f"{pair} are spellings of one name")
    if NICKNAMES.get(one, frozenset()) & NICKNAMES.get(other, frozenset()):
        return Likeness(NICKNAME, f"{pair} are forms of one given name")
    spelled = max(OSA.normalized_similarity(one, other), OSA.normalized_similarity(*keys) - LETTER_PRICE / 2)
    is_alike = spelled >= LEAST_LIKE  # without this, Khamenei would be Khomeini
    if is_alike and make_skeleton(one) == make_skeleton(other) and len(make_skeleton(one)) >= LEAST_SKELETON:
        return Likeness(SKELETON, f"{pair} differ by vowels alone")
    if _is_clipped(*sorted((one, other), key=lambda word: (len(word), word))):
        return Likeness(CLIPPED, f"{pair} may be forms of one given name")
    if is_alike and min(len(one), len(other)) > LEAST_SKELETON:
        return Likeness(spelled - LETTER_PRICE, f"{pair} differ by a letter or two")
    return NONE


def _show(word: str) -> str:
    return word[:1].upper() + word[1:]


def _is_clipped(short: str, long: str) -> bool:
    stem = short[:-1]
    return CLIPPED_STEM <= len(stem) < LONGEST_CLIPPED and short[-1] in "aeiouy" and long.startswith(stem)
