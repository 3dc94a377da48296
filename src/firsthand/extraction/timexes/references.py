"""Rules for references without a date: "now", "recently", "the future", "recent months"."""

import re

from firsthand.extraction.timexes.grammar import MONTHLY, NAMED, UNIT, UNITED, Rule, choose
from firsthand.extraction.timexes.scene import Reading, Scene
from firsthand.lexicons.times import REFERENCES, UNITS

# After "the past", these open no phrase that it would belong to ("the past few years" is a duration).
AFTER_PAST = re.compile(r"\s(?:and|to|but|with|has|was|is|that|when|it|he|they|of|in|we|by|as)\b")


def read_reference(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "now", "recently", "the future": a reference without a date."""
    words = match.group()
    after = scene.lowered[match.end() : match.end() + 12]
    if words == "soon" and (scene.word_before(match.start()) in {"as", "too", "how"} or after.startswith(" after")):
        return None
    is_part = words == "the past" and re.match(r"\s\w", after) and not AFTER_PAST.match(after)
    return None if is_part else Reading("DATE", REFERENCES[words])


def read_open_units(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "recent months", "coming weeks", "the years ahead": a vague stretch."""
    del scene
    unit, size = UNITS[match["unit"]]
    letter = unit if size == 1 else "Y"
    return Reading("DURATION", f"PX{letter}" if letter[0] != "T" else f"PTX{letter[1]}")


_RECENT = rf"(?:the\s)?(?:recent|coming|upcoming|past|last|next|early|following)\s{UNIT}s\b"

RULES = (
    Rule(NAMED | MONTHLY, re.compile(rf"{choose(REFERENCES)}\b"), read_reference),
    Rule(UNITED, re.compile(rf"{_RECENT}(?:\s(?:and|or)\s(?:{choose(UNITS)})s\b)?"), read_open_units),
    Rule(UNITED, re.compile(rf"the\s{UNIT}s\s(?:ahead|to\scome)\b"), read_open_units),
)
