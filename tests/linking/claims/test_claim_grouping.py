"""Propositions joined into claims: by what is alike, and before all by what people decided."""

import msgspec
import pytest

from firsthand.linking.claims.assertions import find_assertions, make_assertions
from firsthand.linking.claims.candidates import find_candidates, find_likes
from firsthand.linking.claims.comparison import FEATURES, Pair, load_model, make_scene, measure
from firsthand.linking.claims.comparison import judge as compare
from firsthand.linking.claims.grouping import group_claims
from firsthand.linking.claims.propositions import make_propositions
from firsthand.linking.entries import Material
from firsthand.records import Certainty, Hop, HopRole, Verdict
from tests.linking.claims.made_propositions import BRIDGE, CABLES, FERRY, WORDS_ALONE, judge, make_story, propose
from tests.linking.relations.made_claims import Line, gather, write


def group(material: Material, *judgements: object) -> list[tuple[str, ...]]:
    found = group_claims(material, WORDS_ALONE, {}, judgements)  # type: ignore[arg-type]
    return [one.anchors for one in found]


def test_what_is_said_alike_is_one_claim_and_the_rest_claims_of_their_own() -> None:
    assert group(make_story()) == [("x1.0#0", "x2.0#0"), ("x1.1#0",), ("x2.1#0",)]


def test_of_a_statement_that_shares_nothing_the_first_sentence_is_shown() -> None:
    material = gather(write("x1", "2026-02-02", [Line("Reyes", f"{BRIDGE}. {CABLES.capitalize()}")]))
    assert group(material) == [("x1.0#0",)]


def test_nothing_gives_no_claims() -> None:
    assert group(Material((), {})) == []
    assert group(gather(write("x1", "2026-02-02", []))) == []


@pytest.mark.parametrize("ends", [("x1.1#0", "x2.1#0"), ("x2.1#0", "x1.1#0")])
def test_people_join_what_is_not_alike(ends: tuple[str, str]) -> None:
    assert group(make_story(), judge(Verdict.SAME, *ends)) == [("x1.0#0", "x2.0#0"), ("x1.1#0", "x2.1#0")]


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_people_part_what_is_alike(verdict: Verdict) -> None:
    claims = group(make_story(), judge(verdict, "x2.0#0", "x1.0#0"))
    assert claims == [("x1.0#0",), ("x1.1#0",), ("x2.0#0",), ("x2.1#0",)]


def test_the_later_judgement_wins_whatever_order_they_are_listed_in() -> None:
    same = judge(Verdict.SAME, "x1.0#0", "x2.0#0", "2026-02-05")
    different = judge(Verdict.DIFFERENT, "x2.0#0", "x1.0#0", "2026-02-04")
    assert group(make_story(), same, different) == group(make_story(), different, same) == group(make_story())


def test_judgements_on_what_is_not_there_do_no_harm() -> None:
    assert group(make_story(), judge(Verdict.SAME, "x1.0#0", "gone#0"), judge(Verdict.SAME, "x1.0#0", "x1.0#0")) == (
        group(make_story())
    )


def test_a_wire_item_printed_many_times_is_compared_once() -> None:
    lines = [Line(f"Speaker {number}", BRIDGE) for number in range(5)] + [Line("Brask", CABLES)]
    propositions = make_propositions(gather(write("x1", "2026-02-02", lines)))
    likes = find_likes(propositions)
    assert likes == [0, 0, 0, 0, 0, 5]
    assert find_candidates(propositions, likes) == {(0, 5)}


def test_propositions_of_one_statement_are_no_candidates() -> None:
    propositions = propose(f"{BRIDGE}. {CABLES.capitalize()}")
    assert find_candidates(propositions, find_likes(propositions)) == set()


def test_among_many_the_likes_find_each_other() -> None:
    words = ["bridge", "cable", "ferry", "harbour", "tower", "gravel", "copper", "winter", "ransom"]
    pairs = [(one, other) for one in words for other in words if one != other]
    contents = [f"the {one} near the {other} was painted {n} times" for n, (one, other) in enumerate(pairs)]
    propositions = propose(*contents, "the bridge near the cable was painted once again")
    found = find_candidates(propositions, find_likes(propositions))
    assert len(found) < len(propositions) * (len(propositions) - 1) / 2
    assert (0, len(propositions) - 1) in found


def test_the_shipped_weights_are_those_of_the_features() -> None:
    model = load_model()
    assert set(model.weights) == {feature.name for feature in FEATURES}
    assert len(model.row) == len(FEATURES)
    assert 0 < model.threshold < 1


def test_a_comparison_is_the_same_both_ways_and_a_probability() -> None:
    material = make_story()
    propositions = make_propositions(material)
    scene, model = make_scene(material, propositions, {"Reyes": "city"}), load_model()
    for a in propositions:
        for b in propositions:
            assert measure(Pair(a, b, scene)) == pytest.approx(measure(Pair(b, a, scene)))
            assert 0 <= compare(Pair(a, b, scene), model.row, model.intercept) <= 1


def test_one_who_speaks_for_a_body_is_its_voice() -> None:
    lines = [Line("Reyes", BRIDGE), Line("City", BRIDGE), Line("Brask", BRIDGE)]
    material = gather(write("x1", "2026-02-02", lines))
    person, body, other = make_propositions(material)
    scene = make_scene(material, [person, body, other], {"Reyes": "City"})
    assert Pair(person, body, scene).one_speaker
    assert not Pair(person, other, scene).one_speaker


def make_published() -> Material:
    """A story whose second article says in its own voice what the first attributes, and something that nobody says."""
    first = write("x1", "2026-02-02", [Line("Reyes", BRIDGE)])
    second = write("x2", "2026-02-03", [Line("Tolle", FERRY)])
    text = f"{second.article.text}The bridge over the Lumme would be closed for repairs.\nGulls cried above the pier.\n"
    entries = []
    for entry, publisher in ((first, "herald"), (second, "post")):
        hop = Hop(publisher, HopRole.PUBLISHER, Certainty.STATED)
        statements = tuple(msgspec.structs.replace(one, chain=(hop,)) for one in entry.record.statements)
        article = msgspec.structs.replace(entry.article, text=text if entry is second else entry.article.text)
        entries.append(type(entry)(msgspec.structs.replace(entry.record, article=article, statements=statements)))
    return gather(*entries)


def test_a_publisher_asserts_the_sentences_that_no_statement_touches() -> None:
    found = list(make_assertions(make_published()))
    assert [one.text for one in found] == [
        "The bridge over the Lumme would be closed for repairs.", "Gulls cried above the pier."
    ]  # fmt: skip
    first = found[0].statement
    assert (first.source, first.cue, first.speaker) == ((), (), "post")
    assert [hop.actor for hop in first.chain] == ["post"]


def test_a_publishers_sentence_joins_the_claim_that_it_asserts_and_makes_none() -> None:
    material = make_published()
    groups = group_claims(material, WORDS_ALONE, {})
    propositions = [one for group in groups for one in group.propositions]
    scene = make_scene(material, propositions, {})
    found = find_assertions(groups, material, scene, WORDS_ALONE)
    assert [one.statements for one in found] == [("x1.0", "x2:own1"), ("x2.0",)]
    assert find_assertions((), material, scene, WORDS_ALONE) == ()
