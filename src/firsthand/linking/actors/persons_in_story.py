"""Which names of persons in one story are one person's: variants of whole names, then parts where one bearer fits."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import combinations

from firsthand.lexicons.names import NO_OFFICES, TITLES
from firsthand.lexicons.persons import FEMALE_WORDS, MALE_WORDS, MEN, WOMEN
from firsthand.linking.actors.bearings import Bearing
from firsthand.linking.actors.groups import Group, GroupId, Partition
from firsthand.linking.actors.links import Doubt, Finding, Link, take_each
from firsthand.linking.names import compare_names
from firsthand.linking.names.letters import make_skeleton
from firsthand.linking.names.words import NICKNAME, SKELETON, compare_words
from firsthand.records import ActorKind, Verdict

# More whole names with one surname than this in one story are no variants of each other, but a list of people.
LARGEST_BLOCK = 40
# What fits more names than this fits more than one person, and looking at them all would cost their square.
LARGEST_BUCKET = 200


def join_persons(groups: Sequence[Group], partition: Partition[GroupId]) -> Iterator[Finding]:
    """What is found among the groups of one story; the partition is grown by the links on the way.

    Whole names come first, then initials with a surname, then single words: what is weaker is held against what is
    stronger, and never decides between two of those.
    """
    bodies = {group.reading.key for group in groups if group.reading.bearing is Bearing.BODY}
    whole = [group for group in groups if group.reading.bearing is Bearing.FULL and not is_body(group, bodies)]
    parts = [group for group in groups if group.reading.bearing is Bearing.PART and not is_body(group, bodies)]
    initialled = [group for group in parts if len(group.reading.words) > 1]
    single = [group for group in parts if len(group.reading.words) == 1]
    for finding in compare_whole_names(whole):
        yield from take_each([finding], partition)
    known = list(whole)
    for layer in (initialled, single):
        index = _index_words(known)
        for part in layer:
            yield from take_each(attach_part(part, index, partition), partition)
        known += layer


def is_body(group: Group, bodies: Set[str]) -> bool:
    """Whether a name that one article takes for a person's is a body's in another."""
    return not group.roles and " ".join(sorted(group.reading.key.split())) in bodies


def compare_whole_names(groups: Iterable[Group]) -> Iterator[Finding]:
    """Variants of one whole name: alike by themselves, or nearly so and with one office."""
    blocks: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        blocks[make_skeleton(group.reading.words[-1])].append(group)
    for block in blocks.values():
        if len(block) > LARGEST_BLOCK:
            continue
        for one, other in combinations(block, 2):
            if not share_given_name(one, other):
                continue  # most pairs in a family are done with here, at a tenth of the cost
            found = compare_names(one.name, other.name, ActorKind.PERSON)
            because = ", ".join(found.because) or "the names are nearly the same"
            if found.verdict is Verdict.SAME or (found.verdict is Verdict.UNSURE and share_office(one, other)):
                yield Link(one.id, other.id, because)
            elif found.verdict is Verdict.UNSURE:
                yield Doubt(one.id, other.id, because)


def attach_part(part: Group, index: dict[str, list[Group]], partition: Partition[GroupId]) -> list[Finding]:
    """The one person whom a part of a name fits: by the surname, else by a given name; doubts where two do."""
    buckets = [index.get(make_skeleton(word), []) for word in part.reading.words if len(word) > 1]
    near = {group.id: group for bucket in buckets if len(bucket) <= LARGEST_BUCKET for group in bucket}
    bearers = [near[id] for id in sorted(near) if not is_other_sex(part, near[id])]
    for fits, what in ((fits_surname, "surname"), (fits_given_name, "given name")):
        fitting = [group for group in bearers if group.id != part.id and fits(part.reading.words, group.reading.words)]
        clusters = partition.sets(group.id for group in fitting)
        if len(clusters) > 1:
            by_office = [group for group in fitting if share_office(part, group)]
            clusters = partition.sets(group.id for group in by_office) or clusters
        if len(clusters) == 1:
            bearer = near[next(iter(clusters.values()))[0]]
            return [Link(part.id, bearer.id, f"“{part.name}” fits the {what} of {bearer.name} alone in the story")]
        if clusters:
            return [Doubt(part.id, near[ids[0]].id, f"“{part.name}” fits the {what} of more than one in the story")
                    for ids in clusters.values()]
    return []


def fits_surname(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a surname, alone or behind initials, is the one of a longer name."""
    if len(part) > len(whole) or compare_words(part[-1], whole[-1]).degree < SKELETON or len(part[-1]) == 1:
        return False
    return all(any(compare_words(one, other).degree for other in whole[:-1]) for one in part[:-1])


def fits_given_name(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a word, alone or before initials ("George W."), is the first name of a whole one."""
    if len(whole) < 2 or len(part[0]) == 1 or any(len(word) > 1 for word in part[1:]):
        return False
    initials = all(any(one[0] == other for one in whole[1:-1]) for other in part[1:])
    return initials and compare_words(part[0], whole[0]).degree >= NICKNAME


def share_given_name(one: Group, other: Group) -> bool:
    """Whether any word before the surname is like any of the other name's."""
    return any(compare_words(a, b).degree for a in one.reading.words[:-1] for b in other.reading.words[:-1])


def share_office(one: Group, other: Group) -> bool:
    """Whether a title or an office is printed with both names."""
    return bool(pick_offices(one) & pick_offices(other))


def pick_offices(group: Group) -> frozenset[str]:
    """The words among a group's roles that are titles of an office ("minister")."""
    return frozenset(word for word in group.roles if word in TITLES - NO_OFFICES)


def is_other_sex(part: Group, whole: Group) -> bool:
    """Whether a part's titles are a woman's, and the whole name a man's, or the other way about."""
    given = whole.reading.words[0]
    return bool((part.roles & FEMALE_WORDS and given in MEN) or (part.roles & MALE_WORDS and given in WOMEN))


def _index_words(groups: Iterable[Group]) -> dict[str, list[Group]]:
    index: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for skeleton in {make_skeleton(group.reading.words[0]), make_skeleton(group.reading.words[-1])}:
            index[skeleton].append(group)
    return index
