"""Waiting in tests for what another process does."""

import time
from collections.abc import Callable
from pathlib import Path

from firsthand.storage import Store, Upload


def wait_until(holds: Callable[[], object], seconds: float = 60) -> None:
    """Come back when it holds; fail when it doesn't in time."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it never came about"
        time.sleep(0.02)


def wait_settled(store: Store, id: str) -> Upload:
    wait_until(lambda: store.uploads.get(id).is_settled)
    return store.uploads.get(id)


def is_running(pid: int) -> bool:
    """Whether a process is there; one that ended, and that nobody has asked after yet, is not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"
