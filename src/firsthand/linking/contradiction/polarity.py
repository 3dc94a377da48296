"""Polarity: whether a text says that something is so or that it is not, and which words turn against which."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from firsthand.lexicons.denials import OPPOSITE_CONTENT
from firsthand.lexicons.oppositions import ALTERNATIVES, ANTONYMS, NEGATION, RESTRICTIONS, REVERSALS
from firsthand.linking.word_weights import stem_words

IS_NEGATION = re.compile(NEGATION, re.IGNORECASE)
IS_REVERSAL = re.compile(REVERSALS, re.IGNORECASE)
IS_RESTRICTION = re.compile(RESTRICTIONS, re.IGNORECASE)
IS_OPPOSITE = re.compile(OPPOSITE_CONTENT, re.IGNORECASE)
LONGEST_OPPOSITE = 60  # characters
Stems = frozenset[str]


def find_negations(text: str) -> tuple[str, ...]:
    """The words that negate or reverse, in reading order: "never", "failed to", "rather than"."""
    found = [*IS_NEGATION.finditer(text), *IS_REVERSAL.finditer(text)]
    return tuple(match.group() for match in sorted(found, key=lambda match: match.start()))


def is_reversed(text: str) -> bool:
    """Whether a text says that something is not so: two negations make a yes."""
    return len(find_negations(text)) % 2 == 1


def is_opposite(content: str) -> bool:
    """Whether a content only turns what was said before into its opposite: "says the opposite"."""
    return len(content) <= LONGEST_OPPOSITE and IS_OPPOSITE.fullmatch(content) is not None


def find_antonyms(first: Collection[str], second: Collection[str]) -> Iterator[tuple[str, str]]:
    """Pairs of stems, one of each text, that are opposites; not where a text holds both."""
    here, there = frozenset(first), frozenset(second)
    for one, other in _antonyms():
        for left, right in ((one, other), (other, one)):
            if here & left and there & right and not here & right and not there & left:
                yield min(here & left), min(there & right)


def find_alternatives(first: Collection[str], second: Collection[str]) -> Iterator[tuple[str, str]]:
    """Pairs of stems, one of each text, of which only one can be so: two months, two kinds of thing."""
    here, there = frozenset(first), frozenset(second)
    for kind in _alternatives():
        own, others = (here & kind) - there, (there & kind) - here
        if own and others:
            yield min(own), min(others)


def restricts(text: str) -> bool:
    """Whether a text leaves room for nothing else: "only", "exclusively"."""
    return IS_RESTRICTION.search(text) is not None


def is_kind(stem: str) -> bool:
    """Whether a stem names one of several kinds that exclude each other."""
    return any(stem in kind for kind in _alternatives())


@cache
def _antonyms() -> tuple[tuple[Stems, Stems], ...]:
    return tuple((_stem_all(one), _stem_all(other)) for one, other in ANTONYMS)


@cache
def _alternatives() -> tuple[Stems, ...]:
    return tuple(_stem_all(kind) for kind in ALTERNATIVES)


def _stem_all(words: Collection[str]) -> Stems:
    return frozenset(stem for word in words for stem in stem_words(word))
