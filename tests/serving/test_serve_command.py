"""`firsthand serve` as it is typed: what it says, what it refuses, how it ends, and what can't kill it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import httpx
import pytest

from firsthand import open_store
from firsthand.serving.cli import main
from firsthand.serving.web.running import address_server, listen
from firsthand.serving.web.settings import Settings

Start = Callable[..., tuple[subprocess.Popen[str], str]]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    with open_store(path):
        pass
    return path


def find_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


@pytest.fixture
def start(database: Path) -> Iterator[Start]:
    """Starts the command; gives the process and the lines it says before it serves."""
    running: list[subprocess.Popen[str]] = []

    def run(*options: str) -> tuple[subprocess.Popen[str], str]:
        words = [sys.executable, "-m", "firsthand", "serve", "--db", str(database), "--read-only", *options]
        process = subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ}
        )
        running.append(process)
        assert process.stdout is not None
        return process, process.stdout.readline() + process.stdout.readline()

    yield run
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()


def test_it_says_where_it_is_and_ends_at_once(start: Start, database: Path) -> None:
    port = find_port()
    process, said = start("--port", str(port))
    assert str(database) in said
    assert f"open http://127.0.0.1:{port}/ " in said
    with httpx.Client(
        base_url=f"http://127.0.0.1:{port}", timeout=30
    ) as client:  # at once: it waits until all is loaded
        assert client.get("/help").status_code == 200
        held = socket.create_connection(("127.0.0.1", port))  # says nothing
        stalled = socket.create_connection(("127.0.0.1", port))
        stalled.sendall(b"GET /export?format=jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n")
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=20)
        assert time.monotonic() - begun < 8
        assert "Traceback" not in rest
        held.close()
        stalled.close()


def test_what_is_broken_off_or_too_long_kills_nothing(start: Start) -> None:
    port = find_port()
    process, _ = start("--port", str(port))
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        client.get("/help")
        for sent in (
            b"", b"\x00\xff\xfe", b"GET", b"GET / HTTP/1.1\r\nHost: [\r\n\r\n", b"GET / HTTP/9\r\n\r\n", b"\r\n" * 1000,
            b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
            b"POST /corrections HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\nab",
            b"POST /corrections HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            b"GET /export?format=json HTTP/1.1\r\nHost: localhost\r\n\r\n",
        ):  # fmt: skip
            with socket.create_connection(("127.0.0.1", port), timeout=10) as broken:
                broken.sendall(sent)
        assert client.get("/help").status_code == 200
    assert process.poll() is None


def test_others_are_let_in_with_a_token_only(start: Start) -> None:
    port = find_port()
    _, said = start("--host", "0.0.0.0", "--port", str(port))
    found = re.search(rf"open (http://127\.0\.0\.1:{port}/\?token=([\w-]{{20,}}))", said)
    assert found is not None
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        assert client.get("/").status_code == 401
        assert client.get("/", headers={"authorization": f"Bearer {found[2]}"}).status_code == 200
        admitted = client.get(found[1], follow_redirects=True)
        assert (admitted.status_code, str(admitted.url)) == (200, f"http://127.0.0.1:{port}/")


def test_the_address_is_one_that_a_browser_takes() -> None:
    def where(host: str, token: str = "") -> str:
        return address_server(Settings("a.db", host=host, port=9, token=token))

    assert where("127.0.0.1") == "http://127.0.0.1:9/"
    assert where("::1") == "http://[::1]:9/"
    assert where("::", "t") == "http://[::1]:9/?token=t"
    assert where("0.0.0.0", "t") == "http://127.0.0.1:9/?token=t"


def has_newer_protocol() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


def test_the_newer_internet_protocol_is_spoken() -> None:
    if not has_newer_protocol():
        pytest.skip("this machine has no IPv6")
    listener = listen(Settings("a.db", host="::1", port=find_port()))
    assert listener.family == socket.AF_INET6
    listener.close()


def test_a_taken_port_is_told(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert main(["serve", "--db", str(database), "--port", str(port)]) != 0
    assert "choose another with --port" in capsys.readouterr().err


def test_looking_at_what_is_not_there_makes_no_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "typo.db"
    assert main(["serve", "--db", str(missing), "--read-only"]) == 2
    assert "there is no database here" in capsys.readouterr().err
    assert not missing.exists()


@pytest.mark.parametrize(
    "options",
    [["--port", "0"], ["--port", "65536"], ["--host", "news.invalid"], ["--host", "a b"], ["--token", "a b"],
     ["--token", "é"], ["--token", "a;b"], ["--token", "a\r\nb"]],
)  # fmt: skip
def test_what_can_not_be_served_is_told(database: Path, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--db", str(database), *options]) != 0
    told = capsys.readouterr().err
    assert told.startswith("firsthand")
    assert "Traceback" not in told


def test_what_is_no_database_of_ours_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foreign, text, newer = tmp_path / "foreign.db", tmp_path / "text.db", tmp_path / "newer.db"
    with open_store(newer):
        pass
    connection = apsw.Connection(str(newer))
    connection.pragma("user_version", 9999)
    connection.close()
    connection = apsw.Connection(str(foreign))
    connection.execute("CREATE TABLE mine (a); PRAGMA user_version = 3")
    connection.close()
    text.write_text("no database at all, but long enough to be read as the head of one " * 20)
    for path in (foreign, text, newer, tmp_path, tmp_path / "no" / "folder.db"):
        assert main(["serve", "--db", str(path)]) != 0, path
        told = capsys.readouterr().err
        assert str(path) in told
        assert "Traceback" not in told
