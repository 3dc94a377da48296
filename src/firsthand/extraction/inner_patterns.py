"""Attributions inside a content that wording shows: a subject with a verb of speech, whose claim it is, "citing".

The model's inner tags miss half of them, since no corpus annotates nested speech. Each pattern gives an attribution
with a probability below that of the model's own.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from firsthand.extraction.attributions import Reading
from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.links import Attribution
from firsthand.lexicons.nesting import (
    ALSO_NOUNS,
    ATTITUDE_OPENERS,
    BEING,
    BETWEEN,
    CITING,
    INNER_ADJECTIVES,
    INNER_NOUNS,
    INNER_VERBS,
    LISTENERS,
    MODALS,
    NOBODY,
    ONLY_BEFORE_A_CLAUSE,
    PASSIVES,
    REFERRING,
)
from firsthand.lexicons.persons import DETERMINERS, FIRST_PLURAL_PRONOUNS, FIRST_PRONOUNS, POSSESSIVES, SECOND_PRONOUNS

CERTAINTY = 0.55
LONGEST_SUBJECT = 8
LONGEST_SENTENCE = 120  # words looked through: a megabyte may stand without a stop
SUBJECTS = frozenset("he she they it we i you who which that".split())
CLAUSE_OPENERS = frozenset("that whether if how what why who when where he she they it we i you there this to".split())
OPENERS = frozenset('"“„‘`') | {"``", "''"}
MORE_ADVERBS = frozenset("very quite so too more most deeply sick and well".split())
TOLD = LISTENERS | {","}
BEFORE_ADJECTIVES = BETWEEN | MORE_ADVERBS
CLAUSE_OR_QUOTATION = CLAUSE_OPENERS | OPENERS
IMPERSONAL = frozenset("it this that there which".split())
NOUN_FOLLOWERS = frozenset("that to for of about with against by".split())
STOPS = frozenset(".!?;")
WALLS = frozenset(",.;:!?()“”\"–—") | {"and", "but", "or", "because", "that", "if", "when", "while", "as", "than"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a content, in lower case and as printed, from the article's word `first` on."""

    first: int
    lower: Sequence[str]
    printed: Sequence[str]
    phrases: Sequence[tuple[int, int]]  # mentions by the article's words, in reading order

    def span(self, role: str, first: int, last: int) -> TaggedSpan:
        """A span by places in this content."""
        return TaggedSpan(role, first + self.first, last + self.first, CERTAINTY)


def find_inner_patterns(reading: Reading, content: TaggedSpan, phrases: Sequence[tuple[int, int]]) -> list[Attribution]:
    """The attributions that wording shows in one piece of a content, in reading order.

    What is cited in a sentence of the passive ("This is stated in the Post with reference to …") follows that one at
    once, with the same content.
    """
    printed = [reading.text[start:end] for start, end in reading.features.words[content.first : content.last]]
    words = Words(content.first, [word.lower() for word in printed], printed, phrases)
    found: list[Attribution] = []
    for place, word in enumerate(words.lower):
        attribution = None
        if length := find_citing(words, place):
            attribution = read_citing(words, place, length)
        elif word in PASSIVES and place and words.lower[place - 1] in BEING:
            attribution = read_passive(words, place)
        for reads, read in ((INNER_VERBS, read_verb), (INNER_NOUNS, read_noun), (INNER_ADJECTIVES, read_adjective)):
            if attribution is None and word in reads:
                attribution = read(words, place)
        if attribution is not None:
            found.append(attribution)
    for one, other in pairwise(found):
        end_before(words, one, other)
    return found


def end_before(words: Words, one: Attribution, other: Attribution) -> None:
    """End a content before a clause with a source of its own: "the camp said it was ready, and Roux refused"."""
    if not other.sources or len(one.contents) != 1:
        return
    start = other.sources[0].first - words.first
    content = one.contents[0]
    before = start - 1
    if before > 0 and words.lower[before] in ("and", "but", "while", "so", "yet"):
        before -= words.lower[before - 1] == ","
        if content.first < before + words.first < content.last:
            one.contents = [replace(content, last=before + words.first)]


def find_citing(words: Words, place: int) -> int:
    """How many words of a citing phrase ("citing", "with reference to") begin here; 0 for none."""
    if words.lower[place] in CITING:
        return 1
    return next((len(phrase) for phrase in REFERRING if tuple(words.lower[place : place + len(phrase)]) == phrase), 0)


def read_citing(words: Words, place: int, length: int) -> Attribution | None:
    """What stands before a citing phrase in its sentence, and whom it cites."""
    start = find_start_of_sentence(words, place)
    source = find_noun_phrase(words, place + length)
    end = place - (words.lower[place - 1] == ",") if place else 0
    if source is None or end - start < 1:
        return None
    near = range(max(start, 1), min(end, start + 4))
    passive = next((p for p in near if words.lower[p] in PASSIVES and words.lower[p - 1] in BEING), None)
    if passive is not None:
        if passive - 1 <= start:
            return None
        end = passive - 1  # the subject of "This is stated in the Post"
    return Attribution(words.span("cue", place, place + length), [words.span("source", *source)],
                       [words.span("content", start, end)], CERTAINTY)


def read_passive(words: Words, place: int) -> Attribution | None:
    """What a passive states and where: "This is stated in the Post", whose source stands behind."""
    start = find_start_of_sentence(words, place)
    after = place + 1
    while after < len(words.lower) and words.lower[after] in ("in", "by", "to", "on", "also"):
        after += 1
    source = find_noun_phrase(words, after) if is_noun_phrase(words, after) else None
    if source is None or place - 1 - start < 1 or place - start > 12:
        return None
    return Attribution(words.span("cue", place, place + 1), [words.span("source", *source)],
                       [words.span("content", start, place - 1)], CERTAINTY)


def find_start_of_sentence(words: Words, place: int) -> int:
    """The place of the first word of the sentence, behind any mark that opens it."""
    start = place
    while start and words.lower[start - 1] not in STOPS and place - start < LONGEST_SENTENCE:
        start -= 1
    while start < place and not words.lower[start][0].isalnum():
        start += 1
    return start


def is_noun_phrase(words: Words, start: int) -> bool:
    """Whether a mention or a word such as "the" stands at a place: "informed in advance" names no source."""
    at = bisect_left(words.phrases, (words.first + start, 0))
    is_mention = at < len(words.phrases) and words.phrases[at][0] == words.first + start
    return is_mention or (start < len(words.lower) and words.lower[start] in DETERMINERS)


def find_noun_phrase(words: Words, start: int) -> tuple[int, int] | None:
    """The mention that begins at a place; else the words up to the next comma or stop, if they are few."""
    at = bisect_left(words.phrases, (words.first + start, 0))
    if at < len(words.phrases) and words.phrases[at][0] == words.first + start:
        widest = max(p[1] for p in words.phrases[at : at + 4] if p[0] == words.first + start) - words.first
        if widest <= len(words.lower):
            return start, widest
    end = start
    while end < len(words.lower) and end - start < LONGEST_SUBJECT and words.lower[end] not in WALLS | {"with"}:
        end += 1
    return (start, end) if end > start and words.lower[start][0].isalnum() else None


def read_verb(words: Words, place: int) -> Attribution | None:
    """A subject, a verb of speech and what is said, to the sentence's end."""
    first = place
    while first and (words.lower[first - 1] in BETWEEN or words.lower[first - 1].endswith("ly")):
        first -= 1
    subject = find_subject(words, first)
    if subject is None or not is_verb(words, subject, first, place):
        return None
    start = place + 1
    while start < len(words.lower) and words.lower[start] in TOLD:
        start += 1
    end = find_end(words, start)
    if end - start < 1 or is_speaker_himself(words, subject, start):
        return None
    if words.lower[place] in ONLY_BEFORE_A_CLAUSE and words.lower[start] not in CLAUSE_OR_QUOTATION:
        return None
    return Attribution(words.span("cue", first, place + 1), [words.span("source", *subject)],
                       [words.span("content", start, end)], CERTAINTY)


def read_adjective(words: Words, place: int) -> Attribution | None:
    """A subject with an attitude: "they are worried about …"."""
    first = place
    while first and (words.lower[first - 1] in BEFORE_ADJECTIVES or words.lower[first - 1].endswith("ly")):
        first -= 1
    if place + 1 >= len(words.lower) or words.lower[place + 1] not in ATTITUDE_OPENERS:
        return None
    subject = find_subject(words, first)
    if subject is None or words.lower[subject[0]] in IMPERSONAL:
        return None
    if not any(word in BEING for word in words.lower[first:place]):
        return None
    end = find_end(words, place + 1)
    return Attribution(words.span("cue", first, place + 1), [words.span("source", *subject)],
                       [words.span("content", place + 1, end)], CERTAINTY)


def is_verb(words: Words, subject: tuple[int, int], first: int, place: int) -> bool:
    """Whether a form of speech is an active verb of the subject: no passive, no noun, and not about nobody."""
    word, group = words.lower[place], words.lower[first:place]
    last = words.lower[subject[1] - 1]
    if words.lower[subject[0]] in ("no", *NOBODY) or last in NOBODY or last in ("to", "of", "by", "in"):
        return False
    before = words.lower[max(0, subject[0] - 2) : subject[0]]
    if last in POSSESSIVES or last.endswith(("’s", "'s")) or (before[1:] == ["of"] and before[0] in NOBODY):
        return False  # "Roux’s repeated warnings", "none of the sailors"
    if words.printed[place][0].isupper() and words.printed[place] != words.printed[place].upper():
        return False  # "the United States", "the State Department"
    if any(other in BEING for other in group) and not word.endswith("ing"):
        return False
    if word in ALSO_NOUNS:
        is_plural = last.endswith("s") and not last.endswith(("’s", "'s"))
        return last in SUBJECTS - {"that", "which"} or is_plural or any(other in MODALS for other in group)
    return True


def is_speaker_himself(words: Words, subject: tuple[int, int], start: int) -> bool:
    """Whether "I", "we" or "you" is the subject and no clause follows: "I want it" is the outer speaker's content."""
    own = FIRST_PRONOUNS | FIRST_PLURAL_PRONOUNS | SECOND_PRONOUNS
    return words.lower[subject[0]] in own and words.lower[start] not in CLAUSE_OR_QUOTATION


def find_subject(words: Words, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a verb group, by places; None where something else stands there."""
    if not end:
        return None
    if words.lower[end - 1] in SUBJECTS:
        return end - 1, end
    stop = bisect_left(words.phrases, (words.first + end, 0))
    inside = [p for p in words.phrases[max(0, stop - 12) : stop] if p[1] == words.first + end and p[0] >= words.first]
    if inside:
        return min(inside)[0] - words.first, end
    for first in range(end - 1, max(-1, end - LONGEST_SUBJECT), -1):
        if words.lower[first] in WALLS:
            return None
        if words.lower[first] in DETERMINERS:
            return (first, end) if first < end - 1 else None
    return None


def read_noun(words: Words, place: int) -> Attribution | None:
    """Whose claim it is, the noun, and what is claimed: "his claim that …", "the union's request to …"."""
    if place + 2 >= len(words.lower) or words.lower[place + 1] not in NOUN_FOLLOWERS:
        return None
    owner, after = find_owner(words, place), place + 1
    if words.lower[after] == "of" and (holder := find_holder(words, after + 1)) is not None:
        owner, after = holder
    if owner is None and words.lower[after] == "by":
        owner = find_noun_phrase(words, after + 1) if is_noun_phrase(words, after + 1) else None
        after = owner[1] if owner else after
        if owner is None or after >= len(words.lower) or words.lower[after] not in ("that", "to"):
            return None
    if owner is None:
        return None
    end = find_end(words, after)
    is_qualified = place > 0 and words.lower[place - 1].endswith("ed") and not owner[0] <= place - 1 < owner[1]
    start = place - is_qualified  # "a stated position"
    return Attribution(words.span("cue", start, place + 1), [words.span("source", *owner)],
                       [words.span("content", after, end)], CERTAINTY)


def find_holder(words: Words, start: int) -> tuple[tuple[int, int], int] | None:
    """Who holds what a dash, a colon or "is that" tells ("a stated position of the union: no talks"), and its start."""
    if not is_noun_phrase(words, start):
        return None
    phrase = find_noun_phrase(words, start)
    if phrase is None or phrase[1] + 1 >= len(words.lower):
        return None
    after = phrase[1]
    if words.lower[after] in "-–—:":
        return phrase, after + 1
    return (phrase, after + 1) if tuple(words.lower[after : after + 2]) == ("is", "that") else None


def find_owner(words: Words, place: int) -> tuple[int, int] | None:
    """Whose claim a noun is, by the possessive before it ("his", "the union’s"), a word or two between at most."""
    for start in range(place - 1, max(-1, place - 4), -1):
        word = words.lower[start]
        if word in POSSESSIVES:
            return start, start + 1
        if word.endswith(("’s", "'s")) and word[:-2] not in SUBJECTS:
            return find_subject(words, start + 1) or (start, start + 1)
        if word in DETERMINERS or not word.isalpha():
            return None
    return None


def find_end(words: Words, start: int) -> int:
    """Where what is said ends: with the sentence, at the latest with the content around it."""
    last = min(len(words.lower), start + LONGEST_SENTENCE)
    return next((place for place in range(start, last) if words.lower[place] in STOPS), last)
