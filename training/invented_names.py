"""News with other names in it: the teacher's names replaced by invented ones, so that the heads don't learn a list.

A name keeps its replacement through an article, and a person's last name his. Words that tell what bears a name
("Ministry", "Bank") stay.
"""

import random
from typing import Any

from firsthand.lexicons.names import ORGANISATION_WORDS, TITLES
from firsthand.lexicons.persons import MEN, WOMEN

ONSETS = "b br d dr f g gr h k kl kr l m n p pr r s sh sk st t tr v z zh ch th y j w".split()
VOWELS = "a a e e i i o o u ai ei ia ou ö ë á".split()
CODAS = ["", "", "", "", "n", "r", "s", "l", "k", "m", "nd", "rt", "lsk"]
ENDINGS = {
    "person": "ov ova enko sky ski ić sen son man as ez i a o u ani adze yan ur in en er".split(),
    "organisation": "ex on is or a ia um ana ax ent".split(),
    "place": "ia land stan grad burg ville ov a o e al en".split(),
}
KEPT = ORGANISATION_WORDS | TITLES | frozenset(
    "the of and for national state federal international general central new united house north south east west".split()
)


def invent(kind: str, generator: random.Random) -> str:
    """A word that looks like a name."""
    parts = generator.choice((1, 1, 2))
    stem = "".join(generator.choice(ONSETS) + generator.choice(VOWELS) + generator.choice(CODAS) for _ in range(parts))
    return (stem + generator.choice(ENDINGS[kind])).capitalize()


class Renamer:
    """The replacements of one article, word by word."""

    def __init__(self, generator: random.Random) -> None:
        self._generator = generator
        self._given = sorted(MEN | WOMEN)
        self._words: dict[tuple[str, str], str] = {}

    def rename(self, name: str, kind: str) -> str:
        """The other name."""
        words = name.split(" ")
        return " ".join(self._replace(word, kind, number, len(words)) for number, word in enumerate(words))

    def _replace(self, word: str, kind: str, number: int, count: int) -> str:
        bare = word.removesuffix("’s").removesuffix("'s")
        if not bare or not bare[0].isupper() or bare.lower() in KEPT or (bare.isupper() and kind != "person"):
            return word
        if (kind, bare) not in self._words:
            is_given = kind == "person" and count > 1 and number == 0 and self._generator.random() < 0.5
            self._words[kind, bare] = (self._generator.choice(self._given).capitalize() if is_given
                                       else invent(kind, self._generator))
        return self._words[kind, bare] + word[len(bare) :]


def rename_article(row: dict[str, Any], generator: random.Random) -> dict[str, Any]:
    """A row of label_names.py with other names; nationalities stay."""
    renamer = Renamer(generator)
    pieces, spans, at = [], [], 0
    length = 0
    for start, end, kind in sorted(row["names"]):
        if start < at:
            continue
        pieces.append(row["text"][at:start])
        length += start - at
        name = row["text"][start:end]
        other = name if kind == "people" else renamer.rename(name, kind)
        spans.append((length, length + len(other), kind))
        pieces.append(other)
        length += len(other)
        at = end
    pieces.append(row["text"][at:])
    return {"id": row["id"], "text": "".join(pieces), "names": spans}
