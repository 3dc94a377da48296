"""The application: routes, errors, static files, and what runs beside them."""

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from mimetypes import guess_type
from typing import Any

from litestar import Litestar, Response, Router, get
from litestar.datastructures import State
from litestar.exceptions import HTTPException, NotFoundException, ValidationException
from litestar.openapi import OpenAPIConfig
from litestar.params import FromPath
from litestar.types import ASGIApp

from firsthand import __version__
from firsthand.errors import FirsthandError, StoreError, UsageError
from firsthand.serving.api import ROUTES
from firsthand.serving.api.description import Description, name_operation
from firsthand.serving.web.desk import Asked, Desk
from firsthand.serving.web.gate import Gate
from firsthand.serving.web.pages import PAGES
from firsthand.serving.web.rendering import list_static, render
from firsthand.serving.web.settings import Settings

YEAR = 31_536_000
API = "/api/"
BODY_LIMIT = 1_000_000  # bytes of a request; those that bring texts have a limit of their own (`taking_in`)
FAULT = "a fault in Firsthand itself: what the server printed says where; please report it"
LOG = logging.getLogger("uvicorn.error")
DESCRIPTION = "Who said it first, and through whom it reached us: the data of every page. Ids are permanent."


def make_app(settings: Settings) -> Litestar:
    """The pages and the API over one store; `guard` goes around it."""

    @asynccontextmanager
    async def run(app: Litestar) -> AsyncIterator[None]:
        app.state.desk = desk = Desk(settings)
        desk.start()
        try:
            yield
        finally:
            desk.close()

    # All at once: Litestar spoils the first of two sync handlers of one path where they are registered one by one.
    router = Router("/", route_handlers=[*PAGES, *ROUTES, static_file])
    return Litestar(
        route_handlers=[router],
        lifespan=[run],
        logging_config=None,  # Litestar's own makes every library tell what it does
        request_max_body_size=BODY_LIMIT,
        state=State({"settings": settings}),
        exception_handlers={
            UsageError: answer_usage,
            StoreError: answer_store,
            FirsthandError: answer_usage,
            HTTPException: answer_http,
            Exception: answer_fault,
        },
        openapi_config=OpenAPIConfig(
            title="Firsthand",
            version=__version__,
            description=DESCRIPTION,
            path="/api/openapi",
            use_handler_docstrings=True,
            operation_id_creator=name_operation,
            render_plugins=[Description()],  # Litestar's pages of it load scripts from elsewhere
        ),
    )


def guard(app: ASGIApp, settings: Settings) -> ASGIApp:
    """The application behind its gate."""
    return Gate(app, settings)


@get("/static/{digest:str}/{name:path}", include_in_schema=False, sync_to_thread=True)
def static_file(digest: FromPath[str], name: FromPath[str]) -> Response[bytes]:
    """A file that the pages need. Its address changes with it, so that browsers keep it."""
    path = list_static().get(name.lstrip("/"))
    if path is None:
        raise NotFoundException(f"there is no file {digest}/{name}")
    kind = "font/woff2" if path.suffix == ".woff2" else guess_type(path.name)[0] or "application/octet-stream"
    headers = {"cache-control": f"public, max-age={YEAR}, immutable"}
    return Response(path.read_bytes(), media_type=kind, headers=headers)


def answer_usage(request: Asked, error: FirsthandError) -> Response[Any]:
    """What was asked for does not exist, or can't be asked for."""
    return _answer(request, 404 if is_missing(error) else 400, error.message, error.subject)


def answer_store(request: Asked, error: FirsthandError) -> Response[Any]:
    """The database can't be used now."""
    return _answer(request, 503, error.message, error.subject)


def answer_http(request: Asked, error: HTTPException) -> Response[Any]:
    """No such address, a parameter of the wrong type, and the like."""
    if error.status_code == 404:
        return _answer(request, 404, "there is no such page", request.url.path)
    if error.status_code == 413:
        return _answer(request, 413, word_limit(request), None)
    found = error.extra if isinstance(error, ValidationException) else None
    told = [one for one in found if isinstance(one, dict) and "message" in one] if isinstance(found, list) else []
    words = "; ".join(f"{one['key']}: {one['message']}" if "key" in one else one["message"] for one in told)
    return _answer(request, error.status_code, words or error.detail, None, error.headers)


def word_limit(request: Asked) -> str:
    """How much a request to this address may bring."""
    limit = request.route_handler.resolve_request_max_body_size() or BODY_LIMIT
    return f"this is more than {limit // 1_000_000} MB: send less at a time, or add it with `firsthand add`"


def answer_fault(request: Asked, error: Exception) -> Response[Any]:
    """A fault of ours: what is behind it goes to the log, not to the page."""
    LOG.error("a fault at %s", request.url.path, exc_info=error)
    return _answer(request, 500, FAULT, None)


def is_missing(error: FirsthandError) -> bool:
    """Whether an error says that an id stands for nothing."""
    return error.subject is not None and error.message.startswith(("there is no", "nothing has this id", "no actor"))


def _answer(
    request: Asked, status: int, words: str, subject: str | None, headers: Mapping[str, str] | None = None
) -> Response[Any]:
    if request.url.path.startswith(API):
        problem = {"status": status, "error": words, "subject": subject}
        return Response(problem, status_code=status, headers=dict(headers or {}))
    template = "parts/problem.html" if "hx-request" in request.headers else "error.html"
    return render(template, status, headers, status_code=status, message=words, subject=subject)
