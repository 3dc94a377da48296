"""What empty contents stand for."""

import pytest
from made_statements import make_article, make_cast, state

from firsthand.extraction.chains import trace_chains
from firsthand.records import Act, Statement

ACTORS = (("roux", "p", "Anne Roux"), ("beck", "p", "Jo Beck"))


def cover(text: str, *statements: Statement) -> list[list[str]]:
    """The covered text of each statement."""
    traced = trace_chains(make_article(text, "Nordby Post"), statements, make_cast(text, *ACTORS))
    return [[text[start:end] for start, end in statement.covers] for statement in traced]


def test_denial_covers_what_another_said_last() -> None:
    text = "Jo Beck said the wall moves. Anne Roux said rain fell. Roux denied this."
    statements = [
        state(text, "Jo Beck", "said", "the wall moves", speaker="beck", id="1"),
        state(text, "Anne Roux", "said", "rain fell", speaker="roux", id="2", near="Anne"),
        state(text, "Roux", "denied", "this", speaker="roux", id="3", act=Act.DENY, near="Roux denied"),
    ]
    assert cover(text, *statements) == [[], [], ["the wall moves"]]


def test_pronoun_of_a_pronoun_covers_the_words_themselves() -> None:
    text = "Jo Beck said the wall moves. Anne Roux denied it. Beck repeated that."
    statements = [
        state(text, "Jo Beck", "said", "the wall moves", speaker="beck", id="1"),
        state(text, "Anne Roux", "denied", "it", speaker="roux", id="2", act=Act.DENY, near="Anne"),
        state(text, "Beck", "repeated", "that", speaker="beck", id="3", near="Beck repeated"),
    ]
    assert cover(text, *statements) == [[], ["the wall moves"], ["the wall moves"]]


def test_without_a_statement_before_the_sentence_before_is_covered() -> None:
    text = "The wall moves. Anne Roux denied this claim."
    statement = state(text, "Anne Roux", "denied", "this claim", speaker="roux", act=Act.DENY)
    assert cover(text, statement) == [["The wall moves."]]


def test_statement_in_the_sentence_before_a_report_is_covered_by_its_content() -> None:
    text = "It is claimed that the wall moves. This was told to Reuters by a former mason."
    statements = [
        state(text, "", "claimed", "the wall moves", id="1"),
        state(text, "a former mason", "told", "This", id="2", near="This"),
    ]
    assert cover(text, *statements) == [[], ["the wall moves"]]


@pytest.mark.parametrize("content", ["the wall moves", "it would rain", "the report of the masons", "this old wall"])
def test_contents_that_say_something_cover_nothing(content: str) -> None:
    text = f"Jo Beck said rain fell. Anne Roux denied {content}."
    statements = [
        state(text, "Jo Beck", "said", "rain fell", speaker="beck", id="1"),
        state(text, "Anne Roux", "denied", content, speaker="roux", id="2", act=Act.DENY, near="Anne"),
    ]
    assert cover(text, *statements) == [[], []]


@pytest.mark.parametrize(
    "content", ["it", "this", "this information", "such accusations", "the allegations", "that threat"]
)
def test_empty_contents_cover_something(content: str) -> None:
    text = f"Jo Beck said rain fell. Anne Roux rejected {content}."
    statements = [
        state(text, "Jo Beck", "said", "rain fell", speaker="beck", id="1"),
        state(text, "", "rejected", content, speaker="roux", id="2", act=Act.DENY, near="rejected"),
    ]
    assert cover(text, *statements)[1] == ["rain fell"]


def test_a_report_far_down_covers_the_paragraph_before_it_only() -> None:
    paragraphs = [f"Paragraph {number} tells of the dam at Nordby." for number in range(9)]
    text = "\n\n".join([*paragraphs, "This was reported by Reuters."])
    statement = state(text, "Reuters", "was reported", "This", near="This was")
    assert cover(text, statement) == [[paragraphs[-1]]]
