"""Number words as numbers."""

from firsthand.lexicons.times import NUMBERS, ORDINALS, VAGUE_NUMBERS

LARGEST = 9999  # more of any unit is no time that news tells


def read_number(words: str) -> float | None:
    """Read "25", "twenty-five", "a hundred", "two and a half"; None for a vague or impossible one."""
    words = words.replace(",", "").replace("-", " ").replace(" and a half", " half")
    total = 0.0
    for word in words.split():
        if word == "half":
            total += 0.5
        elif word == "couple":
            total = 2
        elif word == "dozen":
            total = 12 * max(total, 1)
        elif word == "hundred":
            total = 100 * max(total, 1)
        elif word in VAGUE_NUMBERS:
            return None
        elif word[0].isdigit():
            total = _read_figures(word)
        else:
            # "a" counts only by itself: "a hundred", "a couple of" and "a few" are told by their second word.
            total += NUMBERS.get(word, 0) if word not in {"a", "an"} or words in {"a", "an"} else 0
    return total if 0 < total <= LARGEST else None


def read_ordinal(words: str) -> int | None:
    """Read "8th", "eighth", "twenty-first"."""
    if words[0].isdigit():
        return int(words.rstrip("stndrh"))
    *tens, last = words.replace("-", " ").split()
    number = ORDINALS.get(last)
    return number + NUMBERS.get(tens[0], 0) if number and tens else number


def format_number(number: float | None) -> str:
    """A number as TIMEX3 writes it: X where it is open."""
    return "X" if number is None else f"{number:g}"


def _read_figures(word: str) -> float:
    try:
        return float(word)
    except ValueError:
        return 0.0
