"""The whole way: read → extract → store. The engine conducts and decides nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import date
from functools import cache
from itertools import islice
from os import PathLike, fsdecode
from typing import BinaryIO, Protocol

import msgspec

from firsthand import reading
from firsthand.errors import FormatError, InputError, UsageError
from firsthand.reading.dates import parse_published
from firsthand.reading.encodings import replace_surrogates
from firsthand.reading.identifiers import make_id
from firsthand.reading.inputs import is_folder, list_paths
from firsthand.records import Annotations, Article
from firsthand.storage import Fate, Outcome, Store

StrPath = str | PathLike[str]

BATCH = 32  # records a transaction: about five seconds of extraction, the most that a kill can cost


class Extractor(Protocol):
    """What turns articles into records."""

    @property
    def version(self) -> str:
        """What made the records, kept beside them."""

    def annotate(self, article: Article) -> Annotations:
        """The article with everything found in it."""

    def read(self, article: Article) -> tuple[Annotations, "Vectors"]:
        """The same with the vectors of its sentences and statements, for linking."""


class Vectors(Protocol):
    """An array, of which the store keeps the bytes."""

    def tobytes(self) -> bytes:
        """Row after row."""


class Particulars(msgspec.Struct, frozen=True):
    """What a user says about all inputs; where given, it wins over what an input says of itself."""

    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None


def make_particulars(
    publisher: str | None = None,
    published: str | date | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Particulars:
    """What a user says, with the date in any usual form. Lone surrogates, as of odd bytes in a command, become U+FFFD.

    Raises:
        UsageError: `published` is no date.
        TypeError: something is no string (and `published` no date object).

    """
    published = published.isoformat() if isinstance(published, date) else published
    given = {"publisher": publisher, "published": published, "url": url, "title": title}
    for name, value in given.items():
        if not isinstance(value, str | None):
            raise TypeError(f"{name} must be a string, not {type(value).__name__}: {value!r}")
    day = parse_published(published) if published is not None else None
    if published is not None and day is None:
        raise UsageError("not a date: write YYYY-MM-DD", published)
    return Particulars(*(value and replace_surrogates(value).text for value in (publisher, day, url, title)))


def read(
    path: StrPath,
    *,
    publisher: str | None = None,
    published: str | date | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Annotations:
    """Who says what in the one article of a file: plain text, a saved page, or a line of JSON.

    What is given as `publisher`, `published` (a date, or an ISO date or date-time), `url` and `title` wins over the
    file's own.
    For a text in memory see `read_text`, for files of several articles and for folders `read_all`.

    Raises:
        InputError: the file is missing, empty, not text, a folder, or holds several articles; the message says what
            to do.
        UsageError: `published` is no date.
        TypeError: `publisher`, `url` or `title` is no string.
        ModelError: the model file is missing or damaged.

    """
    particulars = make_particulars(publisher, published, url, title)
    name = fsdecode(path)
    if is_folder(name):
        raise FormatError("a folder: use read_all", name)
    results = list(islice(read_all([name], particulars=particulars), 2))
    for result in results:
        if isinstance(result, InputError):
            raise result
    if len(results) != 1:
        raise FormatError("holds several articles: use read_all" if results else "no article in it: name a file", name)
    (record,) = results
    assert isinstance(record, Annotations)
    return record


def read_text(
    text: str | bytes,
    *,
    publisher: str | None = None,
    published: str | date | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Annotations:
    """Who says what in a text; bytes are decoded first. Arguments and errors as for `read`."""
    particulars = make_particulars(publisher, published, url, title)
    article = reading.read_text(text, **msgspec.structs.asdict(particulars))
    return load_extractor().annotate(article)


def read_all(
    inputs: StrPath | Sequence[StrPath],
    *,
    particulars: Particulars | None = None,
    standard_input: BinaryIO | None = None,
    extractor: Extractor | None = None,
) -> Iterator[Annotations | InputError]:
    """One result an article, in the order of the inputs: its record, or the error that says why there is none.

    `inputs` are files, folders and "-" for standard input, or a lone one of them. Bad inputs are given, not raised:
    the others go on.

    Raises:
        ModelError: the model file is missing or damaged.

    """
    for article in _read_articles(inputs, particulars, standard_input):
        yield article if isinstance(article, InputError) else (extractor or load_extractor()).annotate(article)


def add_all(
    store: Store,
    inputs: StrPath | Sequence[StrPath],
    *,
    particulars: Particulars | None = None,
    standard_input: BinaryIO | None = None,
    extractor: Extractor | None = None,
) -> Iterator[Outcome]:
    """Read the inputs into the store; one outcome an input, in order, given when its batch is safely stored.

    What the store has already is not extracted again, so that a run that was stopped goes on where it was.

    Raises:
        StoreError: the database can't be written. Batches before this one are stored, nothing of this one is.
        ModelError: the model file is missing or damaged.

    """
    articles = _read_articles(inputs, particulars, standard_input)
    while batch := list(islice(articles, BATCH)):
        yield from add_batch(store, batch, extractor=extractor)


def read_stream(
    stream: BinaryIO, name: str, *, particulars: Particulars | None = None, limit: int | None = None
) -> Iterator[Article | InputError]:
    """The articles of an open stream as of a file called `name`, not yet extracted; what can't be read is an error.

    `limit` is how many bytes a packed stream may unpack to.
    """
    return _apply_all(particulars, reading.read_stream(stream, name, limit))


def add_batch(
    store: Store,
    batch: Iterable[Article | InputError],
    *,
    extractor: Extractor | None = None,
    keep: Callable[[Sequence[Outcome]], None] | None = None,
) -> list[Outcome]:
    """Extract and store what was read; one outcome an article or error, in order.

    All is stored in one transaction. `keep` is called in it: what it writes about the outcomes is kept with the
    articles, or neither is.

    Raises:
        StoreError: the database can't be written; nothing of the batch is stored.
        ModelError: the model file is missing or damaged.

    """
    settled, records, vectors, version = _extract(store, batch, extractor)
    with store.links.transact() if records or keep else nullcontext():
        added = iter(store.add(records, extractor=version, vectors=vectors) if records else ())
        outcomes = [outcome or next(added) for outcome in settled]
        if keep:
            keep(outcomes)
    return outcomes


@cache
def load_extractor() -> Extractor:
    """The extractor with the shipped model; loaded once, at the first article that needs it.

    Imported here because the model's runtime costs more than all else at the start, and a run over what is stored
    already needs none.
    """
    from firsthand.extraction import load_extractor as load

    return load()


def _read_articles(
    inputs: StrPath | Sequence[StrPath], particulars: Particulars | None, standard_input: BinaryIO | None
) -> Iterator[Article | InputError]:
    return _apply_all(particulars, reading.read_inputs(list_paths(inputs), standard_input))


def _apply_all(
    particulars: Particulars | None, articles: Iterable[Article | InputError]
) -> Iterator[Article | InputError]:
    for article in articles:
        yield _apply(particulars, article) if particulars and isinstance(article, Article) else article


def _apply(particulars: Particulars, article: Article) -> Article:
    """The article with what the user says of it. An id that reading made is made anew: it names text and place."""
    given = {name: value for name, value in msgspec.structs.asdict(particulars).items() if value is not None}
    known = msgspec.structs.replace(article, **given)
    return msgspec.structs.replace(known, id=_make_id(known)) if article.id == _make_id(article) else known


def _make_id(article: Article) -> str:
    return make_id(article.text, article.url, article.publisher, article.published)


def _extract(
    store: Store, batch: Iterable[Article | InputError], extractor: Extractor | None
) -> tuple[list[Outcome | None], list[Annotations], list[bytes], str]:
    """(the outcomes of what needs no storing, None for the others; the others' records and vectors; the version)."""
    settled: list[Outcome | None] = []
    records: list[Annotations] = []
    vectors: list[bytes] = []
    version = ""
    for article in batch:
        outcome = _reject(article) if isinstance(article, InputError) else store.find_duplicate(article)
        if outcome is None and isinstance(article, Article):
            extractor = extractor or load_extractor()
            version = extractor.version
            record, rows = extractor.read(article)
            records.append(record)
            vectors.append(rows.tobytes())
        settled.append(outcome)
    return settled, records, vectors, version


def _reject(error: InputError) -> Outcome:
    return Outcome(Fate.REJECTED, None, str(error))
