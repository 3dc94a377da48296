"""Find the phrases that may tell time, and read each by the rule that takes most of it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from firsthand.extraction.timexes import clocks, dates, durations, quarters, references, relative, seasons
from firsthand.extraction.timexes.calendar import read_day
from firsthand.extraction.timexes.clocks import OPEN_DAY
from firsthand.extraction.timexes.grammar import FIGURE, MONTHLY, NAMED, SEASONAL, UNITED, WEEKLY, Rule
from firsthand.extraction.timexes.scene import Reading, Scene, open_scene
from firsthand.lexicons.times import (
    DECADES,
    FREQUENCIES,
    HOLIDAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS_OF_DAY,
    REFERENCES,
    SEASONS,
    SHORT_WEEKDAYS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAYS,
)
from firsthand.records import Timex

WORD = re.compile(r"[^\W_]+")
# What may stand between two words of one phrase.
JOINT = re.compile(r"(?:[ \t\r\n.,'\-\u2010\u2011\u2013()/:]|\bst\.){0,3}")
RULES = (
    *clocks.RULES, *dates.RULES, *quarters.RULES, *relative.RULES, *seasons.RULES, *references.RULES, *durations.RULES,
)  # fmt: skip
# Open ends: "since October 2024" is from then on.
SINCE, UNTIL = frozenset({"since"}), frozenset({"until", "till"})


def make_kinds() -> dict[str, int]:
    """Every word that a phrase may hold, with its kind; 0 where it only goes along with others."""
    kinds = dict.fromkeys(
        """
        the last this next past coming previous following current upcoming same that latest early late mid earlier later
        beginning start middle end close of in ago before hence from now sometime a an and or to o clock s t p m am pm
        half every each once twice times per other first second third fourth final fiscal financial calendar tax school
        academic comparable corresponding equivalent like similar more additional full straight consecutive whole long
        prior not too as very recent remaining preceding least another at extra initial opening show after on through
        beside
        """.split(), 0)  # fmt: skip
    kinds |= dict.fromkeys([*NUMBERS, *VAGUE_NUMBERS, *ORDINALS, "couple", "dozen", "thousand", "ahead", "come"], 0)
    for words, kind in ((MONTHS, MONTHLY), (WEEKDAYS, WEEKLY), (SHORT_WEEKDAYS, 0), (SEASONS, SEASONAL)):
        for word in words:
            kinds[word] = kinds.get(word, 0) | kind
    for word in WEEKDAYS:
        kinds[f"{word}s"] = WEEKLY
    for word in UNITS:
        kinds[word] = kinds[f"{word}s"] = UNITED
    named = [*PARTS_OF_DAY, *DECADES, *FREQUENCIES, "today", "yesterday", "tomorrow", "tonight", "noon", "midday",
             "midnight", "period", "half", "future", "soon", "now", "currently", "past", "nineteen", "eighteen",
             "twenty", "present", "moment", "term", "thousand"]  # fmt: skip
    for phrase in (*REFERENCES, *HOLIDAYS):
        words_of = WORD.findall(phrase)
        named.append(max(words_of, key=len))
        for word in words_of:
            kinds.setdefault(word, 0)
    for word in named:
        kinds[word] = kinds.get(word, 0) | NAMED
    for quarter in ("q1", "q2", "q3", "q4"):
        kinds[quarter] = NAMED
    kinds["century"] = kinds["night"] = NAMED | UNITED
    return kinds


KINDS = make_kinds()


def find_timexes(text: str, published: str | None) -> tuple[Timex, ...]:
    """The time expressions of a text in reading order, in characters; they do not overlap.

    Relative ones are resolved against `published`, an ISO date or date-time; without it their unknown digits are X.
    """
    scene = open_scene(text, published)
    found: list[tuple[int, int, Reading]] = []
    for starts, kind in find_phrases(scene.lowered):
        for start, stop, reading in read_phrase(scene, starts, kind):
            scene.tell(reading)
            found.append((start, stop, reading))
    return tuple(
        Timex((start, end), reading.type, reading.value, reading.edtf)
        for start, end, reading in (open_end(item, scene) for item in place_clocks(found, scene))
    )


def find_phrases(lowered: str) -> Iterator[tuple[list[int], int]]:
    """Runs of words that may tell time together: where each word starts, and its kinds."""
    starts: list[int] = []
    end = kind = 0
    get = KINDS.get
    for match in WORD.finditer(lowered):
        word = match.group()
        word_kind = get(word)
        if word_kind is None:
            if not word[0].isdecimal():
                continue
            word_kind = FIGURE
        start = match.start()
        if starts and not (start - end <= 3 and JOINT.fullmatch(lowered, end, start) and len(starts) < 60):
            if kind:
                yield starts, kind
            starts, kind = [], 0
        starts.append(start)
        kind |= word_kind
        end = match.end()
    if kind:
        yield starts, kind


def read_phrase(scene: Scene, starts: list[int], kind: int) -> Iterator[tuple[int, int, Reading]]:
    """The time expressions of one phrase, from left to right; at each word the longest one is taken."""
    rules = choose_rules(kind)
    taken = 0
    for start in starts:
        if start < taken:
            continue
        best: tuple[int, Reading] | None = None
        for rule in rules:
            match = rule.pattern.match(scene.lowered, start)
            if match and match.end() > (best[0] if best else start):
                reading = rule.read(match, scene)
                if reading:
                    best = match.end(), reading
        if best:
            taken = best[0]
            yield start, trim(scene.lowered, start, taken), best[1]


def trim(lowered: str, start: int, end: int) -> int:
    """The end of an expression without blanks behind it."""
    return start + len(lowered[start:end].rstrip())


@lru_cache(maxsize=64)
def choose_rules(kind: int) -> tuple[Rule, ...]:
    """The rules that a phrase with such words may need."""
    return tuple(rule for rule in RULES if rule.needs & kind)


def place_clocks(found: list[tuple[int, int, Reading]], scene: Scene) -> list[tuple[int, int, Reading]]:
    """Times of the clock with the day that their sentence tells, else the last day told before."""
    placed = []
    last_day: str | None = None
    for number, (start, end, reading) in enumerate(found):
        if reading.value.startswith(f"{OPEN_DAY}T") and reading.value[-3:-2] == ":":
            day = find_clock_day(number, found, scene) or last_day
            reading = put_day(reading, day)
        elif read_day(reading.value):
            last_day = reading.value[:10]
        placed.append((start, end, reading))
    return placed


def find_clock_day(number: int, found: list[tuple[int, int, Reading]], scene: Scene) -> str | None:
    """The day told next to a time of the clock in its sentence; a time that opens a line is one of publication day."""
    start, end, _ = found[number]
    low, high = scene.find_sentence(start, end)
    if scene.today and (start == 0 or scene.text[start - 1] == "\n"):
        return scene.today.isoformat()
    near = [
        (abs(other[0] - start), other[2].value[:10])
        for other in found[max(0, number - 3) : number + 4]
        if low <= other[0] < high and read_day(other[2].value)
    ]
    return min(near)[1] if near else None


def put_day(reading: Reading, day: str | None) -> Reading:
    """A time of the clock on its day; the zone goes to EDTF, which wants seconds."""
    value = (day or OPEN_DAY) + reading.value[len(OPEN_DAY) :]
    is_whole = day and reading.edtf and not value.endswith("T24:00")
    return Reading("TIME", value, f"{value}:00{reading.edtf}" if is_whole else None)


def open_end(item: tuple[int, int, Reading], scene: Scene) -> tuple[int, int, Reading]:
    """An expression after "since" or "until" as an interval with an open end."""
    start, end, reading = item
    if reading.type != "DATE" or not reading.value[:4].isdigit():
        return item
    before = scene.word_before(start)
    stated = reading.edtf or reading.value
    if before in SINCE:
        first = stated.partition("/")[0]
        return start, end, reading._replace(edtf=f"{first}/..")
    if before in UNTIL:
        last = stated.rpartition("/")[2]
        return start, end, reading._replace(edtf=f"../{last}")
    return item
