"""Two texts side by side: which passages stayed, and in those that did not, which words.

What is the same is found by anchors, words or sentences that each side has once, and by counting only in the small
gaps between them, so that no two texts take long. (difflib takes quadratic time and more on texts that repeat.)
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import msgspec

PIECE = re.compile(r"\w+|[^\w\s]|\s+")
SENTENCE_END = re.compile(r"(?<=[.!?…][\"”’»'])\s+|(?<=[.!?…])\s+|\n+")
CELLS = 400_000  # comparisons in all gaps of one pair of texts: about a tenth of a second
DEPTH = 16  # gaps in gaps
ROWS = 300  # shown of two texts
PASSAGES = 60  # shown of pairs of passages
CONTEXT = 1  # sentences that stay, shown before and after those that changed
LONGEST = 4_000  # characters of one side of a row
Block = tuple[int, int, int]  # where in the one, where in the other, and how many are the same


class Piece(msgspec.Struct, frozen=True):
    """Words of one side; `changed` where the other side has not got them there."""

    text: str
    changed: bool = False


class Row(msgspec.Struct, frozen=True):
    """A passage of both sides, one of which may have nothing there. `skipped` counts sentences left out before it."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    skipped: int = 0


class Comparison(msgspec.Struct, frozen=True):
    """Two texts side by side, `left` the earlier one. `more` says that further differences were left out.

    `same` is the part of the left side's sentences (of passages: of its words) that the right side has, from 0 to 1.
    """

    rows: tuple[Row, ...]
    same: float
    more: bool = False


@dataclass(slots=True)
class _Budget:
    """How many comparisons may still be made."""

    cells: int = CELLS


def compare_texts(left: str, right: str) -> Comparison:
    """Two texts, sentence by sentence; those that changed word by word, with one that stayed on each side of them."""
    before, after = split_sentences(left), split_sentences(right)
    budget = _Budget()
    blocks = align([one.strip() for one in before], [one.strip() for one in after], budget)
    rows = list(islice(_make_rows(before, after, blocks, budget), ROWS + 1))
    same = sum(size for *_, size in blocks) / len(before) if before else float(not after)
    return Comparison(tuple(rows[:ROWS]), same, len(rows) > ROWS)


def compare_passages(pairs: Sequence[tuple[str, str]]) -> Comparison:
    """Passages that belong together, each pair a row, word by word."""
    budget = _Budget()
    rows = tuple(Row(*compare_words(left, right, budget)) for left, right in pairs[:PASSAGES])
    words = sum(_count_words(row.left) for row in rows)
    changed = sum(_count_words(tuple(one for one in row.left if one.changed)) for row in rows)
    return Comparison(rows, 1 - changed / words if words else 1.0, len(pairs) > PASSAGES)


def compare_words(
    left: str, right: str, budget: _Budget | None = None
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both sides in pieces; all unchanged pieces together are the same words on both sides, whatever their case."""
    left, right = _cut(left), _cut(right)
    before, after = PIECE.findall(left), PIECE.findall(right)
    words = [[at for at, piece in enumerate(side) if not piece.isspace()] for side in (before, after)]
    keys = [[side[at].casefold() for at in places] for side, places in zip((before, after), words, strict=True)]
    blocks = align(keys[0], keys[1], budget or _Budget())
    kept = [{places[one[side] + step] for one in blocks for step in range(one[2])} for side, places in enumerate(words)]
    return _join(before, kept[0]), _join(after, kept[1])


def split_sentences(text: str) -> list[str]:
    """Sentences and lines as they stand, without what is blank between them."""
    return [one for one in SENTENCE_END.split(text) if one.strip()]


def align(left: Sequence[Hashable], right: Sequence[Hashable], budget: _Budget | None = None) -> list[Block]:
    """What both sequences have in the same order, in stretches; not always the most there is, but always soon."""
    matched: list[tuple[int, int]] = []
    _match(left, right, matched, budget or _Budget())
    blocks: list[Block] = []
    for one, two in sorted(matched):
        if blocks and blocks[-1][0] + blocks[-1][2] == one and blocks[-1][1] + blocks[-1][2] == two:
            blocks[-1] = (*blocks[-1][:2], blocks[-1][2] + 1)
        else:
            blocks.append((one, two, 1))
    return blocks


def _match(
    left: Sequence[Hashable], right: Sequence[Hashable], matched: list[tuple[int, int]], budget: _Budget
) -> None:
    """Trim what is the same at both ends, part what is left at its anchors, and go on in the gaps between these."""
    gaps = [(0, len(left), 0, len(right), DEPTH)]
    while gaps:
        start, end, other, other_end, depth = gaps.pop()
        while start < end and other < other_end and left[start] == right[other]:
            matched.append((start, other))
            start, other = start + 1, other + 1
        while start < end and other < other_end and left[end - 1] == right[other_end - 1]:
            end, other_end = end - 1, other_end - 1
            matched.append((end, other_end))
        if start == end or other == other_end:
            continue
        anchors = _find_anchors(left, right, (start, end, other, other_end)) if depth else []
        if not anchors:
            matched += _count_common(left, right, (start, end, other, other_end), budget)
            continue
        matched += anchors
        ends = [*anchors, (end, other_end)]
        begins = [(start, other), *((one + 1, two + 1) for one, two in anchors)]
        gaps += [(a, c, b, d, depth - 1) for (a, b), (c, d) in zip(begins, ends, strict=True)]


def _find_anchors(
    left: Sequence[Hashable], right: Sequence[Hashable], gap: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    """What each side has once in the gap, as long as it stands in the same order: the longest such row (patience)."""
    start, end, other, other_end = gap
    counts, other_counts = Counter(left[start:end]), Counter(right[other:other_end])
    places = {right[at]: at for at in range(other, other_end) if other_counts[right[at]] == 1}
    pairs = [(at, places[left[at]]) for at in range(start, end) if counts[left[at]] == 1 and left[at] in places]
    tops: list[int] = []  # the lowest place on the right where a row of this length can end
    ends: list[int] = []  # and which pair that is
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(tops, place)
        before.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [place]
        ends[length : length + 1] = [number]
    found = []
    number = ends[-1] if ends else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _count_common(
    left: Sequence[Hashable], right: Sequence[Hashable], gap: tuple[int, int, int, int], budget: _Budget
) -> Iterator[tuple[int, int]]:
    """The most that a gap without anchors has in common (the classic table); nothing where the table gets too large."""
    start, end, other, other_end = gap
    size = (end - start) * (other_end - other)
    if size > budget.cells:
        return
    budget.cells -= size
    width = other_end - other
    table = [[0] * (width + 1)]
    for at in range(end - 1, start - 1, -1):
        below, row = table[-1], [0] * (width + 1)
        for place in range(width - 1, -1, -1):
            is_same = left[at] == right[other + place]
            row[place] = below[place + 1] + 1 if is_same else max(below[place], row[place + 1])
        table.append(row)
    at, place = start, 0
    while at < end and place < width:
        below, row = table[end - at - 1], table[end - at]
        if left[at] == right[other + place]:
            yield at, other + place
            at, place = at + 1, place + 1
        elif below[place] >= row[place + 1]:
            at += 1
        else:
            place += 1


def _make_rows(before: list[str], after: list[str], blocks: list[Block], budget: _Budget) -> Iterator[Row]:
    """What lies between the blocks, each with the sentences of the blocks beside it; the rest of a block is skipped."""
    place, other = 0, 0
    for start, second, size in [*blocks, (len(before), len(after), 0)]:
        is_changed = (place, other) != (start, second)
        if is_changed:
            yield Row(*compare_words(" ".join(before[place:start]), " ".join(after[other:second]), budget))
        first = CONTEXT if is_changed else 0
        last = CONTEXT if start + size < len(before) or second + size < len(after) else 0
        shown = first + last
        if size <= shown + 1:
            yield from (_keep(one) for one in before[start : start + size])
        else:
            yield from (_keep(one) for one in before[start : start + first])
            rest = before[start + size - last : start + size] if last else []
            skipped = size - shown
            yield from (_keep(one, skipped) for one in rest)
            if not rest:
                yield Row((), (), skipped)
        place, other = start + size, second + size


def _keep(sentence: str, skipped: int = 0) -> Row:
    pieces = (Piece(_cut(sentence)),)
    return Row(pieces, pieces, skipped)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + " …"


def _join(pieces: Sequence[str], kept: set[int]) -> tuple[Piece, ...]:
    """Pieces of one kind in one; a blank between two changed words is changed with them, any other stays."""
    joined: list[list[str]] = []
    kinds: list[bool] = []
    for at, piece in enumerate(pieces):
        is_changed = at not in kept
        if piece.isspace():
            is_changed = bool(kinds) and kinds[-1] and at + 1 < len(pieces) and at + 1 not in kept
        if kinds and kinds[-1] == is_changed:
            joined[-1].append(piece)
        else:
            joined.append([piece])
            kinds.append(is_changed)
    return tuple(Piece("".join(words), is_changed) for words, is_changed in zip(joined, kinds, strict=True))


def _count_words(pieces: tuple[Piece, ...]) -> int:
    return sum(len(one.text.split()) for one in pieces)
