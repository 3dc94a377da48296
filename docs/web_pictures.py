"""Draw the pictures of the pages: docs/pictures/web/PAGE-{wide,narrow}-{light,dark}.png, a part of `make pictures`.

The three example stories are added as through the page; times are made the same for every run. What is below HIGHEST is
cut off.
"""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import apsw
import uvicorn
from palette_png import shrink
from playwright.sync_api import Browser, FloatRect, sync_playwright

from firsthand.records import ActorKind, Verdict
from firsthand.serving import judging
from firsthand.serving.intake import enqueue_file
from firsthand.serving.intake.adding import add_next
from firsthand.serving.linking_calls import link
from firsthand.serving.web.app import guard, make_app
from firsthand.serving.web.settings import PORT, Settings
from firsthand.serving.web.signing import COOKIE
from firsthand.storage import Store, open_store

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures" / "web"
WIDTHS = {"wide": 1280, "narrow": 360}
HIGHEST = 2_000  # pixels
AT = "2026-11-02T09:30:00.000+00:00"  # when everything was added and judged, in the pictures
PAGES = {
    "stories": "/",
    "story": "/stories/{story}",
    "claims": "/claims",
    "claim": "/claims/{claim}",
    "actors": "/actors",
    "actor": "/actors/{actor}",
    "articles": "/articles",
    "article": "/articles/{article}#t-4",
    "search": "/search?words={word}",
    "add": "/add",
    "upload": "/uploads/{upload}",
    "corrections": "/corrections",
    "help": "/help",
    "api": "/api",
    "report": "/report?story={story}",
    "error": "/stories/s-0123456789",
}


def draw_web_pictures() -> None:
    """Fill a store, serve it, and write a picture of every page; nothing where there is no Chromium.

    Raises:
        RuntimeError: there is no Chromium.

    """
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        raise RuntimeError("the pictures of the pages need chromium: apt-get install chromium")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        full, empty = Path(folder) / "examples.db", Path(folder) / "empty.db"
        ids = fill(full)
        with open_store(empty):
            pass
        with serve(full) as address:
            draw_pages(browser, {name: address + path.format_map(ids) for name, path in PAGES.items()})
        with serve(empty) as address:
            draw_pages(browser, {"empty": address})
        browser.close()


def fill(path: Path) -> dict[str, str]:
    """The examples, added, linked and once corrected; ids of things that show much."""
    with open_store(path) as store:
        for example in sorted((ROOT / "examples").glob("*.jsonl")):
            upload = enqueue_file(store, example.name, example.read_bytes())
            add_next(store)
        link(store)
        ids = {name: quote(id, safe="") for name, id in find_ids(store).items()}
        correct(store)
    fix_times(path)
    return {**ids, "upload": upload.id, "word": "negotiat*"}


def find_ids(store: Store) -> dict[str, str]:
    """The story of the docs' other pictures, and what is in it."""
    story = store.links.resolve("a1").story or ""
    claims = store.links.search_claims(story=story, limit=500)
    people = (one for one in store.links.find_actors("", 50) if one.kind is ActorKind.PERSON)
    return {
        "story": story,
        "claim": max(claims, key=lambda one: (one.independent_origins != 1, one.articles, one.id)).id,
        "actor": max(people, key=lambda one: (one.statements, one.id)).id,
        "article": "a1",
    }


def correct(store: Store) -> None:
    """Two corrections, so that the log has something; the links follow."""
    one, two = store.get("a1").statements[:2]
    judging.judge(store, Verdict.DIFFERENT, one.id, two.id, by="Ana")
    undone = judging.judge(store, Verdict.SAME, one.id, two.id, by="Ben")
    judging.undo(store, undone.id, by="Ana")
    link(store)


def fix_times(path: Path) -> None:
    """The same times in every run."""
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE articles SET added_at = ?", (AT,))
    connection.execute("UPDATE uploads SET queued_at = ?1, begun_at = ?1, ended_at = ?1", (AT,))
    connection.execute("UPDATE judgements SET judgement = json_set(judgement, '$.at', ?)", (AT,))
    connection.execute("UPDATE judgements SET undone_at = ? WHERE undone_at IS NOT NULL", (AT,))
    connection.close()


@contextmanager
def serve(path: Path) -> Iterator[str]:
    """A server in a thread, at the usual port, which one of the pictures shows; gives its address."""
    settings = Settings(db=str(path), links_here=True)
    server = uvicorn.Server(uvicorn.Config(guard(make_app(settings), settings), log_level="error", lifespan="on"))
    with socket.create_server(("127.0.0.1", PORT)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        yield f"http://127.0.0.1:{PORT}"
        server.should_exit = True
        thread.join()


def draw_pages(browser: Browser, addresses: dict[str, str]) -> None:
    """Four pictures of each."""
    counting = browser.new_page()
    for size, width in WIDTHS.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": 900 if size == "wide" else 740},
                color_scheme="dark" if scheme == "dark" else "light",
                reduced_motion="reduce",
            )
            context.add_cookies([{"name": COOKIE, "value": "Ana", "url": f"http://127.0.0.1:{PORT}"}])
            page = context.new_page()
            for name, address in addresses.items():
                page.goto("about:blank")  # so that a fragment is followed anew
                page.goto(address)
                page.wait_for_load_state("networkidle")
                page.wait_for_timeout(200)
                # The sheet of a chosen statement stands at the end of a narrow screen, not in the middle of a page.
                is_sheet = size == "narrow" and "#" in address
                if not is_sheet:
                    page.evaluate("scrollTo(0, 0)")
                height = page.evaluate("innerHeight" if is_sheet else "document.documentElement.scrollHeight")
                clip: FloatRect = {"x": 0, "y": 0, "width": width, "height": min(height, HIGHEST)}
                png = page.screenshot(full_page=not is_sheet, clip=clip)
                (PICTURES / f"{name}-{size}-{scheme}.png").write_bytes(shrink(counting, png))
            context.close()
    counting.close()


if __name__ == "__main__":
    draw_web_pictures()
