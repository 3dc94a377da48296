"""Pieces of patterns, made of the lexicon. All of them read lower-case text."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from firsthand.extraction.timexes.scene import Reading, Scene
from firsthand.lexicons.times import (
    DECADES,
    HOLIDAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS_OF_DAY,
    SEASONS,
    SHORT_WEEKDAYS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAYS,
    ZONES,
)


def choose(words: Iterable[str]) -> str:
    """An alternation, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


class Rule(NamedTuple):
    """A form of time expression: the kind of word that it needs, its pattern, and what it means.

    `read` gives None where the words are no time after all.
    """

    needs: int
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Scene], Reading | None]


# Kinds of words, as bits: a rule is tried only where a word of its kind stands in the phrase.
NAMED, MONTHLY, WEEKLY, UNITED, FIGURE, SEASONAL = 1, 2, 4, 8, 16, 32

JOIN = r"[\s\-\u2010\u2011]{1,2}"
# The full stop belongs to short forms only.
MONTH = rf"(?P<month>{choose(MONTHS)})\b(?:(?<=\b[a-z]{{3}})\.|(?<=\bsept)\.)?"
WEEKDAY = rf"(?P<weekday>{choose(WEEKDAYS)})"
DATED_WEEKDAY = rf"(?:{choose([*WEEKDAYS, *SHORT_WEEKDAYS])}\b\.?,?\s)"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:twenty-|thirty-)?{choose(ORDINALS)})"
DAY = rf"(?P<day>[0-3]?\d(?:st|nd|rd|th)?(?![\d%]|[.,/:]\d)|(?:twenty-|thirty-)?{choose(ORDINALS)}\b)"
YEAR = r"(?P<year>(?:1\d|20|21)\d\d)(?![\d%]|[.,]\d|-\d{3})"
TENS = choose(DECADES)
UNIT = rf"(?P<unit>{choose(UNITS)})"
SEASON = rf"(?P<season>{choose(SEASONS)})"
DAY_PART = rf"(?P<dayPart>{choose(PARTS_OF_DAY)})"
HOLIDAY = rf"(?P<holiday>{choose(HOLIDAYS)})"
ZONE = rf"(?P<zone>{choose(ZONES)})\b"
SMALL = choose([*(n for n in NUMBERS if n not in {"a", "an"}), *VAGUE_NUMBERS])
NUMBER = (
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})?(?:\.\d{{1,2}})?(?![\d])"
    rf"|(?:an?\s)?(?:couple(?:\sof)?|dozen|few|hundred)\b|(?:{SMALL}[\s-]){{0,2}}{SMALL}\b(?:\sand\sa\shalf\b)?|an?\b)"
)
# The part of a date that is meant, before it: "late February", "the end of 1990".
PART = (
    r"(?:(?:the\s)?(?:(?P<part>early|late|mid)[\s-](?:in\s)?(?:the\s)?"
    r"|(?P<edge>beginning|start|middle|end|close)\sof\s(?:the\s)?))?"
)
PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late", "close": "late"}
WHEN = r"(?:(?P<when>earlier|later|sometime|early|late)\s(?:in\s)?)?"
WHICH = r"(?P<which>last|this|next|past|coming|previous|following|current|upcoming|same|that|latest)"


def read_part(match: re.Match[str]) -> str | None:
    """Which part of a date its PART names: early, mid, late."""
    part, edge = match.group("part"), match.group("edge")
    return str(part) if part else PARTS.get(edge)
