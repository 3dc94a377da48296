"""Claims: a list to search, and each one with its origins, wordings and contradictions."""

from typing import Any

from litestar import Response, get
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from firsthand.errors import UsageError
from firsthand.records import ClaimStatus
from firsthand.serving.views.claim import load_claim
from firsthand.serving.views.claims import find_claims, find_rows, read_search
from firsthand.serving.web.addresses import compose_address, lead_on
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.drawings.claim_spread import draw_spread
from firsthand.serving.web.drawings.claim_way import draw_way
from firsthand.serving.web.rendering import quote_path, render
from firsthand.storage import ClaimOrder, ThingKind

STATEMENTS = 60  # of a claim's page, unless all are asked for
ORDERS = {ClaimOrder.ARTICLES: "most articles", ClaimOrder.ORIGINS: "most origins", ClaimOrder.NEWEST: "newest"}


@get("/claims", include_in_schema=False, sync_to_thread=True)
def claims_page(
    request: Asked,
    words: FromQuery[str] = "",
    story: FromQuery[str] = "",
    status: FromQuery[str] = "",
    anonymous: FromQuery[bool] = False,
    order: FromQuery[str] = "",
    statement: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
) -> Response[str]:
    """The claims asked for; with `statement` those that it carries."""
    asked = {"words": words, "story": story, "status": status, "anonymous": "true" * anonymous, "order": order}
    shown: dict[str, Any] = {"section": "claims", "asked": asked, "statuses": list(ClaimStatus), "orders": ORDERS}
    with desk_of(request).read() as store:
        if statement:
            carried = find_rows(store, store.links.find_claims_of([statement]).get(statement, ()))
            return render("claims.html", found=None, carried=carried, statement=statement, **shown)
        try:
            found = find_claims(store, read_search(words, story, status, anonymous, order), offset)
        except UsageError as error:  # told above the form, which keeps what was typed
            return render("claims.html", 400, found=None, carried=None, problem=error, **shown)
    return render("claims.html", found=found, carried=None, address=compose_address("/claims", asked), **shown)


@get("/claims/{id:path}", include_in_schema=False, sync_to_thread=True)
def claim_page(request: Asked, id: FromPath[str], statements: FromQuery[str] = "") -> Response[str] | Redirect:
    """One claim; the id of an origin or a statement leads to its claim."""
    wanted = id.removeprefix("/")
    desk = desk_of(request)
    with desk.read() as store:
        resolved = store.links.resolve(wanted)
        if resolved.kind is ThingKind.STATEMENT:
            claims = store.links.find_claims_of([resolved.id]).get(resolved.id, ())
            one = f"/claims/{quote_path(claims[0])}" if len(claims) == 1 else ""
            return Redirect(one or f"/claims?statement={quote_path(resolved.id)}")
        view = load_claim(store, wanted, desk.stories, None if statements == "all" else STATEMENTS)
    if view.id != wanted:
        return lead_on(request, f"/claims/{quote_path(view.id)}")
    ids = [quoted.id for wording in view.wordings for quoted in wording.statements]
    values: dict[str, Any] = {
        "shown": len(ids),
        "names": {node.key: node.name for node in view.way.nodes},
        # To part a statement from the claim, it is judged against another one of it.
        "other_than": {id: next((other for other in ids if other != id), None) for id in ids},
        "way": draw_way(view.way),
        "spread": draw_spread(view.carriers),
    }
    return render("claim.html", section="claims", claim=view, **values)


ROUTES = (claims_page, claim_page)
