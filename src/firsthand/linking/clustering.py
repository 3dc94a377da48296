"""Average-link clustering over a sparse graph; a function of the graph alone, whatever order it was built in."""

import heapq
from collections.abc import Iterable, Mapping

Pair = tuple[int, int]


def cluster(
    size: int,
    scores: Mapping[Pair, float],
    threshold: float,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> list[list[int]]:
    """The items 0 … size - 1 in groups, each in order, ordered by their first items.

    Two groups are joined as long as the mean score between their members is at least `threshold`; a pair without a
    score counts as 0. The best pair of groups comes first, of equal ones that with the smallest items. Pairs that
    belong `together` are joined beforehand and whatever their score; those that are to stay `apart` never are.
    """
    graph = _Graph(size, scores)
    graph.keep_apart(apart)
    for left, right in sorted(together):
        graph.join(graph.root[left], graph.root[right])
    return graph.join_all(threshold)


class _Graph:
    """Groups named by their smallest items, with the sums of the scores between any two of them."""

    def __init__(self, size: int, scores: Mapping[Pair, float]) -> None:
        self.members: dict[int, list[int]] = {item: [item] for item in range(size)}
        self.root = list(range(size))
        self.sums: dict[int, dict[int, float]] = {item: {} for item in range(size)}
        self.barred: dict[int, set[int]] = {}
        for (left, right), score in sorted(scores.items()):
            if left != right:
                self.sums[left][right] = self.sums[right][left] = score

    def keep_apart(self, pairs: Iterable[Pair]) -> None:
        for left, right in pairs:
            self.barred.setdefault(left, set()).add(right)
            self.barred.setdefault(right, set()).add(left)

    def mean(self, left: int, right: int) -> float:
        return self.sums[left][right] / (len(self.members[left]) * len(self.members[right]))

    def join(self, left: int, right: int) -> int | None:
        """Join two groups; gives the name of what they are now, None where they are one already or kept apart."""
        kept, gone = min(left, right), max(left, right)
        if kept == gone or gone in self.barred.get(kept, ()):
            return None
        for item in self.members[gone]:
            self.root[item] = kept
        self.members[kept] += self.members.pop(gone)
        for other in self.barred.pop(gone, ()):
            self.barred[other].discard(gone)
            self.barred[other].add(kept)
            self.barred.setdefault(kept, set()).add(other)
        mine = self.sums[kept]
        mine.pop(gone, None)
        for other, score in self.sums.pop(gone).items():
            theirs = self.sums.get(other)
            if other == kept or theirs is None:
                continue
            theirs.pop(gone, None)
            mine[other] = theirs[kept] = mine.get(other, 0.0) + score
        return kept

    def join_all(self, threshold: float) -> list[list[int]]:
        """Join the best pair as long as there is one over the threshold. The heap holds outdated means: those are
        seen by their sizes, and dropped.
        """
        heap = [self._entry(a, b) for a, row in self.sums.items() for b in row if a < b]
        heapq.heapify(heap)
        while heap:
            least, left, right, sizes = heapq.heappop(heap)
            if -least < threshold:
                break
            is_current = left in self.members and right in self.members and sizes == self._sizes(left, right)
            kept = self.join(left, right) if is_current else None
            if kept is None:
                continue
            for other in self.sums[kept]:
                heapq.heappush(heap, self._entry(min(kept, other), max(kept, other)))
        return [sorted(self.members[name]) for name in sorted(self.members)]

    def _sizes(self, left: int, right: int) -> Pair:
        return len(self.members[left]), len(self.members[right])

    def _entry(self, left: int, right: int) -> tuple[float, int, int, Pair]:
        return -self.mean(left, right), left, right, self._sizes(left, right)
