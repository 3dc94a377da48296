"""A server over a real store of the example stories, for tests that ask it as a browser or a program does."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from firsthand import add_all, link, open_store
from firsthand.engine import links
from firsthand.serving import linking_calls
from firsthand.serving.web.app import guard, make_app
from firsthand.serving.web.settings import Settings
from tests.serving.web.every_page import fill_addresses

EXAMPLES = Path(__file__).parents[3] / "examples"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
Serve = Callable[..., str]


@pytest.fixture(scope="session")
def examples_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three example stories, read and linked. Never written to: copy it."""
    path = tmp_path_factory.mktemp("examples") / "examples.db"
    with open_store(path) as store:
        fates = [outcome.fate for outcome in add_all(store, sorted(map(str, EXAMPLES.glob("*.jsonl"))))]
        assert len(fates) == 27
        link(store)
    return path


@pytest.fixture
def own_store(examples_store: Path, tmp_path: Path) -> Path:
    """A copy of the examples that a test may change."""
    path = tmp_path / "own.db"
    with open_store(examples_store):  # closed again, so that nothing is left in the log beside the file
        pass
    shutil.copy(examples_store, path)
    return path


@pytest.fixture
def real_linking(linking: object, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 -- after the fake
    """Here the links really follow; elsewhere among these tests linking is a fake."""
    monkeypatch.setattr(linking_calls, "link", links.link)


@contextmanager
def run_server(path: Path, **options: object) -> Iterator[str]:
    """A server in a thread of this process; gives its address, without a slash at the end."""
    settings = Settings(**{"db": str(path), "works": False, **options})  # type: ignore[arg-type]
    config = uvicorn.Config(guard(make_app(settings), settings), log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()


@pytest.fixture(scope="session")
def address(examples_store: Path) -> Iterator[str]:
    """A server over the examples, for tests that only look."""
    with run_server(examples_store) as found:
        yield found


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    """Asks `address`."""
    with httpx.Client(base_url=address, timeout=30) as made:
        yield made


@pytest.fixture(scope="session")
def addresses(examples_store: Path, address: str) -> dict[str, str]:
    """The whole address of every page, by its name in `every_page`."""
    return {name: address + path for name, path in fill_addresses(examples_store).items()}


@pytest.fixture(scope="session")
def empty_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over a store that holds nothing."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    with open_store(path):
        pass
    with run_server(path) as found:
        yield found


@pytest.fixture
def serve(own_store: Path) -> Iterator[Serve]:
    """Starts a server that ends with the test, over a store (by default a copy of the examples); options: Settings'."""
    running = []

    def start(path: Path | None = None, **options: object) -> str:
        server = run_server(path or own_store, **options)
        running.append(server)
        return server.__enter__()

    yield start
    for server in reversed(running):
        server.__exit__(None, None, None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, Debian's; a machine without it skips these tests, CI may not."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is missing: `.ci/run` installs it")
        pytest.skip("needs chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page at 1280 by 900. Whatever the browser complains of on the way fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = context.new_page()
    complaints: list[str] = []
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    made.set_default_timeout(15_000)
    yield made
    context.close()
    assert complaints == []
