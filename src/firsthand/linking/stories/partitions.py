"""From similar pairs to stories: agglomeration by average similarity, the same whatever order the pairs came in."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

# Two groups of articles are one story where their articles are on average so similar, pairs without an edge being 0.
# From 0.205 to 0.23 all test sets keep their quality (decisions/0022).
THRESHOLD = 0.215
# A component of more groups is taken apart first: 100 MB at this size, growing with the square.
LARGEST = 5_000
RAISE = 1.25
STRONGEST = 0.8  # a component that is still too large by pairs over this is one story: nearly one text

Pair = tuple[str, str]
Sums = Mapping[tuple[int, int], float]
Floats = NDArray[np.float32]
Node = TypeVar("Node", bound=Hashable)


def partition(
    articles: Collection[str], edges: Mapping[Pair, float], copies: Collection[Pair] = ()
) -> list[tuple[str, ...]]:
    """The stories: every article in exactly one, perhaps alone; a copy always with what it copies.

    Ids and stories are in ascending order. Edges and copies of articles that are not among `articles` are left out.
    Near linear in the edges, quadratic in a component's articles up to LARGEST.
    """
    wholes = join(sorted(set(articles)), copies)  # what stays together, come what may
    number = {id: at for at, members in enumerate(wholes) for id in members}
    groups = group_wholes([len(members) for members in wholes], sum_edges(edges, number))
    return sorted(tuple(sorted(id for at in group for id in wholes[at])) for group in groups)


def group_wholes(sizes: Sequence[int], sums: Sums) -> Iterator[list[int]]:
    """The wholes by story. sizes: articles in each whole; sums: of the scores between the articles of two wholes."""
    neighbours: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (left, right), score in sums.items():
        neighbours[left][right] = score
    for component in split_components(range(len(sizes)), sums):
        if len(component) == 1 or len(component) > LARGEST:
            yield component
            continue
        own = np.array([sizes[at] for at in component], np.float32)
        for group in agglomerate(make_matrix(component, neighbours, own), own):
            yield [component[at] for at in group]


def join(nodes: Sequence[Node], pairs: Iterable[tuple[Node, Node]]) -> list[list[Node]]:
    """Connected components, in order of their first nodes; nodes keep their order. Pairs of other nodes don't count."""
    parents = {node: node for node in nodes}
    for left, right in pairs:
        if left in parents and right in parents:
            parents[_find_root(parents, left)] = _find_root(parents, right)
    components: defaultdict[Node, list[Node]] = defaultdict(list)
    for node in nodes:
        components[_find_root(parents, node)].append(node)
    return list(components.values())


def _find_root(parents: dict[Node, Node], node: Node) -> Node:
    while parents[node] != node:
        parents[node] = parents[parents[node]]  # halves the way for the next one
        node = parents[node]
    return node


def sum_edges(edges: Mapping[Pair, float], number: Mapping[str, int]) -> dict[tuple[int, int], float]:
    """The edges between wholes, lower number first, in ascending order; edges of the same two wholes are added up."""
    sums: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for (left, right), score in edges.items():
        if left in number and right in number and number[left] != number[right]:
            sums[min(number[left], number[right]), max(number[left], number[right])].append(score)
    # Sorted, since the last digit of a sum depends on the order.
    return {pair: sum(sorted(sums[pair])) for pair in sorted(sums)}


def split_components(nodes: Sequence[int], sums: Sums, least: float = 0.0) -> Iterator[list[int]]:
    """Connected components by sums over `least`; where one is too large, those by its stronger pairs alone."""
    for component in join(nodes, (pair for pair, score in sums.items() if score > least)):
        if len(component) <= LARGEST or least > STRONGEST:
            yield component
        else:
            inside = set(component)
            within = {pair: score for pair, score in sums.items() if pair[0] in inside and pair[1] in inside}
            yield from split_components(component, within, max(least * RAISE, THRESHOLD))


def make_matrix(component: Sequence[int], neighbours: Mapping[int, Mapping[int, float]], sizes: Floats) -> Floats:
    """The average scores between the articles of any two wholes of a component, (n, n), with -1 on the diagonal."""
    place = {at: row for row, at in enumerate(component)}
    matrix = np.zeros((len(component), len(component)), np.float32)
    for at in component:
        for other, score in neighbours.get(at, {}).items():
            if other in place:
                matrix[place[at], place[other]] = matrix[place[other], place[at]] = score
    matrix /= np.outer(sizes, sizes)
    np.fill_diagonal(matrix, -1)
    return matrix


def agglomerate(matrix: Floats, sizes: Floats) -> list[list[int]]:
    """Rows by group: the closest groups are joined as long as their average is over THRESHOLD. Changes its arguments.

    By chains of nearest neighbours: two that are nearest to each other are joined, wherever they are met, which for
    averages gives what joining the closest pair of all would, in a time that grows with the square.
    """
    members = {row: [row] for row in range(len(matrix))}
    groups: list[list[int]] = []
    chain: list[int] = []
    while members:
        if not chain:
            chain.append(next(iter(members)))
        last = chain[-1]
        nearest = int(matrix[last].argmax())
        if len(chain) > 1 and matrix[last, chain[-2]] >= matrix[last, nearest]:
            nearest = chain[-2]  # of equally near ones, else the chain might go round in a circle
        if matrix[last, nearest] < THRESHOLD:
            # Later groups are averages of these: none can come nearer.
            groups.append(sorted(members.pop(last)))
            _remove(matrix, chain.pop())
        elif len(chain) > 1 and nearest == chain[-2]:
            del chain[-2:]
            kept, gone = sorted((last, nearest))
            members[kept] += members.pop(gone)
            _merge_rows(matrix, sizes, kept, gone)
        else:
            chain.append(nearest)
    return groups


def _merge_rows(matrix: Floats, sizes: Floats, kept: int, gone: int) -> None:
    """The average of two groups' rows, weighed by their sizes, in place of the first one."""
    both = sizes[kept] + sizes[gone]
    row = (matrix[kept] * sizes[kept] + matrix[gone] * sizes[gone]) / both
    row[matrix[kept] < 0] = -1  # groups that are no more
    row[[kept, gone]] = -1
    matrix[kept] = matrix[:, kept] = row
    sizes[kept] = both
    _remove(matrix, gone)


def _remove(matrix: Floats, row: int) -> None:
    matrix[row] = matrix[:, row] = -1
