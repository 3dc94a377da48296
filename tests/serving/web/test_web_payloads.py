"""A hundred payloads in every text that a store may hold: no page runs one, loads from elsewhere, or bends its policy."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route

from firsthand.serving.report_lines import make_safe
from tests.serving.web.conftest import run_server
from tests.serving.web.hostile_store import STORIES, fill
from tests.serving.web.payloads import PAYLOADS

WATCH = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`), true);
"""
FOUND = "() => ({ pwned: 'pwned' in window, violations, scripts: [...document.scripts].map((each) => each.getAttribute('src')) })"
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
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path: Path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    fill(path)
    with run_server(path, links_here=True, works=False) as address:
        yield address


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
        watched.page.evaluate("(harm) => { document.querySelector('main').insertAdjacentHTML('beforeend', harm); }", harm)
    watched.page.wait_for_timeout(200)
    assert len(watched.page.evaluate(FOUND)["violations"]) >= 3


def test_articles(watched: Watched) -> None:
    for number in EVERY:
        assert watched.open(f"/articles/p{number}") == 200
        shown = lay_flat(make_safe(PAYLOADS[number]))
        assert lay_flat(watched.page.locator("h1").text_content()) == shown
        links = watched.page.eval_on_selector_all("a[href]", "(all) => all.map((each) => each.protocol)")
        assert set(links) <= {"http:", "https:"}


def test_searches(watched: Watched) -> None:
    for payload in PAYLOADS:
        assert watched.open("/search?" + urlencode({"words": payload})) in {200, 400}
        shown = watched.page.locator("#search-words").input_value()
        assert lay_flat(shown) == lay_flat(make_safe(payload))


def test_lists(watched: Watched) -> None:
    lists = ("/claims?", "/actors?", "/articles?", "/search?", "/search?show=articles&", "/?show=all&", "/add?", "/corrections?")
    for target in lists:
        for offset in (0, 40, 80):
            assert watched.open(f"{target}offset={offset}") == 200, target
    for target in ("/claims", "/actors", "/articles", "/"):
        for payload in PAYLOADS[::10]:
            assert watched.open(f"{target}?{urlencode({'words': payload, 'outlet': payload})}") in {200, 400}


def test_stories(watched: Watched) -> None:
    for part in range(STORIES):
        story = f"/stories/s-{part:010}"
        assert watched.open(story) == 200
        assert lay_flat(make_safe(PAYLOADS[part])) in lay_flat(watched.page.locator("h1").text_content())
        for name in ("claims", "ways", "copies", "timeline", "voices", "positions", "articles"):
            assert watched.open(f"{story}?part={name}") == 200


def test_claims_and_actors(watched: Watched) -> None:
    for number in SOME:
        for target in (f"/claims/c-{number:010}", f"/actors/a-0{number:09}", f"/actors/a-1{number:09}"):
            assert watched.open(target) == 200, target
        for part in ("positions", "names"):
            assert watched.open(f"/actors/a-0{number:09}?part={part}") == 200
        assert watched.open(f"/corrections/new?statement=p{number}:1") == 200
        assert watched.open(f"/corrections/new?same=claim&id=c-{number:010}&{urlencode({'words': PAYLOADS[number]})}") == 200


def test_comparisons(watched: Watched) -> None:
    for number in SOME[STORIES:]:
        assert watched.open(f"/articles/p{number}?beside=p{number % STORIES}") == 200


def test_reports_and_exports(watched: Watched) -> None:
    for target in [f"/report?article=p{number}" for number in SOME] + [f"/report?story=s-{n:010}" for n in range(STORIES)]:
        assert watched.open(target) == 200
    for number in SOME:
        assert watched.open(f"/export?article=p{number}") == 200
        assert watched.open(f"/export?{urlencode({'words': f'more {number} ' + PAYLOADS[number][:150]})}") in {200, 400}


def test_addresses_that_lead_nowhere(watched: Watched) -> None:
    for payload in PAYLOADS:
        for kind in ("stories", "claims", "actors", "articles")[:: 1 if payload in PAYLOADS[::9] else 4]:
            assert watched.open(f"/{kind}/{quote(payload, safe='')}") in {400, 404}


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
    assert "'@SUM" in inert
    assert ",@SUM" not in inert
    assert '"@SUM' not in inert
