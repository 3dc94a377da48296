"""Sentences and paragraphs of an article, looked up by position."""

import re
from bisect import bisect_right

from firsthand.lexicons.abbreviations import ABBREVIATIONS
from firsthand.records import Article, SectionKind, Span, Spans
from firsthand.text.words import split_paragraphs

# A mark that may end a sentence, its closing quotation marks, and what opens the next one.
BREAK = re.compile(r"[.!?…][\"”’')\]]{0,3}\s+(?=[\"“‘'(\[]{0,2}[^\W_a-z])")
LAST_WORD = re.compile(r"[\w.\-]{1,12}$")
HEADS = (SectionKind.TITLE, SectionKind.DATELINE, SectionKind.CREDIT)


class Passages:
    """Where sentences, paragraphs and sections of an article begin and end. All answers are spans of its text."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.paragraphs = split_paragraphs(article.text)
        self._starts = [start for start, _ in self.paragraphs]
        self._sentence_starts = sorted({*self._starts, *_find_breaks(article.text)})
        self._sections = sorted(section.span for section in article.sections)
        # Titles, datelines and credits tell no news: what is said in them is no lead.
        self._body_starts = sorted(section.span[0] for section in article.sections if section.kind not in HEADS)

    def find_paragraph(self, position: int) -> int:
        """The number of the paragraph at a position (the one before it for a blank), 0 before the first."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def find_sentence(self, position: int) -> Span:
        """The sentence at a position, with the blanks behind it; it never leaves its paragraph."""
        return self.find_sentences(position, position)

    def find_sentences(self, first: int, last: int) -> Span:
        """From the sentence at one position to that at another."""
        place = bisect_right(self._sentence_starts, first) - 1
        end_place = bisect_right(self._sentence_starts, last)
        starts = self._sentence_starts
        start = starts[place] if place >= 0 else 0
        return start, starts[end_place] if end_place < len(starts) else len(self.text)

    def find_section_start(self, position: int) -> int:
        """Where the section at a position begins, 0 where the article has none."""
        place = bisect_right(self._body_starts, position) - 1
        return self._body_starts[place] if place >= 0 else 0

    def trim(self, span: Span) -> Span:
        """A span without its outer blanks."""
        start, end = span
        piece = self.text[start:end]
        return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def overlaps(span: Span, spans: Spans) -> bool:
    """Whether a span shares a character with one of a set."""
    return any(span[0] < end and start < span[1] for start, end in spans)


def _find_breaks(text: str) -> list[int]:
    """Where sentences begin inside paragraphs: not behind an abbreviation or an initial ("Mr. Roux", "J. Roux")."""
    found = []
    for mark in BREAK.finditer(text):
        if text[mark.start()] == ".":
            word = LAST_WORD.search(text, max(0, mark.start() - 12), mark.start())
            bare = word.group().lower() if word else ""
            if bare in ABBREVIATIONS or (len(bare) == 1 and bare.isalpha()):
                continue
        found.append(mark.end())
    return found
