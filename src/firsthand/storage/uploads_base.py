"""What a store keeps of texts and files that wait to be read, what became of them, and how far linking is."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

import msgspec

from firsthand.storage.outcomes import Fate


class UploadKind(StrEnum):
    """How an upload came."""

    TEXT = "text"
    FILE = "file"


class UploadState(StrEnum):
    """How far an upload is. A failed one may be tried again."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


class Upload(msgspec.Struct, frozen=True):
    """A pasted text or a file, with how many of its inputs ended how; times are UTC, ISO 8601.

    `publisher`, `published`, `url` and `title` are what the user says of all that is in it. `size` and `bytes_read`
    are of the body as it came, packed if it is packed. `tries` counts how often it was begun since it last got on.
    `error` says why it failed and what to do.
    """

    id: str
    kind: UploadKind
    name: str
    publisher: str | None
    published: str | None
    url: str | None
    title: str | None
    size: int
    queued_at: str
    begun_at: str | None
    ended_at: str | None
    state: UploadState
    bytes_read: int
    stored: int
    revisions: int
    duplicates: int
    rejected: int
    tries: int
    error: str | None

    @property
    def total(self) -> int:
        """How many inputs of it have ended, one way or another."""
        return self.stored + self.revisions + self.duplicates + self.rejected

    @property
    def is_settled(self) -> bool:
        """Whether nothing more happens to it by itself."""
        return self.state in {UploadState.DONE, UploadState.FAILED}


class UploadOutcome(msgspec.Struct, frozen=True):
    """What became of one input of an upload; `number` is its place there, from 0. The rest is an Outcome."""

    number: int
    fate: Fate
    article: str | None
    reason: str


class LinkRequest(msgspec.Struct, frozen=True):
    """Somebody asked for linking; `story` is to be linked first, None where no one story is meant."""

    row: int
    story: str | None


class Linking(msgspec.Struct, frozen=True):
    """How far linking in the background is: `done` of `total`, of `what`. `tries` counts runs that never ended."""

    is_running: bool = False
    what: str = ""
    done: int = 0
    total: int = 0
    started_at: str | None = None
    ended_at: str | None = None
    tries: int = 0
    error: str | None = None


class Uploads(Protocol):
    """Uploads and what became of them. Everything may raise StoreAccessError; each call is one transaction."""

    def add(
        self,
        kind: UploadKind,
        name: str,
        body: bytes,
        *,
        publisher: str | None = None,
        published: str | None = None,
        url: str | None = None,
        title: str | None = None,
    ) -> Upload:
        """Keep an upload until it is read."""

    def get(self, id: str) -> Upload:
        """The upload with this id.

        Raises:
            UsageError: there is none.

        """

    def list_newest(self, limit: int, offset: int = 0) -> list[Upload]:
        """The uploads, newest first."""

    def count(self) -> dict[UploadState, int]:
        """How many there are in each state; states without any are left out."""

    def count_open_bytes(self) -> int:
        """The size of all that waits or is being read."""

    def list_outcomes(self, id: str, limit: int, offset: int = 0, fate: Fate | None = None) -> list[UploadOutcome]:
        """What became of the inputs of an upload, in their order; only those of one fate if asked."""

    def take(self) -> Upload | None:
        """The oldest upload that is not settled, now being read, its tries one more; None where there is none."""

    def release(self, id: str) -> None:
        """Put back an upload that was taken and not read to its end: this try doesn't count."""

    def load_body(self, id: str) -> bytes:
        """The bytes of an upload that isn't done.

        Raises:
            UsageError: it is done, and its body gone, or there is no such upload.

        """

    def load_settled(self, id: str) -> set[int]:
        """The numbers of the inputs whose outcomes are kept."""

    def keep(self, id: str, outcomes: Sequence[UploadOutcome], bytes_read: int) -> None:
        """Keep outcomes of inputs and how far the body is read; best in the transaction that stores the articles."""

    def lose(self, id: str, number: int, reason: str) -> None:
        """Keep that an input was left out because reading it broke off. `retry` takes it up again."""

    def finish(self, id: str, error: str | None = None) -> None:
        """Settle an upload: failed with an `error`, or where inputs were lost; else done, and its body is dropped."""

    def retry(self, id: str) -> Upload:
        """Let a failed upload wait again: what is settled stays so, what was lost is read again.

        Raises:
            UsageError: it has not failed, or there is none.

        """

    def request_link(self, story: str | None = None) -> None:
        """Ask for linking, of one story first."""

    def list_link_requests(self) -> list[LinkRequest]:
        """What was asked for and is not answered, the oldest first."""

    def drop_link_requests(self, rows: Sequence[int]) -> None:
        """Forget requests that are answered."""

    def load_linking(self) -> Linking:
        """How far linking is."""

    def save_linking(self, linking: Linking) -> None:
        """Keep how far linking is."""
