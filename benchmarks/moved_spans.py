"""A text with sentences dropped and moved and words exchanged, and where each span of it went."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from firsthand.records import Span


class Mover:
    """`text` is the new text; `move` says where a span of the former one is in it."""

    def __init__(
        self, text: str, sentences: Sequence[Span], order: Sequence[int], exchanged: Mapping[Span, str]
    ) -> None:
        """order: the numbers of the sentences that are kept, as they follow now. exchanged: other words for spans."""
        runs: list[Span] = []
        for before, number in zip([-2, *order], order, strict=False):
            start, end = sentences[number]
            # Neighbours that are still neighbours keep what stood between them.
            runs[len(runs) - (number == before + 1) :] = [(runs[-1][0] if number == before + 1 else start, end)]
        pieces: list[str] = []
        fixed: list[tuple[int, int]] = []  # an offset in the former text, and the same place in the new one
        length = 0
        for start, end in runs:
            for old, piece in split_run(text, (start, end), exchanged):
                fixed.append((old, length))
                pieces.append(piece)
                length += len(piece)
            fixed.append((end, length))
            pieces.append("\n")
            length += 1
        self.text = "".join(pieces[:-1])
        self._runs = sorted(runs)
        self._fixed = sorted(fixed)

    def holds(self, span: Span) -> bool:
        """Whether all of a span is still there, in one piece."""
        place = bisect_left(self._runs, (span[0] + 1, 0)) - 1
        return place >= 0 and self._runs[place][0] <= span[0] and span[1] <= self._runs[place][1]

    def move(self, span: Span) -> Span | None:
        """The span in the new text; None where it is gone, or in pieces."""
        if not self.holds(span):
            return None
        start, end = self._find(span[0]), self._find(span[1])
        return (start, end) if start < end else None

    def _find(self, offset: int) -> int:
        """A place in the new text; one inside of an exchanged word stays inside of the word that is there now."""
        number = bisect_left(self._fixed, (offset + 1, 0)) - 1
        old, new = self._fixed[number]
        last = self._fixed[number + 1][1] if number + 1 < len(self._fixed) and offset > old else new
        return min(new + offset - old, max(new, last))


def split_run(text: str, run: Span, exchanged: Mapping[Span, str]) -> list[tuple[int, str]]:
    """The run in pieces, each with where it began: exchanged words, and what stands between them."""
    pieces = []
    at = run[0]
    for start, end in sorted(span for span in exchanged if run[0] <= span[0] and span[1] <= run[1]):
        pieces += [(at, text[at:start]), (start, exchanged[start, end])]
        at = end
    return [(old, piece) for old, piece in [*pieces, (at, text[at : run[1]])] if piece]
