"""A server in processes of its own, as `firsthand serve` starts them, and the CPU time that they take."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.commands import find_command

STARTS_IN = 60.0  # seconds
PROCESSES = Path("/proc")


class Server(NamedTuple):
    """Where it answers, and its process."""

    address: str
    pid: int


@contextmanager
def run_server(db: Path, *, works: bool = True) -> Iterator[Server]:
    """`firsthand serve` on a free port, until the context ends.

    Raises:
        RuntimeError: it does not start.

    """
    port = _find_port()
    command = [*find_command(), "serve", "--db", str(db), "--port", str(port), *([] if works else ["--read-only"])]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    server = Server(f"http://127.0.0.1:{port}", process.pid)
    try:
        _wait_until_it_answers(server.address, process)
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def read_cpu(pid: int) -> dict[str, float]:
    """CPU seconds so far of a server and of its children, by their tasks; empty where the system tells none."""
    if not PROCESSES.is_dir():
        return {}
    found = {"server": _count_seconds(pid)}
    for child in _find_children(pid):
        words = (PROCESSES / str(child) / "cmdline").read_bytes().split(b"\0")
        task = next((word.decode() for word in words if word in {b"add", b"link"}), "other")
        found[task] = found.get(task, 0.0) + _count_seconds(child)
    return found


def _count_seconds(pid: int) -> float:
    """User and system time; the name of the program, which may hold blanks, ends with the last parenthesis."""
    fields = (PROCESSES / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def _find_children(pid: int) -> list[int]:
    tasks = (PROCESSES / str(pid) / "task").iterdir()
    return [int(word) for task in tasks for word in (task / "children").read_text().split()]


def _find_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def _wait_until_it_answers(address: str, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + STARTS_IN
    while time.monotonic() < ends and process.poll() is None:
        try:
            with urlopen(f"{address}/help", timeout=STARTS_IN):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError("the server did not start: `firsthand serve` in a terminal says why")
