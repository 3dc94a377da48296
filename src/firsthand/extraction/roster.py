"""The actors of one article in the making: a name that comes again, whole or in part, joins the one it is of."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from firsthand.lexicons.name_parts import PARTICLES
from firsthand.lexicons.names import BODIES_OF_PERSONS, COMPANY_ENDINGS, ORGANISATION_WORDS
from firsthand.lexicons.outlets import NEWS_WORDS, OPEN_ENDINGS, OUTLET_ENDINGS, OUTLET_OPENINGS, OUTLETS
from firsthand.lexicons.persons import MEN, WOMEN
from firsthand.records import ActorKind

CLOSED_ENDINGS = OUTLET_ENDINGS - OPEN_ENDINGS
LEAST_LETTERS = 5  # of a last name that may be mistyped: shorter ones are near too many others


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
        self._by_surname: dict[str, int] = {}  # of several words ("de Souza"), casefolded, and the first person's place
        self._last_names_by_letter: defaultdict[str, list[str]] = defaultdict(list)  # casefolded

    def add(self, name: str, role: str | None, has_article: bool, hint: ActorKind | None = None) -> int:
        """The place of the actor whose name this is: the first one that may bear it, or a new one.

        `hint` is what the context takes the bearer for; an outlet known by its name stays one.
        """
        kind = guess_kind(name)
        if hint is not None and kind is not ActorKind.OUTLET:
            kind = hint
        place = self._find(name, kind)
        if place is None:
            place = len(self.actors)
            if has_article and not role and kind is ActorKind.PERSON:
                kind = ActorKind.ORGANISATION  # no person's bare name takes an article: "the Kremlin"
            self.actors.append(NamedActor(name, kind))
            self._register(place)
        actor = self.actors[place]
        self._rename(place, name)
        if role and role not in actor.roles:
            actor.roles.append(role)
        return place

    def know(self, place: int, names: Iterable[str]) -> None:
        """Let an actor be found by these names too, unless they are another's."""
        for name in names:
            self._by_name.setdefault(name.casefold(), place)

    def find(self, name: str) -> int | None:
        """The place of the actor who is known by exactly this name; None where nobody is."""
        return self._by_name.get(name.casefold())

    def find_body(self, name: str) -> int | None:
        """The place of the actor with exactly this name, else of the first body whose name begins with this word."""
        if (known := self.find(name)) is not None or " " in name:
            return known
        found = self._by_end.get((name.casefold(), False, False), [])
        first = name.casefold()
        return next((place for place in found if self.actors[place].name.split()[0].casefold() == first), None)

    def _find(self, name: str, kind: ActorKind) -> int | None:
        plain = name.casefold()
        found = [self._by_name[plain]] if plain in self._by_name else []
        for bucket in self._choose_buckets(name, kind):
            same = next((place for place in bucket if _is_same(self.actors[place], name, kind)), None)
            found += [] if same is None else [same]
        if kind is ActorKind.PERSON and " " in name:
            found += self._find_by_surname(plain)
        if not found and kind is ActorKind.PERSON and " " not in name:
            found = self._find_misspelt(plain)
        return min(found, default=None)

    def _find_by_surname(self, name: str) -> list[int]:
        """The person whose surname of several words a name is, or ends with."""
        places = (self._by_surname.get(name), self._by_name.get(find_surname(name)))
        return [place for place in places if place is not None and self.actors[place].kind is ActorKind.PERSON]

    def _find_misspelt(self, name: str) -> list[int]:
        """The person whose last name a single name is, but for one letter: newsrooms mistype."""
        near = [other for other in self._last_names_by_letter[name[0]] if is_one_letter_off(name, other)]
        return [place for other in near[:1] for place in self._by_end[other, True, False][:1]]

    def _choose_buckets(self, name: str, kind: ActorKind) -> list[list[int]]:
        """Where actors stand that may bear the name, though not as it is written."""
        is_person, is_single = kind is ActorKind.PERSON, " " not in name
        kinds = (True, False) if is_person else (True,)  # of two that are no persons, part of a name joins nothing
        buckets = [self._by_end.get((end, person, not is_single), []) for end in _find_ends(name) for person in kinds]
        return buckets if is_person else [*buckets, self._by_bare_name.get(_make_bare(name), [])]

    def _rename(self, place: int, name: str) -> None:
        """Keep the longer name, and the other as an alias."""
        actor = self.actors[place]
        longer, shorter = sorted((actor.name, name), key=len, reverse=True)
        if self._is_noun_before(longer, shorter):  # "Purser Anne Roux" and "Anne Roux"
            longer, shorter = shorter, longer
        if shorter != longer and shorter not in actor.aliases:
            actor.aliases.append(shorter)
        actor.aliases[:] = [alias for alias in actor.aliases if alias != longer]
        if longer != actor.name:
            actor.name = longer
            self._register(place)
        self._by_name[name.casefold()] = min(place, self._by_name.get(name.casefold(), place))

    def _is_noun_before(self, longer: str, shorter: str) -> bool:
        """Whether the longer name is the shorter one with one word before it that is no known given name."""
        first, _, rest = longer.partition(" ")
        return rest == shorter and " " in shorter and first.lower() not in MEN | WOMEN

    def _register(self, place: int) -> None:
        """Make an actor found by its name of now."""
        actor = self.actors[place]
        is_person, is_single = actor.kind is ActorKind.PERSON, " " not in actor.name
        self._register_last_name(actor)
        if is_person and (surname := find_surname(actor.name)):
            self._by_surname.setdefault(surname, place)
        for end in _find_ends(actor.name):
            insort(self._by_end[end, is_person, is_single], place)
        if not is_person:
            insort(self._by_bare_name[_make_bare(actor.name)], place)

    def _register_last_name(self, actor: NamedActor) -> None:
        """Make a person found by a last name of one wrong letter."""
        last = actor.name.split()[-1].casefold()
        if actor.kind is ActorKind.PERSON and " " in actor.name and len(last) >= LEAST_LETTERS:
            self._last_names_by_letter[last[0]].append(last)


def guess_kind(name: str) -> ActorKind:
    """What bears a name, from its words alone; a person where nothing speaks against it."""
    lower = name.lower()
    if lower in OUTLETS or lower.removeprefix("the ") in OUTLETS:
        return ActorKind.OUTLET
    words = lower.split()
    if len(words) > 1 and (words[-1] in CLOSED_ENDINGS or words[0] in OUTLET_OPENINGS):
        return ActorKind.OUTLET
    if len(words) > 2 and words[-1] in OPEN_ENDINGS and words[-2] in NEWS_WORDS:
        return ActorKind.OUTLET
    if words[-1].strip(".") in ORGANISATION_WORDS or words[0] in ORGANISATION_WORDS or " of " in lower:
        return ActorKind.ORGANISATION
    if len(words) > 1 and words[-1] in COMPANY_ENDINGS:
        return ActorKind.ORGANISATION
    if len(words) == 1 and (name.isupper() or any(c.isupper() for c in name[1:])):
        return ActorKind.ORGANISATION
    return ActorKind.PERSON


def find_surname(name: str) -> str:
    """A surname of several words behind a given name ("Ana | de Souza"), casefolded; empty for others."""
    words = name.casefold().split()
    start = next((place for place in range(1, len(words) - 1) if words[place] in PARTICLES), None)
    return "" if start is None else " ".join(words[start:])


def is_one_letter_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter put in, left out or exchanged."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    longer, shorter = sorted((one[start:], other[start:]), key=len, reverse=True)
    return longer[1:] == shorter if len(longer) > len(shorter) else longer[1:] == shorter[1:]


def _make_bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _find_ends(name: str) -> set[str]:
    words = name.casefold().split()
    return {words[0], words[-1]}


def _is_same(actor: NamedActor, name: str, kind: ActorKind) -> bool:
    """Names that differ by an article only, or a last name alone for a person's full name."""
    if ActorKind.PERSON not in (actor.kind, kind):
        return _make_bare(name) == _make_bare(actor.name)
    longer, shorter = sorted((actor.name.split(), name.split()), key=len, reverse=True)
    if len(shorter) == 1 and longer[-1].casefold() in BODIES_OF_PERSONS:
        return False  # "Roux" is not "the Roux campaign"
    # The last name, or the first word: the family name in East Asia, the given name of somebody known well.
    ends = [longer[0].casefold(), longer[-1].casefold()]
    if len(shorter) > 1:
        tail = [word.casefold() for word in longer[-len(shorter) :]]
        return len(longer) > len(shorter) and tail == [word.casefold() for word in shorter]  # "van der Berg"
    if ActorKind.OUTLET in (actor.kind, kind):
        del ends[0]  # "the Courier" is the Nordby Courier, but Nordby is a town
    return len(longer) > 1 and shorter[0].casefold() in ends
