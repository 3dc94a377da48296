"""The description of the API (OpenAPI 3.1), completed: what Litestar draws from the routes, and what it can't know.

Names of operations, summaries, parameters (`parameters`), every answer that may come, and short names of types.
"""

import re
from collections.abc import Iterator
from typing import Any

from litestar import Litestar
from litestar.connection import Request
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.serialization import decode_json, encode_json
from litestar.types import Method

from firsthand.serving.api.parameters import find_about
from firsthand.serving.exports import FORMATS

METHODS = ("get", "post", "put", "patch", "delete")
VERBS = {"post": "add", "delete": "undo"}
WHOLE = {"search": "search_statements", "search/articles": "search_articles", "export": "export", "state": "get_state",
         "statements": "list_statements", "comparisons": "compare_article"}  # fmt: skip
SINGULAR = {"stories": "story", "copies": "copy"}
PAGED = re.compile(r"Paged_[\w.]*?(\w+)_(?=[\"/])")
PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "Why there is no answer: the words say what to do.",
    "required": ["status", "error", "subject"],
    "properties": {
        "status": {"type": "integer", "description": "The status of the answer."},
        "error": {"type": "string", "description": "What is wrong, and what to do."},
        "subject": {"type": ["string", "null"], "description": "What it is about: an id, a value."},
    },
}
PROBLEMS = {
    "400": "What was asked for can't be asked for.",
    "401": "A token is needed: this server is not for this machine alone.",
    "403": "This server only shows, or another site's page sent the request.",
    "404": "Nothing has this id.",
    "413": "Too much was sent.",
    "421": "The server is asked by a name that is not its own.",
    "503": "The database can't be used now.",
}
CHANGING = ("403", "413")
TAGS = {
    "stories": "Articles about one course of events, and all that is found about them.",
    "claims": "What statements of several articles say in common, with its independent origins.",
    "actors": "Who speaks and who publishes: people, organisations, governments, outlets, groups, documents.",
    "articles": "Whole records, as the contract has them.",
    "statements": "Who said what, in whose words, through whom.",
    "search": "Statements and articles by words, speaker, outlet, act, status and date.",
    "corrections": "Judgements of people; they win over the program's.",
    "uploads": "Texts and files that are to be read, and what became of them.",
    "state": "How much there is, and what is being done.",
    "export": "Files to take away, in the forms of other programs.",
}


class Description(JsonRenderPlugin):
    """Gives the completed description."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:  # noqa: ARG002 -- Litestar's shape
        """The document as JSON."""
        return encode_json(describe_api(request.app))


def describe_api(app: Litestar) -> dict[str, Any]:
    """The completed description of an application's API, made once. Not to be changed."""
    if "api" not in app.state:
        app.state.api = complete(app.openapi_schema.to_schema())
    found: dict[str, Any] = app.state.api
    return found


def complete(drawn: dict[str, Any]) -> dict[str, Any]:
    """A new document, with all that programs and people need to know."""
    document: dict[str, Any] = decode_json(PAGED.sub(r"PageOf\1", encode_json(drawn).decode()))
    document["components"]["schemas"]["Problem"] = PROBLEM
    document["components"]["responses"] = {status: _describe_problem(words) for status, words in PROBLEMS.items()}
    document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    document["security"] = [{}, {"token": []}]  # without, where the server is for this machine alone
    used = set()
    for path, method, operation in list_operations(document):
        used |= set(operation["tags"])
        _complete_operation(path, method, operation)
    document["tags"] = [{"name": name, "description": words} for name, words in TAGS.items() if name in used]
    return document


def list_operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each operation with its path and its method."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def name_operation(_: HTTPRouteHandler, method: Method, components: list[Any]) -> str:
    """`list_story_claims` for GET /stories/{id}/claims, `get_story`, `add_correction`, `undo_correction`."""
    parts = [one for one in components if isinstance(one, str)][2:]
    whole = "/".join(parts)
    if whole in WHOLE and isinstance(components[-1], str):
        return WHOLE[whole]
    is_one = not isinstance(components[-1], str)
    owner, *rest = parts
    verb = VERBS.get(method.lower()) or ("get" if is_one else "list")
    if not rest:
        return f"{verb}_{_singular(owner) if is_one or verb != 'list' else owner}"
    if method == "POST":
        return f"{rest[-1]}_{_singular(owner)}"
    return "_".join((verb, _singular(owner), *rest))


def _singular(plural: str) -> str:
    return SINGULAR.get(plural, plural.removesuffix("s"))


def _complete_operation(path: str, method: str, operation: dict[str, Any]) -> None:
    sentences = " ".join(operation.pop("description", "").split())
    operation["summary"], _, rest = sentences.partition(". ")
    operation["summary"] = operation["summary"].rstrip(".")
    if rest:
        operation["description"] = rest
    for parameter in operation.get("parameters", ()):
        words, bounds = find_about(operation["operationId"], parameter["name"])
        parameter["description"] = words
        parameter["schema"] |= bounds
        if parameter["in"] == "path":
            parameter["schema"] |= {"type": "string"}
    answers = operation["responses"]
    statuses = [one for one in PROBLEMS if method != "get" or one not in CHANGING]
    answers |= {status: {"$ref": f"#/components/responses/{status}"} for status in statuses}
    if method == "get" and "{id}" in path:
        answers["302"] = {
            "description": "What has the id now is there: it was merged, or the id is of something within it.",
            "headers": {"location": {"schema": {"type": "string"}, "description": "The present address."}},
        }
    if operation["operationId"] == "export":
        files: dict[str, Any] = {form.media_type.partition(";")[0]: {} for form in FORMATS.values()}
        answers["200"] = {"description": "The file.", "content": files}


def _describe_problem(words: str) -> dict[str, Any]:
    return {
        "description": words,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
