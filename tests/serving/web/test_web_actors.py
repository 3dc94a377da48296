"""The pages of actors, as a browser and a reader without scripts get them."""

import re
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Page, expect

from firsthand import open_store
from firsthand.records import Judgement, JudgementKind, Verdict
from firsthand.storage import FoundActor


@pytest.fixture
def minister(examples_store: Path) -> FoundActor:
    """Somebody who denied and then admitted."""
    with open_store(examples_store) as store:
        actors = store.links.find_actors("", 200)
        return next(one for one in actors if store.links.load_positions(one.id, changed=True))


def test_actors_are_searched_by_name_and_kind(client: httpx.Client, minister: FoundActor) -> None:
    everybody = client.get("/actors").text
    assert everybody.count('class="title"') == 40
    assert 'rel="next"' in everybody
    found = client.get("/actors", params={"words": minister.name, "kind": "person"}).text
    assert f"/actors/{minister.id}" in found
    assert "1 actor," in found
    assert "Nobody found" in client.get("/actors", params={"words": "zzyzx"}).text
    assert client.get("/actors", params={"kind": "wizard"}).status_code == 400
    assert client.get("/actors", params={"words": "…"}).status_code == 400
    assert client.get("/actors", params={"offset": -1}).status_code == 400


def test_the_pages_of_a_list_follow_each_other(page: Page, address: str) -> None:
    page.goto(f"{address}/actors")
    first = page.locator(".people .title").first.inner_text()
    page.get_by_role("link", name="More →").click()
    expect(page.locator(".people .title").first).not_to_have_text(first)
    page.get_by_role("link", name="← Back").click()
    expect(page.locator(".people .title").first).to_have_text(first)


def test_an_actors_changes_stand_before_its_statements(page: Page, address: str, minister: FoundActor) -> None:
    page.goto(f"{address}/actors/{minister.id}")
    expect(page.get_by_role("heading", level=1)).to_have_text(minister.name)
    expect(page.locator(".turn h3").first).to_contain_text("Denied on")
    assert page.locator(".turn").first.locator("blockquote").count() == 2
    assert page.locator("#statements .rows > li").count() == min(20, minister.statements)
    page.locator("#statements .rows a").first.click()
    expect(page).to_have_url(re.compile("/articles/"))


def test_positions_and_names_lead_to_their_evidence(page: Page, address: str, minister: FoundActor) -> None:
    page.goto(f"{address}/actors/{minister.id}")
    expect(page.locator("#positions .changed").first).to_contain_text("denied on")
    expect(page.locator("#names tbody tr").first).to_be_visible()
    expect(page.locator("#names").get_by_role("button", name="Somebody else").first).to_be_visible()


@pytest.mark.parametrize(("part", "title"), [("positions", "Positions"), ("names", "Names joined")])
def test_what_there_is_more_of_has_a_page(part: str, title: str, client: httpx.Client, minister: FoundActor) -> None:
    page = client.get(f"/actors/{minister.id}", params={"part": part}).text
    assert f"<h1>{title}</h1>" in page
    assert client.get(f"/actors/{minister.id}", params={"part": part, "offset": 5000}).status_code == 200


def test_the_beginning_of_an_id_and_a_former_id_lead_to_the_actor(
    client: httpx.Client, minister: FoundActor, examples_store: Path
) -> None:
    short = client.get(f"/actors/{minister.id[:9]}")
    assert (short.status_code, short.headers["location"]) == (302, f"/actors/{minister.id}")
    assert client.get("/actors/a-nobody").status_code == 404
    assert client.get(f"/actors/{minister.id}", params={"part": "shoes"}).status_code == 404
    with open_store(examples_store) as store:
        claim = store.links.search_claims(limit=1)[0].id
    assert client.get(f"/actors/{claim}").status_code == 404


def test_the_api_has_what_the_pages_show(client: httpx.Client, minister: FoundActor) -> None:
    api = f"/api/v1/actors/{minister.id}"
    profile = client.get(api).json()
    assert profile["actor"]["name"] == minister.name
    assert profile["statements"] == minister.statements
    said = client.get(f"{api}/statements", params={"limit": 2}).json()
    assert len(said["items"]) == 2
    assert said["has_more"]
    assert said["items"][0]["statement"]["actor"] == minister.id
    matters = client.get(f"{api}/positions").json()["items"]
    assert all(matter["positions"] for matter in matters)
    (turn, *_) = client.get(f"{api}/changes").json()
    assert turn["before"]["date"] < turn["now"]["date"]
    names = client.get(f"{api}/names").json()["items"]
    assert len(names) == profile["forms"]
    listed = client.get("/api/v1/actors", params={"words": minister.name}).json()["items"]
    assert minister.id in [one["id"] for one in listed]
    for rest in ("", "/statements", "/positions", "/changes", "/names"):
        moved = client.get(f"/api/v1/actors/{minister.id[:9]}{rest}")
        assert (moved.status_code, moved.headers["location"]) == (302, api + rest)
        assert client.get(f"/api/v1/actors/nobody{rest}").status_code == 404
    assert client.get(f"{api}/statements", params={"limit": 0}).status_code == 400


HOSTILE = ['"><script>alert(1)</script>', "a*", '"', "-" * 500, "\x00", "ا" * 50, "' OR 1=1 --", "%", "../../etc"]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_break_nothing(words: str, client: httpx.Client, minister: FoundActor) -> None:
    for path in ("/actors", "/api/v1/actors"):
        assert client.get(path, params={"words": words}).status_code in {200, 400}
        assert client.get(f"{path}/{quote(words, safe='')}").status_code in {400, 404}
    for query in ({"same": "actor", "id": minister.id, "words": words}, {"statement": words}, {"same": words}):
        answer = client.get("/corrections/new", params=query)
        assert answer.status_code in {200, 400, 404}
        assert "<script>alert" not in answer.text


def test_names_from_articles_are_escaped(own_store: Path, serve: object) -> None:
    """A judgement's ids are shown in the log, whatever they hold."""
    payload = '"><img src=x onerror=alert(1)>'
    with open_store(own_store) as store:
        given = ("", JudgementKind.CLAIM, Verdict.SAME, payload, payload, "x#0", "y#0", payload, "2031-01-01")
        store.links.add_judgement(Judgement(*given))
    address = serve()  # type: ignore[operator]
    assert "<img" not in httpx.get(f"{address}/corrections").text
