"""A file to take away: what is asked for in an address, gathered, and sent as it is written."""

from collections.abc import AsyncIterator, Generator, Iterator
from typing import Any

import msgspec
from litestar import Response
from litestar.concurrency import sync_to_thread
from litestar.response import Stream

from firsthand.errors import UsageError
from firsthand.serving import exports, queries
from firsthand.serving.linked_queries import find_actor, find_claim
from firsthand.serving.report_claim_lines import word_gist
from firsthand.serving.report_story import word_title
from firsthand.serving.views.closed_lists import choose
from firsthand.serving.web.desk import Asked, Desk, desk_of
from firsthand.storage import MOST_COUNTED, Query, Store

PIECE = 1 << 18  # bytes: each piece is a hop between threads
SCOPES = ("story", "claim", "article", "actor")


class ExportAsked(msgspec.Struct, frozen=True):
    """What is to be exported: one thing by its id, or what a search finds; nothing means all.

    With an actor and anything that is searched for, the actor is who speaks. format, table: the names of their enums.
    """

    story: str = ""
    claim: str = ""
    article: str = ""
    actor: str = ""
    words: str = ""
    speaker: str = ""
    outlet: str = ""
    act: str = ""
    status: str = ""
    form: str = ""
    since: str = ""
    until: str = ""
    format: str = ""
    table: str = ""

    @property
    def searched(self) -> dict[str, str]:
        """The fields of a search that are given, without the actor."""
        names = ("words", "speaker", "outlet", "act", "status", "form", "since", "until")
        return {name: getattr(self, name) for name in names if getattr(self, name)}

    @property
    def scope(self) -> str:
        """One of SCOPES, `search` or `store`.

        Raises:
            UsageError: more than one thing is asked for.

        """
        named = [name for name in SCOPES if getattr(self, name)]
        if self.searched and not set(named) - {"actor"}:
            return "search"
        if len(named) > 1 or (named and self.searched):
            given = ", ".join([*named, *self.searched])
            raise UsageError("one thing at a time: a story, a claim, an article, an actor, or a search", given)
        return named[0] if named else "store"

    @property
    def address(self) -> dict[str, str]:
        """What of it stands in an address, without the format and the table."""
        return {name: value for name, value in msgspec.structs.asdict(self).items() if value and name in KEPT}


KEPT = frozenset(ExportAsked.__struct_fields__) - {"format", "table"}


def answer_export(request: Asked, asked: ExportAsked, *, bom: bool = False) -> Response[Any]:
    """The file. A part of the store is written before it is sent; the whole store while it is sent.

    With `bom` CSV begins with a byte-order mark: spreadsheets need it, programs may stumble over it.

    Raises:
        UsageError: nothing has the id, there is no such format or table, or the search can't be asked.

    """
    form, options = read_format(asked.format), exports.Options(read_table(asked.table), bom, find_base(request))
    if asked.table and not exports.FORMATS[form].has_tables:
        raise UsageError("only CSV and Parquet have tables", asked.table)
    desk = desk_of(request)
    if asked.scope == "store":
        pieces = write_store(desk, form, options)
        first = next(pieces)  # what fails at once is told as an error, not by half a file
        name = exports.name_export(exports.Material("store", "", tuple), form, options.table)
        return Stream(send_pieces(first, pieces), **describe_file(form, name))
    with desk.read() as store:
        material = gather(desk, store, asked)
        whole = b"".join(exports.write_export(material, form, options))
    return Response(whole, **describe_file(form, exports.name_export(material, form, options.table)))


def gather(desk: Desk, store: Store, asked: ExportAsked) -> exports.Material:
    """What is asked for of a store, except all of it; raises like `answer_export`."""
    match asked.scope:
        case "story":
            return exports.hold_story(desk.find_story(store, asked.story))
        case "claim":
            return exports.gather_claim(store, asked.claim)
        case "article":
            return exports.gather_article(store, asked.article)
        case "actor":
            return exports.gather_actor(store, asked.actor)
        case _:
            query = Query(limit=MOST_COUNTED, actor=asked.actor)
            return exports.gather_search(store, msgspec.structs.replace(query, **asked.searched))


def find_title(desk: Desk, store: Store, asked: ExportAsked) -> str:
    """What one thing is called, or a search's words, without gathering all of it; raises like `answer_export`."""
    match asked.scope:
        case "story":
            return word_title(desk.find_story(store, asked.story))
        case "claim":
            return word_gist(find_claim(store, asked.claim, desk.stories)[1])
        case "article":
            return store.find_article(asked.article).title or asked.article
        case "actor":
            return store.links.get_actor(find_actor(store, asked.actor)).name
        case _:
            queries.check_query(msgspec.structs.replace(Query(), **asked.searched))
            return asked.words.strip()


def write_store(desk: Desk, form: exports.ExportFormat, options: exports.Options) -> Generator[bytes, None, None]:
    """All of the store as it is now, in pieces of about PIECE bytes; the store is given back with the last one."""
    with desk.read() as store:
        yield from join_pieces(exports.write_export(exports.gather_store(store), form, options))


def join_pieces(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes in fewer pieces, at least one."""
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) >= PIECE:
            yield bytes(held)
            held.clear()
    yield bytes(held)


async def send_pieces(first: bytes, pieces: Generator[bytes, None, None]) -> AsyncIterator[bytes]:
    """The pieces, each written by a thread of its own. Litestar's own way takes any ValueError for the end."""
    try:
        yield first
        while (piece := await sync_to_thread(next, pieces, None)) is not None:
            yield piece
    finally:
        pieces.close()  # gives the store back where somebody stopped the download


def describe_file(form: exports.ExportFormat, name: str) -> dict[str, Any]:
    """How an answer is told to be a file."""
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-cache"}
    # Litestar tells the encoding of every text by itself.
    return {"media_type": exports.FORMATS[form].media_type.removesuffix("; charset=utf-8"), "headers": headers}


def read_format(named: str) -> exports.ExportFormat:
    """A format by its name.

    Raises:
        UsageError: there is none.

    """
    return choose(exports.ExportFormat, named or "no format", "a format is one of")


def read_table(named: str) -> exports.TableName:
    """A table by its name, statements where none is given.

    Raises:
        UsageError: there is none.

    """
    return choose(exports.TableName, named or exports.TableName.STATEMENTS, "a table is one of")


def find_base(request: Asked) -> str:
    """The address of this server as it was asked, without a slash at the end."""
    return f"{request.url.scheme}://{request.url.netloc}"
