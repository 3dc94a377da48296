"""Cutting a long article into windows that the tagger can take, and which words to believe from each."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

WINDOW = 254  # word pieces; the two special ones come on top
OVERLAP = 36  # pieces that neighbouring windows share, so that every word is read with some context on both sides


@dataclass(frozen=True, slots=True)
class PlannedWindow:
    """Half-open ranges: the pieces and words it spans, and the words whose labels are kept from it."""

    pieces: tuple[int, int]
    words: tuple[int, int]
    kept: tuple[int, int]


def plan_windows(first_piece: list[int], n_pieces: int, window: int = WINDOW, overlap: int = OVERLAP
                 ) -> list[PlannedWindow]:
    """Windows of nearly equal length that cover all words; each word is kept where it stands more centrally."""
    if not first_piece:
        return []
    count = 1 if n_pieces <= window else -(-(n_pieces - overlap) // (window - overlap - 8))
    bounds = [*first_piece, n_pieces]
    length = n_pieces if count == 1 else min(window, -(-(n_pieces + (count - 1) * overlap) // count) + 8)
    ranges = []
    for number in range(count):
        start = 0 if count == 1 else (n_pieces - length) * number // (count - 1)
        first = bisect_left(first_piece, start)
        last = bisect_right(bounds, bounds[first] + length) - 1
        ranges.append((first, max(first + 1, last)))
    ranges[-1] = (ranges[-1][0], len(first_piece))
    cuts = [0, *((ranges[i + 1][0] + ranges[i][1]) // 2 for i in range(count - 1)), len(first_piece)]
    return [
        PlannedWindow((bounds[first], bounds[last]), (first, last), (cuts[number], cuts[number + 1]))
        for number, (first, last) in enumerate(ranges)
    ]
