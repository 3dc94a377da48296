"""Figures: a number with what it counts, so that two of them can be held against each other."""

import re
from dataclasses import dataclass
from functools import cache

from firsthand.lexicons.counted import ABOUT, AT_LEAST, AT_MOST, COUNTED, CURRENCIES, LOOSE_UNITS, PERIODS, SCALES
from firsthand.lexicons.times import MONTHS, UNITS
from firsthand.linking.word_weights import stem_words, weigh
from firsthand.records import Span
from firsthand.text.numbers import SMALL, find_numbers

WORDS_AROUND = 80  # characters on each side of a number in which its unit is looked for
NEXT_WORDS = 4  # that may say what is counted
LEAST_WEIGHT = 1.0  # a stem that tells less names no unit
HOUR_BEHIND = re.compile(r" ?(?:[ap]\.?m\b|o['’]clock)", re.IGNORECASE)
MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join(MONTHS)})\.? $", re.IGNORECASE)
FIRST_YEAR, LAST_YEAR = 1500, 2100
CLAUSE_END = re.compile(r"[.;:!?()\n]|,\s|\b(?:and|but|or|while|after|when)\b")
NAMES = frozenset(line[0] for line in COUNTED)  # of units that always count something
NUMBER_WORDS = SCALES.keys() | SMALL.keys()
RATIO_BEFORE = re.compile(r"\d[-–:/]$|\d[ -]to[ -]$")
NO_COUNT_BEHIND = re.compile(r"[-–:/]\d|[ -]to[ -]\d")
ONE_OF = re.compile(r"one (?:of|another)\b", re.IGNORECASE)
CLOSE = 0.05  # relative difference of two figures that rounding explains, if one of them is rough


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text. `units` are stems of what it counts; `bound` is -1 for "at most", 1 for "at least"."""

    value: float
    words: str
    units: frozenset[str]
    bound: int
    is_rough: bool
    is_date: bool


def find_figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text in reading order. Linear in the text."""
    return tuple(_read_figure(text, span, value) for span, value in find_numbers(text) if not _is_no_count(text, span))


def _is_no_count(text: str, span: Span) -> bool:
    """Whether a number counts nothing: a ratio or a score ("2-1"), or one of many."""
    start, end = span
    return bool(
        RATIO_BEFORE.search(text, max(0, start - 12), start)
        or NO_COUNT_BEHIND.match(text, end)
        or ONE_OF.match(text, start)
    )


def are_of_one_kind(first: Figure, second: Figure) -> bool:
    """Whether two figures count the same: they share a unit, and neither is a date."""
    return not first.is_date and not second.is_date and not first.units.isdisjoint(second.units)


def count_other_things(first: Figure, second: Figure) -> bool:
    """Whether words that always name a count say that the two are of different ones: the dead, and the missing."""
    one, other = (first.units & NAMES) - LOOSE_UNITS, (second.units & NAMES) - LOOSE_UNITS
    return bool(one) and bool(other) and one.isdisjoint(other)


def agree(first: Figure, second: Figure) -> bool:
    """Whether both figures can be so: equal, near where one is rough, or within what "at least" leaves open."""
    if first.value == second.value:
        return True
    if (first.is_rough or second.is_rough) and _differ_little(first.value, second.value):
        return True
    low, high = sorted((first, second), key=lambda figure: figure.value)
    return low.bound > 0 or high.bound < 0


def _differ_little(first: float, second: float) -> bool:
    return abs(first - second) <= CLOSE * max(abs(first), abs(second))


def _read_figure(text: str, span: Span, value: float) -> Figure:
    start, end = span
    before = CLAUSE_END.split(text[max(0, start - WORDS_AROUND) : start])[-1]
    after = CLAUSE_END.split(text[end : end + WORDS_AROUND], maxsplit=1)[0]
    words_before = before.casefold().split()[-3:]
    is_money = before[-1:] in tuple(CURRENCIES) or after[:1] in tuple(CURRENCIES)
    units = {"money"} if is_money else _find_units(after, before)
    return Figure(
        value=value,
        words=(before[-1:] if is_money else "") + text[start:end],
        units=frozenset({"percent"} if "%" in text[start:end] else units),
        bound=_find_bound(words_before),
        is_rough=not ABOUT.isdisjoint(words_before),
        is_date=_is_date(text, span, value, words_before, after),
    )


def find_counted(text: str) -> frozenset[str]:
    """What a text says is counted, by words that always do: dead, missing, prisoners."""
    return frozenset(unit for unit in _name_units(text) if unit in NAMES)


def _find_units(after: str, before: str) -> set[str]:
    """What stands behind a number, else before it: "49 years", "seven were killed", "the toll rose to eleven"."""
    behind, ahead = _name_units(after), _name_units(before)
    if behind and behind[0] in PERIODS:
        return {behind[0]}
    counted = [unit for unit in (*behind[:NEXT_WORDS], *ahead) if unit in NAMES - PERIODS]
    return set(behind[:1] or ahead[-1:]) | set(counted)


def _name_units(text: str) -> list[str]:
    """The words that can name a unit: telling ones, no figures."""
    stems = [stem for stem in stem_words(text) if not stem[0].isdigit() and stem not in NUMBER_WORDS]
    return [_counted().get(stem, stem) for stem in stems if weigh(stem) >= LEAST_WEIGHT or stem in _counted()]


def _find_bound(words: list[str]) -> int:
    if not AT_LEAST.isdisjoint(words):
        return 1
    return 0 if AT_MOST.isdisjoint(words) else -1


def _is_date(text: str, span: Span, value: float, before: list[str], after: str) -> bool:
    """A year, a day of a month, or a time of the clock."""
    start, end = span
    next_word = after.split()[0].casefold().strip(",.") if after.split() else ""
    is_behind_month = MONTH_BEFORE.search(text, max(0, start - 12), start) is not None
    is_day = value <= 31 and (is_behind_month or (before[-1:] != [] and before[-1] in MONTHS) or next_word in MONTHS)
    is_year = FIRST_YEAR <= value <= LAST_YEAR and text[start:end].isdigit() and next_word not in UNITS
    is_clock = (
        HOUR_BEHIND.match(text, end) is not None or text[end : end + 1] == ":" or text[max(0, start - 1) : start] == ":"
    )
    return is_day or is_year or is_clock


@cache
def _counted() -> dict[str, str]:
    return {stem: line[0] for line in COUNTED for word in line for stem in stem_words(word.replace("%", " "))}
