"""Fresh processes to measure in: each loads, warms up, waits for the others, and reads its articles."""

import os
import queue
import resource
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from typing import NamedTuple

Reader = Callable[[str], object]
Loader = Callable[[], Reader]
WARM_UP = 3  # articles
# Of every library that could start threads of its own: a process is to use one core.
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


class Run(NamedTuple):
    """What one process took for its articles: seconds of CPU, when it began and ended, and its peak memory in MB."""

    cpu: float
    began: float
    ended: float
    peak_memory: float
    articles: int

    @property
    def cpu_ms_per_article(self) -> float:
        """Milliseconds of CPU an article."""
        return 1000 * self.cpu / self.articles


def measure(load: Loader, texts: Sequence[str], processes: int = 1) -> list[Run]:
    """Each of so many processes reads all the texts, all at the same time; `load` gives the function that reads one.

    Raises:
        RuntimeError: a process ended without a result.

    """
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"), TOKENIZERS_PARALLELISM="false")
    context = get_context("spawn")
    barrier, results = context.Barrier(processes), context.Queue()
    children = [context.Process(target=_run, args=(load, texts, barrier, results)) for _ in range(processes)]
    for child in children:
        child.start()
    runs = [_wait_for_run(results, children) for _ in children]
    for child in children:
        child.join()
    return runs


def _run(load: Loader, texts: Sequence[str], barrier: Barrier, results: "Queue[Run | str]") -> None:
    try:
        read = load()
        for text in texts[:WARM_UP]:
            read(text)
        barrier.wait()
        began, cpu = time.monotonic(), time.process_time()
        for text in texts:
            read(text)
        cpu, ended = time.process_time() - cpu, time.monotonic()
        results.put(Run(cpu, began, ended, peak_memory(), len(texts)))
    except Exception as error:  # sent to the process that conducts, which has the one place to complain
        results.put(f"{type(error).__name__}: {error}")
        barrier.abort()


def _wait_for_run(results: "Queue[Run | str]", children: Sequence[BaseProcess]) -> Run:
    """The next result. A killed process would never send one, so it is looked after every few seconds."""
    while True:
        try:
            found = results.get(timeout=5)
        except queue.Empty:
            if killed := [child.exitcode for child in children if child.exitcode]:
                raise RuntimeError(f"a measured process ended with status {killed[0]}") from None
            continue
        if isinstance(found, str):
            raise RuntimeError(found)
        return found


def peak_memory() -> float:
    """The highest resident memory of this process, in MB (10^6 bytes).

    A spawned process also inherits its parent's peak, so the parent must stay the smaller one.
    """
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def throughput_ratio(alone: Run, together: Sequence[Run]) -> float:
    """Articles a second of several processes against those of one, by the clock on the wall."""
    seconds = max(run.ended for run in together) - min(run.began for run in together)
    rate = sum(run.articles for run in together) / seconds
    return rate / (alone.articles / (alone.ended - alone.began))
