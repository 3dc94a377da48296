"""A text prepared for being held against another."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from firsthand.lexicons.irregular_verbs import IRREGULAR_VERBS
from firsthand.linking.contradiction.figures import Figure, find_figures
from firsthand.linking.contradiction.polarity import find_negations
from firsthand.linking.word_weights import stem_words, weigh_stems

READ_AGAIN = 4_096  # texts: relations and the timeline of a story read the same ones
LONGEST = 2_000  # characters of a text that are compared
LEAST_WEIGHT = 1.0  # stems that tell less are left out
SAME_START = 5  # letters that make two stems kin: "novel" and "novelist", "drum" is too short to say
WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")
NAME = re.compile(r"(?<=[\w,] )[A-ZÀ-ÞА-Я][\w'’-]+")


@dataclass(frozen=True, slots=True)
class Side:
    """One text. stems: telling stems with their weights; starts: their first letters; names: the stems of names."""

    text: str
    stems: Mapping[str, float]
    starts: frozenset[str]
    names: frozenset[str]
    figures: tuple[Figure, ...]
    negations: tuple[str, ...]

    @property
    def is_reversed(self) -> bool:
        """Whether it says that something is not so."""
        return len(self.negations) % 2 == 1

    def has(self, stem: str) -> bool:
        """Whether the text holds a stem, or a word of its family."""
        return stem in self.stems or (len(stem) >= SAME_START and stem[:SAME_START] in self.starts)

    def print_stems(self, stems: Iterable[str]) -> list[str]:
        """Stems as they stand in the text, for readers."""
        printed: dict[str, str] = {}
        for word in WORD.findall(self.text):
            for stem in join_forms(stem_words(word)):
                printed.setdefault(stem, word)
        return [printed.get(stem, stem) for stem in stems]

    def cover(self, other: "Side") -> float:
        """How much of the other text's weight this one holds too, from 0 to 1; 1 if the other has no telling words."""
        whole = sum(other.stems.values())
        return sum(weight for stem, weight in other.stems.items() if self.has(stem)) / whole if whole else 1.0


def join_forms(stems: Iterable[str]) -> Iterator[str]:
    """The stems, those of irregular forms as their verb's: "paid" as "pay"."""
    irregular = _stem_irregular()
    return (irregular.get(stem, stem) for stem in stems)


@cache
def _stem_irregular() -> dict[str, str]:
    return {stem_words(form)[0]: stem_words(verb)[0] for form, verb in IRREGULAR_VERBS.items()}


@lru_cache(READ_AGAIN)
def read_side(text: str) -> Side:
    """A text, as far as it is compared. Linear in it."""
    text = text[:LONGEST]
    stems = weigh_stems(join_forms(stem_words(text)), LEAST_WEIGHT)
    return Side(
        text=text,
        stems=stems,
        starts=frozenset(stem[:SAME_START] for stem in stems if len(stem) >= SAME_START),
        names=frozenset(stem for name in NAME.findall(text) for stem in stem_words(name)[:1] if stem in stems),
        figures=find_figures(text),
        negations=find_negations(text),
    )
