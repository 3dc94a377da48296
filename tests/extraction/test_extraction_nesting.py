"""Statements inside statements: by the model's tags one and two levels down, by patterns, to a certain depth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_phrases import read
from made_spans import NEARNESS, NO_TRANSITIONS, make_scores, read_parts, see, tag, tag_all

from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.links import Attribution
from firsthand.extraction.nesting import DEEPEST, Nested, Tables, is_sure, is_worth_nesting, nest, touch

TABLES = Tables(NO_TRANSITIONS, NEARNESS)
Part = tuple[str, str]  # role, words
Read = tuple[list[str], str | None, list[str], int | None]


def attribute(text: str, *parts: Part) -> Attribution:
    """One attribution with its parts, found from left to right."""
    spans = tag_all(text, *parts)
    by_role = {role: [span for span in spans if span.role == role] for role in ("source", "cue", "content")}
    return Attribution(next(iter(by_role["cue"]), None), by_role["source"], by_role["content"])


def read_nested(text: str, nested: list[Nested]) -> list[Read]:
    return [(*read_parts(text, found.attribution), found.parent) for found in nested]


def nest_all(text: str, outer: Attribution, inner: tuple[Part, ...] = (), deeper: tuple[Part, ...] = ()) -> list[Read]:
    """What `nest` makes of one attribution and the model's tags inside it."""
    levels = (make_scores(text, tag_all(text, *inner)), make_scores(text, tag_all(text, *deeper)))
    return read_nested(text, nest(read(text), [outer], levels, TABLES, []))


def test_tags_one_level_down_are_an_inner_statement() -> None:
    text = "Roux said that Falk murmured that boats wait."
    outer = attribute(text, ("source", "Roux"), ("cue", "said"), ("content", "that Falk murmured that boats wait"))
    inner = (("source", "Falk"), ("cue", "murmured"), ("content", "that boats wait"))
    assert nest_all(text, outer, inner) == [
        (["Roux"], "said", ["that Falk murmured that boats wait"], None),
    ]  # murmuring is no listed verb of speech, so the model alone is not believed
    text = text.replace("murmured", "stressed")
    outer = attribute(text, ("source", "Roux"), ("cue", "said"), ("content", "that Falk stressed that boats wait"))
    inner = (("source", "Falk"), ("cue", "stressed"), ("content", "that boats wait"))
    assert nest_all(text, outer, inner)[1:] == [(["Falk"], "stressed", ["that boats wait"], 0)]


def test_every_level_has_its_parent() -> None:
    text = "Roux said that Falk had claimed that she denied that boats wait."
    content = "that Falk had claimed that she denied that boats wait"
    outer = attribute(text, ("source", "Roux"), ("cue", "said"), ("content", content))
    found = nest_all(
        text, outer, (("source", "Falk"), ("cue", "claimed"), ("content", "that she denied that boats wait")),
        (("source", "she"), ("cue", "denied"), ("content", "that boats wait")),
    )  # fmt: skip
    assert [(source, parent) for source, _, _, parent in found] == [(["Roux"], None), (["Falk"], 0), (["she"], 1)]


def test_depth_ends() -> None:
    count = 2 * DEEPEST
    text = "Roux said " + "that he said " * count + "that boats wait."
    outer = attribute(text, ("source", "Roux"), ("cue", "said"), ("content", text[len("Roux said ") : -1]))
    found = nest_all(text, outer)
    assert [parent for *_, parent in found] == [None, *range(len(found) - 1)]
    assert DEEPEST <= len(found) - 1 <= DEEPEST + 1


def test_what_nobody_says_and_what_is_too_short_holds_nothing() -> None:
    text = "Roux said that nobody denied that boats wait."
    outer = attribute(text, ("source", "Roux"), ("cue", "said"), ("content", "that nobody denied that boats wait"))
    assert len(nest_all(text, outer, (("source", "nobody"), ("cue", "denied"), ("content", "that boats wait")))) == 1
    text = "Roux said he says so."
    assert len(nest_all(text, attribute(text, ("source", "Roux"), ("cue", "said"), ("content", "he says so")))) == 1


def test_tags_outside_of_the_content_are_not_read() -> None:
    text = "Falk stressed that rain fell. Roux said that boats wait in port."
    outer = attribute(text, ("source", "Roux"), ("cue", "said"), ("content", "that boats wait in port"))
    inner = (("source", "Falk"), ("cue", "stressed"), ("content", "that rain fell"))
    assert len(nest_all(text, outer, inner)) == 1


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("that I think boats wait", ("I", "think", "boats wait"), False),
        ("that we hope boats wait", ("we", "hope", "boats wait"), False),
        ("that it hoped boats wait", ("it", "hoped", "boats wait"), False),
        ("that I told Falk boats wait", ("I", "told", "Falk boats wait"), True),
        ("that rain fell and it denied boats wait", ("it", "denied", "boats wait"), True),
        ("that Falk thinks boats wait", ("Falk", "thinks", "boats wait"), True),
        ("that nobody thinks boats wait", ("nobody", "thinks", "boats wait"), False),
        ("that no one said boats wait", ("no one", "said", "boats wait"), False),
        ("that the union hoped boats wait", ("the union", "hoped", "boats wait"), True),
        ("that he said boats wait", ("he", "said", "boats wait"), True),
    ],
)
def test_an_inner_statement_says_more(outer: str, inner: tuple[str, str, str], expected: bool) -> None:
    text = f"Roux said {outer}."
    around = attribute(text, ("source", "Roux"), ("cue", "said"), ("content", outer))
    place = text.index(outer)
    source, cue, content = inner
    nested = Attribution(tag(text, "cue", cue, after=place), [tag(text, "source", source, after=place)],
                         [tag(text, "content", content, after=place)])  # fmt: skip
    assert is_worth_nesting(read(text), around, nested) is expected


@pytest.mark.parametrize(
    ("cue", "probability", "expected"),
    [("claimed", 0.9, True), ("claimed", 0.05, False), ("strolled", 0.9, False), ("promise", 0.9, True),
     ("citing", 0.9, True)],
)  # fmt: skip
def test_an_inner_statement_is_believed_by_its_cue(cue: str, probability: float, expected: bool) -> None:
    text = f"Falk {cue} that boats wait"
    parts = Attribution(tag(text, "cue", cue, probability), [tag(text, "source", "Falk")],
                        [tag(text, "content", "that boats wait", probability)])  # fmt: skip
    assert is_sure(read(text), parts) is expected


def test_one_touches_another_whose_cue_is_its_own_or_inside() -> None:
    text = "Falk claimed that she denied it. Berg left."
    outer = attribute(text, ("source", "Falk"), ("cue", "claimed"), ("content", "that she denied it"))
    inner = attribute(text, ("source", "she"), ("cue", "denied"), ("content", "it"))
    apart = attribute(text, ("source", "Berg"), ("cue", "left"))
    assert touch(outer, outer) and touch(outer, inner)
    assert not touch(inner, outer) and not touch(outer, apart)


def test_whom_a_report_cites_stands_inside_the_report() -> None:
    text = "The Courier reported that boats wait, citing two officials."
    report = attribute(text, ("source", "The Courier"), ("cue", "reported"), ("content", "that boats wait"))
    cited = attribute(text, ("content", "that boats wait"), ("cue", "citing"), ("source", "two officials"))
    levels = (make_scores(text, []), make_scores(text, []))
    found = read_nested(text, nest(read(text), [report, cited], levels, TABLES, []))
    assert [(source, content, parent) for source, _, content, parent in found] == [
        (["The Courier"], ["that boats wait"], None), (["two officials"], ["that boats wait"], 0),
    ]  # fmt: skip


LABELLED = st.lists(st.tuples(st.sampled_from(["source", "cue", "content"]), st.integers(0, 30), st.integers(1, 6)))
WORDS = "Roux he said that denied claim I think , . “ ” citing the union’s hopes no one".split()


@given(st.lists(st.sampled_from(WORDS), min_size=6, max_size=30), LABELLED, LABELLED, st.integers(1, 29))
def test_whatever_is_tagged_parents_come_first_and_hold_their_children(
    words: list[str], inner: list[tuple[str, int, int]], deeper: list[tuple[str, int, int]], first: int
) -> None:
    text = " ".join(words)
    count = len(see(text).words)
    tags = [
        [TaggedSpan(role, a, min(a + n, count), 0.5) for role, a, n in level if a < count] for level in (inner, deeper)
    ]
    outer = Attribution(TaggedSpan("cue", 0, 1, 0.9), [], [TaggedSpan("content", min(first, count - 1), count, 0.9)])
    found = nest(read(text), [outer], [make_scores(text, level) for level in tags], TABLES, [])
    assert found[0] == Nested(outer, None)
    for number, nested in enumerate(found[1:], 1):
        assert nested.parent is not None and nested.parent < number
        around = found[nested.parent].attribution.contents
        cue = nested.attribution.cue
        assert cue is not None
        own = [cue, *nested.attribution.contents]
        assert any(a.first <= span.first and span.last <= a.last for a in around for span in own)
