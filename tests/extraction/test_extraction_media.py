"""The channel or venue of a statement."""

import pytest
from made_statements import make_article, make_cast, state

from firsthand.extraction.chains import trace_chains
from firsthand.extraction.media import read_document
from firsthand.records import Act, Form

ROUX = ("roux", "p", "Anne Roux")


@pytest.mark.parametrize(
    ("opening", "medium"),
    [
        ("Anne Roux said on Telegram", "Telegram"),
        ("Anne Roux said on the social network X", "X"),
        ("Anne Roux said in a statement on its website", "a statement on its website"),
        ("Anne Roux told a briefing at the Blue House", "a briefing at the Blue House"),
        ("Anne Roux said by telephone", "telephone"),
        ("Anne Roux said on state television", "state television"),
        ("Anne Roux told parliament", "parliament"),
        ("Anne Roux said in an interview with Reuters", "an interview"),
        ("Anne Roux told local radio", "local radio"),
        ("Anne Roux said on her Facebook page", "Facebook"),
        ("Anne Roux said on Monday", None),
        ("Anne Roux told reporters", None),
        ("Anne Roux said in the debate over the dam", None),
    ],
)
def test_medium_beside_the_cue(opening: str, medium: str | None) -> None:
    text = f"{opening} that the dam would hold."
    statement = state(
        text, "Anne Roux", "told" if " told " in text else "said", "that the dam would hold", speaker="roux"
    )
    assert trace_chains(make_article(text, "Nordby Post"), [statement], make_cast(text, ROUX))[0].medium == medium


def test_medium_inside_a_content_is_not_the_statements() -> None:
    text = "Anne Roux said a mason wrote it in a letter."
    statement = state(text, "Anne Roux", "said", "a mason wrote it in a letter", speaker="roux")
    assert trace_chains(make_article(text), [statement], make_cast(text, ROUX))[0].medium is None


def test_refusal_tells_its_medium_in_its_content() -> None:
    text = "Anne Roux declined to comment by telephone."
    statement = state(text, "Anne Roux", "declined", "to comment by telephone", speaker="roux", act=Act.DECLINE)
    assert trace_chains(make_article(text), [statement], make_cast(text, ROUX))[0].medium == "telephone"


@pytest.mark.parametrize(
    ("source", "medium"),
    [
        ("Its March report", "Its March report"),
        ("a notice on the chapel door", "a notice on the chapel door"),
        ("Its last message on Telegram", "Telegram"),
        ("attorney Anne Page", None),
        ("the material of Reuters", None),
        ("the minister", None),
        ("a letter, which nobody had seen", "a letter"),
    ],
)
def test_document_that_speaks_is_the_medium(source: str, medium: str | None) -> None:
    assert read_document([source]) == medium


def test_medium_lasts_while_the_same_speaker_goes_on() -> None:
    text = 'Anne Roux said by telephone the dam would hold. "It will," she said. She believes in dams.'
    statements = [
        state(text, "Anne Roux", "said", "the dam would hold", speaker="roux", id="1"),
        state(text, "she", "said", "It will", speaker="roux", id="2", form=Form.DIRECT, near='"It'),
        state(text, "She", "believes", "in dams", speaker="roux", id="3", act=Act.BELIEVE, near="She believes"),
    ]
    traced = trace_chains(make_article(text), statements, make_cast(text, ROUX))
    assert [statement.medium for statement in traced] == ["telephone", "telephone", None]
