"""Reports from the server: what `--html` writes, allowed to style itself and nothing more."""

import httpx
import pytest
from playwright.sync_api import Page

from firsthand.serving.web.reports.frame import make_policy


def test_a_report_of_a_story_to_look_at_and_to_save(client: httpx.Client) -> None:
    shown = client.get("/report", params={"story": "a4"})
    assert shown.status_code == 200
    assert shown.headers["content-disposition"].startswith('inline; filename="firsthand-story-s-')
    assert shown.headers["content-security-policy"].startswith(make_policy("story"))
    saved = client.get("/report", params={"story": "a4", "save": "true"})
    assert saved.headers["content-disposition"].startswith("attachment")
    assert saved.content == shown.content


def test_a_report_of_an_article(client: httpx.Client) -> None:
    answer = client.get("/report", params={"article": "a4"})
    assert answer.headers["content-disposition"] == 'inline; filename="firsthand-article-a4.html"'
    assert "Berths three to seven" in answer.text


@pytest.mark.parametrize(
    ("asked", "status"),
    [({}, 400), ({"story": "a4", "article": "a4"}, 400), ({"article": "a4", "revision": "first"}, 400),
     ({"story": "nowhere"}, 404), ({"article": "a4", "revision": 9}, 400), ({"story": "\x00\ud83d"}, 404)],
)  # fmt: skip
def test_what_can_not_be_reported_is_said(client: httpx.Client, asked: dict[str, str], status: int) -> None:
    query = httpx.QueryParams({name: str(value).encode("utf-8", "replace").decode() for name, value in asked.items()})
    assert client.get("/report", params=query).status_code == status


def test_its_styles_are_allowed(address: str, page: Page) -> None:
    page.goto(f"{address}/report?article=a4")
    color = page.evaluate("getComputedStyle(document.querySelector('.text .source')).backgroundColor")
    assert color != "rgba(0, 0, 0, 0)"
