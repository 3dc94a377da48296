"""Rules for quarters and halves of a year, as business news tells them."""

import re

from firsthand.extraction.timexes.calendar import format_quarter, shift_months, write_edtf
from firsthand.extraction.timexes.grammar import FIGURE, NAMED, UNITED, YEAR, Rule
from firsthand.extraction.timexes.relative import find_quarter_before
from firsthand.extraction.timexes.scene import Reading, Scene

NUMBERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4,
           "last": 4}  # fmt: skip
_NTH = r"(?P<nth>first|second|third|fourth|final|1st|2nd|3rd|4th)"
_YEARS = r"(?P<relative>last|this|next)\syear"


def read_quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "third-quarter", "the 1988 third quarter", "this year's third quarter", "Q3 2024", "3Q"."""
    number = NUMBERS[match["nth"]] if match["nth"] else int(match["figure"])
    year = find_quarter_year(number, match, scene)
    value = f"{year:04}-Q{number}" if year else f"XXXX-Q{number}"
    is_ahead = scene.today is not None and year is not None and year > scene.today.year
    if year and not is_ahead and not match["earlier"] and value != take_year(scene.quarter):
        scene.quarter, scene.quarter_at = value, match.start()  # what is compared with a year before stays the subject
    return Reading("DATE", value, None if "fiscal" in match.group() else write_edtf(value))


def take_year(quarter: str | None) -> str | None:
    """The same quarter a year before."""
    return f"{int(quarter[:4]) - 1:04}{quarter[4:]}" if quarter and quarter[:4].isdigit() else None


def find_quarter_year(number: int, match: re.Match[str], scene: Scene) -> int | None:
    """The year of a quarter: as told, else that of the latest one of its number to have begun."""
    told = match["year"] or match["before"]
    if told:
        return int(told)
    if scene.today is None:
        return None
    relative = match["relative"] or match["relativeBefore"]
    if relative:
        return scene.today.year + {"last": -1, "this": 0, "next": 1}[relative]
    begun = (scene.today.month + 2) // 3
    year = scene.today.year - (number > begun and not scene.points_ahead(*match.span()))
    return year - (match["earlier"] is not None)


def read_half(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "the first half of 1990", "the last half of this year"."""
    half = 1 if match["half"] == "first" else 2
    if match["year"]:
        year: int | None = int(match["year"])
    elif scene.today is None:
        year = None
    else:
        year = scene.today.year + {"last": -1, "this": 0, "next": 1, None: 0}[match["relative"]]
    value = f"{year:04}-H{half}" if year else f"XXXX-H{half}"
    return Reading("DATE", value, write_edtf(value))


def read_period(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "the quarter", "the latest period", "that quarter": the quarter under discussion, else the last full one."""
    if match["noun"] == "period" and not match["latest"]:
        return None
    value = scene.quarter or find_last_quarter(scene)
    return Reading("DATE", value, write_edtf(value))


def find_last_quarter(scene: Scene) -> str:
    """The last full quarter before publication."""
    day = shift_months(scene.today, -3) if scene.today else None
    return format_quarter(day) if day else "XXXX-QX"


def read_year_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "the year-ago quarter", "year-earlier", "the corresponding period last year"."""
    found = find_quarter_before(match, scene)
    if found:
        return found
    if scene.today is None:
        return Reading("DATE", "XXXX")
    if match["noun"] in {"quarter", "period"}:
        quarter = find_last_quarter(scene)
        value = f"{int(quarter[:4]) - 1:04}{quarter[4:]}" if quarter[0] != "X" else quarter
        return Reading("DATE", value, write_edtf(value))
    return Reading("DATE", f"{scene.today.year - 1:04}")


def read_year_period(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "the 1989 period": the quarter under discussion in that year."""
    if match["noun"] == "quarter" or scene.quarter:
        quarter = (scene.quarter or find_last_quarter(scene))[4:]
        value = f"{match['year']}{quarter}"
        return Reading("DATE", value, write_edtf(value))
    return Reading("DATE", match["year"])


def read_year_end(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "year-end": the last day of the running year, or of the last one when it lies behind."""
    if scene.today is None:
        return Reading("DATE", "XXXX-12-31")
    behind = scene.today.month <= 3 or scene.word_before(match.start()) == "since"
    return Reading("DATE", f"{scene.today.year - behind:04}-12-31")


_BEFORE = (r"(?:(?:(?P<before>(?:19|20)\d\d)(?:'s)?|(?P<relativeBefore>last|this|next)\syear's"
           r"|(?P<earlier>year-ago|year-earlier|last\syear's))\s)?")  # fmt: skip
_COMPARED = r"(?:comparable|corresponding|same|equivalent|like|similar|prior)"

RULES = (
    Rule(UNITED, re.compile(
        rf"(?:the\s)?(?:company's\s)?{_BEFORE}(?:fiscal[\s-])?{_NTH}(?P<figure>)?(?:\sfiscal)?[\s-](?:quarter|period)s?\b"
        rf"(?!-century)(?:\s(?:of\s)?(?:fiscal\s)?(?:{YEAR}|{_YEARS})\b)?"), read_quarter),
    # Groups that never match stand for what this form lacks.
    Rule(NAMED, re.compile(
        r"(?P<nth>\b\B)?(?P<before>\b\B)?(?P<relativeBefore>\b\B)?(?P<earlier>\b\B)?q(?P<figure>[1-4])\b"
        rf"(?:,?\s(?:of\s)?(?:{YEAR}|{_YEARS})\b)?"), read_quarter),
    Rule(NAMED, re.compile(
        r"(?:the\s)?(?P<half>first|second|last|latter)[\s-]half\sof\s(?:the\s)?(?:fiscal\s)?"
        rf"(?:{YEAR}|{_YEARS}|year)\b"), read_half),
    Rule(UNITED | NAMED, re.compile(r"(?:the\s(?P<latest>latest\s)?|that\s)(?:fiscal\s)?(?P<noun>quarter|period)\b(?!-)"
                                    r"(?!\sof\b)"), read_period),
    Rule(UNITED, re.compile(
        rf"(?:the\s)?(?:{_COMPARED}\s)?(?:a\s)?(?:year-earlier|year-ago|prior-year|year-before)\b"
        r"(?:\s(?P<noun>quarter|period))?"), read_year_ago),
    Rule(UNITED, re.compile(
        rf"(?:the\s)?{_COMPARED}\s(?P<noun>quarter|period)\s(?:of\s)?(?:last\syear|a\syear\s(?:ago|earlier)"
        r"|the\syear\s(?:before|earlier))\b|last\syear's\s(?:quarter|period)\b"), read_year_ago),
    Rule(FIGURE, re.compile(rf"(?:the\s){YEAR}\s(?P<noun>quarter|period)\b"), read_year_period),
    Rule(UNITED, re.compile(r"year[\s-]end\b"), read_year_end),
)  # fmt: skip
