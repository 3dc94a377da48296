"""How the wordings of one quote differ."""

import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.records import Certainty, Copy, CopyKind, Form, Statement
from firsthand.serving.linked_stories import join_story
from firsthand.serving.wordings import LONGEST, Difference, compare_wordings, describe_difference, split_quote
from tests.serving.made_story import QUOTE, make_links, make_records

BEFORE = "we will not sell the old pier".split()


@pytest.mark.parametrize(
    ("after", "difference", "details"),
    [
        ("We will not sell the old pier", Difference.SAME, ()),
        ("we will not sell the pier", Difference.SHORTENED, ("without “old”",)),
        ("we will not sell the old pier yet", Difference.EXTENDED, ("adds “yet”",)),
        ("we will not lease the old pier", Difference.CHANGED, ("“lease” for “sell”",)),
        (
            "they might not lease an old harbour wall today",
            Difference.CHANGED,
            ("“they might” for “we will”", "“lease an” for “sell the”", "“harbour wall today” for “pier”"),
        ),
        ("no we can not ever sell that old fish pier here", Difference.CHANGED, None),
    ],
)
def test_a_difference_is_named_and_shown(after: str, difference: Difference, details: tuple[str, ...] | None) -> None:
    wording = describe_difference(BEFORE, after.split(), "x")
    assert (wording.difference, wording.earlier) == (difference, "x")
    if details is None:
        assert wording.details[-1] == "and 3 more"
        assert len(wording.details) == 4
    else:
        assert wording.details == details


def test_only_what_stands_in_quotation_marks_is_compared() -> None:
    text = "He said that the “old pier” and the „new quay“ stay, and «everything else» too."
    mixed = Statement("s", (), (), ((8, len(text)),), form=Form.MIXED)
    assert split_quote(text, mixed) == "old pier new quay everything else".split()
    direct = msgspec.structs.replace(mixed, form=Form.DIRECT)
    assert len(split_quote(text, direct)) == 13


def test_speakers_are_compared_with_themselves_and_short_quotes_with_nothing() -> None:
    story = join_story(make_links(), make_records())
    found = compare_wordings(story, ["m1:2", "m2:2", "m3:2", "m1:1"])
    assert {id: (one.difference, one.earlier) for id, one in found.items()} == {
        "m2:2": (Difference.SAME, "m1:2"),
        "m3:2": (Difference.SHORTENED, "m1:2"),
    }


def test_other_words_in_a_translation_are_translated() -> None:
    records = make_records()
    text = records[2].article.text.replace("sell the old", "part with the old")
    article = msgspec.structs.replace(records[2].article, text=text)
    first, second = records[2].statements
    start = text.index("We will")
    moved = msgspec.structs.replace(second, content=((start, text.index(",”")),))
    records[2] = msgspec.structs.replace(records[2], article=article, statements=(first, moved))
    copy = Copy("m3", "m1", CopyKind.TRANSLATION, 0.5, Certainty.STATED)
    links = msgspec.structs.replace(make_links(), copies=(copy,))
    (found,) = compare_wordings(join_story(links, records), ["m1:2", "m3:2"]).values()
    assert found.difference is Difference.TRANSLATED
    assert "“part with” for “sell”" in found.details


@given(st.lists(st.sampled_from(["a", "b", "c", "D"]), max_size=12), st.lists(st.sampled_from(["a", "b"]), max_size=12))
def test_a_wording_is_the_same_only_as_the_same_words(before: list[str], after: list[str]) -> None:
    is_same = describe_difference(before, after, "x").difference is Difference.SAME
    assert is_same == ([word.casefold() for word in before] == [word.casefold() for word in after])


def test_a_huge_quote_takes_no_time() -> None:
    text = f"“{QUOTE} " * 50_000
    statement = Statement("s", (), (), ((0, len(text)),), form=Form.MIXED)
    start = time.process_time()
    assert len(split_quote(text, statement)) == LONGEST
    assert time.process_time() - start < 1
