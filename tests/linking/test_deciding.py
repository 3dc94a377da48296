"""What the judgements on single statements come to, and which stories a judgement is about."""

import msgspec
import pytest

from firsthand.linking.deciding import concerns, make_corrections, name_articles
from firsthand.records import Annotations, Article, Correction, Judgement, JudgementKind, Statement, Verdict

SPEAKER, STATEMENT = JudgementKind.SPEAKER, JudgementKind.STATEMENT
SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE
REYES, OLAN, BRASK = "a1/reyes", "a1/olan", "b1/brask"
SPEAKERS = {REYES: "a-reyes", OLAN: "a-olan", "b1/petr": "a-olan"}  # Brask is gone
RENAMED = {"a1": {"reyes": "a-reyes", "olan": "a-olan"}}
GONE = Correction("a1:1", "j-1", is_statement=False)


def make_records() -> list[Annotations]:
    said = Statement("a1:1", (), (), (), speaker="reyes")
    return [Annotations(Article("a1", "Reyes said so."), statements=(said,))]


def judge(kind: JudgementKind, verdict: Verdict, left: str, right: str, number: int = 1) -> Judgement:
    at = f"2026-02-05T10:00:0{number}+00:00"
    return Judgement(f"j-{number}", kind, verdict, left, right, left, right, "Ana", at)


def decide(*judged: tuple[JudgementKind, Verdict, str]) -> Correction | None:
    """Judgements on one statement, in their order."""
    judgements = [judge(kind, verdict, "a1:1", right, at) for at, (kind, verdict, right) in enumerate(judged, 1)]
    found = make_corrections(make_records(), RENAMED, judgements, SPEAKERS)
    # Not by the order in which they are listed, but by when they were given.
    assert make_corrections(make_records(), RENAMED, judgements[::-1], SPEAKERS) == found
    return found[0] if found else None


@pytest.mark.parametrize(
    ("judged", "correction"),
    [
        ([(STATEMENT, DIFFERENT, "a1:1")], GONE),
        ([(STATEMENT, SAME, "a1:1")], None),
        ([(STATEMENT, UNSURE, "a1:1")], None),
        ([(STATEMENT, DIFFERENT, "a1:1"), (STATEMENT, SAME, "a1:1")], None),
        ([(SPEAKER, SAME, OLAN)], Correction("a1:1", "j-1", "a-olan")),
        ([(SPEAKER, SAME, REYES)], Correction("a1:1", "j-1", "a-reyes")),
        ([(SPEAKER, SAME, OLAN), (SPEAKER, SAME, REYES)], Correction("a1:1", "j-2", "a-reyes")),
        ([(SPEAKER, DIFFERENT, REYES)], Correction("a1:1", "j-1")),
        ([(SPEAKER, DIFFERENT, OLAN)], None),
        ([(SPEAKER, UNSURE, REYES)], None),
        ([(SPEAKER, DIFFERENT, REYES), (SPEAKER, SAME, OLAN)], Correction("a1:1", "j-2", "a-olan")),
        ([(SPEAKER, SAME, OLAN), (SPEAKER, DIFFERENT, REYES)], Correction("a1:1", "j-1", "a-olan")),
        ([(SPEAKER, SAME, OLAN), (SPEAKER, DIFFERENT, "b1/petr")], None),  # one actor by two anchors
        ([(SPEAKER, SAME, BRASK)], None),
        ([(SPEAKER, SAME, OLAN), (STATEMENT, DIFFERENT, "a1:1")], Correction("a1:1", "j-2", is_statement=False)),
        ([(STATEMENT, DIFFERENT, "a1:1"), (SPEAKER, SAME, OLAN)], Correction("a1:1", "j-2", "a-olan")),
        ([(STATEMENT, DIFFERENT, "a1:1"), (SPEAKER, DIFFERENT, REYES)], GONE),
    ],
)
def test_the_latest_that_says_something_wins(
    judged: list[tuple[JudgementKind, Verdict, str]], correction: Correction | None
) -> None:
    assert decide(*judged) == correction


def test_what_a_publisher_asserts_can_be_no_statement_but_gets_no_speaker() -> None:
    judgements = [judge(STATEMENT, DIFFERENT, "a1:own2", "a1:own2"), judge(SPEAKER, SAME, "a1:own3", OLAN)]
    (found,) = make_corrections(make_records(), RENAMED, judgements, SPEAKERS)
    assert (found.statement, found.is_statement) == ("a1:own2", False)


def test_judgements_on_other_articles_and_of_other_kinds_correct_nothing() -> None:
    judgements = [judge(STATEMENT, DIFFERENT, "a10:1", "a10:1"), judge(JudgementKind.ORIGIN, SAME, "a1:1", "a1:1")]
    assert make_corrections(make_records(), RENAMED, judgements, SPEAKERS) == ()


@pytest.mark.parametrize(
    ("kind", "left", "right", "articles"),
    [
        (JudgementKind.ACTOR, "x/a1/reyes", "b1/petr", {"x/a1", "b1"}),
        (JudgementKind.CLAIM, "x:a1:3#0", "b1:1#2", {"x:a1", "b1"}),
        (JudgementKind.COPY, "a1", "b1", {"a1", "b1"}),
        (JudgementKind.ORIGIN, "a1:3", "b1:own1", {"a1", "b1"}),
        (JudgementKind.SPEAKER, "a1:3", "b1/petr", {"a1"}),
        (JudgementKind.STATEMENT, "a1~2:3", "a1~2:3", {"a1~2"}),
    ],
)
def test_a_judgement_is_about_the_articles_of_its_anchors(
    kind: JudgementKind, left: str, right: str, articles: set[str]
) -> None:
    judgement = judge(kind, SAME, left, right)
    assert name_articles(judgement) == articles
    assert all(concerns(judgement, {one}) for one in articles)
    # Not about those whose ids begin so, or are how theirs begin.
    assert not any(concerns(judgement, {f"{one}0", one[:-1], f"{one}:"}) for one in articles)


def test_hostile_anchors_are_survived() -> None:
    for anchor in ("", "#", ":", "/", "\ud800", "a" * 100_000, ":#/" * 1000):
        for kind in JudgementKind:
            one = judge(kind, DIFFERENT, anchor, anchor)
            assert make_corrections(make_records(), RENAMED, [one], SPEAKERS) == ()
            assert not concerns(msgspec.structs.replace(one, left="x"), {"a1"})
