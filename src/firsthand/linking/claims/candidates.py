"""Which propositions of a story are worth comparing: the nearest by vectors and by words, and what its form joins."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import faiss
import numpy as np
from numpy.typing import NDArray

from firsthand.linking.claims.propositions import Proposition
from firsthand.records import Act

WORD_WIDTH = 512  # of the vectors that stems are hashed into
NEAREST = 12  # neighbours of each proposition, by vectors and by words each; 20 found nothing more on the packs
FEW = 60  # propositions: fewer are all compared
MOST_ALIKE = 12  # propositions with one number, or denials of one speaker, that are compared in pairs
Indexes = tuple[int, int]
Floats = NDArray[np.float32]


def find_candidates(propositions: Sequence[Proposition], likes: Sequence[int]) -> set[Indexes]:
    """Pairs of indexes (smaller first). likes: for each proposition the first one with the same words.

    Only the first of those with the same words is searched for: a wire item that is printed a hundred times would
    find nothing but itself.
    """
    firsts = sorted(set(likes))
    if len(firsts) <= FEW:
        pairs = set(combinations(firsts, 2))
    else:
        chosen = [propositions[index] for index in firsts]
        pairs = _search(fill_vectors(chosen), firsts) | _search(hash_words(chosen), firsts)
    pairs |= _join_by_form(propositions, firsts)
    return {(a, b) for a, b in pairs if propositions[a].statement.id != propositions[b].statement.id}


def find_likes(propositions: Sequence[Proposition]) -> list[int]:
    """For each proposition the first with the same words that are as much denied.

    "To comment" is declined by many: of refusals, those of one speaker.
    """
    first: dict[tuple[tuple[str, ...], bool, str], int] = {}
    return [
        first.setdefault((one.sequence, one.affirms, _tell_apart(one)), index) for index, one in enumerate(propositions)
    ]


def _tell_apart(proposition: Proposition) -> str:
    """Who refuses, of one whose name is not known the statement; nothing of whatever is no refusal."""
    statement = proposition.statement
    return (statement.speaker or statement.id) if statement.act == Act.DECLINE else ""


def fill_vectors(propositions: Sequence[Proposition]) -> Floats:
    """The vectors as rows; zeros for a proposition without one."""
    width = max((len(one.vector) for one in propositions if one.vector is not None), default=1)
    matrix = np.zeros((len(propositions), width), np.float32)
    for row, one in zip(matrix, propositions, strict=True):
        if one.vector is not None:
            row[:] = one.vector
    return matrix


def hash_words(propositions: Sequence[Proposition]) -> Floats:
    """The stems' weights in as many columns as fit; signs make collisions cancel out."""
    matrix = np.zeros((len(propositions), WORD_WIDTH), np.float32)
    for row, proposition in zip(matrix, propositions, strict=True):
        for stem, weight in proposition.stems.items():
            code = zlib.crc32(stem.encode())
            row[code % WORD_WIDTH] += weight if code >> 31 else -weight
    return matrix


def _search(matrix: Floats, names: Sequence[int]) -> set[Indexes]:
    """The nearest of each row by cosine. A row of zeros has none."""
    rows = [row for row in range(len(matrix)) if matrix[row].any()]
    if len(rows) < 2:
        return set()
    kept = np.ascontiguousarray(matrix[rows])
    faiss.normalize_L2(kept)
    index = faiss.IndexFlatIP(kept.shape[1])
    index.add(kept)
    _, found = index.search(kept, min(NEAREST + 1, len(rows)))
    pairs = ((names[rows[row]], names[rows[other]]) for row, others in enumerate(found) for other in others)
    return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}


def _join_by_form(propositions: Sequence[Proposition], firsts: Iterable[int]) -> set[Indexes]:
    """Frames with what is inside of them, propositions with one number, and one speaker's denials."""
    groups: dict[object, list[int]] = defaultdict(list)
    for index in firsts:
        one = propositions[index]
        groups["frame", one.statement.within or one.statement.id].append(index)
        for number in one.numbers:
            groups["number", number].append(index)
        if one.statement.speaker and not one.affirms:
            groups["denial", one.statement.speaker].append(index)
    return {pair for group in groups.values() if len(group) <= MOST_ALIKE for pair in combinations(group, 2)}
