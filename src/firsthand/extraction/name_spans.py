"""Names by the model's labels, as long as they are printed, and what the shape of a word says."""

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np

from firsthand.extraction.attributions import Reading
from firsthand.extraction.heads import NAME_LABELS, WordOutputs
from firsthand.lexicons.names import ORGANISATION_WORDS, TITLES
from firsthand.lexicons.persons import MEN, WOMEN

LONGEST_NAME = 4  # words of a name right behind "Minister of": some are of the office
LONGEST_RUN = 2  # words that a name goes on over
FUNCTION_WORDS = frozenset(
    "the a an i he she it we they you his her its this that on in at to as by of for and or but was is".split()
)
NO_NAMES = FUNCTION_WORDS | ORGANISATION_WORDS
PARTICLES = frozenset("al bin bint ibn de del della der den di da van von el la le ben abu".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the model sees: words [first, last) and what bears it."""

    first: int
    last: int
    kind: str


def find_names(reading: Reading, output: WordOutputs) -> list[Name]:
    """The names by the model's labels, each as long as its capitals run ("Anna-Lena | Roux")."""
    labels = output.names.argmax(1) if len(output.names) else np.zeros(0, np.int64)
    found: list[Name] = []
    for place in np.flatnonzero(labels):
        word = int(place)
        prefix, _, kind = NAME_LABELS[labels[word]].partition("-")
        if found and word < found[-1].last:
            continue
        is_open = bool(found) and found[-1].last == word and not opens_paragraph(reading, word)
        if prefix == "I" and is_open and found[-1].kind == kind:
            found[-1] = Name(found[-1].first, word + 1, kind)
        else:
            found.append(Name(word, word + 1, kind))
        if kind == "person" and (word + 1 == len(labels) or labels[word + 1] == 0):
            found[-1] = Name(run_back(reading, found[-1].first), run_on(reading, word + 1), kind)
    return [cut_office(reading, cut_possessed(reading, name)) for name in found]


def cut_office(reading: Reading, name: Name) -> Name:
    """A person's name without the office before it ("Minister of Labor and | Social Security | Anne Roux")."""
    if name.kind != "person" or name.last - name.first < LONGEST_NAME or name.first < 2:
        return name
    before = [get_word(reading, word).lower() for word in range(max(0, name.first - 5), name.first)]
    is_office = before[-1] in ("of", "and", "for") and any(word in TITLES for word in before)
    return Name(name.last - 2, name.last, name.kind) if is_office else name


def cut_possessed(reading: Reading, name: Name) -> Name:
    """A name up to its possessive ending: what follows is somebody's, and no part of the name."""
    ends = [word + 1 for word in range(name.first, name.last) if get_word(reading, word).endswith(("’s", "'s"))]
    return Name(name.first, min(ends, default=name.last), name.kind)


def run_on(reading: Reading, word: int) -> int:
    """Where a person's name ends that goes on over unlabelled capitals and particles ("Rashid | al-Amin")."""
    start = word
    if is_headline(reading, word - 1):
        return word
    while word < len(reading.features.words) and word - start < LONGEST_RUN and not opens_paragraph(reading, word):
        printed = get_word(reading, word)
        is_joined = printed.split("-")[0].lower() in PARTICLES and printed[-1].islower()
        is_joined = is_joined and any(part[:1].isupper() for part in printed.split("-"))
        if get_word(reading, word - 1).endswith(("’s", "'s")) or not (is_capital(printed) or is_joined):
            return word
        if printed.lower() in TITLES or printed.lower() in FUNCTION_WORDS or printed.lower() in ORGANISATION_WORDS:
            return word
        word += 1
    return word


def run_back(reading: Reading, word: int) -> int:
    """Where a person's name begins that has an unlabelled given name before it ("Anne | Roux")."""
    printed = get_word(reading, word - 1) if word else ""
    is_near = word > 0 and reading.ends[word] == reading.ends[word - 1] and not opens_paragraph(reading, word)
    is_part = is_near and printed[:1].isupper() and printed[1:].islower()
    if not is_part or is_title(printed.lower()) or printed.lower() in NO_NAMES:
        return word
    is_known = printed.lower() in MEN or printed.lower() in WOMEN
    before = get_word(reading, word - 2) if word > 1 else ""
    if before == "." and word > 2 and get_word(reading, word - 3).lower() in TITLES:
        return word - 1  # "Rep. Anne | Roux"
    opens = not before[:1].isalnum()
    return word - 1 if is_known or not (opens or is_headline(reading, word)) else word


def opens_paragraph(reading: Reading, word: int) -> bool:
    """Whether a word is the first of a paragraph: no name goes on over its start."""
    return reading.features.breaks[reading.features.first_piece[word]] == 1


def is_headline(reading: Reading, word: int) -> bool:
    """Whether most longer words around have a capital: there it tells no name."""
    number = bisect_right(reading.paragraphs, word, key=lambda paragraph: paragraph[0]) - 1
    first, last = reading.paragraphs[number]
    around = [get_word(reading, n) for n in range(max(first, word - 10), min(last, word + 10))]
    longer = [other for other in around if len(other) > 3 and other[0].isalpha()]
    return sum(other[0].isupper() for other in longer) > 0.7 * len(longer) > 2


def is_capital(word: str) -> bool:
    """Whether a word is written like a name's."""
    return word[0].isupper() and (len(word) == 1 or any(letter.islower() for letter in word))


def get_word(reading: Reading, number: int) -> str:
    """A word as printed."""
    start, end = reading.features.words[number]
    return reading.text[start:end]


def is_title(word: str) -> bool:
    """Whether a word is of a title ("minister", "vice-president")."""
    return word in TITLES or word.split("-")[-1] in TITLES or word == "nominee"
