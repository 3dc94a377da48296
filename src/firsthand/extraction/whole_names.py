"""Names that the model leaves in parts: a company's with the word that ends it, and the publisher's own."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from firsthand.extraction.attributions import Reading
from firsthand.extraction.name_spans import Name, get_word, opens_paragraph
from firsthand.lexicons.names import COMPANY_ENDINGS, ORGANISATION_WORDS, PLACE_OPENINGS

ENDINGS = COMPANY_ENDINGS | ORGANISATION_WORDS
BODIES = ("organisation", "place")
MENTION_KINDS = {"organisation": 1, "place": 2}  # in heads.MENTION_KINDS
MOST = 200  # places where the publisher's name is looked for
Ranges = Sequence[tuple[int, int, int]]


def mend_names(reading: Reading, names: Sequence[Name], mentions: Ranges, publisher: str
               ) -> tuple[list[Name], list[tuple[int, int, int]]]:
    """The names with those in parts made whole, and the mentions that fit them.

    A mention that ends inside a name that was made whole goes on to its end; one that begins inside it is none.
    mentions: (first, last, kind) in words.
    """
    mended = [*find_publisher_names(reading, publisher), *find_cut_names(reading, names)]
    mended += [Name(name.first - 1, name.last, "place") for name in names if follows_opening(reading, name)]
    inside = {word: name for name in reversed(mended) for word in range(name.first, name.last)}
    whole = sorted(set(inside.values()), key=lambda name: name.first)
    kept = [name for name in names if name.first not in inside and name.last - 1 not in inside]
    fitting: dict[tuple[int, int], int] = {}
    for first, last, kind in mentions:
        name = inside.get(last - 1)
        if name is not None and first <= name.first:
            fitting[first, name.last] = kind if first < name.first else MENTION_KINDS[name.kind]
        elif first not in inside or (name is None and inside[first].first == first):
            fitting.setdefault((first, last), kind)
    return sorted([*kept, *whole], key=lambda name: name.first), [(*span, kind) for span, kind in fitting.items()]


def find_cut_names(reading: Reading, names: Sequence[Name]) -> list[Name]:
    """Names of bodies or places with the capital behind them that makes a body of both ("Nordby | Lines")."""
    found = []
    for name in names:
        if name.kind in BODIES and name.last < len(reading.features.words) and name.last - name.first < 4:
            printed, before = get_word(reading, name.last), get_word(reading, name.last - 1)
            is_ending = printed[0].isupper() and printed[1:].islower() and printed.lower() in ENDINGS
            is_apart = opens_paragraph(reading, name.last) or not before[-1].isalnum() or before.endswith("’s")
            if is_ending and not is_apart and before[0].isupper() and not before.endswith("'s"):
                found.append(Name(name.first, name.last + 1, "organisation"))
    return found


def follows_opening(reading: Reading, name: Name) -> bool:
    """Whether a word that opens the names of places stands before a name of one word ("Fort | Nordby")."""
    if name.first == 0 or name.last - name.first > 1 or opens_paragraph(reading, name.first):
        return False
    before = get_word(reading, name.first - 1)
    return before[0].isupper() and before.lower() in PLACE_OPENINGS and get_word(reading, name.first)[0].isupper()


def find_publisher_names(reading: Reading, publisher: str) -> list[Name]:
    """Where the publisher's name of several words is printed in full."""
    if " " not in publisher:
        return []
    found, words = [], reading.features.words
    for number, match in enumerate(re.finditer(re.escape(publisher), reading.text)):
        first = bisect_left(words, match.start(), key=lambda word: word[0])
        last = bisect_left(words, match.end(), key=lambda word: word[0])
        if number == MOST:
            break
        if first < last and words[first][0] == match.start() and words[last - 1][1] == match.end():
            found.append(Name(first, last, "organisation"))
    return found
