"""Pairs of propositions that are never one claim, however alike their words are."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from firsthand.linking.claims.candidates import Indexes
from firsthand.linking.claims.comparison import Pair, is_inside
from firsthand.linking.claims.propositions import Proposition
from firsthand.linking.contradiction.figures import are_of_one_kind, find_figures
from firsthand.records import Act
from firsthand.text.numbers import find_numbers

# Before a figure that no longer holds: "to nine from 11", "$1.8bn, not $2.4bn".
REPLACED = re.compile(r"\b(?:from|not|instead of|rather than)\s{1,3}(?:about |some |around )?[$€£]?$", re.IGNORECASE)
MORE_THAN_NAME = 3  # telling stems: a full name has two
BEFORE = 30  # characters before a figure that are read


class Bar(NamedTuple):
    """One row of the table."""

    holds: Callable[[Pair], bool]
    why: str


def find_barred(pairs: Mapping[Indexes, Pair]) -> list[Indexes]:
    """Those of the pairs (by index) that are never one."""
    return [indexes for indexes, pair in pairs.items() if is_barred(pair)]


def is_barred(pair: Pair) -> bool:
    """Whether any bar holds."""
    return any(bar.holds(pair) for bar in BARS)


def is_refusal(pair: Pair) -> bool:
    """Whether one refuses to say anything, and another speaks. Who tells of a refusal says what it is."""
    acts = {pair.a.statement.act, pair.b.statement.act}
    if Act.DECLINE not in acts or pair.one_speaker or is_inside(pair):
        return False
    return Act.REPORT not in acts or (pair.a.affirms and pair.b.affirms)


def replaces_figure(pair: Pair) -> bool:
    """Whether the figure that both have is in one of them what it gives a new one for."""
    if not pair.numbers:
        return False
    left, right = find_kept(pair.a), find_kept(pair.b)
    return left.isdisjoint(right) and bool(left and right)


def find_kept(one: Proposition) -> frozenset[float]:
    """The figures of a proposition that it does not replace by others."""
    return frozenset(
        value for (start, _), value in find_numbers(one.text)
        if not REPLACED.search(one.text[max(0, start - BEFORE) : start])
    )  # fmt: skip


def denies_the_words(pair: Pair) -> bool:
    """Whether one denies by a pronoun ("rejected this") the very words that the other affirms."""
    if not (pair.one_article and pair.opposed and (pair.a.is_covered or pair.b.is_covered)):
        return False
    denial, other = (pair.b, pair.a) if pair.a.affirms else (pair.a, pair.b)
    return denial.is_covered and any(
        start < last and first < end for start, end in denial.spans for first, last in other.spans
    )


def says_the_opposite(pair: Pair) -> bool:
    """Whether one alone says no more than the opposite of something: its words are those of what it denies."""
    return pair.a.is_opposite != pair.b.is_opposite


def counts_otherwise(pair: Pair) -> bool:
    """Whether both count one thing, each with one figure, and not the same one: a toll that has changed."""
    if not pair.clash or len(pair.a.numbers) > 1 or len(pair.b.numbers) > 1:
        return False
    left, right = find_figures(pair.a.text), find_figures(pair.b.text)
    return any(are_of_one_kind(one, other) and one.value != other.value for one in left for other in right)


def is_bare(pair: Pair) -> bool:
    """Whether one of them is no more than a name, and another voice says the other."""
    if pair.one_speaker or pair.numbers or pair.is_copy or is_inside(pair):
        return False
    return any(one.actors and len(one.stems) < MORE_THAN_NAME for one in (pair.a, pair.b))


BARS: tuple[Bar, ...] = (
    Bar(is_refusal, "a refusal is its speaker's own"),
    Bar(counts_otherwise, "a figure that has changed is another claim"),
    Bar(is_bare, "a name alone proposes nothing"),
    Bar(denies_the_words, "who denies what was said does not say it"),
    Bar(says_the_opposite, "who says the opposite does not say it"),
    Bar(replaces_figure, "who corrects a figure no longer gives it"),
)
