"""Whatever the text: no error, spans inside it, values that can be; and no text is slow."""

import re
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extraction.timexes import find_timexes
from firsthand.extraction.timexes.finding import KINDS
from firsthand.extraction.timexes.scene import open_scene

WORDS = sorted(KINDS)
PHRASES = st.lists(st.sampled_from(WORDS) | st.integers(0, 3000).map(str) | st.text(max_size=3), max_size=25)
JOINTS = st.sampled_from([" ", "-", ", ", ". ", "\n", "'s ", " of "])
DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))
VALUE = re.compile(
    r"(PRESENT|PAST|FUTURE)_REF|P(T?[\dX.]+[A-Z])+|BC\d\d|\d\d"
    r"|[\dX]{4}(-(\d\d|XX)(-(\d\d|XX))?|-W(\d\d|XX)(-[\dX]|-WE)?|-Q[\dX]|-H\d|-[A-Z]{2})?(T(\d\d:\d\d|[A-Z]{2}))?"
)


@given(st.text() | st.text(alphabet="0123456789-/:.' \nimayst"), st.none() | st.text() | st.dates().map(str))
def test_any_text_is_survived(text: str, published: str | None) -> None:
    check(text, published)


@given(PHRASES, JOINTS, st.none() | st.dates().map(str))
def test_any_heap_of_words_of_time_is_survived(words: list[str], joint: str, published: str | None) -> None:
    text = joint.join(words)
    check(text, published)
    check(text.title(), published)


def check(text: str, published: str | None) -> None:
    end = 0
    for timex in find_timexes(text, published):
        assert end <= timex.span[0] < timex.span[1] <= len(text)
        end = timex.span[1]
        assert timex.type in {"DATE", "TIME", "DURATION", "SET"}
        assert VALUE.fullmatch(timex.value), timex.value
        if re.match(r"\d{4}-\d\d-\d\d", timex.value):
            assert date.fromisoformat(timex.value[:10])


@given(DAYS, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %B %Y", "%d %b. %Y"]))
def test_written_days_are_read_back(day: date, form: str) -> None:
    written = day.strftime(form)
    if form[-2:] == "%Y" and day.month == 5:
        written = written.replace("May.", "May")
    text = f"It closed on {written} in the rain."
    (timex,) = find_timexes(text, "2025-02-27")
    assert (text[slice(*timex.span)], timex.value) == (written, day.isoformat())


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from("Monday Wednesday Sunday".split()))
def test_a_bare_weekday_lies_in_the_week_up_to_publication(today: date, name: str) -> None:
    (timex,) = find_timexes(f"It closed on {name}.", today.isoformat())
    found = date.fromisoformat(timex.value)
    assert found.strftime("%A") == name
    assert 0 <= (today - found).days < 7


def test_lower_case_keeps_the_offsets() -> None:
    every = "".join(map(chr, range(0xD800))) + "".join(map(chr, range(0xE000, 0x20000)))
    assert len(open_scene(every, None).lowered) == len(every)


@pytest.mark.parametrize(
    "piece",
    ["the ", "a ", "two ", "years ", "early late ", "1990-", "12:", "May ", "last ", "'s ", "of the end of the ",
     "Friday", "3 ", "twenty-", "a few ", "- ", "first second ", "Mr. ", "today ", "\n"],
)  # fmt: skip
def test_no_text_is_slow(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    begin = process_time()
    find_timexes(text, "2025-02-27")
    assert process_time() - begin < 10
