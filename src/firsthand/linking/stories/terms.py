"""An article's card: its most telling words with their weights, and the day it was published."""

from collections import defaultdict
from collections.abc import Iterable
from zlib import crc32

import msgspec
import numpy as np

from firsthand.linking.word_weights import stem_words, weigh
from firsthand.records import Annotations, Article, SectionKind

MOST_TERMS = 80  # five bytes each; with 150 the stories are hardly better
READ = 6_000  # characters: about a thousand words; what follows is background and the site's own
TITLE_WORD = 2.0  # a word of the title counts as two at the body's beginning
HALF_WORD = 100  # the word at this place counts half as much as the first, the one at twice the place a third
# A word twice as frequent counts 1.6 times as much, not twice; a weight twice as high 2.3 times: names, which are
# rare, tell two events of one kind apart (two earthquakes, two acquisitions).
COUNT_POWER = 0.7
WEIGHT_POWER = 1.2
SHORTEST_TERM = 2  # characters


class StoryTerms(msgspec.Struct, frozen=True):
    """The card: 400 bytes and a date.

    keys: CRC-32 of the stems, ascending, four bytes each, little-endian. weights: one byte for each, 255 the
    article's highest. day: YYYY-MM-DD, or less, or empty where unknown.
    """

    keys: bytes = b""
    weights: bytes = b""
    day: str = ""


def make_terms(record: Annotations) -> StoryTerms:
    """The card of an article, from its title and the beginning of its text."""
    article = record.article
    counts = count_stems(stem_words(find_title(article)[:READ]), stem_words(article.text[:READ]))
    weighed = ((count**COUNT_POWER * weigh(stem) ** WEIGHT_POWER, stem) for stem, count in counts.items())
    best = sorted(((-weight, stem) for weight, stem in weighed if weight > 0))[:MOST_TERMS]
    keys, weights = pack_terms((stem, -weight) for weight, stem in best)
    return StoryTerms(keys, weights, (article.published or "")[:10])


def find_title(article: Article) -> str:
    """The title as given, or as marked in the text; empty where there is none."""
    if article.title:
        return article.title
    spans = (section.span for section in article.sections if section.kind is SectionKind.TITLE)
    return next((article.text[start:end] for start, end in spans), "")


def count_stems(title: Iterable[str], body: Iterable[str]) -> dict[str, float]:
    """How often each stem occurs, the earlier the more; single characters are left out."""
    counts: defaultdict[str, float] = defaultdict(float)
    for stem in title:
        counts[stem] += TITLE_WORD
    for place, stem in enumerate(body):
        counts[stem] += 1 / (1 + place / HALF_WORD)
    return {stem: count for stem, count in counts.items() if len(stem) >= SHORTEST_TERM}


def pack_terms(terms: Iterable[tuple[str, float]]) -> tuple[bytes, bytes]:
    """Keys and weights of stems; of two stems with one key (one pair in four billion) the heavier stays."""
    by_key: dict[int, float] = {}
    for stem, weight in terms:
        key = make_key(stem)
        by_key[key] = max(weight, by_key.get(key, 0.0))
    highest = max(by_key.values(), default=1.0)
    keys = sorted(by_key)
    weights = bytes(max(1, round(255 * by_key[key] / highest)) for key in keys)
    return np.array(keys, "<u4").tobytes(), weights


def make_key(word: str) -> int:
    """The number that stands for a word: the same on every machine, unlike Python's own hash."""
    return crc32(word.encode("utf-8", "surrogatepass"))
