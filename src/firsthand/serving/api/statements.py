"""Statements as JSON."""

from litestar import get
from litestar.params import FromPath

from firsthand.serving.views.article import StatementAnswer, answer_statement
from firsthand.serving.views.opened_article import open_article
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.raw_ids import read_id

API = "/api/v1/statements"


@get(API + "/{id:path}", tags=["statements"], sync_to_thread=True)
def get_statement(request: Asked, id: FromPath[str]) -> StatementAnswer:
    """A statement in words, with its claims, and the contract's statement."""
    asked = read_id(request, f"{API}/", id)
    desk = desk_of(request)
    with desk.read() as store:
        return answer_statement(open_article(store, asked, desk.stories), asked)


ROUTES = (get_statement,)
