"""Quotation marks pair in every newsroom's habit, and a missing half loses nothing."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.quotation_marks import Closing, Quotation, find_quotations, find_stray_marks, find_touching

C, U, N = Closing.CLOSED, Closing.UNCLOSED, Closing.CONTINUED
MARKED_TEXTS = st.text(alphabet="“”\"'‘’«»„‟` \nabS.,", max_size=60)


def found(text: str) -> list[tuple[str, Closing]]:
    return [(text[slice(*quotation.inner)], quotation.closing) for quotation in find_quotations(text)]


def whole(text: str) -> list[str]:
    return [text[slice(*quotation.span)] for quotation in find_quotations(text)]


PAIRS = ["“”", '""', "«»", "„“", "„”", "„‟", "‟”", "‘’", ("``", "''"), ("''", "''"), "''", '“"', '"”']


@pytest.mark.parametrize("marks", PAIRS)
def test_every_habit_pairs(marks: tuple[str, str]) -> None:
    opening, closing = marks
    text = f"He said: {opening}Boats are late,{closing} and {opening}It’s cold.{closing}"
    assert found(text) == [("Boats are late,", C), ("It’s cold.", C)]
    assert whole(text) == [f"{opening}Boats are late,{closing}", f"{opening}It’s cold.{closing}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferries are late.", []),
        ("It isn't the boys' fault, it's Anna's.", []),
        ("’Twas cold in the ’90s, ’til ‘em boats came", []),
        ("rock 'n' roll", []),
        ("the players' 'secret' plan", [("secret", C)]),
        ("‘The boys’ boat is late,’ he said.", [("The boys’ boat is late,", C)]),
        ("'I can't go,' she said.", [("I can't go,", C)]),
        ("an 'unclosed single mark is an apostrophe", []),
        ('a boat of 14" and more', []),
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str, expected: list[tuple[str, Closing]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He cried ‘go away’ and left,” she said.", [("He cried ‘go away’ and left,", C)]),
        ('"He cried \'go away\' and left," she said.', [("He cried 'go away' and left,", C)]),
        ("“He can’t,” she said. “They ‘must’.”", [("He can’t,", C), ("They ‘must’.", C)]),
    ],
)
def test_single_marks_inside_double_ones_stay_inside(text: str, expected: list[tuple[str, Closing]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Boats are late, he said.", [("Boats are late, he said.", U)]),
        ('"Boats are late, he said. ', [("Boats are late, he said.", U)]),
        ("“Late, he said. “Very late,” he added.", [("Late, he said. ", U), ("Very late,", C)]),
        ("“Late, he said.\n\nNobody came.", [("Late, he said.", U)]),
        ("“", [("", U)]),
    ],
)
def test_an_unclosed_quotation_ends_at_the_next_opening_or_with_its_paragraph(
    text: str, expected: list[tuple[str, Closing]]
) -> None:
    assert [(inner.rstrip(), closing) for inner, closing in found(text)] == [
        (inner.rstrip(), closing) for inner, closing in expected
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n", "\u2028"])
@pytest.mark.parametrize("mark", ["“", '"', "«", "``"])
def test_a_quotation_continues_where_the_next_paragraph_opens_anew(mark: str, between: str) -> None:
    closing = {"“": "”", '"': '"', "«": "»", "``": "''"}[mark]
    text = f"{mark}First part.{between}{mark}Second part.{between}{mark}Third,{closing} he said."
    assert found(text) == [("First part.", N), ("Second part.", N), ("Third,", C)]


def test_a_closing_mark_or_a_single_one_at_the_next_paragraph_continues_nothing() -> None:
    assert found("“First part.\n\n”Second part.") == [("First part.", U)]
    assert found("“First part.\n\n‘Second part.’") == [("First part.", U), ("Second part.", C)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One” and two”.", ["”"]),
        ("Boats are late,” he said.", ["”"]),
        ('14" of rain', ['"']),
        ("“One” and 'two'", []),
        ("It's the boys' boat", []),
    ],
)
def test_stray_marks(text: str, expected: list[str]) -> None:
    assert [text[slice(*span)] for span in find_stray_marks(text, find_quotations(text))] == expected


def make_row(*spans: tuple[int, int]) -> list[Quotation]:
    return [Quotation(span, (span[0] + 1, span[1] - 1), C) for span in spans]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 2, []), (0, 3, [0]), (4, 5, [0]), (8, 10, []), (7, 11, [0, 1]), (0, 99, [0, 1, 2]), (30, 40, []), (8, 8, [])],
)
def test_touching(start: int, end: int, expected: list[int]) -> None:
    row = make_row((2, 8), (10, 20), (20, 30))
    assert find_touching(row, start, end) == [row[number] for number in expected]


@given(MARKED_TEXTS)
def test_quotations_of_any_text_are_in_order_and_whole(text: str) -> None:
    quotations = find_quotations(text)
    for quotation in quotations:
        (start, end), (inner_start, inner_end) = quotation.span, quotation.inner
        assert 0 <= start < inner_start <= inner_end <= end <= len(text)
        assert (end > inner_end) is (quotation.closing is C)
        assert "\n" not in text[start:end]
    assert all(before.span[1] <= after.span[0] for before, after in pairwise(quotations))


@given(MARKED_TEXTS)
def test_every_double_mark_is_inside_a_quotation_or_stray(text: str) -> None:
    quotations = find_quotations(text)
    covered = {place for q in quotations for place in range(*q.span)}
    covered |= {place for span in find_stray_marks(text, quotations) for place in range(*span)}
    assert [place for place, sign in enumerate(text) if sign in "“”„‟\"«»" and place not in covered] == []


@given(MARKED_TEXTS, st.integers(0, 60), st.integers(1, 20))
def test_touching_is_what_a_plain_search_finds(text: str, start: int, length: int) -> None:
    quotations, end = find_quotations(text), start + length
    plain = [q for q in quotations if q.span[0] < end and start < q.span[1]]
    assert find_touching(quotations, start, end) == plain


@pytest.mark.parametrize("text", [" 'a" * 300_000, "'a " + "x's " * 250_000 + "end.' "])
def test_a_megabyte_of_single_marks_takes_no_time(text: str) -> None:
    started = process_time()
    assert len(find_quotations(text)) <= 1
    assert process_time() - started < 20  # 0.5 s; looking on from each mark took 3.5 s for 4,000 marks
