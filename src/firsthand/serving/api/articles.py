"""Articles as JSON."""

from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from firsthand.serving.views.article import ArticleAnswer, answer_article
from firsthand.serving.views.articles import ArticleRow, ask_articles, list_articles
from firsthand.serving.views.opened_article import open_article
from firsthand.serving.views.paging import PAGE, Paged
from firsthand.serving.web.article_text import address_article
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.raw_ids import read_id

API = "/api/v1"


@get(API + "/articles", tags=["articles"], sync_to_thread=True)
def list_articles_answer(
    request: Asked,
    words: FromQuery[str] = "",
    outlet: FromQuery[str] = "",
    since: FromQuery[str] = "",
    until: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
    limit: FromQuery[int] = PAGE,
) -> Paged[ArticleRow]:
    """Articles with all words, of an outlet, published from a date to a date; the newest first."""
    desk = desk_of(request)
    query = ask_articles(words, outlet, since, until, offset, limit)
    with desk.read() as store:
        return list_articles(store, query, desk.stories)


@get(API + "/articles/{id:path}", tags=["articles"], sync_to_thread=True)
def get_article(
    request: Asked, id: FromPath[str], revision: FromQuery[int | None] = None
) -> ArticleAnswer | Redirect:
    """The contract's record, on corpus actors and as people corrected it, with story, copies and revisions."""
    asked = read_id(request, f"{API}/articles/", id)
    desk = desk_of(request)
    with desk.read() as store:
        opened = open_article(store, asked, desk.stories, revision)
    if asked not in {one.id for one in opened.revisions}:
        return Redirect(API + address_article(opened.stored))
    return answer_article(opened)


ROUTES = (list_articles_answer, get_article)
