"""Dates in words, and the dates that statements mean by words such as "tomorrow"."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.records import Annotations, Article, Span, Statement, Timex
from firsthand.serving.dates_in_words import word_date, word_known_date
from firsthand.serving.report import print_report
from firsthand.serving.report_dates import find_meant_dates, word_meaning


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-02-27", "27 February 2025"),
        ("2025-02-27T09:05", "27 February 2025, 09:05"),
        ("2025-02-27T09:05:00+02:00", "27 February 2025, 09:05 +02:00"),
        ("2025-02-27TMO", "27 February 2025, morning"),
        ("2025-02", "February 2025"),
        ("2025-W09", "week of 24 February 2025"),
        ("2025-W09-WE", "weekend of 1 March 2025"),
        ("2025-W09-5", "28 February 2025"),
        ("2025-Q1", "first quarter of 2025"),
        ("2025-H2", "second half of 2025"),
        ("2025-SU", "summer 2025"),
        ("2025-24", "winter 2025"),
        ("2025", "2025"),
        ("FY2025", "fiscal year 2025"),
        ("199", "1990s"),
        ("199X", "1990s"),
        ("19", "20th century"),
        ("20XX", "21st century"),
        ("2025-XX-XX", "2025"),
        ("2025-02-XX", "February 2025"),
        ("2025-WXX", "2025"),
        ("2024-10/..", "since October 2024"),
        ("../2024-10-03", "until 3 October 2024"),
        ("2025-02-24/2025-03-02", "24 February to 2 March 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2025-02-24/2025-02-28", "24 to 28 February 2025"),
        ("2025-02-24/2025-02-24", "24 February 2025"),
        ("2025-Q1/2025-Q3", "first to third quarter of 2025"),
        ("1999/2001", "1999 to 2001"),
        ("2025-02~", "about February 2025"),
        ("2025-02?/2025-05", "perhaps February to May 2025"),
    ],
)
def test_dates_are_worded_no_more_exactly_than_they_are(value: str, words: str) -> None:
    assert word_date(value) == words


@pytest.mark.parametrize(
    "value",
    ["", "/", "../..", "~", "P3W", "PRESENT_REF", "XXXX-WXX-1", "2025-13", "2025-02-30", "0000", "2025-W60", "25:00",
     "2025-02-27T99:99", "2025-02-27Tx", "2024/P1D", "tomorrow", "9" * 100, "٢٠٢٥"],
)  # fmt: skip
def test_what_is_no_date_comes_back_as_it_is(value: str) -> None:
    assert word_known_date(value) is None
    assert word_date(value) == value


@given(st.text(max_size=80) | st.text("0123456789-/.~?%XTWQ:", max_size=25))
def test_any_value_is_worded(value: str) -> None:
    assert isinstance(word_date(value), str)


@given(st.dates())
def test_every_day_is_worded_with_day_month_and_year(day: date) -> None:
    words = word_date(day.isoformat()).split()
    assert (int(words[0]), int(words[2])) == (day.day, day.year)
    assert words[1][:3] == ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[
        day.month - 1
    ]


@pytest.mark.parametrize(
    ("printed", "kind", "value", "meant"),
    [
        ("tomorrow", "DATE", "2025-02-28", "28 February 2025"),
        ("Friday", "DATE", "2025-02-28", "28 February 2025"),
        ("October", "DATE", "2024-10", "October 2024"),
        ("next week", "DATE", "2025-W10", "week of 3 March 2025"),
        # The article's own year goes without saying, short months do.
        ("28 February", "DATE", "2025-02-28", None),
        ("Feb. 28th", "DATE", "2025-02-28", None),
        ("28 February 2024", "DATE", "2024-02-28", None),
        ("the 1990s", "DATE", "199", None),
        ("2019", "DATE", "2019", None),
        ("8 February", "DATE", "2025-02-28", "28 February 2025"),
        # No day of the calendar.
        ("three weeks", "DURATION", "P3W", None),
        ("now", "DATE", "PRESENT_REF", None),
        ("every Friday", "SET", "XXXX-WXX-5", None),
        ("every summer", "SET", "2025-SU", None),
    ],
)
def test_a_date_is_told_where_its_words_leave_it_open(printed: str, kind: str, value: str, meant: str | None) -> None:
    assert word_meaning(printed, Timex((0, 1), kind, value), "2025") == meant


def test_an_interval_is_told_rather_than_a_value() -> None:
    timex = Timex((0, 1), "DURATION", "P4M", "2024-10/..")
    assert word_meaning("four months", timex, "2025") == "since October 2024"


TEXT = "Work stops tomorrow, she said, after they promised that it starts today. This says so. He spoke on Monday."


def find(words: str) -> Span:
    start = TEXT.index(words)
    return (start, start + len(words))


def make_record(*statements: Statement) -> Annotations:
    timexes = (
        Timex(find("tomorrow"), "DATE", "2031-03-05"),
        Timex(find("today"), "DATE", "2031-03-04"),
        Timex(find("Monday"), "DATE", "2031-03-03"),
    )
    return Annotations(Article("a", TEXT, published="2031-03-04"), timexes=timexes, statements=statements)


def list_dates(*statements: Statement) -> dict[int, list[str]]:
    found = find_meant_dates(make_record(*statements), statements)
    return {at: [words for words, _ in dates] for at, dates in found.items()}


def test_a_date_belongs_to_the_innermost_statement() -> None:
    outer = Statement("o", (), (), ((0, TEXT.index("This") - 1),))
    inner = Statement("i", (), (), (find("that it starts today"),), within="o")
    assert list_dates(outer, inner) == {0: ["“tomorrow” = 5 March 2031"], 1: ["“today” = 4 March 2031"]}
    assert list_dates(inner, outer) == {0: ["“today” = 4 March 2031"], 1: ["“tomorrow” = 5 March 2031"]}


def test_a_covered_date_belongs_to_what_covers_it_but_for_days_of_speech() -> None:
    everything = (0, len(TEXT))
    covering = Statement("c", (), (), (find("This"),), covers=(everything,))
    content = Statement("s", (), (), (find("Work stops tomorrow"),))
    assert list_dates(covering, content) == {
        0: ["“today” = 4 March 2031", "“Monday” = 3 March 2031"],
        1: ["“tomorrow” = 5 March 2031"],
    }
    dated = Statement("d", (), (), (find("He"),), said_on="2031-03-03")
    assert list_dates(covering, content, dated)[0] == ["“today” = 4 March 2031"]


def test_dates_outside_of_contents_are_nobodys() -> None:
    assert list_dates(Statement("s", (find("she"),), (find("said"),), (find("Work stops"),))) == {}


def test_a_date_is_told_once_and_a_list_is_cut() -> None:
    text = "today today " + "abcdefghijklmnopqrstuvwxyz"
    timexes = [Timex((0, 5), "DATE", "2031-03-04"), Timex((6, 11), "DATE", "2031-03-04")]
    timexes += [Timex((11 + day, 12 + day), "DATE", f"2031-01-{day:02}") for day in range(1, 20)]
    whole = Statement("s", (), (), ((0, len(text)),))
    record = Annotations(Article("a", text), timexes=tuple(timexes), statements=(whole,))
    shown = [words for words, _ in find_meant_dates(record, [whole])[0]]
    assert shown[0] == "“today” = 4 March 2031"
    assert sum("today" in words for words in shown) == 1
    assert len(shown) == 5 and shown[-1].endswith("more dates")


def test_the_report_shows_both_dates() -> None:
    content = Statement("s", (), (), (find("Work stops tomorrow"),), said_on="2031-W10", confidence=0.9)
    file = io.StringIO()
    print_report([make_record(content)], width=80, file=file)
    assert file.getvalue().endswith("\n        said week of 3 March 2031 · “tomorrow” = 5 March 2031\n")


def test_many_dates_and_statements_take_no_quadratic_time() -> None:
    size = 20_000
    spans: list[Span] = [(at * 5, at * 5 + 5) for at in range(size)]
    timexes = tuple(Timex((start, start + 4), "DATE", "2031") for start, _ in spans)
    statements = [Statement(str(at), (), (), (span,)) for at, span in enumerate(spans)]
    record = Annotations(Article("a", "then " * size), timexes=timexes, statements=tuple(statements))
    assert len(find_meant_dates(record, statements)) == size
