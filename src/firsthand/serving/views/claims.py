"""Claims in a list: searched by words, of a story, of a status, on anonymous sources alone."""

from collections.abc import Collection

import msgspec

from firsthand.records import ClaimStatus
from firsthand.serving.linked_queries import find_story_id
from firsthand.serving.story_figures import word_bounds
from firsthand.serving.views.closed_lists import choose, choose_or_none
from firsthand.serving.views.paging import PAGE, Paged, check_page, cut_page
from firsthand.storage import ClaimOrder, FoundClaim, Store


class StoryLink(msgspec.Struct, frozen=True):
    """A story to be named and followed; `title` is empty where it has none."""

    id: str
    title: str


class ClaimRow(msgspec.Struct, frozen=True):
    """A claim in a list. `origins` has `independent_origins` in words; `articles` counts those that carry it."""

    id: str
    gist: str
    story: StoryLink
    status: ClaimStatus
    independent_origins: int | tuple[int, int]
    origins: str
    anonymous_only: bool
    articles: int
    first_seen: str | None


class ClaimSearch(msgspec.Struct, frozen=True):
    """Which claims are asked for; every field given must hold. `story` is its id, or of something that is in it."""

    words: str = ""
    story: str = ""
    status: ClaimStatus | None = None
    anonymous: bool = False
    order: ClaimOrder = ClaimOrder.ARTICLES


class FoundClaims(msgspec.Struct, frozen=True):
    """A page of claims, with how many there are on all pages (beyond 10,000 one more than that), and their story."""

    page: Paged[ClaimRow]
    total: int
    story: StoryLink | None = None


def read_search(
    words: str = "", story: str = "", status: str = "", anonymous: bool = False, order: str = ""
) -> ClaimSearch:
    """What is asked for, from words that a user gives.

    Raises:
        UsageError: no status or order is called so.

    """
    chosen = choose_or_none(ClaimStatus, status, "not a known status: it is one of")
    ordered = choose(ClaimOrder, order or ClaimOrder.ARTICLES, "not a known order: it is one of")
    return ClaimSearch(words.strip(), story.strip(), chosen, anonymous, ordered)


def find_claims(store: Store, search: ClaimSearch, offset: int = 0, limit: int = PAGE) -> FoundClaims:
    """The claims asked for, one page of them.

    Raises:
        UsageError: there is no such story, the words can't be searched for, or the page is out of bounds.

    """
    check_page(offset, limit)
    story = find_story_id(store, search.story) if search.story else ""
    asked = (search.words, story, search.status or "")
    found = store.links.search_claims(*asked, limit + 1, anonymous=search.anonymous, order=search.order, offset=offset)
    total = store.links.count_claims(*asked, anonymous=search.anonymous)
    titles = store.links.load_titles({story, *(one.story for one in found)} - {""})
    rows = [make_row(one, titles) for one in found]
    return FoundClaims(cut_page(rows, offset, limit), total, StoryLink(story, titles.get(story, "")) if story else None)


def find_rows(store: Store, ids: Collection[str]) -> tuple[ClaimRow, ...]:
    """Claims by their ids, in this order; one that is no more is left out."""
    found = store.links.load_claims(ids)
    titles = store.links.load_titles({one.story for one in found.values()})
    return tuple(make_row(found[id], titles) for id in ids if id in found)


def make_row(found: FoundClaim, titles: dict[str, str]) -> ClaimRow:
    """A claim that was found, with what a list shows of it."""
    fields = ("id", "gist", "status", "independent_origins", "anonymous_only", "articles", "first_seen")
    return ClaimRow(
        story=StoryLink(found.story, titles.get(found.story, "")),
        origins=word_bounds(found.independent_origins),
        **{name: getattr(found, name) for name in fields},
    )
