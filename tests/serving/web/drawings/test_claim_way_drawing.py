"""The way of a claim, drawn."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.records import Certainty
from firsthand.serving.views.claim_way import Way, WayEdge, WayNode
from firsthand.serving.web.drawings.claim_way import BOX, HEIGHT, MOST, draw_way

KEYS = [f"k{number}" for number in range(30)]
EDGES = st.builds(
    WayEdge, st.sampled_from(KEYS), st.sampled_from(KEYS), st.sampled_from(Certainty), st.booleans()
).filter(lambda edge: edge.source != edge.target)
MADE = st.builds(
    WayNode, st.just(""), st.text(max_size=60), st.none(), st.booleans(), st.booleans(), st.integers(0, 9),
    st.none() | st.text(max_size=30),
)  # fmt: skip


def make_way(*pairs: tuple[str, str], origins: str = "") -> Way:
    keys = dict.fromkeys(key for pair in pairs for key in pair)
    nodes = tuple(WayNode(key, key.upper(), key, key in origins) for key in keys)
    return Way(nodes, tuple(WayEdge(*pair, Certainty.STATED) for pair in pairs))


def test_everybody_stands_to_the_right_of_those_who_had_it_before() -> None:
    drawn = draw_way(make_way(("o", "a"), ("a", "b"), ("o", "b"), ("b", "c"), origins="o"))
    assert drawn
    places = {box.node.key: box.x for box in drawn.boxes}
    assert places["o"] < places["a"] < places["b"] < places["c"]
    assert drawn.width >= places["c"] + BOX


def test_two_who_have_it_from_each_other_are_drawn_with_a_line_back() -> None:
    drawn = draw_way(make_way(("a", "b"), ("b", "a")))
    assert drawn
    assert len(drawn.lines) == 2
    assert drawn.height > HEIGHT * 1.5  # there is room for the line beneath


def test_nobody_is_no_drawing_and_too_many_are_cut() -> None:
    assert draw_way(Way((), ())) is None
    drawn = draw_way(make_way(*((f"o{number}", "all") for number in range(40)), origins=""))
    assert drawn
    assert (len(drawn.boxes), drawn.left_out) == (MOST, 41 - MOST)
    assert "all" in {box.node.key for box in drawn.boxes}


@given(st.lists(MADE, max_size=30), st.lists(EDGES, max_size=60))
def test_boxes_never_touch_and_lie_within(nodes: list[WayNode], edges: list[WayEdge]) -> None:
    named = [
        WayNode(key, one.name, one.actor, one.is_origin, one.anonymous, one.articles, one.first)
        for key, one in zip(KEYS, nodes, strict=False)
    ]
    drawn = draw_way(Way(tuple(named), tuple(edges)))
    assert (drawn is None) == (not named)
    if drawn:
        for one, other in combinations(drawn.boxes, 2):
            assert abs(one.x - other.x) >= BOX or abs(one.y - other.y) >= HEIGHT
        for box in drawn.boxes:
            assert 0 <= box.x <= drawn.width - BOX
            assert 0 <= box.y <= drawn.height - HEIGHT


def test_an_outlet_without_the_claim_says_whether_it_is_in_the_story() -> None:
    inside, outside = WayNode("a", "A", "a", in_story=True), WayNode("b", "B", "b")
    drawn = draw_way(Way((inside, outside), (WayEdge("a", "b", Certainty.STATED),)))
    assert drawn
    assert [box.note for box in drawn.boxes] == ["no article with this claim", "not among the articles"]
