"""JSON in UTF-16, as PowerShell writes it → UTF-8, so that its lines can be told apart by bytes."""

import codecs
import io
import re
from typing import BinaryIO

CHUNK_BYTES = 65_536
# JSON begins with two ASCII characters, blanks or signs; in UTF-16 each has a zero beside it.
WITHOUT_MARK = (
    (re.compile(rb"(?:[\t\n\r -~]\x00){2}"), "utf-16-le"),
    (re.compile(rb"(?:\x00[\t\n\r -~]){2}"), "utf-16-be"),
)
MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def find_utf16(head: bytes) -> str | None:
    """The byte order of UTF-16 that the beginning of a JSON input shows, as Python names it; None for all else."""
    if head.startswith(codecs.BOM_UTF32_LE):
        return None
    marked = next((encoding for mark, encoding in MARKS if head.startswith(mark)), None)
    return marked or next((encoding for pattern, encoding in WITHOUT_MARK if pattern.match(head)), None)


class Recoded(io.RawIOBase):
    """A stream of UTF-16 as one of UTF-8, read as it goes; what fits no character becomes U+FFFD.

    The byte order mark stays, as the UTF-8 one.
    """

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` as far as one piece of the stream goes; 0 at its end."""
        is_end = False
        while not self._ready and not is_end:
            data = self._stream.read(CHUNK_BYTES)
            is_end = not data
            self._ready = self._decoder.decode(data, final=is_end).encode("utf-8")
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size
