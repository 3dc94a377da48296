"""What a speaker does by a statement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extraction.acts import find_act, is_outlet, is_plain, is_study
from firsthand.lexicons.cues import ACT_STEMS
from firsthand.records import Act


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", Act.SAY), ("told", Act.SAY), ("According to", Act.SAY), ("", Act.SAY), ("tweeted", Act.SAY),
        ("claims", Act.CLAIM), ("insisted", Act.CLAIM), ("suggested", Act.CLAIM),
        ("has denied", Act.DENY), ("rejects", Act.DENY), ("confirmed", Act.CONFIRM), ("agreed", Act.CONFIRM),
        ("offered", Act.OFFER), ("proposes", Act.OFFER), ("promising", Act.PROMISE), ("vowed", Act.PROMISE),
        ("threatened", Act.THREATEN), ("demanded", Act.DEMAND), ("called for", Act.DEMAND), ("insisted on", Act.DEMAND),
        ("urged", Act.URGE), ("Warned", Act.WARN), ("asked", Act.ASK), ("expects", Act.EXPECT), ("hopes", Act.BELIEVE),
        ("felt", Act.BELIEVE), ("wants", Act.INTEND), ("reported", Act.REPORT), ("wrote", Act.REPORT),
        ("announced", Act.ANNOUNCE), ("declined", Act.DECLINE), ("did not respond", Act.DECLINE),
        ("did not immediately respond", Act.DECLINE), ("didn’t reply", Act.DECLINE), ("didn't  return", Act.DECLINE),
        ("declined to confirm", Act.DECLINE), ("refused to deny", Act.DECLINE), ("plans to announce", Act.INTEND),
        ("did not deny", Act.DECLINE), ("never reported", Act.DECLINE),
        ("has not been confirmed", Act.DECLINE), ("would neither confirm nor deny", Act.DECLINE),
        ("strongly denied", Act.DENY), ("evidently", Act.SAY), ("was asked", Act.ASK),
        ("said when asked", Act.SAY), ("called on", Act.URGE), ("called", Act.CLAIM), ("in order to show", Act.SAY),
    ],
)  # fmt: skip
def test_acts_by_cue(cue: str, act: Act) -> None:
    assert find_act(cue) is act


def test_every_stem_names_its_own_act() -> None:
    assert {stem: find_act(stem).value for stem in ACT_STEMS} == ACT_STEMS


@given(st.text(max_size=30))
def test_any_cue_has_an_act(cue: str) -> None:
    assert find_act(cue) in Act


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("that it was too early to say why the roof fell", Act.DECLINE),
        ("he could not comment on the sale", Act.DECLINE),
        ("“Who let the boats go?”", Act.ASK),
        ("“Boats left. Who let them go?”", Act.ASK),
        ("“Who let them go? I ask you. Boats left.”", Act.SAY),
        ("there was no offer for the harbour", Act.DENY),
        ("that it had received no letter", Act.DENY),
        ("the figures were false", Act.DENY),
        ("there was no evidence of fraud", Act.SAY),
        ("she did not know the man", Act.SAY),
        ("nobody here is going to build it", Act.SAY),
        ("the rescuers did not reach the valley", Act.SAY),
        ("it would sue the paper if the story was not withdrawn", Act.THREATEN),
        ("“Leave by noon or everyone will know.”", Act.THREATEN),
        ("he or she will lead the party", Act.SAY),
        ("that it hoped to reopen on Friday", Act.INTEND),
        ("she believed the bridge was safe", Act.BELIEVE),
        ("they expect a late spring", Act.EXPECT),
        ("prices would probably double", Act.EXPECT),
        ("the company would pay for every house", Act.PROMISE),
        ("it would never sell the harbour", Act.PROMISE),
        ("we will decide on Monday", Act.ANNOUNCE),
        ("the report will be published on Monday", Act.ANNOUNCE),
        ("she will propose a new law", Act.INTEND),
        ("it would cost a fortune", Act.SAY),
        ("that a draft did exist", Act.CONFIRM),
        ("to stop the pumps", Act.DEMAND),
        ("boats had left", Act.SAY),
    ],
)
def test_a_plain_cue_leaves_it_to_the_content(content: str, act: Act) -> None:
    assert find_act("said", content, "the minister", is_quoted=content.startswith("“")) is act


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("told", "them to drain the dock", Act.URGE),
        ("told", "“To be honest, boats leave.”", Act.SAY),
        ("insisted", "that he owned no boat", Act.DENY),
        ("stressed", "this is not a verdict", Act.DENY),
        ("insisted", "that he carried a letter", Act.CLAIM),
        ("hopes", "to sign by May", Act.INTEND),
        ("hopes", "that it rains", Act.BELIEVE),
        ("rejected", "a request to open the files", Act.DECLINE),
        ("rejected", "the idea", Act.DENY),
        ("questioned", "the need for a bridge", Act.CLAIM),
        ("questioned", "whether the bridge was needed", Act.ASK),
        ("did not rule out", "that boats would leave", Act.SAY),
        ("never said", "that he would leave", Act.SAY),
        ("were glad", "that he would leave", Act.SAY),
    ],
)
def test_cue_and_content_together(cue: str, content: str, act: Act) -> None:
    assert find_act(cue, content, "the minister", is_quoted=content.startswith("“")) is act


@pytest.mark.parametrize(
    ("source", "cue", "act"),
    [
        ("Bloomberg", "writes", Act.REPORT),
        ("The newspaper", "notes", Act.REPORT),
        ("the newspaper Cordane Courier", "according to", Act.REPORT),
        ("The Cordane Courier", "found", Act.REPORT),
        ("a study by the university", "according to", Act.REPORT),
        ("the committee", "found", Act.CLAIM),
        ("Anna Roux", "wrote", Act.SAY),
        ("he", "reported", Act.SAY),
        ("The agency", "reported", Act.REPORT),
        ("people familiar with the talks", "according to", Act.CLAIM),
        ("a former clerk", "reported", Act.CLAIM),
        ("a former clerk", "confirmed", Act.CONFIRM),
    ],
)
def test_who_speaks_counts(source: str, cue: str, act: Act) -> None:
    assert find_act(cue, "boats had left", source) is act


def test_quoted_words_of_an_anonymous_source_are_said() -> None:
    assert find_act("said", "“Boats had left.”", "a former clerk", is_quoted=True) is Act.SAY


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Reuters", True), ("the Cordane Courier", True), ("The publication", True), ("Courier", False),
        ("a courier", False), ("Anna Roux", False), ("", False), ("the agency", False),
        ("the newspaper’s owner", False),
    ],
)  # fmt: skip
def test_outlets_by_their_words(source: str, expected: bool) -> None:
    assert is_outlet(source) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [("a new report by the bank", True), ("court records", True), ("a letter from the bank", False), ("she", False)],
)
def test_papers_of_findings(source: str, expected: bool) -> None:
    assert is_study(source) is expected


def test_plain_cues() -> None:
    cues = ("said", "wrote", "denied", "did not rule out", "")
    assert [cue for cue in cues if is_plain(cue)] == ["said", "wrote", ""]


@given(st.text(max_size=40), st.text(max_size=80), st.text(max_size=40), st.booleans())
def test_any_words_have_an_act(cue: str, content: str, source: str, is_quoted: bool) -> None:
    assert find_act(cue, content, source, is_quoted=is_quoted) in Act
