"""What speaks for and against two persons' names being one, each measured from 0 to 1."""

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from firsthand.lexicons.persons import MEN, WOMEN
from firsthand.linking.names.alignment import Alignment, align_words
from firsthand.linking.names.letters import make_spelling_key
from firsthand.linking.names.persons import PersonName
from firsthand.linking.names.words import INITIAL, LEAST_LIKE


@dataclass(frozen=True)
class PersonPair:
    """Two persons' names with their words brought together."""

    left: PersonName
    right: PersonName
    alignment: Alignment

    @property
    def shorter(self) -> PersonName:
        """The name with fewer letters."""
        return min(self.left, self.right, key=lambda name: (_count_letters(name.words), name.words))


def pair_persons(left: PersonName, right: PersonName) -> PersonPair:
    """Two names for the table."""
    return PersonPair(left, right, align_words(left.words, right.words))


def is_equal(pair: PersonPair) -> float:
    """Whether all words of both are equal, in whatever order."""
    return float(bool(pair.left.words) and sorted(pair.left.words) == sorted(pair.right.words))


def is_joined(pair: PersonPair) -> float:
    """Whether they are equal but for the gaps between words."""
    keys = [make_spelling_key("".join(name.words)) for name in (pair.left, pair.right)]
    return float(keys[0] == keys[1] != "")


def measure_cover(pair: PersonPair) -> float:
    """The part of the shorter name's letters that the longer one has, as like as the words are."""
    letters = _count_letters(pair.shorter.words)
    words = pair.left.words
    found = sum(
        min(len(words[p.left]), len(pair.right.words[p.right])) * p.likeness.degree for p in pair.alignment.pairs
    )
    return min(1.0, found / letters) if letters else 0.0


def measure_conflict(pair: PersonPair) -> float:
    """The part of the letters of both that have no partner, where both names have such words."""
    lefts = [pair.left.words[place] for place in pair.alignment.left_alone]
    rights = [pair.right.words[place] for place in pair.alignment.right_alone]
    total = max(_count_letters(pair.left.words), _count_letters(pair.right.words))
    return min(_count_letters(lefts), _count_letters(rights)) / total if total else 0.0


def has_conflict(pair: PersonPair) -> float:
    """Whether both have a word without a partner."""
    return float(bool(pair.alignment.left_alone and pair.alignment.right_alone))


def measure_rest(pair: PersonPair) -> float:
    """The part of the longer name's words that the shorter one lacks, where it has all of the shorter one's."""
    alone = len(pair.alignment.left_alone) or len(pair.alignment.right_alone)
    longest = max(len(pair.left.words), len(pair.right.words))
    return alone / longest if longest and not has_conflict(pair) else 0.0


def is_single(pair: PersonPair) -> float:
    """Whether one of them is a single word, and the other is not."""
    counts = sorted((len(pair.left.words), len(pair.right.words)))
    return float(counts[0] == 1 < counts[1])


def has_initial(pair: PersonPair) -> float:
    """Whether an initial stands for a word."""
    return float(any(p.likeness.degree == INITIAL for p in pair.alignment.pairs))


def is_surname_other(pair: PersonPair) -> float:
    """Whether the surname of one has no partner in the other."""
    left, right = len(pair.left.words) - 1, len(pair.right.words) - 1
    return float(left in pair.alignment.left_alone or right in pair.alignment.right_alone)


def is_like_as_a_whole(pair: PersonPair) -> float:
    """How like the names are letter by letter, from the least likeness that counts."""
    likeness = OSA.normalized_similarity(" ".join(pair.left.words), " ".join(pair.right.words))
    return max(0.0, (likeness - LEAST_LIKE) / (1 - LEAST_LIKE))


def is_other_sex(pair: PersonPair) -> float:
    """Whether the given names are a man's and a woman's."""
    firsts = [name.words[0] for name in (pair.left, pair.right) if len(name.words) > 1]
    sexes = {"man" if word in MEN else "woman" for word in firsts if word in MEN or word in WOMEN}
    return float(len(firsts) == len(sexes) == 2 and firsts[0] != firsts[1])


def is_other_generation(pair: PersonPair) -> float:
    """Whether they are a father's and a son's."""
    return float(pair.left.generation != pair.right.generation)


def _count_letters(words: tuple[str, ...] | list[str]) -> int:
    return sum(len(word) for word in words)
