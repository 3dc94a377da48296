"""All that the commands ask of linking, in one place. It is imported late: `list` and `read` need none of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from firsthand.storage import Store

if TYPE_CHECKING:
    from firsthand.engine.links import LinkSums, Position, Step

# (what is done now, how much of it is done, how much there is to do)
Progress = Callable[[str, int, int], None]


def link(store: Store, *, progress: Progress | None = None, anew: bool = False) -> "LinkSums":
    """Bring the links up to date with the articles and the judgements; see `firsthand.engine.links.link`."""
    from firsthand.engine import links

    return links.link(store, progress=progress, anew=anew)


def explain_claim(store: Store, id: str) -> "list[Step]":
    """The evidence for a claim's count of origins; see `firsthand.engine.links.explain_claim`."""
    from firsthand.engine import links

    return links.explain_claim(store, id)


def trace_positions(store: Store, id: str) -> "list[Position]":
    """An actor's positions, the earliest first; see `firsthand.engine.links.trace_positions`."""
    from firsthand.engine import links

    return links.trace_positions(store, id)
