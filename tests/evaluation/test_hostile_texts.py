"""The generator: the same texts for ever, and every kind of trouble among them."""

import hashlib
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from evaluation.hostile_texts import BREAKS, INVISIBLE, MARKS, make_text, make_texts


def test_a_number_gives_the_same_text_for_ever() -> None:
    joined = "\0".join(make_texts(50)).encode()
    assert hashlib.sha256(joined).hexdigest()[:16] == "e0d1887d22a1e691"


@given(st.integers(0, 10_000_000))
def test_every_text_can_be_written_as_utf8(number: int) -> None:
    text = make_text(number)
    assert text == make_text(number)
    assert text.encode().decode() == text


def test_the_texts_differ() -> None:
    texts = list(make_texts(1000))
    assert len(set(texts)) > 950


def test_every_kind_of_trouble_is_there() -> None:
    texts = list(make_texts(600))
    everything = "".join(texts)
    assert [sign for sign in (*MARKS, *INVISIBLE, *BREAKS) if sign not in everything] == []
    assert any(text.strip() == "" for text in texts)
    assert any(text and not any(letter.isalnum() for letter in text) for text in texts)
    assert any(len(word) > 300 for word in everything.split())
    assert any(text.count("“") > text.count("”") for text in texts)
    assert any("א" <= letter <= "ۿ" for letter in everything)
    assert any(a == "\r" and b != "\n" for a, b in pairwise(everything))
    assert max(map(len, texts)) > 5000
