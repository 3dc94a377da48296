"""Numbers in figures and words: exact values, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("eleven were hurt, twenty-four are missing", [("eleven", 11), ("twenty-four", 24)]),
        ("$2.4bn", [("2.4bn", 2.4e9)]),
        ("2.4 billion dollars", [("2.4 billion", 2.4e9)]),
        ("three hundred", [("three hundred", 300)]),
        ("two dozen", [("two dozen", 24)]),
        ("3 hundred thousand", [("3 hundred thousand", 3e5)]),
        ("1,200 homes", [("1,200", 1200)]),
        ("12,34", [("12", 12), ("34", 34)]),
        ("61% and 4.5 per cent", [("61%", 0.61), ("4.5 per cent", 0.045)]),
        ("20-4", [("20", 20), ("4", 4)]),
        ("ninety ten", [("ninety", 90), ("ten", 10)]),
        ("Form v2", []),
        ("9" * 19, []),
    ],
)
def test_values(text: str, expected: list[tuple[str, float]]) -> None:
    found = [(text[start:end], value) for (start, end), value in find_numbers(text)]
    assert found == [(words, pytest.approx(value)) for words, value in expected]


@given(st.text(st.sampled_from("0123456789.,% -kmabn")) | st.lists(st.sampled_from(
    ["twenty", "four", "million", "per cent", "half", "1,200", "hundred", "-", "٣"])).map(" ".join) | st.text())
def test_any_text_gives_numbers_in_order_that_do_not_overlap(text: str) -> None:
    at = 0
    for (start, end), value in find_numbers(text):
        assert at <= start < end <= len(text)
        assert value >= 0
        at = end
