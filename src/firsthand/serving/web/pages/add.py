"""Adding: a form for texts and files, and what becomes of them."""

from typing import Any
from urllib.parse import urlencode

from litestar import Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from firsthand.errors import FirsthandError
from firsthand.serving.intake.queue import MAX_BYTES
from firsthand.serving.views.uploads import (
    MOST_TOGETHER,
    UploadsView,
    WorkView,
    read_fate,
    view_together,
    view_upload,
    view_uploads,
)
from firsthand.serving.web.addresses import compose_address
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.rendering import quote_path, render
from firsthand.serving.web.taking_in import BODY_LIMIT, Sent, describe_work, receive, take_sent, try_again

RECENT = 8
ROWS = 20
OUTCOMES = 50
KEPT = 500_000  # characters of a text that a page gives back where something is wrong with the rest
LIMITS: dict[str, Any] = {"megabytes": MAX_BYTES // 1_000_000, "most_files": MOST_TOGETHER}


@get("/add", include_in_schema=False, sync_to_thread=True)
def add_page(request: Asked, part: FromQuery[str] = "") -> Response[str]:
    """The forms, and what was added last; with a part how far that is, or what the background does."""
    desk = desk_of(request)
    with desk.read() as store:
        work = describe_work(desk, store)
        if part == "work":
            return render("parts/work_part.html", work=work)
        recent = view_uploads(store, 0, RECENT)
    values = _describe(recent, work, "/add")
    if part:
        return render("parts/uploads_part.html", **values)
    return render("add.html", section="add", sent={}, problem=None, **LIMITS, **values)


@post(
    "/add", include_in_schema=False, sync_to_thread=True, request_max_body_size=BODY_LIMIT,
    dependencies={"sent": Provide(receive)},
)  # fmt: skip
def add(request: Asked, sent: NamedDependency[Sent]) -> Response[str] | Redirect:
    """Take in what a form brings; the way leads to where one sees what becomes of it."""
    desk = desk_of(request)
    try:
        taken = take_sent(desk, sent)
    except FirsthandError as error:  # told above the form, which keeps what was typed
        with desk.read() as store:
            values = _describe(view_uploads(store, 0, RECENT), describe_work(desk, store), "/add")
        kept = {name: value[:KEPT] for name, value in sent.words.items()}
        return render("add.html", 400, section="add", sent=kept, problem=error, **LIMITS, **values)
    if len(taken) == 1:
        return Redirect(f"/uploads/{quote_path(taken[0].id)}", status_code=303)
    return Redirect(f"/uploads?{urlencode([('id', one.id) for one in taken])}", status_code=303)


@get("/uploads", include_in_schema=False, sync_to_thread=True)
def uploads_page(
    request: Asked, id: FromQuery[list[str] | None] = None, offset: FromQuery[int] = 0, part: FromQuery[str] = ""
) -> Response[str]:
    """What was added, newest first; with ids only those, as when several files come at once."""
    desk = desk_of(request)
    with desk.read() as store:
        found = view_together(store, id) if id else view_uploads(store, offset, ROWS)
        work = describe_work(desk, store)
    query = urlencode([("id", one) for one in id]) if id else f"offset={offset}"
    values = _describe(found, work, f"/uploads?{query}") | {"together": bool(id)}
    if part:
        return render("parts/uploads_part.html", **values)
    return render("uploads.html", section="add", **values)


@get("/uploads/{id:str}", include_in_schema=False, sync_to_thread=True)
def upload_page(
    request: Asked, id: FromPath[str], offset: FromQuery[int] = 0, fate: FromQuery[str] = "", part: FromQuery[str] = ""
) -> Response[str]:
    """What became of one upload, input by input."""
    desk = desk_of(request)
    with desk.read() as store:
        view = view_upload(store, id, offset, OUTCOMES, read_fate(fate))
        work = describe_work(desk, store)
    address = compose_address(f"/uploads/{quote_path(id)}", {"fate": fate})
    values: dict[str, Any] = {"view": view, "work": work, "fate": fate, "address": address}
    values |= {"watched": _is_watched(work, view.row.is_settled), "here": f"{address}offset={offset}"}
    return render("parts/upload_part.html" if part else "upload.html", section="add", **values)


@post("/uploads/{id:str}/retry", include_in_schema=False, sync_to_thread=True)
def retry_upload(request: Asked, id: FromPath[str]) -> Redirect:
    """Let a failed upload be read again."""
    upload = try_again(desk_of(request), id)
    return Redirect(f"/uploads/{quote_path(upload.id)}", status_code=303)


def _describe(found: UploadsView, work: WorkView, here: str) -> dict[str, Any]:
    """What a list of uploads shows, with whether its page asks again by itself."""
    settled = all(row.is_settled for row in found.page.items)
    return {"found": found, "work": work, "here": here, "watched": _is_watched(work, settled), "together": False}


def _is_watched(work: WorkView, is_settled: bool) -> bool:
    """Whether there is something to wait for: the reading, or the linking that follows it."""
    if not is_settled or work.step:
        return True
    return work.worker is not None and not work.is_current and not work.linking.error


ROUTES = (add_page, add, uploads_page, upload_page, retry_upload)
