"""The pages of claims, and the one that explains the words."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import msgspec
import pytest
from playwright.sync_api import Page, expect

from firsthand.records import Claim, StoryLinks
from firsthand.storage import open_store
from tests.serving.conftest import issue_ids
from tests.serving.made_story import SALE, make_links, make_records
from tests.serving.web.conftest import Serve

HOSTILE = "<script>document.title='run'</script>\" onload=x \x07\u202e\u2028 & 'a' {{ 7*7 }}"


@pytest.fixture(scope="module")
def leading(client: httpx.Client) -> str:
    """The claim that most articles carry."""
    found: str = client.get("/api/v1/claims?limit=1").json()["items"][0]["id"]
    return found


@pytest.fixture
def made(tmp_path: Path, serve: Serve) -> Iterator[httpx.Client]:
    """A server over the made story, all words of which are hostile where that changes no offset."""
    links = make_hostile(make_links())
    path = tmp_path / "made.db"
    with open_store(path) as store:
        store.add(make_records())
        store.links.save_story("key", links)
    issue_ids(path, links)
    with httpx.Client(base_url=serve(path), timeout=30) as client:
        yield client


def make_hostile(links: StoryLinks) -> StoryLinks:
    replace = msgspec.structs.replace

    def spoil(claim: Claim) -> Claim:
        origins = tuple(replace(one, because=(HOSTILE,), description=HOSTILE) for one in claim.origins)
        return replace(claim, gist=HOSTILE, because=(HOSTILE,), origins=origins)

    return replace(
        links,
        story=replace(links.story, title=HOSTILE),
        actors=tuple(replace(actor, name=HOSTILE) for actor in links.actors),
        claims=tuple(map(spoil, links.claims)),
        steps={id: tuple(replace(step, text=HOSTILE) for step in steps) for id, steps in links.steps.items()},
    )


def test_claims_are_listed_and_searched(client: httpx.Client, examples_store: Path) -> None:
    with open_store(examples_store) as store:
        total = store.links.count_claims()
    whole = client.get("/claims")
    assert whole.status_code == 200
    assert f"{total} claims" in whole.text
    assert whole.text.count('class="claim-row"') == 40
    some = client.get("/claims?words=ferry&status=disputed&anonymous=true")
    assert 1 <= some.text.count('class="claim-row"') <= 3
    assert 'value="ferry"' in some.text


def test_the_next_page_keeps_what_was_asked_for(client: httpx.Client) -> None:
    first = client.get("/claims?order=newest&status=single_origin")
    more = re.search(r'rel="next" href="([^"]+)"', first.text)
    assert more
    second = client.get(unescape(more[1]))
    assert second.status_code == 200
    assert "from number 41" in second.text
    assert "disputed</span>" not in second.text


def test_words_that_nothing_holds_get_advice_and_bad_ones_are_told_in_the_form(client: httpx.Client) -> None:
    nothing = client.get("/claims?words=xylophone")
    assert nothing.status_code == 200
    assert "No such claim" in nothing.text
    bad = client.get("/claims?words=%21%21")
    assert bad.status_code == 400
    assert 'role="alert"' in bad.text
    assert 'value="!!"' in bad.text


def test_an_empty_store_says_what_to_do_next(empty_address: str) -> None:
    assert 'href="/add"' in httpx.get(empty_address + "/claims").text.partition('class="empty"')[2]


def test_the_number_of_origins_stands_with_its_reasons(client: httpx.Client, leading: str) -> None:
    view = client.get(f"/api/v1/claims/{leading}").json()
    page = unescape(client.get(f"/claims/{leading}").text)
    assert view["origins_in_words"] in page
    for reason in view["because"]:
        assert reason in page
    for step in view["steps"]:
        assert step["text"] in page
    assert page.count("<h1") == 1


def test_other_ids_lead_to_the_claim(client: httpx.Client, leading: str) -> None:
    view = client.get(f"/api/v1/claims/{leading}").json()
    for id in (view["origins"][0]["id"], view["wordings"][0]["statements"][0]["id"]):
        answer = client.get(f"/claims/{id}")
        assert (answer.status_code, answer.headers["location"]) == (302, f"/claims/{leading}")


def test_a_statement_of_several_claims_leads_to_a_list_of_them(client: httpx.Client) -> None:
    answer = client.get("/claims/d4:4")
    assert answer.status_code == 302
    listed = client.get(answer.headers["location"])
    assert "3 claims of one statement" in listed.text
    assert listed.text.count('class="claim-row"') == 3


def test_an_unknown_claim_and_an_article_are_refused_in_words(client: httpx.Client) -> None:
    assert client.get("/claims/c-nowhere").status_code == 404
    article = client.get("/claims/d4")
    assert article.status_code == 400
    assert "not a claim" in article.text


def test_hostile_words_are_printed_and_do_nothing(made: httpx.Client) -> None:
    for address in ("/claims", f"/claims/{SALE}", "/claims?statement=m1:1", f"/claims/{SALE}?statements=all"):
        page = made.get(address)
        assert page.status_code == 200
        assert "<script>document" not in page.text
        assert "&lt;script&gt;document" in page.text
        assert "{{ 7*7 }}" in unescape(page.text)
        assert not {"\u202e", "\x07"} & set(page.text)


def test_pages_are_small(client: httpx.Client, leading: str) -> None:
    for address in ("/claims", f"/claims/{leading}", "/help"):
        assert len(client.get(address).content) < 100_000


def test_the_evidence_is_folded_open_and_every_step_leads_to_words(page: Page, address: str, leading: str) -> None:
    page.goto(f"{address}/claims/{leading}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    step = page.locator(".claim-steps a").first
    expect(step).to_be_hidden()
    page.locator(".claim-steps summary").focus()
    page.keyboard.press("Enter")
    expect(step).to_be_visible()
    assert (step.get_attribute("href") or "").startswith("/statements/")


def test_both_sides_of_a_denial_stand_beside_each_other(page: Page, address: str, leading: str) -> None:
    page.goto(f"{address}/claims/{leading}")
    own, other = page.locator(".claim-own blockquote"), page.locator(".claim-against li blockquote").first
    left, right = own.bounding_box(), other.bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"]
    assert own.inner_text() != other.inner_text()


@pytest.mark.parametrize("width", [360, 768, 1280, 1800])
def test_nothing_runs_over_the_edge(page: Page, address: str, leading: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in (f"/claims/{leading}", "/claims", "/help"):
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


def test_the_help_explains_every_word_that_pages_link_to(client: httpx.Client) -> None:
    page = client.get("/help").text
    words = ("statement", "chain", "claim", "origin", "copy", "anonymous", "inferred", "disputed", "clocks", "sure")
    for anchor in (*words, "correct"):
        assert page.count(f'id="{anchor}"') == 1
        assert f'href="#{anchor}"' in page
