"""Claims that are one although independent speakers word them differently: one confirms, or gives the same figure.

Whoever says the same on his own account says it in words of his own, so that the scorer of pairs keeps him apart. Two
things give it away: that he *confirms* what others say, and a figure that nobody hits upon by chance.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from firsthand.linking.claims.candidates import Indexes
from firsthand.linking.claims.comparison import Pair
from firsthand.linking.claims.propositions import Proposition
from firsthand.linking.contradiction.figures import Figure, are_of_one_kind, find_figures
from firsthand.linking.telling import is_telling
from firsthand.records import Act

# A confirmation repeats what it confirms: so much of the weight of the shorter one's telling words, so many of them,
# and a vector in so much the same direction.
LEAST_CONFIRMED, FEWEST_CONFIRMED, LEAST_CONFIRMED_LIKENESS = 0.6, 4, 0.65
# A figure of the whole story tells little: it is given this often at most. Its words may then be few.
MOST_GIVEN = 4
LEAST_BESIDE_FIGURE = 0.4
NOTHING = (0.0, (0, 0))


class Way(NamedTuple):
    """One row of the table: how a proposition shows that it is one with another speaker's."""

    holds: Callable[[Proposition, Pair], bool]
    why: str


def find_support(pairs: Mapping[Indexes, Pair]) -> list[Indexes]:
    """Of pairs of propositions (by index) those of which one supports the other; of all that one supports the best."""
    best: dict[int, tuple[float, Indexes]] = {}
    for (left, right), pair in sorted(pairs.items(), key=lambda item: item[0]):
        if not may_support(pair):
            continue
        for index, one in ((left, pair.a), (right, pair.b)):
            if any(way.holds(one, pair) for way in WAYS):
                best[index] = max(best.get(index, NOTHING), (pair.contained + pair.likeness, (-left, -right)))
    return sorted({(-left, -right) for _, (left, right) in best.values()})


def may_support(pair: Pair) -> bool:
    """Whether two voices of two articles say something of one polarity, and give no different figures."""
    if pair.one_article or pair.one_speaker or pair.opposed or pair.clash:
        return False
    return not (pair.is_copy or pair.a.statement.speaker is pair.b.statement.speaker is None)


def confirms(one: Proposition, pair: Pair) -> bool:
    """Whether one confirms what the other says."""
    if one.statement.act != Act.CONFIRM:
        return False
    is_enough = pair.contained >= LEAST_CONFIRMED and len(pair.shared) >= FEWEST_CONFIRMED
    return is_enough and pair.likeness >= LEAST_CONFIRMED_LIKENESS


def shares_figure(_: Proposition, pair: Pair) -> bool:
    """Whether both give one telling figure of one kind, which few others give."""
    rare = [number for number in pair.numbers if pair.scene.counts[number] <= MOST_GIVEN and is_telling(number)]
    if not rare or pair.contained < LEAST_BESIDE_FIGURE:
        return False
    left, right = (_pick(find_figures(one.text), rare) for one in (pair.a, pair.b))
    return any(one.value == other.value and are_of_one_kind(one, other) for one in left for other in right)


WAYS: tuple[Way, ...] = (
    Way(confirms, "who confirms something says it too, on his own account"),
    Way(shares_figure, "two who give one figure that is not round speak of one thing"),
)


def _pick(figures: Iterable[Figure], values: Collection[float]) -> list[Figure]:
    return [figure for figure in figures if figure.value in values]


def join_supported(
    groups: Sequence[Sequence[int]], support: Iterable[Indexes], apart: Collection[Indexes]
) -> list[list[int]]:
    """The groups with those joined that support links, except where a person keeps two of their members apart."""
    members = [list(group) for group in groups]
    home = {index: number for number, group in enumerate(members) for index in group}
    barred = {frozenset(pair) for pair in apart}
    for left, right in support:
        kept, gone = sorted((home[left], home[right]))
        is_barred = bool(barred) and any(frozenset((a, b)) in barred for a in members[kept] for b in members[gone])
        if kept != gone and not is_barred:
            home |= dict.fromkeys(members[gone], kept)
            members[kept] = sorted(members[kept] + members[gone])
            members[gone] = []
    return [group for group in members if group]
