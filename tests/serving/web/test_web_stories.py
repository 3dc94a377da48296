import httpx
from playwright.sync_api import Page, expect


def test_the_first_page_lists_the_stories(client: httpx.Client) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert answer.text.count('href="/stories/s-') == 3


def test_a_story_is_one_click_away(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.locator(".rows a").count() == 3
