"""Two texts side by side: is one a reprint of the other, do they quote the same words, or were they written apart?"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from firsthand.linking.copies.wording import Mask, Passage, Wording, cover, find_passages, read_wording
from firsthand.records import Span
from firsthand.text.quotation_marks import find_quotations

# Of pairs that were made from one text the least overlap is 0.86, of texts written apart on one event 0.34 at most,
# of a text that takes over some paragraphs of another one 0.31 (measured on generated pairs of real news).
LEAST_OVERLAP = 0.4
LEAST_WORDS = 30  # in shorter texts a menu's line is half of the text
# Longer than a sentence that two reporters may write alike; public speeches and statutes are quoted at such length.
LONG_PASSAGE = 25
# One publisher's texts: an update is nearly whole in its follower and begins as it does. Galleries and menus were up to
# two thirds of the text, and never its beginning.
LEAST_OVERLAP_OF_ONE_PUBLISHER = 0.9
LEAD_WORDS = 60
LEAST_LEAD = 0.4


class TextVerdict(StrEnum):
    """How two texts stand to each other."""

    REPRINT = "reprint"
    QUOTES_ONLY = "quotes_only"
    INDEPENDENT = "independent"


@dataclass(frozen=True)
class TextComparison:
    """What two texts have in common.

    `overlap_a` is the part of a's words outside of quotation marks that b has in runs of five words or more, `overlap`
    the greater of both parts; `passages` pairs the spans of such runs in a and in b.
    """

    verdict: TextVerdict
    overlap: float
    overlap_a: float
    overlap_b: float
    passages: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True)
class ReadText:
    """A text made ready for comparison. `own` are the words outside of quotation marks."""

    wording: Wording
    own: Mask


def read_text(text: str) -> ReadText:
    """The words of `text`, and which of them are nobody's quoted speech. Linear in its length."""
    wording = read_wording(text)
    own = np.ones(wording.size, np.bool_)
    starts = wording.spans[:, 0]
    for quotation in find_quotations(text):
        first, last = np.searchsorted(starts, quotation.inner)
        own[first:last] = False
    return ReadText(wording, own)


def compare_texts(a: str, b: str, same_publisher: bool) -> TextComparison:
    """Whether one of two texts is a reprint of the other, by the words that they share."""
    return compare_read(read_text(a), read_text(b), same_publisher)


def compare_read(a: ReadText, b: ReadText, same_publisher: bool) -> TextComparison:
    """The same as `compare_texts`, for texts that have been made ready."""
    covered_a, covered_b = cover(a.wording, b.wording.shingles), cover(b.wording, a.wording.shingles)
    if not covered_a.any():
        return TextComparison(TextVerdict.INDEPENDENT, 0.0, 0.0, 0.0)
    passages = find_passages(a.wording, b.wording)
    overlap_a, overlap_b = _measure(a, covered_a), _measure(b, covered_b)
    overlap = max(overlap_a, overlap_b)
    is_reprint = overlap >= LEAST_OVERLAP
    if same_publisher:
        lead = min(float(covered[:LEAD_WORDS].mean()) for covered in (covered_a, covered_b))
        is_reprint = overlap >= LEAST_OVERLAP_OF_ONE_PUBLISHER and lead >= LEAST_LEAD
    if is_reprint:
        verdict = TextVerdict.REPRINT
    elif max(passage.size for passage in passages) >= LONG_PASSAGE:
        verdict = TextVerdict.QUOTES_ONLY
    else:
        verdict = TextVerdict.INDEPENDENT
    return TextComparison(verdict, overlap, overlap_a, overlap_b, _to_spans(a, b, passages))


def _measure(text: ReadText, covered: Mask) -> float:
    """The covered part of a text's own words; 0 where these are too few to tell anything."""
    own = int(text.own.sum())
    return float((covered & text.own).sum() / own) if own >= LEAST_WORDS else 0.0


def _to_spans(a: ReadText, b: ReadText, passages: tuple[Passage, ...]) -> tuple[tuple[Span, Span], ...]:
    return tuple((_to_span(a.wording, one.left), _to_span(b.wording, one.right)) for one in passages)


def _to_span(wording: Wording, words: Span) -> Span:
    return int(wording.spans[words[0], 0]), int(wording.spans[words[1] - 1, 1])
