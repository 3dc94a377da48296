"""From tags to attributions, step by step, under a tagger that says what the test wants and knows only nearness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_spans import NEARNESS, NO_TRANSITIONS, make_scores, read_parts, read_span, read_tags, see, tag, tag_all

from firsthand.extraction.attributions import (
    find_attributions,
    find_untagged_quotations,
    is_real,
    is_speech,
    is_stray,
    make_reading,
    mend_contents,
    paragraph_of,
    sentence_around,
    split_sentences,
    words_inside,
)
from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.links import Attribution
from firsthand.text.quotation_marks import find_quotations

Parts = tuple[list[str], str | None, list[str]]


def read(text: str, *parts: tuple[str, str]) -> list[Parts]:
    scores = make_scores(text, tag_all(text, *parts))
    found = find_attributions(make_reading(text, see(text), scores), NO_TRANSITIONS, NEARNESS)
    return [read_parts(text, one) for one in found]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Mr. Roux met Sen. Falk. They ate.", ["Mr. Roux met Sen. Falk.", "They ate."]),
        ("“Late. Very late.” He left.", ["“Late.", "Very late.”", "He left."]),
        ('He said "late." She left.', ['He said "late."', "She left."]),
        ("No end", ["No end"]),
        ("J. Falk came in Jan. 5 times", ["J. Falk came in Jan. 5 times"]),
        ("Brost Inc. has closed. Good.", ["Brost Inc. has closed.", "Good."]),
        ("What?! Yes.", ["What?", "!", "Yes."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    reading = read_tags(text, [])
    words = reading.features.words
    ranges = split_sentences(reading, 0, len(words))
    assert [text[words[first][0] : words[last - 1][1]] for first, last in ranges] == sentences


@given(st.text(alphabet="aB.!?“”\"' ", min_size=1, max_size=60))
def test_sentences_cover_all_words_once(text: str) -> None:
    reading = read_tags(text, [])
    ranges = split_sentences(reading, 0, len(reading.features.words))
    assert [word for first, last in ranges for word in range(first, last)] == list(range(len(reading.features.words)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Boats are late today.”", True),
        ("“Boats are late today”, he said.", True),
        ("“Boats are late today” he said.", False),
        ("“Boats are late”, he said.", False),
        ("“boats are late today.”", False),
        ("“Boats are late today", True),
        ("“Boats are late today…”", True),
    ],
)
def test_speech_has_a_capital_and_an_end(text: str, expected: bool) -> None:
    assert is_speech(text, find_quotations(text)[0]) is expected


@pytest.mark.parametrize(
    ("role", "phrase", "expected"),
    [("source", "Roux", True), ("source", "—", False), ("cue", "—", True), ("cue", "States", False),
     ("cue", "United States", True)],
)  # fmt: skip
def test_tags_that_can_be_no_source_or_cue(role: str, phrase: str, expected: bool) -> None:
    text = "Roux — United States"
    assert is_real(read_tags(text, []), tag(text, role, phrase)) is expected


def test_quotations_that_the_tagger_passed_over_are_contents() -> None:
    text = "“Boats are late today.” And “old ropes” hold. “Nobody sails to Brost now.”"
    reading = read_tags(text, [])
    spans = [tag(text, "content", "“Nobody sails")]
    found = find_untagged_quotations(reading, (0, len(reading.features.words)), spans)
    assert [read_span(text, span) for span in found] == ["“Boats are late today.”"]
    assert {span.role for span in found} == {"content"}


@given(st.integers(0, 30), st.integers(0, 30))
def test_words_inside_a_span_begin_in_it(start: int, end: int) -> None:
    text = "One two, three four five."
    features = see(text)
    first, last = words_inside(features, (start, max(start, end)), (0, len(features.words)))
    inside = [n for n, (begin, _) in enumerate(features.words) if start <= begin < end]
    assert list(range(first, last)) == inside


def test_one_attribution() -> None:
    text = "“Boats are late,” Anna Roux said."
    parts = (("content", "“Boats are late,”"), ("source", "Anna Roux"), ("cue", "said"))
    assert read(text, *parts) == [(["Anna Roux"], "said", ["“Boats are late,”"])]


def test_nothing_tagged_and_nothing_quoted_is_nothing() -> None:
    assert read("The boats of Brost are late.") == []
    assert read("") == []
    assert read(" \n\n ") == []


def test_marks_that_the_tagger_left_out_are_taken_in() -> None:
    text = "“Boats are late,” Anna Roux said."
    (found,) = read(text, ("content", "Boats are late,"), ("source", "Anna Roux"), ("cue", "said"))
    assert found[2] == ["“Boats are late,”"]


def test_a_cue_without_a_content_is_dropped() -> None:
    assert read("Anna Roux said.", ("source", "Anna Roux"), ("cue", "said")) == []


def test_an_unquoted_content_without_a_cue_is_dropped() -> None:
    assert read("The boats are late.", ("content", "The boats are late")) == []


def test_a_narrators_sentence_with_a_quoted_title_is_dropped() -> None:
    text = "The meeting, called “Boats and ropes of the north,” opens in Brost today."
    assert read(text, ("content", text[:-1])) == []


def test_quoted_speech_without_a_cue_stays() -> None:
    assert read("“The boats are late today.” Nobody came.") == [([], None, ["“The boats are late today.”"])]


def test_a_quotation_goes_on_over_paragraphs() -> None:
    first = "“Boats are late,” Roux said. “They wait for rain."
    parts = (("content", "“Boats are late,”"), ("source", "Roux"), ("cue", "said"), ("content", "“They wait for rain."))
    (found,) = read(f"{first}\n\n“Nobody sails to Brost.\n\n“And that is all now.”\n\nShe left.", *parts)
    assert found == (
        ["Roux"], "said",
        ["“Boats are late,”", "“They wait for rain.", "“Nobody sails to Brost.", "“And that is all now.”"],
    )  # fmt: skip


def test_a_quotation_with_its_own_cue_goes_on_with_nobody() -> None:
    text = "“Boats are late now,” Roux said.\n\n“Nobody sails to Brost,” Falk said."
    found = read(
        text, ("content", "“Boats are late now,”"), ("source", "Roux"), ("cue", "said"),
        ("content", "“Nobody sails to Brost,”"), ("source", "Falk"), ("cue", "said"),
    )  # fmt: skip
    assert [(source, content) for source, _, content in found] == [
        (["Roux"], ["“Boats are late now,”"]), (["Falk"], ["“Nobody sails to Brost,”"]),
    ]  # fmt: skip


def test_a_paragraph_between_ends_a_quotation() -> None:
    text = "“Boats are late now,” Roux said.\n\nRain fell on Brost.\n\n“Nobody sails in the rain here.”"
    found = read(text, ("content", "“Boats are late now,”"), ("source", "Roux"), ("cue", "said"))
    assert [cue for _, cue, _ in found] == ["said", None]


def test_a_cue_with_a_colon_takes_the_next_paragraph() -> None:
    text = "Rain fell, and Anna Roux said:\n\n“Boats are late in this port.”"
    assert read(text, ("source", "Anna Roux"), ("cue", "said")) == [
        (["Anna Roux"], "said", ["“Boats are late in this port.”"])
    ]


def test_a_cue_that_opens_a_paragraph_takes_the_quotation_above() -> None:
    text = "“Boats are late in this port.”\n\nSaid Anna Roux on the quay."
    assert read(text, ("cue", "Said"), ("source", "Anna Roux")) == [
        (["Anna Roux"], "Said", ["“Boats are late in this port.”"])
    ]


def test_a_weak_trace_of_a_cue_and_source_is_believed_beside_a_quotation() -> None:
    text = "“Boats are late in this port.” That from Anna Roux."
    scores = make_scores(text, [tag(text, "content", "“Boats are late in this port.”")])
    words = see(text).words
    for phrase, column, trace in (("from", 3, -2.0), ("Anna", 1, -1.5), ("Roux", 2, -1.5)):
        scores[next(n for n, (start, end) in enumerate(words) if text[start:end] == phrase), column] = trace
    (found,) = find_attributions(make_reading(text, see(text), scores), NO_TRANSITIONS, NEARNESS)
    assert read_parts(text, found) == (["Anna Roux"], "from", ["“Boats are late in this port.”"])


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [("said", "Rain fell", True), ("said", "“Boats wait”", False), ("said", "that boats wait", False),
     ("adds", "Rain fell", False)],
)  # fmt: skip
def test_a_piece_in_another_sentence_is_stray_unless_quoted(cue: str, content: str, expected: bool) -> None:
    text = "Rain fell, he adds. “Boats wait”. Roux said that boats wait."
    assert is_stray(read_tags(text, []), tag(text, "cue", cue), tag(text, "content", content)) is expected


def test_mended_contents_are_in_order_and_never_empty() -> None:
    text = "Rain fell. Falk slept. Roux said that boats wait. “Late,” she thought."
    reading = read_tags(text, [])
    contents = [tag(text, "content", phrase) for phrase in ("“Late,”", "that boats wait", "Rain fell")]
    mended = mend_contents(reading, Attribution(tag(text, "cue", "said"), contents=contents))
    assert [read_span(text, span) for span in mended] == ["that boats wait", "“Late,”"]
    strays = [tag(text, "content", phrase) for phrase in ("Rain fell", "Falk slept")]
    mended = mend_contents(reading, Attribution(tag(text, "cue", "said"), contents=strays))
    assert [read_span(text, span) for span in mended] == ["Rain fell", "Falk slept"]


def test_paragraphs_and_sentences_around_a_span() -> None:
    text = "Rain fell. Anna Roux said so. Boats wait.\n\nFalk left."
    reading = read_tags(text, [])
    said = tag(text, "cue", "said")
    around = sentence_around(reading, said)
    words = [text[start:end] for start, end in (reading.features.words[word] for word in around)]
    assert {"Anna", "Roux", "said", "so"} <= set(words) <= {"Anna", "Roux", "said", "so", "."}
    assert [paragraph_of(reading, tag(text, "source", name)) for name in ("Rain", "Boats", "Falk")] == [0, 0, 1]


def test_a_crowded_paragraph_is_linked_in_parts() -> None:
    text = " ".join(f"N{number} said that boat {number} waits." for number in range(60))
    parts = [p for n in range(60) for p in (("source", f"N{n}"), ("cue", "said"), ("content", f"that boat {n} waits"))]
    found = read(text, *parts)
    assert found == [([f"N{n}"], "said", [f"that boat {n} waits"]) for n in range(60)]


LABELLED = st.lists(st.tuples(st.sampled_from(["source", "cue", "content"]), st.integers(0, 60), st.integers(1, 6)))
LETTERS = st.text(alphabet="aB .,“”\"'\n-", max_size=120)


@given(LETTERS, LABELLED)
def test_any_tags_on_any_text_give_valid_attributions(text: str, labelled: list[tuple[str, int, int]]) -> None:
    count = len(see(text).words)
    spans = [TaggedSpan(role, a, min(a + n, count), 0.5) for role, a, n in labelled if a < count]
    found = find_attributions(read_tags(text, spans), NO_TRANSITIONS, NEARNESS)
    for attribution in found:
        assert attribution.contents
        assert all(0 <= span.first < span.last <= count for span in attribution.contents)
        assert attribution.contents == sorted(attribution.contents, key=lambda span: span.first)
        assert 0 <= attribution.link <= 1
