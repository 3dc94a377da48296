"""Names made whole that the model leaves in parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_phrases import BODY, PERSON, PLACE, find_words, read

from firsthand.extraction.name_spans import Name
from firsthand.extraction.whole_names import MOST, mend_names

Labelled = list[tuple[str, str]]


def mend(text: str, names: Labelled, mentions: list[tuple[str, int]], publisher: str = ""
         ) -> tuple[list[tuple[str, str]], list[tuple[str, int]]]:
    """The words and kinds of names and mentions after mending."""
    seen = [Name(*find_words(text, words), kind) for words, kind in names]
    spans = [(*find_words(text, words), kind) for words, kind in mentions]
    mended, kept = mend_names(read(text), seen, spans, publisher)
    words = read(text).features.words

    def show(first: int, last: int) -> str:
        return text[words[first][0] : words[last - 1][1]]

    return [(show(n.first, n.last), n.kind) for n in mended], [(show(first, last), kind) for first, last, kind in kept]


@pytest.mark.parametrize(
    ("text", "names", "whole"),
    [
        ("Nordby Lines paid.", [("Nordby", "place")], [("Nordby Lines", "organisation")]),
        ("The firm Nordby Lines paid.", [("Nordby", "organisation"), ("Lines", "organisation")],
         [("Nordby Lines", "organisation")]),
        ("Nordby lines were down.", [("Nordby", "place")], [("Nordby", "place")]),
        ("In Nordby, Lines of people stood.", [("Nordby,", "place")], [("Nordby,", "place")]),
        ("Nordby’s Bank paid.", [("Nordby’s", "place")], [("Nordby’s", "place")]),
        ("Anna Steel paid.", [("Anna", "person")], [("Anna", "person")]),
        ("It left Fort Nordby.", [("Nordby", "organisation")], [("Fort Nordby", "place")]),
        ("It left the fort Nordby.", [("Nordby", "organisation")], [("Nordby", "organisation")]),
    ],
)  # fmt: skip
def test_names_in_parts(text: str, names: Labelled, whole: Labelled) -> None:
    assert mend(text, names, [])[0] == whole


def test_mentions_go_with_the_whole_name() -> None:
    text = "The ferry firm Nordby Lines paid the clerk."
    mentions = [("The ferry firm Nordby", BODY), ("The ferry firm", BODY), ("Nordby", PLACE), ("Lines", PERSON),
                ("the clerk", PERSON)]  # fmt: skip
    _, kept = mend(text, [("Nordby", "place")], mentions)
    assert kept == [("The ferry firm Nordby Lines", BODY), ("The ferry firm", BODY), ("Nordby Lines", BODY),
                    ("the clerk", PERSON)]  # fmt: skip


def test_the_publishers_own_name_is_one_name() -> None:
    text = "Brost Harbour Mail asked Brost Harbour."
    found, _ = mend(text, [("Brost", "place"), ("Harbour Mail", "person")], [], "Brost Harbour Mail")
    assert found == [("Brost Harbour Mail", "organisation")]
    assert mend(text, [("Brost", "place")], [], "Brost")[0] == [("Brost", "place")]


def test_a_publisher_named_very_often_is_looked_for_so_many_times_only() -> None:
    found, _ = mend_names(read("Brost Mail. " * (MOST + 5)), [], [], "Brost Mail")
    assert len(found) == MOST


WORDS = st.sampled_from(["Nordby", "Lines", "Fort", "paid", "Bank", ",", ".", "the", "Brost", "Mail"])
KINDS = st.sampled_from(["person", "organisation", "place", "people"])


@given(st.lists(WORDS, min_size=1, max_size=12), st.lists(st.tuples(st.integers(0, 11), KINDS), max_size=5))
def test_no_two_names_overlap_and_none_is_lost(words: list[str], labelled: list[tuple[int, str]]) -> None:
    reading = read(" ".join(words))
    count = len(reading.features.words)
    names = [Name(at, at + 1, kind) for at, kind in sorted(dict(labelled).items()) if at < count]
    mended, mentions = mend_names(reading, names, [(n.first, n.last, 0) for n in names], "Brost Mail")
    covered = {word for name in mended for word in range(name.first, name.last)}
    assert covered >= {name.first for name in names}
    assert all(0 <= first < last <= count for first, last, _ in mentions)
