"""The articles of a store in a list, the newest first."""

import msgspec

from firsthand.records import CopyKind, StoryLinks
from firsthand.serving.queries import check_day, title_found
from firsthand.serving.report_lines import shorten
from firsthand.serving.story_cache import StoryCache, StoryHead
from firsthand.serving.views.claims import StoryLink
from firsthand.serving.views.paging import PAGE, Paged, check_page, cut_page
from firsthand.serving.views.statements import ArticleLink
from firsthand.storage import FoundArticle, Query, Store, StoredArticle


class CopyOf(msgspec.Struct, frozen=True):
    """Whose text an article carries: the other's id, how, and what part of its own words the other has (0 to 1)."""

    article: str
    kind: CopyKind
    overlap: float


class ArticleRow(msgspec.Struct, frozen=True):
    """An article in a list. `snippet` is the passage that was searched for, with MARK_START and MARK_END around words.

    `copy_of` is the original of which it has most, `story` the story that it is in; None where there is none.
    """

    article: ArticleLink
    url: str | None
    statements: int
    revision: int
    added_at: str
    snippet: str
    story: StoryLink | None
    copy_of: CopyOf | None


def list_articles(store: Store, query: Query, stories: StoryCache) -> Paged[ArticleRow]:
    """One page of the articles that a query asks for; all of them where it asks for nothing.

    Raises:
        UsageError: words, a date or the page can't be asked for.

    """
    check_page(query.offset, query.limit)
    for day in filter(None, (query.since, query.until)):
        check_day(day)
    found = store.search_articles(msgspec.structs.replace(query, limit=query.limit + 1))
    page = cut_page(found, query.offset, query.limit)
    ids = dict.fromkeys(one.story for one in page.items)
    heads = {id: stories.load_head(store, id) for id in ids if id is not None}
    rows = tuple(make_row(one, heads.get(one.story or "")) for one in title_found(store, page.items))
    return Paged(rows, page.offset, page.limit, page.has_more)


def ask_articles(
    words: str = "", outlet: str = "", since: str = "", until: str = "", offset: int = 0, limit: int = PAGE
) -> Query:
    """A query as the doors take it; blanks around what was typed say nothing."""
    return Query(
        words.strip(), outlet=outlet.strip(), since=since.strip(), until=until.strip(), offset=offset, limit=limit
    )


def make_row(found: FoundArticle, head: StoryHead | None) -> ArticleRow:
    """What was found, with its place in its story."""
    stored = found.article
    return ArticleRow(
        article=link_stored(stored),
        url=stored.url,
        statements=stored.statements,
        revision=stored.revision,
        added_at=stored.added_at,
        snippet=found.snippet,
        story=link_story(head) if head else None,
        copy_of=find_original(stored.id, head) if head else None,
    )


def link_stored(stored: StoredArticle) -> ArticleLink:
    """A stored article to be named, by what its publisher says of itself."""
    outlet = shorten(stored.publisher or "") or "outlet not known"
    return ArticleLink(stored.id, shorten(stored.title or "", 300) or "untitled", outlet, None, stored.published)


def link_story(links: StoryLinks | StoryHead) -> StoryLink:
    """A story to be named."""
    return StoryLink(links.story.id, links.story.title)


def find_original(article: str, links: StoryLinks | StoryHead) -> CopyOf | None:
    """The article that this one has most of; None where it carries nobody's text."""
    copies = [one for one in links.copies if one.article == article]
    best = max(copies, key=lambda one: (one.overlap, one.of), default=None)
    return CopyOf(best.of, best.kind, best.overlap) if best else None
