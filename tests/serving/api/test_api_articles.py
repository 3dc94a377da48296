"""Articles and statements as JSON, over the made story."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from firsthand.records import decode
from tests.serving.made_story import SALE, STORY
from tests.serving.web.conftest import run_server


@pytest.fixture
def api(story_database: str) -> Iterator[httpx.Client]:
    with run_server(Path(story_database)) as address, httpx.Client(base_url=f"{address}/api/v1", timeout=30) as made:
        yield made


def test_articles_come_in_pages_newest_first(api: httpx.Client) -> None:
    whole = api.get("/articles").json()
    ids = [row["article"]["id"] for row in whole["items"]]
    assert len(ids) == 4
    assert not whole["has_more"]
    second = api.get("/articles", params={"offset": 1, "limit": 2}).json()
    assert [row["article"]["id"] for row in second["items"]] == ids[1:3]
    assert second["has_more"]
    assert {row["story"]["id"] for row in whole["items"]} == {STORY}


def test_articles_are_found_by_words_outlet_and_date(api: httpx.Client) -> None:
    assert [row["article"]["id"] for row in api.get("/articles", params={"words": "vote"}).json()["items"]] == ["m4"]
    (row,) = api.get("/articles", params={"outlet": "radio"}).json()["items"]
    assert row["article"]["outlet"] == "Quay Radio"
    assert api.get("/articles", params={"until": "1999"}).json()["items"] == []


def test_an_article_is_a_record_of_the_contract(api: httpx.Client) -> None:
    answer = api.get("/articles/m1")
    assert decode(answer.content).article.id == "m1"
    assert answer.json()["schema"] == 1
    assert answer.json()["story"]["id"] == STORY
    assert [one["revision"] for one in answer.json()["revisions"]] == [1]


def test_a_statement_has_words_claims_and_spans(api: httpx.Client) -> None:
    answer = api.get("/statements/m1:1").json()
    assert answer["quoted"]["anonymous"]
    assert SALE in [claim["id"] for claim in answer["claims"]]
    text = api.get("/articles/m1").json()["article"]["text"]
    ((start, end),) = answer["statement"]["content"]
    assert text[start:end] == answer["quoted"]["words"]


def test_a_statement_leads_to_its_article(api: httpx.Client) -> None:
    answer = api.get("/articles/m1:1")
    assert (answer.status_code, answer.headers["location"]) == (302, "/api/v1/articles/m1")


@pytest.mark.parametrize(
    ("way", "status"),
    [
        ("/articles/none", 404),
        ("/statements/none", 404),
        ("/statements/m1", 404),
        ("/articles/m1?revision=9", 400),
        ("/articles?since=x", 400),
        ("/articles?limit=0", 400),
        ("/articles?offset=-1", 400),
        ("/articles?words=" + "a" * 201, 400),
    ],
)
def test_what_can_not_be_asked_is_told(api: httpx.Client, way: str, status: int) -> None:
    answer = api.get(way)
    assert answer.status_code == status
    assert answer.json()["error"]
