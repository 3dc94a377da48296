"""Who carries whom as a drawing: origins on the left, a lane for each outlet, time from left to right."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firsthand.records import ActorKind, Certainty
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.report_lines import count, shorten
from firsthand.serving.views.story_ways import NodeKind, Way, WayKind, WayNode, Ways
from firsthand.serving.web.drawings.story_scale import Scale, Tick, make_scale

OUTLETS = frozenset((ActorKind.OUTLET, ActorKind.DOCUMENT))
LANES, OUTSIDE, ORIGINS = 12, 4, 10  # drawn at most: more can't be followed, and the table has all
WIDTH = 1120.0  # pixels, as all here
NAMES = 214.0  # of the origins' column
LANE = 258.0  # where lanes begin
FIRST = 300.0  # where time begins
EDGE = 46.0
ROW, ORIGIN_ROW = 48.0, 27.0
LINES, STRONGEST = 32, 3  # from origins: if there are more, of each only so many, those of most claims
TOP, FOOT = 34.0, 34.0
BESIDE = 15.0  # between two marks of one moment in one lane
NAME = 30  # characters that fit beside an origin
LANE_NAME = 44


@dataclass(frozen=True)
class Mark:
    """An article, or an outlet's text that is not here (`article` None). `key` joins it to its lines."""

    key: str
    x: float
    y: float
    kind: str  # own, copy, outside
    words: str
    article: str | None

    @property
    def node(self) -> str:
        """The key as lines name it."""
        return name_key(self.key)


@dataclass(frozen=True)
class Lane:
    """An outlet with its marks; `actor` is None where nobody is known by the name."""

    key: str
    y: float
    start: float
    end: float
    name: str
    actor: str | None
    is_outside: bool
    marks: tuple[Mark, ...]

    @property
    def node(self) -> str:
        """The key as lines name it."""
        return name_key(self.key)


@dataclass(frozen=True)
class Source:
    """An origin beside the lanes."""

    key: str
    x: float
    y: float
    kind: NodeKind
    name: str
    note: str
    actor: str | None

    @property
    def node(self) -> str:
        """The key as lines name it."""
        return name_key(self.key)


@dataclass(frozen=True)
class Line:
    """A way as a curve. `ends` are the keys that it joins, with those of their lanes."""

    path: str
    kind: WayKind
    is_inferred: bool
    weight: float
    ends: str
    words: str


@dataclass(frozen=True)
class Drawing:
    """All of it. `left_out` says in words what is not drawn; empty where everything is."""

    width: float
    height: float
    lanes: tuple[Lane, ...]
    sources: tuple[Source, ...]
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    axis: float
    left_out: str


@dataclass(frozen=True)
class _Row:
    """An outlet's nodes, in the order of their moments."""

    key: str
    nodes: tuple[WayNode, ...]
    is_outside: bool

    @property
    def name(self) -> str:
        return self.nodes[0].outlet


def draw_ways(ways: Ways) -> Drawing | None:
    """The drawing; None where a story has no article."""
    rows = _choose_rows(ways)
    if not rows:
        return None
    dates = [node.article.published for row in rows for node in row.nodes if node.article]
    scale = make_scale(dates, FIRST, WIDTH - EDGE)
    shown = {node.key for row in rows for node in row.nodes}
    origins = _choose_origins(ways, shown, {row.nodes[0].actor for row in rows if row.is_outside})
    height = TOP + max(ROW * len(rows), ORIGIN_ROW * (len(origins) + 1)) + FOOT
    lanes = tuple(_make_lane(row, number, ways, scale) for number, row in enumerate(rows))
    marks = {mark.key: (mark, lane) for lane in lanes for mark in lane.marks}
    sources = _place_sources(origins, ways, marks, TOP + ROW * len(rows))
    lines = _draw_lines(ways, marks, {one.key: one for one in sources})
    width = max(WIDTH, scale.end + EDGE)
    return Drawing(
        width, height, lanes, sources, lines, scale.ticks, height - FOOT + 6, _word_left_out(ways, rows, origins, lines)
    )


def _choose_rows(ways: Ways) -> list[_Row]:
    """The outlets outside that are credited most, then those with most articles and ways, by their first article."""
    inside: dict[str, list[WayNode]] = {}
    for node in ways.nodes:
        if node.kind is NodeKind.ARTICLE:
            inside.setdefault(node.actor or node.outlet, []).append(node)
    passed = [way for way in ways.ways if way.kind is not WayKind.FIRST_HAND]
    weights = Counter(key for way in passed for key in (way.start, way.end))
    heaviest = sorted(inside, key=lambda key: -sum(1 + 2 * weights[node.key] for node in inside[key]))[:LANES]
    rows = [_Row(key, tuple(nodes), False) for key, nodes in inside.items() if key in heaviest]
    return [*_choose_outside(ways, {node.key for row in rows for node in row.nodes}), *rows]


def _choose_outside(ways: Ways, shown: set[str]) -> list[_Row]:
    """Whom the articles that are drawn credit most, and who has none here; persons are no outlets."""
    credited: Counter[str] = Counter()
    for way in ways.ways:
        if way.kind is WayKind.CREDIT and way.end in shown:
            credited[way.start] += way.number
    found = [node for node in ways.nodes if credited[node.key] and node.key not in shown and node.actor_kind in OUTLETS]
    return [_Row(node.key, (node,), True) for node in sorted(found, key=lambda node: -credited[node.key])[:OUTSIDE]]


def _choose_origins(ways: Ways, shown: set[str], outside: set[str | None]) -> list[WayNode]:
    """The origins of most claims that lead to what is drawn; who has a lane already needs no second place."""
    leading = {way.start for way in ways.ways if way.kind is WayKind.FIRST_HAND and way.end in shown}
    placed = outside - {None}
    found = [node for node in ways.nodes if node.key in leading and node.key not in shown and node.actor not in placed]
    return sorted(found, key=lambda node: -node.claims)[:ORIGINS]


def _make_lane(row: _Row, number: int, ways: Ways, scale: Scale) -> Lane:
    y = TOP + ROW * (number + 0.5)
    copies = {way.end for way in ways.ways if way.kind is WayKind.COPY}
    if row.is_outside:
        words = f"{row.name}: credited for a text that is not among these articles"
        marks = [Mark(row.nodes[0].key, LANE + 12, y, "outside", words, None)]
    else:
        marks = []
        for node in row.nodes:
            x = scale.place(node.article.published if node.article else None)
            if marks and x - marks[-1].x < BESIDE:
                x = marks[-1].x + BESIDE
            marks.append(_make_mark(node, x, y, "copy" if node.key in copies else "own"))
    name = shorten(row.name, LANE_NAME)
    return Lane(row.key, y, LANE, marks[-1].x, name, row.nodes[0].actor, row.is_outside, tuple(marks))


def _make_mark(node: WayNode, x: float, y: float, kind: str) -> Mark:
    published = word_date(node.article.published) if node.article and node.article.published else "no date"
    words = f"{node.outlet}, {published}: {shorten(node.name, 120)}{' (a copy)' if kind == 'copy' else ''}"
    return Mark(node.key, x, y, kind, words, node.article.id if node.article else None)


Marks = dict[str, tuple[Mark, Lane]]


def _place_sources(origins: Sequence[WayNode], ways: Ways, marks: Marks, bottom: float) -> tuple[Source, ...]:
    """Each beside the lanes that it leads to, so that lines cross as little as may be; never two on one another."""
    heights: dict[str, list[float]] = {}
    for way in ways.ways:
        if way.kind is WayKind.FIRST_HAND and way.end in marks:
            heights.setdefault(way.start, []).append(marks[way.end][0].y)
    ordered = sorted(origins, key=lambda node: sum(heights[node.key]) / len(heights[node.key]))
    room = max(bottom - TOP, ORIGIN_ROW * len(ordered))
    step = room / max(1, len(ordered))
    return tuple(_make_source(node, TOP + step * (number + 0.5)) for number, node in enumerate(ordered))


def _make_source(node: WayNode, y: float) -> Source:
    is_anonymous = node.kind is NodeKind.ANONYMOUS
    name = f"unnamed, of {node.outlet}" if is_anonymous else node.name
    described = f" (“{shorten(node.name, 60)}”)" if is_anonymous else ""
    note = f"{name}{described}: origin of {count(node.claims, 'claim')}"
    return Source(node.key, NAMES, y, node.kind, shorten(name, NAME), note, node.actor)


def _draw_lines(ways: Ways, marks: Marks, sources: dict[str, Source]) -> tuple[Line, ...]:
    """Lines from origins first, copies last, so that these lie on top; a copy's credit is told by the copy."""
    copied = {(way.start, way.end) for way in ways.ways if way.kind is WayKind.COPY}
    credited = [way for way in ways.ways if way.kind is WayKind.CREDIT and (way.start, way.end) not in copied]
    copies = [way for way in ways.ways if way.kind is WayKind.COPY]
    chosen = [*_choose_first_hand(ways, marks, sources), *credited, *copies]
    return tuple(line for way in chosen if (line := _draw_line(way, marks, sources)) is not None)


def _choose_first_hand(ways: Ways, marks: Marks, sources: dict[str, Source]) -> list[Way]:
    found = [
        way for way in ways.ways if way.kind is WayKind.FIRST_HAND and way.start in sources and way.end in marks
    ]  # fmt: skip
    if len(found) <= LINES:
        return found
    taken: Counter[str] = Counter()
    chosen = []
    for way in sorted(found, key=lambda way: -way.number):
        taken[way.start] += 1
        if taken[way.start] <= STRONGEST:
            chosen.append(way)
    return chosen


def _draw_line(way: Way, marks: Marks, sources: dict[str, Source]) -> Line | None:
    end, start = marks.get(way.end), sources.get(way.start) or marks.get(way.start)
    if end is None or start is None:
        return None
    mark, lane = end
    ends = [mark.key, lane.key]
    if isinstance(start, Source):
        path, name = _curve(start.x, start.y, mark.x, mark.y), start.note
        ends.append(start.key)
    else:
        path, name = _curve(start[0].x, start[0].y, mark.x, mark.y), start[0].words
        ends += [start[0].key, start[1].key]
    weight = 2.4 if way.kind is WayKind.COPY else 1.2 + min(2.0, 0.3 * (way.number - 1))
    joined = " ".join(dict.fromkeys(map(name_key, ends)))
    words = _word_line(way, name, mark.words)
    return Line(path, way.kind, way.certainty is Certainty.INFERRED, weight, joined, words)


def name_key(key: str) -> str:
    """A key without blanks, so that several stand in one attribute."""
    return "".join(character if character.isalnum() else f"_{ord(character):x}_" for character in key)


def _word_line(way: Way, start: str, end: str) -> str:
    """What a line means, for its title."""
    inferred = ", inferred" if way.certainty is Certainty.INFERRED else ""
    if way.kind is WayKind.COPY:
        return f"{end}. Carries the text of {start} ({way.words}{inferred})"
    if way.kind is WayKind.CREDIT:
        return f"{end}. Retells {start} ({count(way.number, 'statement')}{inferred})"
    return f"{start}. First-hand in {end} ({count(way.number, 'claim')}{inferred})"


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    """From left to right as an S; what stands above one another is joined by a bow to the right."""
    if x2 - x1 < BESIDE * 2:
        out = max(x1, x2) + 26 + abs(y2 - y1) / 12
        return f"M{x1:.0f} {y1:.0f}C{out:.0f} {y1:.0f} {out:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
    bend = min(160.0, (x2 - x1) * 0.5)
    return f"M{x1:.0f} {y1:.0f}C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"


def _word_left_out(ways: Ways, rows: Iterable[_Row], origins: Sequence[WayNode], lines: Sequence[Line]) -> str:
    """`Drawn: 12 of 22 outlets, 41 of 54 articles and 10 of 168 origins; the rest is in the table.`"""
    nodes = [node for node in ways.nodes if node.kind is NodeKind.ARTICLE]
    drawn = [node for row in rows for node in row.nodes if not row.is_outside]
    outlets = len({node.actor or node.outlet for node in nodes})
    shown = len({node.actor or node.outlet for node in drawn})
    known = {way.start for way in ways.ways if way.kind is WayKind.FIRST_HAND}
    known |= {node.key for node in ways.nodes if node.claims}  # of whom no article shows where they came in, too
    counts = [(shown, outlets, "outlets"), (len(drawn), len(nodes), "articles"), (len(origins), len(known), "origins")]
    words = [f"{number} of {whole:,} {noun}" for number, whole, noun in counts if number < whole]
    ends = {node.key for row in rows for node in row.nodes}
    starts = {node.key for node in origins}
    possible = sum(way.kind is WayKind.FIRST_HAND and way.start in starts and way.end in ends for way in ways.ways)
    if sum(line.kind is WayKind.FIRST_HAND for line in lines) < possible:
        words.append(f"of each origin the {STRONGEST} lines of most claims")
    return f"Drawn: {', '.join(words)}; the rest is in the table." if words else ""
