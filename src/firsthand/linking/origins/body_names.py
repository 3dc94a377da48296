"""Names of bodies by their words: what tells one from others, and which two go together."""

from firsthand.lexicons.offices import BODIES_OF_HEADS, EMPTY_WORDS, STATE_OFFICES
from firsthand.linking.origins.ground import Ground
from firsthand.linking.origins.kinds import fold_words
from firsthand.linking.origins.roots import is_proper
from firsthand.records import Actor

Tokens = frozenset[str]


def names_of(actor: Actor) -> list[str]:
    """The proper names of an actor, and those that are an office's."""
    names = ((name, fold_words(name)) for name in (actor.name, *actor.aliases))
    return [name for name, words in names if is_proper(name) or words[-1:] != words[:1]]


def body_words(text: str, ground: Ground) -> Tokens:
    """What tells a body from others: "President Karadal's office" is its office and whatever else it is called."""
    known = ground.memory.get(("body", text))
    if known is None:
        known = frozenset(BODIES_OF_HEADS.get(word, word) for word in fold_words(text) if word not in EMPTY_WORDS)
        known = known - ground.person_words if known & STATE_OFFICES else known
        ground.memory["body", text] = known
    return known


def same_body(one: Tokens, other: Tokens, ground: Ground) -> bool:
    """Whether two bodies' words go together: those of the shorter name are in the longer, and are not a place's."""
    less, more = sorted((one, other), key=lambda words: (len(words), sorted(words)))
    return bool(less) and less <= more and (less == more or not less <= ground.place_words)


def initials(name: str) -> str:
    """The capitals that begin a name's words, where there are at least two."""
    letters = "".join(word[0] for word in name.split() if word[:1].isupper() and word != "The")
    return letters if len(letters) > 1 else ""
