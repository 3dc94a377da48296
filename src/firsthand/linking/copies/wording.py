"""A text as its sequence of words, and the passages that two texts share word for word."""

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.records import Span

Hashes = NDArray[np.uint64]
Mask = NDArray[np.bool_]

# Five words in a row are the field's unit: four recur by chance in news of one event, six miss copy-edited sentences.
SHINGLE = 5
WORD = re.compile(r"\w+")
# An odd multiplier with well-spread bits (the golden ratio's): a shingle's hash is a polynomial in it.
MULTIPLIER = 0x9E3779B97F4A7C15
CACHED_WORDS = 1 << 16


class Wording(NamedTuple):
    """The words of a text: their spans (n, 2) and the hashes of the shingles that begin at each (n - 4 of them)."""

    spans: NDArray[np.int64]
    shingles: Hashes

    @property
    def size(self) -> int:
        """The number of words."""
        return len(self.spans)


@dataclass(frozen=True)
class Passage:
    """Words in a row that two texts share: word numbers [start, end) in both."""

    left: Span
    right: Span

    @property
    def size(self) -> int:
        """The number of words in the left text."""
        return self.left[1] - self.left[0]


def read_wording(text: str) -> Wording:
    """The words of `text`, without regard to case and punctuation. Linear in its length."""
    matches = list(WORD.finditer(text))
    spans = np.array([match.span() for match in matches], dtype=np.int64).reshape(-1, 2)
    hashes = np.fromiter((_hash_word(match.group()) for match in matches), np.uint64, len(matches))
    return Wording(spans, hash_shingles(hashes))


def hash_shingles(hashes: Hashes) -> Hashes:
    """The hashes of all runs of five words, from the words' hashes; empty where there are fewer words."""
    count = max(len(hashes) - SHINGLE + 1, 0)
    total = np.zeros(count, np.uint64)
    for offset in range(SHINGLE):
        total = total * np.uint64(MULTIPLIER) + hashes[offset : offset + count]
    return total * np.uint64(MULTIPLIER) ^ (total >> np.uint64(29))


@lru_cache(CACHED_WORDS)
def _hash_word(word: str) -> int:
    """A number for a word that is the same in every process, unlike `hash`."""
    return zlib.crc32(word.casefold().encode("utf-8", "surrogatepass"))


def cover(wording: Wording, others: Hashes) -> Mask:
    """Which words lie in a shingle that `others` have too."""
    covered = np.zeros(wording.size, np.bool_)
    shared = np.isin(wording.shingles, others)
    for offset in range(SHINGLE if len(shared) else 0):
        covered[offset : offset + len(shared)] |= shared
    return covered


def find_passages(left: Wording, right: Wording) -> tuple[Passage, ...]:
    """The passages of five words or more that both texts have, in the left text's order, none overlapping there.

    Of several places in the right text the one is taken that goes on from the passage before, else the first.
    """
    places = _locate(left.shingles, right.shingles)
    passages: list[Passage] = []
    at = 0
    while at < len(places):
        if places[at] < 0:
            at += 1
            continue
        start, other = at, int(places[at])
        limit = min(len(left.shingles) - start, len(right.shingles) - other)
        run = left.shingles[start : start + limit] == right.shingles[other : other + limit]
        length = limit if run.all() else int(run.argmin())
        passages.append(Passage((start, start + length + SHINGLE - 1), (other, other + length + SHINGLE - 1)))
        at = start + length + SHINGLE - 1
    return tuple(passages)


def _locate(left: Hashes, right: Hashes) -> NDArray[np.int64]:
    """For each shingle of the left text its first place in the right one, -1 where there is none."""
    values, first = np.unique(right, return_index=True)
    if not len(values):
        return np.full(len(left), -1, np.int64)
    at = np.minimum(np.searchsorted(values, left), len(values) - 1)
    return np.where(values[at] == left, first[at], -1)
