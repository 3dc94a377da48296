"""Everything is reached with Tab alone, in the order of the page, and one sees where one is; nothing holds one fast."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.serving.web.every_page import ERRORS, PAGES, visit

# What can be acted upon, as the browser itself would step through it. Of a text's numbers one is a stop (article.js).
LIST_STOPS = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex], iframe")];
  const stops = all.filter((e) => e.tabIndex >= 0 && !e.disabled && e.type !== "hidden"
    && e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length > 0
    && !e.closest("#panel-words"));  // it tells of what has the focus, and changes on the way
  stops.forEach((e, n) => (e.dataset.stop = n));
  return stops.length;
}"""
MORE = 25  # stops that come on the way: what scrolls by itself, what a panel tells of what has the focus
LOOK = """() => {
  const e = document.activeElement;
  const style = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  const shown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return {stop: e.dataset?.stop ?? null, shown, html: e.outerHTML.slice(0, 150),
    inSight: box.bottom > 0 && box.top < innerHeight, width: box.width};
}"""
UNREACHED = """() => [...document.querySelectorAll("[onclick], [hx-get], [hx-post], [data-theme-button]")]
  .filter((e) => e.checkVisibility() && !/load|revealed|intersect|every/.test(e.getAttribute("hx-trigger") ?? "")
    && !/^(A|BUTTON|INPUT|SELECT|TEXTAREA|FORM|SUMMARY|DETAILS)$/.test(e.tagName))
  .map((e) => e.outerHTML.slice(0, 150))"""


@pytest.mark.parametrize("name", [name for name in PAGES if name not in ERRORS])
def test_every_stop_is_reached_and_seen(name: str, addresses: dict[str, str], page: Page) -> None:
    visit(page, addresses, name, fragment="")
    page.evaluate("document.activeElement.blur()")
    count = page.evaluate(LIST_STOPS)
    seen = [tab(page)]
    while seen[-1]["stop"] != str(count - 1) and len(seen) < count + MORE:
        seen.append(tab(page))
    assert [one["stop"] for one in seen if one["stop"]] == [str(number) for number in range(count)]
    assert [one["html"] for one in seen if not one["shown"]] == []
    assert [one["html"] for one in seen if not one["inSight"]] == []
    assert any(tab(page)["stop"] in {None, "0"} for _ in range(2))  # and out again
    assert page.evaluate(UNREACHED) == []


@pytest.mark.parametrize("name", ["stories", "article", "search"])
def test_the_first_stop_leads_past_the_bar(name: str, addresses: dict[str, str], page: Page) -> None:
    page.goto(addresses[name].partition("#")[0])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="To the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_text_is_walked_by_arrows_and_its_panel_by_keys(addresses: dict[str, str], page: Page) -> None:
    page.goto(addresses["article"])
    first = page.locator("#text a[data-n]").first
    first.focus()
    expect(page.locator("#panel .facts")).to_be_visible()
    told = page.locator("#panel-words").inner_text()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#panel-words")).not_to_have_text(told)
    assert page.evaluate("document.activeElement.dataset.n") == "2"
    page.keyboard.press("Enter")
    expect(page.locator("#panel-close")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('panel').contains(document.activeElement)")  # what is told is next
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    expect(page.locator("#panel-close")).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.n") == "2"  # back where one was


def test_a_correction_is_opened_and_left_by_keys(addresses: dict[str, str], page: Page) -> None:
    page.goto(addresses["claim"])
    menu = page.locator("details.menu", has=page.locator(".correct")).first
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    menu.locator(".correct").first.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    expect(dialog).to_be_visible()
    assert page.evaluate("document.querySelector('dialog[open]').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert page.evaluate("document.activeElement.matches('.correct')")


def tab(page: Page) -> dict[str, Any]:
    """Where one is after one more step."""
    page.keyboard.press("Tab")
    found: dict[str, Any] = page.evaluate(LOOK)
    return found
