"""Phrases for tests, written as their words: each is found in the text from left to right."""

import re
from collections.abc import Sequence

from made_spans import read_tags, see, tag

from firsthand.extraction.attributions import Reading
from firsthand.extraction.mentions import Phrase, make_phrase
from firsthand.extraction.name_spans import Name
from firsthand.extraction.naming import Namer
from firsthand.extraction.roster import Roster

PERSON, BODY, PLACE, UNKNOWN = 0, 1, 2, -1


def find_words(text: str, words: str, after: int = 0) -> tuple[int, int]:
    """The words of a phrase as a half-open range."""
    span = tag(text, "source", words, after=find_start(text, words, after))
    return span.first, span.last


def find_start(text: str, words: str, after: int = 0) -> int:
    """The character where these words begin, and are no part of others ("he" in "the")."""
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, after).start()  # type: ignore[union-attr]


def make(text: str, words: str | None = None, kind: int = PERSON) -> Phrase:
    """The phrase that is a text, or that stands in it."""
    return make_phrase(text, see(text), *find_words(text, words or text), kind)


def make_all(text: str, *parts: tuple[str, int]) -> list[Phrase]:
    """Phrases for (words, kind) in reading order; each begins behind the start of the one before."""
    phrases, at = [], 0
    for words, kind in parts:
        at = find_start(text, words, at)
        phrases.append(make_phrase(text, see(text), *find_words(text, words, at), kind))
        at += 1
    return phrases


def read(text: str) -> Reading:
    """A reading without any tags."""
    return read_tags(text, [])


def name_all(text: str, phrases: Sequence[tuple[str, int]], names: Sequence[tuple[str, str]] = (),
             sources: Sequence[int] = (), roster: Roster | None = None) -> tuple[Roster, list[str | None]]:
    """The roster after the phrases of a text, and for each the name that its actor has at the end.

    phrases: (words, kind); names: (words, kind) that the model would see; sources: numbers of phrases that speak.
    """
    roster = roster or Roster()
    seen, at = [], 0
    for words, kind in names:
        at = find_start(text, words, at)
        seen.append(Name(*find_words(text, words, at), kind))
    places = Namer(read(text), seen, roster).name_all(make_all(text, *phrases), frozenset(sources))
    return roster, [None if place is None else roster.actors[place].name for place in places]
