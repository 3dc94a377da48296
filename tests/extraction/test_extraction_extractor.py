"""The shipped model on plain invented sentences, and on texts that are no news at all."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.extraction import Extractor, load_extractor
from firsthand.extraction.extractor import find_publisher, resolve
from firsthand.extraction.features import make_features
from firsthand.records import (
    Act,
    Actor,
    ActorKind,
    Annotations,
    Article,
    Certainty,
    Form,
    Hop,
    HopRole,
    MentionForm,
    Spans,
    Statement,
    decode,
    encode,
    evidence,
)

SCRAPS = st.sampled_from(
    ["“Talks have begun,”", "said Anna Roux.", '"', "”", "''", "The mayor", "denied", "that", "-", "\n", "\n\n",
     "\u200b", "🛳️", "مرحبا", "x" * 300, "According to police,", "\x00", "\r", "…", "U.S.", "boats are late", ",",
     "Recall", "‘", "é\u0301"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(SCRAPS, max_size=30).map(" ".join))


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor()


def read(extractor: Extractor, text: str, publisher: str | None = None) -> Annotations:
    return extractor.annotate(Article("x", text, publisher=publisher))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“Talks have begun,” said Anna Roux.", "Anna Roux", "said", "“Talks have begun,”"),
        ('"Talks have begun," said Anna Roux.', "Anna Roux", "said", '"Talks have begun,"'),
        ("“Talks have begun,” Anna Roux said on Monday.", "Anna Roux", "said", "“Talks have begun,”"),
        ("Anna Roux said that talks have begun.", "Anna Roux", "said", "that talks have begun"),
    ],
)
def test_a_plain_statement_is_found_whole(extractor: Extractor, text: str, source: str, cue: str, content: str) -> None:
    record = read(extractor, text)
    (statement,) = record.statements
    assert evidence(text, statement.source) == source
    assert evidence(text, statement.cue) == cue
    assert evidence(text, statement.content) == content
    assert statement.act is Act.SAY
    assert statement.form is (Form.INDIRECT if content.startswith("that") else Form.DIRECT)
    assert statement.flags == ()
    assert [actor.name for actor in record.actors] == ["Anna Roux"]
    assert statement.speaker == record.actors[0].id


def test_a_second_mention_joins_the_first(extractor: Extractor) -> None:
    text = "“Talks have begun,” said Mayor Anna Roux.\n\n“They will be long,” Roux said on Monday."
    record = read(extractor, text)
    assert len(record.statements) == 2
    assert {statement.speaker for statement in record.statements} == {record.actors[0].id}
    assert record.actors[0].roles == ("Mayor",)
    assert [text[slice(*mention.span)] for mention in record.mentions] == ["Mayor Anna Roux", "Roux"]
    assert {mention.form for mention in record.mentions} == {MentionForm.NAME}


@pytest.mark.parametrize("text", ["", " \n\n\t", "\u200b", "“", "....", "🛳️"])
def test_texts_with_nothing_to_read_have_no_statements(extractor: Extractor, text: str) -> None:
    assert read(extractor, text).statements == ()


def test_the_same_text_gives_the_same_record(extractor: Extractor) -> None:
    text = "“Talks have begun,” said Anna Roux.\n\nBob Falk denied that they had."
    assert read(extractor, text) == read(extractor, text)


def test_the_version_is_of_the_model_file(extractor: Extractor) -> None:
    assert load_extractor() is extractor
    assert len(extractor.version) == 12
    assert int(extractor.version, 16) > 0


def test_scores_are_log_probabilities_for_every_word(extractor: Extractor) -> None:
    tagger = extractor._tagger
    features = make_features("“Talks have begun,” said Anna Roux. " * 60, tagger.encode)
    scores = tagger.score(features)
    assert scores.shape == (len(features.words), 7)
    assert np.exp(scores).sum(1) == pytest.approx(np.ones(len(scores)), abs=1e-4)


def test_a_long_article_is_read_to_its_end(extractor: Extractor) -> None:
    filler = "The harbour of Brost lies between two hills, and its boats are old."
    text = "\n\n".join([filler] * 60 + ["“Talks have begun,” said Anna Roux."] + [filler] * 60)
    found = [evidence(text, statement.content) for statement in read(extractor, text).statements]
    assert "“Talks have begun,”" in found


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_no_text_fails_and_every_span_is_valid(extractor: Extractor, text: str) -> None:
    record = read(extractor, text, publisher="UNN")
    ids = {actor.id for actor in record.actors}
    for statement in record.statements:
        assert statement.content
        for spans in (statement.source, statement.cue, statement.content):
            check_spans(spans, text)
        assert statement.speaker is None or statement.speaker in ids
        assert {hop.actor for hop in statement.chain} <= ids
        assert 0 <= statement.confidence <= 1
    assert [s.id for s in record.statements] == [f"x:{n}" for n in range(1, len(record.statements) + 1)]
    assert record.article.text == text
    assert decode(encode(record)) == record


def check_spans(spans: Spans, text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


def make_statement(text: str, source: str) -> Statement:
    start = text.index(source)
    return Statement("x:1", ((start, start + len(source)),), (), ((0, 5),))


def test_a_chain_is_the_publisher_then_the_speaker() -> None:
    text = "Boats wait, Anna Roux said."
    record = resolve(Article("x", text, publisher="Brost Courier"), [make_statement(text, "Anna Roux")])
    roux, courier = record.actors
    assert (courier.name, courier.kind) == ("Brost Courier", ActorKind.OUTLET)
    assert record.statements[0].chain == (
        Hop(courier.id, HopRole.PUBLISHER, Certainty.STATED),
        Hop(roux.id, HopRole.SPEAKER, Certainty.STATED, ((12, 21),)),
    )


def test_a_publisher_that_speaks_is_one_hop_and_one_actor() -> None:
    text = "Boats wait, the Courier reports."
    record = resolve(Article("x", text, publisher="The Courier"), [make_statement(text, "the Courier")])
    assert [(actor.name, actor.kind) for actor in record.actors] == [("Courier", ActorKind.OUTLET)]
    assert [hop.role for hop in record.statements[0].chain] == [HopRole.PUBLISHER]


def test_without_a_publisher_or_a_name_the_chain_is_short() -> None:
    text = "Boats wait, she said."
    assert resolve(Article("x", text), [make_statement(text, "she")]).statements[0].chain == ()
    chain = resolve(Article("x", text, publisher="UNN"), [make_statement(text, "she")]).statements[0].chain
    assert [hop.role for hop in chain] == [HopRole.PUBLISHER]


@pytest.mark.parametrize("publisher", ["Brost Courier", "brost courier", "The Brost Courier"])
def test_the_publisher_is_found_among_the_actors(publisher: str) -> None:
    actors = [Actor("a1", "Anna Roux", ActorKind.PERSON), Actor("a2", "Brost Courier", ActorKind.ORGANISATION)]
    found = find_publisher(Article("x", "", publisher=publisher), actors)
    assert found == Actor("a2", "Brost Courier", ActorKind.OUTLET)
    assert actors[1].kind is ActorKind.OUTLET


@pytest.mark.parametrize("publisher", [None, ""])
def test_no_publisher_is_none(publisher: str | None) -> None:
    assert find_publisher(Article("x", "", publisher=publisher), []) is None
