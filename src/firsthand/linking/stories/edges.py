"""Which articles tell of the same: pairs of cards with many telling words in common, published not too far apart.

A pair's score is a function of its two cards alone, computed in whole numbers: it doesn't depend on which other
articles there are, on the order they came in, or on how many are compared at once.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from firsthand.linking.stories.terms import StoryTerms

WEAKEST = 0.12  # about half of what joins two stories: weaker pairs hardly change an average
# Days until a pair counts half. So slow, because dates on the web are often those of the crawl, and stories are
# taken up again; words do most of it.
HALF_LIFE = 550.0
FARTHEST = 1_700  # days: by then a pair of equal articles is below WEAKEST
# A table, since the power of an array may differ in its last digit with the array's length.
DECAY = np.array([*(0.5 ** (day / HALF_LIFE) for day in range(FARTHEST)), 0.0])
# Words are first compared by hash, in so many columns: the sum is never lower than the true one, so that no pair is
# lost, and with 1,024 columns it is about 0.06 too high.
COLUMNS = 1_024
ROUNDING = 0.999  # what single precision may take from that sum
BLOCK = 256  # articles compared with all others at once: 50 MB at 50,000 articles

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Pair = tuple[str, str]


def find_edges(terms: Mapping[str, StoryTerms], new: Collection[str] | None = None) -> dict[Pair, float]:
    """Similar pairs of articles, (lower id, higher id) → score from WEAKEST to 1.

    With `new`, only the pairs that have one of these: what is found for the parts of a set one after another, each
    against all there is by then, is what is found for the whole at once.
    """
    table = make_table(terms)
    fresh = np.ones(len(table.ids), bool) if new is None else np.isin(table.ids, sorted(new))
    edges: dict[Pair, float] = {}
    for row, others in table.find_candidates(fresh):
        scores = table.score(row, others)
        kept = scores >= WEAKEST
        for other, score in zip(others[kept].tolist(), scores[kept].tolist(), strict=True):
            left, right = sorted((table.ids[row], table.ids[other]))
            edges[left, right] = score
    return edges


@dataclass(frozen=True)
class Table:
    """The cards as arrays, a row for each article: in each row column numbers, (articles, most terms), and weights.

    Rows are filled with a column of its own that has the weight 0. `days` are ordinals, 0 where unknown;
    `width`: the number of columns.
    """

    ids: Sequence[str]
    columns: Ints
    weights: Ints
    days: Ints
    width: int

    @cached_property
    def norms(self) -> NDArray[np.float64]:
        """The rows' lengths; 1 for empty ones."""
        norms: NDArray[np.float64] = np.sqrt(np.maximum((self.weights**2).sum(1), 1))
        return norms

    @cached_property
    def hashed(self) -> Floats:
        """The rows as vectors of length 1 or a little more, (articles, COLUMNS)."""
        hashed = np.zeros((len(self.ids), COLUMNS), np.float32)
        rows = np.repeat(np.arange(len(self.ids)), self.columns.shape[1])
        np.add.at(hashed, (rows, self.columns.ravel() % COLUMNS), (self.weights / self.norms[:, None]).ravel())
        return hashed

    def find_candidates(self, fresh: NDArray[np.bool_]) -> Iterator[tuple[int, Ints]]:
        """Each fresh row with the rows that it may be similar to; a pair of fresh ones comes once."""
        rows = np.flatnonzero(fresh)
        for block in np.split(rows, range(BLOCK, len(rows), BLOCK)):
            # A lower row that is fresh too has met this block already: where all are fresh, half the work is saved.
            first = int(block[0]) if len(block) and fresh.all() else 0
            close = self.hashed[block] @ self.hashed[first:].T >= WEAKEST * ROUNDING
            for row, found in zip(block.tolist(), close, strict=True):
                others = first + np.flatnonzero(found)
                others = others[(others > row) | ~fresh[others]]
                if len(others):
                    yield row, others

    def score(self, row: int, others: Ints) -> NDArray[np.float64]:
        """The cosines of a row's words with other rows', less what the days between them take."""
        lookup = self._lookup
        lookup[self.columns[row]] = self.weights[row]
        dots = (lookup[self.columns[others]] * self.weights[others]).sum(1)
        lookup[self.columns[row]] = 0
        apart = np.minimum(np.abs(self.days[others] - self.days[row]), FARTHEST)
        apart[(self.days[others] == 0) | (self.days[row] == 0)] = 0
        scores: NDArray[np.float64] = dots / (self.norms[others] * self.norms[row]) * DECAY[apart]
        return scores

    @cached_property
    def _lookup(self) -> Ints:
        return np.zeros(self.width, np.int64)


def make_table(terms: Mapping[str, StoryTerms]) -> Table:
    """The cards in order of their ids."""
    ids = sorted(terms)
    cards = [terms[id] for id in ids]
    sizes = np.array([len(card.weights) for card in cards], np.int64)
    keys, columns = np.unique(np.frombuffer(b"".join(card.keys for card in cards), "<u4"), return_inverse=True)
    places = np.arange(sizes.max(initial=1)) < sizes[:, None]
    table = np.full(places.shape, len(keys), np.int64)
    table[places] = columns
    weights = np.zeros(places.shape, np.int64)
    weights[places] = np.frombuffer(b"".join(card.weights for card in cards), np.uint8)
    days = np.array([count_days(card.day) for card in cards], np.int64)
    return Table(ids, table, weights, days, len(keys) + 1)


def count_days(day: str) -> int:
    """The ordinal of a date; a month stands for its middle, a year too; 0 for what is no date."""
    try:
        return date.fromisoformat({4: f"{day}-07-01", 7: f"{day}-15"}.get(len(day), day)).toordinal()
    except ValueError:
        return 0
