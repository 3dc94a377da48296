"""What the words of a name say: whether it is one, and what bears it."""

from collections.abc import Sequence

from firsthand.extraction.acts import is_outlet
from firsthand.extraction.mentions import Phrase
from firsthand.extraction.name_spans import FUNCTION_WORDS, Name, is_title
from firsthand.extraction.roster import Roster, guess_kind
from firsthand.lexicons.names import (
    COMPANY_ENDINGS,
    INDEFINITES,
    OPENERS,
    ORGANISATION_WORDS,
    SURNAMES,
    TITLES,
    TOPICS,
)
from firsthand.lexicons.outlets import OUTLET_NOUNS
from firsthand.lexicons.persons import COMPANY_NOUNS, GOVERNMENT_NOUNS, MEN, WOMEN
from firsthand.lexicons.times import WEEKDAYS
from firsthand.records import ActorKind

PLACE = 2  # in heads.MENTION_KINDS
HINTS = {"person": ActorKind.PERSON, "organisation": ActorKind.ORGANISATION, "place": ActorKind.GOVERNMENT}
ONLY_TITLES = TITLES - SURNAMES
NEVER_FIRST = FUNCTION_WORDS - {"the"}
NO_NAMES = OPENERS | INDEFINITES | frozenset(WEEKDAYS)


def is_given_and_last_name(name: str) -> bool:
    """Whether a name is a known given name and one or two words more, none of them a body's."""
    words = name.lower().split()
    if not 2 <= len(words) <= 3 or (words[0] not in MEN and words[0] not in WOMEN):
        return False
    return not any(word in ORGANISATION_WORDS or word in COMPANY_ENDINGS for word in words)


def is_name(name: str) -> bool:
    """Whether words can be a name: not "I’ll", "On Thursday" or "Harbour Minister"."""
    words = name.lower().replace("’", "'").split()
    if words[-1] in ONLY_TITLES or all(word in NO_NAMES for word in words):
        return False
    return words[0].split("'")[0] not in NEVER_FIRST and not any(word in WEEKDAYS for word in words[1:])


def cut_possessor(name: str, own: str) -> str:
    """A body's name without whose it is ("Northmark's National Cyber Centre"), where the rest tells it from others.

    own: the name as the model has it.
    """
    whose, mark, rest = name.partition("'s ") if "'s " in name else name.partition("’s ")
    words = rest.lower().split()
    is_telling = len(words) > 2 or (len(words) == 2 and not all(w in ORGANISATION_WORDS | TOPICS for w in words))
    return rest if mark and own == rest and is_telling and whose[:1].isupper() else name


def is_body(publisher: str) -> bool:
    """Whether a publisher's name is a company's or a ministry's, whose own news this is, and no outlet's."""
    last = publisher.lower().split()[-1]
    return not is_outlet(publisher) and (last in ORGANISATION_WORDS - {"agency", "service"} or last in COMPANY_ENDINGS)


def guess_hint(phrase: Phrase, name: str, role: str | None, own: Name | None, bare: str) -> ActorKind | None:
    """What the context takes the bearer of a name for; None where it doesn't say. `bare`: the phrase in lower case."""
    opening = bare.split()[:3]
    if any(word in GOVERNMENT_NOUNS for word in opening[:2]):
        return ActorKind.GOVERNMENT  # "the authorities of Northmark"
    if any(word in OUTLET_NOUNS for word in opening):
        return ActorKind.OUTLET  # "the local portal Nordby Today"
    if any(word in COMPANY_NOUNS for word in opening):
        return ActorKind.ORGANISATION  # "the company Finch Copper"
    words = bare.replace(",", " ").split()
    is_body = any(word in ORGANISATION_WORDS for word in name.lower().split())
    is_body = is_body or name.lower().split()[-1] in COMPANY_ENDINGS
    if any(map(is_title, words)) and " " in name and not is_body:
        return ActorKind.PERSON
    if role in (None, "former") and name.lower().split()[-1] in COMPANY_ENDINGS - SURNAMES and " " in name:
        return ActorKind.ORGANISATION
    is_person = phrase.kind == 0 and (own is None or own.kind != "place") and guess_kind(name) is ActorKind.PERSON
    if is_person or is_given_and_last_name(name):
        return ActorKind.PERSON
    hint = HINTS.get(own.kind) if own else {1: ActorKind.ORGANISATION, PLACE: ActorKind.GOVERNMENT}.get(phrase.kind)
    return hint or (ActorKind.PERSON if role is not None else None)


def find_acronyms(roster: Roster, places: Sequence[int | None]) -> dict[int, int]:
    """Short forms of capitals and the actor whose initials they are: {place of "IMF": place of the Fund}."""
    used = sorted({place for place in places if place is not None})
    initials: dict[str, int] = {}
    for place in used:
        words = [word for word in roster.actors[place].name.replace("-", " ").split() if word[0].isupper()]
        if len(words) > 1:
            initials.setdefault("".join(word[0] for word in words).removeprefix("T"), place)
            initials.setdefault("".join(word[0] for word in words), place)
    found = {}
    for place in used:
        name = roster.actors[place].name.replace(".", "").removeprefix("the ").removeprefix("The ")
        if 2 <= len(name) <= 6 and name.isupper() and initials.get(name, place) != place:
            found[place] = initials[name]
    return found
