"""The five fixed forms of agency English, and what only looks like them."""

from itertools import pairwise
from time import process_time

import pytest
from made_spans import read_span, see, tag_all

from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.patterns import apply_patterns


def apply(text: str, spans: list[TaggedSpan] | None = None) -> list[tuple[str, str]]:
    features = see(text)
    found = apply_patterns(text, features, spans or [], [(0, len(features.words))])
    return [(span.role, read_span(text, span)) for span in sorted(found, key=lambda span: span.first)]


@pytest.mark.parametrize("dash", ["-", "–", "—", "―"])
@pytest.mark.parametrize(
    ("tail", "source", "cue"),
    [
        ("said port chief Anna Roux", "port chief Anna Roux", "said"),
        ("the newspaper writes", "the newspaper", "writes"),
        ("he added", "he", "added"),
        ("UNN reports", "UNN", "reports"),
    ],
)
def test_a_tail_behind_a_dash(dash: str, tail: str, source: str, cue: str) -> None:
    found = apply(f"The boats have not left yet {dash} {tail}.")
    assert found[0] == ("content", "The boats have not left yet")
    assert sorted(found[1:]) == sorted([("source", source), ("cue", cue)])


@pytest.mark.parametrize(
    "text",
    [
        "Late - said Roux.",  # nothing before the dash to be said
        "The boats have not left yet - and nobody said anything.",
        "The boats have not left yet - they are all waiting in the small old port for Roux who said.",
        "The boats - as said - have not left.",
        "The boats have not left yet - said boats.",
        "The boats have not left yet.",
    ],
)
def test_no_tail(text: str) -> None:
    assert apply(text) == []


def test_a_tail_replaces_what_the_tagger_found_but_keeps_an_earlier_beginning() -> None:
    text = "Boats wait. Nobody has left port yet - said Roux."
    words = [text[start:end] for start, end in see(text).words]
    spans = tag_all(text, ("content", "Boats wait. Nobody has left"), ("cue", "said"))
    found = apply_patterns(text, see(text), spans, [(0, 3), (3, len(words))])
    printed = {(span.role, read_span(text, span)) for span in found}
    assert printed == {("content", "Boats wait. Nobody has left port yet"), ("cue", "said"), ("source", "Roux")}


@pytest.mark.parametrize(
    ("inside", "source", "cue"),
    [("the newspaper notes", "the newspaper", "notes"), ("Anna Roux said", "Anna Roux", "said"),
     ("he adds", "he", "adds")],
)
def test_a_parenthesis_parts_its_content(inside: str, source: str, cue: str) -> None:
    assert apply(f"The choice of port, {inside}, was no accident.") == [
        ("content", "The choice of port"), ("source", source), ("cue", cue), ("content", "was no accident"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The choice, however, was no accident.",
        "The choice, the newspaper notes.",
        "“The choice, the newspaper notes, was no accident.”",
        "Boats, ropes, and sails said, were old.",
        "Boats from Norland, the United States, and Brost were late.",
        "The choice, which everyone in the whole town said, was no accident.",
    ],
)
def test_no_parenthesis(text: str) -> None:
    assert apply(text) == []


def test_a_parenthesis_brings_the_piece_that_the_tagger_forgot() -> None:
    text = "The choice of port, the newspaper notes, was no accident."
    spans = tag_all(text, ("source", "the newspaper"), ("cue", "notes"), ("content", "was no accident"))
    whole = [
        ("content", "The choice of port"), ("source", "the newspaper"), ("cue", "notes"), ("content", "was no accident")
    ]  # fmt: skip
    assert sorted(apply(text, spans)) == sorted(whole)


@pytest.mark.parametrize(
    ("clause", "source", "cue"),
    [("the ministry said", "the ministry", "said"), ("Roux added on Monday", "Roux", "added"),
     ("port chief Anna Roux told", None, None), ("he stressed yesterday", "he", "stressed")],
)  # fmt: skip
def test_a_last_clause_says_what_stands_before_it(clause: str, source: str | None, cue: str | None) -> None:
    found = apply(f"The boats have not left yet, {clause}.")
    expected = [("content", "The boats have not left yet"), ("source", source), ("cue", cue)]
    assert found == (expected if source else [])


@pytest.mark.parametrize(
    "text",
    [
        "Boats wait, Roux said.",  # too little before the comma to be sure
        "The boats have not left yet, Roux said boats.",
        "The boats have not left yet, nobody said.",
        "“The boats have not left yet,” Roux said.",
        "The boats have not left yet, Roux said on a rainy Monday in old Brost.",
    ],
)
def test_no_last_clause(text: str) -> None:
    assert apply(text) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Anna Roux: “Boats wait.”", "Anna Roux", ":", "“Boats wait.”"),
        ('Anna Roux on Telegram: "Boats wait." Rain fell.', "Anna Roux", "on Telegram:", '"Boats wait."'),
        ("12:40 Port chief Roux via radio: «Boats. Late.»", "Port chief Roux", "via radio:", "«Boats. Late.»"),
        ("Roux: “Boats wait", "Roux", ":", "“Boats wait"),
    ],
)
def test_a_colon_gives_the_quotation_to_the_name(text: str, source: str, cue: str, content: str) -> None:
    assert apply(text) == [("source", source), ("cue", cue), ("content", content)]


def test_every_sentence_of_a_paragraph_is_looked_at_and_other_spans_stay() -> None:
    text = "Falk said so. The boats have not left yet, Roux said. Nobody asked. Boats wait in port - he added."
    parts = (("source", "Falk"), ("cue", "said"), ("content", "so"), ("source", "Nobody"), ("cue", "asked"))
    spans = tag_all(text, *parts)
    features = see(text)
    stops = [0, *(n + 1 for n, (start, _) in enumerate(features.words) if text[start] == ".")]
    found = apply_patterns(text, features, spans, list(pairwise(stops)))
    printed = [read_span(text, span) for span in sorted(found, key=lambda span: span.first)]
    assert printed == [
        "Falk", "said", "so", "The boats have not left yet", "Roux", "said", "Nobody", "asked", "Boats wait in port",
        "he", "added",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Anna Roux: boats wait.", "old boats: “Boats wait.”", ": “Boats wait.”", "Roux: ”"])
def test_no_colon(text: str) -> None:
    assert apply(text) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The port did not respond to a request for comment.",
         "The port", "did not respond", "to a request for comment"),
        ("Roux has not immediately answered our questions, and boats wait.",
         "Roux", "has not immediately answered", "our questions"),
        ("Boats wait, but Brost Lines did not return calls", "Brost Lines", "did not return", "calls"),
    ],
)  # fmt: skip
def test_no_answer_is_an_answer(text: str, source: str, cue: str, content: str) -> None:
    assert apply(text) == [("source", source), ("cue", cue), ("content", content)]


@pytest.mark.parametrize(
    "text",
    ["Did not respond to us.", "The port did not respond.", "The port did not open to boats.",
     "The port has answered us all."],
)
def test_an_answer_or_a_silence_on_nothing_is_none(text: str) -> None:
    assert apply(text) == []


@pytest.mark.parametrize(
    "text", [".", "-", "- said", ", , ,", "did not", "a - b", "!", "did not respond to", "x , he said , y"]
)
def test_scraps_do_no_harm(text: str) -> None:
    assert all(phrase in text for _, phrase in apply(text))


def test_a_content_that_comes_last_never_reaches_over_its_source() -> None:
    text = "The port office did not respond to a request for comment."
    found = apply(text, tag_all(text, ("content", "The port office did")))
    assert found[0] == ("source", "The port office")
    assert found[2] == ("content", "to a request for comment")


def test_a_paragraph_of_a_megabyte_takes_no_time() -> None:
    text = "Boats have not left yet - said Roux. " * 25_000
    features = see(text)
    spans = [TaggedSpan("content", first, first + 5, 0.9) for first in range(0, 225_000, 9)]
    sentences = [(first, first + 9) for first in range(0, 225_000, 9)]
    assert len(features.words) == 225_000
    started = process_time()
    assert len(apply_patterns(text, features, spans, sentences)) == 75_000
    assert process_time() - started < 20  # 0.5 s; looking at every span for every sentence took 20 s for 400 sentences
