"""How many origins a claim has, by the policy: relays, copies and circles add nothing, spokesmen are their bodies."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.linking.entries import Entry
from firsthand.linking.origins import Ground, OriginFinding, find_origins
from firsthand.records import Act, Copy, CopyKind, Judgement, JudgementKind, Verdict
from tests.linking.origins.made_stories import ACTORS, OUTLETS, PERSONS, copy, gather, say, write


def find(*entries: Entry, copies: tuple[Copy, ...] = (), judgements: tuple[Judgement, ...] = ()) -> OriginFinding:
    material = gather(entries, copies)
    return find_origins(list(material.statements), material, judgements)


def name_origins(found: OriginFinding) -> list[str]:
    return [origin.actor or f"? of {origin.outlet}" for origin in found.origins]


def judge(verdict: Verdict, left: str, right: str, at: str = "2026-03-20T00:00:00Z") -> Judgement:
    return Judgement("j" + at, JudgementKind.ORIGIN, verdict, "x", "y", left, right, "somebody", at)


def test_one_speaker_at_many_outlets_is_one_origin() -> None:
    found = find(
        write("a", 1, say("a1", "Courier > Anna Brusk")),
        write("b", 2, say("b1", "Herald > Anna Brusk")),
        write("c", 3, say("c1", "Post > Herald > Anna Brusk")),
    )
    assert (found.independent_origins, name_origins(found)) == (1, ["Anna Brusk"])
    assert found.first_seen == "2026-03-01"
    assert not found.anonymous_only


def test_two_named_persons_are_two() -> None:
    found = find(write("a", 1, say("a1", "Courier > Anna Brusk"), say("a2", "Courier > Ivo Lind")))
    assert found.independent_origins == 2
    assert found.because[0] == "Two origins: Anna Brusk and Ivo Lind."


def test_what_an_outlet_relays_is_no_origin() -> None:
    found = find(
        write("a", 1, say("a1", "Courier > Wire"), say("a2", "Courier > Wire > ?an engineer", within="a1")),
        write("b", 2, say("b1", "Herald > Courier")),
        write("c", 3, say("c1", "Post", "", "")),
    )
    assert (found.independent_origins, name_origins(found)) == (1, ["? of Wire"])
    assert found.anonymous_only
    assert found.origins[0].description == "an engineer"


def test_credit_stops_at_the_first_withheld_name() -> None:
    found = find(write("a", 1, say("a1", "Courier > ?a reader > Ministry of Mines")))
    assert (name_origins(found), found.anonymous_only) == (["? of Courier"], True)
    relayed = find(write("a", 1, say("a1", "Courier > Anna Brusk > ?a manager > Ministry of Mines")))
    assert (name_origins(relayed), relayed.anonymous_only) == (["Anna Brusk"], True)


def test_withheld_sources_of_two_outlets_are_two() -> None:
    found = find(
        write("a", 1, say("a1", "Courier > ?two diplomats from Sarland")),
        write("b", 2, say("b1", "Herald > ?a harbour pilot")),
    )
    assert (found.independent_origins, found.anonymous_only) == (2, True)


def test_withheld_sources_that_are_described_alike_make_a_range() -> None:
    found = find(
        write("a", 1, say("a1", "Courier > ?a harbour pilot")),
        write("b", 2, say("b1", "Herald > ?a pilot of the harbour")),
    )
    assert found.independent_origins == (1, 2)
    assert found.because[0].startswith("One, or two if an anonymous source of Herald")


def test_outlets_that_cite_each_other_are_one_origin_the_earliest() -> None:
    found = find(
        write("a", 1, say("a1", "Courier > Herald")),
        write("b", 2, say("b1", "Herald > Post")),
        write("c", 3, say("c1", "Post > Courier")),
    )
    assert (found.independent_origins, name_origins(found)) == (1, ["Courier"])


def test_a_circle_comes_to_the_one_with_a_source() -> None:
    found = find(
        write("a", 1, say("a1", "Courier > ?a harbour pilot")),
        write("b", 2, say("b1", "Radio > Courier")),
        write("c", 3, say("c1", "Courier > Radio")),
    )
    assert (found.independent_origins, name_origins(found)) == (1, ["? of Courier"])


def test_a_credit_that_is_not_borne_out_adds_nothing() -> None:
    """The Herald's own article is here and does not say it, so whoever credits the Herald has said it himself."""
    entries = (
        write("a", 1, say("a1", "Herald > Petra Roux")),
        write("b", 2, say("b1", "Courier > Herald")),
    )
    alone = find_origins(["b1"], gather(entries))
    assert name_origins(alone) == ["Courier"]
    beside = write("c", 2, say("c1", "Post > Anna Brusk"))
    assert name_origins(find_origins(["b1", "c1"], gather([*entries, beside]))) == ["Anna Brusk"]


@pytest.mark.parametrize("kind", list(CopyKind))
def test_copies_add_nothing(kind: CopyKind) -> None:
    found = find(
        write("a", 1, say("a1", "Courier > ?an engineer of the mine")),
        write("b", 2, say("b1", "Herald > ?a former worker"), say("b2", "Herald > Ivo Lind")),
        copies=(copy("b", "a", kind),),
    )
    assert (found.independent_origins, name_origins(found)) == (1, ["? of Courier"])


def test_a_copy_with_a_confirmation_of_its_own_is_a_second_origin() -> None:
    entries = (
        write("a", 1, say("a1", "Courier > ?an engineer of the mine")),
        write("b", 2, say("b1", "Herald > Ivo Lind", act=Act.CONFIRM)),
    )
    assert find(*entries, copies=(copy("b", "a", CopyKind.REWRITE_CREDITED),)).independent_origins == 2
    assert find(*entries, copies=(copy("b", "a"),)).independent_origins == 1


def test_an_uncredited_rewrite_obtained_nothing() -> None:
    """The original says it in words that were not found: its outlet is the origin, by inference."""
    material = gather(
        [write("a", 1, say("a1", "Courier > Anna Brusk")), write("b", 2, say("b1", "Herald > ?an insider"))],
        [copy("b", "a", CopyKind.REWRITE_UNCREDITED)],
    )
    found = find_origins(["b1"], material)
    assert (name_origins(found), found.origins[0].certainty) == (["? of Courier"], "inferred")


def test_a_spokeswoman_a_head_and_a_statement_are_one() -> None:
    found = find(
        write("a", 1, say("a1", "Courier > Northmark Copper")),
        write("b", 2, "Mara Tolle, spokeswoman for Northmark Copper, was asked.", say("b1", "Herald > Mara Tolle")),
        write("c", 3, say("c1", "Post > Ivo Lind", "Northmark Copper's chief executive Ivo Lind")),
    )
    assert found.independent_origins == 1
    assert any("spokeswoman for Northmark Copper" in reason for reason in found.because)


def test_a_former_head_speaks_for_himself() -> None:
    found = find(
        write("a", 1, say("a1", "Courier > Northmark Copper")),
        write("b", 2, say("b1", "Herald > Ivo Lind", "Northmark Copper's former chief executive Ivo Lind")),
    )
    assert found.independent_origins == 2


def test_a_place_sums_up_its_officials_in_one_article() -> None:
    entries = (
        say("a1", "Courier > Northmark"),
        say("a2", "Courier > Ministry of Mines"),
    )
    assert find(write("a", 1, *entries)).independent_origins == 1
    assert find(write("a", 1, entries[0]), write("b", 2, entries[1])).independent_origins == 2


def test_two_governments_that_say_the_same_are_two() -> None:
    found = find(
        write("a", 1, say("a1", "Courier > Northmark"), say("a2", "Courier > Ivo Lind", "Sarlandic minister Ivo Lind"))
    )
    assert found.independent_origins == 2


def test_a_publisher_that_is_no_outlet_speaks_first_hand() -> None:
    found = find(
        write("a", 1, say("a1", "Northmark Copper", "", "")),
        write("b", 2, say("b1", "Courier > Anna Brusk")),
        write("c", 3, say("c1", "Herald", "", "")),
    )
    assert name_origins(found) == ["Northmark Copper", "Anna Brusk"]


def test_an_unresolved_speaker_adds_nothing_beside_a_named_one() -> None:
    unresolved = write("a", 1, say("a1", "Courier > Ivo Lind"))
    second = write("b", 2, say("b1", "Herald!", "the minister"))
    assert name_origins(find(unresolved, second)) == ["Ivo Lind"]
    alone = find(second)
    assert (name_origins(alone), alone.anonymous_only) == (["? of Herald"], False)


def test_a_described_group_counts_beside_outlets_only() -> None:
    hackers = write("a", 1, say("a1", "Courier > the hackers"))
    assert find(hackers, write("b", 2, say("b1", "Herald > ?a pilot"))).independent_origins == 2
    assert find(hackers, write("b", 2, say("b1", "Herald > Ivo Lind"))).independent_origins == 1


def test_a_narrated_plan_comes_from_the_narrator() -> None:
    found = find(write("a", 1, say("a1", "Courier > Wire > Ivo Lind", cue="plans that", act=Act.INTEND)))
    assert name_origins(found) == ["Wire"]
    hoped = find(write("a", 1, say("a1", "Courier > Wire > Ivo Lind", cue="hopes that", act=Act.INTEND)))
    assert name_origins(hoped) == ["Ivo Lind"]


def test_a_nameless_source_may_be_a_named_one() -> None:
    found = find(
        write("a", 1, say("a1", "Courier > Ivo Lind", "Ivo Lind, a harbour pilot")),
        write("b", 2, say("b1", "Herald > ?a pilot")),
    )
    assert name_origins(found) == ["Ivo Lind"]


def test_a_denial_supports_nothing_of_what_it_denies() -> None:
    """Claims may be joined wrongly; one who only denies what the others only affirm is no second origin."""
    entries = (
        write("a", 1, say("a1", "Courier > Wire > ?a pilot"), say("a2", "Courier > ?an insider")),
        write("b", 2, say("b1", "Herald > Ivo Lind", cue="denied that", act=Act.DENY)),
    )
    assert name_origins(find(*entries)) == ["? of Wire", "? of Courier"]
    also = write("c", 3, say("c1", "Post > Anna Brusk", cue="denied that", act=Act.DENY))
    assert name_origins(find(entries[1], also)) == ["Ivo Lind", "Anna Brusk"]


def test_judgements_win() -> None:
    entries = (
        write("a", 1, say("a1", "Courier > Anna Brusk"), say("a2", "Courier > Ivo Lind")),
        write("b", 2, say("b1", "Herald > Anna Brusk")),
    )
    assert find(*entries).independent_origins == 2
    assert find(*entries, judgements=(judge(Verdict.SAME, "a1", "a2"),)).independent_origins == 1
    assert find(*entries, judgements=(judge(Verdict.DIFFERENT, "a1", "b1"),)).independent_origins == 3
    assert find(*entries, judgements=(judge(Verdict.UNSURE, "a1", "a2"),)).independent_origins == (1, 2)
    assert find(*entries, judgements=(judge(Verdict.UNSURE, "a1", "b1"),)).independent_origins == (2, 3)


def test_the_later_judgement_wins() -> None:
    entries = (write("a", 1, say("a1", "Courier > Anna Brusk"), say("a2", "Courier > Ivo Lind")),)
    first, second = judge(Verdict.SAME, "a1", "a2"), judge(Verdict.DIFFERENT, "a2", "a1", "2026-03-21T00:00:00Z")
    assert find(*entries, judgements=(second, first)).independent_origins == 2


def test_a_copy_that_a_person_takes_for_an_origin_is_one() -> None:
    entries = (write("a", 1, say("a1", "Courier > ?a pilot")), write("b", 2, say("b1", "Herald > ?a pilot")))
    ruled = judge(Verdict.DIFFERENT, "a1", "b1")
    assert find(*entries, copies=(copy("b", "a"),)).independent_origins == 1
    assert len(find(*entries, copies=(copy("b", "a"),), judgements=(ruled,)).origins) == 2


def test_nothing_gives_nothing() -> None:
    found = find_origins(["no such statement"], gather([]))
    assert (found.independent_origins, found.origins, found.anonymous_only) == (0, (), False)
    assert found.because == ("No statement shows who says it.",)


def test_the_walk_names_every_statement() -> None:
    found = find(write("a", 1, say("a1", "Courier > Anna Brusk")), write("b", 2, say("b1", "Herald > Courier")))
    assert found.steps == (
        ("Courier (1 March 2026) has it from Anna Brusk.", "a1"),
        ("Herald (2 March 2026) credits Courier, whose own article carries it.", "b1"),
        ("Anna Brusk: an origin.", "a1"),
    )


def test_broken_records_are_survived() -> None:
    """Statements within each other, no publisher, and actors whom nobody knows: these are unresolved."""
    material = gather(
        [
            write("a", 1, say("a1", "Courier > Nobody Known", within="a2"), say("a2", "Courier > Wire", within="a1")),
            write("b", 2, say("b1", "?x > Ivo Lind"), say("b2", "Herald > ?"), say("b3", "Nowhere > Nobody Known")),
        ]
    )
    found = find_origins(["a1", "a2", "b1", "b2", "b3"], material)
    assert (found.independent_origins, name_origins(found)) == (1, ["? of Herald"])


CHAINS = st.lists(
    st.lists(st.sampled_from([*OUTLETS, *PERSONS, "?a pilot", "the hackers", "Northmark"]), max_size=3).map(tuple),
    min_size=1,
    max_size=8,
)


@settings(max_examples=50)
@given(CHAINS, st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=6), st.randoms(use_true_random=False))
def test_any_story_gives_one_answer_whatever_its_order(
    chains: list[tuple[str, ...]], pairs: list[tuple[int, int]], shuffler: random.Random
) -> None:
    entries = [
        write(f"a{place}", place + 1, say(f"s{place}", " > ".join((OUTLETS[place % 5], *chain))))
        for place, chain in enumerate(chains)
    ]
    copies = [copy(f"a{one}", f"a{of}", CopyKind.REWRITE_CREDITED) for one, of in pairs if max(one, of) < len(chains)]
    material = gather(entries, copies)
    found = find_origins(list(material.statements), material)
    shuffled = list(entries), list(copies)
    for part in shuffled:
        shuffler.shuffle(part)
    again = gather(*shuffled)
    ids = list(again.statements)
    shuffler.shuffle(ids)
    assert find_origins(ids, again, ground=Ground(again)) == found
    least = found.independent_origins if isinstance(found.independent_origins, int) else found.independent_origins[0]
    assert 1 <= least <= len(found.origins) <= len({name for chain in chains for name in chain} | set(OUTLETS))
    assert len({origin.id for origin in found.origins}) == len(found.origins)
    assert set(ACTORS) >= {origin.outlet for origin in found.origins}
