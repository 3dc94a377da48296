"""Words and paragraphs, as offsets into a text that is never edited."""

import re

Span = tuple[int, int]

# A word keeps its inner apostrophes, full stops, commas and hyphens ("U.S", "1.5", "Trump’s"); doubled single marks
# ('' and ``) are one quotation mark in older wire copy; any other sign stands alone.
WORD = re.compile(r"\w+(?:[’'.,\-]\w+)*|''|``|[^\w\s]")
PARAGRAPH = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")


def split_words(text: str) -> list[Span]:
    """The words and marks of `text`, as spans in reading order."""
    return [match.span() for match in WORD.finditer(text)]


def split_paragraphs(text: str) -> list[Span]:
    """The lines of `text` that hold more than blanks, as spans without their outer blanks."""
    spans = []
    for match in PARAGRAPH.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            spans.append((start, end))
    return spans
