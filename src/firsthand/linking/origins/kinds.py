"""What an actor is, as its name and the texts show it: the marked kinds of short names are often wrong."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from firsthand.lexicons.offices import BODIES_OF_HEADS, STATE_OFFICES
from firsthand.lexicons.outlets import NEWS_WORDS, OPEN_ENDINGS, OUTLET_ENDINGS, OUTLET_OPENINGS, OUTLETS
from firsthand.lexicons.persons import BODY_NOUNS, COMPANY_NOUNS
from firsthand.records import Actor, ActorKind

WORD = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"[’']s\b")
# Something is in what bears this name, as one says it of places, not of "in Nordby Bank".
VISITED = re.compile(r"\b(?:in|across|throughout|outside) ([A-ZÀ-ÞА-Я]\w{2,30})(?=[,.;\n]| [a-z])")
# Said once, it may be a slip ("Earlier in Nordby stated").
OFTEN = 2
OPENINGS = frozenset(word.casefold() for word in OUTLET_OPENINGS)


def fold_words(text: str) -> list[str]:
    """The words of a text in lower case, without accents and possessives."""
    flat = unicodedata.normalize("NFKD", POSSESSIVE.sub(" ", text))
    return WORD.findall("".join(sign for sign in flat if not unicodedata.combining(sign)).casefold())


def find_visited(text: str) -> Iterator[str]:
    """The names that a text says something is in."""
    return (match[1] for match in VISITED.finditer(text))


def is_place(actor: Actor, visited: Mapping[str, int]) -> bool:
    """Whether an actor is a place that acts, by its name alone: a country or its capital, no ministry of it."""
    bare = [word for word in fold_words(actor.name) if word not in ("the", "government", "of", "authorities")]
    if len(bare) != 1 or bare[0] in STATE_OFFICES or bare[0] in BODIES_OF_HEADS:
        return False
    is_visited = actor.kind == ActorKind.PERSON and visited.get(actor.name, 0) >= OFTEN
    return actor.kind == ActorKind.GOVERNMENT or is_visited


def is_body_phrase(source: str) -> bool:
    """Whether a source is "it", "the company" and the like: no person."""
    words = source.casefold().split()
    return words == ["it"] or (len(words) == 2 and words[0] == "the" and words[1] in COMPANY_NOUNS | BODY_NOUNS)


def has_outlet_name(actor: Actor) -> bool:
    """Whether a name reads as an outlet's ("Nordby Courier"): a publisher that has none is taken as its kind says."""
    words = [word.casefold() for word in actor.name.removeprefix("The ").split()]
    if actor.name in OUTLETS or len(words) < 2:
        return actor.name in OUTLETS
    ends = words[-1] in OUTLET_ENDINGS and (words[-1] not in OPEN_ENDINGS or not NEWS_WORDS.isdisjoint(words[:-1]))
    return ends or words[0] in OPENINGS
