"""Corrections where one sees the error: by clicks in a browser, and by forms without scripts."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from firsthand import link, open_store
from firsthand.records import Claim, Verdict
from firsthand.serving.judging import judge
from firsthand.serving.story_figures import word_origins
from tests.serving.web.conftest import Serve

pytestmark = pytest.mark.usefixtures("real_linking")


@dataclass(frozen=True)
class Merged:
    """A claim of two origins, into which a person will join what has the second one."""

    claim: Claim
    first: str
    second: str


@pytest.fixture
def merged(own_store: Path) -> Merged:
    """An origin that reached the claim by a statement that makes another one, as the article's words show."""
    with open_store(own_store) as store:
        story = next(one for one in store.links.list_stories(10) if "Halmyra" in one.title)
        claims = store.links.get_story(story.id).claims
    claim = next(one for one in claims if len(one.origins) == 2 and one.articles > 4)
    first, second = (origin.statement for origin in claim.origins)
    assert first
    assert second
    return Merged(claim, first, second)


@pytest.fixture
def server(serve: Serve) -> str:
    return serve(works=True, links_here=True)


@pytest.fixture
def asking(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, timeout=60) as made:
        yield made


def find_count(path: Path, claim: str) -> str:
    with open_store(path) as store:
        story = store.links.get_story(store.links.resolve(claim).story or "")
    return word_origins(next(one for one in story.claims if one.id == claim))


def test_a_wrong_merge_is_corrected_on_the_page(page: Page, server: str, own_store: Path, merged: Merged) -> None:
    """The count changes without reloading, survives linking anew, and is the old one again after an undo."""
    page.goto(f"{server}/claims/{merged.claim.id}")
    page.evaluate("window.isSamePage = true")
    before = word_origins(merged.claim)
    number = page.locator(".claim-number")
    expect(number).to_contain_text(before)
    part = page.locator("form.correct-pair", has=page.locator(f'[name=left][value="{merged.second}"]'))
    button = part.filter(has_text="Not this claim").locator("button")
    page.locator("details", has=button).last.locator("summary").click()
    button.click()
    messages = page.locator("#messages")
    expect(messages).to_contain_text("Kept:")
    expect(messages).to_contain_text("1 origin")
    expect(number).to_contain_text("1 origin")
    assert page.evaluate("window.isSamePage")
    with open_store(own_store) as store:
        link(store, anew=True)
    after = find_count(own_store, merged.claim.id)
    assert (before, after) == ("2 origins", "1 origin")
    messages.get_by_role("button", name="Undo").click()
    expect(messages).to_contain_text("Undone:")
    expect(number).to_contain_text(before)
    assert page.evaluate("window.isSamePage")
    assert find_count(own_store, merged.claim.id) == before


def test_another_speaker_is_chosen_in_the_dialog(page: Page, server: str, own_store: Path) -> None:
    with open_store(own_store) as store:
        actor = next(one for one in store.links.find_actors("", 20) if one.kind == "person")
        said = store.links.list_spoken(actor.id, limit=1)[0]
        other = next(one for one in store.links.find_actors("", 20) if one.kind == "person" and one.id != actor.id)
    page.goto(f"{server}/actors/{actor.id}")
    page.locator(f'a.correct[href*="{said.id.replace(":", "%3A")}"]').click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="What is wrong here?")).to_be_visible()
    dialog.get_by_role("searchbox").fill(other.name)
    dialog.get_by_role("button", name=other.name).first.click()
    expect(dialog).to_be_hidden()
    expect(page.locator("#messages")).to_contain_text(f"“{other.name}” makes the statement")
    expect(page.locator("#statements")).not_to_contain_text(f'href="/statements/{said.id}"')
    with open_store(own_store) as store:
        assert said.id in [one.id for one in store.links.list_spoken(other.id, limit=200)]
        assert said.id not in [one.id for one in store.links.list_spoken(actor.id, limit=200)]


def test_the_dialog_is_left_by_the_keyboard_and_the_focus_comes_back(page: Page, server: str, own_store: Path) -> None:
    with open_store(own_store) as store:
        actor = store.links.find_actors("", 1)[0]
    page.goto(f"{server}/actors/{actor.id}")
    link_ = page.locator("#statements a.correct").first
    link_.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(link_).to_be_focused()


def test_two_actors_are_joined_and_parted_again(page: Page, server: str, own_store: Path) -> None:
    with open_store(own_store) as store:
        one, two = (each for each in store.links.find_actors("", 20, kind="person")[:2])
    page.goto(f"{server}/actors/{one.id}")
    page.get_by_role("link", name="Same as another actor").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill(two.name)
    dialog.get_by_role("button", name=two.name).first.click()
    expect(page.locator("#messages")).to_contain_text("are one")
    with open_store(own_store) as store:
        assert store.links.follow_id(one.id) == store.links.follow_id(two.id)
    page.locator("#messages").get_by_role("button", name="Undo").click()
    expect(page.locator("#messages")).to_contain_text("Undone:")
    with open_store(own_store) as store:
        assert store.links.follow_id(one.id) != store.links.follow_id(two.id)


def test_a_form_without_scripts_leads_to_what_changed(asking: httpx.Client, merged: Merged) -> None:
    fields = {"kind": "claim", "verdict": "different", "left": merged.second, "right": merged.first}
    answer = asking.post("/corrections", data=fields)
    assert answer.status_code == 303
    page = asking.get(answer.headers["location"])
    assert "2 origins" in page.text
    assert "1 origin" in page.text
    assert "Recounting" not in page.text
    undone = asking.post(f"{answer.headers['location']}/undo", follow_redirects=True)
    assert undone.status_code == 200
    assert "<h1>Undone</h1>" in undone.text


def test_the_choices_are_a_page_without_scripts(asking: httpx.Client, merged: Merged) -> None:
    page = asking.get("/corrections/new", params={"statement": merged.first, "words": "Sarmund"})
    assert "<h1>Correct</h1>" in page.text
    assert "Found by name" in page.text
    same = asking.get("/corrections/new", params={"same": "claim", "id": merged.claim.id})
    assert "Which claim is the same?" in same.text


def test_the_log_tells_who_and_lets_undo(asking: httpx.Client, merged: Merged) -> None:
    named = asking.post("/corrections/name", data={"name": "  Ana\u202e\nReyes "})
    assert named.status_code == 303
    fields = {"kind": "statement", "verdict": "different", "left": merged.second}
    asking.post("/corrections", data=fields)
    log = asking.get("/corrections").text
    assert "Ana Reyes" in log
    assert "is no statement" in log
    assert log.count("/undo") == 2  # the form's address, for scripts and without
    (line,) = asking.get("/corrections/export").text.splitlines()
    assert '"by":"Ana Reyes"' in line


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "a verdict is one of"),
        ({"verdict": "same", "left": "c-nowhere", "right": "c-1"}, "nothing has this id"),
        ({"verdict": "maybe", "left": "x"}, "a verdict is one of"),
        ({"verdict": "same", "kind": "weather"}, "a judgement is about one of"),
        ({"verdict": "unsure", "kind": "statement", "left": "a1:1"}, "nobody can be unsure"),
    ],
)
def test_what_cannot_be_judged_is_told(fields: dict[str, str], words: str, asking: httpx.Client) -> None:
    answer = asking.post("/corrections", data=fields)
    assert answer.status_code in {400, 404}
    assert words in answer.text
    part = asking.post("/corrections", data=fields, headers={"hx-request": "true"})
    assert words in part.text
    assert "<html" not in part.text
    assert "Nothing corrected yet" in asking.get("/corrections").text


def test_a_server_that_only_shows_takes_no_corrections(client: httpx.Client, examples_store: Path) -> None:
    with open_store(examples_store) as store:
        claim = store.links.search_claims(limit=1)[0].id
    answer = client.post("/corrections", data={"verdict": "same", "left": claim, "right": claim})
    assert answer.status_code == 403
    assert "without --read-only" in answer.text
    assert "disabled" in client.get("/corrections/new", params={"same": "claim", "id": claim}).text
    assert "This server only shows" in client.get("/corrections").text


def test_a_correction_that_the_links_do_not_follow_yet_says_so(serve: Serve, own_store: Path) -> None:
    address = serve(works=False)
    with open_store(own_store) as store:
        one, two = store.links.find_actors("", 2)
        given = judge(store, Verdict.SAME, one.id, two.id)
    state = httpx.get(f"{address}/corrections/{given.id}", params={"part": "state"})
    assert "Recounting…" in state.text
    assert "hx-trigger" not in state.headers
    with open_store(own_store) as store:
        link(store)
    state = httpx.get(f"{address}/corrections/{given.id}", params={"part": "state"})
    assert "All counts follow it" in state.text
    assert state.headers["hx-trigger"] == "corrected"
    assert httpx.get(f"{address}/corrections/j-nothing").status_code == 404
