"""Which names of bodies in one story are one body's: acronyms, short forms, and nouns where only one bearer fits."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from firsthand.lexicons.name_parts import GENERIC_TOPICS, LEGAL_FORMS, LONE_NOUNS
from firsthand.lexicons.names import COMPANY_ENDINGS, ORGANISATION_WORDS
from firsthand.lexicons.outlets import NEWS_WORDS
from firsthand.linking.actors.bearings import Bearing, Reading
from firsthand.linking.actors.groups import Group, GroupId, Partition
from firsthand.linking.actors.links import Doubt, Finding, Link, take_each
from firsthand.linking.names.bodies import make_body_key
from firsthand.records import ActorKind

LEAST_ACRONYM = 2
LARGEST_BUCKET = 200
COMMON_ENDS = ORGANISATION_WORDS | NEWS_WORDS | GENERIC_TOPICS  # "News" is no short form of "Nordby News"


def join_bodies(groups: Sequence[Group], partition: Partition[GroupId]) -> Iterator[Finding]:
    """What is found among the groups of one story; the partition is grown by the links on the way.

    Longer names come first, so that "the ministry" is held against "the finance ministry" when that has found the
    ministry whose it is.
    """
    yield from take_each(join_equal_names(groups), partition)
    bodies = [group for group in groups if group.reading.bearing in (Bearing.BODY, Bearing.NOMINAL)]
    short = [group for group in groups if group.reading.bearing in (Bearing.BODY, Bearing.NOMINAL, Bearing.PART)]
    index = _index_words(bodies)
    for group in sorted(short, key=lambda group: (-len(group.reading.words), group.id)):
        yield from take_each(attach_short_form(group, index, partition), partition)


def join_equal_names(groups: Iterable[Group]) -> Iterator[Finding]:
    """Names of the same words, whatever their articles took the bearers for."""
    first: dict[str, Group] = {}
    for group in groups:
        key = " ".join(sorted(map(make_body_key, group.reading.words)))
        if group.reading.bearing is Bearing.NOBODY or group.reading.generation:
            continue
        if (same := first.setdefault(key, group)) is not group and not is_person(same) * is_person(group):
            yield Link(same.id, group.id, f"“{group.name}” is the same name")


def is_person(group: Group) -> bool:
    """Whether a group's name is a person's, whole or in part."""
    return group.reading.bearing in (Bearing.FULL, Bearing.PART)


def attach_short_form(group: Group, index: dict[str, list[Group]], partition: Partition[GroupId]) -> list[Finding]:
    """The one body of which a group has the short form, the initials or the noun; doubts where two fit."""
    words = [index.get(make_body_key(word), []) for word in group.reading.words]
    buckets = [min(words, key=len, default=[]), index.get(f"{group.reading.acronym}.", [])]
    # A longer form has all the words of the short one, so the rarest word finds it. Where hundreds have even that
    # one, the short form tells nothing, and looking at them all would cost the square of their number.
    near = {other.id: other for bucket in buckets if len(bucket) <= LARGEST_BUCKET for other in bucket}
    fitting = [near[id] for id in sorted(near) if id != group.id and is_short_form(group.reading, near[id])]
    clusters = partition.sets(other.id for other in fitting)
    clusters.pop(partition.find(group.id), None)
    if len(clusters) == 1:
        bearer = near[next(iter(clusters.values()))[0]]
        return [Link(group.id, bearer.id, f"“{group.name}” fits {bearer.name} alone in the story")]
    return [Doubt(group.id, near[ids[0]].id, f"“{group.name}” fits more than one in the story")
            for ids in clusters.values()]  # fmt: skip


def is_short_form(short: Reading, body: Group) -> bool:
    """Whether a name may be short for a body's.

    By its initials ("SDF"); by a part of the words, if what kind of body it is stays the same ("the dam inspectorate"
    for "the Tamasca Dam Inspectorate"); a company's without the words for its trade ("Aurelia" for "Aurelia Copper");
    an outlet's by its last word ("the Courier"), if that is no place ("Press Agency of Brost").
    """
    long = body.reading
    if len(short.acronym) >= LEAST_ACRONYM and short.acronym in long.initials and short.acronym not in long.words:
        return True
    own, all_words = set(short.words), set(long.words)
    if len(own) == 1 and own & ORGANISATION_WORDS and not own & LONE_NOUNS:
        return False
    if len(own) >= len(all_words) or not own < all_words:
        return False
    rest = all_words - own
    if short.words == long.words[: len(short.words)] and rest <= COMPANY_ENDINGS | LEGAL_FORMS:
        return True
    if short.words == long.words[-1:] and is_outlet(body):
        return " of " not in body.name and short.words[0] not in COMMON_ENDS
    nouns = own & ORGANISATION_WORDS
    return bool(nouns) and nouns == all_words & ORGANISATION_WORDS and is_run(own, long.words)


def is_outlet(group: Group) -> bool:
    """Whether an article takes the bearer of a name for an outlet."""
    return any(form.kind is ActorKind.OUTLET for form in group.forms)


def is_run(words: Set[str], long: Sequence[str]) -> bool:
    """Whether words stand side by side in a longer name: in "University of Southern California" two of three don't."""
    return any(words == set(long[start : start + len(words)]) for start in range(len(long) - len(words) + 1))


def _index_words(groups: Iterable[Group]) -> dict[str, list[Group]]:
    """Groups by each of their words, and by their initials with a full stop."""
    index: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for key in {make_body_key(word) for word in group.reading.words}:
            index[key].append(group)
        for initials in group.reading.initials:
            index[f"{initials}."].append(group)
    return index
