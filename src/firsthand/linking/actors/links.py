"""What the steps of joining say: two groups are one, or may be one, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from firsthand.linking.actors.groups import GroupId, Partition


@dataclass(frozen=True, order=True)
class Link:
    """Two groups of forms that are one actor. `because` may be read."""

    left: GroupId
    right: GroupId
    because: str


@dataclass(frozen=True, order=True)
class Doubt:
    """Two groups that may be one actor, and stay apart. `because` may be read."""

    left: GroupId
    right: GroupId
    because: str


Finding = Link | Doubt


def take_each(findings: Iterable[Finding], partition: Partition[GroupId]) -> Iterator[Finding]:
    """The findings one by one; the partition is grown by each link before the next finding is looked for."""
    for finding in findings:
        if isinstance(finding, Link):
            partition.join(finding.left, finding.right)
        yield finding
