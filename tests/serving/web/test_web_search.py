import re

import httpx
from playwright.sync_api import Page, expect


def count_found(page: Page) -> int:
    words = page.locator(".search-bar [role=status] strong").inner_text()
    return int(re.sub(r"\D", "", words))


def test_facets_narrow_and_are_taken_away_again(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Search statements").fill("port")
    page.get_by_label("Search statements").press("Enter")
    everything = count_found(page)
    facet = page.get_by_role("navigation", name="Narrow down").get_by_role("link", name="deny")
    told = int(facet.locator(".number").inner_text())
    facet.click()
    assert count_found(page) == told < everything
    month = page.locator("section", has=page.get_by_role("heading", name="Month")).get_by_role("link").first
    told = int(month.locator(".number").inner_text())
    month.click()
    assert count_found(page) == told
    expect(page.locator(".chip")).to_have_count(3)
    page.locator(".chip", has_text="deny").click()
    page.locator(".chip", has_text="2026").click()
    assert count_found(page) == everything


def test_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/search?words=port")
    page.keyboard.press("Tab")
    for _ in range(80):  # past the bar, the form and the chips
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('to-facets')"):
            break
    expect(page.get_by_role("link", name="Narrow down")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#narrow') !== null")
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_count(2)


def test_what_was_searched_for_is_marked_and_leads_to_the_words(page: Page, address: str) -> None:
    page.goto(f"{address}/search?words=port")
    row = page.locator(".searched .rows > li", has=page.locator("mark")).first
    assert row.locator("mark").first.inner_text().lower() == "port"
    row.get_by_role("link", name="the words in the article").click()
    expect(page.locator(".text .out").first).to_be_visible()


def test_where_nothing_is_found_the_page_says_what_to_leave_out(page: Page, address: str) -> None:
    page.goto(f"{address}/search?words=zebra&act=deny")
    expect(page.get_by_role("heading", name="Nothing found")).to_be_visible()
    page.get_by_role("link", name="without words “zebra”").click()
    assert count_found(page) > 0


def test_articles_instead_of_statements(page: Page, address: str) -> None:
    page.goto(f"{address}/search?words=port")
    page.get_by_role("link", name="Articles", exact=True).last.click()
    assert "articles" in page.locator(".search-bar [role=status]").inner_text()
    assert page.locator('.searched a.title[href^="/articles/"]').count() > 1


def test_what_was_found_can_be_taken_away(client: httpx.Client) -> None:
    found = client.get("/search?words=port&act=deny").text
    assert "/export?words=port&amp;act=deny&amp;" in found
    assert client.get("/export?words=port&act=deny&format=csv").status_code == 200


def test_what_can_not_be_asked_keeps_what_was_typed(client: httpx.Client) -> None:
    answer = client.get("/search", params={"words": "port", "since": "<March>"})
    assert answer.status_code == 400
    assert 'value="port"' in answer.text and "not a date" in answer.text
    assert "<March>" not in answer.text


def test_far_pages_and_hostile_words(client: httpx.Client) -> None:
    assert "Nothing more here" in client.get("/search?offset=5000").text
    for words in ('"', "*", "a" * 5_000, "\x00", "port OR 1", "\ud83d".encode("utf-8", "surrogatepass"), "‮x"):
        assert client.get("/search", params={"words": words}).status_code in {200, 400}
