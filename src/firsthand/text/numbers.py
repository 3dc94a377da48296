"""Numbers in a text, in figures or words, as values that can be compared: "$2.4bn" and "2.4 billion dollars"."""

import re

from firsthand.lexicons.counted import SCALES
from firsthand.lexicons.times import NUMBERS
from firsthand.text.words import Span

SMALL = {word: value for word, value in NUMBERS.items() if word not in {"a", "an", "hundred"}} | {
    "zero": 0, "half": 0.5,
}  # fmt: skip
PERCENT = re.compile(r"\s?(?:%|per\s?cent\b|percent\b)", re.IGNORECASE)
SCALE = re.compile(rf"[\s-]?({'|'.join(SCALES)})\b", re.IGNORECASE)
NUMBER = re.compile(
    rf"(?<![\w.])\d+(?:,\d{{3}})*(?:\.\d+)?|\b(?:{'|'.join(sorted(SMALL, key=len, reverse=True))})\b", re.IGNORECASE
)
LONGEST_FIGURE = 18  # digits; more is no count of anything


def find_numbers(text: str) -> list[tuple[Span, float]]:
    """The numbers of `text` with their values, in reading order; of a percentage a hundredth. Linear in the text."""
    found: list[tuple[Span, float]] = []
    for match in NUMBER.finditer(text):
        start, end = match.span()
        if found and start < found[-1][0][1]:
            continue
        value = _read(match.group())
        if value is None:
            continue
        if _joins_tens(text, found, start, value):
            (start, _), tens = found.pop()
            value += tens
        while scale := SCALE.match(text, end):
            value, end = value * SCALES[scale.group(1).casefold()], scale.end()
        if percent := PERCENT.match(text, end):
            value, end = value / 100, percent.end()
        found.append(((start, end), value))
    return found


def _read(word: str) -> float | None:
    if word[0].isdigit():
        digits = word.replace(",", "")
        return float(digits) if len(digits) <= LONGEST_FIGURE else None
    return float(SMALL[word.casefold()])


def _joins_tens(text: str, found: list[tuple[Span, float]], start: int, value: float) -> bool:
    """Whether a number in words goes on: "twenty-four"."""
    if not found or not 1 <= value <= 9:
        return False
    (first, end), earlier = found[-1]
    return earlier in range(20, 100, 10) and text[end:start] in {"-", " "} and not text[first].isdigit()
