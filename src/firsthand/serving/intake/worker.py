"""The processes that add and link beside the pages: started, watched, started again if they die, and ended."""

import os
import subprocess
import sys
import threading
import time
from enum import StrEnum
from pathlib import Path

from firsthand.serving.intake.locks import PLACES

STOP_SECONDS = 5.0
SHORTEST_PAUSE, LONGEST_PAUSE = 0.1, 30.0  # seconds before a process that died is started again
HEALTHY_SECONDS = 60.0  # one that lived so long did not die at once
PACKAGE_FOLDER = str(Path(__file__).parents[3])


class WorkerState(StrEnum):
    """What a worker does. `waiting`: another program works on this database; ours goes on when that ends."""

    STARTING = "starting"
    WORKING = "working"
    WAITING = "waiting"
    STOPPED = "stopped"


SAID = {state.value: state for state in (WorkerState.WORKING, WorkerState.WAITING)}


class Worker:
    """Reads and links what waits in one store, each in a process of its own, so that this one is free for requests."""

    def __init__(self, database: str) -> None:
        self._tasks = [_Task(task, database) for task in PLACES]

    def stop(self, seconds: float = STOP_SECONDS) -> None:
        """End both processes, and wait for them; what they had begun goes on at the next start. May be called twice."""
        for task in self._tasks:
            task.begin_stop()
        deadline = time.monotonic() + seconds
        for task in self._tasks:
            task.end_stop(max(0.0, deadline - time.monotonic()))

    def is_alive(self) -> bool:
        """Whether uploads are read, or will be when the other program that reads them ends."""
        return all(task.is_alive() for task in self._tasks)

    @property
    def state(self) -> WorkerState:
        """What the process does that reads uploads."""
        return self._tasks[0].state

    @property
    def pids(self) -> dict[str, int | None]:
        """The processes by task, add and link; None while one is not running."""
        return {task.name: task.pid for task in self._tasks}


def start_worker(database: str | os.PathLike[str]) -> Worker:
    """Start adding and linking in the background; end it with `stop`. It also ends when this process does.

    The database must be there. Where another program works on it already, ours waits (`Worker.state`).
    """
    return Worker(os.fspath(database))


class _Task:
    """One process and the thread that watches it."""

    def __init__(self, name: str, database: str) -> None:
        self.name = name
        self._command = [sys.executable, "-P", "-m", "firsthand.serving.intake", name, str(Path(database).absolute())]
        self._state = WorkerState.STARTING
        self._process: subprocess.Popen[str] | None = None
        self._is_stopping = threading.Event()
        self._starting = threading.Lock()
        self._thread = threading.Thread(target=self._watch, name=f"firsthand {name}", daemon=True)
        self._thread.start()

    @property
    def state(self) -> WorkerState:
        return self._state

    @property
    def pid(self) -> int | None:
        process = self._process
        return process.pid if process and process.returncode is None else None

    def is_alive(self) -> bool:
        return self._thread.is_alive() and not self._is_stopping.is_set()

    def begin_stop(self) -> None:
        self._is_stopping.set()
        with self._starting:
            if self._process:
                self._process.terminate()

    def end_stop(self, seconds: float) -> None:
        self._thread.join(seconds)
        if self._thread.is_alive() and self._process:
            self._process.kill()
            self._thread.join()

    def _watch(self) -> None:
        pause = SHORTEST_PAUSE
        while not self._is_stopping.is_set():
            began = time.monotonic()
            self._run()
            lived = time.monotonic() - began
            pause = SHORTEST_PAUSE if lived > HEALTHY_SECONDS else min(2 * pause, LONGEST_PAUSE)
            self._is_stopping.wait(pause)
        self._state = WorkerState.STOPPED

    def _run(self) -> None:
        """Start the process and stay until it ends. A group of its own: Ctrl-C in a terminal is for us alone."""
        with self._starting:
            if self._is_stopping.is_set():
                return
            self._state = WorkerState.STARTING
            paths = filter(None, (PACKAGE_FOLDER, os.environ.get("PYTHONPATH")))
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                process_group=0,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            )
        with self._process as process:
            assert process.stdout
            for line in process.stdout:
                self._state = SAID.get(line.strip(), self._state)
