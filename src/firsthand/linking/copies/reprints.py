"""Reprints within a story: whose words are another's, wholly or for a good part."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.linking.copies.precedence import Precedence
from firsthand.linking.copies.profiles import Profile
from firsthand.linking.copies.texts import TextComparison, TextVerdict, compare_read
from firsthand.linking.copies.wording import Hashes

# Only every so-many-th shingle is looked at to find pairs: enough of them are left in a quarter of a short article.
SAMPLING = 4
SAMPLING_OF_MANY = 32
MANY = 500  # articles of one story
LEAST_SHARED = 0.15  # part of the sampled shingles of the shorter text; a reprint has 0.4 of its words
COMPARED = 4  # earlier articles that an article is compared with in full
# Originals that explain a reprint nearly as well as the best: of several reprints the first one is the source.
NEARLY_AS_GOOD = 0.1


@dataclass(frozen=True)
class Reprint:
    """`copy` has words of `original`; both are numbers of profiles. comparison: a is the copy, b the original."""

    copy: int
    original: int
    comparison: TextComparison


def find_reprints(profiles: Sequence[Profile], precedence: Precedence) -> dict[int, Reprint]:
    """For each article that is a reprint of an earlier one, by its number: of which, and what they share."""
    shared = _share_samples(profiles)
    found: dict[int, Reprint] = {}
    for copy in range(len(profiles)):
        reprints = [
            Reprint(copy, original, comparison)
            for original in _choose(shared, copy, precedence)
            if (comparison := _compare(profiles[copy], profiles[original])).verdict is TextVerdict.REPRINT
        ]
        if reprints:
            found[copy] = _pick(reprints, precedence)
    return found


def _compare(copy: Profile, original: Profile) -> TextComparison:
    return compare_read(copy.read, original.read, copy.publisher == original.publisher)


def _choose(shared: NDArray[np.float32], copy: int, precedence: Precedence) -> list[int]:
    """The earlier articles that share most with one, best first, and the earliest of those that share enough."""
    row = shared[copy]
    earlier = [number for number in np.flatnonzero(row >= LEAST_SHARED).tolist() if precedence.is_before(number, copy)]
    earlier.sort(key=lambda number: (-float(row[number]), precedence.rank[number]))
    first = min(earlier, key=lambda number: precedence.rank[number], default=None)
    return earlier[:COMPARED] + ([first] if first is not None and first not in earlier[:COMPARED] else [])


def _pick(reprints: Sequence[Reprint], precedence: Precedence) -> Reprint:
    """The original that explains a reprint: one that it credits, else the first of those that explain it best."""
    best = max(reprint.comparison.overlap for reprint in reprints)
    good = [reprint for reprint in reprints if reprint.comparison.overlap >= best - NEARLY_AS_GOOD]
    return min(
        good,
        key=lambda reprint: (
            not precedence.is_credited(reprint.original, reprint.copy),
            -round(reprint.comparison.overlap_a / NEARLY_AS_GOOD),
            precedence.rank[reprint.original],
        ),
    )


def _share_samples(profiles: Sequence[Profile]) -> NDArray[np.float32]:
    """For each two articles the part of the sampled shingles of the one with fewer that the other has too (n, n)."""
    sampling = SAMPLING if len(profiles) <= MANY else SAMPLING_OF_MANY
    samples = [_sample(profile, sampling) for profile in profiles]
    values, counts = np.unique(np.concatenate(samples), return_counts=True)
    values = values[counts > 1]
    table = np.zeros((len(profiles), len(values)), np.float32)
    for number, sample in enumerate(samples):
        table[number] = np.isin(values, sample)
    sizes = np.array([max(len(sample), 1) for sample in samples], np.float32)
    return (table @ table.T / np.minimum(sizes[:, None], sizes[None, :])).astype(np.float32)


def _sample(profile: Profile, sampling: int) -> Hashes:
    shingles = profile.wording.shingles
    sample: Hashes = np.unique(shingles[shingles % np.uint64(sampling) == 0])
    return sample


def list_passages(comparison: TextComparison, most: int) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    """The longest shared passages of a comparison, in the order of the first text."""
    longest = sorted(comparison.passages, key=lambda pair: (pair[0][0] - pair[0][1], pair))[:most]
    return tuple(sorted(longest))
