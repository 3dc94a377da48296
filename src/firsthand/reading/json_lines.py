"""JSON Lines and JSON documents → Articles: the contract's article fields, one article a line or a list of them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from firsthand.errors import EmptyArticleError, FormatError, InputError, SizeError
from firsthand.reading.assembly import complete_article
from firsthand.reading.credits import split_authors
from firsthand.reading.encodings import decode_text, replace_surrogates
from firsthand.records import Article, Section

# A text of 20 MB may be written with escapes, which take up to six bytes a character.
MAX_LINE_BYTES = 64_000_000
SKIP_BYTES = 1_000_000
STRING_FIELDS = ("url", "publisher", "title", "language")


def read_lines(stream: BinaryIO, name: str = "JSON Lines") -> Iterator[Article | InputError]:
    """An Article or an InputError for every line that is not blank, in order; errors name `name:line`."""
    for number, line in _number_lines(stream):
        if isinstance(line, InputError) or line.strip():
            yield from _name_errors(_read_line(line), f"{name}:{number}")


def read_document(data: bytes, name: str = "JSON") -> Iterator[Article | InputError]:
    """The articles of one JSON document: an object, a list of objects, or `{"articles": […]}`, in order."""
    try:
        values = _expand(_parse(data))
    except InputError as error:
        yield from _name_errors([error], name)
        return
    if not values:
        yield EmptyArticleError("the list of articles is empty", name)
    for number, value in enumerate(values, start=1):
        subject = name if len(values) == 1 else f"{name}#{number}"
        yield from _name_errors([_try_record(value)], subject)


def read_record(record: object) -> Article:
    """The article of one parsed JSON object; a whole record of the contract gives its `article`.

    Raises:
        FormatError: no object, or a field of the wrong type; the message names the field.
        EmptyArticleError: no text in it.
        InputError: the text can't be read, as in `read_text`.
    """
    record = _unwrap(record)
    text, flags = _take_string(record, "text")
    if text is None:
        raise EmptyArticleError('no text: the field "text" is missing or null')
    draft = Article(id="", text=text, flags=flags + _take_flags(record))
    found: dict[str, Any] = {"id": _take_id(record), "authors": _take_authors(record)}
    for field in STRING_FIELDS:
        value, more = _take_string(record, field)
        found[field] = value or None
        found["flags"] = found.get("flags", draft.flags) + more
    published, _ = _take_string(record, "published" if record.get("published") is not None else "date")
    sections = _take_sections(record, len(text))
    return complete_article(msgspec.structs.replace(draft, **found, published=published, sections=sections))


def is_object(line: bytes) -> bool:
    """Whether a line is one whole JSON object."""
    try:
        return isinstance(_parse(line), dict)
    except InputError:
        return False


def _number_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | InputError]]:
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        if len(line) <= MAX_LINE_BYTES:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(SKIP_BYTES)
        yield number, SizeError(f"a line of over {MAX_LINE_BYTES // 1_000_000} MB; split it into articles")


def _read_line(line: bytes | InputError) -> Iterable[Article | InputError]:
    if isinstance(line, InputError):
        return [line]
    try:
        values = _expand(_parse(line))
    except InputError as error:
        return [error]
    return [_try_record(value) for value in values] or [EmptyArticleError("the list of articles is empty")]


def _name_errors(results: Iterable[Article | InputError], subject: str) -> Iterator[Article | InputError]:
    for result in results:
        if isinstance(result, InputError) and result.subject is None:
            result.subject = subject
        yield result


def _try_record(value: object) -> Article | InputError:
    try:
        return read_record(value)
    except InputError as error:
        return error


def _parse(data: bytes) -> object:
    if len(data) > MAX_LINE_BYTES:
        raise SizeError(f"over {MAX_LINE_BYTES // 1_000_000} MB in one piece; write one article a line (JSON Lines)")
    decoded = decode_text(data, limit=MAX_LINE_BYTES)
    try:
        value = json.loads(decoded.text.lstrip("\ufeff"), strict=False)
    except json.JSONDecodeError as error:
        place = (
            f"line {error.lineno}, column {error.colno}" if "\n" in decoded.text.strip() else f"column {error.colno}"
        )
        raise FormatError(f"broken or truncated JSON at {place} ({error.msg}); write it again whole") from None
    except (RecursionError, ValueError):
        raise FormatError("JSON that is nested too deep or holds a number too long") from None
    if decoded.flags and isinstance(value, dict):
        _unwrap(value)["flags"] = [*decoded.flags, *_take_flags(_unwrap(value))]
    return value


def _expand(value: object) -> list[object]:
    if isinstance(value, dict) and isinstance(value.get("articles"), list) and "text" not in value:
        return list(value["articles"])
    return list(value) if isinstance(value, list) else [value]


def _unwrap(record: object) -> dict[str, Any]:
    if isinstance(record, dict) and isinstance(record.get("article"), dict) and "text" not in record:
        record = record["article"]
    if not isinstance(record, dict):
        raise FormatError('an article must be a JSON object such as {"text": "…"}')
    return record


def _take_string(record: dict[str, Any], field: str) -> tuple[str | None, tuple[str, ...]]:
    value = record.get(field)
    if value is None:
        return None, ()
    if not isinstance(value, str):
        raise FormatError(f'the field "{field}" must be a string, not {_name_type(value)}')
    decoded = replace_surrogates(value)
    return decoded.text, decoded.flags


def _take_id(record: dict[str, Any]) -> str:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _take_string(record, "id")[0] or ""


def _take_authors(record: dict[str, Any]) -> tuple[str, ...]:
    value = record.get("authors")
    if value is None:
        return ()
    if isinstance(value, str):
        return split_authors(replace_surrogates(value).text)
    if isinstance(value, list) and all(isinstance(author, str) for author in value):
        return tuple(replace_surrogates(author).text.strip() for author in value if author.strip())
    raise FormatError('the field "authors" must be a list of strings or a string')


def _take_flags(record: dict[str, Any]) -> tuple[str, ...]:
    value = record.get("flags") or []
    if isinstance(value, list) and all(isinstance(flag, str) for flag in value):
        return tuple(replace_surrogates(flag).text for flag in value)
    raise FormatError('the field "flags" must be a list of strings')


def _take_sections(record: dict[str, Any], length: int) -> tuple[Section, ...]:
    try:
        sections = msgspec.convert(record.get("sections") or (), tuple[Section, ...])
    except msgspec.ValidationError as error:
        raise FormatError(f'the field "sections" breaks the contract: {error}') from None
    edges = [edge for section in sections for edge in section.span]
    if edges != sorted(edges) or (edges and not 0 <= edges[0] <= edges[-1] <= length):
        raise FormatError('the field "sections" must hold spans inside the text, in order and without overlaps')
    return sections


def _name_type(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), type(value).__name__)
