import random
import time
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.linking.entries import Entry
from firsthand.linking.relations import find_relations, read_claims, trace_positions
from firsthand.records import Act, RelationKind, Status
from tests.linking.relations.made_claims import Line, claim, gather, write

DENY, CONFIRM = Act.DENY, Act.CONFIRM
DENIED, HEDGED = Status.DENIED, Status.HEDGED
CONTRADICTS, DENIES, UPDATES = RelationKind.CONTRADICTS, RelationKind.DENIES, RelationKind.UPDATES
# What nobody disputes; makes the words that a whole story shares.
CHORUS = [
    Line("Petra Roux", "the weather over Brost harbour was fine"),
    Line("Petra Roux", "school holidays in Brost begin early"),
    Line("Petra Roux", "a regatta is the pride of Brost"),
]


def relate(*lines: tuple[str, Line]) -> list[tuple[str, str, RelationKind]]:
    """The relations of a story in which every line is an article and a claim of its own, `c0`, `c1` and so on."""
    entries = [write(f"a{number}", day, [line]) for number, (day, line) in enumerate(lines)]
    chorus = write("z", "2026-01-01", CHORUS)
    claims = [claim(f"c{number}", f"a{number}.0") for number in range(len(lines))]
    claims += [claim(f"z{number}", f"z.{number}") for number in range(len(CHORUS))]
    return [(one.source, one.target, one.kind) for one in find_relations(claims, gather(*entries, chorus))]


SALE = Line("Karl Wendt", "the harbour fund had bought the ferry terminal")


def test_a_denial_is_joined_to_what_it_denies() -> None:
    denial = Line("Mara Tolle", "the fund had bought the ferry terminal", DENY, DENIED)
    assert relate(("2026-03-01", SALE), ("2026-03-02", denial)) == [("c1", "c0", DENIES)]


def test_one_topic_is_no_relation() -> None:
    other = Line("Mara Tolle", "the ferry terminal needs a new roof")
    assert relate(("2026-03-01", SALE), ("2026-03-02", other)) == []


def test_a_denial_of_another_matter_is_no_relation() -> None:
    denial = Line("Mara Tolle", "the minister had threatened a strike", DENY, DENIED)
    assert relate(("2026-03-01", SALE), ("2026-03-02", denial)) == []


def test_who_denies_does_not_deny_himself() -> None:
    denial = Line("Karl Wendt", "the fund had bought the ferry terminal", DENY, DENIED)
    assert relate(("2026-03-02", SALE), ("2026-03-01", denial)) == []


def test_a_pronoun_points_at_what_is_denied() -> None:
    lines = [SALE, Line("Mara Tolle", "it", DENY, DENIED, covers=0)]
    (relation,) = find_relations([claim("b", "a.0"), claim("a", "a.1")], gather(write("a", "2026-03-01", lines)))
    assert (relation.source, relation.target, relation.kind) == ("a", "b", DENIES)
    assert relation.because == ("the denial points back at these very words",)


def test_who_opposes_does_not_deny() -> None:
    opponent = Line("Mara Tolle", "the fund's purchase of the ferry terminal", DENY, DENIED, verb="opposed")
    assert relate(("2026-03-01", SALE), ("2026-03-02", opponent)) == []


def test_who_tells_of_a_denial_is_not_denied() -> None:
    relay = Line("Karl Wendt", "the fund denied that it had bought the ferry terminal")
    denial = Line("Mara Tolle", "the fund had bought the ferry terminal", DENY, DENIED)
    assert relate(("2026-03-01", relay), ("2026-03-02", denial)) == []


def test_a_question_is_not_denied() -> None:
    question = Line("Karl Wendt", "whether the fund had bought the ferry terminal", Act.SAY, HEDGED)
    denial = Line("Mara Tolle", "the fund had bought the ferry terminal", DENY, DENIED)
    assert relate(("2026-03-01", question), ("2026-03-02", denial)) == []


def test_two_who_speak_of_themselves_do_not_contradict() -> None:
    lines = [Line("Karl Wendt", "that he had signed the ferry contract"),
             Line("Mara Tolle", "that she had signed the ferry contract", DENY, DENIED)]  # fmt: skip
    assert relate(("2026-03-01", lines[0]), ("2026-03-02", lines[1])) == []


def test_what_is_said_after_a_denial_contradicts_it() -> None:
    denial = Line("Mara Tolle", "the fund had bought the ferry terminal", DENY, DENIED)
    assert relate(("2026-03-01", denial), ("2026-03-02", SALE)) == [("c0", "c1", CONTRADICTS)]


def test_a_denial_finds_other_words_by_their_meaning() -> None:
    lines = [
        Line("Karl Wendt", "two northern ports were hit by one program"),
        Line("Mara Tolle", "none of its ports had been attacked", DENY, DENIED, verb="said"),
    ]
    plain = write("a", "2026-03-01", lines)
    chorus = write("z", "2026-01-01", CHORUS)
    claims = [claim("b", "a.0"), claim("c", "a.1"), *(claim(f"z{n}", f"z.{n}") for n in range(len(CHORUS)))]
    found = {
        name: [(one.source, one.target) for one in find_relations(claims, gather(entry, chorus))]
        for name, entry in (("near", give_vectors(plain, 0.9)), ("far", give_vectors(plain, 0.1)))
    }
    assert found == {"near": [("c", "b")], "far": []}


def give_vectors(entry: Entry, likeness: float) -> Entry:
    """The article with vectors of two dimensions, in which its two statements are so much alike."""
    rest = (1 - likeness**2) ** 0.5
    rows = [(0.0, 0.0)] * len(entry.sentences) + [(1.0, 0.0), (likeness, rest)]
    return replace(entry, vectors=(np.array(rows) * 127).astype(np.int8))


def test_a_toll_that_rises_updates_the_one_before() -> None:
    tolls = [
        ("2026-05-01", Line("Ivo Lind", "at least four people were killed")),
        ("2026-05-02", Line("Ivo Lind", "seven people were killed")),
        ("2026-05-03", Line("Ivo Lind", "eleven people were killed")),
        ("2026-05-04", Line("Ivo Lind", "the death toll was nine, not eleven")),
    ]
    assert relate(*tolls) == [
        ("c1", "c0", UPDATES), ("c2", "c1", UPDATES), ("c3", "c2", CONTRADICTS), ("c3", "c2", UPDATES),
    ]  # fmt: skip


def test_an_old_figure_told_again_is_no_update() -> None:
    tolls = [("2026-05-01", "four"), ("2026-05-02", "seven"), ("2026-05-03", "four")]
    lines = [(day, Line("Ivo Lind", f"{number} people were killed")) for day, number in tolls]
    assert relate(*lines) == [("c1", "c0", UPDATES)]


def test_a_lower_bound_takes_nothing_back() -> None:
    lines = [("2026-05-01", Line("Ivo Lind", "the storm killed 130 people on the island")),
             ("2026-05-02", Line("Ivo Lind", "the storm killed more than 100 people on the island"))]  # fmt: skip
    assert relate(*lines) == []


def test_a_figure_takes_its_unit_from_what_was_just_told() -> None:
    toll = Line("Ivo Lind", "four people were killed")
    later = [Line("Mara Tolle", "seven dead"), Line("Petra Roux", "seven, and the search goes on")]
    told = write("b", "2026-05-02", later)
    found = find_relations([claim("a", "a.0"), claim("b", "b.1")], gather(write("a", "2026-05-01", [toll]), told))
    assert [(one.source, one.target, one.kind) for one in found] == [("b", "a", UPDATES)]


def test_figures_of_other_things_are_no_update() -> None:
    missing = Line("Ivo Lind", "thirty sheep were missing")
    assert relate(("2026-05-01", Line("Ivo Lind", "four people were killed")), ("2026-05-02", missing)) == []


def test_figures_that_cannot_both_be_so_contradict() -> None:
    lines = [Line(speaker, f"police had arrested {number} dockers at the gate")
             for speaker, number in (("Ivo Lind", 12), ("Mara Tolle", 40))]  # fmt: skip
    found = relate(*(("2026-05-01", line) for line in lines))
    assert [(kind, {source, target}) for source, target, kind in found] == [(CONTRADICTS, {"c0", "c1"})]


def test_a_denial_softens() -> None:
    assert relate(
        ("2026-03-01", Line("Mara Tolle", "there was no offer for the terminal", DENY, DENIED)),
        ("2026-03-04", Line("Mara Tolle", "there was no binding offer", DENY, DENIED)),
    ) == [("c1", "c0", UPDATES)]


def test_who_denied_concedes() -> None:
    assert relate(
        ("2026-03-01", Line("Mara Tolle", "her ministry had received a warning", DENY, DENIED)),
        ("2026-03-04", Line("Mara Tolle", "a warning had reached the ministry", CONFIRM)),
    ) == [("c1", "c0", CONTRADICTS), ("c1", "c0", UPDATES)]


def test_a_hint_becomes_firm() -> None:
    assert relate(
        ("2026-03-01", Line("Lars Thune", "a Northmark gang may have carried out the attack", status=HEDGED)),
        ("2026-03-04", Line("Lars Thune", "a Northmark gang carried out the attack")),
    ) == [("c1", "c0", UPDATES)]


def test_positions_tell_what_changed() -> None:
    entries = [
        write("a", "2026-03-01", [Line("Mara Tolle", "there was no offer for the terminal", DENY, DENIED)]),
        write("b", "2026-03-04", [Line("Mara Tolle", "there was no binding offer", DENY, DENIED), SALE]),
    ]
    claims = [claim("c", "a.0"), claim("d", "b.0"), claim("e", "b.1")]
    material = gather(*entries)
    positions = trace_positions(read_claims(claims, material), find_relations(claims, material))
    first, second = (one for one in positions if one.actor == "Mara Tolle")
    assert (first.date, first.what, first.change) == ("2026-03-01", "there was no offer for the terminal", None)
    assert (second.date, second.act, second.status) == ("2026-03-04", DENY, DENIED)
    assert second.change == "now denies only what is “binding”"
    assert [one.statement for one in positions] == ["a.0", "b.0", "b.1"]
    assert trace_positions([], ()) == ()


WORDS = st.sampled_from("ferry terminal offer seven eleven dead never bought port $3m not fund 2026".split())
LINES = st.builds(
    Line, st.sampled_from(["Karl Wendt", "Mara Tolle"]), st.lists(WORDS, max_size=7).map(" ".join),
    st.sampled_from([Act.SAY, DENY, CONFIRM]), st.sampled_from(list(Status)),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_claims_is_without_effect(lines: list[Line], chance: random.Random) -> None:
    entries = [write(f"a{number}", f"2026-03-0{1 + number % 3}", [line]) for number, line in enumerate(lines)]
    claims = [claim(f"c{number}", f"a{number}.0") for number in range(len(lines))]
    shuffled, articles = list(claims), list(entries)
    chance.shuffle(shuffled)
    chance.shuffle(articles)
    found = find_relations(claims, gather(*entries))
    assert found == find_relations(shuffled, gather(*articles))
    assert all(one.source != one.target and one.because for one in found)


def test_claims_without_statements_are_left_out() -> None:
    assert find_relations([claim("a"), claim("b", "unknown")], gather()) == ()


def test_a_large_story_is_cheap() -> None:
    chance = random.Random(1)
    words = [f"{a}{b}ber" for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u", "ai", "oa")]
    lines = [
        Line(chance.choice(["Karl Wendt", "Mara Tolle", "Ivo Lind"]), " ".join(chance.choices(words, k=12)),
             chance.choice([Act.SAY, DENY]), chance.choice([Status.ASSERTED, DENIED]))
        for _ in range(300)
    ]  # fmt: skip
    material = gather(*(write(f"a{number}", "2026-03-01", lines[number : number + 10]) for number in range(0, 300, 10)))
    claims = [claim(id, id) for id in material.statements]
    start = time.process_time()
    find_relations(claims, material)
    assert time.process_time() - start < 3
