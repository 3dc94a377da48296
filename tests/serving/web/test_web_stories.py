"""The first page, in answers and in a browser."""

import shutil
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from firsthand import add_all, open_store
from tests.serving.web.conftest import EXAMPLES, Serve


def test_the_first_page_lists_the_stories(client: httpx.Client) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert answer.text.count('class="title" href="/stories/s-') == 3
    assert "27 articles in 3 stories" in answer.text


def test_a_story_is_one_click_away(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Kestovia has offered Halmyra to Sarmund for a loan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kestovia has offered Halmyra to Sarmund for a loan")


@pytest.mark.parametrize(("words", "number"), [("Halmyra", 1), ("Nordsund", 1), ("zebra", 0)])
def test_words_find_stories(client: httpx.Client, words: str, number: int) -> None:
    text = client.get("/", params={"words": words}).text
    assert text.count('class="title" href="/stories/s-') == number
    assert ("No story has these words" in text) == (number == 0)


@pytest.mark.parametrize("words", ["***", '"', "a" * 5_000, "‮<script>alert(1)</script>", "\x00", "' OR 1=1 --"])
def test_hostile_words_are_answered(client: httpx.Client, words: str) -> None:
    answer = client.get("/", params={"words": words})
    assert answer.status_code in {200, 400}
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("offset", [-1, 10**9])
def test_a_page_out_of_bounds_is_told(client: httpx.Client, offset: int) -> None:
    answer = client.get("/", params={"offset": offset})
    assert (answer.status_code, "the offset is a number" in answer.text) == (400, True)


def test_an_empty_store_says_what_to_do(empty_address: str) -> None:
    text = httpx.get(empty_address).text
    assert "Nothing here yet" in text
    assert 'href="/add"' in text


def test_what_waits_to_be_linked_is_told(serve: Serve, own_store: Path, tmp_path: Path) -> None:
    extra = tmp_path / "extra.txt"
    extra.write_text("“The old pier will be sold,” Ines Caldo said on Monday.\n", encoding="utf-8")
    with open_store(own_store) as store:
        list(add_all(store, [str(extra)]))
    assert "1 article is in no story yet" in httpx.get(serve(own_store)).text


def test_articles_that_are_not_linked_are_no_stories_yet(serve: Serve, tmp_path: Path) -> None:
    source = min(EXAMPLES.glob("*.jsonl"))
    shutil.copy(source, tmp_path / "some.jsonl")
    with open_store(tmp_path / "new.db") as store:
        list(add_all(store, [str(tmp_path / "some.jsonl")]))
    text = httpx.get(serve(tmp_path / "new.db")).text
    assert "No stories yet" in text
    assert "9 articles are here and not linked yet" in text
