"""Search as JSON."""

from litestar import get
from litestar.params import FromQuery

from firsthand.serving.views.paging import PAGE
from firsthand.serving.views.search import FoundArticles, FoundStatements, ask, find_articles, find_statements
from firsthand.serving.web.desk import Asked, desk_of

API = "/api/v1/search"


@get(API, tags=["search"], sync_to_thread=True)
def search_statements(
    request: Asked,
    words: FromQuery[str] = "",
    speaker: FromQuery[str] = "",
    actor: FromQuery[str] = "",
    outlet: FromQuery[str] = "",
    act: FromQuery[str] = "",
    status: FromQuery[str] = "",
    form: FromQuery[str] = "",
    since: FromQuery[str] = "",
    until: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
    limit: FromQuery[int] = PAGE,
) -> FoundStatements:
    """Statements, newest first, with how many there are of which act, status, speaker, outlet and month.

    words: all must occur, "quoted ones" as they stand, word* begins one. speaker: words of the name; actor: an id.
    outlet: words of the name, or the whole name in quotation marks. since, until: YYYY, YYYY-MM or YYYY-MM-DD.
    """
    every = {"words": words, "speaker": speaker, "actor": actor, "outlet": outlet, "act": act, "status": status}
    every |= {"form": form, "since": since, "until": until}
    query = ask(every, offset, limit)
    with desk_of(request).read() as store:
        return find_statements(store, query)


@get(API + "/articles", tags=["search"], sync_to_thread=True)
def search_articles(
    request: Asked,
    words: FromQuery[str] = "",
    speaker: FromQuery[str] = "",
    actor: FromQuery[str] = "",
    outlet: FromQuery[str] = "",
    act: FromQuery[str] = "",
    status: FromQuery[str] = "",
    form: FromQuery[str] = "",
    since: FromQuery[str] = "",
    until: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
    limit: FromQuery[int] = PAGE,
) -> FoundArticles:
    """Articles that hold such statements, newest first; `words` are those of title and text."""
    every = {"words": words, "speaker": speaker, "actor": actor, "outlet": outlet, "act": act, "status": status}
    every |= {"form": form, "since": since, "until": until}
    query = ask(every, offset, limit)
    desk = desk_of(request)
    with desk.read() as store:
        return find_articles(store, query, desk.stories)


ROUTES = (search_statements, search_articles)
