"""How soon a browser shows a page for the first time, with nothing of it at hand: Chromium's own figure."""

import shutil
import statistics
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.load_requests import fill_pools
from firsthand.storage import open_store

ROUNDS = 5
TARGET = 500.0  # ms
AWAIT_PAINT = """() => new Promise((done) => new PerformanceObserver((list) => {
  for (const entry of list.getEntriesByName("first-contentful-paint")) done(entry.startTime);
}).observe({type: "paint", buffered: true}))"""


@dataclass(frozen=True)
class Paint:
    """A page, and ms from asking for it to its first text on the screen, the median."""

    path: str
    milliseconds: float


def measure_paints(address: str, db: Path) -> list[Paint]:
    """The lists, and the largest thing of each kind; nothing where there is no Chromium."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        return []
    with open_store(db) as store:
        pools = fill_pools(store)
    kinds = {"stories": "story", "claims": "claim", "actors": "actor", "articles": "article"}
    largest = [f"/{name}/{pools[kind][0]}" for name, kind in kinds.items()]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        paths = ["/", "/claims", "/actors", "/articles", "/search", *largest]
        paints = [Paint(path, time_paint(browser, address + path)) for path in paths]
        browser.close()
    return paints


def time_paint(browser: Browser, address: str) -> float:
    """The median of some rounds, each with a browser's memory empty."""
    taken = []
    for _ in range(ROUNDS):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(address)
        taken.append(float(page.evaluate(AWAIT_PAINT)))
        context.close()
    return statistics.median(taken)


def format_paint(paints: list[Paint]) -> str:
    """One line."""
    if not paints:
        return "first paint: not measured, for want of chromium"
    told = ", ".join(f"{one.path} {one.milliseconds:.0f}" for one in paints)
    return f"first paint, ms (target < {TARGET:g}): {told}"
