"""Forms that are one by their name in a story, and their partition into actors: a union that no order changes."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from firsthand.linking.actors.bearings import Bearing, Reading, read_name
from firsthand.linking.actors.forms import ActorForm

T = TypeVar("T", bound=Hashable)
GroupId = tuple[str, str, str]  # story, bearing, key


@dataclass
class Group:
    """The forms with one name in one story, in the order of their anchors; filled before anything is asked of it."""

    story: str
    reading: Reading
    forms: list[ActorForm] = field(default_factory=list)

    @cached_property
    def id(self) -> GroupId:
        """What tells it from every other group, whatever order the forms came in."""
        return self.story, self.reading.bearing, self.reading.key or "/".join(self.forms[0].anchor)

    @cached_property
    def name(self) -> str:
        """The name most forms print; the first by the alphabet among equals."""
        counts = Counter(form.name for form in self.forms)
        return min(counts, key=lambda name: (-counts[name], name))

    @cached_property
    def roles(self) -> frozenset[str]:
        """The words of all roles."""
        return frozenset(word for form in self.forms for role in form.roles for word in role.lower().split())


class Partition(Generic[T]):
    """Sets of items that grow together; which sets there are in the end depends on the pairs, not on their order."""

    def __init__(self) -> None:
        self._parent: dict[T, T] = {}

    def find(self, item: T) -> T:
        """The item that stands for the set for now."""
        root = item
        while (above := self._parent.get(root, root)) != root:
            root = above
        while item != root:
            self._parent[item], item = root, self._parent.get(item, item)
        return root

    def join(self, one: T, other: T) -> None:
        """Makes the sets of two items one."""
        self._parent[self.find(one)] = self.find(other)

    def sets(self, items: Iterable[T]) -> dict[T, list[T]]:
        """The sets of these items, in the items' order."""
        found: defaultdict[T, list[T]] = defaultdict(list)
        for item in items:
            found[self.find(item)].append(item)
        return dict(found)


def group_forms(forms: Iterable[ActorForm], story_of: Mapping[str, str]) -> dict[str, list[Group]]:
    """The groups of each story, sorted by their ids. An article without a story is a story of its own."""
    groups: dict[GroupId, Group] = {}
    labels: dict[str, str] = {}
    for form in sorted(forms, key=lambda form: form.anchor):
        reading = read_name(form.name, form.kind)
        # A story goes by its first article here, so that what its id is changes nothing.
        story = labels.setdefault(story_of.get(form.article, f"{form.article} alone"), form.article)
        key = reading.key or "/".join(form.anchor)
        groups.setdefault((story, reading.bearing, key), Group(story, reading)).forms.append(form)
    stories: defaultdict[str, list[Group]] = defaultdict(list)
    for id in sorted(groups):
        stories[id[0]].append(groups[id])
    return dict(stories)


def is_named(group: Group) -> bool:
    """Whether a group's name says by itself who is meant, in whatever story."""
    bearing = group.reading.bearing
    return bearing is Bearing.FULL or (bearing is Bearing.BODY and group.reading.is_known)
