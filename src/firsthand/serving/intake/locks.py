"""One worker a store: a lock on a byte of a file beside the database, which the system gives back however it ends."""

import os
from pathlib import Path

from firsthand.errors import StoreAccessError

PLACES = {"add": 0, "link": 1}  # the byte of each task


def open_lock_file(database: str) -> int:
    """A descriptor of the file that is locked, `DATABASE.worker`. It has to stay open: closing it gives locks back.

    Raises:
        StoreAccessError: it can't be made or written.

    """
    path = f"{Path(database).resolve()}.worker"
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"can't be written ({reason}): adding in the background needs it, check the folder's permissions"
        raise StoreAccessError(message, path) from error


def try_lock(descriptor: int, task: str) -> bool:
    """Whether the task is ours now: False while another process works on it."""
    import fcntl  # late: a system without it can still read stores

    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, PLACES[task])
    except (BlockingIOError, PermissionError):
        return False
    return True
