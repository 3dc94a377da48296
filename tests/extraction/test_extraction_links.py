"""Linking: the facts about a pair are numbers, and the shipped tables join what plainly belongs together."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_spans import GAP, N_PAIR_FEATURES, NEARNESS, make_nearness, read_parts, see, tag_all

from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.extractor import FOLDER
from firsthand.extraction.links import Attribution, Network, Paragraph, count_sentence_ends, describe_pair, link

TALE = "The mayor said on Monday: “Boats are late.” Mr. Roux denied, twice, that it mattered to J. Falk! Who knows?"
PLACES = st.lists(st.integers(0, len(see(TALE).words)), min_size=4, max_size=16, unique=True).map(sorted)


@pytest.fixture(scope="module")
def tables() -> dict[str, Network]:
    with np.load(FOLDER / "tables.npz") as stored:
        return {role: {name: stored[f"{role}.{name}"] for name in ("w1", "b1", "w2", "b2")}
                for role in ("source", "content")}


def view(text: str, spans: list[TaggedSpan]) -> Paragraph:
    features = see(text)
    return Paragraph(text, features, spans, count_sentence_ends(text, features))


def link_text(text: str, tables: dict[str, Network], *parts: tuple[str, str]) -> list[Attribution]:
    return link(view(text, tag_all(text, *parts)), tables)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One. Two! Three? Four", 3),
        ("Mr. Roux met Sen. Falk of Brost.", 1),
        ("J. Falk came.", 1),
        ("Brost Inc. has closed.", 1),
        ("It closed. then", 0),
        ("They met on Jan. 5.", 1),
        ("It cost 1.5 million.", 1),
        ("No boat sails in the U.S. Falk said.", 2),
    ],
)
def test_sentence_ends_are_no_abbreviations(text: str, count: int) -> None:
    ends = count_sentence_ends(text, see(text))
    assert ends[-1] == count
    assert len(ends) == len(see(text).words) + 1


@given(PLACES, st.data())
def test_the_facts_of_any_pair_are_finite(places: list[int], data: st.DataObject) -> None:
    ranges = list(zip(places[::2], places[1::2], strict=False))
    roles = data.draw(st.lists(st.sampled_from(["source", "content"]), min_size=len(ranges), max_size=len(ranges)))
    cue = data.draw(st.integers(0, len(ranges) - 1))
    roles[cue] = "cue"
    spans = [TaggedSpan(role, *words, 0.5) for role, words in zip(roles, ranges, strict=True)]
    paragraph = view(TALE, spans)
    for one, other in product([s for s in spans if s.role == "cue"], [s for s in spans if s.role != "cue"]):
        numbers = describe_pair(paragraph, one, other)
        assert len(numbers) == N_PAIR_FEATURES
        assert all(np.isfinite(numbers)) and min(numbers) >= 0
    found = link(paragraph, NEARNESS)
    assert [a.cue for a in found if a.cue] == [s for s in spans if s.role == "cue"]
    assert {id(c) for a in found for c in a.contents} == {id(s) for s in spans if s.role == "content"}
    assert all(0 <= a.link <= 1 for a in found)


def test_distance_is_the_number_of_words_between() -> None:
    text = "“Late,” the mayor of Brost said."
    content, _, cue = spans = tag_all(text, ("content", "“Late,”"), ("source", "the mayor of Brost"), ("cue", "said"))
    assert describe_pair(view(text, spans), cue, content)[GAP] == pytest.approx(np.log1p(4))


def test_the_shipped_tables_fit_the_facts(tables: dict[str, Network]) -> None:
    for network in tables.values():
        assert network["w1"].shape[0] == N_PAIR_FEATURES
        assert all(np.isfinite(array).all() for array in network.values())


@pytest.mark.parametrize(
    "text",
    ["“Boats are late,” |Anna Roux| |said|.", "|Anna Roux| |said| that boats are late.",
     "|Roux| |said|: “Boats are late.”", "“Boats are late,” |said| |Anna Roux|.",
     "|According to| |police|, boats are late."],
)  # fmt: skip
def test_one_of_each_is_one_attribution(tables: dict[str, Network], text: str) -> None:
    marked = [part for part in text.split("|") if part.strip(" :.,")]
    cues = {"said", "According to"}
    parts = [("cue" if p in cues else "content" if "boats" in p.lower() else "source", p.strip(" .,")) for p in marked]
    plain = text.replace("|", "")
    (found,) = link_text(plain, tables, *parts)
    by_role = dict(parts)
    assert read_parts(plain, found) == ([by_role["source"]], by_role["cue"], [by_role["content"]])
    assert found.link > 0.5


def test_two_sentences_keep_their_own_parts(tables: dict[str, Network]) -> None:
    text = "“Boats are late,” Anna Roux said. Bob Falk denied that they were late."
    found = link_text(
        text, tables, ("content", "“Boats are late,”"), ("source", "Anna Roux"), ("cue", "said"),
        ("source", "Bob Falk"), ("cue", "denied"), ("content", "that they were late"),
    )  # fmt: skip
    assert [read_parts(text, one) for one in found] == [
        (["Anna Roux"], "said", ["“Boats are late,”"]),
        (["Bob Falk"], "denied", ["that they were late"]),
    ]


def test_a_split_quotation_goes_to_one_cue(tables: dict[str, Network]) -> None:
    text = "“Boats are late,” Anna Roux said, “and nobody cares.”"
    (found,) = link_text(
        text, tables, ("content", "“Boats are late,”"), ("source", "Anna Roux"), ("cue", "said"),
        ("content", "“and nobody cares.”"),
    )  # fmt: skip
    assert read_parts(text, found) == (["Anna Roux"], "said", ["“Boats are late,”", "“and nobody cares.”"])


def test_contents_without_a_cue_stay_as_orphans() -> None:
    text = "“Boats are late.” Nobody came."
    (found,) = link_text(text, NEARNESS, ("content", "“Boats are late.”"))
    assert read_parts(text, found) == ([], None, ["“Boats are late.”"])
    assert found.link == 0.5


def test_what_is_too_unlikely_is_not_linked() -> None:
    text = "The mayor said one two three four five six seven boats are late"
    parts = (("source", "The mayor"), ("cue", "said"), ("content", "boats are late"))
    alone, orphan = link_text(text, NEARNESS | {"content": make_nearness(reach=1.0)}, *parts)
    assert (alone.contents, orphan.cue) == ([], None)


def test_two_cues_may_share_a_content_that_each_is_near() -> None:
    text = "Roux said and Falk added that boats are late."
    content = "that boats are late"
    parts = (("source", "Roux"), ("cue", "said"), ("source", "Falk"), ("cue", "added"), ("content", content))
    first, second = link_text(text, NEARNESS, *parts)
    assert read_parts(text, first)[2] == read_parts(text, second)[2] == [content]
