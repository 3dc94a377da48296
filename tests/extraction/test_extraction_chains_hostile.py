"""Any text, any statements: chains come out, and in time."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_statements import make_article, make_cast

from firsthand.extraction.chains import trace_chains
from firsthand.records import Act, HopRole, Span, Statement

PHRASES = (
    "This is said in the publication of Bloomberg", ", reports NNA", " told Reuters ", " in an interview with ",
    "(AP)", "\n\n", " the newspaper", " on X", "“", ". ", " citing ", "A-A.", " according to the ", " quoted by ",
    " he ", "Meanwhile, ",
)  # fmt: skip
SIZE = 100_000


@st.composite
def made_articles(draw: st.DrawFn) -> tuple[str, list[Statement]]:
    text = "".join(draw(st.lists(st.sampled_from(PHRASES), max_size=25)))
    number = draw(st.integers(0, 6)) if text else 0

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return start, draw(st.integers(start + 1, len(text)))

    statements = [
        Statement(
            f"{n}",
            (span(),) if draw(st.booleans()) else (),
            (span(),) if draw(st.booleans()) else (),
            (span(),),
            speaker=draw(st.sampled_from([None, "roux", "b"])),
            anonymous=draw(st.booleans()),
            act=draw(st.sampled_from([None, *Act])),
            within=draw(st.sampled_from([None, *map(str, range(6)), "unknown"])),
        )
        for n in range(number)
    ]
    return text, statements


@given(made_articles(), st.sampled_from([None, "Nordby Post", "NNA", " "]))
def test_chains_begin_with_the_publisher_and_end_with_the_speaker(
    made: tuple[str, list[Statement]], publisher: str | None
) -> None:
    text, statements = made
    cast = make_cast("", ("roux", "p", "Anne Roux"), ("b", "t", "Bloomberg"))
    traced = trace_chains(make_article(text, publisher), statements, cast)
    known = {actor.id for actor in cast.actors}
    assert [(s.id, s.source, s.cue, s.content) for s in traced] == [
        (s.id, s.source, s.cue, s.content) for s in statements
    ]
    for statement in traced:
        roles = [hop.role for hop in statement.chain]
        actors = [hop.actor for hop in statement.chain]
        assert {actor for actor in actors if actor} <= known
        assert HopRole.PUBLISHER not in roles[1:]
        assert HopRole.SPEAKER not in roles[:-1]
        assert not any(a and a == b for a, b in pairwise(actors))
        assert all(0 <= a < b <= len(text) for hop in statement.chain for a, b in hop.evidence)
        assert all(0 <= a < b <= len(text) for a, b in statement.covers)


@pytest.mark.parametrize(
    "unit",
    [
        "This is said in the publication of Bloomberg. ",
        "This is stated by this is stated by ",
        "Anne told Reuters in an interview with CNN that ",
        "A-A-A-A-",
        "told told told ",
        "in a statement in a ",
        "citing Reuters, reports NNA, ",
        "the newspaper the ",
        "(((",
        "Reuters ",
    ],
)
def test_time_grows_with_the_text_only(unit: str) -> None:
    text = (unit * (SIZE // len(unit) + 1))[:SIZE]
    step = 150
    statements = [
        Statement(
            str(start), ((start, start + 5),), ((start + 6, start + 10),), ((start + 11, start + 60),), speaker="roux"
        )
        for start in range(0, SIZE - step, step)
    ]
    article, cast = make_article("", "Nordby Post"), make_cast("", ("roux", "p", "Anne Roux"))
    began = time.process_time()
    traced = trace_chains(article.__class__("1", text, publisher="Nordby Post"), statements, cast)
    assert len(traced) == len(statements)
    assert time.process_time() - began < 10
