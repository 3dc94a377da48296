"""The load benchmark's own parts; no speed is judged here."""

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.load import Load, find_worst, format_load, format_load_briefly, meets_targets, summarise
from benchmarks.load_client import Answer, drive
from benchmarks.load_requests import Ask, draw_requests, find_api_routes
from firsthand import Annotations, open_store
from firsthand.records import Article

WHOLE = b"content-length: 10\r\n\r\n" + b"x" * 10
CHUNKED = b"transfer-encoding: chunked\r\n\r\na\r\n" + b"x" * 10 + b"\r\n0\r\n\r\n"


def answer_one(listener: socket.socket) -> None:
    """A server that closes each connection after two answers, one of them in chunks."""
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection:
            for rest in (WHOLE, CHUNKED):
                if not connection.recv(65536):
                    break
                connection.sendall(b"HTTP/1.1 200 OK\r\n" + rest)


@pytest.fixture
def address() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=answer_one, args=(listener,), daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_requests_come_at_their_time_and_are_counted(address: str) -> None:
    asked = [Ask("page", "/", "/"), Ask("json", "/api", "/api")] * 5
    found = drive(address, asked, 100.0, [{"text": "one"}])
    assert [one.kind for one in found.answers] == ["page", "json"] * 5 + ["add"]
    assert {(one.status, one.size) for one in found.answers} == {(200, 10)}
    assert all(0 < one.milliseconds < 10_000 for one in found.answers)


def test_nobody_there_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    (answer,) = drive(f"http://127.0.0.1:{port}", [Ask("page", "/", "/")], 10.0).answers
    assert answer.status == 0
    assert summarise("page", [answer]).errors == 1


def make_load(slowest: float, status: int = 200) -> Load:
    answers = [Answer("json", "/api", status, slowest, 1000) for _ in range(5)]
    latency = summarise("json", answers)
    return Load(50.0, 2.0, [latency], find_worst(answers), [], {"server": 1.0}, 2, 1, 1)


def test_targets_are_on_the_slowest_of_a_hundred_and_on_errors() -> None:
    assert meets_targets(make_load(149.0))
    assert not meets_targets(make_load(151.0))
    assert not meets_targets(make_load(10.0, status=500))
    assert "holds" in format_load_briefly(make_load(149.0)) and "breaks" in format_load_briefly(make_load(151.0))
    assert "(target p99 < 150)" in format_load(make_load(149.0))


def test_percentiles_are_of_all_answers() -> None:
    found = summarise("page", [Answer("page", "/", 200, float(number), number) for number in range(100, 0, -1)])
    assert (found.answers, found.p50, found.p90, found.p99, found.most, found.largest) == (100, 51, 91, 100, 100, 100)


def test_every_route_of_the_api_is_asked_for_half_of_the_time(tmp_path: Path) -> None:
    with open_store(tmp_path / "one.db") as store:
        store.add([Annotations(Article("a/b c", "Ana Reyes said: “It is sold.”", title="Harbour sold"))])
        asked = draw_requests(store, 400)
        assert draw_requests(store, 400) == asked
    routes = find_api_routes()
    assert {"/api/v1/stories/{story}", "/api/v1/articles/{article}", "/api/v1/statements/{statement}"} <= routes.keys()
    assert sum(one.kind == "json" for one in asked) == 200
    reached = {route for route in routes if "{" not in route or "{article}" in route}
    assert reached <= {one.route for one in asked}
    assert {one.path for one in asked if one.route == "/articles/{article}"} == {"/articles/a%2Fb%20c"}
    assert json.dumps(asked[0])  # it travels to another process
