"""A statement's content as propositions, one a sentence, with what the comparison looks at."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.claims.propositions import Proposition, make_propositions
from firsthand.linking.entries import Entry, Material
from firsthand.records import Act, Annotations, Article, Mention, MentionForm, Statement, Status
from tests.linking.claims.made_propositions import BRIDGE, CABLES, propose, with_vectors
from tests.linking.relations.made_claims import Line, gather, write


def test_each_sentence_that_tells_something_is_a_proposition() -> None:
    (first, second) = propose(f"{BRIDGE.capitalize()}. So. Three {CABLES[6:]}")
    assert [first.id, second.id] == ["x1.0#0", "x1.0#1"]
    assert first.text == f"{BRIDGE.capitalize()}. So."
    assert not first.is_whole
    assert second.numbers == {3}
    assert {"cabl", "frost"} <= set(second.stems)


def test_a_quotation_that_its_tag_interrupted_is_one() -> None:
    text = "“The bridge is shut,” Reyes said, “and the ferry sails tonight.”"
    statement = Statement("x1:1", ((22, 27),), ((28, 32),), ((0, 21), (34, len(text))))
    (whole,) = make_propositions(Material((Entry(Annotations(Article("x1", text), statements=(statement,))),), {}))
    assert whole.text == "“The bridge is shut,” “and the ferry sails tonight.”"
    assert whole.spans == ((0, 21), (34, len(text)))
    assert whole.is_whole


def test_a_pronoun_proposes_what_it_stands_for() -> None:
    lines = [Line("Reyes", BRIDGE), Line("Tolle", "it", Act.DENY, Status.DENIED, covers=0)]
    said, denied = make_propositions(gather(write("x1", "2026-02-02", lines)))
    assert denied.text == said.text
    assert (said.is_covered, denied.is_covered) == (False, True)
    assert (said.affirms, denied.affirms) == (True, False)


@pytest.mark.parametrize("content", ["the ferry will not sail", "there isn’t a ferry", "nobody boarded the ferry"])
def test_a_negation_denies(content: str) -> None:
    assert [one.affirms for one in propose(content)] == [False]


def test_actors_are_those_mentioned_by_name_or_in_other_words() -> None:
    entry = write("x1", "2026-02-02", [Line("Reyes", "Brask checked it and he left")])
    text = entry.article.text
    at = {word: text.index(word) for word in ("Reyes", "Brask", "it", "he ")}
    mentions = (
        Mention((at["Reyes"], at["Reyes"] + 5), "reyes", MentionForm.NAME),
        Mention((at["Brask"], at["Brask"] + 5), "brask", MentionForm.NAME),
        Mention((at["he "], at["he "] + 2), "tolle", MentionForm.PRONOUN),
    )
    record = msgspec.structs.replace(entry.record, mentions=mentions)
    (one,) = make_propositions(gather(Entry(record)))
    assert one.actors == {"brask"}


def test_vectors_are_the_statements_or_for_one_of_its_sentences_that_sentences() -> None:
    entry = write("x1", "2026-02-02", [Line("Reyes", BRIDGE), Line("Brask", f"{CABLES}. Nobody saw the ferry sink")])
    assert len(entry.sentences) == 3
    entry = with_vectors(entry, [[9, 0, 0], [0, 9, 0], [0, 0, 9], [5, 0, 0], [0, 0, 0]])
    whole, first, second = make_propositions(gather(entry))
    for one, expected in ((whole, [1, 0, 0]), (first, [0, 1, 0]), (second, [0, 0, 1])):
        assert one.vector is not None
        assert np.allclose(one.vector, expected)


def test_a_row_of_zeros_is_no_vector() -> None:
    entry = with_vectors(write("x1", "2026-02-02", [Line("Reyes", BRIDGE)]), [[1, 1], [0, 0]])
    assert [one.vector for one in make_propositions(gather(entry))] == [None]


@given(st.text(max_size=80), st.data())
def test_any_text_and_spans_give_propositions_inside_of_them(text: str, data: st.DataObject) -> None:
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    spans = ((ends[0], ends[1]), (ends[2], ends[3]))
    record = Annotations(Article("x1", text), statements=(Statement("x1:1", (), (), spans),))
    found: list[Proposition] = make_propositions(Material((Entry(record),), {}))
    assert [one.id for one in found] == [f"x1:1#{number}" for number in range(len(found))]
    for one in found:
        assert all(any(s <= start < end <= e for s, e in spans) for start, end in one.spans)
