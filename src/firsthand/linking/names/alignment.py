"""The words of two names, brought together: each with the one of the other name that is most like it."""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.linking.names.words import Likeness, compare_words


@dataclass(frozen=True)
class Pair:
    """A word of the one name (by its place) with a word of the other, and how like they are."""

    left: int
    right: int
    likeness: Likeness


@dataclass(frozen=True)
class Alignment:
    """Pairs of words by descending likeness, and the words that found no partner, by their places."""

    pairs: tuple[Pair, ...]
    left_alone: tuple[int, ...]
    right_alone: tuple[int, ...]


def align_words(left: Sequence[str], right: Sequence[str]) -> Alignment:
    """The best pairs first; among equally like ones those that stand nearer to the same place, from the end.

    Names are cut to a dozen words, so that the work is bounded.
    """
    found = [
        (-likeness.degree, abs((len(left) - i) - (len(right) - j)), i, j, likeness)
        for i, one in enumerate(left) for j, other in enumerate(right)
        if (likeness := compare_words(one, other)).degree > 0
    ]  # fmt: skip
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    pairs = []
    for _, _, i, j, likeness in sorted(found, key=lambda row: row[:4]):
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            pairs.append(Pair(i, j, likeness))
    alone = tuple(i for i in range(len(left)) if i not in taken_left)
    return Alignment(tuple(pairs), alone, tuple(j for j in range(len(right)) if j not in taken_right))
