"""Parts of an article's page as JSON. Its id may hold slashes, so it stands in the query and not before the part."""

from litestar import get
from litestar.params import FromQuery

from firsthand.errors import UsageError
from firsthand.serving.views.article import compare_copy, compare_revision, list_statements
from firsthand.serving.views.differences import Comparison
from firsthand.serving.views.opened_article import ArticleStatement, open_article
from firsthand.serving.views.paging import PAGE, Paged, check_page
from firsthand.serving.web.desk import Asked, desk_of


@get("/api/v1/statements", tags=["statements"], sync_to_thread=True)
def list_article_statements(
    request: Asked,
    article: FromQuery[str],
    revision: FromQuery[int | None] = None,
    offset: FromQuery[int] = 0,
    limit: FromQuery[int] = PAGE,
) -> Paged[ArticleStatement]:
    """The statements of an article in words, in reading order."""
    check_page(offset, limit)
    desk = desk_of(request)
    with desk.read() as store:
        return list_statements(open_article(store, article, desk.stories, revision), "", offset, limit)


@get("/api/v1/comparisons", tags=["articles"], sync_to_thread=True)
def compare_article(
    request: Asked,
    article: FromQuery[str],
    beside: FromQuery[str] = "",
    against: FromQuery[int | None] = None,
) -> Comparison:
    """An article beside another that shares its text (`beside`), or against another revision of it (`against`)."""
    if bool(beside) == (against is not None):
        raise UsageError("beside which article, or against which revision? One of the two", article)
    desk = desk_of(request)
    with desk.read() as store:
        opened = open_article(store, article, desk.stories)
        if against is not None:
            return compare_revision(store, opened, against)
        return compare_copy(opened, beside)


ROUTES = (list_article_statements, compare_article)
