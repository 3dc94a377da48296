"""From attributions to statements: characters, form, act, flags, confidence."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_spans import see, tag, tag_all

from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.extractor import FOLDER
from firsthand.extraction.links import Attribution
from firsthand.extraction.nesting import Nested
from firsthand.extraction.statements import (
    describe_confidence,
    estimate_confidence,
    find_background,
    find_form,
    is_background,
    make_statements,
    to_characters,
)
from firsthand.records import Act, Article, Form, Section, SectionKind, Statement, Status, evidence

TEN_WORDS = "one two three four five six seven eight nine ten eleven twelve"
PROBABILITIES = st.floats(0, 1, width=32)
NO_CALIBRATION = np.zeros(9, np.float32)


def make(text: str, *parts: tuple[str, str], article: Article | None = None) -> Statement:
    """The statement of one attribution that has these parts."""
    spans = tag_all(text, *parts)
    by_role = {role: [span for span in spans if span.role == role] for role in ("source", "cue", "content")}
    attribution = Attribution(next(iter(by_role["cue"]), None), by_role["source"], by_role["content"])
    nested = [Nested(attribution, None)]
    (statement,) = make_statements(article or Article("x", text), see(text), nested, NO_CALIBRATION)
    return statement


def test_spans_point_at_the_evidence() -> None:
    text = "“Boats are late,” Anna Roux said, “very late.”"
    parts = (("content", "“Boats are late,”"), ("source", "Anna Roux"), ("cue", "said"), ("content", "“very late.”"))
    statement = make(text, *parts)
    assert statement.id == "x:1"
    assert evidence(text, statement.content) == "“Boats are late,” … “very late.”"
    assert evidence(text, statement.source) == "Anna Roux"
    assert evidence(text, statement.cue) == "said"
    assert (statement.form, statement.act, statement.flags) == (Form.DIRECT, Act.SAY, ())
    assert statement.status is Status.ASSERTED
    assert (statement.speaker, statement.chain, statement.background) == (None, (), False)


def test_ids_count_the_statements() -> None:
    text = "Roux said boats wait. Falk said boats left."
    contents = [tag(text, "content", phrase) for phrase in ("boats wait", "boats left")]
    attributions = [Attribution(tag(text, "cue", "said"), contents=[content]) for content in contents]
    nested = [Nested(attribution, None) for attribution in attributions]
    statements = make_statements(Article("x", text), see(text), nested, NO_CALIBRATION)
    assert [statement.id for statement in statements] == ["x:1", "x:2"]


def test_neighbouring_spans_are_one_span_of_characters() -> None:
    text = "“Boats” wait in port today"
    spans = tag_all(text, ("content", "“Boats”"), ("content", "wait"), ("content", "port"))
    assert [text[start:end] for start, end in to_characters(see(text), spans[::-1])] == ["“Boats” wait", "port"]
    assert to_characters(see(text), []) == ()


WORD_RANGES = st.tuples(st.integers(0, 10), st.integers(1, 4)).map(lambda pair: (pair[0], min(12, sum(pair))))


@given(st.lists(WORD_RANGES, max_size=6))
def test_characters_are_in_order_apart_and_cover_the_words(ranges: list[tuple[int, int]]) -> None:
    features = see(TEN_WORDS)
    found = to_characters(features, [TaggedSpan("content", *words, 0.5) for words in ranges])
    assert all(before[1] < after[0] for before, after in pairwise(found))
    covered = {n for n, (start, end) in enumerate(features.words) if any(a <= start and end <= b for a, b in found)}
    assert covered == {word for words in ranges for word in range(*words)}


@pytest.mark.parametrize(
    ("text", "content", "form"),
    [
        ("Roux said “boats wait in port.”", "“boats wait in port.”", Form.DIRECT),
        ("Roux said that boats wait.", "that boats wait", Form.INDIRECT),
        ("Roux said that boats “wait in port” now.", "that boats “wait in port” now", Form.MIXED),
        ("Roux said “boats wait", "“boats wait", Form.DIRECT),
        ("Roux said that “one two three four five six seven eight nine ten.”",
         "that “one two three four five six seven eight nine ten.”", Form.DIRECT),
        ("Roux said that “one two three four five six.”", "that “one two three four five six.”", Form.MIXED),
        ("Roux said …", "…", Form.INDIRECT),
    ],
)  # fmt: skip
def test_form_by_the_share_of_quoted_words(text: str, content: str, form: Form) -> None:
    assert find_form(text, see(text), [tag(text, "content", content)]) is form


SHE = (("source", "She"), ("cue", "said"))


@pytest.mark.parametrize(
    ("text", "parts", "flags"),
    [
        ("“Boats wait,” Roux said.", (("content", "“Boats wait,”"), ("source", "Roux"), ("cue", "said")), ()),
        ("She said “boats wait.", (*SHE, ("content", "“boats wait.")), ("unclosed_quotation",)),
        ("Boats wait,” she said: so.", (("content", "Boats wait,"), *SHE[1:]), ("mispaired_quotation", "no_source")),
        ("She said boats” wait.", (*SHE, ("content", "boats” wait")), ("mispaired_quotation",)),
        ("It is said that boats wait.", (("cue", "said"), ("content", "that boats wait")), ("no_source",)),
        ("“Boats wait.”", (("content", "“Boats wait.”"),), ("no_source", "no_cue")),
        ("“Boats. “Wait.”", (("content", "“Boats"),), ("unclosed_quotation", "no_source", "no_cue")),
        ("“Boats\n“Wait.”", (("content", "“Boats"),), ("no_source", "no_cue")),
        ("Roux said boats wait. “Rain", (("source", "Roux"), ("cue", "said"), ("content", "boats wait")), ()),
    ],
)
def test_flags(text: str, parts: tuple[tuple[str, str], ...], flags: tuple[str, ...]) -> None:
    assert make(text, *parts).flags == flags


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(SectionKind)), max_size=8))
def test_background_is_as_if_every_section_were_looked_at(marks: list[tuple[int, int, SectionKind]]) -> None:
    sections = tuple(Section(kind, (min(a, b), max(a, b))) for a, b, kind in marks)
    background = find_background(Article("x", "x" * 30, sections=sections))
    spans = [section.span for section in sections if section.kind is SectionKind.BACKGROUND]
    for place in range(30):
        assert is_background(background, ((place, 30),)) is any(start <= place < end for start, end in spans)


def test_background_is_where_the_section_says() -> None:
    text = "Roux said boats wait.\nRecall\nFalk said boats left."
    sections = (Section(SectionKind.BODY, (0, 21)), Section(SectionKind.BACKGROUND, (22, 50)))
    article = Article("x", text, sections=sections)
    assert not make(text, ("cue", "said"), ("content", "boats wait"), article=article).background
    assert make(text, ("cue", "said"), ("content", "boats left"), article=article).background


@given(PROBABILITIES, PROBABILITIES, PROBABILITIES, PROBABILITIES, st.booleans(), st.sampled_from(Form))
def test_confidence_is_a_probability(
    cue: float, source: float, content: float, link: float, whole: bool, form: Form
) -> None:
    with np.load(FOLDER / "tables.npz") as tables:
        calibration = tables["calibration"]
    attribution = Attribution(
        TaggedSpan("cue", 1, 2, cue) if whole else None,
        [TaggedSpan("source", 0, 1, source)] if whole else [],
        [TaggedSpan("content", 2, 3, content)],
        link,
    )
    confidence = estimate_confidence(attribution, form, calibration)
    assert 0 <= confidence <= 1
    assert confidence == round(confidence, 3)
    assert len(describe_confidence(attribution, form)) == len(calibration)


def test_confidence_by_hand() -> None:
    attribution = Attribution(TaggedSpan("cue", 1, 2, 0.5), [], [TaggedSpan("content", 2, 3, 0.8)], 0.5)
    assert describe_confidence(attribution, Form.INDIRECT) == [1, 0.5, 0, 0.8, 0.5, 0, 1, 1, pytest.approx(0.2)]
    assert estimate_confidence(attribution, Form.DIRECT, NO_CALIBRATION) == 0.5
    assert estimate_confidence(attribution, Form.DIRECT, np.eye(9, dtype=np.float32)[0]) == 0.731
