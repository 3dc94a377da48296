"""The actors of one article in the making: a name that comes again, whole or in part, joins the one it is of."""

from bisect import insort
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from firsthand.lexicons.names import ORGANISATION_WORDS, OUTLETS
from firsthand.records import ActorKind


@dataclass(slots=True)
class NamedActor:
    """An actor in the making."""

    name: str
    kind: ActorKind
    aliases: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


class Roster:
    """The actors in the order of their first names, found by name without looking through all of them.

    The lists of places may hold more than what is sought, since names grow; `_is_same` decides on each.
    """

    def __init__(self) -> None:
        self.actors: list[NamedActor] = []
        self._by_name: dict[str, int] = {}  # the first place of each name and alias, casefolded
        self._by_bare_name: defaultdict[str, list[int]] = defaultdict(list)  # without "the"; no persons
        # By the first and the last word; apart are persons from others, and single words from longer names.
        self._by_end: defaultdict[tuple[str, bool, bool], list[int]] = defaultdict(list)
        self._last_names: Counter[str] = Counter()

    def add(self, name: str, role: str | None, has_article: bool) -> int:
        """The place of the actor whose name this is: the first one that may bear it, or a new one."""
        place = self._find(name)
        if place is None:
            place = len(self.actors)
            kind = guess_kind(name)
            if has_article and not role and kind is ActorKind.PERSON:
                kind = ActorKind.ORGANISATION  # no person's bare name takes an article: "the Kremlin"
            self.actors.append(NamedActor(name, kind))
            self._register(place)
        actor = self.actors[place]
        self._rename(place, name)
        if role and role not in actor.roles:
            actor.roles.append(role)
        return place

    def is_last_name(self, word: str) -> bool:
        """Whether a person named so far bears this last name."""
        return self._last_names[word] > 0

    def _find(self, name: str) -> int | None:
        plain = name.casefold()
        found = [self._by_name[plain]] if plain in self._by_name else []
        for bucket in self._choose_buckets(name):
            same = next((place for place in bucket if _is_same(self.actors[place], name)), None)
            found += [] if same is None else [same]
        return min(found, default=None)

    def _choose_buckets(self, name: str) -> list[list[int]]:
        """Where actors stand that may bear the name, though not as it is written."""
        is_person, is_single = guess_kind(name) is ActorKind.PERSON, " " not in name
        kinds = (True, False) if is_person else (True,)  # of two that are no persons, part of a name joins nothing
        buckets = [self._by_end.get((end, kind, not is_single), []) for end in _find_ends(name) for kind in kinds]
        return buckets if is_person else [*buckets, self._by_bare_name.get(_make_bare(name), [])]

    def _rename(self, place: int, name: str) -> None:
        """Keep the longer name, and the other as an alias."""
        actor = self.actors[place]
        longer, shorter = sorted((actor.name, name), key=len, reverse=True)
        if shorter != longer and shorter not in actor.aliases:
            actor.aliases.append(shorter)
        actor.aliases[:] = [alias for alias in actor.aliases if alias != longer]
        if longer != actor.name:
            self._count_last_name(actor, -1)
            actor.name = longer
            self._register(place)
        self._by_name[name.casefold()] = min(place, self._by_name.get(name.casefold(), place))

    def _register(self, place: int) -> None:
        """Make an actor found by its name of now."""
        actor = self.actors[place]
        is_person, is_single = actor.kind is ActorKind.PERSON, " " not in actor.name
        self._count_last_name(actor, 1)
        for end in _find_ends(actor.name):
            insort(self._by_end[end, is_person, is_single], place)
        if not is_person:
            insort(self._by_bare_name[_make_bare(actor.name)], place)

    def _count_last_name(self, actor: NamedActor, number: int) -> None:
        if actor.kind is ActorKind.PERSON and " " in actor.name:
            self._last_names[actor.name.split()[-1]] += number


def guess_kind(name: str) -> ActorKind:
    """What bears a name, from its words alone; a person where nothing speaks against it."""
    lower = name.lower()
    if lower in OUTLETS or lower.removeprefix("the ") in OUTLETS:
        return ActorKind.OUTLET
    words = lower.split()
    if words[-1].strip(".") in ORGANISATION_WORDS or words[0] in ORGANISATION_WORDS or " of " in lower:
        return ActorKind.ORGANISATION
    if len(words) == 1 and (name.isupper() or any(c.isupper() for c in name[1:])):
        return ActorKind.ORGANISATION
    return ActorKind.PERSON


def _make_bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _find_ends(name: str) -> set[str]:
    words = name.casefold().split()
    return {words[0], words[-1]}


def _is_same(actor: NamedActor, name: str) -> bool:
    """Names that differ by an article only, or a last name alone for a person's full name."""
    if ActorKind.PERSON not in (actor.kind, guess_kind(name)):
        return _make_bare(name) == _make_bare(actor.name)
    longer, shorter = sorted((actor.name.split(), name.split()), key=len, reverse=True)
    # The last name, or the first word: the family name in East Asia, the given name of somebody known well.
    ends = (longer[0].casefold(), longer[-1].casefold())
    return len(shorter) == 1 and len(longer) > 1 and shorter[0].casefold() in ends
