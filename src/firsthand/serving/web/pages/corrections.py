"""Corrections: the log, the choices where one corrects, and what becomes of a correction."""

from typing import Annotated, Any

from litestar import Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, FromQuery
from litestar.response import Redirect

from firsthand.errors import UsageError
from firsthand.records import Judgement
from firsthand.serving.views.choices import choose_same, choose_speaker
from firsthand.serving.views.corrections import export_log, list_corrections, read_judgement_kind, read_verdict
from firsthand.serving.web.correcting import Asking, correct, undo, view_state
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.rendering import quote_path, render
from firsthand.serving.web.signing import find_name, keep_name

HTMX = "hx-request"
CHANGED = {"hx-trigger": "corrected"}  # the page fetches itself again
Sent = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/corrections", include_in_schema=False, sync_to_thread=True)
def corrections_page(request: Asked, offset: FromQuery[int] = 0) -> Response[str]:
    """The log, newest first."""
    desk = desk_of(request)
    with desk.read() as store:
        found = list_corrections(store, offset=offset, limit=20)
    works = desk.settings.works
    return render("corrections.html", section="corrections", found=found, name=find_name(request), works=works)


@get("/corrections/export", include_in_schema=False, sync_to_thread=True)
def export_corrections(request: Asked) -> Response[bytes]:
    """The log as JSON Lines."""
    with desk_of(request).read() as store:
        log = store.links.load_judgement_log()
    headers = {"content-disposition": 'attachment; filename="corrections.jsonl"', "cache-control": "no-cache"}
    return Response(export_log(log), media_type="application/jsonl", headers=headers)


@get("/corrections/new", include_in_schema=False, sync_to_thread=True)
def choices_page(
    request: Asked,
    statement: FromQuery[str] = "",
    same: FromQuery[str] = "",
    id: FromQuery[str] = "",
    words: FromQuery[str] = "",
) -> Response[str]:
    """What one may choose from: for a statement who said it, for another thing (`same`: its kind) what is the same."""
    desk = desk_of(request)
    with desk.read() as store:
        if statement:
            values: dict[str, Any] = {"choices": choose_speaker(store, statement, words, find=desk.find_story)}
        else:
            values = {"choices": choose_same(store, same, id, words, find=desk.find_story)}
    part = "speaker" if statement else "same"
    values |= {"part": part, "words": words, "name": find_name(request), "section": "corrections"}
    values["works"] = desk.settings.works
    return render(f"parts/correction_{part}.html" if HTMX in request.headers else "correction_new.html", **values)


@post("/corrections", include_in_schema=False, sync_to_thread=True, status_code=200)
def keep_correction(request: Asked, data: Sent) -> Response[str] | Redirect:
    """Keep what a form of `parts/corrections.html` says."""
    sent = read_form(data)
    kind = read_judgement_kind(sent.get("kind", ""))
    asked = Asking(read_verdict(sent.get("verdict", "")), sent.get("left", ""), sent.get("right", ""), kind)
    judgement = correct(desk_of(request), asked, find_name(request))
    return _answer(request, judgement)


@post("/corrections/name", include_in_schema=False, sync_to_thread=True)
def keep_own_name(data: Sent) -> Redirect:
    """Keep the name that corrections are signed with, in the browser."""
    name = read_form(data).get("name", "")
    return Redirect("/corrections", status_code=303, cookies=[keep_name(name)])


@get("/corrections/{id:str}", include_in_schema=False, sync_to_thread=True)
def correction_page(request: Asked, id: FromPath[str], part: FromQuery[str] = "") -> Response[str]:
    """One correction, and what changed by it; with `part=state` only how far it is, for the page that waits."""
    desk = desk_of(request)
    with desk.read() as store:
        state = view_state(desk, store, id)
    if part:
        headers = CHANGED if state.is_followed else {}
        return render("parts/correction_state.html", headers=headers, state=state)
    return render("correction.html", section="corrections", state=state, works=desk.settings.works)


@post("/corrections/{id:str}/undo", include_in_schema=False, sync_to_thread=True, status_code=200)
def undo_correction(request: Asked, id: FromPath[str]) -> Response[str] | Redirect:
    """Take a correction back."""
    return _answer(request, undo(desk_of(request), id, find_name(request)))


def read_form(data: dict[str, Any]) -> dict[str, str]:
    """The fields of a form; of one that came several times the last.

    Raises:
        UsageError: a field is no text.

    """
    found: dict[str, str] = {}
    for name, value in data.items():
        last = value[-1] if isinstance(value, list) and value else value
        if not isinstance(last, str):
            raise UsageError("a form's fields are texts", str(name)[:80])
        found[name] = last
    return found


def _answer(request: Asked, judgement: Judgement) -> Response[str] | Redirect:
    """A message for the page that waits; without scripts the way to the page of the correction."""
    if HTMX not in request.headers:
        return Redirect(f"/corrections/{quote_path(judgement.id)}", status_code=303)
    desk = desk_of(request)
    with desk.read() as store:
        state = view_state(desk, store, judgement.id)
    return render("parts/correction_message.html", headers=CHANGED if state.is_followed else {}, state=state)


ROUTES = (
    *(corrections_page, export_corrections, choices_page, keep_correction, keep_own_name),
    *(correction_page, undo_correction),
)
