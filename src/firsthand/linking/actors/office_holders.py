"""Surnames with a high office ("President Karadal") in stories where nobody prints the whole name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from firsthand.lexicons.name_parts import HIGH_OFFICES
from firsthand.linking.actors.bearings import Bearing
from firsthand.linking.actors.groups import Group, GroupId, Partition
from firsthand.linking.actors.links import Doubt, Finding, Link
from firsthand.linking.names.letters import make_spelling_key

Office = tuple[str, str]  # the key of a surname, and an office


def join_office_holders(groups: Iterable[Group], partition: Partition[GroupId]) -> Iterator[Finding]:
    """Links to the one holder of that office with that surname in the whole corpus; doubts where there are two.

    A lone surname without an office never leaves its story. The groups are in the order of their ids.
    """
    ordered = {group.id: group for group in groups}
    clusters = [[ordered[id] for id in ids] for ids in partition.sets(ordered).values()]
    holders: defaultdict[Office, list[Group]] = defaultdict(list)
    for cluster in clusters:
        whole = [group for group in cluster if group.reading.bearing is Bearing.FULL]
        for office in sorted(find_offices(whole, cluster)):
            holders[office].append(whole[0])
    for cluster in clusters:
        if all(group.reading.bearing is Bearing.PART for group in cluster):
            yield from attach(cluster, holders)


def attach(cluster: Sequence[Group], holders: dict[Office, list[Group]]) -> Iterator[Finding]:
    """What is found for the names of one actor without a whole name."""
    offices = {office for group in cluster for office in find_offices([group], [group])}
    found = {holder.id: holder for office in offices for holder in holders.get(office, ())}
    name = cluster[0].name
    for id in sorted(found):
        if len(found) == 1:
            yield Link(cluster[0].id, id, f"“{name}” has the surname and the office of {found[id].name} alone")
        else:
            yield Doubt(cluster[0].id, id, f"“{name}” has the surname and the office of more than one")


def find_offices(groups: Iterable[Group], cluster: Sequence[Group]) -> set[Office]:
    """The surnames of names of a cluster with each high office that is printed with one of the cluster's names."""
    surnames = {make_spelling_key(group.reading.words[-1]) for group in groups}
    # Read once for all: a head of state has hundreds of names, one for each story.
    roles = {role.casefold() for one in cluster for form in one.forms for role in form.roles}
    offices = [role for role in roles if is_high_office(role)]
    return {(surname, role) for surname in surnames for role in offices}


def is_high_office(role: str) -> bool:
    """Whether one person at a time holds it: "president", "finance minister", "minister of finance"."""
    words = role.split()
    return role in HIGH_OFFICES or (len(words) > 1 and (words[-1] == "minister" or words[:2] == ["minister", "of"]))
