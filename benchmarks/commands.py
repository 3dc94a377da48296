"""How long the command takes from a cold start."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROUNDS = 5


def time_help(rounds: int = ROUNDS) -> float:
    """Seconds of `firsthand --help`, the median."""
    return time_command([*find_command(), "--help"], rounds)


def time_read(text: str, rounds: int = ROUNDS) -> float:
    """Seconds of `firsthand read` on a file with this text, the median."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(text, encoding="utf-8")
        return time_command([*find_command(), "read", str(path)], rounds)


def find_command() -> list[str]:
    """The installed command beside this interpreter, else the function behind it."""
    installed = Path(sys.executable).with_name("firsthand")
    if installed.exists():
        return [str(installed)]
    return [sys.executable, "-c", "import sys; from firsthand.serving.cli import main; sys.exit(main())"]


def time_command(command: Sequence[str], rounds: int) -> float:
    """Median seconds on the wall.

    Raises:
        subprocess.CalledProcessError: the command failed.

    """
    taken = []
    for _ in range(rounds):
        started = time.monotonic()
        subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
        taken.append(time.monotonic() - started)
    return statistics.median(taken)
