"""Who is let in, and what stands on every answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.serving.web.gate import CSP, is_own
from firsthand.serving.web.settings import Settings, is_loopback
from tests.serving.web.asking import Asker, run_application

TOKEN = "a-token_1"


@pytest.fixture(scope="module")
def local(examples_store: Path) -> Iterator[Asker]:
    with run_application(Settings(str(examples_store), works=False)) as asker:
        yield asker


@pytest.fixture(scope="module")
def reachable(examples_store: Path) -> Iterator[Asker]:
    with run_application(Settings(str(examples_store), host="0.0.0.0", token=TOKEN, works=False)) as asker:
        yield asker


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8765", "localhost", "LOCALHOST:1", "[::1]:8765", "127.9.9.9", "localhost."]
)
def test_this_machine_s_names_are_served(local: Asker, host: str) -> None:
    assert local.get("/help", host=host).status == 200


@pytest.mark.parametrize(
    "host",
    ["", "news.example", "127.0.0.1.news.example", "[", "[::1", "[]", "localhost@news.example",
     "news.example#localhost",
     "localhost:8765/x", "localhost\\x", "0.0.0.0", "10.0.0.1", "\xe9", "localhost:99999999", ":8765", "2130706433"],
)  # fmt: skip
def test_no_other_name_is(local: Asker, host: str) -> None:
    answer = local.get("/help", host=host)
    assert (answer.status, answer.headers["content-security-policy"]) == (421, CSP)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 400),  # no browser: taken, and found to be no correction
        ({"origin": "http://127.0.0.1:8765", "sec_fetch_site": "same-origin"}, 400),
        ({"origin": "http://127.0.0.1:8766"}, 403),
        ({"origin": "http://127.0.0.1"}, 403),
        ({"origin": "http://news.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": ""}, 403),
        ({"origin": "http://["}, 403),
        ({"origin": "127.0.0.1:8765"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "same-site"}, 403),
        ({"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate", "sec_fetch_dest": "document"}, 403),
    ],
)
def test_only_our_own_pages_may_change_something(local: Asker, headers: dict[str, str], status: int) -> None:
    assert local.ask("POST", "/api/v1/corrections", b"{}", **headers).status == status
    assert local.ask("POST", "/corrections", b"{}", **headers).status == status


@pytest.mark.parametrize(
    ("mode", "dest", "status"),
    [("navigate", "document", 200), ("navigate", "iframe", 403), ("no-cors", "image", 403), ("cors", "empty", 403)],
)
def test_other_sites_may_link_to_a_page_and_no_more(local: Asker, mode: str, dest: str, status: int) -> None:
    told = {"sec_fetch_site": "cross-site", "sec_fetch_mode": mode, "sec_fetch_dest": dest}
    assert local.get("/help", **told).status == status


def test_the_token_lets_in(reachable: Asker) -> None:
    assert reachable.get("/help").status == 401
    assert reachable.get("/help", authorization=f"Bearer {TOKEN}").status == 200
    assert reachable.get("/help", authorization=f"bearer  {TOKEN} ").status == 200
    assert reachable.get("/help", cookie=f"firsthand_token={TOKEN}", host="news.example").status == 200
    # Other servers on this machine share their cookies with us, whatever they are.
    assert reachable.get("/help", cookie=f'[x]={{"a":1}}; b; =; firsthand_token={TOKEN}; é="').status == 200
    assert reachable.ask("POST", "/api/v1/corrections", b"{}", authorization=f"Bearer {TOKEN}").status == 400


@pytest.mark.parametrize("token", ["", "a-token_", "a-token_12", "A-TOKEN_1", "é", "\xff", " ", "a-token_1,"])
def test_nothing_else_does(reachable: Asker, token: str) -> None:
    assert reachable.get("/", authorization=f"Bearer {token}x").status == 401
    assert reachable.get("/", authorization=token).status == 401
    assert reachable.get("/", cookie=f"firsthand_token={token}x").status == 401
    assert reachable.get("/", cookie=f"firsthand_token_={TOKEN}").status == 401
    assert reachable.get("/?token=%C3%A9").status == 401
    assert reachable.ask("POST", f"/corrections?token={TOKEN}", b"{}").status == 401
    assert reachable.get("/api/v1/stories").body == (
        b'{"status": 401, "error": "a token is needed: open the address that `firsthand serve` printed, or send '
        b'`Authorization: Bearer TOKEN`", "subject": null}'
    )


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("/?token=a-token_1", "/"),
        ("/claims?words=%C3%A9+b&token=a-token_1&order=", "/claims?words=%C3%A9+b&order="),
        ("//news.example/x?token=a-token_1", "/news.example/x"),
        ("/\\news.example?token=a-token_1", "/news.example"),
        ("/%5Cnews.example?token=a-token_1", "/%5Cnews.example"),
        ("/?token=wrong&token=a-token_1", "/"),
    ],
)
def test_the_printed_address_gives_a_cookie_and_hides_the_token(reachable: Asker, asked: str, leads_to: str) -> None:
    answer = reachable.get(asked, cookie=f"firsthand_token={TOKEN}")
    assert (answer.status, answer.headers["location"]) == (303, leads_to)
    assert answer.headers["set-cookie"] == f"firsthand_token={TOKEN}; HttpOnly; SameSite=Strict; Path=/"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "target",
    ["/", "/help", "/nowhere", "/stories/s-nowhere", "/api/v1/stories", "/api/v1/nowhere", "/api/v1/stories?limit=x",
     "/api/openapi/openapi.json", "/static/x/css/base.css", "/static/x/nothing.css", "/export?format=jsonl",
     "/export?format=x", "/articles?offset=-1"],
)  # fmt: skip
def test_every_answer_says_what_a_browser_may_do(local: Asker, target: str) -> None:
    for method in ("GET", "HEAD", "OPTIONS", "DELETE"):
        headers = local.ask(method, target).headers
        assert headers["content-security-policy"] == CSP
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["cache-control"]
        assert "access-control-allow-origin" not in headers


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    allowed = dict(part.strip().split(" ", 1) for part in CSP.split(";"))
    assert allowed["default-src"] == "'none'"
    assert {name for name, value in allowed.items() if value not in {"'self'", "'none'"}} == {"img-src"}
    assert allowed["img-src"] == "'self' data:"


@pytest.mark.parametrize(
    "name",
    ["../app.py", "..%2f..%2fapp.py", "%2e%2e/%2e%2e/app.py", "/etc/passwd", "%2fetc%2fpasswd", "css/../../app.py",
     "%00",
     "css", "css/", "", "a" * 5000, "%ff%fe", "..%5c..%5capp.py", "css/base.css%00.js", "%ED%A0%80"],
)  # fmt: skip
def test_static_files_are_the_pages_own(local: Asker, name: str) -> None:
    assert local.get(f"/static/x/{name}").status == 404


def test_static_files_are_kept(local: Asker) -> None:
    answer = local.get("/static/x/css/base.css")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert "immutable" in answer.headers["cache-control"]


def test_headers_alone_and_what_is_allowed(local: Asker) -> None:
    assert local.ask("HEAD", "/api/v1/stories").status == 200
    assert local.ask("HEAD", "/nowhere").status == 404
    assert set(local.ask("OPTIONS", "/api/v1/stories").headers["allow"].split(", ")) == {"GET", "OPTIONS"}
    refused = local.ask("PUT", "/api/v1/stories")
    assert (refused.status, set(refused.headers["allow"].split(", "))) == (405, {"GET", "OPTIONS"})


def test_sockets_of_the_web_are_not_taken(local: Asker) -> None:
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, str]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    local.wait(local.app({"type": "websocket", "headers": [], "path": "/"}, receive, send))  # type: ignore[arg-type,typeddict-item]
    assert [one["type"] for one in sent] == ["websocket.close"]


@given(st.dictionaries(st.sampled_from(["origin", "host", "sec-fetch-site", "sec-fetch-mode"]), st.text(max_size=20)))
def test_no_foreign_origin_passes_whatever_else_is_said(headers: dict[str, str]) -> None:
    assert not is_own("POST", {**headers, "origin": "http://news.example", "host": "localhost:8765"})


@given(st.text(max_size=30))
def test_any_name_is_judged(host: str) -> None:
    assert is_loopback(host) in {True, False}
