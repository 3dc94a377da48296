"""Whether two speakers are one voice: the same person, a body and who speaks for it, a place and its officials."""

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.lexicons.names import PRONOUNS
from firsthand.lexicons.offices import EMPTY_WORDS
from firsthand.linking.names import compare_names
from firsthand.linking.origins.body_names import body_words, initials, names_of, same_body
from firsthand.linking.origins.ground import Ground
from firsthand.linking.origins.introductions import introducing_words
from firsthand.linking.origins.kinds import fold_words
from firsthand.linking.origins.posts import find_posts
from firsthand.records import Actor, ActorKind

# Two persons who say the same in one story, with names that agree as far as they go, are rarely two: "Roux" and "Anne
# Roux" score .35, "Ossei" and "Nadia Osei" .27, two first names before one surname below .1.
LIKELY_ENOUGH = 0.2


@dataclass(frozen=True)
class Voice:
    """Somebody who asserts a claim first-hand: an actor, the articles in which he does, and whether he confirms it."""

    actor: str
    articles: frozenset[str]
    confirms: bool = False


def join_voices(one: Voice, other: Voice, ground: Ground) -> str | None:
    """Why two speakers of one claim are one origin, for a reader; None where they are two."""
    a, b = ground.material.actors.get(one.actor), ground.material.actors.get(other.actor)
    if a is None or b is None:
        return None
    if names_agree(a, b, ground):
        return f"{a.name} and {b.name} are one name"
    for voice, body in ((a, b), (b, a)):
        phrase = speaks_for(voice, body, ground)
        if phrase:
            return f"{voice.name} speaks for {body.name} (“{phrase}”)"
    shared = find_shared_post(a, b, ground)
    if shared:
        return f"{a.name} and {b.name} both speak for one body (“{shared}”)"
    return _join_in_article(one, other, a, b, ground)


def _join_in_article(one: Voice, other: Voice, a: Actor, b: Actor, ground: Ground) -> str | None:
    """In one article a body or place that says it, and a person who is nobody else, are a lead and its quotation."""
    if one.articles.isdisjoint(other.articles):
        return None
    for whole, part in ((a, b), (b, a)):
        if whole.id in ground.places and part.id not in ground.places:
            if one.confirms == other.confirms and not is_elsewhere(part, whole, ground):
                return f"“{whole.name}” sums up what {part.name} says in the same article"
        elif whole.id not in ground.persons and part.id in ground.persons and not is_introduced(part, ground):
            return f"{part.name} says it beside {whole.name} in one article, and is introduced as nobody else's"
    return None


def is_elsewhere(speaker: Actor, place: Actor, ground: Ground) -> bool:
    """Whether a speaker belongs to another place than this one: two governments that say the same are two."""
    words = {word for name in names_of(speaker) for word in fold_words(name)} | introducing_words(speaker.id, ground)
    words |= {word for text, _ in find_posts(speaker.id, ground) for word in fold_words(text)}
    here = place_stems(fold_words(place.name), ground)
    there = place_stems(ground.place_words, ground) - here
    return starts_with(words, there) and not starts_with(words, here)


def place_stems(words: Iterable[str], ground: Ground) -> frozenset[str]:
    """Places' names without their last letters, so that "Kestovian" begins with that of Kestovia."""
    return frozenset(word[: max(4, len(word) - 2)] for word in words if word in ground.place_words)


def starts_with(words: Iterable[str], stems: frozenset[str]) -> bool:
    """Whether any word begins with any of the stems."""
    return any(word.startswith(tuple(stems)) for word in words)


def is_introduced(person: Actor, ground: Ground) -> bool:
    """Whether the articles say who a person is; that he is of the body at hand was seen before."""
    return bool(find_posts(person.id, ground) or introducing_words(person.id, ground) - PRONOUNS - EMPTY_WORDS)


def speaks_for(person: Actor, body: Actor, ground: Ground) -> str | None:
    """The words that make a person the voice of a body."""
    # What else a person is called may be his body's name ("the House" for its speaker).
    names = [body.name] if body.id in ground.persons else names_of(body)
    forms = [body_words(name, ground) for name in names]
    acronyms = {initials(body.name).casefold()} - {""}
    for text, phrase in find_posts(person.id, ground):
        words = body_words(text, ground)
        if (words & acronyms and len(words) == 1) or any(same_body(words, form, ground) for form in forms):
            return phrase
    return None


def find_shared_post(a: Actor, b: Actor, ground: Ground) -> str | None:
    """The words that make two persons voices of one body."""
    for text, phrase in find_posts(a.id, ground):
        words = body_words(text, ground)
        for other, _ in find_posts(b.id, ground):
            if same_body(words, body_words(other, ground), ground):
                return phrase
    return None


def names_agree(a: Actor, b: Actor, ground: Ground) -> bool:
    """Whether two names may be one: the count must not rise by a spelling that the corpus actors did not join."""
    if a.id in ground.places or b.id in ground.places:
        return False
    if a.id in ground.persons and b.id in ground.persons:
        return compare_names(a.name, b.name, ActorKind.PERSON).score >= LIKELY_ENOUGH
    if any(one.id in ground.persons and len(one.name.split()) > 1 for one in (a, b)):
        return False
    if a.name.casefold() in (initials(b.name).casefold(),) or b.name.casefold() == initials(a.name).casefold():
        return True
    forms = [body_words(name, ground) for name in names_of(b)]
    return any(same_body(body_words(name, ground), form, ground) for name in names_of(a) for form in forms)
