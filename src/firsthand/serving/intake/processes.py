"""What a worker's process does: one of two tasks, until it is told to end or its parent is gone."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable

from firsthand.errors import FirsthandError, StoreError
from firsthand.serving.intake.adding import add_next
from firsthand.serving.intake.locks import PLACES, open_lock_file, try_lock
from firsthand.serving.intake.relinking import Linker
from firsthand.serving.intake.worker import WorkerState
from firsthand.storage import Store, open_store

POLL_SECONDS = 0.1
LOCK_SECONDS = 2.0
SECONDS_AFTER_ERROR = 5.0
NICENESS = 5  # below the pages that people look at; at 10, linking got 5 s of 60 on a busy machine
HANGS_AFTER = 15 * 60  # seconds a batch: four articles of the greatest length take four minutes
GRACE_SECONDS = 10.0

Turn = Callable[[], bool]


def main(arguments: list[str]) -> int:
    """Work on `TASK DATABASE`; the task is add or link. Standard input is the parent's: its end is ours."""
    task, database = arguments
    if task not in PLACES:
        sys.stderr.write(f"there is no task {task!r}: name one of {', '.join(PLACES)}\n")
        return 2
    signal.signal(signal.SIGTERM, _end)
    threading.Thread(target=_outlive_no_parent, daemon=True).start()
    os.nice(NICENESS)
    try:
        descriptor = open_lock_file(database)
        _wait_for_lock(descriptor, task)
        with open_store(database) as store:
            _work(_make_turn(task, store))
    except FirsthandError as error:
        sys.stderr.write(f"firsthand: {error}\n")
        return 1
    return 0


def _make_turn(task: str, store: Store) -> Turn:
    """What is done again and again; it says whether there was something to do."""
    if task == "link":
        return Linker(store).link_if_due
    return lambda: add_next(store, alarm=_set_alarm) is not None


def _work(turn: Turn) -> None:
    while True:
        try:
            busy = turn()
        except StoreError as error:  # a full disk, or another program that writes for long: it may pass
            sys.stderr.write(f"firsthand: {error}\n")
            time.sleep(SECONDS_AFTER_ERROR)
            continue
        signal.alarm(0)
        if not busy:
            time.sleep(POLL_SECONDS)


def _wait_for_lock(descriptor: int, task: str) -> None:
    """Until the process that has the task ends; the parent is told what we do."""
    if not try_lock(descriptor, task):
        _tell_parent(WorkerState.WAITING)
        while not try_lock(descriptor, task):
            time.sleep(LOCK_SECONDS)
    _tell_parent(WorkerState.WORKING)


def _tell_parent(what: WorkerState) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def _set_alarm() -> None:
    """A batch that never ends is a batch that ends the process: the parent starts another one, which leaves it out."""
    signal.alarm(HANGS_AFTER)


def _end(*_: object) -> None:
    raise SystemExit(0)


def _outlive_no_parent() -> None:
    """Also where the parent was killed: the system closes its end of the pipe."""
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_SECONDS)
    os._exit(1)
