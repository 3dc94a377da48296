"""How an input ends."""

from enum import StrEnum

import msgspec


class Fate(StrEnum):
    """How an input ends; every input ends in one of these ways."""

    STORED = "stored"
    REVISION = "revision"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


class Outcome(msgspec.Struct, frozen=True):
    """What became of one input. `article` is the stored id (None if rejected), `reason` says why, in words."""

    fate: Fate
    article: str | None
    reason: str
