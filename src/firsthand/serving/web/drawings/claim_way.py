"""The way of a claim as a drawing: origins on the left, and to the right of each those who have it from there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.records import Certainty
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.report_lines import count, shorten
from firsthand.serving.views.claim_way import Way, WayEdge, WayNode

MOST = 24  # boxes: more can't be read, and the list beneath has them all
BOX = 222.0  # units of the drawing are pixels at its full size
GAP = 64.0  # between columns, where the lines run
HEIGHT = 46.0
ROW = 62.0
TIP = 6.0  # of an arrow
DIP = 34.0  # how deep a line runs that leads back
EDGE = 3.0  # around the whole, so that no border is cut
NAME = 26  # characters of a name that fit a box, less DOT beside the mark of an origin
DOT = 2
NOTE = 33

Pair = tuple[str, str]


@dataclass(frozen=True)
class Box:
    """Somebody on the way: two lines in a box with its upper left corner at (x, y)."""

    node: WayNode
    x: float
    y: float
    name: str
    note: str


@dataclass(frozen=True)
class Line:
    """A way between two boxes: the path of a curve, and where its label stands."""

    path: str
    is_inferred: bool
    is_copy: bool
    x: float
    y: float


@dataclass(frozen=True)
class WayDrawing:
    """Boxes and lines. `left_out` counts those who are not drawn."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: float
    height: float
    left_out: int
    box_width: float = BOX
    box_height: float = HEIGHT


def draw_way(way: Way) -> WayDrawing | None:
    """The drawing; None where there is nobody to draw."""
    if not way.nodes:
        return None
    nodes = {node.key: node for node in _choose(way)}
    edges = [edge for edge in way.edges if edge.source in nodes and edge.target in nodes]
    columns = arrange(nodes.values(), _drop_circles([(edge.source, edge.target) for edge in edges]))
    tallest = max(map(len, columns))
    boxes = {
        key: _place(nodes[key], column, row + (tallest - len(keys)) / 2)
        for column, keys in enumerate(columns)
        for row, key in enumerate(keys)
    }
    lines = tuple(_connect(edge, boxes[edge.source], boxes[edge.target]) for edge in edges)
    width = len(columns) * (BOX + GAP) - GAP + 2 * EDGE
    dip = DIP * any(boxes[edge.target].x <= boxes[edge.source].x for edge in edges)
    height = (tallest - 1) * ROW + HEIGHT + 2 * EDGE + dip
    return WayDrawing(tuple(boxes.values()), lines, width, height, len(way.nodes) - len(nodes))


def _choose(way: Way) -> list[WayNode]:
    """Those who are drawn: all, or the origins and those through whom most went."""
    degree: dict[str, int] = {}
    for edge in way.edges:
        for key in (edge.source, edge.target):
            degree[key] = degree.get(key, 0) + 1
    kept = sorted(way.nodes, key=lambda node: (not node.is_origin, -degree.get(node.key, 0)))[:MOST]
    keys = {node.key for node in kept}
    return [node for node in way.nodes if node.key in keys]


def _drop_circles(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs without those that would lead back to where one has been."""
    following: dict[str, list[str]] = {}
    kept = []
    for source, target in pairs:
        if not _leads(following, target, source):
            following.setdefault(source, []).append(target)
            kept.append((source, target))
    return kept


def _leads(following: Mapping[str, Sequence[str]], start: str, end: str) -> bool:
    seen, waiting = set[str](), [start]
    while waiting:
        key = waiting.pop()
        if key == end:
            return True
        if key not in seen:
            seen.add(key)
            waiting += following.get(key, ())
    return False


def arrange(nodes: Iterable[WayNode], pairs: Sequence[Pair]) -> list[list[str]]:
    """The keys in columns, each to the right of all that leads to it. `pairs` lead round in no circle."""
    # Who has it from nobody stands beside those who have it from an origin, unless one is an origin.
    rank = {node.key: 0 if node.is_origin else 1 for node in nodes}
    for _ in rank:
        for source, target in pairs:
            rank[target] = max(rank[target], rank[source] + 1)
    used = sorted(set(rank.values()))
    columns = [[key for key in rank if rank[key] == one] for one in used]
    height: dict[str, float] = {}
    for keys in columns:
        own = {key: _find_mean([height[one] for one, other in pairs if other == key and one in height]) for key in keys}
        keys.sort(key=lambda key: own[key])
        height |= {key: row - len(keys) / 2 for row, key in enumerate(keys)}
    return columns


def _find_mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _place(node: WayNode, column: int, row: float) -> Box:
    return Box(
        node,
        EDGE + column * (BOX + GAP),
        EDGE + row * ROW,
        shorten(node.name, NAME - DOT * node.is_origin),
        _word_note(node),
    )


def _word_note(node: WayNode) -> str:
    """What a box says under the name."""
    if node.anonymous:
        return "anonymous origin"
    when = word_date(node.first[:10]) if node.first else ""
    printed = when if node.articles == 1 else f"{count(node.articles, 'article')} from {when}" if when else ""
    if node.is_origin:
        return shorten(f"origin · {printed}" if node.articles else "origin", NOTE)
    if not node.articles:
        return "no article with this claim" if node.in_story else "not among the articles"
    return shorten(printed or count(node.articles, "article"), NOTE)


def _connect(edge: WayEdge, source: Box, target: Box) -> Line:
    """A curve to a box further right; to one that is not, it runs beneath both."""
    inferred = edge.certainty is Certainty.INFERRED
    if target.x > source.x:
        x1, y1 = source.x + BOX, source.y + HEIGHT / 2
        x2, y2 = target.x - TIP, target.y + HEIGHT / 2
        bend = (x2 - x1) / 2
        path = f"M{x1:.1f} {y1:.1f} C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
        return Line(path, inferred, edge.is_copy, (x1 + x2) / 2, (y1 + y2) / 2 + 4)
    x1, y1 = source.x + BOX * 0.6, source.y + HEIGHT
    x2, y2 = target.x + BOX * 0.4, target.y + HEIGHT + TIP
    low = max(y1, y2) + DIP
    path = f"M{x1:.1f} {y1:.1f} C{x1:.1f} {low:.1f} {x2:.1f} {low:.1f} {x2:.1f} {y2:.1f}"
    return Line(path, inferred, edge.is_copy, (x1 + x2) / 2, low * 0.75 + (y1 + y2) / 8 + 4)
