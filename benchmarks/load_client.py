"""The readers of the load benchmark: requests that come when they are due, whether the server keeps up or not."""

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, NamedTuple

import httpx

from benchmarks.load_requests import Ask

CONNECTIONS = 64
TIMEOUT = 30.0  # seconds
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


def drive(address: str, asked: Sequence[Ask], rate: float, added: Sequence[dict[str, Any]] = ()) -> Driven:
    """Ask from a process of its own, `rate` requests a second; meanwhile one of `added` is sent each second."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as worker:
        return worker.submit(_drive, address, asked, rate, added).result()


def _drive(address: str, asked: Sequence[Ask], rate: float, added: Sequence[dict[str, Any]]) -> Driven:
    cpu = time.process_time()
    answers = asyncio.run(_ask_all(address, asked, rate, added))
    return Driven(answers, time.process_time() - cpu)


async def _ask_all(
    address: str, asked: Sequence[Ask], rate: float, added: Sequence[dict[str, Any]]
) -> list[Answer]:
    limits = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)
    async with httpx.AsyncClient(base_url=address, limits=limits, timeout=TIMEOUT) as client:
        await client.get("/help")  # the first connection is made before the clock runs
        start = time.perf_counter() + 0.1
        reads = [_ask(client, "GET", ask, start + number / rate) for number, ask in enumerate(asked)]
        upload = Ask("add", UPLOADS, UPLOADS)
        writes = [_ask(client, "POST", upload, start + number, json=body) for number, body in enumerate(added)]
        return list(await asyncio.gather(*reads, *writes))


async def _ask(client: httpx.AsyncClient, method: str, ask: Ask, due: float, **body: Any) -> Answer:  # noqa: ANN401 -- JSON
    """One request, at its time."""
    await asyncio.sleep(max(0.0, due - time.perf_counter()))
    try:
        answer = await client.request(method, ask.path, **body)
        status, size = answer.status_code, len(answer.content)
    except httpx.HTTPError:
        status, size = 0, 0
    return Answer(ask.kind, ask.route, status, 1000 * (time.perf_counter() - due), size)
