"""From scores to attributions: spans, links within paragraphs, then what a paragraph alone can't show.

The order of the steps is the list in `find_attributions`.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.boundaries import join_over_commas, snap_content, start_at_that, trim_content
from firsthand.extraction.decoding import TaggedSpan, decode_all
from firsthand.extraction.features import Features
from firsthand.extraction.links import Attribution, Network, Paragraph, count_sentence_ends, link
from firsthand.extraction.patterns import apply_patterns
from firsthand.extraction.second_looks import (
    LEAST_CUE_TRACE,
    LEAST_CUE_TRACE_BY_QUOTATION,
    LEAST_SOURCE_TRACE,
    look_again,
    role_probabilities,
)
from firsthand.text.quotation_marks import Closing, Quotation, find_touching
from firsthand.text.words import Span, split_paragraphs

Scores = NDArray[np.float32]
LEAST_QUOTED_WORDS = 4  # shorter quotations without any attribution are names, titles and scare quotes
CROWD = 48  # spans linked at once; only a paragraph of many pages has more, and all pairs of those would take for ever
CLOSING_MARKS = frozenset("”\"’»")
HEARSAY = frozenset("allegedly reportedly supposedly purportedly".split())
TAIL = 12  # words of a neighbouring paragraph in which the cue of a quotation may stand


@dataclass(frozen=True, slots=True)
class Reading:
    """An article under extraction: all steps share it."""

    text: str
    features: Features
    scores: Scores
    ends: list[int]
    paragraphs: list[tuple[int, int]]  # half-open word ranges
    sources: NDArray[np.float32]  # for every word the probability of the role
    cues: NDArray[np.float32]


def find_attributions(reading: Reading, transitions: Scores, networks: dict[str, Network]) -> list[Attribution]:
    """The attributions of an article in reading order."""
    text, features, scores = reading.text, reading.features, reading.scores
    found: list[list[Attribution]] = []
    decoded = decode_all(scores, reading.paragraphs, transitions)
    for (first, last), tagged in zip(reading.paragraphs, decoded, strict=True):
        spans = [_shift(span, first) for span in tagged]
        spans = [span for span in (trim_content(text, features, s) for s in spans) if span and is_real(reading, span)]
        spans = apply_patterns(text, features, spans, split_sentences(reading, first, last))
        spans += find_untagged_quotations(reading, (first, last), spans)
        spans.sort(key=lambda span: span.first)
        found.append([])
        for start in range(0, len(spans), CROWD):
            found[-1] += link(Paragraph(text, features, spans[start : start + CROWD], reading.ends), networks)
    join_over_paragraphs(reading, found)
    attributions = [attribution for paragraph in found for attribution in paragraph]
    look_for_parts(reading, attributions)
    attributions = join_continued_quotations(reading, attributions)
    attributions = [a for a in attributions if is_worth_keeping(reading, a)]
    for attribution in attributions:
        drop_dummy_source(reading, attribution)
        attribution.contents = mend_contents(reading, attribution)
    return sorted(attributions, key=_place)


def make_reading(text: str, features: Features, scores: Scores) -> Reading:
    """Everything the steps ask for, computed once."""
    starts = np.array([start for start, _ in features.words], np.int64)
    ranges = []
    for start, end in split_paragraphs(text):
        first, last = int(np.searchsorted(starts, start)), int(np.searchsorted(starts, end))
        if first < last:
            ranges.append((first, last))
    return Reading(text, features, scores, count_sentence_ends(text, features), ranges,
                   role_probabilities(scores, "source"), role_probabilities(scores, "cue"))


def is_real(reading: Reading, span: TaggedSpan) -> bool:
    """Whether a span can be what it is tagged as: a source has letters, and the United States states nothing."""
    words = [reading.text[start:end] for start, end in reading.features.words[span.first : span.last]]
    if span.role == "source":
        return any(word[0].isalnum() for word in words)
    return not (span.role == "cue" and words == ["States"])


def find_untagged_quotations(reading: Reading, words: tuple[int, int], spans: list[TaggedSpan]) -> list[TaggedSpan]:
    """Quotations that read like speech but that the tagger passed over, as contents: no quoted speech is lost."""
    taken = {word for span in spans for word in range(span.first, span.last)}
    found = []
    start, end = reading.features.words[words[0]][0], reading.features.words[words[1] - 1][1]
    for quotation in find_touching(reading.features.quotations, start, end):
        first, last = words_inside(reading.features, quotation.span, words)
        if last - first < LEAST_QUOTED_WORDS + 2 or not is_speech(reading.text, quotation):
            continue
        if not any(word in taken for word in range(first, last)):
            found.append(TaggedSpan("content", first, last, 0.3))
    return found


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether a quotation has the look of speech: a capital at its start and a stop or comma at its end."""
    start, end = quotation.inner
    inner = text[start:end].strip()
    if len(inner.split()) < LEAST_QUOTED_WORDS or not inner[0].isupper():
        return False
    ends_well = inner[-1] in ".,!?…-—" or text[quotation.span[1] : quotation.span[1] + 1] in (".", ",")
    return ends_well or quotation.closing is not Closing.CLOSED


def split_sentences(reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    """The sentences of a range of words, by their end marks; a closing quotation mark stays with its sentence."""
    sentences, start = [], first
    for word in range(first, last):
        following = reading.text[reading.features.words[word + 1][0]] if word + 1 < last else ""
        ends_here = reading.ends[word + 1] > reading.ends[word] and following not in CLOSING_MARKS
        ended_before = word > start and reading.ends[word] > reading.ends[word - 1] and _is_closing(reading, word)
        if ends_here or ended_before:
            sentences.append((start, word + 1))
            start = word + 1
    return [*sentences, (start, last)] if start < last else sentences


def _is_closing(reading: Reading, word: int) -> bool:
    return reading.text[reading.features.words[word][0]] in CLOSING_MARKS


def words_inside(features: Features, span: Span, within: tuple[int, int]) -> tuple[int, int]:
    """The words of `within` that begin in a span of characters, as a half-open range (perhaps empty)."""
    first = bisect_left(features.words, (span[0], 0), *within)
    return first, bisect_left(features.words, (span[1], 0), first, within[1])


def join_over_paragraphs(reading: Reading, found: list[list[Attribution]]) -> None:
    """A paragraph that closes with a cue and a colon, and the quotation that opens the next one, belong together."""
    for number in range(len(found) - 1):
        above, below = found[number], found[number + 1]
        lone = next((a for a in reversed(above) if a.cue and not a.contents), None)
        orphan = next((a for a in below if a.cue is None), None)
        if lone and orphan and lone.cue and reading.paragraphs[number][1] - lone.cue.last <= TAIL:
            lone.contents = orphan.contents
            lone.link = min(lone.link, 0.7)
            below.remove(orphan)
    for number in range(1, len(found)):
        orphan = next((a for a in found[number - 1] if a.cue is None), None)
        lone = next((a for a in found[number] if a.cue and not a.contents), None)
        if orphan and lone and lone.cue and lone.cue.first - reading.paragraphs[number][0] <= TAIL:
            lone.contents = orphan.contents
            lone.link = min(lone.link, 0.6)
            found[number - 1].remove(orphan)
    for paragraph in found:
        paragraph[:] = [a for a in paragraph if a.contents]


def look_for_parts(reading: Reading, attributions: list[Attribution]) -> None:
    """Find the cue of a content that has none, and the source of a cue that has none, in the weaker scores."""
    taken = {
        word for a in attributions for span in (*a.contents, *a.sources, *([a.cue] if a.cue else []))
        for word in range(span.first, span.last)
    }
    for attribution in attributions:
        if attribution.cue is None:
            region = around(reading, attribution.contents[0])
            least = LEAST_CUE_TRACE_BY_QUOTATION if is_quoted(reading, attribution.contents[0]) else LEAST_CUE_TRACE
            attribution.cue = look_again(reading.cues, region, taken, "cue", least)
            if attribution.cue:
                taken.update(range(attribution.cue.first, attribution.cue.last))
        if attribution.cue and not attribution.sources:
            region = sentence_around(reading, attribution.cue)
            source = look_again(reading.sources, region, taken, "source", LEAST_SOURCE_TRACE)
            if source:
                attribution.sources.append(source)
                taken.update(range(source.first, source.last))


def paragraph_of(reading: Reading, span: TaggedSpan) -> int:
    """The number of the paragraph in which a span begins."""
    return bisect_right(reading.paragraphs, span.first, key=lambda paragraph: paragraph[0]) - 1


def around(reading: Reading, content: TaggedSpan) -> list[int]:
    """The words near a content where its cue may stand: its own paragraph, and the neighbours' nearest words."""
    number = paragraph_of(reading, content)
    first, last = reading.paragraphs[number]
    region = list(range(max(first, content.first - 2 * TAIL), min(last, content.last + 2 * TAIL)))
    if content.first - first <= 1 and number and reading.text[reading.features.words[first - 1][0]] == ":":
        region += range(max(reading.paragraphs[number - 1][0], first - TAIL), first)
    is_last = last - content.last <= 1 and last < len(reading.scores)
    if is_last and reading.text[reading.features.words[last][0]] in "-—–―":  # "― Name", the signature below a quotation
        region += range(last, min(last + TAIL, len(reading.scores)))
    return region


def sentence_around(reading: Reading, span: TaggedSpan) -> list[int]:
    """The words of the sentence in which a span stands, nearest paragraph borders respected."""
    first, last = reading.paragraphs[paragraph_of(reading, span)]
    number = reading.ends[span.first]
    left = span.first
    while left > first and reading.ends[left - 1] == number and span.first - left < 40:
        left -= 1
    right = span.last
    while right < last and reading.ends[right] == reading.ends[span.last] and right - span.last < 40:
        right += 1
    return list(range(left, right))


def join_continued_quotations(reading: Reading, attributions: list[Attribution]) -> list[Attribution]:
    """A paragraph that is one more quotation, with no cue of its own, goes on with the speaker of the one before."""
    kept: list[Attribution] = []
    for attribution in sorted(attributions, key=_place):
        content = attribution.contents[0]
        before = kept[-1] if kept else None
        if attribution.cue is None and before is not None and _goes_on(reading, before, content):
            before.contents.append(content)
        else:
            kept.append(attribution)
    return kept


def _goes_on(reading: Reading, before: Attribution, content: TaggedSpan) -> bool:
    number = paragraph_of(reading, content)
    quoted = is_quoted(reading, content)
    last_piece = max(before.contents, key=lambda span: span.last)
    was_quoted = reading.features.states[reading.features.first_piece[last_piece.last - 1]] > 0
    if not quoted or not was_quoted:
        return False
    opens = content.first - reading.paragraphs[number][0] <= 1
    above = reading.paragraphs[number - 1] if number else (0, 0)
    if opens and above[0] <= last_piece.first < above[1]:
        return True
    return reading.paragraphs[number][0] <= last_piece.first and before.cue is not None


def drop_dummy_source(reading: Reading, attribution: Attribution) -> None:
    """Nobody speaks in "it is expected" or "the clerk allegedly knew": "it" is empty, the clerk is of the content."""
    if attribution.cue is None or not attribution.sources:
        return
    cue, source = words_of(reading, attribution.cue), words_of(reading, attribution.sources[0])
    if source == ["it"] and cue[0] in ("is", "was", "’s", "'s") and len(cue) > 1:
        attribution.sources = []
    elif set(cue) <= HEARSAY and attribution.sources[0].last == attribution.cue.first:
        attribution.contents.append(replace(attribution.sources[0], role="content"))
        attribution.sources = []


def words_of(reading: Reading, span: TaggedSpan) -> list[str]:
    """The words of a span, in lower case."""
    return [reading.text[start:end].lower() for start, end in reading.features.words[span.first : span.last]]


def mend_contents(reading: Reading, attribution: Attribution) -> list[TaggedSpan]:
    """The contents in order, with whole quotations, without stray pieces of other sentences."""
    contents = [snap_content(reading.features, span) for span in attribution.contents]
    contents = [start_at_that(reading.text, reading.features, span) for span in contents]
    if attribution.cue and len(contents) > 1:
        contents = [c for c in contents if not is_stray(reading, attribution.cue, c)] or contents
    contents.sort(key=lambda span: span.first)
    return join_over_commas(reading.text, reading.features, contents)


def is_quoted(reading: Reading, content: TaggedSpan) -> bool:
    """Whether a content begins inside a quotation."""
    return reading.features.states[reading.features.first_piece[content.first]] > 0


def is_stray(reading: Reading, cue: TaggedSpan, content: TaggedSpan) -> bool:
    """Whether a piece stands unquoted in another sentence than its cue: the cue does not reach so far."""
    features = reading.features
    if any(features.states[features.first_piece[word]] for word in range(content.first, content.last)):
        return False
    return reading.ends[content.first] > reading.ends[cue.last] or reading.ends[content.last] < reading.ends[cue.first]


def is_worth_keeping(reading: Reading, attribution: Attribution) -> bool:
    """A content without a cue is kept only if it is quoted speech."""
    if attribution.cue is not None:
        return True
    content = attribution.contents[0]
    if not is_quoted(reading, content):
        return False  # a narrator's sentence with a quoted title in it
    start, end = reading.features.words[content.first][0], reading.features.words[content.last - 1][1]
    return any(is_speech(reading.text, q) for q in find_touching(reading.features.quotations, start, end))


def _shift(span: TaggedSpan, by: int) -> TaggedSpan:
    return TaggedSpan(span.role, span.first + by, span.last + by, span.probability)


def _place(attribution: Attribution) -> tuple[int, int]:
    spans = [*attribution.contents, *attribution.sources, *([attribution.cue] if attribution.cue else [])]
    return min(span.first for span in spans), max(span.last for span in spans)
