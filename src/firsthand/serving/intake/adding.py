"""Uploads → the store, batch by batch, so that progress shows and a run that is killed goes on where it was."""

import io
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice

from firsthand import engine
from firsthand.errors import FirsthandError, InputError, ModelError
from firsthand.records import Article
from firsthand.serving.intake.faults import REPORT, word_fault
from firsthand.storage import Outcome, Store, Upload, UploadKind, UploadOutcome

BATCH = 4  # inputs a transaction: under a second of extraction, so that a page sees it go on
TRIES = 2  # that may break off at one place before the input there is left out
MAX_UNPACKED = 500_000_000  # bytes that a packed upload may unpack to: ten times the largest upload
PASTED = "pasted text"
ENDED = "reading it ended the program twice, so it was left out: try again when more memory is free, or split it"
BUG = f"{REPORT}, with the text"
STUCK = "reading it ends the program again and again: split it, or add it with `firsthand add` to see why"

Numbered = tuple[int, Article | InputError]
Alarm = Callable[[], None]


def add_next(store: Store, *, extractor: engine.Extractor | None = None, alarm: Alarm = lambda: None) -> Upload | None:
    """Read the oldest upload that isn't settled to its end, and give it back settled; None where there is none.

    Args:
        store: open for writing.
        extractor: in place of the shipped one.
        alarm: called before each batch, for a watch that ends a process which hangs.

    Raises:
        StoreError: the database can't be written; the upload waits again, its settled inputs stay so.

    """
    upload = store.uploads.take()
    if upload is None:
        return None
    try:
        _add_upload(store, upload, extractor, alarm)
    except BaseException:  # an end that was asked for, or a full disk: no fault of the upload
        store.uploads.release(upload.id)
        raise
    return store.uploads.get(upload.id)


def _add_upload(store: Store, upload: Upload, extractor: engine.Extractor | None, alarm: Alarm) -> None:
    """Where the process ended twice at one place, the input there is left out; where it ends once more, all fails."""
    if upload.tries > TRIES + 1:
        store.uploads.finish(upload.id, STUCK)
        return
    settled = store.uploads.load_settled(upload.id)
    if upload.tries > TRIES:
        poison = next(number for number in count() if number not in settled)
        store.uploads.lose(upload.id, poison, ENDED)
        settled.add(poison)
    body = io.BytesIO(store.uploads.load_body(upload.id))
    inputs = (numbered for numbered in enumerate(_read(upload, body)) if numbered[0] not in settled)
    size = BATCH if upload.tries <= 1 else 1  # one by one, to learn which one it is
    try:
        alarm()
        while batch := list(islice(inputs, size)):
            _add_batch(store, upload, batch, body.tell(), extractor)
            alarm()
    except ModelError as error:
        store.uploads.finish(upload.id, f"{error}; then try again")
    except FirsthandError:
        raise
    except Exception as error:
        store.uploads.finish(upload.id, f"what comes next in it can't be read ({word_fault(error)}): {BUG}")
    else:
        store.uploads.finish(upload.id)


def _read(upload: Upload, body: io.BytesIO) -> Iterator[Article | InputError]:
    particulars = engine.Particulars(upload.publisher, upload.published, upload.url, upload.title)
    name = upload.name if upload.kind is UploadKind.FILE else PASTED
    return engine.read_stream(body, name, particulars=particulars, limit=MAX_UNPACKED)


def _add_batch(
    store: Store, upload: Upload, batch: Sequence[Numbered], bytes_read: int, extractor: engine.Extractor | None
) -> None:
    """Store a batch with its outcomes; where the extractor fails, one by one, without that on which it fails."""
    numbers = [number for number, _ in batch]

    def keep(outcomes: Sequence[Outcome]) -> None:
        kept = [UploadOutcome(n, one.fate, one.article, one.reason) for n, one in zip(numbers, outcomes, strict=True)]
        store.uploads.keep(upload.id, kept, bytes_read)

    try:
        engine.add_batch(store, [article for _, article in batch], extractor=extractor, keep=keep)
    except FirsthandError:
        raise
    except Exception as error:
        if len(batch) == 1:
            store.uploads.lose(upload.id, numbers[0], f"left out, reading it failed ({word_fault(error)}): {BUG}")
            return
        for one in batch:
            _add_batch(store, upload, [one], bytes_read, extractor)
