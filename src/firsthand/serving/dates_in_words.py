"""Dates as news prints them: ISO dates, TIMEX3 values and EDTF intervals in words, no more exact than they are."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from firsthand.serving.report_lines import make_safe

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter",
           "21": "spring", "22": "summer", "23": "autumn", "24": "winter"}  # fmt: skip
DAY_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
ORDINALS = ("first", "second", "third", "fourth")
QUALIFIERS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
OPEN = frozenset(("", ".."))
LONGEST = 60  # characters: nothing longer is a date


def word_date(value: str) -> str:
    """`27 February 2025`, `week of 24 February 2025`, `since October 2024`; other values come back as they are."""
    return (word_known_date(value) if len(value) <= LONGEST else None) or make_safe(value)


def word_known_date(value: str) -> str | None:
    """A date, a part of the calendar or an interval in words; None for all else: durations, sets, no date at all."""
    start, slash, end = value.partition("/")
    if slash:
        return _word_interval(start, end)
    if value[-1:] in QUALIFIERS:
        inner = _word_point(value[:-1])
        return inner and QUALIFIERS[value[-1]] + inner
    return _word_point(value)


def _word_interval(start: str, end: str) -> str | None:
    first, last = ("" if side in OPEN else word_known_date(side) for side in (start, end))
    if first is None or last is None or first == last == "":
        return None
    if not first or not last:
        return f"since {first}" if first else f"until {last}"
    return _join_ends(first, last)


def _join_ends(first: str, last: str) -> str:
    """`24 to 28 February 2025`: what both ends share stands once."""
    words, shared = first.split(), last.split()
    while words and shared and words[-1] == shared[-1]:
        words.pop()
        shared.pop()
    return f"{' '.join(words)} to {last}" if words else last


def _word_point(value: str) -> str | None:
    # What a value leaves open (`2025-XX`, `2025-02-XX`) is not said.
    value = re.sub(r"(?:-(?:WXX|QX|XX))+\Z", "", value)
    for pattern, word in FORMS:
        if match := pattern.fullmatch(value):
            try:
                return word(match)
            except (ValueError, OverflowError):  # a thirteenth month, the 30th of February, the year 0
                return None
    return None


def _word_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _word_moment(match: re.Match[str]) -> str:
    moment = datetime.fromisoformat(match[0])
    zone = moment.strftime("%z")
    return f"{_word_day(moment)}, {moment:%H:%M}" + (f" {zone[:3]}:{zone[3:5]}" if zone else "")


def _word_month(match: re.Match[str]) -> str:
    return f"{MONTHS[date(int(match[1]), int(match[2]), 1).month - 1]} {match[1]}"


def _word_week(match: re.Match[str]) -> str:
    return f"week of {_word_day(date.fromisocalendar(int(match[1]), int(match[2]), 1))}"


def _word_weekend(match: re.Match[str]) -> str:
    saturday = date.fromisocalendar(int(match[1]), int(match[2]), 6)
    return f"weekend of {_word_day(saturday)}"


def _word_weekday(match: re.Match[str]) -> str:
    return _word_day(date.fromisocalendar(int(match[1]), int(match[2]), 1) + timedelta(days=int(match[3]) - 1))


def _word_century(match: re.Match[str]) -> str:
    number = int(match[1]) + 1
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century"


# Form of a value → its words. The first that fits the whole value is taken.
FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.ASCII), word)
    for pattern, word in (
        (r"\d{4}-\d\d-\d\d", lambda match: _word_day(date.fromisoformat(match[0]))),
        (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*", _word_moment),
        (r"(\d{4}-\d\d-\d\d)T(MO|MI|AF|EV|NI|DT)",
         lambda match: f"{_word_day(date.fromisoformat(match[1]))}, {DAY_PARTS[match[2]]}"),
        (r"(\d{4})-(0\d|1[0-2])", _word_month),
        (r"(\d{4})-W(\d\d)", _word_week),
        (r"(\d{4})-W(\d\d)-WE", _word_weekend),
        (r"(\d{4})-W(\d\d)-([1-7])", _word_weekday),
        (r"(\d{4})-Q([1-4])", lambda match: f"{ORDINALS[int(match[2]) - 1]} quarter of {match[1]}"),
        (r"(\d{4})-H([12])", lambda match: f"{ORDINALS[int(match[2]) - 1]} half of {match[1]}"),
        (r"(\d{4})-(SP|SU|FA|AU|WI|21|22|23|24)", lambda match: f"{SEASONS[match[2]]} {match[1]}"),
        (r"(?!0000)\d{4}", lambda match: match[0]),
        (r"FY(\d{4})", lambda match: f"fiscal year {match[1]}"),
        (r"(\d{3})X?", lambda match: f"{match[1]}0s"),
        (r"(\d\d)(?:XX)?", _word_century),
    )
)
