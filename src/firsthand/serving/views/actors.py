"""Actors in a list: searched by name, of one kind, those who say most first."""

from firsthand.records import ActorKind
from firsthand.serving.views.closed_lists import choose_or_none
from firsthand.serving.views.paging import PAGE, Paged, check_page, cut_page
from firsthand.storage import FoundActor, Store


def list_actors(
    store: Store, words: str = "", kind: ActorKind | None = None, *, offset: int = 0, limit: int = PAGE
) -> Paged[FoundActor]:
    """The actors asked for, those who say most first; without words all of them.

    Raises:
        UsageError: the words hold no letter or digit, or such a page can't be asked for.

    """
    check_page(offset, limit)
    found = store.links.find_actors(words.strip(), limit + 1, offset=offset, kind=kind or "")
    return cut_page(found, offset, limit)


def count_actors(store: Store, words: str = "", kind: ActorKind | None = None) -> int:
    """How many `list_actors` has, all pages together; above 10,000 one more stands for more."""
    return store.links.count_actors(words.strip(), kind=kind or "")


def read_kind(kind: str) -> ActorKind | None:
    """A kind as it stands in an address; None for none.

    Raises:
        UsageError: there is no such kind.

    """
    return choose_or_none(ActorKind, kind, "the kind is one of")
