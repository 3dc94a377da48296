"""A text cut wherever a source, a cue or a content begins or ends: each stretch is drawn with all that covers it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, pairwise

from firsthand.records import Section, SectionKind, Span, Statement

DEEPEST = 24  # marks over one stretch: browsers stop nesting at some hundred, and readers long before
PARAGRAPHS = 5_000  # of one text; what follows stands in the last, so that a text of line ends alone stays small
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LINE_END = re.compile(r"\n\s*")


class Part(StrEnum):
    """What a mark shows: a part of a statement, what it covers, or the line that says where a report was written."""

    DATELINE = "dateline"
    COVERS = "covers"
    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"


# Of those that cover the same stretch, the first is drawn around the others.
ORDER = {part: place for place, part in enumerate(Part)}
Covered = dict[tuple[Part, Span], tuple[int, ...]]


@dataclass(frozen=True, eq=False, slots=True)
class Mark:
    """One span that is the same part of one or more statements, by their numbers. No two marks are equal.

    `level` counts the contents that a content stands in, with itself: 1 for the outermost; 0 for all other parts.
    """

    part: Part
    span: Span
    statements: tuple[int, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """The text from `start` to `end` with its marks, the outermost first; `ending`: statements that end with it."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    ending: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that stand in one paragraph, which is in one section; the last has the line ends that close it."""

    kind: SectionKind
    runs: tuple[Run, ...]


def mark_text(text: str, statements: Sequence[Statement], sections: Sequence[Section] = ()) -> tuple[Paragraph, ...]:
    """The whole text in paragraphs and runs. Statements are numbered from 1, in the order given.

    All runs together are the text, none is empty. A span is marked over all its runs, and over no other; not where
    DEEPEST others cover its beginning. Spans that reach out of the text are cut to it. The time grows with the length
    of the text and with the number of spans, whatever they cover.
    """
    covered = collect_spans(len(text), statements, sections)
    endings = find_endings(len(text), statements)
    starts = find_paragraphs(text, sections)
    cuts = {position for _, span in covered for position in span} | set(endings) | set(starts)
    borders = sorted(cuts | {0, len(text)})
    paragraphs: dict[int, list[Run]] = {start: [] for start in starts}
    for run in cut_runs(borders, covered, endings):
        paragraphs[starts[bisect_right(starts, run.start) - 1]].append(run)
    kinds = find_kinds(starts, sections)
    return tuple(Paragraph(kind, tuple(runs)) for kind, runs in zip(kinds, paragraphs.values(), strict=True) if runs)


def collect_spans(length: int, statements: Sequence[Statement], sections: Sequence[Section] = ()) -> Covered:
    """(part, span) → the numbers of the statements that it is part of, in order; empty spans are left out."""
    covered: dict[tuple[Part, Span], dict[int, None]] = {}
    for number, one in enumerate(statements, 1):
        parts = ((Part.COVERS, one.covers), (Part.CONTENT, one.content), (Part.CUE, one.cue), (Part.SOURCE, one.source))
        for part, spans in parts:
            for span in spans:
                covered.setdefault((part, _clip(span, length)), {})[number] = None
    for section in sections:
        if section.kind is SectionKind.DATELINE:
            covered.setdefault((Part.DATELINE, _clip(section.span, length)), {})
    return {key: tuple(numbers) for key, numbers in covered.items() if key[1][0] < key[1][1]}


def find_endings(length: int, statements: Sequence[Statement]) -> dict[int, tuple[int, ...]]:
    """Position → the statements that end there: where the last piece of their content does, else of cue or source."""
    found: dict[int, list[int]] = {}
    for number, one in enumerate(statements, 1):
        ends = [_clip(span, length)[1] for span in one.content or one.cue or one.source]
        if any(ends):
            found.setdefault(max(ends), []).append(number)
    return {position: tuple(numbers) for position, numbers in found.items()}


def find_paragraphs(text: str, sections: Sequence[Section] = ()) -> list[int]:
    """Where paragraphs begin, the first at 0: after blank lines, or after each line end where there are none.

    A section begins one, too; a dateline doesn't, since the report goes on behind it, nor does what follows it.
    """
    ends = BLANK_LINE if BLANK_LINE.search(text) else LINE_END
    starts = {match.end() for match in islice(ends.finditer(text), PARAGRAPHS)}
    after_dateline = {section.span[1] for section in sections if section.kind is SectionKind.DATELINE}
    for section in sections:
        if section.kind is not SectionKind.DATELINE and section.span[0] not in after_dateline:
            starts |= {_skip_blanks(text, position) for position in _clip(section.span, len(text))}
    return sorted({0} | {start for start in starts if start < len(text)})


def find_kinds(starts: Sequence[int], sections: Sequence[Section]) -> list[SectionKind]:
    """The section that each paragraph is in; the body where it is in none, or in a dateline, which is the body's."""
    ordered = sorted((one for one in sections if one.kind is not SectionKind.DATELINE), key=lambda one: one.span)
    begins = [one.span[0] for one in ordered]
    found = []
    for start in starts:
        place = bisect_right(begins, start) - 1
        is_inside = place >= 0 and start < ordered[place].span[1]
        found.append(ordered[place].kind if is_inside else SectionKind.BODY)
    return found


def cut_runs(borders: Sequence[int], covered: Covered, endings: Mapping[int, tuple[int, ...]]) -> Iterator[Run]:
    """The runs between borders. What begins first is outside; the longest, where several do."""
    waiting = sorted(covered, key=lambda key: (-key[1][0], key[1][1], -ORDER[key[0]]))
    over: list[Mark] = []
    for start, end in pairwise(borders):
        over = [mark for mark in over if mark.span[1] > start]
        while waiting and waiting[-1][1][0] <= start:
            part, span = waiting.pop()
            if len(over) < DEEPEST:
                level = 1 + sum(mark.part is Part.CONTENT for mark in over) if part is Part.CONTENT else 0
                over.append(Mark(part, span, covered[part, span], level))
        yield Run(start, end, tuple(over), endings.get(end, ()))


def _clip(span: Span, length: int) -> Span:
    start, end = span
    return min(max(start, 0), length), min(max(end, 0), length)


def _skip_blanks(text: str, position: int) -> int:
    """Behind the line ends and blanks that close a section; they belong to the paragraph before."""
    while position < len(text) and text[position].isspace():
        position += 1
    return position
