"""TimelineJS itself, in a browser: it shows what the export holds, and runs nothing of it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from firsthand import open_store
from firsthand.serving.exports import Material, gather_story
from firsthand.serving.exports.timelinejs import write_timeline
from tests.serving.exports.made_material import PAYLOADS, make_attacked

PACKAGE = Path(__file__).parents[3] / "assets" / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
HOST = "http://timeline.test"
FRAME = """<!doctype html><meta charset="utf-8"><title>A timeline</title>
<link rel="stylesheet" href="/css/timeline.css"><script src="/js/timeline.js"></script>
<div id="timeline" style="height: 600px"></div>"""
SHOW = """(data) => new Promise((done, fail) => {
  window.canary = [];
  for (const name of ["alert", "confirm", "prompt"]) window[name] = () => window.canary.push(name);
  window.shown = new TL.Timeline("timeline", data, {font: null, script_path: "/js/timeline.js", debug: false});
  window.shown.on("loaded", () => done(window.shown.config.events.length));
  setTimeout(() => fail("TimelineJS shows nothing"), 10000);
})"""
READ = """() => ({
  slides: document.querySelectorAll(".tl-slide").length,
  headlines: [...document.querySelectorAll(".tl-slide .tl-headline")].map((e) => e.textContent.trim()),
  texts: [...document.querySelectorAll(".tl-slide .tl-text-content")].map((e) => e.textContent.trim()),
  dates: [...document.querySelectorAll(".tl-slide .tl-headline-date")].map((e) => e.textContent.trim()),
  markers: document.querySelectorAll(".tl-timemarker").length,
  foreign: [...document.getElementById("timeline").querySelectorAll("script, iframe, object, img[onerror]")]
    .map((e) => e.outerHTML),
  canary: window.canary,
})"""


@pytest.fixture
def timeline(browser: Browser) -> Iterator[Page]:
    """A page that has TimelineJS and nothing else of the world; whoever asks for more is refused, and noted."""
    if not PACKAGE.exists():
        pytest.skip("needs TimelineJS: `make ecosystem`")
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    refused: list[str] = []

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOST).partition("?")[0]
        if path == "/":
            route.fulfill(body=FRAME, content_type="text/html")
        elif route.request.url.startswith(HOST) and (PACKAGE / path.lstrip("/")).is_file():
            route.fulfill(path=PACKAGE / path.lstrip("/"))
        else:
            refused.append(route.request.url)
            route.abort()

    context.route("**/*", answer)
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()
    assert [url for url in refused if not url.endswith((".ico", ".map"))] == []


def show(page: Page, material: Material) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the export holds, and what TimelineJS shows of it."""
    exported: dict[str, Any] = json.loads(b"".join(write_timeline(material)))
    page.goto(HOST)
    assert page.evaluate(SHOW, exported) == len(exported["events"])
    page.wait_for_function("document.querySelectorAll('.tl-slide').length > 0")
    shown: dict[str, Any] = page.evaluate(READ)
    return exported, shown


def test_every_event_of_a_story_is_a_slide(timeline: Page, examples_store: Path) -> None:
    with open_store(examples_store) as store:
        story = max(store.links.list_stories(10), key=lambda one: one.articles).id
        material = gather_story(store, story)
    exported, shown = show(timeline, material)
    slides = [exported["title"], *exported["events"]]
    assert len(exported["events"]) > 20
    assert shown["slides"] == len(slides) and shown["markers"] == len(exported["events"])
    assert len(shown["headlines"]) == len(slides)
    assert sorted(shown["headlines"]) == sorted(read_as_browser(timeline, one["text"]["headline"]) for one in slides)
    for one in exported["events"]:
        assert one["display_date"] in shown["dates"]
    words = " ".join(shown["texts"])
    assert all(read_as_browser(timeline, one["text"]["text"])[:60] in words for one in exported["events"])
    assert shown["foreign"] == []


def test_no_attack_runs(timeline: Page) -> None:
    for payload in PAYLOADS:
        _, shown = show(timeline, make_attacked(payload))
        assert shown["canary"] == [], payload
        assert shown["foreign"] == [], payload
        assert shown["slides"] == 3, payload


def read_as_browser(page: Page, markup: str) -> str:
    """The text of a piece of HTML, as this browser reads it."""
    text: str = page.evaluate(
        "(markup) => new DOMParser().parseFromString(markup, 'text/html').body.textContent.trim()", markup
    )
    return text
