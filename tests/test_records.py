"""The contract: records go to JSON and back unchanged, the schema holds them, and errors name the field."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from firsthand.records import (
    SCHEMA,
    Act,
    Actor,
    ActorKind,
    Annotations,
    Article,
    Certainty,
    Export,
    Form,
    Hop,
    HopRole,
    Mention,
    MentionForm,
    Section,
    SectionKind,
    Statement,
    Status,
    Timex,
    decode,
    encode,
    evidence,
    make_schema,
)

TEXT = "Anna Roux said “boats wait” on Monday."
RECORD = Annotations(
    article=Article(
        "x1", TEXT, "https://courier.example/boats", "Brost Courier", "Boats", ("Max Berg",), "2026-03-09", "en",
        (Section(SectionKind.BODY, (0, 38)),), ("page_fallback",),
    ),
    actors=(Actor("a1", "Anna Roux", ActorKind.PERSON, ("Roux",), ("mayor",)),),
    mentions=(Mention((0, 9), "a1", MentionForm.NAME),),
    timexes=(Timex((28, 37), "DATE", "2026-03-09", None),),
    statements=(
        Statement(
            "x1:1", ((0, 9),), ((10, 14),), ((15, 27),), ((0, 3),), "a1", False, Form.DIRECT, Act.SAY, Status.ASSERTED,
            "x1:0", (Hop("a1", HopRole.SPEAKER, Certainty.STATED, ((0, 9),)),
                     Hop(None, HopRole.CARRIER, Certainty.INFERRED, (), "people familiar with the matter")),
            "radio", "2026-03-09", True, 0.75, ("no_source",),
        ),
    ),
)  # fmt: skip
PLACES = st.integers(0, 2**40)
SPANS = st.lists(st.tuples(PLACES, PLACES), max_size=3).map(tuple)
NAMES = st.text(max_size=12)
MAYBE = st.none() | NAMES
MANY_NAMES = st.lists(NAMES, max_size=3).map(tuple)


def many(element: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(element, max_size=3).map(tuple)


SECTIONS = st.builds(Section, st.sampled_from(SectionKind), st.tuples(PLACES, PLACES))
ARTICLES = st.builds(
    Article, NAMES, st.text(max_size=60), MAYBE, MAYBE, MAYBE, MANY_NAMES, MAYBE, MAYBE, many(SECTIONS), MANY_NAMES
)
ACTORS = st.builds(Actor, NAMES, NAMES, st.sampled_from(ActorKind), MANY_NAMES, MANY_NAMES)
MENTIONS = st.builds(Mention, st.tuples(PLACES, PLACES), NAMES, st.sampled_from(MentionForm))
TIMEXES = st.builds(Timex, st.tuples(PLACES, PLACES), NAMES, NAMES, MAYBE)
HOPS = st.builds(Hop, MAYBE, st.sampled_from(HopRole), st.sampled_from(Certainty), SPANS, MAYBE)
STATEMENTS = st.builds(
    Statement, NAMES, SPANS, SPANS, SPANS, SPANS, MAYBE, st.booleans(), st.none() | st.sampled_from(Form),
    st.none() | st.sampled_from(Act), st.none() | st.sampled_from(Status), MAYBE, many(HOPS), MAYBE, MAYBE,
    st.booleans(), st.floats(0, 1), MANY_NAMES,
)  # fmt: skip
RECORDS = st.builds(Annotations, ARTICLES, many(ACTORS), many(MENTIONS), many(TIMEXES), many(STATEMENTS))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = make_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def change(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """The record's JSON with one value replaced, or taken out where the value is `...`."""
    whole: dict[str, Any] = json.loads(encode(RECORD))
    place: Any = whole
    for key in path[:-1]:
        place = place[key]
    if value is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return whole


def test_the_record_is_the_contracts_json() -> None:
    line = json.loads(encode(RECORD))
    assert list(line) == ["article", "actors", "mentions", "timexes", "statements", "events", "schema"]
    assert line["schema"] == SCHEMA == 1
    assert line["events"] == []
    assert line["article"] == {
        "id": "x1", "text": TEXT, "url": "https://courier.example/boats", "publisher": "Brost Courier",
        "title": "Boats", "authors": ["Max Berg"], "published": "2026-03-09", "language": "en",
        "sections": [{"kind": "body", "span": [0, 38]}], "flags": ["page_fallback"],
    }  # fmt: skip
    assert line["statements"] == [
        {
            "id": "x1:1", "source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 27]], "covers": [[0, 3]],
            "speaker": "a1", "anonymous": False, "form": "direct", "act": "say", "status": "asserted", "within": "x1:0",
            "chain": [
                {"actor": "a1", "role": "speaker", "certainty": "stated", "evidence": [[0, 9]], "description": None},
                {"actor": None, "role": "carrier", "certainty": "inferred", "evidence": [],
                 "description": "people familiar with the matter"},
            ],
            "medium": "radio", "said_on": "2026-03-09", "background": True, "confidence": 0.75, "flags": ["no_source"],
        }
    ]  # fmt: skip


def test_a_record_is_one_line() -> None:
    assert b"\n" not in encode(Annotations(Article("x", "one\ntwo\u2028three\r\n")))


@given(RECORDS)
@settings(max_examples=60)
def test_any_record_comes_back_as_it_was(record: Annotations) -> None:
    line = encode(record)
    assert decode(line) == record
    assert decode(line.decode()) == record
    assert encode(decode(line)) == line


@given(RECORDS)
@settings(max_examples=25, deadline=None)
def test_any_record_fits_the_schema(validator: Draft202012Validator, record: Annotations) -> None:
    assert list(validator.iter_errors(json.loads(encode(record)))) == []


def test_fields_with_a_default_may_be_left_out(validator: Draft202012Validator) -> None:
    line = '{"article": {"id": "x", "text": "Boats."}}'
    assert decode(line) == Annotations(Article("x", "Boats."))
    assert list(validator.iter_errors(json.loads(line))) == []


def test_fields_of_later_versions_are_passed_over(validator: Draft202012Validator) -> None:
    line = change(("article", "mood"), "bright")
    assert decode(json.dumps(line)) == RECORD
    assert list(validator.iter_errors(line)) == []


BROKEN: list[tuple[tuple[str | int, ...], object, str]] = [
    (("article",), ..., "article"),
    (("article", "text"), ..., r"text.*article"),
    (("article", "text"), 3, r"article\.text"),
    (("article", "authors"), "Max Berg", r"article\.authors"),
    (("article", "sections", 0, "kind"), "sidebar", r"article\.sections\[.*\.kind"),
    (("actors", 0, "kind"), "ship", r"actors\[.*\.kind"),
    (("actors", 0, "id"), None, r"actors\[.*\.id"),
    (("mentions", 0, "span"), [0, 9, 12], r"mentions\[.*\.span"),
    (("statements", 0, "act"), "shout", r"statements\[.*\.act"),
    (("statements", 0, "status"), "wish", r"statements\[.*\.status"),
    (("statements", 0, "content"), [[1]], r"statements\[.*\.content"),
    (("statements", 0, "source"), [["0", "9"]], r"statements\[.*\.source"),
    (("statements", 0, "confidence"), "high", r"statements\[.*\.confidence"),
    (("statements", 0, "chain", 0, "role"), "friend", r"chain\[.*\.role"),
    (("schema",), "one", "schema"),
]


@pytest.mark.parametrize(("path", "value", "named"), BROKEN)
def test_a_broken_field_is_named(path: tuple[str | int, ...], value: object, named: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=named):
        decode(json.dumps(change(path, value)))


@pytest.mark.parametrize(("path", "value"), [(path, value) for path, value, _ in BROKEN])
def test_the_schema_rejects_what_decoding_rejects(
    validator: Draft202012Validator, path: tuple[str | int, ...], value: object
) -> None:
    assert not validator.is_valid(change(path, value))


@pytest.mark.parametrize("line", ["", "{", "not JSON", '{"article": {"id": "x", "text": "Bo'])
def test_what_is_not_json_is_a_decode_error(line: str) -> None:
    with pytest.raises(msgspec.DecodeError):
        decode(line)


def test_an_export_holds_whole_records() -> None:
    line = json.loads(encode(Export(articles=(RECORD,), actors=RECORD.actors)))
    assert line["articles"] == [json.loads(encode(RECORD))]
    assert line["actors"][0]["name"] == "Anna Roux"
    assert [line[key] for key in ("claims", "copies", "relations", "stories", "timeline")] == [[]] * 5
    assert line["schema"] == SCHEMA


def test_records_are_frozen() -> None:
    with pytest.raises(AttributeError):
        RECORD.article.text = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [((), ""), (((0, 9),), "Anna Roux"), (((15, 27), (31, 37)), "“boats wait” … Monday"), (((0, 0),), "")],
)
def test_evidence_is_the_words_at_the_spans(spans: tuple[tuple[int, int], ...], expected: str) -> None:
    assert evidence(TEXT, spans) == expected


def test_spans_count_code_points() -> None:
    text = "🛳️ “Très tard,” dit-elle"
    start = text.index("“")
    assert evidence(text, ((start, start + 12),)) == "“Très tard,”"


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_evidence_of_any_spans_is_their_slices(text: str, spans: list[tuple[int, int]]) -> None:
    assert evidence(text, tuple(spans)) == " … ".join(text[start:end] for start, end in spans)
