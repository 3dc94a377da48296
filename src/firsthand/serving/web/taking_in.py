"""What comes in through a door: texts and files, kept until a process in the background reads them."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.exceptions import ClientException, HTTPException

from firsthand.errors import UsageError
from firsthand.serving.intake import enqueue_file, enqueue_text, retry
from firsthand.serving.intake.queue import MAX_BYTES
from firsthand.serving.views.uploads import MOST_TOGETHER, WorkView, view_work
from firsthand.serving.web.desk import Asked, Desk
from firsthand.storage import Store, Upload

BODY_LIMIT = MAX_BYTES + 900_000  # bytes of a request that brings texts: what is around them in a form, too
READ_ONLY = "this server only shows: start `firsthand serve` without --read-only to add"
NOTHING = "nothing came: paste a text, or choose at least one file"
PARTICULARS = ("title", "publisher", "published", "url")


@dataclass(frozen=True)
class Sent:
    """A form that brings texts: its words by field, and its files."""

    words: dict[str, str]
    files: list[UploadFile]


async def receive(request: Asked) -> Sent:
    """What a request brings: a form with fields and files, or an object of JSON with fields.

    Raises:
        ClientException: it is neither.

    """
    kind, _ = request.content_type
    try:
        if kind == RequestEncodingType.JSON:
            words = msgspec.json.decode(await request.body(), type=dict[str, str | None])
            return Sent({name: value for name, value in words.items() if value is not None}, [])
        form = list((await request.form()).multi_items())
    except (msgspec.DecodeError, UnicodeError, LookupError) as error:  # a part may name an encoding that is none
        raise ClientException(f"can't be read: send a form in UTF-8, or JSON with fields of text ({error})") from error
    files = [value for _, value in form if isinstance(value, UploadFile)]
    return Sent({name: value for name, value in form if isinstance(value, str)}, files)


def take_sent(desk: Desk, sent: Sent) -> list[Upload]:
    """Keep the text and all files, or nothing.

    Raises:
        UsageError: nothing came, too many files, or a particular is wrong.
        SizeError: too much of it.
        HTTPException: this server only shows.

    """
    check_adds(desk)
    if len(sent.files) > MOST_TOGETHER:
        raise UsageError(f"at most {MOST_TOGETHER} files at once: send the others after them", str(len(sent.files)))
    particulars = {name: sent.words.get(name) or None for name in PARTICULARS}
    text = sent.words.get("text", "")
    if not text.strip() and not sent.files:
        raise UsageError(NOTHING)
    with desk.write() as store, store.links.transact():
        taken = [enqueue_text(store, text, **particulars)] if text.strip() else []
        return taken + list(_take_files(store, sent.files, particulars))


def try_again(desk: Desk, id: str) -> Upload:
    """Let a failed upload wait again.

    Raises:
        UsageError: there is no such upload, or it has not failed.
        HTTPException: this server only shows.

    """
    check_adds(desk)
    with desk.write() as store:
        return retry(store, id)


def check_adds(desk: Desk) -> None:
    """Whether this server takes anything in.

    Raises:
        HTTPException: it only shows.

    """
    if not desk.settings.works:
        raise HTTPException(READ_ONLY, status_code=403)


def describe_work(desk: Desk, store: Store) -> WorkView:
    """What works in the background of this server, and what waits for it."""
    return view_work(store, desk.settings.works, desk.worker.state.value if desk.worker else None)


def _take_files(store: Store, files: Iterable[UploadFile], particulars: dict[str, str | None]) -> Iterable[Upload]:
    for one in files:
        with one.file:
            yield enqueue_file(store, one.filename, one.file.read(), **particulars)
