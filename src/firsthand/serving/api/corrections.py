"""Corrections as JSON: the log, and judgements given and taken back."""

import msgspec
from litestar import delete, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from firsthand.records import Judgement, JudgementKind, Verdict
from firsthand.serving.views.corrections import find_correction, is_followed
from firsthand.serving.views.paging import PAGE, Paged, slice_page
from firsthand.serving.web.correcting import Asking, correct, undo
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.signing import clean_name, find_name
from firsthand.storage import LoggedJudgement

API = "/api/v1/corrections"


class CorrectionRequest(msgspec.Struct, frozen=True):
    """What is judged: two things by their ids, or one statement alone.

    kind: needed for a speaker (a statement and an actor), a statement and an origin; else the ids tell it. by: who
    decides; without it the name that the browser keeps, else the user who runs the server.
    """

    verdict: Verdict
    left: str
    right: str = ""
    kind: JudgementKind | None = None
    by: str | None = None


class CorrectionAnswer(msgspec.Struct, frozen=True):
    """A judgement of the log, and whether the links follow it as it is now."""

    logged: LoggedJudgement
    is_followed: bool


@get(API, tags=["corrections"], sync_to_thread=True)
def list_judgements(request: Asked, offset: FromQuery[int] = 0, limit: FromQuery[int] = PAGE) -> Paged[LoggedJudgement]:
    """Every judgement ever given, newest first."""
    with desk_of(request).read() as store:
        return slice_page(store.links.load_judgement_log()[::-1], offset, limit)


@get(API + "/{id:str}", tags=["corrections"], sync_to_thread=True)
def get_judgement(request: Asked, id: FromPath[str]) -> CorrectionAnswer:
    """One judgement, and whether the links follow it."""
    with desk_of(request).read() as store:
        return CorrectionAnswer(find_correction(store, id), is_followed(store, id))


@post(API, tags=["corrections"], sync_to_thread=True)
def add_judgement(request: Asked, data: JSONBody[CorrectionRequest]) -> Judgement:
    """Keep a judgement. The links follow in the background: `is_followed` of the judgement says when they do."""
    by = find_name(request) if data.by is None else clean_name(data.by)
    return correct(desk_of(request), Asking(data.verdict, data.left, data.right, data.kind), by)


@delete(API + "/{id:str}", tags=["corrections"], sync_to_thread=True, status_code=200)
def undo_judgement(request: Asked, id: FromPath[str]) -> CorrectionAnswer:
    """Take a judgement back. It stays in the log; the links follow in the background."""
    desk = desk_of(request)
    judgement = undo(desk, id, find_name(request))
    with desk.read() as store:
        return CorrectionAnswer(find_correction(store, judgement.id), is_followed(store, judgement.id))


ROUTES = (list_judgements, get_judgement, add_judgement, undo_judgement)
