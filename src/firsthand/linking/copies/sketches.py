"""The sketch of a text: enough to tell, without the text, whether another may be a reprint of it."""

import zlib

import msgspec
import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash  # type: ignore[import-untyped]  # a C extension without stubs

from firsthand.linking.copies.wording import SHINGLE, Hashes, Wording, read_wording
from firsthand.text.words import split_paragraphs

PERMUTATIONS = 96  # a Jaccard index of 0.3 is then estimated to within 0.05
SEED = 20
# The leads of a text are its first two paragraphs of 15 words: whoever cuts a text cuts its tail.
LEADS = 2
LEAD_WORDS = 15


class CopySketch(msgspec.Struct, frozen=True, array_like=True):
    """What stands for a text when reprints are sought; about 450 bytes.

    `size` counts its different shingles; `minhash` is 96 numbers of four bytes, the byte order little-endian, empty
    for a text without shingles; `leads` are hashes of its first long paragraphs, `publisher` one of its publisher's
    name, 0 where there is none.
    """

    size: int
    minhash: bytes
    leads: tuple[int, ...] = ()
    publisher: int = 0

    @property
    def signature(self) -> NDArray[np.uint32]:
        """The MinHash as numbers."""
        return np.frombuffer(self.minhash, "<u4")


def make_sketch(text: str, publisher: str | None = None) -> CopySketch:
    """The sketch of a text; the same on every machine. Of one publisher's texts only near-equal ones are candidates."""
    wording = read_wording(text)
    shingles = np.unique(wording.shingles)
    name = (publisher or "").casefold().strip().encode("utf-8", "surrogatepass")
    return CopySketch(
        size=len(shingles),
        minhash=_hash_least(shingles),
        leads=_find_leads(text, wording),
        publisher=zlib.crc32(name),
    )


def _hash_least(shingles: Hashes) -> bytes:
    if not len(shingles):
        return b""
    rows = RMinHash.digest_matrix_from_token_hash_sets([shingles.tolist()], PERMUTATIONS, SEED).to_rows()
    return np.array(rows[0], "<u4").tobytes()


def _find_leads(text: str, wording: Wording) -> tuple[int, ...]:
    """Hashes of the first paragraphs that are long enough to be no heading, by their shingles."""
    leads: list[int] = []
    starts = wording.spans[:, 0]
    for start, end in split_paragraphs(text):
        first, last = np.searchsorted(starts, (start, end))
        if last - first >= LEAD_WORDS:
            leads.append(int(np.bitwise_xor.reduce(wording.shingles[first : last - SHINGLE + 1])) >> 1)
        if len(leads) == LEADS:
            break
    return tuple(leads)
