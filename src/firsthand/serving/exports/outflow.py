"""A file to write into from which what was written is taken out in pieces: archives and Parquet need a file."""

import io


class Outflow(io.RawIOBase):
    """Can't be read or wound back; knows how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: object) -> int:
        """Takes the bytes; gives how many."""
        piece = bytes(memoryview(data))  # type: ignore[arg-type]
        self._pieces.append(piece)
        self._written += len(piece)
        return len(piece)

    def tell(self) -> int:
        """How many bytes were written in all."""
        return self._written

    def take(self) -> bytes:
        """What was written since the last time."""
        data = b"".join(self._pieces)
        self._pieces.clear()
        return data
