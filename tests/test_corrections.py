"""Records as people corrected them: nothing but what was corrected changes."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.corrections import CORRECTED, correct_record, supersedes
from firsthand.records import (
    Actor,
    ActorKind,
    Annotations,
    Article,
    Certainty,
    Correction,
    Hop,
    HopRole,
    Judgement,
    JudgementKind,
    Statement,
    Verdict,
)

SOURCE = ((4, 9),)
PUBLISHER = Hop("a-post", HopRole.PUBLISHER, Certainty.STATED)
CARRIER = Hop("a-kna", HopRole.CARRIER, Certainty.STATED, ((20, 23),))
REYES = Actor("a-reyes", "Ana Reyes", ActorKind.PERSON)
OLAN = Actor("a-olan", "Petr Olan", ActorKind.PERSON)


def make_statement(id: str, *chain: Hop, within: str | None = None, speaker: str | None = "a-reyes") -> Statement:
    return Statement(id, SOURCE, ((10, 14),), ((15, 40),), speaker=speaker, within=within, chain=chain)


def make_record(*statements: Statement) -> Annotations:
    return Annotations(Article("x1", "The mayor said that the pier is closed."), actors=(REYES,), statements=statements)


def speak(actor: str | None, certainty: Certainty = Certainty.INFERRED) -> Hop:
    return Hop(actor, HopRole.SPEAKER, certainty, ((4, 5),), "the mayor")


def test_a_record_that_nothing_concerns_is_the_same_object() -> None:
    record = make_record(make_statement("x1:1", PUBLISHER, speak("a-reyes")))
    assert correct_record(record, ()) is record
    assert correct_record(record, [Correction("x2:1", "j-1", "a-olan"), Correction("x1:own1", "j-2")]) is record


@pytest.mark.parametrize(
    ("chain", "speaker", "corrected"),
    [
        ((PUBLISHER, speak("a-reyes")), "a-olan", [("a-post", "publisher"), ("a-olan", "speaker")]),
        ((CARRIER, speak(None)), "a-olan", [("a-kna", "carrier"), ("a-olan", "speaker")]),
        ((PUBLISHER,), "a-olan", [("a-post", "publisher"), ("a-olan", "speaker")]),
        ((), "a-olan", [("a-olan", "speaker")]),
        ((PUBLISHER, speak("a-reyes")), None, [("a-post", "publisher")]),
        ((PUBLISHER, speak("a-reyes")), "a-post", [("a-post", "publisher")]),
        ((PUBLISHER, CARRIER, speak("a-reyes")), "a-kna", [("a-post", "publisher"), ("a-kna", "speaker")]),
    ],
)
def test_another_speaker_ends_the_chain(
    chain: tuple[Hop, ...], speaker: str | None, corrected: list[tuple[str, str]]
) -> None:
    said = msgspec.structs.replace(make_statement("x1:1", *chain), anonymous=True, flags=("no_cue",))
    other = make_statement("x1:2", *chain)
    found = correct_record(make_record(said, other), [Correction("x1:1", "j-1", speaker)], {OLAN.id: OLAN})
    one, untouched = found.statements
    assert [(hop.actor, str(hop.role)) for hop in one.chain] == corrected
    assert (one.speaker, one.anonymous, one.flags) == (speaker, False, ("no_cue", CORRECTED))
    assert untouched is other
    if one.chain and one.chain[-1].role is HopRole.SPEAKER:
        assert one.chain[-1] == Hop(speaker, HopRole.SPEAKER, Certainty.STATED, SOURCE)
    assert found.actors == ((REYES, OLAN) if speaker == OLAN.id else (REYES,))


def test_a_statement_that_is_none_goes_and_what_is_inside_it_moves_up() -> None:
    outer, middle, inner = (
        make_statement("x1:1", PUBLISHER),
        make_statement("x1:2", PUBLISHER, within="x1:1"),
        make_statement("x1:3", PUBLISHER, within="x1:2"),
    )
    record = make_record(outer, middle, inner)
    gone = {number: Correction(f"x1:{number}", "j-1", is_statement=False) for number in (1, 2, 3)}
    assert correct_record(record, [gone[2]]).statements == (outer, msgspec.structs.replace(inner, within="x1:1"))
    (last,) = correct_record(record, [gone[1], gone[2]]).statements
    assert last == msgspec.structs.replace(inner, within=None)
    assert correct_record(record, gone.values()).statements == ()
    assert correct_record(record, [gone[3]]).statements == (outer, middle)


def test_a_ring_of_statements_ends() -> None:
    ring = make_record(
        make_statement("x1:1", within="x1:2"),
        make_statement("x1:2", within="x1:1"),
        make_statement("x1:3", within="x1:1"),
    )
    gone = [Correction(f"x1:{number}", "j-1", is_statement=False) for number in (1, 2)]
    assert [one.within for one in correct_record(ring, gone).statements] == [None]


NUMBERS = st.integers(1, 6)
OUTER = st.lists(st.one_of(st.none(), NUMBERS), min_size=6, max_size=6)
DECIDED = st.dictionaries(NUMBERS, st.one_of(st.booleans(), st.sampled_from(["a-olan", "a-reyes"])))


@given(OUTER, DECIDED)
def test_to_correct_twice_is_to_correct_once(outer: list[int | None], decided: dict[int, bool | str]) -> None:
    statements = (
        make_statement(f"x1:{number}", PUBLISHER, speak("a-reyes"), within=f"x1:{around}" if around else None)
        for number, around in enumerate(outer, 1)
    )
    corrections = [
        Correction(f"x1:{number}", "j-1", *((None, one) if isinstance(one, bool) else (one, True)))
        for number, one in decided.items()
    ]
    once = correct_record(make_record(*statements), corrections, {OLAN.id: OLAN})
    assert correct_record(once, corrections, {OLAN.id: OLAN}) == once
    kept = {one.id for one in once.statements}
    assert kept == {f"x1:{number}" for number in range(1, 7) if decided.get(number) is not False}
    assert {one.within for one in once.statements} <= {*kept, None}


SPEAKER, STATEMENT, CLAIM = JudgementKind.SPEAKER, JudgementKind.STATEMENT, JudgementKind.CLAIM
SAME, DIFFERENT = Verdict.SAME, Verdict.DIFFERENT


def judge(kind: JudgementKind, verdict: Verdict, left: str, right: str) -> Judgement:
    return Judgement("j-1", kind, verdict, left, right, left, right, "Ana", "2026-02-05")


@pytest.mark.parametrize(
    ("earlier", "later", "is_superseded"),
    [
        (judge(CLAIM, SAME, "p", "q"), judge(CLAIM, DIFFERENT, "q", "p"), True),
        (judge(CLAIM, SAME, "p", "q"), judge(CLAIM, DIFFERENT, "p", "r"), False),
        (judge(SPEAKER, SAME, "s", "x"), judge(SPEAKER, SAME, "s", "y"), True),
        (judge(SPEAKER, SAME, "s", "x"), judge(SPEAKER, DIFFERENT, "s", "x"), True),
        (judge(SPEAKER, SAME, "s", "x"), judge(SPEAKER, DIFFERENT, "s", "y"), False),
        (judge(SPEAKER, DIFFERENT, "s", "x"), judge(SPEAKER, SAME, "s", "y"), False),
        (judge(SPEAKER, SAME, "s", "x"), judge(SPEAKER, SAME, "t", "x"), False),
        (judge(SPEAKER, SAME, "s", "x"), judge(STATEMENT, DIFFERENT, "s", "s"), True),
        (judge(SPEAKER, SAME, "s", "x"), judge(STATEMENT, SAME, "s", "s"), False),
        (judge(STATEMENT, DIFFERENT, "s", "s"), judge(SPEAKER, SAME, "s", "x"), True),
        (judge(STATEMENT, DIFFERENT, "s", "s"), judge(SPEAKER, DIFFERENT, "s", "x"), False),
        (judge(STATEMENT, DIFFERENT, "s", "s"), judge(STATEMENT, SAME, "s", "s"), True),
        (judge(STATEMENT, DIFFERENT, "s", "s"), judge(CLAIM, SAME, "s", "s"), False),
    ],
)
def test_what_a_later_judgement_leaves_nothing_of(earlier: Judgement, later: Judgement, is_superseded: bool) -> None:
    assert supersedes(later, earlier) is is_superseded
