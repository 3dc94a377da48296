"""Groups that grow by joining two members: a union-find over row numbers that answers for many rows at once."""

import numpy as np
from numpy.typing import NDArray


class Groups:
    """At first each of `count` rows is a group of its own."""

    def __init__(self, count: int) -> None:
        self.labels = np.arange(count, dtype=np.int64)
        self.members: dict[int, list[int]] = {}

    def share(self, row: int, others: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the others are in the row's group."""
        shared: NDArray[np.bool_] = self.labels[others] == self.labels[row]
        return shared

    def join(self, left: int, right: int) -> bool:
        """Make one group of both rows' groups; False where they were one already."""
        keep, drop = int(self.labels[left]), int(self.labels[right])
        if keep == drop:
            return False
        kept, dropped = self.members.pop(keep, [keep]), self.members.pop(drop, [drop])
        if len(kept) < len(dropped):  # relabel the smaller, so that a row is relabelled log(n) times at most
            keep, kept, dropped = drop, dropped, kept
        self.labels[dropped] = keep
        self.members[keep] = kept + dropped
        return True
