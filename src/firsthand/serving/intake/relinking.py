"""When the links of a store are brought up to date in the background, and what is told of it meanwhile."""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import msgspec

from firsthand.errors import FirsthandError, UsageError
from firsthand.serving import linking_calls
from firsthand.serving.intake.faults import REPORT, word_fault
from firsthand.storage import Linking, LinkRequest, Store, UploadState

TELL_SECONDS = 0.3
LONGEST_REST = 30.0  # seconds; twice that while a queue is read
REST_AFTER_FAILURE = 300.0
REST_WHILE_READING = 10.0  # at least, as long as uploads wait: what comes next will be linked with it
TRIES = 2  # that may break off before linking rests
ENDED = "linking ended the program twice: `firsthand link` in a terminal shows why; it is tried again in a while"

Clock = Callable[[], float]


class OvertakenError(Exception):
    """A story was asked for while all were linked: it comes first, then all again."""


class Linker:
    """Links one store when it is due; after each run it rests as long as that took, so that half a core is the most."""

    def __init__(self, store: Store, clock: Clock = time.monotonic) -> None:
        self._store = store
        self._clock = clock
        self._ended = self._rest = 0.0
        self._last_told = 0.0
        self._run = Linking()

    def link_if_due(self) -> bool:
        """Link if somebody asked for it, or if there is something new and the rest is over; whether it ran.

        An error is kept where `load_linking` gives it, and linking rests.

        Raises:
            StoreError: the database can't be written.

        """
        requests = self._store.uploads.list_link_requests()
        if not requests and (self._store.links.is_current() or not self._is_rested()):
            return False
        former = self._store.uploads.load_linking()
        if former.tries >= TRIES:
            self._end(requests, ENDED, tries=0, rest=REST_AFTER_FAILURE)
            return False
        began = self._clock()
        self._save(Linking(is_running=True, started_at=_now(), tries=former.tries + 1))
        try:
            self._link(requests)
        except OvertakenError:
            self._end([], None, tries=0, rest=0)
        except Exception as error:
            self._end(requests, _word(error), tries=0, rest=REST_AFTER_FAILURE)
        except BaseException:  # an end that was asked for
            self._end([], None, tries=former.tries, rest=0)
            raise
        else:
            self._end(requests, None, tries=0, rest=min(self._clock() - began, LONGEST_REST))
        return True

    def _link(self, requests: Sequence[LinkRequest]) -> None:
        for story in dict.fromkeys(request.story for request in requests if request.story):
            try:
                linking_calls.relink_story(self._store, story)
            except UsageError:
                continue  # it has gone into another one, and all are linked now
        known = {request.row for request in requests}
        linking_calls.link(self._store, progress=lambda *what: self._tell(known, *what))

    def _tell(self, known: set[int], what: str, done: int, total: int) -> None:
        if self._clock() - self._last_told < TELL_SECONDS:
            return
        self._last_told = self._clock()
        self._save(msgspec.structs.replace(self._run, what=what, done=done, total=total))
        if any(request.story and request.row not in known for request in self._store.uploads.list_link_requests()):
            raise OvertakenError

    def _is_rested(self) -> bool:
        counts = self._store.uploads.count()
        is_reading = counts.get(UploadState.WAITING) or counts.get(UploadState.READING)
        rest = max(REST_WHILE_READING, 2 * self._rest) if is_reading else self._rest
        return self._clock() >= self._ended + rest

    def _end(self, requests: Sequence[LinkRequest], error: str | None, *, tries: int, rest: float) -> None:
        self._ended, self._rest = self._clock(), rest
        self._store.uploads.drop_link_requests([request.row for request in requests])
        ended = msgspec.structs.replace(self._run, is_running=False, ended_at=_now(), tries=tries, error=error)
        self._save(ended)

    def _save(self, run: Linking) -> None:
        self._run = run
        self._store.uploads.save_linking(run)


def _word(error: Exception) -> str:
    return str(error) if isinstance(error, FirsthandError) else f"linking failed ({word_fault(error)}): {REPORT}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
