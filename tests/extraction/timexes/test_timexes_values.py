"""Values of time expressions, form by form. Sentences are invented; 27 February 2025 is a Thursday."""

import pytest

from firsthand.extraction.timexes import find_timexes

PUBLISHED = "2025-02-27"


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [(text[t.span[0] : t.span[1]], t.type, t.value) for t in find_timexes(text, published)]


def edtf(text: str, published: str | None = PUBLISHED) -> str | None:
    (timex,) = find_timexes(text, published)
    return timex.edtf


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The port closed on 2025-02-24.", "2025-02-24", "2025-02-24"),
        ("It closed on 24 February 2025.", "24 February 2025", "2025-02-24"),
        ("It closed on February 24, 2025, at last.", "February 24, 2025", "2025-02-24"),
        ("It closed on the 24th of February 2025.", "the 24th of February 2025", "2025-02-24"),
        ("It closed on Mon., Feb. 24, 2025.", "Mon., Feb. 24, 2025", "2025-02-24"),
        ("It closed on 24.02.2025 for good.", "24.02.2025", "2025-02-24"),
        ("It closed on 2/24/2025 for good.", "2/24/2025", "2025-02-24"),
        ("He hopes to travel there on February 28.", "February 28", "2025-02-28"),
        ("It opened on Feb. 14 after a storm.", "Feb. 14", "2025-02-14"),
        ("It opened on November 3 with a parade.", "November 3", "2024-11-03"),
        ("It will open on November 3.", "November 3", "2025-11-03"),
        ("The port closed in October 2024.", "October 2024", "2024-10"),
        ("The port closed in October.", "October", "2024-10"),
        ("The port will reopen in October.", "October", "2025-10"),
        ("The port closed last January.", "last January", "2024-01"),
        ("It was built in 1987.", "1987", "1987"),
        ("It was built in the 1990s.", "the 1990s", "199X"),
        ("It was built in the late nineties.", "the late nineties", "199X"),
        ("It was built in the 17th century.", "the 17th century", "16"),
        ("It was built in the summer of 2019.", "the summer of 2019", "2019-SU"),
        ("It closed last autumn.", "last autumn", "2024-FA"),
        ("It made a loss in the third quarter of 2024.", "the third quarter of 2024", "2024-Q3"),
        ("It made a loss in the first half of 2024.", "the first half of 2024", "2024-H1"),
        ("It made a loss in fiscal 2024.", "fiscal 2024", "2024"),
        ("It was closed at Christmas.", "Christmas", "2024-12-25"),
        ("Ships wait in the week of 24 February 2025.", "the week of 24 February 2025", "2025-W09"),
    ],
)  # fmt: skip
def test_a_date_by_its_name(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, "DATE", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The port closed yesterday.", "yesterday", "2025-02-26"),
        ("The port closed today.", "today", "2025-02-27"),
        ("The port will close tomorrow.", "tomorrow", "2025-02-28"),
        ("The port closed on Tuesday.", "Tuesday", "2025-02-25"),
        ("The port closed on Thursday.", "Thursday", "2025-02-27"),
        ("The port will close on Tuesday.", "Tuesday", "2025-03-04"),
        ("On Monday the port will close.", "Monday", "2025-03-03"),
        ("He said on Tuesday that it would close.", "Tuesday", "2025-02-25"),
        ("The strike had been due to end on Tuesday.", "Tuesday", "2025-02-25"),
        ("The port closed last Thursday.", "last Thursday", "2025-02-20"),
        ("The port closes next Friday.", "next Friday", "2025-03-07"),
        ("It closed on Tuesday last week.", "Tuesday last week", "2025-02-18"),
        ("He posted it this week.", "this week", "2025-W09"),
        ("He posted it last week.", "last week", "2025-W08"),
        ("The vote is next month.", "next month", "2025-03"),
        ("The vote was last year.", "last year", "2024"),
        ("The vote was last quarter.", "last quarter", "2024-Q4"),
        ("They met over the weekend.", "the weekend", "2025-W08-WE"),
        ("It closed two days ago.", "two days ago", "2025-02-25"),
        ("It closed three weeks ago.", "three weeks ago", "2025-W06"),
        ("It closed five years ago.", "five years ago", "2020"),
        ("It closed several years ago.", "several years ago", "PAST_REF"),
        ("The port is now open.", "now", "PRESENT_REF"),
        ("It recently opened.", "recently", "PAST_REF"),
        ("Nobody knows the future.", "the future", "FUTURE_REF"),
    ],
)  # fmt: skip
def test_a_date_seen_from_publication(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, "DATE", value)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It took five years.", "DURATION", "P5Y"),
        ("It was a two-week strike.", "DURATION", "P2W"),
        ("It rose in the past three months.", "DURATION", "P3M"),
        ("It has been closed for decades.", "DURATION", "PXY"),
        ("It was closed for half an hour.", "DURATION", "PT30M"),
        ("It sails every day.", "SET", "P1D"),
        ("It sails twice a week.", "SET", "P1W"),
        ("It sails every Monday.", "SET", "XXXX-WXX-1"),
        ("It sails weekly.", "SET", "P1W"),
        ("It sailed on Tuesday evening.", "TIME", "2025-02-25TEV"),
        ("It sailed last night.", "TIME", "2025-02-26TNI"),
        ("It sails this morning.", "TIME", "2025-02-27TMO"),
    ],
)  # fmt: skip
def test_durations_sets_and_times(text: str, kind: str, value: str) -> None:
    assert [(t, v) for _, t, v in read(text)] == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It sank at 10:35 p.m. on Tuesday.", ["2025-02-25T22:35", "2025-02-25"]),
        ("On Tuesday it sank at noon.", ["2025-02-25", "2025-02-25T12:00"]),
        ("It sank at 06:10.", ["XXXX-XX-XXT06:10"]),
        ("18:25 Seven boats are missing.", ["2025-02-27T18:25"]),
    ],
)
def test_a_clock_takes_the_day_of_its_sentence(text: str, values: list[str]) -> None:
    assert [value for _, _, value in read(text)] == values


def test_a_zone_is_kept_in_edtf() -> None:
    clock, _ = find_timexes("It sank at 18:30 GMT on Tuesday.", PUBLISHED)
    assert (clock.value, clock.edtf) == ("2025-02-25T18:30", "2025-02-25T18:30:00Z")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks have gone on since October 2024.", "2024-10/.."),
        ("Since October they have talked.", "2024-10/.."),
        ("It stays closed until May 2025.", "../2025-05"),
        ("It closed in late February.", "2025-02-21~/2025-02-28"),
        ("It will open early next week.", "2025-03-03/2025-03-05~"),
        ("It closed in the mid-1990s.", "1994~/1996~"),
        ("It closed last week.", "2025-02-17/2025-02-23"),
        ("It closed last autumn.", "2024-23"),
        ("It closed in the 17th century.", "16XX"),
        ("It sails on March 3-5.", "2025-03-03/2025-03-05"),
        ("It sailed in 1994-96.", "1994/1996"),
        ("It closed on 3/4/2024 for good.", "[2024-03-04,2024-04-03]"),
        ("It closed yesterday.", None),
    ],
)
def test_edtf_says_what_is_vague_or_open(text: str, expected: str | None) -> None:
    assert edtf(text) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It closed on Friday.", ["XXXX-WXX-5"]),
        ("It closed on 5 May.", ["XXXX-05-05"]),
        ("It closed in October.", ["XXXX-10"]),
        ("It closed last week, and last year.", ["XXXX-WXX", "XXXX"]),
        ("It closed yesterday.", ["XXXX-XX-XX"]),
        ("It closed on 5 May 2020.", ["2020-05-05"]),
    ],
)
@pytest.mark.parametrize("published", [None, "", "some day", "2025-02-31"])
def test_without_a_publication_day_the_unknown_stays_open(text: str, values: list[str], published: str | None) -> None:
    assert [value for _, _, value in read(text, published)] == values


def test_a_publication_time_counts_as_its_day() -> None:
    assert read("It closed yesterday.", "2025-02-27T09:30:00+02:00") == [("yesterday", "DATE", "2025-02-26")]


@pytest.mark.parametrize(
    "text",
    [
        "It closed on February 30, said nobody.", "Form 31/11/2024 is lost.", "The 44-year-old boat sank.",
        "She is 30 years old.", "It fell to 2082.1 points.", "It may march on.", "He won 3:2.", "It costs $1990.",
        "Two thirds of it fell.", "You may sit.",
        "He saw it on This Week.", "He reads USA Today.",
        "The Dockers' March grew.", "Some 2,000 boats sank.", "Three-quarters of it is lost.",
    ],
)  # fmt: skip
def test_what_only_looks_like_time(text: str) -> None:
    assert [found for found in read(text) if found[0] not in {"February"}] == []


def test_an_invalid_day_is_no_day() -> None:
    assert not any(len(value) == 10 for _, _, value in read("It closed on February 30, 2024."))


def test_later_expressions_count_from_the_last_date() -> None:
    found = read("It closed on 3 June 2019. The next day it opened. A year later it sank.")
    assert [value for _, _, value in found] == ["2019-06-03", "2019-06-04", "2020"]


def test_a_report_on_a_quarter_is_compared_with_the_same_quarter() -> None:
    found = read("Profit rose in the third quarter. It was lower a year earlier.")
    assert [value for _, _, value in found] == ["2024-Q3", "2023-Q3"]
