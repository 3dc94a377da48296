"""The main ways, walked in a browser: add, read down to the words, take away and add again."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from firsthand import open_store
from tests.serving.web.conftest import EXAMPLES, Serve

LONG = 240_000  # milliseconds that reading and linking may take on a busy machine
CLAIM = "offered the Sarmund Development Fund a lease of Halmyra for 49 years"


def test_the_packs_are_added_and_a_claim_is_followed_to_its_words(page: Page, serve: Serve, tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    with open_store(store):
        pass
    address = serve(store, works=True)
    page.goto(address)
    page.locator("main").get_by_role("link", name="Add articles").click()  # an empty store says what to do
    add_files(page, sorted(EXAMPLES.glob("*.jsonl")))
    assert count_fates(store) == {"stored": 27}
    expect(page.get_by_text("All articles are linked.")).to_be_visible(timeout=LONG)

    page.goto(address)
    expect(page.locator(".rows.stories > li")).to_have_count(3)
    page.get_by_role("link", name="Kestovia has offered Halmyra").click()  # one
    page.locator("#claims").get_by_role("link", name=CLAIM).first.click()  # two
    expect(page.get_by_text("2 origins").first).to_be_visible()
    said = page.locator(".claim-cards .said").first.inner_text()
    page.locator(".claim-cards").get_by_role("link", name="Continental Wire").first.click()  # three
    brought_out = page.locator("#text .out")
    expect(brought_out.first).to_be_visible()
    expect(brought_out.first).to_be_in_viewport()
    shown = " ".join(brought_out.evaluate_all("spans => spans.map((span) => span.firstChild.textContent)"))
    assert all(word in shown.split() for word in said.split()[:8]), (said, shown)


def test_what_is_taken_away_can_be_added_again(page: Page, serve: Serve, own_store: Path, tmp_path: Path) -> None:
    address = serve(works=True)
    page.goto(address)
    page.get_by_role("link", name="Santa Rita dam disaster").click()
    page.locator("summary", has_text="Export").first.click()
    with page.expect_download() as started:
        page.locator("details.exports a[href$='format=jsonl']").first.click()
    taken = tmp_path / "taken.jsonl"
    started.value.save_as(taken)
    assert len([json.loads(line) for line in taken.read_text(encoding="utf-8").splitlines()]) == 9

    page.goto(f"{address}/add")
    add_files(page, [taken])
    assert count_fates(own_store) == {"duplicate": 9}
    with open_store(own_store) as store:
        assert store.count_articles() == 27


def add_files(page: Page, paths: list[Path]) -> None:
    """Choose files on the page, and wait until all of them are read."""
    page.locator("input[type=file]").set_input_files(paths)
    page.get_by_role("button", name="Add these files").click()
    expect(page.get_by_text("All is read").or_(page.get_by_text("all of it is read")).first).to_be_visible(timeout=LONG)


def count_fates(path: Path) -> dict[str, int]:
    """What became of everything that was added through the page."""
    with open_store(path) as store:
        fates = [
            outcome.fate.value
            for upload in store.uploads.list_newest(10)
            for outcome in store.uploads.list_outcomes(upload.id, 100)
        ]
    return {fate: fates.count(fate) for fate in fates}
