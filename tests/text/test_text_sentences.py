"""Sentences as offsets: exact cases, and what holds for any text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t", []),
        ("Mr. Roux left. He is gone.", ["Mr. Roux left.", "He is gone."]),
        ("J. Roux left.", ["J. Roux left."]),
        ("It rose 1.5% to 3. Then it fell.", ["It rose 1.5% to 3.", "Then it fell."]),
        ("“Go.” He went. “Why?” (He knew.) So", ["“Go.”", "He went.", "“Why?”", "(He knew.)", "So"]),
        ("Because… So it is?! Yes", ["Because…", "So it is?!", "Yes"]),
        ("a line\nanother one. not ended", ["a line", "another one. not ended"]),
        ("Он ушёл. Она нет.", ["Он ушёл.", "Она нет."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == expected


@given(st.text(st.sampled_from("aA1.?!…\"”) (\n")) | st.text())
def test_sentences_hold_all_but_blanks(text: str) -> None:
    at = 0
    for start, end in split_sentences(text):
        assert not text[at:start].strip()
        assert start < end
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("part", ["?", ".", "…\"", "?\"", ". ", "a. ", "A. ", "(", "?  ("])
def test_marks_without_end_take_no_longer_than_they_are_long(part: str) -> None:
    """A run of marks was once tried from each of its marks: 100,000 took minutes."""
    text = part * 50_000
    began = time.process_time()
    split_sentences(text)
    assert time.process_time() - began < 2
