"""Statements inside a content that wording shows, and wording that only looks like it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_phrases import find_words, read
from made_spans import read_parts

from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.inner_patterns import find_inner_patterns
from firsthand.extraction.links import Attribution

Parts = tuple[str | None, str | None, list[str]]  # source, cue and contents


def find_all(text: str, *mentions: str) -> list[Attribution]:
    """What is found in a text that is a content as a whole."""
    reading = read(text)
    ranges = sorted(find_words(text, words) for words in mentions)
    return find_inner_patterns(reading, TaggedSpan("content", 0, len(reading.features.words), 0.9), ranges)


def find(text: str, *mentions: str) -> list[Parts]:
    parts = (read_parts(text, attribution) for attribution in find_all(text, *mentions))
    return [(sources[0] if sources else None, cue, contents) for sources, cue, contents in parts]


@pytest.mark.parametrize(
    ("text", "mentions", "source", "cue", "content"),
    [
        ("that he said the pier was shut", (), "he", "said", "the pier was shut"),
        ("that the union had claimed that the pier was shut", (), "the union", "had claimed", "that the pier was shut"),
        ("and Anna Roux warned of rain. It fell", ("Anna Roux",), "Anna Roux", "warned", "of rain"),
        ("but the clerk at the port never denied it was late", ("the clerk at the port",), "the clerk at the port",
         "never denied", "it was late"),
        ("since they told us that the pier was shut", (), "they", "told", "that the pier was shut"),
        ("that they hope to sail", (), "they", "hope", "to sail"),
        ("while the sailors fear that it sinks", ("the sailors",), "the sailors", "fear", "that it sinks"),
        ("that the mayor would promise a new pier", ("the mayor",), "the mayor", "would promise", "a new pier"),
        ("for an audit found that the pier was old", ("an audit",), "an audit", "found", "that the pier was old"),
    ],
)
def test_a_subject_with_a_verb(text: str, mentions: tuple[str, ...], source: str, cue: str, content: str) -> None:
    assert find(text, *mentions) == [(source, cue, [content])]


@pytest.mark.parametrize(
    ("text", "mentions", "source", "cue", "content"),
    [
        ("because his decision to shut the pier; rain fell", (), "his", "decision", "to shut the pier"),
        ("the Harbour Office’s proposal for a new pier", ("the Harbour Office’s",), "the Harbour Office’s", "proposal",
         "for a new pier"),
        ("a stated position of the union: no talks now", ("the union",), "the union", "position", "no talks now"),
        ("because his claim that the pier was shut is old", (), "his", "claim",
                     "that the pier was shut is old"),
        ("after the union’s request to shut the pier", ("the union’s",), "the union’s", "request",
                     "to shut the pier"),
        ("about Roux’s repeated warnings of rain", ("Roux’s",), "Roux’s", "warnings", "of rain"),
        ("amid their calls for a new pier; rain fell", (), "their", "calls", "for a new pier"),
    ],
)
def test_whose_claim_it_is(text: str, mentions: tuple[str, ...], source: str, cue: str, content: str) -> None:
    ((found_source, found_cue, (found_content,)),) = find(text, *mentions)
    assert (found_source, found_content) == (source, content)
    assert found_cue is not None
    assert found_cue.split()[-1] == cue


@pytest.mark.parametrize(
    ("text", "mentions", "expected"),
    [
        ("The pier is shut, citing two officials", ("two officials",),
         ("two officials", "citing", ["The pier is shut"])),
        ("The pier is shut, with reference to the Harbour Office.", ("the Harbour Office",),
         ("the Harbour Office", "with reference to", ["The pier is shut"])),
        ("The pier is shut, according to the clerk, who left.", (),
         ("the clerk", "according to", ["The pier is shut"])),
        ("It is old. The pier is shut, citing the clerk", (), ("the clerk", "citing", ["The pier is shut"])),
    ],
)  # fmt: skip
def test_whom_a_report_cites(text: str, mentions: tuple[str, ...], expected: Parts) -> None:
    assert find(text, *mentions) == [expected]


@pytest.mark.parametrize(
    ("text", "mentions", "expected"),
    [
        ("This is stated in the Brost Courier", ("the Brost Courier",), ("the Brost Courier", "stated", ["This"])),
        ("It was announced by the mayor.", (), ("the mayor", "announced", ["It"])),
        ("The new date was also confirmed by Anna Roux.", ("Anna Roux",), None),
    ],
)  # fmt: skip
def test_a_passive_names_its_source_behind(text: str, mentions: tuple[str, ...], expected: Parts | None) -> None:
    assert find(text, *mentions) == ([expected] if expected else [])


def test_a_passive_that_cites_gives_both_with_one_content() -> None:
    text = "This is stated in the Brost Courier with reference to the clerk."
    assert find(text, "the Brost Courier", "the clerk") == [
        ("the Brost Courier", "stated", ["This"]), ("the clerk", "with reference to", ["This"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("that nobody said the pier was shut", ()),
        ("that no one denied it", ()),
        ("that no official has confirmed it", ("no official",)),
        ("that none of the sailors said so aloud", ("the sailors",)),
        ("that the pier was said to be shut", ("the pier",)),
        ("that he was told of the rain", ()),
        ("that the clerk is expected to leave", ("the clerk",)),
        ("that the United States left early", ()),
        ("that the State Department of Nordia left", ()),
        ("that the harbour plan was old and the offer low", ("the harbour",)),
        ("that the reports were late", ()),
        ("that a claim is a claim", ()),
        ("in answer to the question of money", ()),
        ("that he was informed in advance of it", ()),
        ("that they found work in Brost", ()),
        ("that I want a boat", ()),
        ("that we ask for rain", ()),
        ("the rain fell on the pier", ()),
        ("", ()),
    ],
)
def test_what_only_looks_like_speech(text: str, mentions: tuple[str, ...]) -> None:
    assert find(text, *mentions) == []


def test_a_passive_without_a_subject_is_no_content() -> None:
    found = find_all("was told that citing the Brost Courier", "the Brost Courier")
    assert all(span.first < span.last for attribution in found for span in attribution.contents)


def test_a_content_ends_before_a_clause_with_a_speaker_of_its_own() -> None:
    found = find("that he said the pier was shut, and she denied that it was")
    assert found == [("he", "said", ["the pier was shut"]), ("she", "denied", ["that it was"])]


def test_places_are_of_the_article_and_stay_inside_the_content() -> None:
    text = "Falk said that he said the pier was shut. She denied it."
    reading = read(text)
    first, last = find_words(text, "that he said the pier was shut")
    (found,) = find_inner_patterns(reading, TaggedSpan("content", first, last, 0.9), [])
    assert read_parts(text, found) == (["he"], "said", ["the pier was shut"])


WORDS = """
 he Roux the union’s said told claims claim that citing with reference to is stated in by This nobody I we . , ;
 and “ ” — hopes request plan reports according officials worried about position of : ’s""".split()


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 5))), st.integers(0, 20), st.integers(1, 40),
)  # fmt: skip
def test_all_spans_stand_inside_the_content(
    words: list[str], mentions: list[tuple[int, int]], first: int, length: int
) -> None:
    reading = read(" ".join(words))
    count = len(reading.features.words)
    first = min(first, count - 1)
    last = min(count, first + length)
    ranges = sorted({(start, start + size) for start, size in mentions if start + size <= count})
    for found in find_inner_patterns(reading, TaggedSpan("content", first, last, 0.9), ranges):
        assert found.cue is not None
        assert len(found.sources) == len(found.contents) == 1
        for span in (found.cue, *found.sources, *found.contents):
            assert first <= span.first < span.last <= last


@pytest.mark.parametrize(
    ("unit", "count"),
    [("he said that ", 30_000), ("is stated in the ", 30_000),
     ("citing ", 10_000), ("their claims that the ", 30_000), ("his plan to ", 30_000),
     ("the rain fell ", 30_000)],
)  # fmt: skip
def test_time_grows_with_the_words_only(unit: str, count: int) -> None:
    reading = read(unit * (count // len(unit.split())))
    started = time.process_time()
    find_inner_patterns(reading, TaggedSpan("content", 0, len(reading.features.words), 0.9), [])
    assert time.process_time() - started < 10  # no full stop: 0.2 s where each word is read once, else minutes
