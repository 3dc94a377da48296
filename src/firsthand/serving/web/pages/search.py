"""Search over statements, or articles, with what narrows it beside the results."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import msgspec
from litestar import Response, get
from litestar.params import FromQuery

from firsthand.errors import UsageError
from firsthand.records import Act, Form, Status
from firsthand.serving.views import search as views
from firsthand.serving.web.addresses import compose_address
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.rendering import render
from firsthand.storage import Facets, Query

ROWS = 20
ARTICLES = "articles"


class FacetLink(msgspec.Struct, frozen=True):
    """A value of a facet: its name, how many were found of it, and the address that narrows the search to it."""

    name: str
    count: int
    address: str


class Facet(msgspec.Struct, frozen=True):
    """What a search may be narrowed by, with its values; `kind` is act, status, speaker, outlet or month."""

    kind: str
    label: str
    values: tuple[FacetLink, ...]


@get("/search", include_in_schema=False, sync_to_thread=True)
def search_page(
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
    show: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
) -> Response[str]:
    """What is asked for, the newest first; everything where nothing is."""
    every = {"words": words, "speaker": speaker, "actor": actor, "outlet": outlet, "act": act, "status": status}
    every |= {"form": form, "since": since, "until": until}
    show = ARTICLES if show == ARTICLES else ""
    shown: dict[str, Any] = {"section": "search", "asked": every, "show": show, "lists": LISTS}
    try:
        values = _search(request, views.ask(every, offset, ROWS), show)
    except UsageError as error:  # told above the form, which keeps what was typed
        return render("search.html", 400, problem=error, found=None, **shown)
    return render("search.html", problem=None, **shown, **values)


LISTS = {"act": tuple(Act), "status": tuple(Status), "form": tuple(Form)}


def _search(request: Asked, query: Query, show: str) -> dict[str, Any]:
    """What a page shows of the results."""
    desk = desk_of(request)
    found: views.FoundStatements | views.FoundArticles
    with desk.read() as store:
        found = views.find_articles(store, query, desk.stories) if show else views.find_statements(store, query)
        chosen = views.list_chosen(store, query)
        nothing = not found.facets.total
        wider = views.find_wider(store, query, chosen, articles=bool(show)) if nothing else ()
    asked = {name: value for name in views.CHOOSABLE if (value := getattr(query, name))}
    kept = asked | ({"show": show} if show else {})
    return {
        "found": found,
        "chosen": [(one, address_search(kept, **dict.fromkeys(one.fields, ""))) for one in chosen],
        "wider": [(one, address_search(kept, **dict.fromkeys(one.without.fields, ""))) for one in wider],
        "facets": link_facets(found.facets, kept),
        "address": address_search(kept),
        "statements_address": address_search(kept, show=""),
        "articles_address": address_search(kept, show=ARTICLES),
        "query": urlencode(asked, errors="replace"),
    }


def link_facets(facets: Facets, kept: dict[str, str]) -> list[Facet]:
    """What the results may be narrowed by: what is not chosen yet, and has more than one value."""
    every: Sequence[tuple[str, str, tuple[str, ...]]] = (
        ("act", "acts", ("act",)),
        ("status", "statuses", ("status",)),
        ("speaker", "speakers", ("actor",)),
        ("outlet", "outlets", ("outlet",)),
        ("month", "months", ("since", "until")),
    )
    found = []
    for kind, plural, fields in every:
        counts = getattr(facets, plural)
        links = tuple(
            FacetLink(one.name, one.count, address_search(kept, **dict.fromkeys(fields, one.value))) for one in counts
        )
        is_chosen = len(links) == 1 and all(kept.get(field) == counts[0].value for field in fields)
        if links and not is_chosen:
            found.append(Facet(kind, kind.capitalize(), links))
    return found


def address_search(kept: dict[str, str], **changed: str) -> str:
    """The page's address with these fields; ends in ? or &, for more."""
    return compose_address("/search", kept | changed)


ROUTES = (search_page,)
