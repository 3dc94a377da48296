"""The worker's processes, with the real model: they read and link, survive being killed, and end with their parent."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from firsthand import engine
from firsthand.serving.intake import Worker, WorkerState, describe_linking, enqueue_file, enqueue_text, start_worker
from firsthand.serving.intake.worker import PACKAGE_FOLDER
from firsthand.storage import Fate, Store, UploadState
from tests.serving.intake.waiting import is_running, wait_settled, wait_until

TEXT = (
    "MORAVEL, March 10 - Pier {n} stays open, harbour minister Ana Reyes said on Tuesday. “We will not sell it,” she "
    "told reporters. According to people close to the talks, the lease of pier {n} will end in June."
)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], Worker]]:
    started = []

    def start() -> Worker:
        started.append(start_worker(tmp_path / "x.db"))
        return started[-1]

    yield start
    for worker in started:
        worker.stop()


def make_lines(number: int) -> bytes:
    return b"\n".join(json.dumps({"id": f"n{n}", "text": TEXT.format(n=n)}).encode() for n in range(number))


def has_got_to(store: Store, id: str, least: int) -> bool:
    return store.uploads.get(id).total >= least


def kill(worker: Worker, task: str) -> None:
    pid = worker.pids[task]
    assert pid
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: worker.pids[task] not in {None, pid})


def test_a_pasted_text_is_read_and_linked(store: Store, start: Callable[[], Worker]) -> None:
    worker = start()
    upload = enqueue_text(store, TEXT.format(n=1), publisher="Moravel Courier", published="2026-03-10")
    done = wait_settled(store, upload.id)
    assert (done.state, done.stored, done.error) == (UploadState.DONE, 1, None)
    (article,) = store.list_articles()
    assert article.statements > 0
    wait_until(lambda: describe_linking(store).is_current)
    assert store.links.count().articles == 1
    assert (worker.is_alive(), worker.state) == (True, WorkerState.WORKING)
    pids = [pid for pid in worker.pids.values() if pid]
    assert len(pids) == 2
    worker.stop()
    assert (worker.is_alive(), worker.state) == (False, WorkerState.STOPPED)
    assert not any(is_running(pid) for pid in pids)
    worker.stop()


def test_a_worker_that_is_killed_loses_nothing(store: Store, start: Callable[[], Worker]) -> None:
    upload = enqueue_file(store, "a.jsonl", make_lines(30) + b"\n{broken\n")
    worker = start()
    for least in (4, 12):
        wait_until(partial(has_got_to, store, upload.id, least))
        kill(worker, "add")
    kill(worker, "link")
    done = wait_settled(store, upload.id)
    assert (done.state, done.error) == (UploadState.DONE, None)
    outcomes = store.uploads.list_outcomes(upload.id, 100)
    assert Counter(one.fate for one in outcomes) == {Fate.STORED: 30, Fate.REJECTED: 1}
    assert (done.stored, done.duplicates, done.rejected) == (30, 0, 1)
    assert {one.article for one in outcomes} == {None, *(f"n{n}" for n in range(30))}
    assert {one.id for one in store.list_articles()} == {f"n{n}" for n in range(30)}
    wait_until(lambda: describe_linking(store).is_current)


def test_adding_from_elsewhere_goes_on_at_the_same_time(
    store: Store, start: Callable[[], Worker], tmp_path: Path
) -> None:
    start()
    upload = enqueue_file(store, "a.jsonl", make_lines(12))
    own = tmp_path / "own.jsonl"
    own.write_bytes(make_lines(24))  # half of it is in the upload, too
    fates = Counter(outcome.fate for outcome in engine.add_all(store, own))
    done = wait_settled(store, upload.id)
    assert done.total == 12
    assert fates.total() == 24
    assert fates[Fate.STORED] + done.stored == 24
    assert fates[Fate.DUPLICATE] + done.duplicates == 12
    wait_until(lambda: describe_linking(store).is_current)


def test_a_second_worker_waits_for_the_first_to_end(store: Store, start: Callable[[], Worker]) -> None:
    first = start()
    wait_until(lambda: first.state is WorkerState.WORKING)
    second = start()
    wait_until(lambda: second.state is WorkerState.WAITING)
    assert second.is_alive()
    first.stop()
    wait_until(lambda: second.state is WorkerState.WORKING)
    assert wait_settled(store, enqueue_text(store, TEXT.format(n=1)).id).stored == 1


def test_a_worker_ends_with_its_parent_also_if_that_is_killed(store: Store, tmp_path: Path) -> None:
    code = (
        "import sys, time; from firsthand.serving.intake import start_worker\n"
        "worker = start_worker(sys.argv[1])\n"
        "while worker.state != 'working' or None in worker.pids.values(): time.sleep(0.02)\n"
        "print(*worker.pids.values(), flush=True); time.sleep(600)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "x.db")]
    environment = {**os.environ, "PYTHONPATH": PACKAGE_FOLDER}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as parent:
        assert parent.stdout
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(pids) == 2
        assert all(is_running(pid) for pid in pids)
        parent.kill()
    wait_until(lambda: not any(is_running(pid) for pid in pids))
    assert store.uploads.take() is None


def test_a_task_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    from firsthand.serving.intake.processes import main

    assert main(["sleep", "x.db"]) == 2
    assert "add, link" in capsys.readouterr().err
