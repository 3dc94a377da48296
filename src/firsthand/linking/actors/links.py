"""What the steps of joining say: two groups are one, or may be one, and why."""

from dataclasses import dataclass

from firsthand.linking.actors.groups import GroupId


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
