"""Figures that change: a toll that rises, an amount that is cut. A later figure updates the one before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.lexicons.counted import GROWING, LOOSE_UNITS, PERIODS
from firsthand.linking.contradiction.figures import Figure, count_other_things
from firsthand.linking.relations.utterances import Utterance, liken
from firsthand.linking.relations.views import ClaimView, compare_stems
from firsthand.records import Relation, RelationKind

# How much two claims must speak of the same, beside their figures; more where their unit counts many kinds of thing.
LEAST_COMMON, LEAST_COMMON_LOOSE, LEAST_COMMON_SUMS = 0.1, 0.2, 0.3
# Less in words will do if both mean the same: people and periods. Sums of money mostly differ in what they pay for.
LEAST_ALIKE_LOOSE = 0.5
PEOPLE_AND_PERIODS = PERIODS | {"people"}
FEWEST_WORDS = 5  # a claim of so few telling words is about its figure, and need not share others


@dataclass(frozen=True, slots=True)
class Revision:
    """Two claims with different figures for one thing, the earlier first. `names_old`: the later gives both."""

    earlier: ClaimView
    later: ClaimView
    old: Figure
    new: Figure
    names_old: bool
    common: float


def find_revisions(views: Sequence[ClaimView]) -> Iterator[Relation]:
    """The relations `updates` by figures, and `contradicts` where a count that can only grow was lowered."""
    counts = [view for view in views if view.figures and not view.is_denial]
    for later in counts:
        compared = (compare_figures(earlier, later) for earlier in counts)
        found = [revision for revision in compared if revision is not None and not is_repeated(revision, views)]
        # What a figure replaces is the one that is named beside it, else the one before it; not all ever given.
        named = [revision for revision in found if revision.names_old]
        if named:
            yield from make_relations(max(named, key=lambda one: (one.common, one.earlier.key)))
        elif found:
            yield from make_relations(max(found, key=lambda one: (one.earlier.first, one.old.value, one.earlier.key)))


def compare_figures(earlier: ClaimView, later: ClaimView) -> Revision | None:
    """A revision, if both claims give different figures for one thing and one came after the other."""
    if earlier is later:
        return None
    common = compare_stems(earlier, later)
    known = {figure.value for figure in earlier.figures}
    is_bare = earlier.shortest <= FEWEST_WORDS and later.shortest <= FEWEST_WORDS
    for old in earlier.figures:
        # The first figure of a claim is its own; others, as in "nine, not eleven", are what it is held against.
        new = next((one for one in later.figures if counts_the_same(old, one, common, is_bare=is_bare)), None)
        new = new or next((one for one in later.figures if mean_the_same(earlier, later, old, one)), None)
        if (
            new is not None
            and new.value not in known
            and not leaves_room(new, old)
            and is_before(earlier, later, old, new)
        ):
            return Revision(earlier, later, old, new, names(later, old, old.units & new.units), common)
    return None


def is_repeated(revision: Revision, views: Sequence[ClaimView]) -> bool:
    """Whether the later figure is no news: another claim gave it before the earlier one."""
    return any(
        view.first < revision.earlier.first
        and not view.is_denial
        and any(one.value == revision.new.value and one.units & revision.new.units for one in view.figures)
        for view in views
    )


def names(later: ClaimView, old: Figure, units: frozenset[str]) -> bool:
    """Whether a claim gives the old figure beside its own, and of the same: "nine, not eleven"."""
    telling = units - LOOSE_UNITS or units
    return any(one.value == old.value and one.units & telling for one in later.figures)


def is_before(earlier: ClaimView, later: ClaimView, old: Figure, new: Figure) -> bool:
    """Whether a claim was first made before another; of one day, the lower of two counts that can only grow."""
    if earlier.first == later.first:
        return bool(old.units & new.units & GROWING) and old.value < new.value
    return bool(earlier.first) and earlier.first < later.first


def counts_the_same(old: Figure, new: Figure, common: float, *, is_bare: bool = False) -> bool:
    """Whether two figures count one thing: a unit in common, and claims that speak of the same."""
    units = old.units & new.units
    if count_other_things(old, new):
        return False
    if units - LOOSE_UNITS:
        return is_bare or common >= LEAST_COMMON
    return bool(units) and common >= (LEAST_COMMON_LOOSE if units & PEOPLE_AND_PERIODS else LEAST_COMMON_SUMS)


def leaves_room(new: Figure, old: Figure) -> bool:
    """Whether a figure says no more than that the old one may be so: "more than 100" of 130."""
    return new.bound > 0 and new.value < old.value


def mean_the_same(earlier: ClaimView, later: ClaimView, old: Figure, new: Figure) -> bool:
    """Whether two figures of people or periods stand in wordings of one meaning."""
    is_loose = bool(old.units & new.units & PEOPLE_AND_PERIODS) and not count_other_things(old, new)
    return is_loose and any(
        liken(one, two) >= LEAST_ALIKE_LOOSE for one in find_naming(earlier, old) for two in find_naming(later, new)
    )


def find_naming(view: ClaimView, figure: Figure) -> list[Utterance]:
    """The wordings of a claim that give a figure."""
    return [one for one in view.wordings if any(each.value == figure.value for each in one.side.figures)]


def make_relations(revision: Revision) -> Iterator[Relation]:
    """The update, and the contradiction if there is one."""
    old, new = revision.old, revision.new
    change = "raised" if new.value > old.value else "lowered"
    reasons = [f"{change} from {old.words} to {new.words}"]
    if revision.later.first != revision.earlier.first:
        reasons.append(f"first said on {revision.later.first}, the other on {revision.earlier.first}")
    ids = revision.later.claim.id, revision.earlier.claim.id
    yield Relation(*ids, RelationKind.UPDATES, tuple(reasons))
    if new.value < old.value and old.units & new.units & GROWING:
        yield Relation(*ids, RelationKind.CONTRADICTS, (f"a count that can only grow was lowered to {new.words}",))
