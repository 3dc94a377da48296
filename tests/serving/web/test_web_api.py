"""The page on the API: every route with an example that can be opened."""

from pathlib import Path

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser

from firsthand import open_store
from firsthand.serving.api.description import describe_api, list_operations
from firsthand.serving.web.app import make_app
from firsthand.serving.web.settings import Settings
from tests.serving.web.asking import run_application


def list_examples(html: str) -> list[str]:
    links = [node.attributes.get("href") or "" for node in LexborHTMLParser(html).css(".rows a")]
    return [link for link in links if link.startswith("/api/v1/")]


def test_every_example_can_be_opened(client: httpx.Client) -> None:
    examples = list_examples(client.get("/api").text)
    assert len(examples) > 20
    for example in examples:
        answer = client.get(example)
        assert answer.status_code == 200, example
        assert answer.content


def test_every_route_is_told(client: httpx.Client) -> None:
    page = LexborHTMLParser(client.get("/api").text)
    told = {node.text(strip=True) for node in page.css("li[id] > h3 > code")}
    assert told == {path for path, _, _ in list_operations(describe_api(make_app(Settings("nowhere.db", works=False))))}


@pytest.mark.parametrize("token", ["", "secret"])
def test_a_store_of_nothing_has_no_examples_of_ids(tmp_path: Path, token: str) -> None:
    with open_store(tmp_path / "empty.db"):
        pass
    with run_application(Settings(str(tmp_path / "empty.db"), token=token, works=False)) as asker:
        answer = asker.get("/api", authorization=f"Bearer {token}")
    assert answer.status == 200
    assert not any(one.startswith("/api/v1/stories/") for one in list_examples(answer.text))
    assert ("Authorization: Bearer" in answer.text) == bool(token)
