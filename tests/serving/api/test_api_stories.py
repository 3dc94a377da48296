"""Stories as JSON."""

import httpx
import pytest

LISTS = ["claims", "copies", "timeline", "voices", "positions", "articles"]


@pytest.fixture(scope="module")
def story(client: httpx.Client) -> str:
    return str(client.get("/api/v1/stories", params={"words": "Halmyra"}).json()["items"][0]["id"])


def test_stories_come_in_pages(client: httpx.Client) -> None:
    first = client.get("/api/v1/stories", params={"limit": 2}).json()
    second = client.get("/api/v1/stories", params={"limit": 2, "offset": 2}).json()
    assert (len(first["items"]), first["has_more"], len(second["items"]), second["has_more"]) == (2, True, 1, False)
    assert sum(first["items"][0]["days"].values()) == first["items"][0]["articles"]


def test_a_story_has_its_figures(client: httpx.Client, story: str) -> None:
    found = client.get(f"/api/v1/stories/{story}").json()
    assert (found["id"], found["figures"]["articles"], found["figures"]["disputed"]) == (story, 9, 7)


@pytest.mark.parametrize("part", LISTS)
def test_lists_are_paged_and_have_each_thing_once(client: httpx.Client, story: str, part: str) -> None:
    address = f"/api/v1/stories/{story}/{part}"
    whole = client.get(address, params={"limit": 200}).json()
    assert whole["items"]
    assert not whole["has_more"]
    parts = [client.get(address, params={"limit": 3, "offset": at}).json()["items"] for at in (0, 3)]
    assert parts[0] + parts[1] == whole["items"][:6]
    assert client.get(address, params={"limit": 0}).status_code == 400


def test_ways_join_known_nodes(client: httpx.Client, story: str) -> None:
    ways = client.get(f"/api/v1/stories/{story}/ways").json()
    keys = {node["key"] for node in ways["nodes"]}
    assert ways["ways"]
    assert all({way["start"], way["end"]} <= keys for way in ways["ways"])


@pytest.mark.parametrize("rest", ["", *(f"/{part}" for part in LISTS)])
def test_the_beginning_of_an_id_leads_to_the_whole(client: httpx.Client, story: str, rest: str) -> None:
    answer = client.get(f"/api/v1/stories/{story[:6]}{rest}")
    assert (answer.status_code, answer.headers["location"]) == (302, f"/api/v1/stories/{story}{rest}")


def test_what_was_asked_of_a_former_id_is_asked_of_the_present_one(client: httpx.Client, story: str) -> None:
    """Whoever reads a list page by page while stories are merged goes on where they were."""
    query = "claims=disputed&offset=3&limit=2"
    moved = client.get(f"/api/v1/stories/{story[:6]}/claims?{query}")
    assert moved.headers["location"] == f"/api/v1/stories/{story}/claims?{query}"
    page = client.get(f"/stories/{story[:6]}?part=claims&{query}")
    assert page.headers["location"] == f"/stories/{story}?part=claims&{query}"


def test_what_is_no_story_is_told_as_json(client: httpx.Client) -> None:
    answer = client.get("/api/v1/stories/s-0000000000")
    assert (answer.status_code, answer.json()["status"]) == (404, 404)
