"""Stories in a list: what moves now, and what each adds up to at a glance."""

import msgspec

from firsthand.errors import UsageError
from firsthand.serving.views.claims import ClaimRow, make_row
from firsthand.serving.views.paging import FARTHEST, PAGE, Paged, check_page, cut_page
from firsthand.storage import Store, StorySummary

SEVERAL = 2  # articles: one alone does not move


class StoryRow(msgspec.Struct, frozen=True):
    """A story at a glance. `title` is empty where it has none; `first_day` and `last_day` are ISO days, or None.

    `origins` are those of all claims, each once; `corroborated`, `disputed` and `anonymous_only` count claims.
    `leading` is the claim that most articles carry, `days` the number of articles by day of publication.
    """

    id: str
    title: str
    first_day: str | None
    last_day: str | None
    articles: int
    outlets: int
    origins: int
    claims: int
    corroborated: int
    disputed: int
    anonymous_only: int
    leading: ClaimRow | None
    days: dict[str, int]


class FoundStories(msgspec.Struct, frozen=True):
    """A page of stories, and how many there are on all pages."""

    page: Paged[StoryRow]
    total: int


class StoreState(msgspec.Struct, frozen=True):
    """What there is in all stories, and what waits: `unlinked` counts articles that are in no story yet."""

    articles: int
    stories: int
    several: int
    claims: int
    unlinked: int


def find_stories(store: Store, words: str = "", least: int = 1, offset: int = 0, limit: int = PAGE) -> FoundStories:
    """The stories of at least so many articles with all `words`, those that moved last first.

    Raises:
        UsageError: the words can't be searched for, or a number is out of bounds.

    """
    check_page(offset, limit)
    if not 1 <= least <= FARTHEST:
        raise UsageError(f"the least number of articles is from 1 to {FARTHEST}", str(least))
    found = store.links.list_stories(limit + 1, words.strip(), offset=offset, least=least)
    days = store.links.count_story_days([one.id for one in found[:limit]])
    rows = [make_story_row(one, days.get(one.id, {})) for one in found]
    return FoundStories(cut_page(rows, offset, limit), store.links.count_stories(words.strip(), least=least))


def make_story_row(summary: StorySummary, days: dict[str, int]) -> StoryRow:
    """A story that was found, with its articles by day."""
    fields = ("id", "title", "first_day", "last_day", "articles", "outlets", "origins", "claims")
    return StoryRow(
        corroborated=summary.corroborated,
        disputed=summary.disputed,
        anonymous_only=summary.anonymous,
        leading=make_row(summary.leading, {summary.id: summary.title}) if summary.leading else None,
        days=days,
        **{name: getattr(summary, name) for name in fields},
    )


def view_state(store: Store) -> StoreState:
    """How much there is, and how much waits to be linked."""
    counts = store.links.count()
    several = store.links.count_stories(least=SEVERAL)
    claims = sum(counts.claims.values())
    return StoreState(counts.articles, counts.stories, several, claims, store.links.count_unlinked())
