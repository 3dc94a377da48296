"""Texts that news never should be and sometimes is, made from a seed: the same number gives the same text for ever."""

import random
import sys
from collections.abc import Callable, Iterator
from unicodedata import category

NAMES = ("Anna Bell", "the Ministry of Ports", "Óscar Núñez-Vidal", "KNA", "O’Hara", "Li", "X", "Жан Мороз",
         "people familiar with the matter", "he", "Sen. J. R. McCoy Jr.", "محمود", "a 44-year-old", "U.S.")
CUES = ("said", "says", "according to", "denied that", "told", "claims:", "warned", "SAID", "hopes to", "reports",
        "citing", "this is stated in", "asked whether", "is quoted as saying", "tweeted", "has offered to", "—", ":")
WORDS = ("the", "bridge", "will", "not", "open", "in", "May", "talks", "with", "Kestovia", "on", "2025-02-27", "a",
         "$1.5bn", "don't", "rock'n'roll", "’90s", "and", "who", "never", "that", "state-owned", "…", "12:30", "&amp;")
HEADINGS = ("Recall", "BACKGROUND", "Read also:", "date 2025-02-27", "# # #", "(Reuters) -", "By", "***", "1.", "27.02")
MARKS = ("“", "”", "„", "‟", '"', "«", "»", "‘", "’", "'", "''", "``", "‹", "›", "「", "」", "&quot;")
INVISIBLE = ("\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202b", "\u202e", "\u2066", "\u2069",
             "\ufeff", "\u00ad", "\u0301", "\u2060", "\x00", "\ufe0f", "\u180e")
BREAKS = ("\n", "\n\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\t", "\xa0", "   ")
SIGNS = ".,;:!?-–—()[]{}/\\|*#@%&+=<>~^_$€'\"“”"


def make_texts(count: int) -> Iterator[str]:
    """The first `count` hostile texts."""
    return map(make_text, range(count))


def make_text(number: int) -> str:
    """The hostile text of that number: up to some 150 words, one in 250 several times as long as a model's window."""
    # A string as seed: Python promises the same numbers for it from version to version.
    chance = random.Random(f"hostile text {number}")
    recipe = chance.choice(RECIPES)
    parts = chance.randint(20, 40) if number % 250 == 0 else 1
    return chance.choice(BREAKS).join(recipe(chance) for _ in range(parts))


def _words(chance: random.Random, most: int) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(1, most)))


def _story(chance: random.Random) -> str:
    """Attributions in any order of their parts, in marks that seldom fit."""
    lines = []
    for _ in range(chance.randint(1, 5)):
        parts = [chance.choice(NAMES), chance.choice(CUES), chance.choice(MARKS) + _words(chance, 14)]
        if chance.random() < 0.6:
            parts[2] += chance.choice(",.?!") + chance.choice(MARKS)
        chance.shuffle(parts)
        lines.append(" ".join(parts) + chance.choice((".", "", ",", "\n\n")))
    return chance.choice((" ", *BREAKS)).join(lines)


def _nested_quotations(chance: random.Random) -> str:
    text = _words(chance, 6)
    for _ in range(chance.randint(2, 12)):
        opened = chance.choice(MARKS) + f"{chance.choice(NAMES)} {chance.choice(CUES)} {text}"
        text = opened + (chance.choice(MARKS) if chance.random() < 0.5 else "")
    return text


def _headings(chance: random.Random) -> str:
    blocks = [
        chance.choice((chance.choice(HEADINGS), _story(chance), chance.choice(MARKS), ""))
        for _ in range(chance.randint(2, 8))
    ]
    return "".join(block + chance.choice(BREAKS) * chance.randint(1, 3) for block in blocks)


def _with_invisible(chance: random.Random) -> str:
    letters = list(_story(chance))
    for _ in range(chance.randint(1, 40)):
        letters.insert(chance.randint(0, len(letters)), chance.choice(INVISIBLE))
    return "".join(letters)


def _mutated(chance: random.Random) -> str:
    """A story with letters dropped, doubled, swapped for others or turned to upper case."""
    return "".join(
        chance.choice(("", letter + letter, letter.upper(), chance.choice(SIGNS))) if chance.random() < 0.1 else letter
        for letter in _story(chance)
    )


def _cues_alone(chance: random.Random) -> str:
    return " ".join(chance.choices(CUES + NAMES, k=chance.randint(1, 40)))


def _unicode(chance: random.Random) -> str:
    return "".join(_character(chance) for _ in range(chance.randint(1, 150)))


def _character(chance: random.Random) -> str:
    """Any character but a surrogate, which no decoder gives and no JSON in UTF-8 can hold."""
    if chance.random() < 0.3:
        return chance.choice((" ", *MARKS, *BREAKS))
    found = chr(chance.randint(0, chance.choice((0xFF, 0x2FFF, sys.maxunicode))))
    return " " if category(found) == "Cs" else found


def _long_words(chance: random.Random) -> str:
    word = chance.choice(("a", "said", "й", "“", "-", "https://x.example/", "👩\u200d👧", "\u0301", "word’"))
    return f"{chance.choice(NAMES)} {chance.choice(CUES)} {word * chance.randint(50, 400)} {_story(chance)}"


def _signs_alone(chance: random.Random) -> str:
    return "".join(chance.choices(SIGNS, k=chance.randint(1, 120)))


def _blank(chance: random.Random) -> str:
    return "".join(chance.choices((*BREAKS, *INVISIBLE, ""), k=chance.randint(0, 10)))


Recipe = Callable[[random.Random], str]
# Stories stand thrice: most of what can break is broken only where something is found at all.
RECIPES: tuple[Recipe, ...] = (_story, _story, _story, _nested_quotations, _headings, _with_invisible, _mutated,
                               _cues_alone, _unicode, _long_words, _signs_alone, _blank)
