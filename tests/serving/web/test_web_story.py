"""A story's page, in answers and in a browser."""

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

TITLE = "Kestovia has offered Halmyra to Sarmund for a loan"


@pytest.fixture(scope="module")
def story(client: httpx.Client) -> str:
    """The id of the example story on the port."""
    rows = client.get("/api/v1/stories", params={"words": "Halmyra"}).json()["items"]
    return str(next(row["id"] for row in rows if row["title"] == TITLE))


def test_what_is_asked_first_stands_first(client: httpx.Client, story: str) -> None:
    text = client.get(f"/stories/{story}").text
    brief = text[text.index("In short") : text.index('id="claims"')]
    assert "The authorities of Kestovia offered" in brief
    assert "2 origins" in brief
    assert brief.index("denied by") < brief.index("Mira Tolle")
    assert "verbatim copy" in brief
    assert "17 March 2026" in brief
    assert len(text) < 150_000


@pytest.mark.parametrize(("claims", "number"), [("corroborated", 3), ("disputed", 7)])
def test_claims_are_filtered_by_links(client: httpx.Client, story: str, claims: str, number: int) -> None:
    text = client.get(f"/stories/{story}", params={"part": "claims", "claims": claims}).text
    assert text.count('<p class="count">') == number
    assert re.search(rf'id="claims-{claims}"[^>]*aria-current="true"', text)


def test_whatever_is_in_a_story_leads_to_it(client: httpx.Client, story: str) -> None:
    claim = client.get(f"/api/v1/stories/{story}/claims").json()["items"][0]["id"]
    for id in (story[:6], claim):
        answer = client.get(f"/stories/{id}")
        assert (answer.status_code, answer.headers["location"]) == (302, f"/stories/{story}")


@pytest.mark.parametrize("id", ["s-0000000000", "nothing", "%2e%2e", "%00", "a" * 3_000])
def test_what_is_no_story_is_told(client: httpx.Client, id: str) -> None:
    assert client.get(f"/stories/{id}").status_code == 404


@pytest.mark.parametrize("query", ["part=cellar", "claims=true", "order=none", "part=timeline&period=never",
                                   "part=claims&offset=-1", "part=claims&offset=x"])  # fmt: skip
def test_what_can_not_be_asked_is_refused(client: httpx.Client, story: str, query: str) -> None:
    assert client.get(f"/stories/{story}?{query}").status_code in {400, 404}


@pytest.mark.parametrize("part", ["claims", "ways", "copies", "timeline", "voices", "positions", "articles"])
def test_each_part_is_a_page_and_a_piece(client: httpx.Client, story: str, part: str) -> None:
    address = f"/stories/{story}?part={part}"
    whole, piece = client.get(address), client.get(address, headers={"HX-Request": "true"})
    assert "<h1>" in whole.text
    assert "<h1>" not in piece.text
    assert len(piece.text) > 300
    beyond = client.get(f"{address}&offset=5000", headers={"HX-Request": "true"})
    assert beyond.status_code == 200


def test_the_drawing_is_told_by_the_table_too(client: httpx.Client, story: str) -> None:
    text = client.get(f"/stories/{story}").text
    drawn = set(re.findall(r'<a href="(/articles/[^"]+)" aria-label', text))
    table = text[text.index('id="articles"') :]
    assert len(drawn) == 9
    assert all(f'href="{address}"' in table for address in drawn)


def test_more_claims_come_without_a_new_page_and_take_the_focus(page: Page, address: str, story: str) -> None:
    page.goto(f"{address}/stories/{story}")
    rows = page.locator("ul.claims > li:not(.more)")
    expect(rows).to_have_count(10)
    page.get_by_role("link", name="More claims").click()
    expect(rows).to_have_count(50)
    expect(rows.nth(10)).to_be_focused()


def test_tabs_keep_the_focus_and_the_address(page: Page, address: str, story: str) -> None:
    page.goto(f"{address}/stories/{story}")
    page.locator("#claims-disputed").click()
    expect(page.locator("ul.claims > li:not(.more)")).to_have_count(7)
    expect(page.locator("#claims-disputed")).to_be_focused()
    expect(page).to_have_url(re.compile("claims=disputed"))
    page.reload()
    expect(page.locator("ul.claims > li:not(.more)")).to_have_count(7)


def test_positions_are_fetched_when_they_are_opened(page: Page, address: str, story: str) -> None:
    page.goto(f"{address}/stories/{story}")
    voice = page.locator("ul.voices > li").first
    voice.locator("summary").press("Enter")
    expect(voice.locator(".late li").first).to_be_visible()


def test_focus_brings_out_what_hangs_on_an_article(page: Page, address: str, story: str) -> None:
    page.goto(f"{address}/stories/{story}")
    mark = page.locator("svg.ways a[aria-label]").first
    mark.focus()
    meant, all_ways = page.locator(".way.meant"), page.locator(".way")
    expect(meant.first).to_be_attached()
    assert 0 < meant.count() < all_ways.count()
    page.locator("h1").evaluate("element => document.activeElement.blur()")
    expect(page.locator("svg.ways.asked")).to_have_count(0)


def test_the_drawing_scrolls_in_its_own_frame(page: Page, address: str, story: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{address}/stories/{story}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator(".drawing").evaluate("element => element.scrollWidth > element.clientWidth")
