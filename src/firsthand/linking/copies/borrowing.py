"""Uncredited rewrites: articles that bring another's unnamed sources as their own, in other words."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from firsthand.linking.copies.crediting import Credits, find_sentences
from firsthand.linking.copies.moments import subtract
from firsthand.linking.copies.precedence import Precedence
from firsthand.linking.copies.profiles import Profile, measure_overlap
from firsthand.records import Statement

# What was told in confidence to one outlet is known to others from that outlet, as a rule. Nearly no words are left
# of it, but its figures are. Only what no article of the story had before the original is looked at: two such figures
# are no chance, one is none where telling words stand by.
LEAST_SECRETS = 2  # sentences of unnamed sources in the copy
LEAST_FIGURES = 2
LEAST_WORDS = 3  # telling words and figures, where there is one figure only
LEAST_OVERLAP = 0.1  # part of the copy's telling words that the original has, as texts on one event do
LATEST = timedelta(days=4)  # later, what one outlet had first is known to all


@dataclass(frozen=True)
class Borrowing:
    """`copy` has what unnamed sources told `original`; both are numbers of profiles."""

    copy: int
    original: int
    shared: tuple[str, ...]
    weight: float
    sentences: tuple[int, ...]


@dataclass(frozen=True)
class Secrets:
    """What an article has from unnamed sources and credits to nobody: sentences, and the words in and beside them."""

    sentences: tuple[int, ...]
    features: Mapping[str, float]

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures among the features."""
        return frozenset(feature for feature in self.features if feature.startswith("#"))


def find_secrets(profile: Profile, publishers: Set[str]) -> Secrets:
    """The sentences in which nobody named speaks and no other outlet of the story carries."""
    sentences: set[int] = set()
    for statement in profile.entry.record.statements:
        if _is_secret(statement, publishers - {profile.publisher}):
            sentences |= find_sentences(profile.sentences, statement)
    beside = {near for number in sentences for near in (number - 1, number, number + 1)}
    features: dict[str, float] = {}
    for number in sorted(beside & set(range(len(profile.sentences)))):
        features |= profile.list_features(number)
    return Secrets(tuple(sorted(sentences)), features)


def _is_secret(statement: Statement, others: Set[str]) -> bool:
    if any(hop.actor in others for hop in statement.chain[1:]):
        return False
    return statement.anonymous


class News:
    """The words and figures that each article was the first of its story to have; a reprint has none.

    They are found when first asked for, since few stories have two articles with the same secrets.
    """

    def __init__(self, profiles: Sequence[Profile], originals: Sequence[int], precedence: Precedence) -> None:
        self.profiles = profiles
        self.originals = sorted(originals, key=lambda number: precedence.rank[number])

    def list_firsts(self, number: int) -> Set[str]:
        """What one article had first."""
        return self._firsts.get(number, frozenset())

    @cached_property
    def _firsts(self) -> Mapping[int, Set[str]]:
        seen: set[str] = set()
        firsts: dict[int, Set[str]] = {}
        for number in self.originals:
            firsts[number] = self.profiles[number].all_features.keys() - seen
            seen |= firsts[number]
        return firsts


def find_borrowing(
    copy: int, profiles: Sequence[Profile], secrets: Sequence[Secrets], news: News, credits: Sequence[Credits],
    precedence: Precedence,
) -> Borrowing | None:
    """The article whose unnamed sources' words another brings without credit; None where there is none."""
    own = secrets[copy]
    if len(own.sentences) < LEAST_SECRETS:
        return None
    found = []
    for number, other in enumerate(secrets):
        if own.figures.isdisjoint(other.figures) or not _can_be(number, copy, profiles, credits, precedence):
            continue
        shared = own.features.keys() & other.features.keys() & news.list_firsts(number)
        figures = len(shared & own.figures)
        is_enough = figures >= LEAST_FIGURES or (figures and len(shared) >= LEAST_WORDS)
        if is_enough and measure_overlap(profiles[copy], profiles[number]) >= LEAST_OVERLAP:
            words = tuple(sorted(shared, key=lambda one: (-own.features[one], one)))
            weight = sum(own.features[feature] for feature in words)
            found.append(Borrowing(copy, number, words, weight, own.sentences))
    return max(found, key=lambda one: (one.weight, -precedence.rank[one.original]), default=None)


def _can_be(
    original: int, copy: int, profiles: Sequence[Profile], credits: Sequence[Credits], precedence: Precedence
) -> bool:
    """Whether the one is known to be the earlier, by little, and neither credits the other."""
    one, other = profiles[original], profiles[copy]
    is_credited = one.publisher in credits[copy] or other.publisher in credits[original]
    gap = subtract(other.moment, one.moment)
    is_timely = gap is not None and timedelta(0) < gap <= LATEST
    return one.publisher != other.publisher and is_timely and not is_credited and precedence.is_before(original, copy)
