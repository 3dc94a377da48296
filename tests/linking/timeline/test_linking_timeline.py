import random
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.linking.entries import Entry
from firsthand.linking.timeline import make_timeline
from firsthand.linking.timeline.asserting import is_asserted
from firsthand.linking.timeline.dates import Period, end_before, find_next, read_period, span_from, to_edtf
from firsthand.linking.timeline.phrases import tell_statement
from firsthand.records import Act, Statement, Status, TimelineEntry, Timex
from tests.linking.relations.made_claims import Line, claim, gather, write


def tell(*entries: Entry) -> list[TimelineEntry]:
    """The timeline of articles whose statements are claims of their own."""
    material = gather(*entries)
    return list(make_timeline([claim(id, id) for id in material.statements], material))


def tell_one(line: Line, day: str = "2026-03-10") -> list[tuple[str, str]]:
    return [(entry.when, entry.status.value) for entry in tell(write("a", day, [line]))]


@pytest.mark.parametrize(
    ("line", "when", "status"),
    [
        (Line("Ivo Lind", "the crane fell in October", dates=(("October", "2025-10"),)), "2025-10", "happened"),
        (Line("Ivo Lind", "the port has lost money since October", dates=(("October", "2025-10/.."),)), "2025-10/..",
         "ongoing"),
        (Line("Ivo Lind", "the fund meets in April", dates=(("April", "2026-04"),)), "2026-04", "planned"),
        (Line("Ivo Lind", "it will vote in March", dates=(("March", "2026-03"),)), "2026-03", "planned"),
        (Line("Ivo Lind", "work resumes in July if the court agrees", dates=(("July", "2026-07"),)), "2026-07",
         "conditional"),
        (Line("Ivo Lind", "to sail no later than July", Act.INTEND, dates=(("July", "2025-07"),)), "2026-07",
         "planned"),
        (Line("Ivo Lind", "it would decide within two weeks", dates=(("two weeks", "P2W"),)),
         "2026-03-10/2026-03-24", "planned"),
        (Line("Ivo Lind", "a suit will follow in the coming days"), "2026-03-10/..", "planned"),
        (Line("Ivo Lind", "the ship will sail before the summer", dates=(("summer", "2026-SU"),)), "../2026-05",
         "planned"),
    ],
)  # fmt: skip
def test_dates_in_statements_are_entries(line: Line, when: str, status: str) -> None:
    assert tell_one(line) == [(when, status)]


def test_speech_of_note_is_an_entry_of_its_day() -> None:
    denial = Line("Mara Tolle", "the fund had bought the terminal", Act.DENY, Status.DENIED, "2026-03-09")
    (entry,) = tell(write("a", "2026-03-10", [denial]))
    assert (entry.when, entry.said, entry.reported) == ("2026-03-09", "2026-03-09", "2026-03-10")
    assert entry.what == "Mara Tolle denied that the fund had bought the terminal"
    assert entry.because == ("the day on which it was said",)


def test_plain_talk_is_no_entry() -> None:
    assert tell_one(Line("Mara Tolle", "ferries are lovely")) == []


def test_what_two_articles_carry_is_an_entry_once() -> None:
    line = Line("Mara Tolle", "ferries are lovely")
    material = gather(write("a", "2026-03-10", [line]), write("b", "2026-03-11", [line]))
    (entry,) = make_timeline([claim("c", "a.0", "b.0")], material)
    assert (entry.when, entry.statement) == ("2026-03-10", "a.0")


def test_a_denied_event_did_not_happen() -> None:
    line = Line("Mara Tolle", "a deal was signed in May", Act.DENY, Status.DENIED, dates=(("May", "2025-05"),))
    assert tell_one(line) == [("2026-03-10", "happened")]  # the denial itself


def test_a_plan_stays_one_until_it_is_told_as_done() -> None:
    plan = Line("Ivo Lind", "the court will open the harbour inquiry on Monday", dates=(("Monday", "2026-03-16"),))
    done = Line("Mara Tolle", "the court opened the harbour inquiry on Monday", dates=(("Monday", "2026-03-16"),))
    before = write("a", "2026-03-10", [plan])
    after = write("b", "2026-03-18", [done])
    assert [entry.status.value for entry in tell(before)] == ["planned"]
    (entry,) = tell(before, after)
    assert (entry.status.value, entry.statement) == ("happened", "b.0")
    assert entry.because == ("announced for 2026-03-16; told on 2026-03-18 as done",)


def test_an_entry_knows_the_hour_where_it_is_told() -> None:
    line = Line("Ivo Lind", "the dam broke on Saturday at 05:40",
                dates=(("Saturday", "2026-03-07"), ("05:40", "2026-03-07T05:40")))  # fmt: skip
    assert tell_one(line) == [("2026-03-07T05:40", "happened")]


@pytest.mark.parametrize(
    ("value", "edtf", "when"),
    [
        ("2026-W09", None, "2026-02-23/2026-03-01"),
        ("2026-Q2", None, "2026-04-01/2026-06-30"),
        ("2026-SU", None, "2026-22"),
        ("2026-03-07TMO", None, "2026-03-07"),
        ("2026-13", None, None),
        ("PXD", None, None),
        ("2026", "../2026", "../2026"),
    ],
)
def test_timexes_as_edtf(value: str, edtf: str | None, when: str | None) -> None:
    assert to_edtf(Timex((0, 1), "DATE", value, edtf)) == when


def test_arithmetic_of_dates() -> None:
    assert end_before("2026-06-10") == "../2026-06-09"
    assert span_from("2026-03-10", "P3D") == "2026-03-10/2026-03-13"
    assert span_from("2026-03-10", "P999Y") is not None
    assert find_next("2026-03-04", date(2026, 3, 9)) == "2026-03-11"
    assert find_next("2026-07", date(2026, 3, 9)) == "2026-07"
    assert read_period("2024-02") == Period(date(2024, 2, 1), date(2024, 2, 29))
    assert read_period("../..") is None


@given(st.text(max_size=30))
def test_any_value_is_survived(value: str) -> None:
    when = to_edtf(Timex((0, 1), "DATE", value, None))
    assert when is None or read_period(when) is not None
    end_before(value)
    span_from(value, value)
    find_next(value, date(2026, 3, 9))


WORDS = st.sampled_from("the court will open opened inquiry on Monday if soon not".split())
LINES = st.builds(
    Line, st.sampled_from(["Karl Wendt", "Mara Tolle"]), st.lists(WORDS, max_size=7).map(" ".join),
    st.sampled_from(list(Act)), st.sampled_from(list(Status)), st.sampled_from([None, "2026-03-02", "2026"]),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=6), st.randoms(use_true_random=False))
def test_order_is_without_effect_and_dates_are_dates(lines: list[Line], chance: random.Random) -> None:
    entries = [write(f"a{number}", f"2026-03-0{1 + number % 3}", [line]) for number, line in enumerate(lines)]
    claims = [claim(f"c{number}", f"a{number}.0") for number in range(0, len(lines), 2)]
    shuffled = list(claims)
    chance.shuffle(shuffled)
    timeline = make_timeline(claims, gather(*entries))
    assert timeline == make_timeline(shuffled, gather(*reversed(entries)))
    assert all(read_period(entry.when) and entry.what and entry.because for entry in timeline)
    assert len({(entry.statement, entry.when) for entry in timeline}) == len(timeline)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (Line("Ivo Lind", "others to pay", Act.DEMAND, verb="does not ask"), "Ivo Lind does not ask others to pay"),
        (Line("Ivo Lind", "who robbed the bank", Act.CONFIRM, verb="was too soon to say"),
         "Ivo Lind could not yet say who robbed the bank"),
        (Line("Ivo Lind", "to use it", Act.OFFER, verb="do not want"), "Ivo Lind did not want to use it"),
        (Line("Ivo Lind", "they did not sell the port and did not lease it", Act.DENY, Status.DENIED, verb="said"),
         "Ivo Lind said that they did not sell the port and did not lease it"),
        (Line("Ivo Lind", "new talks", Act.DENY, Status.DENIED, verb="rejecting"), "Ivo Lind rejected new talks"),
    ],
)  # fmt: skip
def test_what_was_not_said_is_never_told_as_said(line: Line, what: str) -> None:
    assert [entry.what for entry in tell(write("a", "2026-03-10", [line]))] == [what]


@pytest.mark.parametrize("verb", ["will offer", "could perhaps offer", "to offer"])
def test_what_is_yet_to_be_said_is_no_speech(verb: str) -> None:
    assert tell(write("a", "2026-03-10", [Line("Ivo Lind", "a lease of the port", Act.OFFER, verb=verb)])) == []


@pytest.mark.parametrize(
    ("verb", "content", "expected"),
    [
        ("flatly denied", "the fund offered a lease of the port", False),
        ("denied", "the fund’s offer of a lease", True),
        ("said there was no evidence that", "the fund offered a lease of the port", False),
        ("asked whether", "the fund offered a lease of the port", False),
        ("said that", "the fund offered a lease of the port", True),
    ],
)
def test_an_offer_that_is_denied_was_not_made(verb: str, content: str, expected: bool) -> None:
    outer = write("a", "2026-03-10", [Line("Ivo Lind", content, verb=verb)])
    start = outer.article.text.index(content)
    end = start + len(content.partition(" offer")[0])
    offer = Statement("a.1", ((start, end),), ((end + 1, end + 8),), ((end + 9, start + len(content)),),
                      speaker="Ivo Lind", act=Act.OFFER, within="a.0")  # fmt: skip
    record = msgspec.structs.replace(outer.record, statements=(*outer.record.statements, offer))
    assert is_asserted(offer, Entry(record)) is expected


def test_who_says_the_opposite_denies_it() -> None:
    told = Line("Ana Reyes", "the siren was turned off on Friday")
    opposite = Line("Mara Tolle", "the opposite", covers=0)
    material = gather(write("a", "2026-03-10", [told, opposite]), write("b", "2026-03-11", [told]))
    found = make_timeline([claim("c", "a.0", "b.0"), claim("d", "a.1")], material)
    assert [entry.what for entry in found] == ["Ana Reyes said that the siren was turned off on Friday"]
    assert tell_statement(material.statements["a.1"], material.statements["a.1"].covers, material) == (
        "Mara Tolle denied that the siren was turned off on Friday"
    )
