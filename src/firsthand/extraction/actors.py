"""Who the sources are: sources that give a name, joined by that name. Pronouns and nominals stay open (None)."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from firsthand.lexicons.names import ORGANISATION_WORDS, OUTLETS, PRONOUNS, TITLES
from firsthand.records import Actor, ActorKind

# A run of capitalised words, joined by small ones that names hold ("Bank of England", "Ursula von der Leyen").
NAME = re.compile(
    r"(?:[^\W\d_a-z][\w’'.\-]*)(?:\s+(?:(?:of|for|the|de|del|der|den|von|van|bin|al|la|le|and|&)\s+){0,2}"
    r"(?:[^\W\d_a-z][\w’'.\-]*))*"
)
POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(slots=True)
class NamedActor:
    """An actor in the making."""

    name: str
    kind: ActorKind
    aliases: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


def find_actors(sources: Sequence[str], article_id: str) -> tuple[list[Actor], list[str | None]]:
    """The actors behind source texts, and for each source its actor's id (None where it gives no name)."""
    known: list[NamedActor] = []
    places: list[int | None] = []
    for source in sources:
        name, role = split_name(source)
        places.append(None if name is None else _place(known, name, role))
    actors = [
        Actor(make_id(article_id, actor.name), actor.name, actor.kind, tuple(actor.aliases), tuple(actor.roles))
        for actor in known
    ]
    return actors, [None if place is None else actors[place].id for place in places]


def split_name(source: str) -> tuple[str | None, str | None]:
    """The name in a source and the role printed with it, each None where there is none."""
    words = source.split()
    if not words or words[0].lower().strip(",.") in PRONOUNS:
        return None, None
    best: str | None = None
    role: str | None = None
    for match in NAME.finditer(source):
        parts = match.group().split()
        titles = []
        while len(parts) > 1 and parts[0].lower().strip(".,") in TITLES:
            titles.append(parts.pop(0))
        name = POSSESSIVE.sub("", " ".join(parts)).rstrip(".,") if parts else ""
        if match.start() == 0 and len(parts) == 1 and name.lower() in TITLES | {"the", "a", "an", "some", "one"}:
            continue
        if len(name) > 1 and not _is_only_first_capital(source, match, parts):
            best, role = name, " ".join([*titles]) or None
            if "," in source[match.end() : match.end() + 2] or len(parts) > 1:
                break
    return best, role


def _is_only_first_capital(source: str, match: re.Match[str], parts: list[str]) -> bool:
    """A word that is capitalised only because it opens the sentence ("Officials", "Critics of the plan")."""
    if match.start() > 0 or len(parts) > 1 or parts[0].isupper() or not parts[0].endswith("s"):
        return False
    follows = source[match.end() :].split()
    return not follows or follows[0].islower()


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


def make_id(article_id: str, name: str) -> str:
    """An actor's id in its article: stable for the same article and name."""
    return "a" + hashlib.sha256(f"{article_id}\0{name.casefold()}".encode()).hexdigest()[:12]


def _place(known: list[NamedActor], name: str, role: str | None) -> int:
    place = next((place for place, actor in enumerate(known) if _is_same(actor, name)), len(known))
    if place == len(known):
        known.append(NamedActor(name, guess_kind(name)))
    actor = known[place]
    longer, shorter = sorted((actor.name, name), key=len, reverse=True)
    if shorter != longer and shorter not in actor.aliases:
        actor.aliases.append(shorter)
    actor.name = longer
    actor.aliases[:] = [alias for alias in actor.aliases if alias != longer]
    if role and role not in actor.roles:
        actor.roles.append(role)
    return place


def _is_same(actor: NamedActor, name: str) -> bool:
    """Equal names, or a last name alone for a person's full name."""
    if name.casefold() in (actor.name.casefold(), *(a.casefold() for a in actor.aliases)):
        return True
    if ActorKind.PERSON not in (actor.kind, guess_kind(name)):
        return name.casefold().removeprefix("the ") == actor.name.casefold().removeprefix("the ")
    longer, shorter = sorted((actor.name.split(), name.split()), key=len, reverse=True)
    return len(shorter) == 1 and len(longer) > 1 and longer[-1].casefold() == shorter[0].casefold()
