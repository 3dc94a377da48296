"""Datelines: place, date and agency before the first sentence, or a date glued to it."""

import re
from dataclasses import dataclass

from firsthand.lexicons.headings import NOT_PLACES
from firsthand.reading.dates import CLOCK, DATE, ISO_PART, MONTH, find_date
from firsthand.records import Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the dateline stands, with the ISO date and the agency that it gives."""

    span: Span
    published: str | None = None
    agency: str | None = None


REACH = 200
UPPER = r"[^\W\d_a-z]"
# Possessive, with hyphens only inside a name: else a text that begins "A-A-A-A-…" can be cut in millions of ways.
NAME = rf"{UPPER}(?:[\w.’']|-(?=\w))*+"
PLACE = rf"(?P<place>{NAME}(?:[ /]{NAME}){{0,4}}(?:,\s+{UPPER}[\w.’' ]{{1,30}}?){{0,2}})"
DAY = rf"(?P<day>(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?|{ISO_PART})"
AGENCY = rf"(?:\(\s*(?P<agency>{UPPER}[\w.\-/& ]{{1,40}}?)\s*\)|/(?P<slashed>{UPPER}[\w.\-]{{1,20}})/)"
DASH = r"\s*(?:--|[—–―]|-(?=\s)|(?<=/)\.)\s*"
WIRE = re.compile(rf"(?:{PLACE}[.,]?)?(?:\s*{DAY}[.,]?)?(?:\s*{AGENCY})?{DASH}")
# A date before the first sentence, with or without a word for it: " date 2024-05-03 The council of ...".
LABEL = r"(?P<label>(?i:date|dated|published|posted|updated|publication date)\b\s*(?:on\b)?\s*:?\s*)"
GLUED = re.compile(
    rf"{LABEL}?(?P<date>{DATE.pattern})(?:,?\s*(?:at\s+)?{CLOCK})?(?P<after>\s*(?:--|[—–|:.,]|-(?=\s)))?(?=\s|$)"
)
PLACE_AND_DATE = re.compile(rf"{PLACE},\s+(?P<date>{DATE.pattern})")


def find_dateline(text: str, paragraph: Span) -> Dateline | None:
    """The dateline that opens a paragraph, or is all of it."""
    start, end = paragraph
    head = text[start : min(end, start + REACH)]
    found = _find_glued(head) or _find_alone(head) or _find_wire(head)
    if found is None:
        return None
    return Dateline((start, start + found.span[1]), found.published, found.agency)


def _find_glued(head: str) -> Dateline | None:
    match = GLUED.match(head)
    published = find_date(match) if match else None
    if match is None or published is None:
        return None
    follower = head[match.end() :].lstrip()[:1]
    # "27 February 2025 was the day ..." is a sentence; only a new one may follow a date that has no label.
    if follower and not match["label"] and (follower.islower() or match["after"] in {",", "."}):
        return None
    return Dateline((0, match.end()), published)


def _find_alone(head: str) -> Dateline | None:
    """A place and a date alone on a line: "Kyiv, 27 February 2025"."""
    match = PLACE_AND_DATE.fullmatch(head.rstrip(" .")) if len(head) < 80 else None
    published = find_date(match) if match else None
    return Dateline((0, len(head)), published) if published else None


def _find_wire(head: str) -> Dateline | None:
    match = WIRE.match(head)
    if match is None or not head[match.end() :].strip():
        return None
    place, agency = match["place"] or "", match["agency"] or match["slashed"]
    if not _is_place(place) or not (place or agency):
        return None
    # Without an agency or a day, only capitals tell a place from the subject of a sentence with a dash.
    follower = head[match.end()]
    if not agency and not match["day"] and (not _is_capitals(place) or follower.islower()):
        return None
    written = DATE.search(match.group())
    end = len(match.group().rstrip())
    return Dateline((0, end), find_date(written) if written else None, agency)


def _is_place(place: str) -> bool:
    if not place:
        return True
    words = re.split(r"[\s,/]+", place)
    return place.split(",")[0].strip() not in NOT_PLACES and words[0] not in NOT_PLACES and place[0].isupper()


def _is_capitals(place: str) -> bool:
    city = place.split(",")[0]
    return len(city) >= 3 and city == city.upper()
