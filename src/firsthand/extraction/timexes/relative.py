"""Rules for dates told from the publication day or from the last date told: "yesterday", "last week", "on Friday"."""

import re
from datetime import date

from firsthand.extraction.timexes.calendar import (
    format_month,
    format_quarter,
    format_week,
    format_weekend,
    shift_days,
    shift_months,
    write_edtf,
    write_part,
)
from firsthand.extraction.timexes.grammar import (
    DAY_PART,
    JOIN,
    NAMED,
    NUMBER,
    PART,
    UNIT,
    UNITED,
    WEEKDAY,
    WEEKLY,
    WHEN,
    WHICH,
    Rule,
    read_part,
)
from firsthand.extraction.timexes.numbers import read_number
from firsthand.extraction.timexes.scene import Reading, Scene
from firsthand.lexicons.times import PARTS_OF_DAY, UNITS, WEEKDAYS

UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}
STEPS = {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1, "upcoming": 1, "past": -1}
NAMED_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
BACK = frozenset({"ago", "earlier", "before", "previously"})
QUARTER_REACH = 1500  # characters in which a quarter stays the subject


def format_unit(day: date, unit: str) -> str:
    """The week, month, quarter, year or day that holds a day."""
    if unit == "W":
        return format_week(day)
    if unit == "M":
        return format_month(day)
    if unit == "Q":
        return format_quarter(day)
    return f"{day.year:04}" if unit == "Y" else day.isoformat()


def shift_unit(day: date, unit: str, count: int) -> date | None:
    """A day so many units later."""
    if unit in "DW":
        return shift_days(day, count * (7 if unit == "W" else 1))
    return shift_months(day, count * {"M": 1, "Q": 3, "Y": 12}[unit])


def read_named_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "today", "yesterday morning", "the day after tomorrow", "tonight"."""
    name = match["name"]
    if scene.is_capital(match.start()) and scene.is_capital_before(match.start()):
        return None  # "USA Today"
    step = NAMED_DAYS[name] + {"before": -1, "after": 1, None: 0}[match["beside"]]
    day = shift_days(scene.today, step) if scene.today else None
    value = day.isoformat() if day else "XXXX-XX-XX"
    part = "NI" if name == "tonight" else PARTS_OF_DAY.get(match["dayPart"] or "")
    return Reading("TIME", f"{value}T{part}") if part else Reading("DATE", value)


def read_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "Friday", "last Friday", "Friday night", "Tuesday last week"."""
    if not scene.is_capital(match.start("weekday")):
        return None
    number = WEEKDAYS[match["weekday"]]
    if match["plural"]:
        return Reading("SET", f"XXXX-WXX-{number}")
    day = find_weekday(number, match, scene)
    value = day.isoformat() if day else f"XXXX-WXX-{number}"
    part = PARTS_OF_DAY.get(match["dayPart"] or "")
    return Reading("TIME", f"{value}T{part}") if part else Reading("DATE", value)


def find_weekday(number: int, match: re.Match[str], scene: Scene) -> date | None:
    """The day that a weekday means: the latest one up to publication, unless the words or the tense say otherwise."""
    today = scene.today
    if today is None:
        return None
    back, ahead = -((today.isoweekday() - number) % 7), (number - today.isoweekday()) % 7
    which, week = match["which"], match["week"]
    if week:
        return shift_days(today, number - today.isoweekday() + 7 * {"last": -1, "this": 0, "next": 1}[week])
    if which in {"last", "past", "previous"}:
        return shift_days(today, back or -7)
    if which in {"next", "following"}:
        return shift_days(today, number - today.isoweekday() + 7)
    if which in {"coming", "this coming", "upcoming"}:
        return shift_days(today, ahead or 7)
    is_possessive = scene.lowered.startswith("'s", match.end())  # "Wednesday's ruling" has been given
    return shift_days(today, ahead if not is_possessive and scene.points_ahead(*match.span()) else back)


def read_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "last week", "earlier this year", "the coming month", "next quarter"."""
    unit, size = UNITS[match["unit"]]
    which = match["which"]
    if scene.is_capital(match.start("unit")) and scene.is_capital(match.start("which")):
        return None  # a broadcast or a column: "on ABC's This Week"
    if unit[0] == "T" or match["unit"] in {"night", "fortnight", "weekday"}:
        return read_last_night(match, scene)
    # "The next day" follows the last day told; "next day" and "next week" are seen from today.
    told_from_anchor = which in {"following", "previous"} or (which == "next" and unit == "D")
    if which in {"same", "that"} or (told_from_anchor and scene.anchor):
        return read_from_anchor(match, scene, unit)
    if which == "past":
        return Reading("DURATION", f"P{size}{unit}")
    if which == "latest":
        return None
    if scene.today is None:
        return Reading("DATE", UNKNOWN[unit])
    if unit == "D" and which in {"last", "this"}:
        return None
    return place_unit(match, scene.today, unit, size)


def place_unit(match: re.Match[str], today: date, unit: str, size: int) -> Reading | None:
    """The unit before, at or after the publication day, with the part of it that is meant."""
    step = STEPS.get(match["which"], 0)
    if size > 1:
        year = today.year // size * size + step * size
        value = f"{year // 10:03}X" if size == 10 else f"{year // 100:02}"
        return Reading("DATE", value, write_edtf(value)) if year >= 0 else None
    day = shift_unit(today, unit, step)
    if day is None:
        return None
    value = format_weekend(day) if match["unit"] == "weekend" else format_unit(day, unit)
    part = match["when"] if match["when"] in {"early", "late"} else read_part(match)
    if part:
        return Reading("DATE", value, write_part(value, part))
    if match["when"] in {"earlier", "later"} and unit in "WMY" and step == 0:
        return Reading("DATE", value, bound_unit(value, today, match["when"]))
    return Reading("DATE", value, write_edtf(value))


def bound_unit(value: str, today: date, when: str) -> str | None:
    """An interval: "earlier this year" ends today, "later this year" begins today."""
    first, _, last = (write_edtf(value) or value).partition("/")
    begin = first + "-01-01"[len(first) - 4 :]  # months and years begin on their first day
    return f"{begin}/{today}" if when == "earlier" else f"{today}/{last or first}"


def read_last_night(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "last night"; no other hour, minute or night is a date."""
    if match["unit"] != "night" or match["which"] != "last" or match["when"]:
        return None
    day = shift_days(scene.today, -1) if scene.today else None
    return Reading("TIME", f"{day or 'XXXX-XX-XX'}TNI")


def read_from_anchor(match: re.Match[str], scene: Scene, unit: str) -> Reading | None:
    """Read "that day", "the following year": counted from the last date told."""
    if scene.anchor is None or unit == "Q":
        return None
    day = read_loosely(scene.anchor)
    finest = {4: "Y", 7: "M"}.get(len(scene.anchor), "D")
    if day is None or "YMWD".index(unit) > "YMWD".index(finest):
        return None
    moved = shift_unit(day, unit, STEPS.get(match["which"], 0))
    if moved is None:
        return None
    value = format_unit(moved, unit)
    return Reading("DATE", value, write_edtf(value))


def read_loosely(value: str) -> date | None:
    """The first day of a value; None where its digits are open."""
    try:
        if value[5:6] == "W":
            return date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        if value[5:6] == "Q":
            return date(int(value[:4]), 3 * int(value[6:7]) - 2, 1)
        return date.fromisoformat((value + "-01-01")[:10] if len(value) < 10 else value[:10])
    except ValueError:
        return None


def read_day_part(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "this morning", "the next morning", "in the evening"."""
    which, part = match["which"], PARTS_OF_DAY[match["dayPart"]]
    day = scene.today
    if which in {"next", "following", "same", "that", "previous"}:
        step = STEPS.get(which, 0)
        day = shift_days(scene.anchor_day, step) if scene.anchor_day else None
    elif which not in {"this", None}:
        return None
    elif which is None:
        day = scene.anchor_day or scene.today
    return Reading("TIME", f"{day or 'XXXX-XX-XX'}T{part}")


def read_overnight(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "overnight": the night before the publication day."""
    del match
    day = shift_days(scene.today, -1) if scene.today else None
    return Reading("TIME", f"{day or 'XXXX-XX-XX'}TNI")


def read_distance(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "two weeks ago" from publication; "a year earlier", "two days later" from the last date told."""
    unit, size = UNITS[match["unit"].rstrip("s") if match["unit"] not in UNITS else match["unit"]]
    number = read_number(match["number"] or "")
    direction = match["direction"]
    back = direction in BACK
    if unit[0] == "T":
        return None
    if number is None or number != int(number):
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF") if direction == "ago" else None
    count = int(number) * size
    if unit == "Y" and count == 1 and back:
        quarter = find_quarter_before(match, scene)
        if quarter:
            return quarter
    day = scene.today if direction in {"ago", "from now", "from today"} else read_loosely(scene.anchor or "")
    if day is None and back and unit == "Y":
        day = scene.today
    if day is None:
        return Reading("DATE", UNKNOWN[unit])
    if direction not in {"ago", "from now", "from today"} and scene.anchor and len(scene.anchor) == 4 and unit != "Y":
        return None
    moved = shift_unit(day, unit, -count if back else count)
    if moved is None:
        return None
    value = format_unit(moved, unit)
    return Reading("DATE", value, write_edtf(value))


def find_quarter_before(match: re.Match[str], scene: Scene) -> Reading | None:
    """What "a year earlier" is in a report on a quarter: that quarter, a year before."""
    if scene.quarter is None or not scene.quarter[:4].isdigit() or match.start() - scene.quarter_at > QUARTER_REACH:
        return None
    value = f"{int(scene.quarter[:4]) - 1:04}{scene.quarter[4:]}"
    return Reading("DATE", value, write_edtf(value))


def read_definite(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "the year", "the end of the month", "over the weekend", "for the week"."""
    unit = match["unit"]
    today = scene.today
    value = UNKNOWN[UNITS[unit][0]]
    if today and unit == "weekend":
        # Sunday closes a weekend; told on a weekday without a future verb, it is the one before.
        ahead = today.isoweekday() >= 6 or scene.points_ahead(*match.span())
        day = today if ahead else shift_days(today, -7)
        value = format_weekend(day) if day else value
    elif today:
        value = format_unit(today, UNITS[unit][0])
    part = read_part(match)
    return Reading("DATE", value, write_part(value, part) if part else write_edtf(value))


_BESIDE = r"(?:the\sday\s(?P<beside>before|after)\s)?"
_LATE = r"(?:(?:early|late|earlier|later)\s(?:on\s)?)?"

RULES = (
    Rule(NAMED, re.compile(
        rf"{_BESIDE}{_LATE}(?P<name>today|yesterday|tomorrow|tonight)\b(?!\sshow)(?:\s{DAY_PART}\b)?"), read_named_day),
    Rule(WEEKLY, re.compile(
        rf"{_LATE}(?:(?:the\s)?(?P<which>last|this\scoming|this|next|past|coming|previous|following|upcoming)\s)?"
        rf"{WEEKDAY}(?P<plural>s)?\b(?:\s{DAY_PART}\b)?(?:\s(?:of\s)?(?P<week>last|this|next)\sweek\b)?"),
        read_weekday),
    Rule(UNITED, re.compile(
        rf"{PART}{WHEN}(?:the\s)?(?:very\s)?{WHICH}\s(?:fiscal\s|financial\s|calendar\s|school\s|academic\s)?{UNIT}\b"),
        read_unit),
    Rule(NAMED, re.compile(rf"{_LATE}(?:in\s)?(?:the\s)?{WHICH}\s{DAY_PART}\b"), read_day_part),
    Rule(NAMED, re.compile(rf"the\s(?P<which>)?{DAY_PART}\b(?!\sof\b)"), read_day_part),
    Rule(NAMED, re.compile(r"overnight\b"), read_overnight),
    Rule(UNITED, re.compile(
        rf"{NUMBER}?{JOIN}?{UNIT}s?(?:'s|')?\s(?P<direction>ago|earlier|later|before|previously|hence|from\snow|from\stoday)"
        r"\b"), read_distance),
    Rule(UNITED, re.compile(rf"{PART}the\s(?P<unit>week|weekend|month|year)\b(?!-)"), read_definite),
)  # fmt: skip

