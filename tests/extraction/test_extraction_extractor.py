"""The shipped model on plain invented sentences, and on texts that are no news at all."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.extraction import Extractor, load_extractor
from firsthand.extraction.features import make_features
from firsthand.extraction.heads import NAME_LABELS
from firsthand.extraction.vectors import COLUMNS
from firsthand.records import (
    Act,
    ActorKind,
    Annotations,
    Article,
    Certainty,
    Form,
    Hop,
    HopRole,
    MentionForm,
    Span,
    Spans,
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
    scores, output, meanings = tagger.read(features)
    for table in (scores, output.inner, output.deeper):
        assert table.shape == (len(features.words), 7)
        assert np.exp(table).sum(1) == pytest.approx(np.ones(len(scores)), abs=1e-4)
    assert output.names.shape == (len(features.words), len(NAME_LABELS))
    assert np.abs(output.vectors).sum(1).min() > 0  # every word has one, at the windows' ends too
    assert meanings.shape == (len(features.pieces), COLUMNS)
    assert np.abs(meanings).sum(1).min() > 0


def test_a_long_article_is_read_to_its_end(extractor: Extractor) -> None:
    filler = "The harbour of Brost lies between two hills, and its boats are old."
    text = "\n\n".join([filler] * 60 + ["“Talks have begun,” said Anna Roux."] + [filler] * 60)
    found = [evidence(text, statement.content) for statement in read(extractor, text).statements]
    assert "“Talks have begun,”" in found


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_no_text_fails_and_every_span_is_valid(extractor: Extractor, text: str) -> None:
    record = read(extractor, text, publisher="UNN")
    for statement in record.statements:
        assert statement.content
        for spans in (statement.source, statement.cue, statement.content):
            check_spans(spans, text)
        check_spans(statement.covers, text)
        assert 0 <= statement.confidence <= 1
    for mention in record.mentions:
        check_spans((mention.span,), text)
    check_actors(record)
    check_nesting(record)
    assert [s.id for s in record.statements] == [f"x:{n}" for n in range(1, len(record.statements) + 1)]
    assert record.article.text == text
    assert decode(encode(record)) == record


def check_spans(spans: Spans, text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


def check_actors(record: Annotations) -> None:
    """Whoever speaks, carries or is mentioned is among the actors; a span refers to one of them."""
    ids = [actor.id for actor in record.actors]
    assert len(set(ids)) == len(ids)
    assert {mention.actor for mention in record.mentions} <= set(ids)
    assert len({mention.span for mention in record.mentions}) == len(record.mentions)
    for statement in record.statements:
        assert statement.speaker is None or statement.speaker in ids
        assert not (statement.anonymous and statement.speaker)
        for hop in statement.chain:
            assert hop.actor in ids if hop.actor else hop.description and hop.role is not HopRole.PUBLISHER


def check_nesting(record: Annotations) -> None:
    """A statement stands within one before it, whose content holds its cue or its content."""
    known: dict[str, Spans] = {}
    for statement in record.statements:
        if statement.within is not None:
            around = known[statement.within]
            assert any(holds(around, span) for span in (*statement.cue, *statement.content))
        known[statement.id] = statement.content


def holds(spans: Spans, inner: Span) -> bool:
    return any(start <= inner[0] and inner[1] <= end for start, end in spans)


NEWS = st.sampled_from(
    ["Mayor Anna Roux said that the union had claimed that", "“I told him that he was wrong,” she said.",
     "He denied it.", "the Harbour Ministry", "people familiar with the matter", "citing the Brost Courier,",
     "This is stated in",
     "the report of the Harbour Authority", "We asked", "The minister", "Hans Berg, a sailor,", "its claim that",
     "“There is a plan", "the company", "who said", "that it would", "Roux’s demand that", "according to",
     "\n\n", "and", "had been told that", ".", ",", "”"]
)  # fmt: skip


@given(st.lists(NEWS, max_size=20).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_whatever_news_is_made_of_statements_mentions_and_actors_agree(extractor: Extractor, text: str) -> None:
    record = read(extractor, text, publisher="UNN")
    for mention in record.mentions:
        check_spans((mention.span,), text)
    for statement in record.statements:
        check_spans(statement.content, text)
    check_actors(record)
    check_nesting(record)


def test_a_passive_without_a_subject_before_a_citing_phrase(extractor: Extractor) -> None:
    text = "Who said was told that citing the Brost Courier,"
    for statement in read(extractor, text).statements:
        check_spans(statement.content, text)


def test_a_chain_is_the_publisher_then_the_speaker(extractor: Extractor) -> None:
    text = "“The boats wait,” Anna Roux said."
    record = read(extractor, text, publisher="Brost Courier")
    courier = next(actor for actor in record.actors if actor.name == "Brost Courier")
    roux = next(actor for actor in record.actors if actor.name == "Anna Roux")
    assert courier.kind is ActorKind.OUTLET
    assert record.statements[0].chain == (
        Hop(courier.id, HopRole.PUBLISHER, Certainty.STATED),
        Hop(roux.id, HopRole.SPEAKER, Certainty.STATED, ((18, 27),)),
    )


def test_a_publisher_that_speaks_is_one_hop_and_one_actor(extractor: Extractor) -> None:
    record = read(extractor, "“The boats wait,” the Courier reports.", publisher="The Courier")
    assert [(actor.name, actor.kind) for actor in record.actors] == [("The Courier", ActorKind.OUTLET)]
    assert [hop.role for hop in record.statements[0].chain] == [HopRole.PUBLISHER]


def test_without_a_publisher_or_a_name_the_chain_is_short(extractor: Extractor) -> None:
    text = "“The boats wait,” she said."
    assert [statement.chain for statement in read(extractor, text).statements] == [()]
    (statement,) = read(extractor, text, publisher="UNN").statements
    assert [hop.role for hop in statement.chain] == [HopRole.PUBLISHER]
    assert statement.speaker is None
