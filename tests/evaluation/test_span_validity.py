"""The checks of records: each fault is found, and the hostile texts have none."""

import pytest
from msgspec.structs import replace

from evaluation.hostile_texts import make_texts
from evaluation.span_validity import find_faults, is_ordered
from firsthand.extraction import Extractor, load_extractor
from firsthand.records import (
    Actor,
    ActorKind,
    Annotations,
    Article,
    Certainty,
    Hop,
    HopRole,
    Mention,
    MentionForm,
    Section,
    SectionKind,
    Spans,
    Statement,
    Timex,
    decode,
    encode,
)

TEXT = "The mayor said on Monday that it opens."
STATEMENT = Statement(
    id="s1", source=((0, 9),), cue=((10, 14),), content=((25, 29), (30, 38)), speaker="a1", confidence=0.9
)
RECORD = Annotations(
    article=Article(id="x", text=TEXT),
    actors=(Actor(id="a1", name="the mayor", kind=ActorKind.PERSON),),
    statements=(STATEMENT,),
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor()


def test_a_good_record_has_no_faults() -> None:
    assert find_faults(RECORD, TEXT) == []


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((), True),
        (((0, 5),), True),
        (((0, 2), (2, 5)), True),
        (((0, 6),), False),
        (((-1, 2),), False),
        (((2, 2),), False),
        (((3, 2),), False),
        (((3, 5), (0, 2)), False),
        (((0, 3), (2, 5)), False),
    ],
)
def test_spans_are_in_order_inside_the_text(spans: Spans, expected: bool) -> None:
    assert is_ordered(spans, 5) is expected


@pytest.mark.parametrize(
    "statement",
    [
        replace(STATEMENT, source=((0, 99),)),
        replace(STATEMENT, cue=((14, 10),)),
        replace(STATEMENT, content=((30, 38), (25, 29))),
        replace(STATEMENT, covers=((5, 5),)),
        replace(STATEMENT, chain=(Hop("a1", HopRole.SPEAKER, Certainty.STATED, evidence=((0, 40),)),)),
        replace(STATEMENT, cue=(), content=()),
        replace(STATEMENT, confidence=1.01),
        replace(STATEMENT, confidence=float("nan")),
        replace(STATEMENT, within="s1"),
        replace(STATEMENT, within="s9"),
        replace(STATEMENT, speaker="a9"),
        replace(STATEMENT, chain=(Hop("a9", HopRole.CARRIER, Certainty.STATED),)),
    ],
)
def test_a_fault_in_a_statement_is_found(statement: Statement) -> None:
    assert len(find_faults(replace(RECORD, statements=(statement,)), TEXT)) == 1


@pytest.mark.parametrize(
    "record",
    [
        replace(RECORD, statements=(STATEMENT, STATEMENT)),
        replace(RECORD, mentions=(Mention((0, 40), "a1", MentionForm.NOMINAL),)),
        replace(RECORD, mentions=(Mention((0, 9), "a9", MentionForm.NOMINAL),)),
        replace(RECORD, timexes=(Timex((24, 18), "DATE", "2026-03-09"),)),
        replace(RECORD, article=replace(RECORD.article, sections=(Section(SectionKind.BODY, (0, 40)),))),
        replace(RECORD, article=replace(RECORD.article, text=TEXT.strip("."))),
    ],
)
def test_a_fault_beside_the_statements_is_found(record: Annotations) -> None:
    assert len(find_faults(record, TEXT)) == 1


def test_three_hundred_hostile_texts(extractor: Extractor) -> None:
    found = 0
    for number, text in enumerate(make_texts(300)):
        record = extractor.annotate(Article(id=str(number), text=text))
        assert find_faults(record, text) == [], f"hostile text {number}"
        assert decode(encode(record)) == record
        found += len(record.statements)
    assert found > 100  # where nothing is found, nothing is tested
