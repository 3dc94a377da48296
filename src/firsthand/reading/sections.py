"""The parts of an article's text: title, dateline, body, background, credit.

Sections cover all that is not blank, in order, and never overlap. Where we are not sure, it is body.
"""

import re
from dataclasses import dataclass, replace

from firsthand.lexicons.headings import BACKGROUND_HEADINGS, NEWS_HEADINGS
from firsthand.reading.credits import find_trailing_credit, is_credit, read_byline
from firsthand.reading.datelines import Dateline, find_dateline
from firsthand.records import Section, SectionKind, Span
from firsthand.text.words import split_paragraphs

MAX_TITLE = 150
MAX_HEADING = 60
MAX_HEADING_WORDS = 8
MIN_PARAGRAPH = 60
HEAD_PARAGRAPHS = 4  # a title, a byline and a correction may stand before the dateline
TAIL_PARAGRAPHS = 8
SENTENCE_END = tuple(".!?…\"”»':;,)")
HEADING_FRAME = " \t#*:.…-–—_"

Part = tuple[SectionKind, Span]


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections with what their words say about the article."""

    sections: tuple[Section, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    dateline: Dateline | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the first sentence: its parts, and where the body starts."""

    parts: tuple[Part, ...] = ()
    paragraphs: int = 0
    authors: tuple[str, ...] = ()


def outline_text(text: str, title: str | None = None, *, guesses_title: bool = False) -> Outline:
    """The parts of `text`. A known `title` is looked for as its first line; an unknown one is guessed if allowed."""
    paragraphs = split_paragraphs(text)
    if not paragraphs:
        return Outline(())
    head = _read_head(text, paragraphs, title, guesses_title)
    body = paragraphs[head.paragraphs :]
    tail_at = _find_tail(text, body)
    dateline, middle = _read_body(text, body[:tail_at])
    tail: list[Part] = [(SectionKind.CREDIT, span) for span in body[tail_at:]]
    sections = _join_parts([*head.parts, *middle, *tail])
    titles = [text[slice(*span)] for kind, span in head.parts if kind is SectionKind.TITLE]
    return Outline(sections, titles[0] if titles else None, head.authors, dateline)


def _read_head(text: str, paragraphs: list[Span], title: str | None, guesses_title: bool) -> Head:
    head = Head()
    is_title = _is_known_title(text, paragraphs, title) if title else guesses_title and _is_title(text, paragraphs)
    if is_title:
        head = Head(((SectionKind.TITLE, paragraphs[0]),), 1)
    if head.paragraphs + 1 < len(paragraphs):
        span = paragraphs[head.paragraphs]
        authors = read_byline(text[slice(*span)])
        if authors:
            head = Head((*head.parts, (SectionKind.CREDIT, span)), head.paragraphs + 1, authors)
    return head


def _is_known_title(text: str, paragraphs: list[Span], title: str) -> bool:
    return len(paragraphs) > 1 and _fold(text[slice(*paragraphs[0])]) == _fold(title)


def _is_title(text: str, paragraphs: list[Span]) -> bool:
    """Whether the first line is a title: short, no sentence, and above a blank line or a much longer paragraph."""
    if len(paragraphs) < 2:
        return False
    line = text[slice(*paragraphs[0])]
    (_, end), (follow_start, follow_end) = paragraphs[:2]
    if len(line) > MAX_TITLE or len(line.split()) < 3 or line.endswith(SENTENCE_END[:1] + SENTENCE_END[3:]):
        return False
    if line[0].islower() or _heading_kind(line) or is_credit(line) or find_dateline(text, paragraphs[0]):
        return False
    follower = text[follow_start:follow_end]
    has_blank_line = len(re.findall(r"\r\n|[\n\r\u2028\u2029]", text[end:follow_start])) > 1
    # A text wrapped at 80 columns has lines without a full stop, too: there only a long neighbour tells.
    is_prose = any(text[slice(*span)].endswith(SENTENCE_END) for span in paragraphs[1:HEAD_PARAGRAPHS])
    return is_prose and (has_blank_line or (len(follower) > MAX_TITLE and len(follower) > 2 * len(line)))


def _find_tail(text: str, paragraphs: list[Span]) -> int:
    """Where the credits begin; at least one paragraph is left before them."""
    position = len(paragraphs)
    earliest = max(1, position - TAIL_PARAGRAPHS)
    while position > earliest and is_credit(text[slice(*paragraphs[position - 1])]):
        position -= 1
    return position


def _read_body(text: str, paragraphs: list[Span]) -> tuple[Dateline | None, list[Part]]:
    """Dateline, body and background, paragraph by paragraph."""
    parts: list[Part] = []
    dateline: Dateline | None = None
    kind = SectionKind.BODY
    for number, span in enumerate(paragraphs):
        kind = _next_kind(text, paragraphs, number, kind)
        if dateline is None and number < HEAD_PARAGRAPHS and kind is SectionKind.BODY:
            dateline = find_dateline(text, span)
            if dateline is not None:
                dateline = replace(dateline, span=_trim(text, dateline.span))
                parts.append((SectionKind.DATELINE, dateline.span))
                span = _trim(text, (dateline.span[1], span[1]))
        parts += _split_credit(text, span, kind)
    return dateline, parts


def _next_kind(text: str, paragraphs: list[Span], number: int, kind: SectionKind) -> SectionKind:
    start, end = paragraphs[number]
    if end - start > MAX_HEADING or number + 1 == len(paragraphs):
        return kind
    line = text[start:end]
    known = _heading_kind(line)
    if known:
        return known
    if kind is SectionKind.BACKGROUND and _looks_like_heading(line, paragraphs[number + 1]):
        return SectionKind.BODY
    return kind


def _heading_kind(line: str) -> SectionKind | None:
    if len(line) > MAX_HEADING:
        return None
    folded = _fold(line.strip(HEADING_FRAME)).replace("’", "'")
    if folded in BACKGROUND_HEADINGS:
        return SectionKind.BACKGROUND
    return SectionKind.BODY if folded in NEWS_HEADINGS else None


def _looks_like_heading(line: str, follower: Span) -> bool:
    is_short = len(line.split()) <= MAX_HEADING_WORDS and follower[1] - follower[0] >= MIN_PARAGRAPH
    return is_short and not line.endswith(SENTENCE_END) and line[0].isupper()


def _split_credit(text: str, span: Span, kind: SectionKind) -> list[Part]:
    if span[0] >= span[1]:
        return []
    credit = find_trailing_credit(text, span)
    if credit is None:
        return [(kind, span)]
    return [(kind, _trim(text, (span[0], credit[0]))), (SectionKind.CREDIT, credit)]


def _join_parts(parts: list[Part]) -> tuple[Section, ...]:
    joined: list[Section] = []
    for kind, (start, end) in parts:
        if joined and joined[-1].kind is kind and kind is not SectionKind.TITLE:
            joined[-1] = Section(kind, (joined[-1].span[0], end))
        elif start < end:
            joined.append(Section(kind, (start, end)))
    return tuple(joined)


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _fold(line: str) -> str:
    return " ".join(line.casefold().split())
