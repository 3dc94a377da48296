"""A second origin says what the first says; who only touches the matter, or is nobody in particular, is none."""

from dataclasses import replace

import msgspec
import pytest

from firsthand.linking.origins import OriginFinding, find_origins
from firsthand.linking.origins.roots import says_nobody
from firsthand.records import Act, CopyKind, Judgement, JudgementKind, Verdict
from tests.linking.origins.made_stories import copy, gather, say, write

LEASE = "the fund was offered a lease of the harbour"


def find(first: str, second: str, act: Act = Act.SAY, speaker: str = "Ivo Lind") -> OriginFinding:
    """Two articles, a speaker each."""
    entries = (
        write("a", 1, say("a1", "Courier > Anna Brusk", content=first, act=act)),
        write("b", 2, say("b1", f"Herald > {speaker}", content=second, act=act)),
    )
    return find_origins(["a1", "b1"], gather(entries))


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (LEASE, "a lease of the harbour was on the table", 2),
        (LEASE, "the harbour is losing money", 1),
        ("the term is 35 years", "it would run for 35 years", 2),
        ("the term is 30 years", "she was 30 years old", 1),
        ("they asked for 30 million dollars", "$30m was the opening bid", 2),
        ("eleven are dead", "the mud killed 11", 2),
        ("this view", "this view", 1),
    ],
)
def test_a_second_origin_shares_telling_words_or_a_figure(first: str, second: str, count: int) -> None:
    assert find(first, second).independent_origins == count


def test_who_is_not_counted_is_told_to_the_reader() -> None:
    found = find(LEASE, "the harbour is losing money")
    told = "Ivo Lind is not counted: speaks of the matter, but not so that it is plainly the same."
    assert told in found.because
    assert not any("pass it on" in reason for reason in found.because)
    assert ("Ivo Lind: speaks of the matter, but not so that it is plainly the same; not counted.", "b1") in found.steps


def test_a_person_who_judges_them_different_overrules_the_words() -> None:
    entries = (
        write("a", 1, say("a1", "Courier > Anna Brusk", content=LEASE)),
        write("b", 2, say("b1", "Herald > Ivo Lind", content="the harbour is losing money")),
    )
    ruling = Judgement("j", JudgementKind.ORIGIN, Verdict.DIFFERENT, "x", "y", "a1", "b1", "me", "2026-03-20T00:00:00Z")
    assert find_origins(["a1", "b1"], gather(entries), [ruling]).independent_origins == 2


@pytest.mark.parametrize("act", [Act.DEMAND, Act.PROMISE, Act.ASK])
def test_two_who_demand_the_same_do_not_vouch_for_each_other(act: Act) -> None:
    assert find(LEASE, LEASE, act).independent_origins == 1


@pytest.mark.parametrize("crowd", ["Sarland Democrats", "60 percent of Sarlanders"])
def test_a_crowd_is_no_origin_beside_a_name_but_one_alone(crowd: str) -> None:
    assert find(LEASE, LEASE, speaker=crowd).independent_origins == 1
    alone = find_origins(["b1"], gather([write("b", 2, say("b1", f"Herald > {crowd}"))]))
    assert [origin.actor for origin in alone.origins] == [crowd]


@pytest.mark.parametrize("nobody", ["?who", "?They", "?a man"])
def test_a_withheld_source_of_whom_nothing_is_said_is_none_beside_others(nobody: str) -> None:
    assert find(LEASE, LEASE, speaker=nobody).independent_origins == 1
    assert find(LEASE, LEASE, speaker="?a harbour pilot").independent_origins == 2


def test_descriptions_that_say_something() -> None:
    assert not any(map(says_nobody, ("a man from the ministry", "sources", "one of the engineers")))


@pytest.mark.parametrize(("act", "count"), [(Act.SAY, 1), (Act.CONFIRM, 2)])
def test_one_passage_given_for_two_speakers_supports_nothing_unless_it_is_confirmed(act: Act, count: int) -> None:
    line, said = say("a1", "Courier > Anna Brusk", content=LEASE)
    _, answer = say("a2", "Courier > Ivo Lind", source="Anna Brusk", act=act, content=LEASE)
    entry = write("a", 1, (line, said))
    both = replace(entry, record=msgspec.structs.replace(entry.record, statements=(said, answer)))
    assert find_origins(["a1", "a2"], gather([both])).independent_origins == count


def test_an_outlets_own_words_are_its_reporting_where_others_credit_it() -> None:
    entries = (
        write("a", 1, say("a1", "Courier", "", "")),
        write("b", 2, say("b1", "Herald > Courier")),
        write("c", 3, say("c1", "Post > Anna Brusk")),
    )
    own = gather(entries)
    assert find_origins(["a1", "c1"], own).independent_origins == 1
    assert find_origins(["a1", "b1", "c1"], own).independent_origins == 2


def test_an_outlets_own_words_are_its_sources_where_others_say_so() -> None:
    entries = (
        write("a", 1, say("a1", "Courier", "", "")),
        write("b", 2, say("b1", "Herald > Courier"), say("b2", "Herald > Courier > ?two dockers")),
    )
    found = find_origins(["a1", "b1", "b2"], gather(entries, [copy("b", "a", CopyKind.REWRITE_CREDITED)]))
    assert (found.independent_origins, found.anonymous_only) == (1, True)
    assert found.origins[0].description == "two dockers"


def test_a_credited_rewrite_credits_and_a_reprint_does_not() -> None:
    entries = (
        write("a", 1, say("a1", "Courier", "", "")),
        write("b", 2, say("b1", "Herald", "", "")),
        write("c", 3, say("c1", "Post > Anna Brusk")),
    )
    ids = ["a1", "b1", "c1"]
    assert find_origins(ids, gather(entries, [copy("b", "a", CopyKind.REWRITE_CREDITED)])).independent_origins == 2
    assert find_origins(ids, gather(entries, [copy("b", "a", CopyKind.VERBATIM)])).independent_origins == 1


def test_own_words_show_the_source_that_others_credit_the_outlet_with() -> None:
    entries = (
        write("a", 1, say("a0", "Courier > ?the engineer", content="nobody listened"),
              say("a1", "Courier", "", "", content="In his notebook the engineer has the number 14")),
        write("b", 2, say("b1", "Herald > Courier > ?a former engineer", content="nobody listened")),
        write("c", 3, say("c1", "Post > Anna Brusk", content="it was 14")),
    )  # fmt: skip
    found = find_origins(["a1", "c1"], gather(entries))
    assert [origin.actor or origin.description for origin in found.origins] == ["the engineer", "Anna Brusk"]


def test_a_headline_is_no_second_origin_of_what_its_article_quotes() -> None:
    entries = (
        write("a", 1, say("a1", "Courier", "", ""), say("a2", "Courier > Anna Brusk")),
        write("b", 2, say("b1", "Herald > Courier")),
    )
    found = find_origins(["a1", "a2", "b1"], gather(entries))
    assert [origin.actor for origin in found.origins] == ["Anna Brusk"]


def test_those_whom_a_rewrite_only_describes_may_be_the_withheld_source() -> None:
    entries = (
        write("a", 1, say("a1", "Courier > ?an official")),
        write("b", 2, say("b1", "Herald > that inspectors warned Nordby")),
    )
    found = find_origins(["a1", "b1"], gather(entries, [copy("b", "a", CopyKind.REWRITE_CREDITED)]))
    assert (found.independent_origins, found.anonymous_only) == (1, True)
