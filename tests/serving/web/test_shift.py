"""Pages stand still while they load, keep to their width, ask nobody else for anything, and print."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.serving.web.every_page import PAGES, REPORTS, open_all, visit

WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  const describe = ({node}) => node?.outerHTML?.slice(0, 120) ?? String(node?.textContent).slice(0, 80);
  for (const entry of list.getEntries()) window.shifts.push([entry.value, entry.sources.map(describe)]);
}).observe({type: "layout-shift", buffered: true});
"""
WIDER = """() => [...document.body.querySelectorAll("*")].filter((e) => {
  const box = e.getBoundingClientRect();
  return box.width && box.right > innerWidth + 1 && !e.closest(".scroll, .unseen, dialog:not([open]), svg svg *")
    && getComputedStyle(e).position !== "fixed";
}).map((e) => e.outerHTML.slice(0, 120)).slice(0, 5)"""
SIZES = {"wide": (1280, 900), "narrow": (360, 740)}


@pytest.fixture(scope="module", params=SIZES)
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    width, height = SIZES[request.param]
    made = browser.new_context(viewport={"width": width, "height": height})
    made.add_init_script(WATCH)
    yield made
    made.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_stands_still_and_keeps_its_width(name: str, addresses: dict[str, str], context: BrowserContext) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, addresses, name)
    assert page.evaluate("window.shifts") == []
    open_all(page)
    assert measure_overflow(page) == []
    own = addresses[name].split("/")[2]
    assert [url for url in asked if url.split("/")[2] != own] == []
    page.close()


@pytest.mark.parametrize("name", ["story", "claim", "actor", "article", *sorted(REPORTS)])
def test_a_page_prints(name: str, addresses: dict[str, str], page: Page) -> None:
    visit(page, addresses, name)
    page.emulate_media(media="print")
    assert page.locator(".top").count() == 0 or page.locator(".top").is_hidden()
    assert page.locator("h1").is_visible()
    printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF") and count_pages(printed) < 60
    page.set_viewport_size({"width": 700, "height": 900})  # what fits on paper
    assert measure_overflow(page) == []


def test_without_scripts_one_reads_the_same(addresses: dict[str, str], browser: Browser, page: Page) -> None:
    with_scripts, without = [], []
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    for name in ("stories", "story", "claim", "actor", "article"):
        page.goto(addresses[name])
        with_scripts.append(page.locator("h1").inner_text())
        plain.goto(addresses[name])
        without.append(plain.locator("h1").inner_text())
        assert plain.locator("main a").count() > 5
    context.close()
    assert with_scripts == without


def measure_overflow(page: Page) -> list[str]:
    """What makes the page scroll sideways, in HTML; nothing where it does not."""
    width, room = json.loads(page.evaluate("JSON.stringify([document.documentElement.scrollWidth, innerWidth])"))
    found: list[Any] = page.evaluate(WIDER) if width > room else []
    return [f"{width} > {room}", *found] if width > room else []


def count_pages(pdf: bytes) -> int:
    """Pages of a PDF, as its page objects tell."""
    return pdf.count(b"/Type /Page") - pdf.count(b"/Type /Pages")
