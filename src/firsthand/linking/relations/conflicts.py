"""Claims that cannot both be so though neither answers the other: other figures for one thing, or yes and no."""

from collections.abc import Iterator, Sequence

from firsthand.linking.contradiction.figures import Figure, agree
from firsthand.linking.relations.revisions import counts_the_same
from firsthand.linking.relations.utterances import (
    Utterance,
    answers,
    are_nested,
    are_of_selves,
    contain,
    mean_alike,
    says_so,
)
from firsthand.linking.relations.views import ClaimView, compare_stems
from firsthand.records import Relation, RelationKind

LEAST_COMMON_FIGURES = 0.35  # cosine of two claims that give different figures
LEAST_COMMON_POLARITY = 0.6  # of a yes and a no: all else must be the same
LEAST_ALIKE_POLARITY, LEAST_ALIKE_FIGURES = 0.65, 0.5  # cosine of the vectors of two wordings
LEAST_CONTAINED, FEWEST_WORDS = 0.5, 3  # of either in the other


def find_conflicts(views: Sequence[ClaimView]) -> Iterator[Relation]:
    """The relations `contradicts` between claims that others make, the later one first."""
    for number, one in enumerate(views):
        for other in views[number + 1 :]:
            reason = find_conflict(one, other) if one.speakers.isdisjoint(other.speakers) else None
            if reason:
                earlier, later = sorted((one, other), key=lambda view: (view.first, view.key))
                yield Relation(later.claim.id, earlier.claim.id, RelationKind.CONTRADICTS, (reason,))


def find_conflict(one: ClaimView, other: ClaimView) -> str | None:
    """Why two claims cannot both be so, in words; None where they can."""
    opposed = one.is_denial != other.is_denial
    if not opposed and (one.first != other.first or not one.figures or not other.figures):
        return None
    common = compare_stems(one, other)
    if opposed:
        is_same = common >= LEAST_COMMON_POLARITY and any(
            say_the_same(a, b) for a in one.wordings for b in other.wordings
        )
        return "one says it is so, the other that it is not" if is_same else None
    if common < LEAST_COMMON_FIGURES:
        return None
    if not any(mean_alike(a, b, LEAST_ALIKE_FIGURES) for a in one.wordings for b in other.wordings):
        return None
    left, right = one.figures[0], other.figures[0]
    return f"{left.words} against {right.words}" if differ(left, right, common) else None


def say_the_same(one: Utterance, other: Utterance) -> bool:
    """Whether two wordings are of the same words, but for their yes and no."""
    words = sum(other.side.has(stem) for stem in one.side.stems)
    denial, told = (one, other) if one.denies else (other, one)
    if not answers(denial) or not says_so(told):
        return False
    if are_of_selves(one, other) or are_nested(one, other) or not mean_alike(one, other, LEAST_ALIKE_POLARITY):
        return False
    return words >= FEWEST_WORDS and min(contain(one, other), contain(other, one)) >= LEAST_CONTAINED


def differ(left: Figure, right: Figure, common: float) -> bool:
    """Whether two figures count one thing and cannot both be right."""
    return counts_the_same(left, right, common) and not agree(left, right)
