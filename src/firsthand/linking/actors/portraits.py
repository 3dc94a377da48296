"""What a joined actor is called and what it is: chosen from its forms by counting, with fixed ways out of ties."""

from collections import Counter
from collections.abc import Iterable, Sequence

from firsthand.lexicons.outlets import OUTLETS
from firsthand.linking.actors.bearings import Bearing, read_name
from firsthand.linking.actors.forms import ActorForm
from firsthand.linking.names.persons import read_person
from firsthand.records import ActorKind

# The kind that a body without a name is taken for is a guess, and so is "person" for a lone word: they count less.
SURE = 4
GUESS = 1
# What wins among kinds with as many votes.
KINDS = (ActorKind.OUTLET, ActorKind.ORGANISATION, ActorKind.GOVERNMENT, ActorKind.PERSON, ActorKind.GROUP,
         ActorKind.DOCUMENT)  # fmt: skip
# How good a name is: whole names of persons before bodies' names, before what names nobody.
RANKS = {Bearing.FULL: 0, Bearing.BODY: 0, Bearing.PART: 1, Bearing.NOMINAL: 2, Bearing.NOBODY: 3}
MOST_ALIASES = 20
MOST_ROLES = 12


def choose_kind(forms: Iterable[ActorForm]) -> ActorKind:
    """The kind that most articles take the actor for; a known outlet is one."""
    votes: Counter[ActorKind] = Counter()
    for form in forms:
        if form.name.casefold().removeprefix("the ") in OUTLETS:
            return ActorKind.OUTLET
        bearing = read_name(form.name, form.kind).bearing
        kind = ActorKind.ORGANISATION if is_body_person(form) else form.kind
        is_sure = bearing in (Bearing.FULL, Bearing.BODY) or bool(form.roles)
        votes[kind] += SURE if is_sure else GUESS
    return min(votes, key=lambda kind: (-votes[kind], KINDS.index(kind)))


def is_body_person(form: ActorForm) -> bool:
    """Whether an article takes for a person what has a body's name ("Aurelia Copper")."""
    return form.kind is ActorKind.PERSON and read_name(form.name, form.kind).bearing in (Bearing.BODY, Bearing.NOMINAL)


def choose_name(forms: Sequence[ActorForm], kind: ActorKind) -> str:
    """The best sort of name there is; of these the one most articles print, then the one printed first."""
    if len(forms) == 1:
        return forms[0].name  # most actors: only one article names them
    articles = Counter(name for name, _ in {(form.name, form.article) for form in forms})
    firsts = {form.name: form for form in sorted(forms, key=lambda form: (form.day or "~", form.anchor), reverse=True)}

    def rank(name: str) -> tuple[int, bool, int, int, str, str]:
        reading = read_name(name, kind if kind is ActorKind.PERSON else firsts[name].kind)
        titles = len(read_person(name).titles) if kind is ActorKind.PERSON else 0
        day = firsts[name].day or "~"
        return RANKS[reading.bearing], bool(reading.acronym), titles, -articles[name], day, name

    return min(articles, key=rank)


def choose_aliases(forms: Iterable[ActorForm], name: str) -> tuple[str, ...]:
    """The other names, the most frequent ones first."""
    counts = Counter(alias for form in forms for alias in {form.name, *form.aliases} if alias != name)
    return tuple(sorted(counts, key=lambda alias: (-counts[alias], alias))[:MOST_ALIASES])


def choose_roles(forms: Iterable[ActorForm]) -> tuple[str, ...]:
    """The roles, the most frequent ones first; of spellings that differ by capitals, the most frequent one."""
    counts = Counter(role for form in forms for role in form.roles)
    ordered = sorted(counts, key=lambda role: (-counts[role], role))
    best: dict[str, str] = {}
    for role in ordered:
        best.setdefault(role.casefold(), role)
    return tuple(best.values())[:MOST_ROLES]
