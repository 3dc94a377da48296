"""Judgements through the API: given, listed, taken back, refused."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from firsthand import open_store
from tests.serving.web.conftest import Serve, own_store, real_linking, serve

__all__ = ["own_store", "real_linking", "serve"]
pytestmark = pytest.mark.usefixtures("real_linking")
API = "/api/v1/corrections"


@pytest.fixture
def asking(serve: Serve) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=serve(works=True, links_here=True), timeout=60) as made:
        yield made


def test_a_judgement_is_given_and_taken_back(asking: httpx.Client, own_store: Path) -> None:
    with open_store(own_store) as store:
        said = store.links.list_spoken(store.links.find_actors("", 1)[0].id, limit=1)[0].id
    sent = {"verdict": "different", "kind": "statement", "left": said, "by": "  Ana \n Reyes"}
    given = asking.post(API, json=sent)
    assert given.status_code == 201
    assert (given.json()["left"], given.json()["by"]) == (said, "Ana Reyes")
    id = given.json()["id"]
    assert asking.get(f"{API}/{id}").json()["is_followed"] is True
    with open_store(own_store) as store:
        assert [one.statement for each in store.links.list_stories(5)
                for one in store.links.get_story(each.id).corrections] == [said]  # fmt: skip
    undone = asking.delete(f"{API}/{id}").json()
    assert undone["logged"]["undone_at"]
    (listed,) = asking.get(API).json()["items"]
    assert listed == undone["logged"]
    assert asking.delete(f"{API}/{id}").status_code == 400


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({}, 400),
        ({"verdict": "perhaps", "left": "x"}, 400),
        ({"verdict": "same", "left": "c-nowhere", "right": "c-away"}, 404),
        ({"verdict": "same", "left": 7}, 400),
        ([], 400),
    ],
)
def test_what_cannot_be_judged_is_refused(sent: object, status: int, asking: httpx.Client) -> None:
    answer = asking.post(API, json=sent)
    assert answer.status_code == status
    assert answer.json()["error"]
    assert asking.get(API).json()["items"] == []


def test_a_server_that_only_shows_refuses(client: httpx.Client) -> None:
    assert client.post(API, json={"verdict": "same", "left": "a", "right": "b"}).status_code == 403
    assert client.delete(f"{API}/j-1").status_code == 403
    assert client.get(API).json()["items"] == []
    assert client.get(f"{API}/j-1").status_code == 404
    assert client.get(API, params={"limit": 1000}).status_code == 400
