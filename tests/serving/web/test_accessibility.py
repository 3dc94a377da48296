"""axe-core finds nothing on any page, in any of its states; and what it can't see: the order of headings, one h1."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.serving.web.every_page import EMPTY, PAGES, open_all, visit

AXE = Path(__file__).parents[3] / "assets" / "node_modules" / "axe-core" / "axe.min.js"
RUN = "axe.run(document, {resultTypes: ['violations'], reporter: 'v2'})"


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.exists():
        pytest.skip("needs axe-core: `make ecosystem`")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def wide(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def narrow_and_dark(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme="dark", has_touch=True)
    yield context.new_page()
    context.close()


def find_violations(page: Page, axe: str) -> list[str]:
    """In words; the page is to be settled."""
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate(RUN)
    return [
        f"{violation['id']} ({violation['impact']}): {node['target']} {node['html'][:200]} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_without_fault(name: str, addresses: dict[str, str], wide: Page, axe: str) -> None:
    visit(wide, addresses, name)
    assert find_violations(wide, axe) == []
    assert_headings_in_order(wide)


@pytest.mark.parametrize("name", PAGES)
def test_narrow_and_dark_with_all_unfolded(
    name: str, addresses: dict[str, str], narrow_and_dark: Page, axe: str
) -> None:
    visit(narrow_and_dark, addresses, name)
    open_all(narrow_and_dark)
    assert find_violations(narrow_and_dark, axe) == []


@pytest.mark.parametrize("path", EMPTY)
def test_an_empty_store_says_what_to_do(path: str, empty_address: str, wide: Page, axe: str) -> None:
    answer = wide.goto(empty_address + path)
    assert answer is not None and answer.ok
    assert find_violations(wide, axe) == []
    assert_headings_in_order(wide)
    assert wide.locator("main a, main button, main code").count() > 0  # a next step


def test_a_statement_chosen_and_its_correction(addresses: dict[str, str], page: Page, axe: str) -> None:
    page.goto(addresses["article, a statement brought out"])
    page.locator("#panel .correct").first.wait_for()
    assert find_violations(page, axe) == []
    page.locator("#panel .correct").first.click()
    page.locator("dialog[open] form button").last.wait_for()
    assert find_violations(page, axe) == []


def test_the_theme_is_chosen_and_kept(addresses: dict[str, str], page: Page, axe: str) -> None:
    page.goto(addresses["story"])
    button = page.get_by_role("button", name="Theme")
    button.click()
    button.click()
    assert button.inner_text() == "Theme: dark"
    page.goto(addresses["claim"])
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert find_violations(page, axe) == []


def assert_headings_in_order(page: Page) -> None:
    """One h1, and no level passed over."""
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(e => e.checkVisibility()).map(e => +e.tagName[1])"
    )
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), levels
