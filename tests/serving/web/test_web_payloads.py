"""A hundred payloads in every text that a store may hold: no page runs one or loads from elsewhere."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route

from firsthand.serving.report_lines import make_safe
from firsthand.serving.web.settings import Settings
from tests.serving.web.asking import Asker, run_application
from tests.serving.web.conftest import run_server
from tests.serving.web.harmless import find_harm
from tests.serving.web.hostile_store import STORIES, fill
from tests.serving.web.payloads import PAYLOADS

WATCH = """
window.violations = [];
const note = (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`);
addEventListener("securitypolicyviolation", note, true);
"""
FOUND = """
() => ({
  pwned: "pwned" in window, violations, scripts: [...document.scripts].map((each) => each.getAttribute("src")),
})
"""
EVERY = range(len(PAYLOADS))
SOME = EVERY[::6]  # of each story some, and of each kind


@dataclass
class Watched:
    """A browser's page that is watched: what it did that it should not."""

    page: Page
    address: str
    done: list[str] = field(default_factory=list)

    def open(self, target: str) -> int:
        """Open a page, scroll to its late parts and unfold it; any wrong deed fails the test."""
        answer = self.page.goto(self.address + target, wait_until="load")
        assert answer is not None
        self.page.evaluate("() => { for (const each of document.querySelectorAll('details')) each.open = true; }")
        self.page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight)")
        found = self.page.evaluate(FOUND)
        assert not found["pwned"], target
        assert found["violations"] == [], target
        assert all(one and one.startswith("/static/") for one in found["scripts"]), (target, found["scripts"])
        assert self.done == [], target
        assert self.page.url.partition("?")[0].startswith(self.address), target
        return answer.status


@pytest.fixture(scope="module")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    fill(path)
    return path


@pytest.fixture(scope="module")
def hostile_address(hostile_store: Path) -> Iterator[str]:
    with run_server(hostile_store, links_here=True, works=True) as address:
        yield address


@pytest.fixture(scope="module")
def asker(hostile_store: Path) -> Iterator[Asker]:
    with run_application(Settings(str(hostile_store), links_here=True, works=True)) as made:
        yield made


@pytest.fixture
def watched(browser: Browser, hostile_address: str) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    page = context.new_page()
    made = Watched(page, hostile_address)

    def judge(route: Route) -> None:
        if not route.request.url.startswith((hostile_address, "data:")):
            made.done.append(f"asked for {route.request.url}")
            route.abort()
        elif route.request.resource_type == "font":
            route.abort()  # they cost most of the time
        else:
            route.continue_()

    context.route("**/*", judge)
    page.on("dialog", lambda dialog: (made.done.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("download", lambda download: made.done.append(f"download {download.url}"))
    page.on("popup", lambda popup: made.done.append(f"window {popup.url}"))
    yield made
    context.close()


def lay_flat(text: str | None) -> str:
    return " ".join((text or "").split())


def test_there_are_a_hundred() -> None:
    assert len(set(PAYLOADS)) >= 100


def test_the_watch_would_see_a_script(watched: Watched) -> None:
    """What it looks for it finds: an inline script, an event handler, an image from elsewhere."""
    watched.page.goto(watched.address + "/help")
    for harm in ("<img src=x onerror=pwned=1>", "<img src=//evil.example/x.png>", "<p style='color:red'>x</p>"):
        watched.page.evaluate(
            "(harm) => { document.querySelector('main').insertAdjacentHTML('beforeend', harm); }", harm
        )
    watched.page.wait_for_timeout(200)
    assert len(watched.page.evaluate(FOUND)["violations"]) >= 3


def test_articles_in_the_browser(watched: Watched) -> None:
    for number in EVERY:
        assert watched.open(f"/articles/p{number}") == 200
        shown = lay_flat(make_safe(PAYLOADS[number]))
        assert lay_flat(watched.page.locator("h1").text_content()) == shown


def test_all_else_in_the_browser(watched: Watched) -> None:
    for target in list_pages(1)[::19]:  # in the browser some of each kind; the next test reads them all
        assert watched.open(target) in {200, 400, 404}, target


def test_searches_show_what_was_typed(watched: Watched) -> None:
    for payload in PAYLOADS[::5]:
        assert watched.open("/search?" + urlencode({"words": payload})) in {200, 400}
        shown = watched.page.locator("#search-words").input_value()
        assert lay_flat(shown) == lay_flat(make_safe(payload))


@pytest.mark.parametrize("late", [False, True])
def test_every_page_is_harmless(asker: Asker, *, late: bool) -> None:
    """All pages of all payloads, and what a page fetches late, read as a browser reads them."""
    pages = [*list_pages(1), *(f"/articles/p{number}" for number in EVERY)]
    for target in pages:
        answer = asker.get(target, **({"hx_request": "true"} if late else {}))
        assert answer.status in {200, 302, 400, 404}, (target, answer.status)
        assert find_harm(answer.text, styled=target.startswith("/report")) == [], target
        assert "set-cookie" not in answer.headers


def list_pages(step: int) -> list[str]:
    """Addresses of pages that show payloads, or are asked with one."""
    lists = (
        "/claims?",
        "/actors?",
        "/articles?",
        "/search?",
        "/search?show=articles&",
        "/?show=all&",
        "/add?",
        "/corrections?",
    )
    found = [f"{target}offset={offset}" for target in lists for offset in (0, 40, 80)]
    for part in range(STORIES):
        parts = ("claims", "ways", "copies", "timeline", "voices", "positions", "articles")
        found += [f"/stories/s-{part:010}", f"/report?story=s-{part:010}", f"/export?story=s-{part:010}"]
        found += [f"/stories/s-{part:010}?part={name}" for name in parts]
    for number in EVERY[::step]:
        payload, claim, actor = PAYLOADS[number], f"c-{number:010}", f"a-0{number:09}"
        found += [f"/claims/{claim}", f"/actors/{actor}", f"/actors/a-1{number:09}", f"/report?article=p{number}"]
        found += [f"/actors/{actor}?part={part}" for part in ("positions", "names")]
        found += [f"/articles/p{number}?part={part}" for part in ("statement", "statements")]
        found += [f"/corrections/new?statement=p{number}:1", f"/corrections/new?same=claim&id={claim}"]
        found += [f"/export?article=p{number}"]
        if number >= STORIES:
            found.append(f"/articles/p{number}?beside=p{number % STORIES}")
        asked = urlencode({"words": payload, "outlet": payload, "speaker": payload, "status": payload, "kind": payload})
        found += [f"{target}?{asked}" for target in ("/", "/claims", "/actors", "/articles", "/search", "/export")]
        found += [
            f"/{kind}/{quote(payload, safe='')}" for kind in ("stories", "claims", "actors", "articles", "nowhere")
        ]
        found += [f"/{quote(payload, safe='/:')}"]
    return found


def test_json_is_json(hostile_address: str, watched: Watched) -> None:
    with httpx.Client(base_url=hostile_address) as client:
        for target in list_json():
            answer = client.get(target)
            assert answer.status_code in {200, 404}, target
            assert answer.headers["content-type"] == "application/json"
            assert answer.headers["x-content-type-options"] == "nosniff"
            json.loads(answer.content)
    for target in ("/api/v1/stories", "/api/v1/articles/p1", "/api/v1/claims", f"/api/v1/actors/{quote(PAYLOADS[0])}"):
        watched.page.goto(hostile_address + target)
        assert not watched.page.evaluate("'pwned' in window")


def list_json() -> Iterable[str]:
    for number in SOME:
        yield f"/api/v1/articles/p{number}"
        yield f"/api/v1/claims/c-{number:010}"
        yield f"/api/v1/actors/a-0{number:09}/names"
        yield f"/api/v1/stories/{quote(PAYLOADS[number], safe='')}"
    for part in range(STORIES):
        for name in ("", "/claims", "/ways", "/copies", "/timeline", "/voices", "/positions", "/articles"):
            yield f"/api/v1/stories/s-{part:010}{name}"


def test_tables_are_inert_through_the_page_too(hostile_address: str) -> None:
    inert = httpx.get(f"{hostile_address}/export?article=p{len(PAYLOADS) - 1}&format=csv&table=articles").text
    cells = [cell for row in csv.reader(io.StringIO(inert)) for cell in row]
    assert any(cell.startswith("'@SUM") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
