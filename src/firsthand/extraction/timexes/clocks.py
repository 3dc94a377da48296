"""Rules for times of the clock: "10:35 a.m.", "7 p.m.", "18:30 GMT", "noon"."""

import re

from firsthand.extraction.timexes.grammar import FIGURE, NAMED, ZONE, Rule
from firsthand.extraction.timexes.scene import Reading, Scene
from firsthand.lexicons.times import ZONES

OPEN_DAY = "XXXX-XX-XX"
FIXED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def read_clock(match: re.Match[str], scene: Scene) -> Reading | None:
    """A time of the clock, its day still open: `place_clocks` gives it one. The zone is kept in EDTF."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = match["half"]
    if minute > 59 or (half and not 1 <= hour <= 12) or hour > 24 or (hour == 24 and minute):
        return None
    if not half and not _stands_as_clock(match, scene):
        return None
    if half:
        hour = hour % 12 + 12 * (half[0] == "p")
    zone = match["zone"]
    return Reading("TIME", f"{OPEN_DAY}T{hour:02}:{minute:02}", write_zone(zone) if zone else None)


def _stands_as_clock(match: re.Match[str], scene: Scene) -> bool:
    """Whether two figures with a colon are a time, not a score or a verse ("won 3:2", "Luke 12:15")."""
    start, end = match.span()
    if scene.lowered[start - 1 : start] in {":", ".", "-", "/", "$"} or scene.lowered[end : end + 1] in {":", "/"}:
        return False
    if len(match["minute"] or "") != 2:
        return False
    line_start = start == 0 or scene.text[start - 1] == "\n"
    return bool(match["zone"]) or line_start or scene.word_before(start) in {
        "at", "by", "until", "till", "from", "to", "around", "about", "before", "after", "since", "and", "past",
        "approximately", "roughly", "between",
    }  # fmt: skip


def write_zone(zone: str) -> str:
    """The offset of a zone as ISO writes it."""
    minutes = ZONES[zone]
    if not minutes:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def read_fixed(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "noon", "midnight"."""
    del scene
    return Reading("TIME", f"{OPEN_DAY}T{FIXED[match['name']]}")


def read_part_hour(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "4 in the morning", "eight in the evening" in figures."""
    del scene
    hour = int(match["hour"])
    if not 1 <= hour <= 12:
        return None
    afternoon = match["name"] != "morning"
    return Reading("TIME", f"{OPEN_DAY}T{hour % 12 + 12 * afternoon:02}:00")


_HALF = r"(?P<half>[ap]\.?m\b\.?)"

_ZONED = r"(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?::\d\d)?(?!\d)(?P<half>)?"
_SPOKEN = r"(?P<hour>\d{1,2})(?:\so'clock)?\sin\sthe\s(?P<name>morning|afternoon|evening)\b"

RULES = (
    Rule(FIGURE, re.compile(rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?{_HALF}(?:\s\(?{ZONE}\)?)?"), read_clock),
    Rule(FIGURE, re.compile(rf"{_ZONED}\s(?:hours\s)?\(?{ZONE}\)?"), read_clock),
    # Groups that never match stand for what this form lacks.
    Rule(FIGURE, re.compile(r"(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?!\d)(?P<half>\b\B)?(?P<zone>\b\B)?"), read_clock),
    Rule(FIGURE, re.compile(_SPOKEN), read_part_hour),
    Rule(NAMED, re.compile(r"(?P<name>noon|midday|midnight)\b"), read_fixed),
)
