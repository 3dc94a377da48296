"""Attributions that the wording alone shows, whatever the tagger thought: three fixed forms of agency English.

tail          "Talks have not begun yet - said spokesman Ivan Ivanov."     the sentence before the dash is the content
parenthesis   "The choice, the newspaper notes, was no accident."          the sentence around it is, in two pieces
no answer     "The ministry did not respond to a request for comment."     what was not answered is

A pattern gives way where the tagger has found the cue, but for the tail: there the tagger ends too early.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.features import Features
from firsthand.lexicons.cues import ANSWER_VERBS, REPORTING_VERBS

DASHES = frozenset("-–—―")
MOST_SOURCE_WORDS = 10
CERTAINTY = 0.6  # the probability given to spans of a pattern: less than the tagger's own, where it is sure


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence, lower case beside as printed, and where it begins among the article's words."""

    first: int
    words: list[str]
    lower: list[str]


def apply_patterns(text: str, features: Features, spans: list[TaggedSpan], sentences: Sequence[tuple[int, int]]
                   ) -> list[TaggedSpan]:
    """The spans of a paragraph with those of the patterns in it, which replace whatever they overlap."""
    for first, last in sentences:
        words = [text[start:end] for start, end in features.words[first:last]]
        sentence = Sentence(first, words, [word.lower() for word in words])
        for find in (find_tail, find_parenthesis, find_no_answer):
            found = find(sentence)
            if found and (find is find_tail or not _has_cue(spans, found)):
                spans = _replace(spans, found)
                break
    return spans


def find_tail(sentence: Sentence) -> list[TaggedSpan]:
    """A dash, then verb and source or source and verb, up to the sentence's end."""
    words, lower = sentence.words, sentence.lower
    end = len(words) - (words[-1] in ".!?")
    dashes = [place for place, word in enumerate(words[:end]) if word in DASHES]
    if not dashes or dashes[-1] < 3 or not 2 <= end - dashes[-1] - 1 <= MOST_SOURCE_WORDS:
        return []
    first = dashes[-1] + 1
    if lower[first] in REPORTING_VERBS and _is_source(words[first + 1 : end]):
        return _make(sentence, (first + 1, end), (first, first + 1), [(0, first - 1)])
    if lower[end - 1] in REPORTING_VERBS and _is_source(words[first : end - 1]):
        return _make(sentence, (first, end - 1), (end - 1, end), [(0, first - 1)])
    return []


def find_parenthesis(sentence: Sentence) -> list[TaggedSpan]:
    """Source and verb between two commas inside a sentence."""
    words, lower = sentence.words, sentence.lower
    commas = [place for place, word in enumerate(words) if word == ","]
    for left, right in pairwise(commas):
        inside = words[left + 1 : right]
        if left >= 1 and 2 <= len(inside) <= 5 and lower[right - 1] in REPORTING_VERBS and _is_source(inside[:-1]):
            end = len(words) - (words[-1] in ".!?")
            if right + 1 < end and not any(word in '"“”' for word in words):
                return _make(sentence, (left + 1, right - 1), (right - 1, right), [(0, left), (right + 1, end)])
    return []


def find_no_answer(sentence: Sentence) -> list[TaggedSpan]:
    """Silence on a question is an answer worth keeping: "did not (immediately) respond to …", "has not answered …"."""
    lower = sentence.lower
    for place in range(1, len(lower) - 2):
        verb = place + 2 + (lower[place + 2].endswith("ly"))
        if lower[place] not in ("did", "has", "have", "had", "does", "do") or lower[place + 1] not in ("not", "never"):
            continue
        if verb >= len(lower) - 1 or lower[verb] not in ANSWER_VERBS:
            continue
        source = _subject_before(sentence, place)
        end = next((i for i in range(verb + 1, len(lower)) if lower[i] in (".", ",", ";", "!", "?")), len(lower))
        if source[0] < source[1] and end > verb + 1:
            return _make(sentence, source, (place, verb + 1), [(verb + 1, end)])
    return []


def _subject_before(sentence: Sentence, place: int) -> tuple[int, int]:
    """The words before a verb, back to a mark or conjunction."""
    first = place
    while first and sentence.lower[first - 1] not in (",", ";", ":", "and", "but", "that", "“", '"', "”"):
        first -= 1
    return (first, place) if place - first <= MOST_SOURCE_WORDS else (place, place)


def _is_source(words: list[str]) -> bool:
    """Whether words can name a source: a name in them, or an article with a noun, or a personal pronoun."""
    if not words or any(not word[0].isalnum() for word in words):
        return False
    first = words[0].lower()
    if first in ("he", "she", "it", "they"):
        return len(words) == 1
    return (first == "the" and len(words) > 1) or any(word[0].isupper() for word in words)


def _make(sentence: Sentence, source: tuple[int, int], cue: tuple[int, int], contents: list[tuple[int, int]]
          ) -> list[TaggedSpan]:
    parts = [("source", source), ("cue", cue), *(("content", content) for content in contents)]
    return [TaggedSpan(role, sentence.first + a, sentence.first + b, CERTAINTY) for role, (a, b) in parts if a < b]


def _replace(spans: list[TaggedSpan], found: list[TaggedSpan]) -> list[TaggedSpan]:
    """The pattern's spans for those they overlap; a content that began in an earlier sentence keeps its beginning."""
    rest = [span for span in spans if not any(_overlap(span, other) for other in found)]
    earlier = [span.first for span in spans if span.role == "content" and span not in rest]
    content = next(span for span in found if span.role == "content")
    longer = replace(content, first=min([content.first, *earlier]))
    return rest + [longer if span is content else span for span in found]


def _has_cue(spans: list[TaggedSpan], found: list[TaggedSpan]) -> bool:
    """Whether the tagger has a cue where the pattern has its own."""
    cue = next(span for span in found if span.role == "cue")
    return any(span.role == "cue" and _overlap(span, cue) for span in spans)


def _overlap(one: TaggedSpan, other: TaggedSpan) -> bool:
    return one.first < other.last and other.first < one.last
