"""Hops put together: nobody is his own neighbour in a chain."""

from collections.abc import Sequence

import msgspec

from firsthand.records import Hop, HopRole

Chain = tuple[Hop, ...]


def make_carrier(hop: Hop) -> Hop:
    """A hop of an outer chain as it stands in an inner one: the outer speaker carries."""
    return msgspec.structs.replace(hop, role=HopRole.CARRIER) if hop.role is HopRole.SPEAKER else hop


def collapse_hops(hops: Sequence[Hop]) -> Chain:
    """Hops without an actor who stands in the chain already; a speaker who is the last carrier stays the speaker."""
    kept: list[Hop] = []
    for hop in hops:
        if hop.actor is None:
            if not any(hop.evidence == other.evidence for other in kept):
                kept.append(hop)
            continue
        place = next((n for n, other in enumerate(kept) if other.actor == hop.actor), None)
        if place is None:
            kept.append(hop)
        elif hop.role is HopRole.SPEAKER and place == len(kept) - 1 and place > 0:
            kept[place] = hop
        elif hop.role is HopRole.SPEAKER and place < len(kept) - 1:
            kept.append(hop)  # he speaks again, as others quote him
    return tuple(kept)
