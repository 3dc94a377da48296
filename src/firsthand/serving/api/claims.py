"""Claims as JSON."""

from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from firsthand.serving.views.claim import ClaimView, StepView, load_claim
from firsthand.serving.views.claims import ClaimRow, find_claims, read_search
from firsthand.serving.views.paging import PAGE, Paged
from firsthand.serving.web.addresses import lead_on
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.rendering import quote_path

API = "/api/v1/claims"


@get(API, tags=["claims"], sync_to_thread=True)
def list_claims(
    request: Asked,
    words: FromQuery[str] = "",
    story: FromQuery[str] = "",
    status: FromQuery[str] = "",
    anonymous: FromQuery[bool] = False,
    order: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
    limit: FromQuery[int] = PAGE,
) -> Paged[ClaimRow]:
    """Claims with all words, of a story, of a status, on anonymous sources alone. order: articles, origins, newest."""
    with desk_of(request).read() as store:
        return find_claims(store, read_search(words, story, status, anonymous, order), offset, limit).page


@get(API + "/{id:str}", tags=["claims"], sync_to_thread=True)
def get_claim(request: Asked, id: FromPath[str]) -> ClaimView | Redirect:
    """A claim whole; the id of an origin, or of a statement that carries one claim, leads to it."""
    view = _load(request, id)
    return view if view.id == id else _redirect(request, view.id)


@get(API + "/{id:str}/steps", tags=["claims"], sync_to_thread=True)
def list_steps(request: Asked, id: FromPath[str]) -> tuple[StepView, ...] | Redirect:
    """The evidence for a claim's number of origins, step by step."""
    view = _load(request, id)
    return view.steps if view.id == id else _redirect(request, view.id, "/steps")


def _load(request: Asked, id: str) -> ClaimView:
    desk = desk_of(request)
    with desk.read() as store:
        return load_claim(store, id, desk.stories)


def _redirect(request: Asked, id: str, rest: str = "") -> Redirect:
    return lead_on(request, f"{API}/{quote_path(id)}{rest}")


ROUTES = (list_claims, get_claim, list_steps)
