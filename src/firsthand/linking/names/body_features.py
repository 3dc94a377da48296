"""What speaks for and against the names of two bodies being one, each measured from 0 to 1."""

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from firsthand.linking.names.alignment import Alignment, align_words
from firsthand.linking.names.bodies import BodyName, weigh_word
from firsthand.linking.names.words import LEAST_LIKE

LEAST_ACRONYM = 2


@dataclass(frozen=True)
class BodyPair:
    """The names of two bodies with their words brought together."""

    left: BodyName
    right: BodyName
    alignment: Alignment


def pair_bodies(left: BodyName, right: BodyName) -> BodyPair:
    """Two names for the table."""
    return BodyPair(left, right, align_words(left.words, right.words))


def is_equal(pair: BodyPair) -> float:
    """Whether all words that count are equal, in whatever order ("the ministry of finance", "finance ministry")."""
    return float(pair.left.key == pair.right.key != "")


def is_joined(pair: BodyPair) -> float:
    """Whether they are equal but for the gaps between words."""
    return float(pair.left.joined == pair.right.joined != "")


def is_acronym(pair: BodyPair) -> float:
    """Whether one is made of the initials of the other's words."""
    return float(fits_acronym(pair.left, pair.right) or fits_acronym(pair.right, pair.left))


def fits_acronym(short: BodyName, long: BodyName) -> bool:
    """Whether the short name is made of the first letters of the long one ("SDF")."""
    return len(short.acronym) >= LEAST_ACRONYM and short.acronym in long.initials


def measure_cover(pair: BodyPair) -> float:
    """The part of the shorter name that the longer one has, by what its words tell, as like as they are."""
    least = min(_weigh(pair.left.words), _weigh(pair.right.words))
    found = sum(weigh_word(pair.left.words[p.left]) * p.likeness.degree for p in pair.alignment.pairs)
    return min(1.0, found / least) if least else 0.0


def measure_conflict(pair: BodyPair) -> float:
    """The part of the names, by what their words tell, that has no partner, where both have such words."""
    lefts = [pair.left.words[place] for place in pair.alignment.left_alone]
    rights = [pair.right.words[place] for place in pair.alignment.right_alone]
    total = max(_weigh(pair.left.words), _weigh(pair.right.words))
    return min(_weigh(lefts), _weigh(rights)) / total if total else 0.0


def has_conflict(pair: BodyPair) -> float:
    """Whether both have a word without a partner."""
    return float(bool(pair.alignment.left_alone and pair.alignment.right_alone))


def measure_rest(pair: BodyPair) -> float:
    """The part of the longer name that the shorter one lacks, where it has all of the shorter one's words."""
    if has_conflict(pair):
        return 0.0
    lefts = [pair.left.words[place] for place in pair.alignment.left_alone]
    rights = [pair.right.words[place] for place in pair.alignment.right_alone]
    total = max(_weigh(pair.left.words), _weigh(pair.right.words))
    return max(_weigh(lefts), _weigh(rights)) / total if total else 0.0


def is_like_as_a_whole(pair: BodyPair) -> float:
    """How like the names are letter by letter, from the least likeness that counts."""
    likeness = OSA.normalized_similarity(pair.left.key, pair.right.key)
    return max(0.0, (likeness - LEAST_LIKE) / (1 - LEAST_LIKE))


def _weigh(words: tuple[str, ...] | list[str]) -> float:
    return sum(weigh_word(word) for word in words)
