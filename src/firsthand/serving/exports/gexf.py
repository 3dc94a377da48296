"""GEXF 1.2 for Gephi and networkx: who carries whom. Each edge goes the way of the words, from speaker to publisher."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from firsthand.records import Annotations, Certainty, Hop, HopRole
from firsthand.serving.exports.material import Material, name_in
from firsthand.serving.report_voices import name_hop

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    '<meta><creator>Firsthand</creator><description>{}</description></meta>\n<graph defaultedgetype="directed">\n'
)
NODE_ATTRIBUTES = {"kind": "string", "statements": "integer", "origin_of": "integer"}
EDGE_ATTRIBUTES = {
    "statements": "integer",
    "inferred": "integer",
    "kind": "string",
    "first": "string",
    "last": "string",
}
ANONYMOUS = "anonymous"


@dataclass
class Node:
    """Somebody on the way of statements. `statements`: how many go through; `origin_of`: how many claims' origin."""

    label: str
    kind: str
    statements: int = 0
    origin_of: int = 0


@dataclass
class Edge:
    """So many statements went this way; `inferred` counts those of which we say so, not the article."""

    statements: int = 0
    inferred: int = 0
    first: str = ""
    last: str = ""

    def add(self, published: str | None, certainty: Certainty) -> None:
        """One more statement."""
        self.statements += 1
        self.inferred += certainty is Certainty.INFERRED
        if published:
            self.first = min(self.first or published, published)
            self.last = max(self.last, published)


@dataclass(frozen=True)
class Graph:
    """Nodes by id, and edges by the ids of both ends."""

    nodes: dict[str, Node]
    edges: dict[tuple[str, str], Edge]


def write_gexf(material: Material) -> Iterator[bytes]:
    """The graph as XML, in pieces; what XML has no place for (control characters) is left out."""
    graph = make_graph(material)
    yield _encode(HEAD.format(escape(_cleanse(material.title))))
    yield _encode(_declare("node", NODE_ATTRIBUTES) + _declare("edge", EDGE_ATTRIBUTES) + "<nodes>\n")
    for id, node in graph.nodes.items():
        told = (node.kind, node.statements, node.origin_of)
        yield _encode(f"<node id={_quote(id)} label={_quote(node.label)}>{_list_values(told)}</node>\n")
    yield b"</nodes>\n<edges>\n"
    for number, ((source, target), edge) in enumerate(graph.edges.items()):
        kind = Certainty.INFERRED if edge.inferred == edge.statements else Certainty.STATED
        ends = f'id="{number}" source={_quote(source)} target={_quote(target)} weight="{edge.statements}"'
        values = (edge.statements, edge.inferred, kind, edge.first, edge.last)
        yield _encode(f"<edge {ends}>{_list_values(values)}</edge>\n")
    yield b"</edges>\n</graph>\n</gexf>\n"


def make_graph(material: Material) -> Graph:
    """Who passed on whose words, by the chains of all statements; anonymous sources by the outlet that has them."""
    graph = Graph({}, {})
    for statement, record in material.load_statements():
        ways = [(_identify(hop, statement.chain), hop) for hop in statement.chain]
        for id in dict.fromkeys(id for id, _ in ways):
            hop = next(hop for known, hop in ways if known == id)
            graph.nodes.setdefault(id, _make_node(id, hop, record, material)).statements += 1
        for (nearer, _), (farther, hop) in pairwise(ways):
            if nearer != farther:
                graph.edges.setdefault((farther, nearer), Edge()).add(record.article.published, hop.certainty)
    _count_origins(graph, material)
    return graph


def _identify(hop: Hop, chain: tuple[Hop, ...]) -> str:
    """The actor's id; an anonymous source is told apart by the outlet nearest to it, as in the counting of origins."""
    if hop.actor is not None:
        return hop.actor
    outlets = [one.actor for one in chain if one.actor is not None and one.role is not HopRole.SPEAKER]
    return f"{ANONYMOUS}:{outlets[-1] if outlets else ''}"


def _make_node(id: str, hop: Hop, record: Annotations, material: Material) -> Node:
    if hop.actor is None:
        outlet = id.removeprefix(f"{ANONYMOUS}:")
        through = f", through {name_in(record, material.actors, outlet)}" if outlet else ""
        return Node(f"{name_hop(material.actors, hop)}{through}", ANONYMOUS)
    actor = material.actors.get(id) or next((one for one in record.actors if one.id == id), None)
    return Node(name_in(record, material.actors, id), str(actor.kind) if actor else "")


def _count_origins(graph: Graph, material: Material) -> None:
    for claim in material.links.claims:
        for id in {one.actor if one.actor is not None else f"{ANONYMOUS}:{one.outlet}" for one in claim.origins}:
            if id in graph.nodes:
                graph.nodes[id].origin_of += 1


def _declare(element: str, attributes: dict[str, str]) -> str:
    rows = "".join(
        f'<attribute id="{number}" title="{name}" type="{kind}"/>'
        for number, (name, kind) in enumerate(attributes.items())
    )
    return f'<attributes class="{element}">{rows}</attributes>\n'


def _list_values(values: Iterable[object]) -> str:
    rows = (f'<attvalue for="{number}" value={_quote(str(value))}/>' for number, value in enumerate(values))
    return f"<attvalues>{''.join(rows)}</attvalues>"


def _quote(text: str) -> str:
    return quoteattr(_cleanse(text))


def _cleanse(text: str) -> str:
    return "".join(filter(_is_legal, text))


def _is_legal(character: str) -> bool:
    """Whether XML 1.0 has a place for it."""
    code = ord(character)
    return (code >= 0x20 and not 0xD800 <= code < 0xE000 and code & 0xFFFE != 0xFFFE) or character in "\t\n\r"


def _encode(text: str) -> bytes:
    return text.encode("utf-8")
