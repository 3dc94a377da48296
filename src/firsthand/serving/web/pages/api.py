"""What programs may ask: the API's description, drawn, with examples of the store at hand."""

from typing import Any
from urllib.parse import urlencode

from litestar import Response, get

from firsthand.serving.api.description import describe_api, list_operations
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.exporting import find_base
from firsthand.serving.web.rendering import quote_path, render
from firsthand.storage import Store

# What is asked for in an example, beside an id.
EXAMPLES = {
    "list_stories": {"least": "2", "limit": "5"},
    "list_claims": {"status": "disputed"},
    "list_story_claims": {"claims": "corroborated"},
    "list_story_timeline": {"period": "ahead"},
    "list_actors": {"kind": "person", "limit": "10"},
    "search_statements": {"act": "deny", "limit": "10"},
    "search_articles": {"act": "deny", "limit": "10"},
    "export": {"format": "csv", "table": "claims"},
}
OF_ARTICLE = "list_statements"  # its id stands in the query
BARE = frozenset(("compare_article",))  # which two articles, or revisions, are alike is not known here


@get("/api", include_in_schema=False, sync_to_thread=True)
def api_page(request: Asked) -> Response[str]:
    """The routes with their parameters, by what they are about."""
    with desk_of(request).read() as store:
        ids = find_ids(store)
    document = describe_api(request.app)
    groups = [
        (tag["name"], tag["description"], [one for one in describe_routes(document, ids) if one["tag"] == tag["name"]])
        for tag in document["tags"]
    ]
    needs_token = bool(desk_of(request).settings.token)
    return render("api.html", section="api", groups=groups, base=find_base(request), needs_token=needs_token)


def describe_routes(document: dict[str, Any], ids: dict[str, str]) -> list[dict[str, Any]]:
    """Each operation as the page draws it."""
    return [
        {
            "tag": operation["tags"][0],
            "name": operation["operationId"],
            "method": method.upper(),
            "path": path,
            "summary": operation["summary"],
            "description": operation.get("description", ""),
            "parameters": [_describe_parameter(one) for one in operation.get("parameters", ())],
            "example": fill_example(path, operation["operationId"], ids) if method == "get" else None,
        }
        for path, method, operation in list_operations(document)
    ]


def fill_example(path: str, name: str, ids: dict[str, str]) -> str | None:
    """An address that may be opened; None where the store has nothing to show it on."""
    thing = path.removeprefix("/api/v1/").partition("/")[0]
    needed = "articles" if name == OF_ARTICLE else thing if "{id}" in path else ""
    if name in BARE or (needed and needed not in ids):
        return None
    query = urlencode(EXAMPLES.get(name, {}) | ({"article": ids["articles"]} if name == OF_ARTICLE else {}))
    return path.replace("{id}", quote_path(ids.get(thing, ""))) + (f"?{query}" if query else "")


def find_ids(store: Store) -> dict[str, str]:
    """One thing of each kind, that examples are shown on."""
    found: dict[str, str] = {}
    articles = store.list_articles(limit=1)
    if articles:
        found["articles"] = articles[0].id
        said = store.get(articles[0].id).statements
        found |= {"statements": said[0].id} if said else {}
    things = (
        ("stories", [one.id for one in store.links.list_stories(1)]),
        ("claims", [one.id for one in store.links.search_claims(limit=1)]),
        ("actors", [one.id for one in store.links.find_actors("", 1)]),
        ("corrections", [one.judgement.id for one in store.links.load_judgement_log()[-1:]]),
        ("uploads", [one.id for one in store.uploads.list_newest(1)]),
    )
    return found | {kind: ids[0] for kind, ids in things if ids}


def _describe_parameter(parameter: dict[str, Any]) -> dict[str, Any]:
    """A parameter's name, meaning, and what it may be, in words."""
    schema = parameter["schema"]
    values = [str(one) for one in schema.get("enum", ()) if one != ""]
    least, most = schema.get("minimum"), schema.get("maximum")
    bounds = f"{least:,} to {most:,}" if least is not None and most is not None else ""
    default = schema.get("default")
    return {
        "name": parameter["name"],
        "words": parameter["description"],
        "values": values,
        "bounds": bounds,
        "default": "" if default in ("", None, False) else str(default),
        "required": parameter.get("required", False),
    }


ROUTES = (api_page,)
