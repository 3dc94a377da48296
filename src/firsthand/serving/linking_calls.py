"""All that the commands ask of linking, in one place. It is imported late: `list` and `read` need none of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from firsthand.records import Judgement
from firsthand.storage import Store

if TYPE_CHECKING:
    from firsthand.engine.links import LinkSums

# (what is done now, how much of it is done, how much there is to do)
Progress = Callable[[str, int, int], None]


def link(store: Store, *, progress: Progress | None = None, anew: bool = False) -> "LinkSums":
    """Bring the links up to date with the articles and the judgements; see `firsthand.engine.links.link`."""
    from firsthand.engine import links

    return links.link(store, progress=progress, anew=anew)


def find_stories(store: Store, judgement: Judgement) -> list[str]:
    """The stories that a judgement may change; see `firsthand.engine.links.find_stories`."""
    from firsthand.engine import links

    return links.find_stories(store, judgement)


def count_links(store: Store) -> "LinkSums":
    """The sums over all stories; see `firsthand.engine.links.count_links`."""
    from firsthand.engine import links

    return links.count_links(store)


def relink_story(store: Store, id: str) -> bool:
    """Link one story again with the judgements in force; see `firsthand.engine.links.relink_story`."""
    from firsthand.engine import links

    return links.relink_story(store, id)
