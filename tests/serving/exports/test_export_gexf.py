"""The graph of who carries whom is read back by networkx."""

import io
from typing import Any

import networkx
import pytest

from firsthand.serving.exports.gexf import make_graph, write_gexf
from firsthand.serving.exports.material import Material
from tests.serving.exports.made_material import attack, make_story_material

LABEL = "label"


def read_back(material: Material) -> Any:
    return networkx.read_gexf(io.BytesIO(b"".join(write_gexf(material))))


def test_networkx_reads_what_was_counted() -> None:
    material = make_story_material()
    graph, found = make_graph(material), read_back(material)
    assert isinstance(found, networkx.DiGraph)
    assert set(found.nodes) == set(graph.nodes) and set(found.edges) == set(graph.edges)
    for id, node in graph.nodes.items():
        told = found.nodes[id]
        assert (told[LABEL], told["kind"], told["statements"], told["origin_of"]) == (
            node.label, node.kind, node.statements, node.origin_of,
        )  # fmt: skip
    for ends, edge in graph.edges.items():
        told = found.edges[ends]
        assert told["weight"] == told["statements"] == edge.statements
        assert (told["inferred"], told["first"], told["last"]) == (edge.inferred, edge.first, edge.last)


def test_edges_go_the_way_of_the_words() -> None:
    found = read_back(make_story_material())
    assert found.edges["a-caldo", "a-courier"]["weight"] == 1
    assert found.edges["a-post", "a-radio"]["kind"] == "inferred"
    assert found.edges["a-courier", "a-post"]["kind"] == "stated"
    assert found.edges["anonymous:a-courier", "a-courier"]["weight"] == 2
    assert found.nodes["anonymous:a-courier"][LABEL].endswith("through Moravel Courier")
    assert found.nodes["a-caldo"]["origin_of"] == 1 == found.nodes["anonymous:a-courier"]["origin_of"]


def test_attacks_are_read_as_labels() -> None:
    for payload, material in attack():
        found = read_back(material)
        assert set(found.nodes) == {"a-1", "anonymous:a-1"}
        if payload.isprintable() and payload.strip() and len(payload) < 80:
            assert found.nodes["a-1"][LABEL].split()[0] in payload


@pytest.mark.parametrize("text", ["\x00\x1f", "\ufffe", "\ud800"])
def test_what_xml_has_no_place_for_is_left_out(text: str) -> None:
    material = Material("store", f"a{text}b", lambda: iter(()))
    assert b"<description>ab</description>" in b"".join(write_gexf(material))
    assert not read_back(material).nodes
