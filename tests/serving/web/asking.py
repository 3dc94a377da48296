"""Asks the application behind its gate as the server does, without sockets: thousands of requests in a minute."""

import asyncio
import threading
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import unquote

from firsthand.serving.web.app import guard, make_app
from firsthand.serving.web.settings import Settings

HOST = "127.0.0.1:8765"
Waited = TypeVar("Waited")


@dataclass(frozen=True)
class Answer:
    """What came back. `headers` has the last of those with one name; seconds of wall time."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")


class Asker:
    """One application that is running, and the loop that it runs in."""

    def __init__(self, settings: Settings) -> None:
        self.app = guard(make_app(settings), settings)
        self.loop = asyncio.new_event_loop()
        self.told: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.done = asyncio.Event()

    def ask(self, method: str, target: str, body: bytes = b"", **headers: str) -> Answer:
        """The answer to one request; `target` is sent as it stands, as far as ASCII goes."""
        return self.wait(self._ask(method, target, body, headers))

    def wait(self, what: Coroutine[Any, Any, Waited]) -> Waited:
        """What a coroutine gives. The loop has a thread of its own: a browser that is driven has one in this thread."""
        return asyncio.run_coroutine_threadsafe(what, self.loop).result(60)

    def get(self, target: str, **headers: str) -> Answer:
        return self.ask("GET", target, **headers)

    async def _ask(self, method: str, target: str, body: bytes, given: dict[str, str]) -> Answer:
        raw, _, query = target.partition("?")
        headers = {"host": HOST, **{name.replace("_", "-"): value for name, value in given.items()}}
        if body:
            headers["content-length"] = str(len(body))
        scope = {
            "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1", "method": method,
            "scheme": "http", "path": unquote(raw), "raw_path": raw.encode("ascii", "replace"), "root_path": "",
            "query_string": query.encode("ascii", "replace"), "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8765),
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers.items()],
        }  # fmt: skip
        sent: list[dict[str, Any]] = []
        whole = asyncio.Event()
        waiting = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> dict[str, Any]:
            if waiting:
                return waiting.pop()
            await whole.wait()  # nobody hangs up before
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)
            if message["type"] == "http.response.body" and not message.get("more_body", False):
                whole.set()

        started = time.perf_counter()
        await self.app(scope, receive, send)  # type: ignore[arg-type]
        seconds = time.perf_counter() - started
        answered = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], answered, b"".join(one.get("body", b"") for one in sent[1:]), seconds)

    async def start(self) -> None:
        """Begin the application's life, as a server does."""

        async def send(message: Any) -> None:
            assert not message["type"].endswith("failed"), message
            self.done.set()

        await self.told.put({"type": "lifespan.startup"})
        self.life = asyncio.ensure_future(self.app({"type": "lifespan", "state": {}}, self.told.get, send))  # type: ignore[arg-type,typeddict-item]
        await self.done.wait()

    async def stop(self) -> None:
        await self.told.put({"type": "lifespan.shutdown"})
        await self.life


@contextmanager
def run_application(settings: Settings) -> Iterator[Asker]:
    """An application that is running."""
    asker = Asker(settings)
    thread = threading.Thread(target=asker.loop.run_forever, daemon=True)
    thread.start()
    asker.wait(asker.start())
    try:
        yield asker
    finally:
        asker.wait(asker.stop())
        asker.wait(asker.loop.shutdown_default_executor())
        asker.loop.call_soon_threadsafe(asker.loop.stop)
        thread.join()
        asker.loop.close()
