from collections.abc import Callable, Iterator

import httpx
import pytest

from tests.serving.web.conftest import own_store, serve

__all__ = ["own_store", "serve"]
API = "/api/v1/uploads"


@pytest.fixture
def taker(serve: Callable[..., str]) -> Iterator[httpx.Client]:
    """Asks a server that takes in, and reads nothing."""
    with httpx.Client(base_url=serve(works=True, links_here=True), timeout=30) as made:
        yield made


def test_a_text_as_json(taker: httpx.Client) -> None:
    sent = {"text": "Ana Reyes said no.", "publisher": "Harbour Post", "published": "2026-03-11", "url": None}
    answer = taker.post(API, json=sent)
    assert answer.status_code == 202
    (upload,) = answer.json()["uploads"]
    assert (upload["kind"], upload["publisher"], upload["state"]) == ("text", "Harbour Post", "waiting")
    found = taker.get(f"{API}/{upload['id']}").json()
    assert found["view"]["row"]["upload"] == upload
    assert found["view"]["outcomes"]["items"] == []
    assert found["work"]["works"] and found["work"]["waiting"] == 1


def test_files_as_a_form(taker: httpx.Client) -> None:
    answer = taker.post(API, files=[("files", ("a.txt", b"x")), ("files", ("../b.html", b"<p>y"))])
    assert [one["name"] for one in answer.json()["uploads"]] == ["a.txt", "b.html"]
    listed = taker.get(API, params={"limit": 1}).json()
    assert (listed["total"], listed["waiting"], listed["page"]["has_more"]) == (2, 2, True)
    assert listed["page"]["items"][0]["upload"]["name"] == "b.html"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b'{"text": 1}',
        b'{"text": "\\ud800"}',
        b'{"title": "x"}',
        b'{"text": "x", "published": "soon"}',
    ],
)
def test_what_is_no_text_is_told(taker: httpx.Client, body: bytes) -> None:
    answer = taker.post(API, content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400 and answer.json()["error"]


def test_too_many_files_and_none_are_taken(taker: httpx.Client) -> None:
    answer = taker.post(API, files=[("files", (f"{number}.txt", b"x")) for number in range(101)])
    assert answer.status_code == 400
    assert taker.get(API).json()["total"] == 0


def test_only_what_failed_is_tried_again(taker: httpx.Client) -> None:
    id = taker.post(API, json={"text": "x"}).json()["uploads"][0]["id"]
    assert taker.post(f"{API}/{id}/retry").status_code == 400
    assert taker.post(f"{API}/u-none/retry").status_code == 404
    assert taker.get(f"{API}/u-none").status_code == 404
    assert taker.get(f"{API}/{id}", params={"fate": "lost"}).status_code == 400


def test_a_server_that_only_shows(client: httpx.Client) -> None:
    assert client.post(API, json={"text": "x"}).status_code == 403


def test_both_forms_are_described(client: httpx.Client) -> None:
    described = client.get("/api/openapi/openapi.json").json()["paths"][API]["post"]
    assert set(described["requestBody"]["content"]) == {"application/json", "multipart/form-data"}
