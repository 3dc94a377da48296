"""An article made ready for the search of copies in its story."""

from dataclasses import dataclass
from functools import cached_property

from firsthand.linking.copies.moments import Moment
from firsthand.linking.copies.names import find_names
from firsthand.linking.copies.texts import ReadText, read_text
from firsthand.linking.copies.wording import Wording, read_wording
from firsthand.linking.entries import Entry, Material
from firsthand.linking.word_weights import stem_words, weigh_stems
from firsthand.records import Span
from firsthand.text.numbers import find_numbers

LEAST_WEIGHT = 2.0  # a stem in every seventh article tells nothing of where a sentence comes from
NUMBER_WEIGHT = 4.0
LEAST_NUMBER = 10
YEARS = range(1900, 2101)
LONGEST_SENTENCE = 2_000  # characters that are looked at


@dataclass(frozen=True)
class Profile:
    """An article with all that is asked of it more than once. `publisher` is the corpus actor's id, or its name."""

    entry: Entry
    publisher: str
    names: tuple[str, ...]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.entry.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.entry.article.text

    @property
    def called(self) -> str:
        """What a reason calls the publisher."""
        return self.entry.article.publisher or "another article"

    @cached_property
    def moment(self) -> Moment:
        """When it was published."""
        return Moment(self.entry.article.published)

    @cached_property
    def wording(self) -> Wording:
        """The words of the text."""
        return read_wording(self.text)

    @cached_property
    def read(self) -> ReadText:
        """The text for comparison with others."""
        return read_text(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the text."""
        return self.entry.sentences

    @cached_property
    def features(self) -> tuple[dict[str, float], ...]:
        """The telling stems and numbers of each sentence, with their weights."""
        return tuple(self.list_features(number) for number in range(len(self.sentences)))

    def list_features(self, number: int) -> dict[str, float]:
        """The telling stems and numbers of one sentence, with their weights."""
        start, end = self.sentences[number]
        return find_features(self.text[start : min(end, start + LONGEST_SENTENCE)])

    @cached_property
    def all_features(self) -> dict[str, float]:
        """The telling stems and numbers of the whole text."""
        return {feature: weight for one in self.features for feature, weight in one.items()}


def make_profiles(material: Material) -> tuple[Profile, ...]:
    """The profiles of a story's articles, in canonical order."""
    return tuple(_make_profile(entry, material) for entry in material.entries)


def _make_profile(entry: Entry, material: Material) -> Profile:
    actor = material.publisher_of(entry)
    known = material.actors.get(actor) if actor else None
    publisher = entry.article.publisher or ""
    given = [publisher, known.name] if known else [publisher]
    return Profile(entry, actor or publisher.casefold(), find_names(given, entry.article.text))


def find_features(text: str) -> dict[str, float]:
    """The telling stems and numbers of a sentence with their weights.

    A number stands for all its thousandfolds ("eighteen" is what is left of "18 million" in somebody's mouth). Years
    and small whole numbers are left out, which are in every text; parts of a whole are kept.
    """
    features = weigh_stems((stem for stem in stem_words(text) if not stem[0].isdigit()), LEAST_WEIGHT)
    for _, value in find_numbers(text):
        if 0 < value < 1 or (value >= LEAST_NUMBER and value not in YEARS):
            features[_scale(value)] = NUMBER_WEIGHT
    return features


def _scale(value: float) -> str:
    while value >= 1000:
        value /= 1000
    return f"#{value:.4g}"


def measure_overlap(copy: Profile, original: Profile) -> float:
    """The part of the copy's telling words, by weight, that the original has too."""
    total = sum(copy.all_features.values())
    shared = sum(copy.all_features[feature] for feature in copy.all_features.keys() & original.all_features.keys())
    return round(shared / total, 3) if total else 0.0
