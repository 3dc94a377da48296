"""The text of an article as HTML: each source, cue and content in a span, each statement with its number."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from firsthand.serving.report_lines import make_lines_safe
from firsthand.serving.views.highlights import Mark, Paragraph, Part, Run

CLOSE = "</span>"


@dataclass(frozen=True)
class Drawing:
    """What drawing needs beside the marks.

    made: the statements that publishers make in their own voice. address: where a statement is told in full, by number.
    name: what a statement's number is called for those who hear the page. prefix: of the ids, where a page has several
    texts.
    """

    text: str
    made: frozenset[int]
    address: Callable[[int], str]
    name: Callable[[int], str]
    prefix: str = ""


def draw_text(drawing: Drawing, paragraphs: Sequence[Paragraph]) -> Markup:
    """The paragraphs, those without a word left out. All that comes from outside is escaped here, once.

    Plain strings are put together: safe ones that check each other take ten times as long on a long article.
    """
    return Markup("\n".join(filter(None, (draw_paragraph(drawing, one) for one in paragraphs))))


def draw_paragraph(drawing: Drawing, paragraph: Paragraph) -> str:
    """One paragraph as HTML, without the line ends that close it; nothing for one without a word."""
    begin, end = paragraph.runs[0].start, paragraph.runs[-1].end
    words = drawing.text[begin:end].rstrip()
    if not words:
        return ""
    inner = "".join(_draw_runs(drawing, paragraph.runs, begin + len(words)))
    return f'<p class="{paragraph.kind.value}" dir="auto">{inner}</p>'


def _draw_runs(drawing: Drawing, runs: Sequence[Run], stop: int) -> Iterator[str]:
    """Text and tags: between two runs the spans are closed and opened that are not around both."""
    over: tuple[Mark, ...] = ()
    for run in runs:
        shared = _count_shared(over, run.marks)
        yield CLOSE * (len(over) - shared)
        for mark in run.marks[shared:]:
            yield _open(drawing, mark)
        yield escape(make_lines_safe(drawing.text[run.start : min(run.end, stop)]))
        for number in run.ending:
            yield _draw_number(drawing, number)
        over = run.marks
    yield CLOSE * len(over)


def _draw_number(drawing: Drawing, number: int) -> str:
    """The number of a statement, behind its content: it leads to the list, and a keyboard stops at it."""
    address, name = escape(drawing.address(number)), escape(drawing.name(number))
    attributes = f'id="{drawing.prefix}t-{number}" href="{address}" data-n="{number}" aria-label="{name}"'
    return f'<sup class="note"><a {attributes}>{number}</a></sup>'


def _count_shared(over: Sequence[Mark], marks: Sequence[Mark]) -> int:
    shared = 0
    while shared < min(len(over), len(marks)) and over[shared] is marks[shared]:
        shared += 1
    return shared


def _open(drawing: Drawing, mark: Mark) -> str:
    if mark.part is Part.DATELINE:
        return '<span class="dateline">'
    numbers = " ".join(map(str, mark.statements))
    if mark.part is Part.COVERS:
        return f'<span class="covers" data-c="{numbers}">'
    kind = f"{mark.part.value}{' nested' * (mark.level > 1)}{' own' * drawing.made.issuperset(mark.statements)}"
    return f'<span class="{kind}" data-s="{numbers}">'
