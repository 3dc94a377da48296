"""Pairs of articles, of a whole store, of which one may be a reprint of the other: found from their sketches alone."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from firsthand.linking.copies.groups import Groups
from firsthand.linking.copies.sketches import PERMUTATIONS, CopySketch

# Bands of three: of texts with a Jaccard index of 0.5 they miss one in a hundred, of 0.3 two in five, which their
# leads then find where the one is the beginning of the other.
BAND = 3
# A reprint that was cut has few of the original's words, but all of its own are the original's.
LEAST_JACCARD = 0.08
LEAST_CONTAINMENT = 0.5
# Pages of one publisher share menus, captions and galleries: up to two thirds of their words, measured. Its own
# updates share nearly all.
LEAST_CONTAINMENT_OF_ONE_PUBLISHER = 0.85

Signatures = NDArray[np.uint32]


def find_candidates(sketches: Mapping[str, CopySketch], new: Collection[str] | None = None) -> set[tuple[str, str]]:
    """Pairs of ids (the lesser first) that join all likely reprints, directly or by way of others.

    Whether two are likely reprints depends on their two sketches only. Of a group of reprints not all pairs are
    given: as many as hold it together, so that 500 reprints of one text cost some 500 comparisons. With `new`, only
    pairs with a new member are sought, among all. Added to the pairs found before, they join the same groups as a
    search of the whole; where an article goes, its former partners must be given as new.
    """
    ids = sorted(id for id, sketch in sketches.items() if sketch.size)
    if not ids:
        return set()
    fresh = np.ones(len(ids), np.bool_) if new is None else np.isin(ids, sorted(new))
    table = _Table([sketches[id] for id in ids])
    groups = Groups(len(ids))
    return {
        (ids[left], ids[right])
        for bucket in table.list_buckets(fresh)
        for left, right in table.join_bucket(bucket, fresh, groups)
    }


class _Table:
    """All sketches as columns, in the order of the ids."""

    def __init__(self, sketches: Sequence[CopySketch]) -> None:
        self.signatures = np.stack([sketch.signature for sketch in sketches])
        self.sizes = np.array([sketch.size for sketch in sketches], np.float64)
        self.publishers = np.array([sketch.publisher for sketch in sketches], np.int64)
        self.leads = [sketch.leads for sketch in sketches]

    def list_buckets(self, fresh: NDArray[np.bool_]) -> Iterator[NDArray[np.int64]]:
        """Rows that share a band or a lead, in ascending order; only buckets of several with a fresh one in them."""
        for start in range(0, PERMUTATIONS, BAND):
            yield from _bucket(_mix(self.signatures[:, start : start + BAND]), fresh)
        rows_of: dict[int, list[int]] = defaultdict(list)
        for row, leads in enumerate(self.leads):
            for lead in set(leads):
                rows_of[lead].append(row)
        for rows in rows_of.values():
            if len(rows) > 1 and fresh[rows].any():
                yield np.array(rows, np.int64)

    def join_bucket(
        self, bucket: NDArray[np.int64], fresh: NDArray[np.bool_], groups: Groups
    ) -> Iterator[tuple[int, int]]:
        """The pairs of a bucket that are likely reprints and not yet in one group."""
        for row in bucket[fresh[bucket]].tolist():
            others = bucket[(bucket != row) & ~groups.share(row, bucket)]
            for other in others[self._are_likely(row, others)].tolist():
                if groups.join(row, other):
                    yield min(row, other), max(row, other)

    def _are_likely(self, row: int, others: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the others may be reprints of the row's text, or it of theirs."""
        jaccard = (self.signatures[others] == self.signatures[row]).mean(axis=1)
        sizes = self.sizes[others]
        shared = jaccard * (sizes + self.sizes[row]) / (1 + jaccard)
        containment = shared / np.minimum(sizes, self.sizes[row])
        publisher = self.publishers[row]
        is_own = (self.publishers[others] == publisher) & (publisher != 0)
        least = np.where(is_own, LEAST_CONTAINMENT_OF_ONE_PUBLISHER, LEAST_CONTAINMENT)
        likely: NDArray[np.bool_] = (jaccard >= LEAST_JACCARD) & (containment >= least)
        return likely


def _mix(columns: Signatures) -> NDArray[np.uint64]:
    """One number for each row of a band."""
    mixed = np.zeros(len(columns), np.uint64)
    for column in range(columns.shape[1]):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + columns[:, column]
    return mixed


def _bucket(keys: NDArray[np.uint64], fresh: NDArray[np.bool_]) -> Iterator[NDArray[np.int64]]:
    order = np.argsort(keys, kind="stable")
    ends = np.flatnonzero(np.diff(keys[order], prepend=~keys[order[:1]])).tolist()
    for start, end in pairwise([*ends, len(order)]):
        rows = order[start:end]
        if end - start > 1 and fresh[rows].any():
            yield rows
