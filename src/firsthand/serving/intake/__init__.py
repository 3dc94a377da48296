"""Adding in the background: uploads wait in the store, and a process of its own reads and another one links them."""

from firsthand.serving.intake.queue import (
    LinkingProgress,
    Uploaded,
    UploadList,
    describe_linking,
    enqueue_file,
    enqueue_text,
    get_upload,
    list_uploads,
    request_link,
    retry,
)
from firsthand.serving.intake.worker import Worker, WorkerState, start_worker

__all__ = [
    "LinkingProgress",
    "UploadList",
    "Uploaded",
    "Worker",
    "WorkerState",
    "describe_linking",
    "enqueue_file",
    "enqueue_text",
    "get_upload",
    "list_uploads",
    "request_link",
    "retry",
    "start_worker",
]
