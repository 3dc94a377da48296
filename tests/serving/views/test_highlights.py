"""Marked text: nothing lost, nothing marked too far, whatever overlaps what."""

from itertools import chain, pairwise

from hypothesis import given
from hypothesis import strategies as st

from firsthand.records import Section, SectionKind, Span, Spans, Statement
from firsthand.serving.views.highlights import DEEPEST, PARAGRAPHS, Paragraph, Part, Run, mark_text

TEXTS = st.text(st.sampled_from("ab \n\r\t.“\u202e\U0001f600"), max_size=60)
SPANS = st.lists(st.tuples(st.integers(-2, 62), st.integers(-2, 62)).map(sorted).map(tuple), max_size=2).map(tuple)
STATEMENTS = st.lists(st.builds(Statement, st.just("s"), SPANS, SPANS, SPANS), max_size=3)
KINDS = st.sampled_from(SectionKind)
SECTIONS = st.lists(st.builds(Section, KINDS, st.tuples(st.integers(0, 30), st.integers(31, 62))), max_size=2)


def list_runs(paragraphs: tuple[Paragraph, ...]) -> list[Run]:
    return list(chain.from_iterable(one.runs for one in paragraphs))


def find_covered(runs: list[Run], part: Part, number: int) -> set[int]:
    return {
        position
        for run in runs
        if any(mark.part is part and number in mark.statements for mark in run.marks)
        for position in range(run.start, run.end)
    }


def spread(spans: Spans, length: int) -> set[int]:
    return {position for start, end in spans for position in range(max(start, 0), min(end, length))}


@given(TEXTS, STATEMENTS, SECTIONS)
def test_the_runs_are_the_text(text: str, statements: list[Statement], sections: list[Section]) -> None:
    runs = list_runs(mark_text(text, statements, sections))
    assert "".join(text[run.start : run.end] for run in runs) == text
    assert all(run.start < run.end for run in runs)
    assert all(before.end == after.start for before, after in pairwise(runs))


@given(TEXTS, STATEMENTS, SECTIONS)
def test_every_span_is_marked_and_nothing_else(
    text: str, statements: list[Statement], sections: list[Section]
) -> None:
    runs = list_runs(mark_text(text, statements, sections))
    for number, one in enumerate(statements, 1):
        for part, spans in ((Part.SOURCE, one.source), (Part.CUE, one.cue), (Part.CONTENT, one.content)):
            assert find_covered(runs, part, number) == spread(spans, len(text))


@given(TEXTS, STATEMENTS)
def test_every_statement_with_words_ends_once(text: str, statements: list[Statement]) -> None:
    ending = [number for run in list_runs(mark_text(text, statements)) for number in run.ending]
    assert len(ending) == len(set(ending))
    for number, one in enumerate(statements, 1):
        last = max((end for _, end in one.content or one.cue or one.source), default=0)
        assert (number in ending) == (last > 0 < len(text))


def make_nested(depth: int) -> tuple[str, list[Statement]]:
    spans: list[Span] = [(at, 3 * depth - at) for at in range(depth)]
    return "x" * 3 * depth, [Statement(f"s:{at}", (), (), (span,)) for at, span in enumerate(spans)]


def test_nested_contents_have_levels() -> None:
    runs = list_runs(mark_text(*make_nested(3)))
    assert [mark.level for mark in max(runs, key=lambda run: len(run.marks)).marks] == [1, 2, 3]


def test_one_span_of_two_statements_is_one_mark() -> None:
    statements = [Statement("a", ((0, 1),), (), ((2, 3),)), Statement("b", ((0, 1),), (), ((4, 5),))]
    first, *_ = list_runs(mark_text("a b c", statements))
    assert [mark.statements for mark in first.marks] == [(1, 2)]


def test_a_thousand_statements_over_each_other_stay_small() -> None:
    runs = list_runs(mark_text(*make_nested(1_000)))
    assert len(runs) < 3_000
    assert max(len(run.marks) for run in runs) == DEEPEST


def test_a_text_of_line_ends_stays_small() -> None:
    paragraphs = mark_text("a\n" * 50_000, [])
    assert len(paragraphs) == PARAGRAPHS + 1


def test_paragraphs_end_at_blank_lines_where_there_are_any() -> None:
    text = "A verse\nof two lines.\n \nAnother."
    assert [text[one.runs[0].start : one.runs[-1].end] for one in mark_text(text, [])] == [
        "A verse\nof two lines.\n \n",
        "Another.",
    ]
    assert len(mark_text("One.\nTwo.\nThree.", [])) == 3


def test_a_section_begins_a_paragraph_and_a_dateline_does_not() -> None:
    text = "Pier sold\nVELLMAR (Courier) - It is sold. Recall that it was new."
    cuts = (0, 10, 27, text.index("Recall"), len(text))
    kinds = (SectionKind.TITLE, SectionKind.DATELINE, SectionKind.BODY, SectionKind.BACKGROUND)
    sections = [Section(kind, span) for kind, span in zip(kinds, pairwise(cuts), strict=True)]
    paragraphs = mark_text(text, [], sections)
    assert [one.kind for one in paragraphs] == [SectionKind.TITLE, SectionKind.BODY, SectionKind.BACKGROUND]
    assert [mark.part for mark in paragraphs[1].runs[0].marks] == [Part.DATELINE]
