"""Rules for seasons: "last fall", "the summer of 2024"."""

import re

from firsthand.extraction.timexes.calendar import find_season
from firsthand.extraction.timexes.dates import settle
from firsthand.extraction.timexes.grammar import PART, SEASON, SEASONAL, YEAR, Rule
from firsthand.extraction.timexes.scene import Reading, Scene
from firsthand.lexicons.times import SEASONS

ORDER = ("SP", "SU", "FA", "WI")
# Before "the spring" or "spring", these make it a season.
SEASON_SIGNS = frozenset("in by over during since until this into before after for through of from".split())


def read_season(match: re.Match[str], scene: Scene) -> Reading | None:
    """Read "last fall", "the summer of 2024", "in the spring"."""
    season = SEASONS[match["season"]][0]
    year = int(match["year"]) if match["year"] else None
    which = match["which"]
    if year is None and which is None and not _stands_as_season(match, scene):
        return None
    if year is None and scene.today is None:
        return Reading("DATE", f"XXXX-{season}")
    if year is None:
        year = choose_season_year(season, match, scene)
    return settle(f"{year:04}-{season}", match, scene) if year > 0 else None


def _stands_as_season(match: re.Match[str], scene: Scene) -> bool:
    """Whether "fall", "spring" are seasons here: after a preposition, and not "the fall of"."""
    if scene.lowered.startswith((" of ", " in ", " olympic", " from ", " to "), match.end()):
        return match["season"] not in {"fall", "spring"} and not scene.lowered.startswith(" olympic", match.end())
    if match["part"]:
        return True
    before = scene.word_before(match.start())
    if match.group().startswith("the ") or match["edge"] or match["season"] in {"fall", "spring", "autumn"}:
        return before in SEASON_SIGNS
    return before != "and"


def choose_season_year(season: str, match: re.Match[str], scene: Scene) -> int:
    """The year in which a season began that is told without one."""
    assert scene.today is not None
    year, current = find_season(scene.today)
    later, same = ORDER.index(season) > ORDER.index(current), season == current
    which = match["which"]
    if which == "next":
        return year + (not later)
    if which == "last":
        return year - (later or same)
    if which in {"this", "coming"}:
        return year if later or same or current != "WI" else year + 1
    if scene.points_ahead(*match.span()):
        return year + (not later and not same)
    return year - later


RULES = (
    Rule(SEASONAL, re.compile(
        rf"{PART}(?:the\s)?(?:(?P<which>last|this|next|coming)\s(?:past\s)?)?{SEASON}\b(?:,?\s(?:of\s)?{YEAR})?"),
        read_season),
)  # fmt: skip
