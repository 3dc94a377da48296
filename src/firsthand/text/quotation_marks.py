"""Quotation marks: which passages of a text stand inside them.

News uses “curly”, "straight", ''doubled'', «angular», „low“ and 'single' marks, forgets to close them, and
opens every paragraph of a long quotation anew without closing the one before. All of that is normal here: a
passage is always given, and `closing` says how it ends.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum

from firsthand.text.words import Span, split_paragraphs


class Closing(StrEnum):
    """How a quotation ends."""

    CLOSED = "closed"
    CONTINUED = "continued"  # the next paragraph opens with a mark again: one speech over several paragraphs
    UNCLOSED = "unclosed"  # a mark is missing; the passage then runs to the next opening mark or the paragraph's end


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage. `span` includes the marks that are there; `inner` does not."""

    span: Span
    inner: Span
    closing: Closing


MARK = re.compile(r"''|``|[“”„‟\"«»‘’']")
SINGLE = frozenset("‘’'")
SINGLE_CLOSER = re.compile(r"[’']")
OPENERS = frozenset("“„‟«") | {"``"}
CLOSERS = frozenset("”»")
AMBIGUOUS = frozenset('"') | {"''"}
# Clipped words that begin with an apostrophe, not with a quotation.
CLIPPED = re.compile(r"[’'‘](?:\d0s|\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n\b|bout\b)", re.IGNORECASE)
OPENING_CONTEXT = frozenset("([{—–-:/“\"«‘'„")


def find_quotations(text: str) -> list[Quotation]:
    """The quoted passages of `text` in reading order; they never overlap (inner quotations are left in the outer)."""
    if not MARK.search(text):
        return []
    paragraphs = split_paragraphs(text)
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        follower = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(text)
        found += _find_in_paragraph(text, start, end, follower)
    return found


def find_touching(quotations: list[Quotation], start: int, end: int) -> list[Quotation]:
    """The quotations, given in reading order, that share a character with `start`…`end`."""
    first = bisect_right(quotations, start, key=lambda quotation: quotation.span[1])
    last = bisect_left(quotations, end, key=lambda quotation: quotation.span[0])
    return quotations[first:last]


def find_stray_marks(text: str, quotations: list[Quotation]) -> list[Span]:
    """Double marks outside of all quotations: they open or close nothing, the other half is missing."""
    return [
        match.span()
        for match in MARK.finditer(text)
        if match.group() not in SINGLE and not find_touching(quotations, *match.span())
    ]


def _find_in_paragraph(text: str, start: int, end: int, follower: int) -> list[Quotation]:
    """The quotations of a paragraph; `follower` is where the next one begins."""
    found: list[Quotation] = []
    closers = _find_single_closers(text, start, end)
    opened: re.Match[str] | None = None
    for mark in MARK.finditer(text, start, end):
        kind = mark.group()
        if opened is not None:
            if _closes(text, mark, opened, end, closers):
                found.append(_closed(opened, mark))
                opened = None
            elif kind not in SINGLE and _opens(text, mark, start, end, closers):
                found.append(_unclosed(text, opened, mark.start(), Closing.UNCLOSED))
                opened = mark
        elif _opens(text, mark, start, end, closers):
            opened = mark
    if opened is not None and opened.group() not in SINGLE:
        is_continued = text.startswith(opened.group(), follower)  # with the same mark: else it is another's speech
        closing = Closing.CONTINUED if is_continued else Closing.UNCLOSED
        found.append(_unclosed(text, opened, end, closing))
    return found


def _opens(text: str, mark: re.Match[str], start: int, end: int, closers: list[int]) -> bool:
    kind = mark.group()
    if kind in CLOSERS:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if kind in OPENERS:
        return True
    is_free = before.isspace() or before in OPENING_CONTEXT
    if kind in AMBIGUOUS:
        return not after.isspace() and (is_free or (mark.start() == start))
    if not is_free or not after.isalnum() or CLIPPED.match(text, mark.start()):
        return False
    return _next_closer(closers, mark.end()) is not None


def _find_single_closers(text: str, start: int, end: int) -> list[int]:
    """Where single-marked quotations may close: a mark after punctuation, or at a word's end where no plural's is.

    All at once, because a paragraph may be a megabyte of marks: to look from each of them would take for ever.
    """
    closers = []
    for mark in SINGLE_CLOSER.finditer(text, start, end):
        at = mark.start()
        before = text[at - 1]
        after = text[at + 1] if at + 1 < end else " "
        if not after.isalnum() and not before.isspace() and not (before == "s" and after == " "):
            closers.append(at)
    return closers


def _next_closer(closers: list[int], position: int) -> int | None:
    place = bisect_left(closers, position)
    return closers[place] if place < len(closers) else None


def _closes(text: str, mark: re.Match[str], opened: re.Match[str], end: int, closers: list[int]) -> bool:
    kind, opener = mark.group(), opened.group()
    if opener in SINGLE:
        return kind in SINGLE and mark.start() == _next_closer(closers, opened.end())
    if kind in SINGLE:
        return False
    if kind in CLOSERS:
        return True
    if opener == "„" and kind in "“‟":
        return True
    if kind in AMBIGUOUS:
        before = text[mark.start() - 1]
        after = text[mark.end()] if mark.end() < end else " "
        return not before.isspace() or not after.isalnum()
    return False


def _closed(opened: re.Match[str], mark: re.Match[str]) -> Quotation:
    return Quotation((opened.start(), mark.end()), (opened.end(), mark.start()), Closing.CLOSED)


def _unclosed(text: str, opened: re.Match[str], end: int, closing: Closing) -> Quotation:
    while end > opened.end() and text[end - 1].isspace():
        end -= 1
    return Quotation((opened.start(), end), (opened.end(), end), closing)
