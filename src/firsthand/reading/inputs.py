"""Files, folders and standard input → Articles, lazily and in order; what can't be read is an error in its place."""

import gzip
import io
import os
import zlib
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from firsthand.errors import EmptyArticleError, FormatError, InputError, MissingInputError, SizeError
from firsthand.reading.encodings import MAX_BYTES
from firsthand.reading.forms import GZIP_MAGIC, SNIFF_BYTES, InputForm, is_companion, name_form, sniff_form
from firsthand.reading.json_lines import MAX_LINE_BYTES, is_object, read_document, read_lines
from firsthand.reading.pages import read_page
from firsthand.reading.plain_text import read_text
from firsthand.reading.recoding import Recoded, find_utf16
from firsthand.records import Article

Result = Article | InputError
StrPath = str | os.PathLike[str]

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"
ADVICE = "check the path, and that you may read it"


def read_inputs(inputs: StrPath | Sequence[StrPath], standard_input: BinaryIO | None = None) -> Iterator[Result]:
    """One Article or one InputError for every article of every input, in order, each read when it is asked for.

    An input is the path of a file, of a folder (all in it, sorted by path, but for hidden files), or "-" for
    `standard_input`; one path alone will do. An error names its input in `subject` ("news.jsonl:12" for a line) and
    never stops the others.
    """
    for path in list_paths(inputs):
        if path == STANDARD_INPUT:
            yield from _read_standard_input(standard_input)
        elif is_folder(path):
            yield from _read_folder(path)
        else:
            yield from read_file(path)


def read_file(path: str) -> Iterator[Result]:
    """The articles of one file: its suffix tells the form, or its first bytes where the suffix is unknown."""
    name = _printable(path)
    try:
        with Path(path).open("rb") as file:
            yield from _read_stream(file, name, name_form(path))
    except (OSError, ValueError) as error:
        yield MissingInputError(_explain(error), name)


def read_stream(stream: BinaryIO, name: str, limit: int | None = None) -> Iterator[Result]:
    """The articles of an open stream, as of a file called `name`; each is read when it is asked for.

    What unpacks to more than `limit` bytes ends there with an error: a small file may hold a thousand times its size.
    """
    try:
        yield from _read_stream(stream, name, name_form(name), limit)
    except (OSError, ValueError) as error:
        yield MissingInputError(_explain(error), name)


def _printable(path: str) -> str:
    """A file's name as Unicode, also where the disk holds bytes that are none."""
    return os.fsencode(path).decode("utf-8", "replace") if "\x00" not in path else path


def list_paths(inputs: StrPath | Sequence[StrPath]) -> list[str]:
    """The inputs as strings. A lone path is one input: taken for a sequence, its letters would be read as paths."""
    if isinstance(inputs, str | bytes | os.PathLike):
        return [os.fsdecode(inputs)]
    return [os.fsdecode(path) for path in inputs]


def is_folder(path: str) -> bool:
    """Whether a path leads to a folder; False for paths that no disk can hold."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _explain(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"can't be opened or read ({reason.lower()}); {ADVICE}"


def _read_standard_input(standard_input: BinaryIO | None) -> Iterator[Result]:
    if standard_input is None:
        yield MissingInputError("nothing is connected to it; pipe an article into the command", STANDARD_INPUT_NAME)
        return
    try:
        yield from _read_stream(standard_input, STANDARD_INPUT_NAME, None)
    except (OSError, ValueError) as error:
        yield MissingInputError(_explain(error), STANDARD_INPUT_NAME)


def _read_folder(folder: str) -> Iterator[Result]:
    is_empty = True
    for path in _walk(folder):
        is_empty = False
        yield from [path] if isinstance(path, InputError) else _read_found(path)
    if is_empty:
        yield MissingInputError("nothing to read in this folder; give one with articles in it", folder)


def _walk(folder: str) -> Iterator[str | InputError]:
    """All paths under a folder but hidden ones, sorted at every level, links to folders not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield MissingInputError(_explain(error), folder)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        else:
            yield entry.path


def _read_found(path: str) -> Iterator[Result]:
    """A file that a folder holds, and that nobody asked for by name."""
    if Path(path).exists() and not Path(path).is_file():
        yield FormatError("neither a file nor a folder of this place; left unread", _printable(path))
    elif is_companion(path):
        yield FormatError(
            "not an article by its suffix; give this file by name to read it all the same", _printable(path)
        )
    else:
        yield from read_file(path)


def _read_stream(stream: BinaryIO, name: str, form: InputForm | None, limit: int | None = None) -> Iterator[Result]:
    """The articles of an open stream, unpacked when it is gzip."""
    buffered = _Peekable(stream)
    articles = 0
    try:
        if buffered.peek(2).startswith(GZIP_MAGIC):
            unpacked = cast(BinaryIO, gzip.GzipFile(fileobj=cast(BinaryIO, buffered)))
            buffered = _Peekable(unpacked if limit is None else cast(BinaryIO, _Bounded(unpacked, limit)))
        form = form or sniff_form(buffered.peek(SNIFF_BYTES))
        wide = find_utf16(buffered.peek(4)) if form in {InputForm.LINES, InputForm.JSON} else None
        if wide:
            buffered = _Peekable(cast(BinaryIO, io.BufferedReader(Recoded(cast(BinaryIO, buffered), wide))))
        for result in _read_form(buffered, name, form):
            articles += isinstance(result, Article)
            yield result
    except (gzip.BadGzipFile, EOFError, zlib.error):
        rest = "what came before the damage was read" if articles else "nothing of it was read; fetch it again"
        yield FormatError(f"a damaged or truncated gzip file; {rest}", name)
    except SizeError as error:
        yield SizeError(error.message, name)


def _read_form(stream: "_Peekable", name: str, form: InputForm) -> Iterator[Result]:
    if not stream.peek(1):
        yield EmptyArticleError("empty: there is nothing in it", name)
    elif form is InputForm.LINES:
        yield from _read_all_lines(stream, name)
    elif form is InputForm.JSON:
        yield from _read_json(stream, name)
    else:
        yield _read_whole(stream, name, form)


def _read_whole(stream: "_Peekable", name: str, form: InputForm) -> Result:
    data = stream.read(MAX_BYTES + 1)
    try:
        return read_page(data) if form is InputForm.PAGE else read_text(data)
    except InputError as error:
        error.subject = name
        return error


def _read_all_lines(stream: "_Peekable", name: str) -> Iterator[Result]:
    results = read_lines(cast(BinaryIO, stream), name)
    first = next(results, None)
    if first is None:
        yield EmptyArticleError("no line in it holds an article", name)
    else:
        yield from chain([first], results)


def _read_json(stream: "_Peekable", name: str) -> Iterator[Result]:
    """A JSON document, or JSON Lines where the first line is an object, or any line is one and the whole is not."""
    line = stream.readline(MAX_LINE_BYTES + 1)
    stream.unread(line)
    if is_object(line):
        yield from _read_all_lines(stream, name)
        return
    data = stream.read(MAX_LINE_BYTES + 1)
    if len(data) > MAX_LINE_BYTES:
        yield SizeError(f"over {MAX_LINE_BYTES // 1_000_000} MB in one piece; write it as JSON Lines", name)
    elif line.startswith(b"{") and any(is_object(other) for other in data.splitlines()[1:]):
        yield from read_lines(io.BytesIO(data), name)
    else:
        yield from read_document(data, name)


class _Bounded(io.RawIOBase):
    """A binary stream of which no more than `limit` bytes are read; SizeError where it goes on."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream = stream
        self._limit = self._left = limit

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._count(self._stream.read(size))

    def readline(self, size: int | None = -1) -> bytes:
        return self._count(self._stream.readline(-1 if size is None else size))

    def _count(self, data: bytes) -> bytes:
        self._left -= len(data)
        if self._left < 0:
            raise SizeError(f"unpacks to over {self._limit / 1e6:,.0f} MB; split it into smaller files")
        return data


class _Peekable(io.RawIOBase):
    """A binary stream whose beginning can be looked at, and put back, also where it comes from a pipe."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._ahead = b""

    def readable(self) -> bool:
        return True

    def peek(self, size: int) -> bytes:
        """The first bytes, `size` of them unless the stream ends before; they stay."""
        while len(self._ahead) < size and (more := self._stream.read(size - len(self._ahead))):
            self._ahead += more
        return self._ahead[:size]

    def unread(self, data: bytes) -> None:
        """Put bytes back in front."""
        self._ahead = data + self._ahead

    def read(self, size: int = -1) -> bytes:
        if size is None or size < 0:
            size = MAX_LINE_BYTES + 1
        taken, self._ahead = self._ahead[:size], self._ahead[size:]
        pieces = [taken]
        missing = size - len(taken)
        while missing > 0 and (more := self._stream.read(missing)):
            pieces.append(more)
            missing -= len(more)
        return b"".join(pieces)

    def readline(self, size: int | None = -1) -> bytes:
        limit = MAX_LINE_BYTES + 1 if size is None or size < 0 else size
        end = self._ahead.find(b"\n") + 1
        if end or len(self._ahead) >= limit:
            cut = min(end or limit, limit)
            line, self._ahead = self._ahead[:cut], self._ahead[cut:]
            return line
        ahead, self._ahead = self._ahead, b""
        return ahead + self._stream.readline(limit - len(ahead))
