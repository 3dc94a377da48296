"""Statements inside statements: the same steps as for an article's attributions, inside of each content.

One level down the model's `inner` tags are read, two levels down its `deeper` ones; patterns of wording at every level,
and below the second nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.arrangement import arrange
from firsthand.extraction.attributions import Reading, is_real, mend_contents, words_of
from firsthand.extraction.boundaries import trim_content
from firsthand.extraction.decoding import TaggedSpan, decode
from firsthand.extraction.inner_patterns import find_inner_patterns
from firsthand.extraction.links import Attribution, Network, Paragraph, link
from firsthand.lexicons.cues import PHRASE_CUES
from firsthand.lexicons.nesting import (
    ATTITUDES,
    CITING,
    FILLERS,
    INNER_ADJECTIVES,
    INNER_NOUNS,
    INNER_VERBS,
    NOBODY,
    SELVES,
)

Scores = NDArray[np.float32]
LEAST_WORDS = 4  # of a content that may hold a statement
OUTSIDE_BIAS = 1.0
DEEPEST = 4  # counted from 0: five levels below the article's own statements; what real news nests deeper is quoted law
CUE_LABELS = [3, 4]  # of tagger.LABELS
LEAST_CUE = -4.0  # log-probability of the likeliest word of a cue
LEAST_CERTAINTY = 0.2  # of an inner statement: its cue's probability times its content's, softened by the link's


@dataclass(frozen=True, slots=True)
class Nested:
    """An attribution with the number of the one whose content holds it (None for an article's own)."""

    attribution: Attribution
    parent: int | None


@dataclass(frozen=True, slots=True)
class Tables:
    """What decoding and linking need."""

    transitions: Scores
    networks: dict[str, Network]


def nest(reading: Reading, attributions: Sequence[Attribution], levels: Sequence[Scores], tables: Tables,
         phrases: Sequence[tuple[int, int]]) -> list[Nested]:
    """The attributions of an article, each followed by those inside its contents.

    levels: the model's tags one and more levels down; phrases: the mentions as ranges of words, in reading order.
    """
    found: list[Nested] = []
    finder = Finder(reading, levels, tables, phrases)
    above: dict[int, int] = {}  # the place in `found` of attributions by their number
    attributions, parents = arrange(reading, attributions, phrases)
    for number, attribution in enumerate(attributions):
        parent = above.get(parents.get(number, -1))
        above[number] = len(found)
        found.append(Nested(attribution, parent))
        # What stands in a content that two share is the inner one's.
        is_shared = any(parents.get(later) == number and attributions[later].contents == attribution.contents
                        for later in (number + 1, number + 2) if later < len(attributions))
        if not is_shared:
            finder.add_inner(found, len(found) - 1, 0)
    return found


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks into contents."""

    reading: Reading
    levels: Sequence[Scores]
    tables: Tables
    phrases: Sequence[tuple[int, int]]

    def add_inner(self, found: list[Nested], parent: int, depth: int) -> None:
        """Append what stands inside the contents of `found[parent]`, and what stands inside of that."""
        if depth > DEEPEST:
            return
        before: int | None = None
        for attribution in self.find_inner(found[parent].attribution, depth):
            # "This is stated in the Post with reference to two officials": what the Post states, they told it.
            is_cited = before is not None and found[before].attribution.contents == attribution.contents
            found.append(Nested(attribution, before if is_cited else parent))
            before = len(found) - 1
            self.add_inner(found, before, depth + 1)

    def find_inner(self, outer: Attribution, depth: int) -> list[Attribution]:
        """The attributions inside the contents of one, in reading order: none inside another.

        Patterns that name their source behind the cue are exact and come first, then the model's tags, then the rest.
        """
        contents = [content for content in outer.contents if content.last - content.first >= LEAST_WORDS]
        patterns = [a for content in contents for a in find_inner_patterns(self.reading, content, self.phrases)]
        patterns = [a for a in patterns if is_worth_nesting(self.reading, outer, a)]
        inner = [a for a in patterns if a.sources and a.cue and a.sources[0].first >= a.cue.last]
        tags = self.read_tags(outer, contents, self.levels[depth]) if depth < len(self.levels) else []
        for attribution in (*tags, *patterns):
            if attribution not in inner and not any(touch(a, attribution) or touch(attribution, a) for a in inner):
                inner.append(attribution)
        return sorted(inner, key=find_start)

    def read_tags(self, outer: Attribution, contents: Sequence[TaggedSpan], scores: Scores) -> list[Attribution]:
        """What the model's tags say."""
        spans: list[TaggedSpan] = []
        for content in contents:
            if scores[content.first : content.last, CUE_LABELS].max() < LEAST_CUE:
                continue  # no cue can come of it, and without one there is no statement
            inside = scores[content.first : content.last].copy()
            inside[:, 0] -= OUTSIDE_BIAS
            moved = [replace(s, first=s.first + content.first, last=s.last + content.first)
                     for s in decode(inside, self.tables.transitions)]
            trimmed = (trim_content(self.reading.text, self.reading.features, span) for span in moved)
            spans += [span for span in trimmed if span and is_real(self.reading, span)]
        if not any(span.role == "cue" for span in spans):
            return []
        spans.sort(key=lambda span: span.first)
        paragraph = Paragraph(self.reading.text, self.reading.features, spans, self.reading.ends)
        kept = [a for a in link(paragraph, self.tables.networks)
                if a.cue and a.contents and is_sure(self.reading, a) and is_worth_nesting(self.reading, outer, a)]
        for attribution in kept:
            attribution.contents = mend_contents(self.reading, attribution)
        return kept


def touch(one: Attribution, other: Attribution) -> bool:
    """Whether the second's cue lies in any part of the first: it is the same, or stands deeper."""
    assert other.cue is not None
    spans = [*one.contents, *one.sources, *([one.cue] if one.cue else [])]
    return any(span.first < other.cue.last and other.cue.first < span.last for span in spans)


def find_start(attribution: Attribution) -> int:
    """The first word of an attribution."""
    return min(s.first for s in (*attribution.contents, *attribution.sources, *filter(None, [attribution.cue])))


def is_sure(reading: Reading, inner: Attribution) -> bool:
    """Whether the model is sure enough of an inner statement; its cue has a word of speech or of will."""
    assert inner.cue is not None
    content = min(span.probability for span in inner.contents)
    if inner.cue.probability * content * inner.link**0.5 < LEAST_CERTAINTY:
        return False
    known = (INNER_VERBS, INNER_NOUNS, INNER_ADJECTIVES, CITING, PHRASE_CUES)
    return any(word in words for word in words_of(reading, inner.cue) for words in known)


def is_worth_nesting(reading: Reading, outer: Attribution, inner: Attribution) -> bool:
    """Whether an inner statement says more than the outer one: no "I think", no "it said it hoped"."""
    assert inner.cue is not None
    source = words_of(reading, inner.sources[0]) if inner.sources else []
    cue = words_of(reading, inner.cue)
    if source and (source[0] in NOBODY or source[:2] == ["no", "one"]):
        return False
    if not source and cue[0].endswith("ing") and inner.cue.first - outer.contents[0].first <= 1:
        return False  # "quotes Roux | saying …": her words already
    is_self = len(source) == 1 and source[0] in SELVES
    if is_self and source[0] in ("i", "we") and cue[-1] in FILLERS:
        return False
    opens = bool(inner.sources) and inner.sources[0].first - outer.contents[0].first <= 1
    return not (is_self and opens and any(word in ATTITUDES for word in cue))
