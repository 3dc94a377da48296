"""What the rules know about the place where an expression stands: the clock of the article, tense, last dates."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from firsthand.extraction.timexes.calendar import read_day
from firsthand.lexicons.times import AHEAD, AHEAD_BEFORE_TO, BEHIND

REACH = 160  # characters to each side in which a verb tells the tense
# Not after an initial or a title: "H. Maas", "Mr. Maas".
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov))[.!?][\"”’')]{0,3}\s+(?=[A-Z\"“‘(])|\n"
)
WORD = re.compile(r"[a-z]+")
# Past tenses that no list holds. "need", "indeed", "hundred", "speed" are no verbs of the past.
PAST = re.compile(r"[a-z]{2,}[^e\W]ed")
NO_PAST = frozenset("hundred united unspecified unidentified undisclosed so-called armed".split())


class Reading(NamedTuple):
    """What a rule makes of an expression: TIMEX3 type and value, EDTF where it says more."""

    type: str
    value: str
    edtf: str | None = None


@dataclass(slots=True)
class Scene:
    """An article while it is read from left to right.

    `lowered` has the offsets of `text`. `today` is the publication day, None where unknown. `anchor` is the value of
    the last date told, `quarter` the quarter under discussion, with the offset where it was told.
    """

    text: str
    lowered: str
    today: date | None
    anchor: str | None = None
    quarter: str | None = None
    quarter_at: int = 0
    ends: list[int] = field(default_factory=list)

    def find_sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around a span, cut at REACH."""
        place = bisect_right(self.ends, start)
        low = self.ends[place - 1] if place else 0
        high = self.ends[place] if place < len(self.ends) else len(self.text)
        return max(low, start - REACH), min(max(high, end), end + REACH)

    def points_ahead(self, start: int, end: int) -> bool:
        """Whether the verb nearest before the span, else the first after it, points to the future."""
        low, high = self.find_sentence(start, end)
        # "A break with Tuesday, when he refused": the clause behind decides.
        words = [] if self.lowered.startswith((", when", " when"), end) else WORD.findall(self.lowered, low, start)
        for place in range(len(words) - 1, -1, -1):
            direction = tell_direction(words, place)
            if direction is not None:
                return direction
        words = WORD.findall(self.lowered, end, high)
        for place in range(len(words)):
            direction = tell_direction(words, place)
            if direction is not None:
                # "On Friday the government planned to pay" was Friday's plan.
                return direction and not words[place].endswith("ed")
        return False

    def is_capital(self, start: int) -> bool:
        """Whether the word at an offset begins with a capital."""
        return self.text[start].isupper()

    def word_before(self, start: int) -> str:
        """The word just before an offset in the same line, empty where a mark or nothing stands there."""
        before = self.lowered[max(0, start - 20) : start]
        if not before.endswith((" ", "-", "\u00a0")):
            return ""
        return before.split()[-1].rstrip("-").rpartition("-")[2] if before.split() else ""

    def is_capital_before(self, start: int) -> bool:
        """Whether the word before an offset, in the same sentence, begins with a capital."""
        word = self.word_before(start)
        return word[:1].isalpha() and self.text[start - 1 - len(word)].isupper()

    def tell(self, reading: Reading) -> None:
        """Remember a date, as what later expressions count from."""
        if reading.type in {"DATE", "TIME"} and reading.value[:1].isdigit():
            self.anchor = reading.value

    @property
    def anchor_day(self) -> date | None:
        """The last date told, where it was a day."""
        return read_day(self.anchor) if self.anchor else None


def tell_direction(words: list[str], place: int) -> bool | None:
    """Whether a word points ahead (True) or back (False), None where neither."""
    word, before = words[place], words[place - 1] if place else ""
    if word in AHEAD_BEFORE_TO and words[place + 1 : place + 2] == ["to"]:
        return True
    if word in AHEAD:
        # "It had been due on Friday" lies behind.
        return "had" not in words[max(0, place - 2) : place]
    if before in {"be", "being", "get"}:  # "will be paid": the verb before decides
        return None
    if word in BEHIND or (word.endswith("ed") and PAST.fullmatch(word) and word not in NO_PAST):
        return False
    return None


def open_scene(text: str, published: str | None) -> Scene:
    """The scene at the beginning of an article. `published` is an ISO date or date-time, or anything at all."""
    # İ is the one letter that becomes two in lower case; offsets must stay.
    lowered = text.replace("İ", "i").lower().replace("’", "'").replace("\u00a0", " ")
    today = read_day(published) if published else None
    return Scene(text, lowered, today, ends=[match.end() for match in SENTENCE_END.finditer(text)])
