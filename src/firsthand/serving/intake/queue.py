"""What a door asks of adding: to take in a text or a file, and to say what became of it."""

import re

import msgspec

from firsthand import engine
from firsthand.errors import SizeError, UsageError
from firsthand.storage import Fate, Linking, Store, Upload, UploadKind, UploadOutcome, UploadState

MAX_BYTES = 50_000_000  # of one upload
MAX_WAITING_BYTES = 1_000_000_000  # of all uploads that wait: they lie in the database
MAX_NAME = 255
MAX_PARTICULAR = 2_000  # characters of a publisher, title, address or date
MAX_LIMIT = 1_000
MAX_OFFSET = 1_000_000_000
FIRST_WORDS = 80  # characters of a pasted text that name it in lists
SURROGATE = re.compile("[\ud800-\udfff]")


class UploadList(msgspec.Struct, frozen=True):
    """Some uploads, newest first; `total` counts all, `waiting` those that are not settled yet."""

    uploads: list[Upload]
    total: int
    waiting: int
    has_more: bool


class Uploaded(msgspec.Struct, frozen=True):
    """An upload with the outcomes of some of its inputs, in order."""

    upload: Upload
    outcomes: list[UploadOutcome]
    has_more: bool


class LinkingProgress(msgspec.Struct, frozen=True):
    """How far linking is: the run in the background, how many articles are in no story yet, and whether all is linked.

    `is_current` is False also where a judgement is not followed yet.
    """

    run: Linking
    unlinked: int
    is_current: bool


def enqueue_text(
    store: Store,
    text: str,
    *,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Upload:
    """Take in a pasted text: plain text, or the source of a page, or JSON, as it begins. Empty particulars are none.

    Raises:
        SizeError: it has more than MAX_BYTES, or too much is waiting.
        UsageError: `published` is no date, or a particular is too long.
        StoreAccessError: the database can't be written.

    """
    clean = _replace_surrogates(text)
    name = " ".join(clean[: 10 * FIRST_WORDS].split())[:FIRST_WORDS] or "pasted text"
    particulars = _make_particulars(publisher, published, url, title)
    return _enqueue(store, UploadKind.TEXT, particulars.title or name, clean.encode(), particulars)


def enqueue_file(
    store: Store,
    name: str,
    data: bytes,
    *,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Upload:
    """Take in a file; how its name ends says what it is: text, page, JSON, JSON Lines, each also packed (.gz).

    Of the name only the last part is kept, without control characters. Raises like `enqueue_text`.
    """
    last = re.split(r"[/\\]", _replace_surrogates(name))[-1]
    clean = "".join(character if character.isprintable() else " " for character in last[-MAX_NAME:]).strip()
    particulars = _make_particulars(publisher, published, url, title)
    return _enqueue(store, UploadKind.FILE, clean or "unnamed file", data, particulars)


def list_uploads(store: Store, *, limit: int = 20, offset: int = 0) -> UploadList:
    """The uploads, newest first.

    Raises:
        UsageError: the limit is not from 1 to MAX_LIMIT, or the offset not from 0 to MAX_OFFSET.

    """
    _check_page(limit, offset)
    found = store.uploads.list_newest(limit + 1, offset)
    counts = store.uploads.count()
    waiting = counts.get(UploadState.WAITING, 0) + counts.get(UploadState.READING, 0)
    return UploadList(found[:limit], sum(counts.values()), waiting, len(found) > limit)


def get_upload(store: Store, id: str, *, limit: int = 50, offset: int = 0, fate: Fate | None = None) -> Uploaded:
    """One upload with what became of its inputs, of those with one `fate` if asked.

    Raises:
        UsageError: there is no such upload; limit and offset as in `list_uploads`.

    """
    _check_page(limit, offset)
    with store.snapshot():
        upload = store.uploads.get(id)
        outcomes = store.uploads.list_outcomes(id, limit + 1, offset, fate)
    return Uploaded(upload, outcomes[:limit], len(outcomes) > limit)


def retry(store: Store, id: str) -> Upload:
    """Let a failed upload wait again; what is stored of it stays.

    Raises:
        UsageError: there is no such upload, or it has not failed.

    """
    return store.uploads.retry(id)


def request_link(store: Store, story: str | None = None) -> None:
    """Ask for linking after a judgement; the story that it concerns comes first, then all that hangs on it."""
    store.uploads.request_link(story)


def describe_linking(store: Store) -> LinkingProgress:
    """How far linking is."""
    with store.snapshot():
        run = store.uploads.load_linking()
        return LinkingProgress(run, store.links.count_unlinked(), store.links.is_current())


def _enqueue(store: Store, kind: UploadKind, name: str, body: bytes, particulars: engine.Particulars) -> Upload:
    if len(body) > MAX_BYTES:
        raise SizeError(f"over {MAX_BYTES // 1_000_000} MB: split it, or add it with `firsthand add`", name)
    if store.uploads.count_open_bytes() + len(body) > MAX_WAITING_BYTES:
        limit = f"{MAX_WAITING_BYTES // 1_000_000:,} MB"
        raise SizeError(f"more than {limit} would wait to be read: add it when some of it is done", name)
    return store.uploads.add(kind, name, body, **msgspec.structs.asdict(particulars))


def _make_particulars(
    publisher: str | None, published: str | None, url: str | None, title: str | None
) -> engine.Particulars:
    """What the user says; fields that a form sends empty say nothing."""
    given = [(value or "").strip() or None for value in (publisher, published, url, title)]
    for value in given:
        if value and len(value) > MAX_PARTICULAR:
            raise UsageError(f"too long: at most {MAX_PARTICULAR:,} characters", value[:FIRST_WORDS])
    return engine.make_particulars(*given)


def _check_page(limit: int, offset: int) -> None:
    if not 1 <= limit <= MAX_LIMIT:
        raise UsageError(f"the limit is a number from 1 to {MAX_LIMIT:,}", str(limit))
    if not 0 <= offset <= MAX_OFFSET:
        raise UsageError(f"the offset is a number from 0 to {MAX_OFFSET:,}", str(offset))


def _replace_surrogates(text: str) -> str:
    return SURROGATE.sub("\ufffd", text)
