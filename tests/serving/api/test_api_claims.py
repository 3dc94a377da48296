"""Claims as JSON, asked for over HTTP."""

import httpx
import msgspec
import pytest

from firsthand.serving.views.claim import ClaimView, StepView
from firsthand.serving.views.claims import ClaimRow
from firsthand.serving.views.paging import Paged

API = "/api/v1/claims"


def list_rows(client: httpx.Client, **asked: str | int) -> Paged[ClaimRow]:
    answer = client.get(API, params=asked)
    assert answer.status_code == 200
    return msgspec.json.decode(answer.content, type=Paged[ClaimRow])


def test_claims_are_listed_by_what_is_asked_for(client: httpx.Client) -> None:
    disputed = list_rows(client, status="disputed", limit=200)
    assert disputed.items
    assert {row.status.value for row in disputed.items} == {"disputed"}
    unnamed = list_rows(client, anonymous="true", story=disputed.items[0].story.id, limit=200)
    assert all(row.anonymous_only and row.story == disputed.items[0].story for row in unnamed.items)
    found = list_rows(client, words="ferry bitcoin*")
    assert found.items
    assert all("ferry" in row.gist for row in found.items)


def test_pages_hold_everything_once(client: httpx.Client) -> None:
    ids: list[str] = []
    while True:
        page = list_rows(client, offset=len(ids), limit=90, order="newest")
        ids += [row.id for row in page.items]
        if not page.has_more:
            break
    assert len(ids) == len(set(ids)) > 200


def test_one_claim_is_given_whole(client: httpx.Client) -> None:
    first = list_rows(client, limit=1).items[0]
    view = msgspec.json.decode(client.get(f"{API}/{first.id}").content, type=ClaimView)
    assert (view.id, view.gist, view.independent_origins) == (first.id, first.gist, first.independent_origins)
    assert sum(len(one.statements) for one in view.wordings) == view.statements
    steps = msgspec.json.decode(client.get(f"{API}/{first.id}/steps").content, type=list[StepView])
    assert tuple(steps) == view.steps != ()


def test_an_origin_s_and_a_statement_s_id_lead_to_the_claim(client: httpx.Client) -> None:
    first = list_rows(client, limit=1).items[0]
    view = msgspec.json.decode(client.get(f"{API}/{first.id}").content, type=ClaimView)
    for id in (view.origins[0].id, view.wordings[0].statements[0].id):
        answer = client.get(f"{API}/{id}")
        assert (answer.status_code, answer.headers["location"]) == (302, f"{API}/{view.id}")
        assert client.get(f"{API}/{id}/steps").headers["location"] == f"{API}/{view.id}/steps"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{API}/c-nowhere", 404),
        (f"{API}?status=certain", 400),
        (f"{API}?order=best", 400),
        (f"{API}?limit=0", 400),
        (f"{API}?offset=-1", 400),
        (f"{API}?words=%21%21", 400),
        (f"{API}?story=s-nowhere", 404),
    ],
)
def test_errors_are_told_as_json(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.json()["status"] == status
    assert answer.json()["error"]
