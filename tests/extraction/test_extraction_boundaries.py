"""Where contents begin and end: marks whole, loose signs off, adverbials out."""

import pytest
from made_spans import read_span, see, tag, tag_all

from firsthand.extraction.boundaries import join_over_commas, snap_content, start_at_that, trim_content
from firsthand.extraction.decoding import TaggedSpan


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Roux said, boats wait.", ", boats wait", "boats wait"),
        ("Roux said - boats wait.", "- boats wait", "boats wait"),
        ("Roux said, – boats wait.", ", – boats wait", "boats wait"),
        ("Roux said “boats wait.", "“boats wait", "“boats wait"),
        ("Roux said: boats, wait,", "boats, wait,", "boats, wait,"),
    ],
)
def test_contents_lose_loose_signs_at_their_start(text: str, before: str, after: str) -> None:
    trimmed = trim_content(text, see(text), tag(text, "content", before))
    assert trimmed is not None
    assert read_span(text, trimmed) == after


def test_a_content_of_loose_signs_is_none() -> None:
    text = "Roux, - said"
    assert trim_content(text, see(text), tag(text, "content", ", -")) is None


@pytest.mark.parametrize("role", ["source", "cue"])
def test_other_roles_are_not_trimmed(role: str) -> None:
    text = "Roux, he said"
    span = tag(text, role, ", he")
    assert trim_content(text, see(text), span) == span


@pytest.mark.parametrize(
    ("text", "inside"),
    [("Roux said “boats wait” today.", "boats wait"), ('Roux said "boats wait," so.', "boats wait,"),
     ("Roux said ''boats wait.''", "boats wait."), ("Roux said «boats wait»", "boats wait")],
)  # fmt: skip
def test_a_content_takes_in_the_marks_around_it(text: str, inside: str) -> None:
    snapped = snap_content(see(text), tag(text, "content", inside))
    start = text.index(inside)
    mark = 2 if "''" in text else 1
    assert read_span(text, snapped) == text[start - mark : start + len(inside) + mark]


def test_snapping_leaves_other_contents_alone() -> None:
    text = "Roux said that boats “wait in port” for rain."
    for phrase in ("that boats", "for rain", "that boats “wait in port” for", "in"):
        span = tag(text, "content", phrase)
        assert snap_content(see(text), span) == span


def test_a_content_that_ends_inside_takes_the_closing_mark_only_if_it_holds_the_opening_one() -> None:
    text = "Roux said “boats wait” and left."
    assert read_span(text, snap_content(see(text), tag(text, "content", "“boats wait"))) == "“boats wait”"
    late = tag(text, "content", "wait")
    assert snap_content(see(text), late) == late


def test_an_unclosed_quotation_has_no_closing_mark_to_take() -> None:
    text = "Roux said “boats wait, and left."
    assert read_span(text, snap_content(see(text), tag(text, "content", "boats wait"))) == "“boats wait"


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("Roux said on Monday that boats wait.", "on Monday that boats wait", "that boats wait"),
        ("Roux told us at the old port that boats wait.", "at the old port that boats wait", "that boats wait"),
        ("Roux said that in May that boat sank.", "that in May that boat sank", "that in May that boat sank"),
        ("Roux said on Monday boats wait.", "on Monday boats wait", "on Monday boats wait"),
        ("Roux said: On days that boats wait, rain falls.", "On days that boats wait", "On days that boats wait"),
        ("Roux said on a day, that boats wait.", "on a day, that boats wait", "on a day, that boats wait"),
        ("Roux said boats on that day wait.", "boats on that day wait", "boats on that day wait"),
    ],
)
def test_an_adverbial_before_that_is_no_content(text: str, content: str, expected: str) -> None:
    assert read_span(text, start_at_that(text, see(text), tag(text, "content", content))) == expected


def join(text: str, *contents: str) -> list[str]:
    spans = tag_all(text, *(("content", content) for content in contents))
    return [read_span(text, span) for span in join_over_commas(text, see(text), spans)]


def test_pieces_that_only_a_comma_parts_are_one() -> None:
    text = "Since May, boats wait, and nobody sails."
    assert join(text, "Since May", "boats wait", "and nobody sails") == ["Since May, boats wait, and nobody sails"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“Since May,” he said, “boats wait.”", ("“Since May,”", "“boats wait.”")),
        ("Since May “boats”, “old boats” wait", ("“boats”", "“old boats”")),
        ("Since May - boats wait", ("Since May", "boats wait")),
        ("Since May boats wait", ("Since May", "boats wait")),
    ],
)
def test_other_pieces_stay_apart(text: str, contents: tuple[str, str]) -> None:
    assert join(text, *contents) == list(contents)


def test_joining_nothing_gives_nothing() -> None:
    no_spans: list[TaggedSpan] = []
    assert join_over_commas("", see(""), no_spans) == []
