"""Rules for dates that name themselves: days, months, years, decades, centuries."""

import re

from firsthand.extraction.timexes.calendar import (
    find_nth_weekday,
    make_day,
    shift_days,
    write_edtf,
    write_part,
)
from firsthand.extraction.timexes.grammar import (
    DATED_WEEKDAY,
    DAY,
    FIGURE,
    HOLIDAY,
    MONTH,
    MONTHLY,
    NAMED,
    ORDINAL,
    PART,
    SMALL,
    TENS,
    YEAR,
    Rule,
    read_part,
)
from firsthand.extraction.timexes.numbers import read_number, read_ordinal
from firsthand.extraction.timexes.scene import Reading, Scene
from firsthand.lexicons.times import DECADES, HOLIDAYS, MONTHS

NEAR = 31  # days within which a date without a year is the nearest one, whatever the tense
OTHER_YEAR = r"(?:,?\s(?:of\s)?(?P<relative>last|this|next)\syear\b)"
RANGE = r"(?:\s?[-–—]\s?|\s(?:to|and|through)\s)(?P<last>[0-3]?\d)(?:st|nd|rd|th)?(?![\d%]|[.,/:]\d)\b"
OWNERS = frozenset("its his her their our my a an late early mid".split())
COUNTED = re.compile(r"\s(?:people|men|women|percent|per|dollars|euros|points|feet|miles|metres|meters)\b")
# Before a bare number, these make it a year; figures of other things stand behind none of them.
YEAR_SIGNS = frozenset(
    """
    in since by until till from to through during of after before for and between or early late mid year the fiscal
    around circa than spring summer autumn fall winter as into through post pre this
    """.split()
)


def settle(value: str, match: re.Match[str], scene: Scene) -> Reading:
    """A DATE with its EDTF, the part of it that is meant considered."""
    del scene
    part = read_part(match) if "part" in match.re.groupindex else None
    edtf = write_part(value, part) if part else write_edtf(value)
    return Reading("DATE", value, edtf)


def read_iso(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "2025-02-27", "2025-02-27T10:30"."""
    del scene
    day = make_day(int(match["year"]), int(match["month"]), int(match["day"]))
    if day is None:
        return None
    return Reading("TIME", f"{day}T{match['clock']}") if match["clock"] else Reading("DATE", day.isoformat())


def read_numeric(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "27.02.2025", "2/27/2025"; with slashes nobody can tell "03/04/2025", which stays a year."""
    del scene
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    day_first = make_day(year, second, first)
    month_first = make_day(year, first, second) if match["sign"] == "/" else None
    if day_first and month_first and day_first != month_first:
        return Reading("DATE", f"{year:04}-XX-XX", f"[{min(day_first, month_first)},{max(day_first, month_first)}]")
    day = day_first or month_first
    return Reading("DATE", day.isoformat()) if day else None


def read_month_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "Feb. 28", "28 February 2025", "March 3-5": the nearest year where none is told."""
    month, number = MONTHS[match["month"]], read_ordinal(match["day"])
    year = find_year(match, scene)
    if number is None or not 1 <= number <= 31:
        return None
    if year is None and scene.today is None:
        exists = make_day(2024, month, number)
        return Reading("DATE", f"XXXX-{month:02}-{number:02}") if exists else None
    if year is None:
        year = choose_year(month, number, match, scene)
    day = make_day(year, month, number) if year is not None else None
    if day is None:
        return None
    last = make_day(day.year, month, int(match["last"])) if match["last"] else None
    if last and last > day:
        return Reading("DATE", day.isoformat()[:7], f"{day}/{last}")
    return Reading("DATE", day.isoformat())


def find_year(match: re.Match[str], scene: Scene) -> int | None:
    """The year that a date tells, in figures or as "last year"."""
    if match["year"]:
        return int(match["year"])
    if not match["relative"] or scene.today is None:
        return None
    return scene.today.year + {"last": -1, "this": 0, "next": 1}[match["relative"]]


def choose_year(month: int, number: int, match: re.Match[str], scene: Scene) -> int | None:
    """The year of a day told without one: the nearest within a month, else by the tense."""
    assert scene.today is not None
    today = scene.today
    days = [day for year in (today.year - 1, today.year, today.year + 1, today.year - 2, today.year + 2)
            if (day := make_day(year, month, number))]  # fmt: skip
    if not days:  # 29 February far from a leap year
        return None
    nearest = min(days, key=lambda day: abs((day - today).days))
    if abs((nearest - today).days) <= NEAR:
        return nearest.year
    if scene.points_ahead(*match.span()):
        return min((day for day in days if day >= today), default=nearest).year
    return max((day for day in days if day <= today), default=nearest).year


def read_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "February 2025", "late February", "last May": the latest one where no year and no future tense is told."""
    month = MONTHS[match["month"]]
    if not is_month_name(match, scene):
        return None
    year = find_year(match, scene)
    if year is None and scene.today is None:
        return Reading("DATE", f"XXXX-{month:02}")
    if year is None:
        year = choose_month_year(month, match, scene)
    return settle(f"{year:04}-{month:02}", match, scene) if 1 <= year <= 9999 else None


def is_month_name(match: re.Match[str], scene: Scene) -> bool:
    """Whether "may", "march", "dec" and the like are months here: with a capital, and short forms with their point."""
    start = match.start("month")
    name = match["month"]
    if not scene.is_capital(start):
        return False
    if match["year"] or match["relative"] or match["which"] or match["part"] or match["edge"]:
        return True
    if len(name) <= 4 and name not in {"may", "june", "july"}:
        return scene.text[match.end("month") : match.end("month") + 1] == "."
    if name == "march":
        before = scene.word_before(start)  # "the Women's March", "the March on Rome", but "Its March report"
        is_event = scene.lowered.startswith((" for ", " on ", " madness"), match.end())
        is_event = is_event or (before not in {*YEAR_SIGNS, *OWNERS} and scene.is_capital_before(start))
        return before != "" and not is_event
    if name == "may":  # "Theresa May said"
        return scene.word_before(start) in YEAR_SIGNS
    return not (name in {"april", "june", "august"} and scene.text[match.end() : match.end() + 2].strip().isupper())


def choose_month_year(month: int, match: re.Match[str], scene: Scene) -> int:
    """The year of a month told without one."""
    assert scene.today is not None
    today, which = scene.today, match["which"]
    if which == "last":
        # Nobody calls the month before this one "last January": it is "last month".
        return today.year - (month >= today.month - 1)
    before = scene.word_before(match.start())
    # Told in February, "March" is next month: the last one would be "last March" or have its year.
    is_near = month == today.month % 12 + 1 and before != "since"
    is_due = before == "by" or scene.lowered.startswith(" deadline", match.end())
    if which == "next" or (which is None and (is_near or is_due or scene.points_ahead(*match.span()))):
        return today.year + (month < today.month or (which == "next" and month == today.month))
    return today.year if which == "this" else today.year - (month > today.month)


def read_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "1990", "the end of 1994", "fiscal 1989": four figures that count nothing."""
    start, end = match.span("year")
    before = scene.lowered[max(0, start - 1) : start]
    if before and before in "$£€#.,:/+@_":
        return None
    after = scene.lowered[end : end + 24]
    if after[:1].isalpha() or (after[:1] in "/:" and after[1:2].isdigit()):
        return None
    if match.group() == match["year"] and not _stands_as_year(scene, start, after):
        return None
    return settle(match["year"], match, scene)


def _stands_as_year(scene: Scene, start: int, after: str) -> bool:
    """Whether nothing is counted: "at 2082 points" and "2000 people" are no years."""
    before = scene.word_before(start)
    if before in YEAR_SIGNS:
        return not COUNTED.match(after)
    if before in {"at", "no", "number", "some", "about", "nearly", "over", "only", "room", "flight", "version"}:
        return False
    return not re.match(r"\s[a-z]+s\b", after) or before == "'s"


def read_years(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "1994-96", "2008/09": years from and to."""
    first, last = int(match["year"]), int(match["year"][:2] + match["to"])
    if not 0 < last - first < 60 or scene.lowered[match.start() - 1 : match.start()] in {"$", "£", "€", "-", "/"}:
        return None
    kept = match["year"][:3] if match["year"][2] == match["to"][0] else match["year"][:2]
    return Reading("DATE", kept.ljust(4, "X"), f"{first}/{last}")


def read_spelled_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "nineteen ninety-six", "two thousand": years as a broadcast says them."""
    if match["thousand"]:
        return settle("2000", match, scene)
    ends = read_number(match["ends"]) or 0
    if not 10 <= ends <= 99:
        return None
    return settle(f"{ {'eighteen': 18, 'nineteen': 19, 'twenty': 20}[match['century']] }{int(ends):02}", match, scene)


AGE = re.compile(r"\b(?:his|her|their|my|your|our)\s(?:early\s|mid-?\s?|late\s)?$", re.IGNORECASE)


def read_decade(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "the 1990s", "the late '80s", "the nineties"."""
    if match["tens"]:
        if not match.group().startswith(("the", "mid", "early", "late")):
            return None
        century = "19" if DECADES[match["tens"]] >= 30 else "20"
        return settle(f"{century}{DECADES[match['tens']] // 10}X", match, scene)
    if AGE.search(match.string, max(0, match.start() - 12), match.start()):
        return None  # "a man in his early 30s"
    figures = match["decade"]
    if len(figures) == 2:
        this_decade = scene.today.year % 100 // 10 * 10 if scene.today and scene.today.year >= 2000 else -1
        figures = ("20" if int(figures) <= this_decade else "19") + figures
    return settle(f"{figures[:3]}X", match, scene)


def read_century(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "the 20th century": its first two figures, as TIMEX3 has it."""
    number = read_ordinal(match["ordinal"])
    if number is None or not 1 <= number <= 30:
        return None
    if match["era"]:
        return Reading("DATE", f"BC{number:02}")
    return settle(f"{number - 1:02}", match, scene)


def read_holiday(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "Thanksgiving", "last Christmas", "Labor Day 2024"."""
    if not scene.is_capital(match.start("holiday")):
        return None
    rule = HOLIDAYS[match["holiday"]]
    if match["year"]:
        return Reading("DATE", _find_holiday(int(match["year"]), rule))
    if scene.today is None:
        return Reading("DATE", f"XXXX-{rule[0]:02}-{rule[1]:02}" if len(rule) == 2 else f"XXXX-{rule[0]:02}-XX")
    today = scene.today.isoformat()
    days = [_find_holiday(year, rule) for year in range(max(1, scene.today.year - 1), min(9999, scene.today.year + 2))]
    ahead = match["which"] in {"next", "this"} or (not match["which"] and scene.points_ahead(*match.span()))
    found = [day for day in days if (day >= today if ahead else day <= today)]
    return Reading("DATE", found[0] if ahead else found[-1]) if found else None


def _find_holiday(year: int, rule: tuple[int, int] | tuple[int, int, int]) -> str:
    if len(rule) == 2:
        return f"{year:04}-{rule[0]:02}-{rule[1]:02}"
    return find_nth_weekday(year, *rule).isoformat()


def read_week_of(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "the week of 24 February 2025"."""
    reading = read_month_day(match, scene)
    day = make_day(*map(int, reading.value.split("-"))) if reading and len(reading.value) == 10 and (
        reading.value[0] != "X") else None
    if day is None:
        return None
    year, week, _ = day.isocalendar()
    end = shift_days(day, 6)
    # "The week of" counts from the day named, which is Monday or, in America, Sunday.
    return Reading("DATE", f"{year:04}-W{week:02}", f"{day}/{end}" if match["kind"] == "of" and end else
                   write_edtf(f"{year:04}-W{week:02}"))


_MD = rf"{MONTH}\s{{0,2}}(?:the\s)?{DAY}(?:{RANGE})?(?:(?:,?\s|,){YEAR}|{OTHER_YEAR})?"
_DM = rf"{DAY}(?:{RANGE})?\s(?:of\s)?{MONTH}(?:,?\s{YEAR}|{OTHER_YEAR})?"
_WHICH = r"(?:(?P<which>last|this|next|this\spast|this\scoming)\s)?"

_DOTTED = r"(?P<first>\d{1,2})(?P<sign>[./])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?!\d)"
_CLOCK = r"(?:[t ](?P<clock>[0-2]\d:[0-5]\d)(?::\d\d(?:\.\d+)?)?z?)?"
_WEEK = rf"(?:the\s)?week\s(?P<kind>of|beginning|starting|ending|ended)\s{DATED_WEEKDAY}?"
_KIND = r"(?:(?:the\s)?(?:fiscal|financial|calendar|tax)\s(?:year\s)?|(?:the\s)?year\s|fy\s?)?"
_SPELLED = (
    rf"(?P<century>eighteen|nineteen|twenty)\s(?P<ends>(?:{SMALL}-)?{SMALL})|the\syear\s(?P<thousand>two\sthousand)"
)

RULES = (
    Rule(FIGURE, re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){_CLOCK}(?!\d)"), read_iso),
    Rule(FIGURE, re.compile(_DOTTED), read_numeric),
    Rule(MONTHLY, re.compile(rf"{DATED_WEEKDAY}?{_MD}"), read_month_day),
    Rule(MONTHLY, re.compile(rf"{DATED_WEEKDAY}?(?:the\s)?{_DM}"), read_month_day),
    Rule(MONTHLY, re.compile(_WEEK + _MD), read_week_of),
    Rule(MONTHLY, re.compile(_WEEK + _DM), read_week_of),
    Rule(MONTHLY, re.compile(rf"{PART}{_WHICH}{MONTH}(?:(?:,?\s(?:of\s)?|-){YEAR}|{OTHER_YEAR})?"), read_month),
    Rule(FIGURE, re.compile(rf"{PART}{_KIND}{YEAR}\b"), read_year),
    Rule(FIGURE, re.compile(r"(?P<year>(?:1[5-9]|20)\d\d)[-–/](?P<to>\d\d)(?![\d-])"), read_years),
    Rule(FIGURE, re.compile(rf"{PART}(?:the\s)?'?(?P<decade>(?:1\d|20)?\d0)'?s\b(?P<tens>)?"), read_decade),
    Rule(NAMED, re.compile(rf"(?:the\s)?(?:(?P<part>early|late|mid)[\s-](?P<edge>))?(?P<tens>{TENS})\b"), read_decade),
    Rule(NAMED, re.compile(rf"{PART}(?:the\s)?(?P<ordinal>{ORDINAL})[\s-]century(?P<era>\sb\.?c\.?)?"), read_century),
    Rule(NAMED, re.compile(rf"{PART}(?:{_SPELLED})\b"), read_spelled_year),
    Rule(NAMED, re.compile(rf"{_WHICH}{HOLIDAY}\b(?:,?\s{YEAR})?"), read_holiday),
)
