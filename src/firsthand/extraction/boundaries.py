"""Where contents begin and end: stray marks and adverbials off, quotation marks whole, pieces joined over a comma."""

from dataclasses import replace

from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.features import Features
from firsthand.text.quotation_marks import Closing, find_touching

# Words that open an adverbial of time or place between a cue and its content.
ADVERBIAL_OPENERS = frozenset("for on in at after during late early last this earlier to".split())
LOOSE = frozenset(",;") | {"-", "–", "—"}


def trim_content(text: str, features: Features, span: TaggedSpan) -> TaggedSpan | None:
    """A content without commas and dashes at its start; None if nothing stays. Other roles are left as they are."""
    first = span.first
    while span.role == "content" and first < span.last and _word(text, features, first) in LOOSE:
        first += 1
    return replace(span, first=first) if first < span.last else None


def join_over_commas(text: str, features: Features, spans: list[TaggedSpan]) -> list[TaggedSpan]:
    """Pieces in reading order, those that only a comma parts as one ("Since May, | talks go on")."""
    joined = spans[:1]
    for span in spans[1:]:
        last = joined[-1].last
        has_mark = any(features.states[features.first_piece[word]] == 2 for word in (last - 1, span.first))
        if span.first - last == 1 and _word(text, features, last) == "," and not has_mark:
            joined[-1] = replace(joined[-1], last=span.last)
        else:
            joined.append(span)
    return joined


def start_at_that(text: str, features: Features, span: TaggedSpan) -> TaggedSpan:
    """A content that opens with when or where it was said begins at its "that" ("on Monday that talks …")."""
    words = [_word(text, features, word).lower() for word in range(span.first, min(span.last, span.first + 14))]
    if words[0] in ADVERBIAL_OPENERS and "that" in words[1:]:
        place = words.index("that")
        is_plain = not any(mark in words[:place] for mark in (",", ".", "“", '"'))
        if is_plain and _word(text, features, span.first).islower():
            return replace(span, first=span.first + place)
    return span


def snap_content(features: Features, span: TaggedSpan) -> TaggedSpan:
    """Take in the quotation marks of a quotation whose inside the content begins or ends with."""
    first, last = span.first, span.last
    start, end = features.words[first][0], features.words[last - 1][1]
    for quotation in find_touching(features.quotations, start, end + 1):
        (outer_start, outer_end), (inner_start, inner_end) = quotation.span, quotation.inner
        if start == inner_start and first > 0 and features.words[first - 1][0] == outer_start:
            first -= 1
        is_whole = quotation.closing is Closing.CLOSED and outer_start >= start - 2
        if is_whole and last < len(features.words) and features.words[last] == (inner_end, outer_end):
            last += 1
    return replace(span, first=first, last=last)


def _word(text: str, features: Features, number: int) -> str:
    start, end = features.words[number]
    return text[start:end]
