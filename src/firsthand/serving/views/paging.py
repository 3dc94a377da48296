"""Lists that come in pages."""

from collections.abc import Sequence
from typing import Generic, TypeVar

import msgspec

from firsthand.errors import UsageError

Item = TypeVar("Item")
PAGE = 40
MOST = 200  # items of a page
FARTHEST = 100_000  # items from the beginning: beyond it, a search is to be made narrower


class Paged(msgspec.Struct, Generic[Item], frozen=True):
    """One page of a list: `items` from number `offset` on (from 0), at most `limit`; and whether more follow."""

    items: tuple[Item, ...]
    offset: int
    limit: int
    has_more: bool


def check_page(offset: int, limit: int) -> None:
    """Whether such a page can be asked for.

    Raises:
        UsageError: offset or limit is out of bounds.

    """
    if not 0 <= offset <= FARTHEST:
        raise UsageError(f"the offset is a number from 0 to {FARTHEST}: ask for less with words or dates", str(offset))
    if not 1 <= limit <= MOST:
        raise UsageError(f"the limit is a number from 1 to {MOST}", str(limit))


def slice_page(items: Sequence[Item], offset: int, limit: int) -> Paged[Item]:
    """A page of items that are all at hand.

    Raises:
        UsageError: offset or limit is out of bounds.

    """
    check_page(offset, limit)
    return cut_page(tuple(items[offset : offset + limit + 1]), offset, limit)


def cut_page(found: list[Item] | tuple[Item, ...], offset: int, limit: int) -> Paged[Item]:
    """A page of what was found from `offset` on, where one more than `limit` was asked for."""
    return Paged(tuple(found[:limit]), offset, limit, len(found) > limit)
