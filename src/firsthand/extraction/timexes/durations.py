"""Rules for durations ("five years", "two-day") and sets ("every day", "twice a week")."""

import re

from firsthand.extraction.timexes.grammar import (
    JOIN,
    MONTH,
    MONTHLY,
    NAMED,
    NUMBER,
    SEASON,
    SEASONAL,
    UNIT,
    UNITED,
    WEEKDAY,
    WEEKLY,
    Rule,
    choose,
)
from firsthand.extraction.timexes.numbers import format_number, read_number
from firsthand.extraction.timexes.scene import Reading, Scene
from firsthand.lexicons.times import FREQUENCIES, MONTHS, SEASONS, UNITS, WEEKDAYS

# After these, "a year" and bare "years" last; elsewhere "a year" is a rate ("four flights a week").
LASTING = frozenset(
    """
    for in within of over after than about nearly almost least takes take took taken last lasted lasts spent spend
    spending another before during under some every to by just around only serve served serving once matter
    """.split()
)


def write_duration(number: float | None, unit_name: str) -> str:
    """A TIMEX3 duration: "P5Y", "PT2H", "PXM"."""
    unit, size = UNITS[unit_name]
    count = format_number(number * size if number is not None else None)
    return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"


def read_duration(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "five years", "the first nine months", "a two-week"; not ages, rates or fractions."""
    words, unit = match["number"], match["unit"]
    if is_no_duration(match, scene):
        return None
    if words in {"a", "an"} and not match["which"]:
        article_stands = scene.word_before(match.start()) in LASTING or unit in {"hour", "minute"}
        if not article_stands or match["plural"] or unit == "quarter":
            return None
    return Reading("DURATION", write_duration(read_number(words), unit))


def is_no_duration(match: re.Match[str], scene: Scene) -> bool:
    """Whether it is an age, a fraction ("three-quarters"), a share of money, or an ordinal second."""
    after = scene.lowered[match.end() : match.end() + 5]
    is_age = after.startswith((" old", "-old"))
    if is_age or (match.start() and scene.lowered[match.start() - 1] in "$£€.,"):
        return True
    unit = match["unit"]
    if unit == "quarter":
        return after.startswith((" of", "-of")) or "-" in match.group() or not match["plural"]
    if unit == "second":
        return match["number"] in {"a", "an"} or not (match["plural"] or "-" in match.group())
    plural_needed = (read_number(match["number"]) or 2) > 1 and "-" not in match.group()
    return plural_needed and not match["plural"] and unit != "centurie" and not match["number"][0].isalpha()


def read_half(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "half an hour", "half a year", "a half-century"."""
    del scene
    unit, size = UNITS[match["unit"]]
    halves = {"TH": "PT30M", "D": "PT12H", "Y": "P6M" if size == 1 else f"P{size // 2}Y"}
    return Reading("DURATION", halves[unit])


def read_bare(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "for years", "within weeks": a stretch of open length."""
    before = scene.word_before(match.start())
    if before not in {"for", "in", "within", "over", "after", "before", "took", "take", "takes", "spent", "last"}:
        return None
    unit = match["unit"]
    return Reading("DURATION", write_duration(None, unit))


def read_range(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "12 to 18 months", "two or three weeks": the length lies between, so it stays open."""
    if is_no_duration(match, scene):
        return None
    return Reading("DURATION", write_duration(None, match["unit"]))


def read_every(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "every day", "each Thursday", "every two weeks", "twice a month"."""
    del scene
    groups = match.groupdict()
    if groups.get("weekday"):
        return Reading("SET", f"XXXX-WXX-{WEEKDAYS[groups['weekday']]}")
    if groups.get("month"):
        return Reading("SET", f"XXXX-{MONTHS[groups['month']]:02}")
    if groups.get("season"):
        return Reading("SET", f"XXXX-{SEASONS[groups['season']][0]}")
    words = groups.get("number") or "one"
    number = 2 if words == "other" else read_number(words)
    return Reading("SET", write_duration(number, groups["unit"]))


def read_frequency(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "daily", "annually"; not a newspaper ("the party daily", "Daily Mail")."""
    if scene.is_capital(match.start()) and match.start() and scene.text[match.start() - 1] == " ":
        return None
    if scene.lowered.startswith(("-", " newspaper", " paper"), match.end()):
        return None
    return Reading("SET", FREQUENCIES[match.group()])


_UNIT_ALONE = r"(?P<unit>day|night|week|month|quarter|year|hour|minute|decade)"
_WHICH = (
    r"(?:(?:the\s)?(?P<which>past|last|next|first|coming|final|previous|following|latest|other|remaining|full|early"
    r"|preceding|recent|year-earlier|same|initial|opening)\s|the\s|another\s|at\sleast\s)?"
)
_MORE = rf"(?:{JOIN}(?:more|additional|full|straight|consecutive|whole|long|extra))?"
_COUNT = rf"(?:\d{{1,3}}|{choose('two three four five six seven eight nine ten twelve'.split())})"
_BETWEEN = rf"{_WHICH}{NUMBER}\s?(?:-|–|to|or|and)\s?{_COUNT}{JOIN}{UNIT}(?P<plural>s)?\b"
_TIMES = rf"(?:once|twice|[a-z]{{3,9}}\stimes)\s(?:an?|per|every|each)\s{_UNIT_ALONE}\b"
_BARE = r"(?P<unit>hour|day|week|month|year|decade|centurie)s\b(?:\s(?:and|or)\s(?:day|week|month|year)s\b)?"

RULES = (
    Rule(UNITED, re.compile(rf"{_WHICH}{NUMBER}{_MORE}{JOIN}{UNIT}(?P<plural>s)?\b"), read_duration),
    Rule(UNITED, re.compile(r"(?:a\s)?half[\s-](?:an?\s)?(?P<unit>hour|day|year|decade|century)\b"), read_half),
    Rule(UNITED, re.compile(_BARE), read_bare),
    Rule(UNITED, re.compile(_BETWEEN), read_range),
    Rule(UNITED, re.compile(rf"(?:every|each)\s(?:(?P<number>other|few|{_COUNT})\s)?{_UNIT_ALONE}s?\b"), read_every),
    Rule(UNITED, re.compile(_TIMES), read_every),
    Rule(WEEKLY, re.compile(rf"(?:every|each)\s{WEEKDAY}\b"), read_every),
    Rule(MONTHLY, re.compile(rf"(?:every|each)\s{MONTH}"), read_every),
    Rule(SEASONAL, re.compile(rf"(?:every|each)\s{SEASON}\b"), read_every),
    Rule(NAMED, re.compile(rf"{choose(FREQUENCIES)}\b"), read_frequency),
)
