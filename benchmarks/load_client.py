"""The readers of the load benchmark: requests that come when they are due, whether the server keeps up or not.

HTTP by hand, over connections that stay open: a client library takes more time for a request than the server does.
"""

import asyncio
import json
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from benchmarks.load_requests import Ask

TIMEOUT = 30.0  # seconds
LONGEST_LINE = 2**20
UPLOADS = "/api/v1/uploads"


class Answer(NamedTuple):
    """What became of one request: its status (0 where none came), and ms from when it was due to its last byte."""

    kind: str
    route: str
    status: int
    milliseconds: float
    size: int


class Driven(NamedTuple):
    """All answers, and the CPU seconds that the client itself took."""

    answers: list[Answer]
    cpu: float


class Connections:
    """Connections to one server; each that is idle is used again."""

    def __init__(self, address: str) -> None:
        self._place = urlsplit(address)
        self._idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def ask(self, path: str, body: bytes | None = None) -> tuple[int, int]:
        """The status of the answer, and how many bytes it has; a body is posted as JSON."""
        sent = _compose(self._place.netloc, path, body)
        while self._idle:
            try:
                return await self._exchange(*self._idle.pop(), sent)
            except (ConnectionError, EOFError):
                continue  # the server had closed it, as it does with connections that are idle for long
        host, port = self._place.hostname, self._place.port
        return await self._exchange(*await asyncio.open_connection(host, port, limit=LONGEST_LINE), sent)

    async def _exchange(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, sent: bytes
    ) -> tuple[int, int]:
        try:
            writer.write(sent)
            answer = await _read(reader)
        except BaseException:
            writer.close()
            raise
        self._idle.append((reader, writer))
        return answer

    def close(self) -> None:
        """End all; none may be in use."""
        for _, writer in self._idle:
            writer.close()


def drive(address: str, asked: Sequence[Ask], rate: float, added: Sequence[dict[str, Any]] = ()) -> Driven:
    """Ask from a process of its own, `rate` requests a second; meanwhile one of `added` is sent each second."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as worker:
        return worker.submit(_drive, address, asked, rate, added).result()


def _drive(address: str, asked: Sequence[Ask], rate: float, added: Sequence[dict[str, Any]]) -> Driven:
    cpu = time.process_time()
    answers = asyncio.run(_ask_all(address, asked, rate, added))
    return Driven(answers, time.process_time() - cpu)


async def _ask_all(address: str, asked: Sequence[Ask], rate: float, added: Sequence[dict[str, Any]]) -> list[Answer]:
    connections = Connections(address)
    start = time.perf_counter() + 0.1
    reads = [_ask(connections, ask, start + number / rate) for number, ask in enumerate(asked)]
    upload = Ask("add", UPLOADS, UPLOADS)
    writes = [_ask(connections, upload, start + number, json.dumps(body).encode()) for number, body in enumerate(added)]
    answers = list(await asyncio.gather(*reads, *writes))
    connections.close()
    return answers


async def _ask(connections: Connections, ask: Ask, due: float, body: bytes | None = None) -> Answer:
    """One request, at its time."""
    await asyncio.sleep(max(0.0, due - time.perf_counter()))
    try:
        status, size = await asyncio.wait_for(connections.ask(ask.path, body), TIMEOUT)
    except (OSError, EOFError, TimeoutError):
        status, size = 0, 0
    return Answer(ask.kind, ask.route, status, 1000 * (time.perf_counter() - due), size)


def _compose(host: str, path: str, body: bytes | None) -> bytes:
    lines = [f"{'GET' if body is None else 'POST'} {path} HTTP/1.1", f"host: {host}"]
    if body is not None:
        lines += ["content-type: application/json", f"content-length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")


async def _read(reader: asyncio.StreamReader) -> tuple[int, int]:
    """An answer to its end."""
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").rstrip().split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    status = int(first.split()[1])
    if headers.get("transfer-encoding") != "chunked":
        size = int(headers.get("content-length", 0))
        await reader.readexactly(size)
        return status, size
    size = 0
    while length := int(await reader.readuntil(b"\r\n"), 16):
        await reader.readexactly(length + 2)
        size += length
    await reader.readexactly(2)
    return status, size
