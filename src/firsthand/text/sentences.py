"""Sentences, as offsets into a text that is never edited."""

import re
from collections.abc import Iterator

from firsthand.lexicons.abbreviations import ABBREVIATIONS
from firsthand.text.words import Span, split_paragraphs

# End marks with the closing marks behind them, before a blank and what can begin a sentence. A run of marks is tried
# once and as a whole: else a page of question marks takes minutes.
END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’')\]»]*+(?=\s+[\"“‘'(\[«]*[A-Z0-9À-ÞА-Я])")
LAST_WORD = re.compile(r"[\w.’'-]{1,20}$")


def split_sentences(text: str) -> list[Span]:
    """The sentences of `text`, as spans in reading order; a paragraph's end ends one too."""
    return [span for start, end in split_paragraphs(text) for span in _split_paragraph(text, start, end)]


def _split_paragraph(text: str, start: int, end: int) -> Iterator[Span]:
    for match in END.finditer(text, start, end):
        if match.group() == "." and _is_abbreviation(text, start, match.start()):
            continue
        yield start, match.end()
        start = match.end()
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the word before a full stop is one that goes on: an abbreviation or an initial."""
    match = LAST_WORD.search(text, max(start, stop - 20), stop)
    word = match.group() if match else ""
    return word.casefold() in ABBREVIATIONS or (len(word) == 1 and word.isupper())
