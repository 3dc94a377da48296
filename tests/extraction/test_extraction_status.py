"""How a content is presented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extraction.presentation_clauses import find_main_clause, is_negated, read_sentences, split_sentences
from firsthand.extraction.status import find_status
from firsthand.records import Act, Status

ASSERTED, DENIED, HEDGED, PLANNED, CONDITIONAL = Status


@pytest.mark.parametrize(
    ("content", "status"),
    [
        ("boats had left the port", ASSERTED),
        ("", ASSERTED),
        ("that boats had not left the port", DENIED),
        ("there is no offer", DENIED),
        ("“Nobody came.”", DENIED),
        ("they don’t know", DENIED),
        ("it would not sell the port", DENIED),
        ("not only boats had left", ASSERTED),
        ("no fewer than ten boats left", ASSERTED),
        ("he left because the boats had not come", ASSERTED),
        ("he had asked for a boat and got no answer", ASSERTED),
        ("he had decided not to leave", ASSERTED),
        ("“It is not a port, it is a ruin.”", ASSERTED),
        ("“I came. I did not see.”", ASSERTED),
        ("“I did not come. I did not see.”", DENIED),
        ("boats may have left", HEDGED),
        ("she left in May", ASSERTED),
        ("the sale could be delayed", HEDGED),
        ("he could see the boats", ASSERTED),
        ("prices will rise", HEDGED),
        ("that he believed the port was lost", HEDGED),
        ("it would sell the port in June", PLANNED),
        ("she plans to travel on Monday", PLANNED),
        ("they carried a plan to sell the port", ASSERTED),
        ("it would be a mistake", ASSERTED),
        ("the port would be sold if the bank agreed", CONDITIONAL),
        ("unless it rains, the boats leave", CONDITIONAL),
        ("without new money the plant will close", CONDITIONAL),
        ("“First the dredging, then the new pier.”", CONDITIONAL),
        ("should the bank refuse, the port would be sold", CONDITIONAL),
        ("she would have opposed the sale", CONDITIONAL),
        ("people act as if nothing happened", ASSERTED),
        ("it can be sold without being seen", ASSERTED),
    ],
)
def test_status_by_the_content(content: str, status: Status) -> None:
    assert find_status(Act.SAY, "said", content) is status


@pytest.mark.parametrize(
    ("act", "cue", "content", "status"),
    [
        (Act.URGE, "urged", "boats not to leave", ASSERTED),
        (Act.ASK, "asked", "whether boats may leave", ASSERTED),
        (Act.DECLINE, "declined", "to comment", ASSERTED),
        (Act.DENY, "denied", "that boats had left", DENIED),
        (Act.PROMISE, "promised", "to sell the port", PLANNED),
        (Act.PROMISE, "promised", "never to sell the port", DENIED),
        (Act.THREATEN, "threatened", "a strike", PLANNED),
        (Act.THREATEN, "threatened", "a strike if the port is sold", CONDITIONAL),
        (Act.EXPECT, "expects", "the boats on Monday", PLANNED),
        (Act.EXPECT, "expects", "that boats may come", HEDGED),
        (Act.EXPECT, "does not expect", "a sale this year", DENIED),
        (Act.EXPECT, "predicted", "a hard winter", HEDGED),
        (Act.BELIEVE, "believes", "the boats left", HEDGED),
        (Act.BELIEVE, "believes", "the boats never left", DENIED),
        (Act.SAY, "did not rule out", "that boats would leave", HEDGED),
        (Act.SAY, "have not seen", "any evidence", DENIED),
        (Act.CLAIM, "hinted", "that boats had left", HEDGED),
        (Act.SAY, "allegedly", "boats had left", HEDGED),
    ],
)
def test_status_by_the_act(act: Act, cue: str, content: str, status: Status) -> None:
    assert find_status(act, cue, content) is status


def test_sentences_end_at_full_stops_not_at_abbreviations() -> None:
    pieces = ["Mr. Roux left. ", "Boats stay.”  ", "“Why? ", "J. Roux knows."]
    assert split_sentences("".join(pieces)) == pieces


def test_main_clauses() -> None:
    assert find_main_clause("if it rains, boats stay because it is wet") == "boats stay"
    assert find_main_clause("that is so") == "that is so"
    assert find_main_clause("") == ""


def test_negation() -> None:
    clauses = ("boats left", "no boats left", "no doubt boats left", "it is untrue")
    assert [clause for clause in clauses if is_negated(clause)] == ["no boats left", "it is untrue"]


@given(st.sampled_from(Act), st.text(max_size=40), st.text(max_size=200))
def test_any_words_have_a_status(act: Act, cue: str, content: str) -> None:
    assert find_status(act, cue, content) in Status


@pytest.mark.parametrize("word", ["not ", "will without ", "if ", "and had ", "“", ". A", "would have been "])
def test_only_the_beginning_of_a_huge_content_is_read(word: str) -> None:
    sentences = read_sentences(word * 200_000)
    assert sum(len(sentence.whole) for sentence in sentences) <= 2000
