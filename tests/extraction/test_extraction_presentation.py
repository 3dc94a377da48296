"""Act and status together, older statements, and acts that wait for the speaker."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extraction.cast import Cast
from firsthand.extraction.presentation import is_recalled, present, review_acts
from firsthand.records import Act, Actor, ActorKind, Form, Span, Spans, Statement, Status


def find(text: str, phrase: str) -> Span:
    """Where a phrase first stands."""
    start = text.index(phrase)
    return start, start + len(phrase)


def is_older(text: str, source: str, cue: str, content: str, published: str | None = "2026-03-20") -> bool:
    """Whether the statement of a text that has these parts is an older one."""
    by, how, what = (((find(text, part)),) if part else () for part in (source, cue, content))
    return is_recalled(text, by, how, what, published)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Boats left. Earlier, Roux said that ports were closed.", "said"),
        ("Previously Roux denied that ports were closed.", "denied"),
        ("Rain fell.\nAs previously reported, Roux said that ports were closed.", "said"),
        ("Last year Roux had warned that ports were closed.", "had warned"),
        ("In December Roux said that ports were closed.", "said"),
        ("In 2023 Roux said that ports were closed.", "said"),
        ("Roux said in 2023 that ports were closed.", "said"),
        ("Roux said two years ago that ports were closed.", "said"),
        ("Roux had denied that ports were closed.", "had denied"),
        ("Recall that Roux said ports were closed.", "said"),
        ("As Roux reported, ports were closed.", "reported"),
    ],
)
def test_older_statements(text: str, cue: str) -> None:
    content = text[text.index("ports were") : -1]
    assert is_older(text, "Roux", cue, content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Roux said that ports were closed.", "ports were closed"),
        ("Roux said that ports were closed last year.", "ports were closed last year"),
        ("Ports opened in 2023. Roux said that they closed.", "they closed"),
        ("In March Roux said that ports were closed.", "ports were closed"),
        ("Earlier on Tuesday Roux said that ports were closed.", "ports were closed"),
        ("Earlier this week Roux said that ports were closed.", "ports were closed"),
        ("Earlier, rain fell. Roux said that ports were closed.", "ports were closed"),
        ("The harbour that was built two years ago by the bank is small, and Roux said it leaks.", "it leaks"),
    ],
)
def test_statements_of_today(text: str, content: str) -> None:
    assert not is_older(text, "Roux", "said", content)


def test_a_tag_that_tells_the_time() -> None:
    text = "Ports were closed, Roux said at the time."
    assert is_older(text, "Roux", "said", "Ports were closed")


def test_the_month_just_past_is_news_in_the_first_week() -> None:
    text = "In February Roux said that ports were closed."
    days = ("2026-03-02", "2026-03-20", None, "x")
    older = [is_older(text, "Roux", "said", "ports were closed", day) for day in days]
    assert older == [False, True, False, False]


def test_the_pluperfect_inside_of_another_statement_is_its_tense() -> None:
    text = "Falk said Roux had denied it"
    source, cue, content = ((find(text, part),) for part in ("Roux", "had denied", "it"))
    assert is_recalled(text, source, cue, content)
    assert not is_recalled(text, source, cue, content, is_nested=True)


def test_without_a_cue_nothing_is_recalled() -> None:
    assert not is_older("Earlier, Roux: ports were closed.", "Roux", "", "ports were closed")


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair))), max_size=3)


@given(st.text(max_size=60), SPANS, SPANS, SPANS, st.none() | st.text(max_size=10))
def test_any_spans_are_survived(
    text: str, source: list[Span], cue: list[Span], content: list[Span], day: str | None
) -> None:
    assert is_recalled(text, tuple(source), tuple(cue), tuple(content), day) in {True, False}


def test_act_and_status_of_one_statement() -> None:
    found = present("said", "it hoped to reopen on Friday", "The ferry line", Form.INDIRECT)
    assert found == (Act.INTEND, Status.PLANNED)
    assert present("", "", "", None) == (Act.SAY, Status.ASSERTED)


def make_cast(kind: ActorKind) -> Cast:
    """A cast of one actor."""
    return Cast("x", [Actor("a", "Cordane", kind)], [])


@pytest.mark.parametrize(
    ("text", "kind", "act", "expected"),
    [
        ("It said boats had left", ActorKind.OUTLET, Act.SAY, Act.REPORT),
        ("It said boats had left", ActorKind.ORGANISATION, Act.SAY, Act.SAY),
        ("It denied boats had left", ActorKind.OUTLET, Act.DENY, Act.DENY),
        ("It said it had no comment", ActorKind.OUTLET, Act.DECLINE, Act.DECLINE),
        ("Bloomberg said boats had left", ActorKind.PERSON, Act.REPORT, Act.SAY),
    ],
)
def test_acts_that_wait_for_the_speaker(text: str, kind: ActorKind, act: Act, expected: Act) -> None:
    words = text.split()
    content: Spans = ((len(" ".join(words[:2])) + 1, len(text)),)
    statement = Statement("x:1", (find(text, words[0]),), (find(text, words[1]),), content, speaker="a", act=act)
    assert [s.act for s in review_acts(text, make_cast(kind), [statement])] == [expected]


def test_an_anonymous_speaker_found_later_claims() -> None:
    text = "He said boats had left"
    parts = (((0, 2),), ((3, 7),), ((8, len(text)),))
    statement = Statement("x:1", *parts, anonymous=True, act=Act.SAY, form=Form.INDIRECT)
    assert [s.act for s in review_acts(text, make_cast(ActorKind.PERSON), [statement])] == [Act.CLAIM]


@pytest.mark.parametrize("word", ["not ", "earlier ", "a ", "In 2020 ", "who ", "“", ". A", "as ", "will be "])
def test_a_megabyte_takes_no_time(word: str) -> None:
    text = (word * (1_000_000 // len(word) + 1))[:1_000_000]
    start = time.process_time()
    present(text, text, text, Form.INDIRECT)
    is_recalled(text, ((500_000, 500_010),), ((500_011, 500_020),), ((500_021, 900_000),), "2026-03-20")
    assert time.process_time() - start < 0.5  # about 20 ms on one core
