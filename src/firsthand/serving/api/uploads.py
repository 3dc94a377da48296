"""Uploads as JSON: what was added, and what becomes of it."""

from dataclasses import dataclass

import msgspec
from litestar import get, post
from litestar.di import NamedDependency, Provide
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.params import FromPath, FromQuery

from firsthand.serving.views.paging import PAGE
from firsthand.serving.views.uploads import (
    UploadsView,
    UploadView,
    WorkView,
    read_fate,
    view_upload,
    view_uploads,
)
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.taking_in import BODY_LIMIT, PARTICULARS, Sent, describe_work, receive, take_sent, try_again
from firsthand.storage import Upload

API = "/api/v1/uploads"


class Taken(msgspec.Struct, frozen=True):
    """What was taken in and waits to be read: one upload for the text, one for each file."""

    uploads: tuple[Upload, ...]


class UploadAnswer(msgspec.Struct, frozen=True):
    """An upload with one page of what became of its inputs, and what works in the background."""

    view: UploadView
    work: WorkView


@dataclass
class TakeIn(Operation):
    """The description of a request that Litestar can't know, as it comes in two forms."""

    def __post_init__(self) -> None:
        """Add the two forms."""
        texts = {name: Schema(type=OpenAPIType.STRING) for name in ("text", *PARTICULARS)}
        files = Schema(type=OpenAPIType.ARRAY, items=Schema(type=OpenAPIType.STRING, format="binary"))  # type: ignore[arg-type]
        words = Schema(type=OpenAPIType.OBJECT, properties=dict(texts), required=["text"])
        form = Schema(type=OpenAPIType.OBJECT, properties={**texts, "files": files})
        content = {"application/json": OpenAPIMediaType(words), "multipart/form-data": OpenAPIMediaType(form)}
        self.request_body = RequestBody(content=content, required=True)


@post(
    API, tags=["uploads"], sync_to_thread=True, status_code=202, request_max_body_size=BODY_LIMIT,
    dependencies={"sent": Provide(receive)}, operation_class=TakeIn,
)  # fmt: skip
def add_upload(request: Asked, sent: NamedDependency[Sent]) -> Taken:
    """Take in a text (JSON) or files (a form, with a field `text` if there is one, too) to be read in the background.

    A text may be plain, the source of a page, or JSON Lines; how a file's name ends says what it is. title, publisher,
    published and url are of all that comes.
    """
    return Taken(tuple(take_sent(desk_of(request), sent)))


@get(API, tags=["uploads"], sync_to_thread=True)
def list_uploads(request: Asked, offset: FromQuery[int] = 0, limit: FromQuery[int] = PAGE) -> UploadsView:
    """What was added, newest first."""
    with desk_of(request).read() as store:
        return view_uploads(store, offset, limit)


@get(API + "/{id:str}", tags=["uploads"], sync_to_thread=True)
def get_upload(
    request: Asked,
    id: FromPath[str],
    fate: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
    limit: FromQuery[int] = PAGE,
) -> UploadAnswer:
    """What became of one upload, input by input; of those of one fate: stored, revision, duplicate, rejected."""
    desk = desk_of(request)
    with desk.read() as store:
        return UploadAnswer(view_upload(store, id, offset, limit, read_fate(fate)), describe_work(desk, store))


@post(API + "/{id:str}/retry", tags=["uploads"], sync_to_thread=True, status_code=202)
def retry_upload(request: Asked, id: FromPath[str]) -> Upload:
    """Let a failed upload wait again; what is stored of it stays."""
    return try_again(desk_of(request), id)


ROUTES = (add_upload, list_uploads, get_upload, retry_upload)
