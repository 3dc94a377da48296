"""Words and paragraphs as offsets: exact cases, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.words import split_paragraphs, split_words


def words_of(text: str) -> list[str]:
    return [text[start:end] for start, end in split_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t", []),
        ("Talks go on.", ["Talks", "go", "on", "."]),
        ("Roux’s boat isn't here", ["Roux’s", "boat", "isn't", "here"]),
        ("the boys’ boat", ["the", "boys", "’", "boat"]),
        ("U.S. prices rose 1.5% to 3,200", ["U.S", ".", "prices", "rose", "1.5", "%", "to", "3,200"]),
        ("mayor-elect - he", ["mayor-elect", "-", "he"]),
        ("''Go,'' ``go''", ["''", "Go", ",", "''", "``", "go", "''"]),
        ('“Go,” "go"', ["“", "Go", ",", "”", '"', "go", '"']),
        ("ferry…late", ["ferry", "…", "late"]),
        ("مرحبا، أهلا", ["مرحبا", "،", "أهلا"]),
    ],
)
def test_words_and_marks(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


@given(st.text())
def test_words_hold_every_character_but_blanks_once_and_in_order(text: str) -> None:
    assert "".join(words_of(text)) == "".join(text.split())
    spans = split_words(text)
    assert all(start < end for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n\t\n", []),
        ("one line", ["one line"]),
        ("  first  \n\n second\t", ["first", "second"]),
        ("first\r\nsecond\rthird", ["first", "second", "third"]),
        ("first\u2028second\u2029third\x0bfourth\x0cfifth\x85sixth", "first second third fourth fifth sixth".split()),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_paragraphs(text)] == expected


@given(st.text(alphabet="ab \t\n\r\u2028”"))
def test_every_word_stands_in_one_paragraph(text: str) -> None:
    paragraphs = split_paragraphs(text)
    for start, end in split_words(text):
        assert sum(first <= start and end <= last for first, last in paragraphs) == 1
