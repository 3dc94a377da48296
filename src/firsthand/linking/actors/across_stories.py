"""Which names are one actor's in all stories: whole names of persons, and names of bodies that say who is meant."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from firsthand.lexicons.name_parts import FIELD_OF
from firsthand.lexicons.nicknames import NICKNAMES
from firsthand.linking.actors.bearings import Bearing
from firsthand.linking.actors.groups import Group
from firsthand.linking.actors.links import Doubt, Finding, Link
from firsthand.linking.actors.persons_in_story import pick_offices
from firsthand.linking.names.letters import make_spelling_key

LARGEST_ROW = 30  # forms of one given name before one surname: there are fewer, but in made-up text
PersonKey = tuple[str, str, str]  # given name, surname, generation


def join_across(groups: Iterable[Group]) -> Iterator[Finding]:
    """Links between groups of any stories, with no view to how often or when a name came."""
    bodies: defaultdict[str, list[Group]] = defaultdict(list)
    persons: defaultdict[PersonKey, list[Group]] = defaultdict(list)
    for group in groups:
        if group.reading.bearing is Bearing.FULL:
            persons[make_person_key(group)].append(group)
        elif group.reading.bearing is Bearing.BODY and group.reading.is_known:
            bodies[group.reading.key].append(group)
    for block in bodies.values():
        yield from _chain(block, f"“{block[0].name}” is the same name")
    for block in persons.values():
        yield from join_namesakes(block)
    yield from join_pet_names(persons)


def make_person_key(group: Group) -> PersonKey:
    """What all spellings of a whole name share; names in the middle are left out."""
    words = group.reading.words
    return make_spelling_key(words[0]), make_spelling_key(words[-1]), group.reading.generation


def join_namesakes(block: Sequence[Group]) -> Iterator[Finding]:
    """Bearers of one given name and surname: one person, unless middle names or the fields of life differ."""
    parts = split_by_middle_names(block)
    for part in parts:
        fields = split_by_fields(part)
        for same in fields:
            yield from _chain(same, f"“{same[0].name}” is the same full name")
        yield from _doubt(fields, f"“{part[0].name}” may be two people: their roles are of different fields")
    yield from _doubt(parts, f"“{block[0].name}” may be two people: the middle names differ")


def split_by_middle_names(block: Sequence[Group]) -> list[list[Group]]:
    """One list where the middle names may all be one ("J.", "John", none); else a list for each first letter."""
    letters: defaultdict[str, list[Group]] = defaultdict(list)
    for group in block:
        letters["".join(word[0] for word in group.reading.words[1:-1])[:1]].append(group)
    if len(letters) - ("" in letters) <= 1:
        return [list(block)]
    return [letters[letter] for letter in sorted(letters)]


def split_by_fields(block: Sequence[Group]) -> list[list[Group]]:
    """One list for each field of life ("bishop", "coach") in their roles; those without go with the most articles."""
    fields: defaultdict[str, list[Group]] = defaultdict(list)
    for group in block:
        own = sorted({FIELD_OF[word] for word in group.roles if word in FIELD_OF})
        fields[own[0] if len(own) == 1 else ""].append(group)
    if len(fields) - ("" in fields) <= 1:
        return [list(block)]
    rest = fields.pop("", [])
    largest = min(fields, key=lambda field: (-sum(len(group.forms) for group in fields[field]), field))
    fields[largest] = sorted(fields[largest] + rest, key=lambda group: group.id)
    return [fields[field] for field in sorted(fields)]


def join_pet_names(persons: dict[PersonKey, list[Group]]) -> Iterator[Finding]:
    """Two forms of one given name before one surname: one person where they hold one office, else a doubt."""
    rows: defaultdict[tuple[int, str, str], list[list[Group]]] = defaultdict(list)
    for key in sorted(persons):
        given = persons[key][0].reading.words[0]
        for row in sorted(NICKNAMES.get(given, ())):
            rows[(row, *key[1:])].append(persons[key])
    for blocks in rows.values():
        if len(blocks) > LARGEST_ROW:
            continue
        for one, other in combinations(blocks, 2):
            names = f"“{one[0].name}” and “{other[0].name}”"
            if find_offices(one) & find_offices(other):
                yield Link(one[0].id, other[0].id, f"{names} are forms of one name, with one office")
            else:
                yield Doubt(one[0].id, other[0].id, f"{names} may be forms of one name")


def find_offices(groups: Iterable[Group]) -> frozenset[str]:
    """The titles and offices printed with any of these names."""
    return frozenset(word for group in groups for word in pick_offices(group))


def _chain(groups: Sequence[Group], because: str) -> Iterator[Finding]:
    for one, other in pairwise(groups):
        yield Link(one.id, other.id, because)


def _doubt(lists: Sequence[Sequence[Group]], because: str) -> Iterator[Finding]:
    for one, other in pairwise(lists):
        yield Doubt(one[0].id, other[0].id, because)
