"""The first stage: cards, the edges between them, and stories and actors of them."""

import pytest

from firsthand.linking import (
    COPY,
    STORY,
    Edges,
    Plan,
    compare_cards,
    decode_card,
    encode_card,
    make_card,
    make_plan,
)
from firsthand.records import Judgement, JudgementKind, Verdict
from tests.linking.stories.made_articles import make_record, make_records
from tests.storage.made_records import make_record as make_spoken

LONG = " ".join(f"word{number} of the bridge" for number in range(60))


def plan(*judgements: Judgement) -> Plan:
    cards = {one.article.id: make_card(one) for one in make_records()}
    return make_plan(cards, compare_cards(cards, set(cards)), judgements)


def test_a_card_survives_the_store_and_stands_for_its_whole_record() -> None:
    record = make_spoken()
    card = make_card(record)
    again = decode_card(encode_card(card))
    assert (again.digest, again.terms, again.forms) == (card.digest, card.terms, card.forms)
    assert encode_card(again) == encode_card(card)
    assert [form.name for form in card.forms] == ["Ana Reyes"]
    assert make_card(make_spoken(title="Port shuts")).digest != card.digest


@pytest.mark.parametrize("text", ["", " ", "¿", "a" * 10_000, "\x00\ud83d"[:1]])
def test_any_text_has_a_card(text: str) -> None:
    card = make_card(make_record("x1", None, text, published=None))
    assert encode_card(decode_card(encode_card(card))) == encode_card(card)


def test_cards_of_one_course_of_events_are_one_story() -> None:
    assert plan().stories == (("a0", "a1", "a2"), ("b0", "b1"), ("c0",))


def test_edges_found_in_two_runs_are_those_of_one() -> None:
    cards = {one.article.id: make_card(one) for one in make_records()}
    whole = compare_cards(cards, set(cards))
    first = {id: cards[id] for id in ("a0", "b1")}
    found = compare_cards(first, set(first))
    for kind, edges in compare_cards(cards, set(cards) - set(first)).items():
        found[kind] |= edges
    assert found == whole
    assert compare_cards(cards, set()) == {STORY: {}, COPY: {}}
    assert compare_cards({}, set()) == {STORY: {}, COPY: {}}


def test_a_reprint_is_of_the_story_of_its_original_however_late() -> None:
    records = [make_record("x1", "Bridge", LONG, "2020-01-01"), make_record("x2", "Other", LONG, "2026-01-01")]
    cards = {one.article.id: make_card(one) for one in records}
    edges = compare_cards(cards, set(cards))
    assert edges[COPY] == {("x1", "x2"): pytest.approx(1)}
    assert make_plan(cards, edges, ()).stories == (("x1", "x2"),)


def judge(verdict: Verdict, left: str, right: str) -> Judgement:
    return Judgement(f"j-{verdict}", JudgementKind.COPY, verdict, left, right, left, right, "Ana", "2026-02-05")


def test_articles_that_people_call_copies_are_of_one_story() -> None:
    assert plan(judge(Verdict.SAME, "c0", "b1")).stories == (("a0", "a1", "a2"), ("b0", "b1", "c0"))
    assert plan(judge(Verdict.SAME, "c0", "b1"), judge(Verdict.DIFFERENT, "b1", "c0")).stories == plan().stories


def test_articles_that_people_call_no_copies_need_not_be_of_one_story() -> None:
    cards = {id: make_card(make_record(id, None, "", published=None)) for id in ("x1", "x2")}
    edges = {STORY: {}, COPY: {("x1", "x2"): 1.0}}
    assert make_plan(cards, edges, ()).stories == (("x1", "x2"),)
    for verdict in (Verdict.DIFFERENT, Verdict.UNSURE):
        assert make_plan(cards, edges, (judge(verdict, "x2", "x1"),)).stories == (("x1",), ("x2",))


def test_claims_that_a_person_takes_for_one_join_their_stories() -> None:
    cards = {one.article.id: make_card(one) for one in make_records()}
    nothing: Edges = {}
    edges = {STORY: nothing, COPY: nothing}
    alone = tuple((id,) for id in sorted(cards))
    assert make_plan(cards, edges, ()).stories == alone
    first, second, *_ = sorted(cards)
    anchors = f"{first}:1#0", f"{second}:1#0"
    judged = Judgement("j-1", JudgementKind.CLAIM, Verdict.SAME, "c-1", "c-2", *anchors, "Ana", "2026")
    assert make_plan(cards, edges, [judged]).stories == ((first, second), *alone[2:])
    gone = Judgement("j-2", JudgementKind.CLAIM, Verdict.SAME, "c-1", "c-2", anchors[0], "x9:1#0", "Ana", "2026")
    assert make_plan(cards, edges, [gone]).stories == alone
