"""Attributions that the wording alone shows, whatever the tagger thought: five fixed forms of agency English.

tail          "Talks have not begun yet - said spokesman Ivan Ivanov."     the sentence before the dash is the content
parenthesis   "The choice, the newspaper notes, was no accident."          the sentence around it is, in two pieces
last clause   "Talks have not begun, the ministry said on Monday."         what stands before it is the content
colon         'Ivan Ivanov on Telegram: "Talks have not begun."'          the quotation is
no answer     "The ministry did not respond to a request for comment."     what was not answered is

A pattern gives way where the tagger has found a cue, but for the tail and the parenthesis (PATTERNS, at the end).
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.features import Features
from firsthand.lexicons.cues import ANSWER_VERBS, REPORTING_VERBS
from firsthand.text.quotation_marks import find_touching

OPENERS = frozenset("“\"„«") | {"``", "''"}
DASHES = frozenset("-–—―")
MOST_SOURCE_WORDS = 10
MOST_ADVERBIAL_WORDS = 5
ADVERBIAL_STARTS = frozenset("on in at by to via during after before earlier later this last yesterday today".split())
ARTICLES = frozenset("the one".split())
AUXILIARIES = frozenset("did has have had does do will would".split())
CERTAINTY = 0.6  # the probability given to spans of a pattern: less than the tagger's own, where it is sure


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence, also in lower case, and where it begins among the article's words (`features`)."""

    first: int
    words: list[str]
    lower: list[str]
    features: Features


def apply_patterns(text: str, features: Features, spans: list[TaggedSpan], sentences: Sequence[tuple[int, int]]
                   ) -> list[TaggedSpan]:
    """The spans of a paragraph, in order, with those of the patterns in it, which replace whatever they overlap.

    Only the spans near a sentence are looked at: a paragraph may be a megabyte.
    """
    settled: list[TaggedSpan] = []
    near: list[TaggedSpan] = []
    taken = 0
    for first, last in sentences:
        words = [text[start:end] for start, end in features.words[first:last]]
        sentence = Sentence(first, words, [word.lower() for word in words], features)
        for find, wins in PATTERNS:
            found = find(sentence)
            end = max([last, *(span.last for span in found)])  # a quotation may end in a later sentence
            while taken < len(spans) and spans[taken].first < end:
                near.append(spans[taken])
                taken += 1
            if found and (wins or not _has_cue(near, found)):
                near = _replace(near, found)
                break
        settled += [span for span in near if span.last <= last]
        near = [span for span in near if span.last > last]
    return settled + near + spans[taken:]


def find_colon(sentence: Sentence) -> list[TaggedSpan]:
    """A source, perhaps with where it spoke, then a colon and a quotation."""
    words, features = sentence.words, sentence.features
    colon = next((p for p in range(1, len(words) - 1) if words[p] == ":" and words[p + 1] in OPENERS), 0)
    first = next((place for place in range(colon) if words[place][0].isalpha()), colon)  # after a live blog's clock
    if not 0 < colon - first <= MOST_SOURCE_WORDS or not _is_source(words[first:colon], marks="'’.,-"):
        return []
    opening = features.words[sentence.first + colon + 1]
    quotation = next(iter(find_touching(features.quotations, *opening)), None)
    if quotation is None or quotation.span[0] != opening[0]:
        return []
    last = bisect_left(features.words, (quotation.span[1], 0)) - sentence.first
    place = next((p for p in range(first + 1, colon) if words[p] in ("on", "in", "via")), colon)
    return _make(sentence, (first, place), (place, colon + 1), [(colon + 1, last)])


def find_tail(sentence: Sentence) -> list[TaggedSpan]:
    """A dash, then verb and source or source and verb, up to the sentence's end."""
    words = sentence.words
    end = len(words) - (words[-1] in ".!?")
    dashes = [place for place, word in enumerate(words[:end]) if word in DASHES]
    if not dashes or dashes[-1] < 3 or not 2 <= end - dashes[-1] - 1 <= MOST_SOURCE_WORDS:
        return []
    first = dashes[-1] + 1
    if words[first] in REPORTING_VERBS and _is_source(words[first + 1 : end]):
        return _make(sentence, (first + 1, end), (first, first + 1), [(0, first - 1)])
    if words[end - 1] in REPORTING_VERBS and _is_source(words[first : end - 1]):
        return _make(sentence, (first, end - 1), (end - 1, end), [(0, first - 1)])
    return []


def find_parenthesis(sentence: Sentence) -> list[TaggedSpan]:
    """Source and verb between two commas inside a sentence."""
    words = sentence.words
    if any(word in '"“”' for word in words):
        return []
    commas = [place for place, word in enumerate(words) if word == ","]
    for left, right in pairwise(commas):
        inside = words[left + 1 : right]
        if left >= 1 and 2 <= len(inside) <= 5 and words[right - 1] in REPORTING_VERBS and _is_source(inside[:-1]):
            end = len(words) - (words[-1] in ".!?")
            if right + 1 < end:
                return _make(sentence, (left + 1, right - 1), (right - 1, right), [(0, left), (right + 1, end)])
    return []


def find_last_clause(sentence: Sentence) -> list[TaggedSpan]:
    """Source and verb after the last comma, with a few words of time or place behind them."""
    words, lower = sentence.words, sentence.lower
    end = len(words) - (words[-1] in ".!?")
    comma = next((place for place in range(end - 1, 3, -1) if words[place] == ","), 0)
    if comma and comma + 2 < end <= comma + 8 and words[comma + 1] in REPORTING_VERBS:
        is_plain = not any(word in '"“”' for word in words)
        if is_plain and _is_source(words[comma + 2 : end]) and words[comma + 2][0].isupper():
            return _make(sentence, (comma + 2, end), (comma + 1, comma + 2), [(0, comma)])  # "…, reports Reuters."
    for verb in range(comma + 2, min(end, comma + MOST_SOURCE_WORDS)):
        if comma and words[verb] in REPORTING_VERBS and end - verb <= MOST_ADVERBIAL_WORDS + 1:
            is_plain = not any(word in '"“”' for word in words)
            is_last = verb + 1 == end or lower[verb + 1] in ADVERBIAL_STARTS
            if is_plain and is_last and _is_source(words[comma + 1 : verb]):
                return _make(sentence, (comma + 1, verb), (verb, verb + 1), [(0, comma)])
    return []


def find_no_answer(sentence: Sentence) -> list[TaggedSpan]:
    """Silence on a question is an answer worth keeping: "did not (immediately) respond to …", "has not answered …"."""
    lower = sentence.lower
    for place in range(1, len(lower) - 2):
        verb = place + 2 + (lower[place + 2].endswith("ly"))
        if lower[place] not in AUXILIARIES or lower[place + 1] not in ("not", "never"):
            continue
        if verb >= len(lower) - 1 or lower[verb] not in ANSWER_VERBS:
            continue
        source = _subject_before(sentence, place)
        if source[0] == source[1]:
            continue
        end = next((i for i in range(verb + 1, len(lower)) if lower[i] in (".", ",", ";", "!", "?")), len(lower))
        if end > verb + 1:
            return _make(sentence, source, (place, verb + 1), [(verb + 1, end)])
    return []


def _subject_before(sentence: Sentence, place: int) -> tuple[int, int]:
    """The words before a verb, back to a mark or conjunction; empty where they are too many for a source."""
    first, earliest = place, max(0, place - MOST_SOURCE_WORDS - 1)
    while first > earliest and sentence.lower[first - 1] not in (",", ";", ":", "and", "but", "that", "“", '"', "”"):
        first -= 1
    return (first, place) if place - first <= MOST_SOURCE_WORDS else (place, place)


def _is_source(words: list[str], marks: str = "") -> bool:
    """Whether words can name a source: a name in them, or an article with a noun, or a personal pronoun."""
    if not words or any(not word[0].isalnum() and word not in marks for word in words):
        return False
    first = words[0].lower()
    if first in ("he", "she", "it", "they"):
        return len(words) == 1
    return (first in ARTICLES and len(words) > 1) or any(word[0].isupper() for word in words)


def _make(sentence: Sentence, source: tuple[int, int], cue: tuple[int, int], contents: list[tuple[int, int]]
          ) -> list[TaggedSpan]:
    parts = [("source", source), ("cue", cue), *(("content", content) for content in contents)]
    return [TaggedSpan(role, sentence.first + a, sentence.first + b, CERTAINTY) for role, (a, b) in parts if a < b]


def _replace(spans: list[TaggedSpan], found: list[TaggedSpan]) -> list[TaggedSpan]:
    """The pattern's spans for those they overlap; where its content comes first, an earlier beginning is kept.

    Not where source or cue come first: spans never overlap.
    """
    replaced = [span for span in spans if any(_overlap(span, other) for other in found)]
    rest = [span for span in spans if not any(_overlap(span, other) for other in found)]
    content = next(span for span in found if span.role == "content")
    earlier = [span.first for span in replaced if span.role == "content"]
    comes_first = all(content.first <= span.first for span in found)
    longer = replace(content, first=min([content.first, *earlier])) if comes_first else content
    return rest + [longer if span is content else span for span in found]


def _has_cue(spans: list[TaggedSpan], found: list[TaggedSpan]) -> bool:
    """Whether the tagger has a cue where the pattern has its own."""
    cue = next(span for span in found if span.role == "cue")
    return any(span.role == "cue" and _overlap(span, cue) for span in spans)


def _overlap(one: TaggedSpan, other: TaggedSpan) -> bool:
    return one.first < other.last and other.first < one.last


# In the order they are tried, and whether a pattern wins where the tagger has found a cue of its own.
PATTERNS: tuple[tuple[Callable[[Sentence], list[TaggedSpan]], bool], ...] = (
    (find_colon, False),
    (find_tail, True),  # the tagger lets these contents end too early
    (find_parenthesis, True),  # the tagger forgets the second piece
    (find_last_clause, False),
    (find_no_answer, False),
)
