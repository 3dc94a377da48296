"""The pages of articles: every statement is reached by pointer, touch and keyboard, and nothing in a text gets out."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import quote

import httpx
from playwright.sync_api import Browser, Page, expect

from firsthand import open_store
from firsthand.records import Annotations, Article, Statement
from tests.serving.web.conftest import Serve

TAG = re.compile(r"<[^>]*>")
EVIL = "<script>window.evil = 1</script><img src=x onerror=window.evil=1>\u202eabc\x00\x1b[31m & “שלום”"
STRANGE = "/a b//ü?#%2F"


def add(path: Path, *articles: Article, statements: tuple[Statement, ...] = ()) -> None:
    with open_store(path) as store:
        store.add([Annotations(one, statements=statements) for one in articles])


def read_words(answer: httpx.Response) -> str:
    """The words of the text as drawn, without the numbers of the statements."""
    (drawn,) = re.findall(r'<article class="text".*?>(.*?)</article>', answer.text, re.S)
    return unescape(TAG.sub("", re.sub(r"<sup.*?</sup>", "", drawn)))


def test_the_list_finds_articles(client: httpx.Client) -> None:
    whole = client.get("/articles").text
    assert whole.count('class="title"') == 27
    assert "27 articles" in whole
    found = client.get("/articles", params={"words": "harbour", "since": "2026-03", "until": "2026-03-11"}).text
    assert 0 < found.count('class="title"') < 27
    assert "<mark>" in found
    assert "No article found" in client.get("/articles", params={"outlet": "nobody"}).text


def test_an_empty_store_says_what_to_do(empty_address: str) -> None:
    answer = httpx.get(empty_address + "/articles")
    assert 'href="/add"' in answer.text.partition('class="empty"')[2]


def test_the_text_is_all_there(client: httpx.Client) -> None:
    answer = client.get("/articles/a5")
    text = client.get("/api/v1/articles/a5").json()["article"]["text"]
    assert read_words(answer).split() == text.split()


def test_each_statement_has_a_number_a_place_in_the_list_and_an_address(client: httpx.Client) -> None:
    whole = client.get("/articles/d5").text
    numbers = re.findall(r'id="t-(\d+)" href="#s-(\d+)"', whole)
    assert {one for one, _ in numbers} == {other for _, other in numbers} == set(map(str, range(1, 14)))
    assert [int(one) for one in re.findall(r'<li id="s-(\d+)"', whole)] == list(range(1, 14))
    answer = client.get("/statements/d5:2")
    assert answer.status_code == 302
    assert re.fullmatch(r"/articles/d5#s-\d+", answer.headers["location"])


def test_a_page_of_an_unknown_article_part_or_statement_is_none(client: httpx.Client) -> None:
    assert client.get("/articles/none").status_code == 404
    assert client.get("/statements/none").status_code == 404
    assert client.get("/articles/a5", params={"part": "nothing"}).status_code == 404
    assert client.get("/articles/a5", params={"part": "statement", "number": 99}).status_code == 404
    assert client.get("/articles/a5", params={"beside": "d5"}).status_code == 404
    assert client.get("/articles/a5", params={"against": 7}).status_code == 404


def test_passages_of_a_copy_stand_side_by_side(client: httpx.Client) -> None:
    whole = client.get("/articles/d6", params={"beside": "d5"}).text
    assert whole.count("<tr><td") == 5
    assert "Press Agency of Kaldia" in whole.partition("<thead>")[2].partition("</thead>")[0]


def test_any_id_and_any_text_are_survived(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "odd.db"
    hostile = Article(STRANGE, EVIL, url="javascript:alert(1)", publisher=EVIL, title=EVIL, authors=(EVIL,))
    source, rest = (0, 8), (8, len(EVIL))
    add(path, hostile, statements=(Statement("s/ 1?", (source,), (), (rest,), medium=EVIL, flags=(EVIL,)),))
    add(path, Article("empty", ""), Article("ends", "\n" * 50), Article("line", "word " * 20_000))
    address = serve(path)
    answer = httpx.get(f"{address}/articles/{quote(STRANGE, safe='')}")
    assert answer.status_code == 200
    assert "<script>window" not in answer.text
    assert "javascript:" not in re.sub(r'<span class="id">.*?</span>', "", answer.text)
    assert "<script>window.evil = 1</script>" in read_words(answer)
    assert "\u202e" not in answer.text
    assert "\x00" not in answer.text
    assert httpx.get(f"{address}/articles/{quote(STRANGE, safe='')}?part=statement&number=1").status_code == 200
    moved = httpx.get(f"{address}/statements/{quote('s/ 1?', safe='')}")
    assert moved.headers["location"] == f"/articles/{quote(STRANGE, safe='')}#s-1"
    for id in ("empty", "ends", "line"):
        assert httpx.get(f"{address}/articles/{id}").status_code == 200
    assert httpx.get(f"{address}/articles").text.count('class="title"') == 4


def test_nothing_in_a_text_runs(serve: Serve, tmp_path: Path, page: Page) -> None:
    path = tmp_path / "evil.db"
    add(path, Article("evil", EVIL, title=EVIL), statements=(Statement("s", ((0, 8),), (), ((8, 60),)),))
    page.goto(f"{serve(path)}/articles/evil#t-1")
    expect(page.locator("#panel")).to_contain_text("Statement 1 of 1")
    assert page.evaluate("window.evil") is None


def test_revisions_are_listed_and_compared(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "revised.db"
    add(path, Article("r", "He said five. It ended."))
    add(path, Article("r", "He said six. It ended."))
    address = serve(path)
    newest, first = httpx.get(f"{address}/articles/r"), httpx.get(f"{address}/articles/r?revision=1")
    assert read_words(newest).split() == ["He", "said", "six.", "It", "ended."]
    assert read_words(first).split() == ["He", "said", "five.", "It", "ended."]
    assert "earlier revision" in first.text
    compared = httpx.get(f"{address}/articles/r?against=1").text
    assert "<del>five</del>" in compared
    assert "<ins>six</ins>" in compared


def test_pointing_shows_who_says_it_and_clicking_keeps_it(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/d5")
    panel = page.locator("#panel")
    expect(panel).to_contain_text("Who speaks here")
    page.locator(".text .source", has_text="General L. Thune").hover()
    expect(panel).to_contain_text("Lars Thune")
    expect(page.locator(".text .source.out")).to_have_text("General L. Thune from Fort Ravn")
    page.locator(".text .content", has_text="possibly").first.click()
    page.locator(".text .source", has_text="Varsk").hover()
    page.wait_for_timeout(200)
    expect(panel).to_contain_text("Lars Thune")
    page.keyboard.press("Escape")
    expect(panel).to_contain_text("Who speaks here")


def test_the_keyboard_steps_through_statements_and_past_them(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/d5")
    page.locator("#t-1").focus()
    expect(page.locator("#panel")).to_contain_text("Statement 1 of 13")
    page.keyboard.press("n")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#t-3")).to_be_focused()
    expect(page.locator("#panel")).to_contain_text("Statement 3 of 13")
    page.keyboard.press("p")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/articles/d5#t-2")
    expect(page.locator(".statement-list > .shown")).to_have_id("s-2")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#panel').contains(document.activeElement)")


def test_what_a_pronoun_stands_for_is_brought_out(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/d5#t-2")
    expect(page.locator(".text .covers.out").first).to_contain_text("The ferry company Nordsund Lines")


def test_a_statement_is_brought_out_where_its_address_leads(page: Page, address: str) -> None:
    page.goto(f"{address}/statements/b7:9")
    expect(page.locator("#panel")).to_contain_text("of 25")
    expect(page.locator(".note a.out")).to_be_in_viewport()


def test_the_list_is_narrowed_to_one_speaker(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/d5")
    page.get_by_label("Speaker").select_option(label="Ingrid Moe (2)")
    expect(page.locator(".statement-list > li")).to_have_count(2)


def test_a_copy_is_compared_in_place(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/d6")
    page.get_by_role("link", name=re.compile("Side by side")).first.click()
    expect(page.locator("#comparison tbody tr")).to_have_count(5)


def test_on_a_narrow_screen_the_sheet_leaves_the_words_in_sight(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}/articles/d5")
    expect(page.locator("#panel")).to_be_hidden()
    words = page.locator(".text .content", has_text="possibly").first
    words.tap()
    expect(page.locator("#panel")).to_contain_text("Lars Thune")
    sheet, box = page.locator("#panel").bounding_box(), words.bounding_box()
    assert sheet is not None
    assert box is not None
    assert box["y"] + box["height"] <= sheet["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Close").tap()
    expect(page.locator("#panel")).to_be_hidden()
    context.close()


def test_without_scripts_everything_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/articles/d5")
    page.locator("#t-3").click()
    expect(page.locator("#s-3")).to_be_in_viewport()
    page.locator(".statement-list a.number-link").nth(9).click()
    expect(page.locator("#t-10")).to_be_in_viewport()
    context.close()
