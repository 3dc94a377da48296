"""The article the project began with, read where it lies: by offsets alone, since its text is not ours to copy."""

import os
from pathlib import Path

import pytest

from firsthand.extraction import load_extractor
from firsthand.reading import read_text
from firsthand.records import Annotations, Article, Span, Spans, Statement

SEED = Path(__file__).parents[3] / "shared" / "seed"
# (source, cue, content) as a careful reader marks them.
EXPECTED: list[tuple[Span, Span, Spans]] = [
    ((337, 340), (329, 336), ((284, 327),)),
    ((412, 414), (415, 419), ((466, 552),)),
    ((723, 736), (737, 742), ((701, 721), (744, 789))),
    ((1039, 1048), (1049, 1055), ((792, 1036),)),
    ((1191, 1222), (1186, 1190), ((1058, 1183),)),
    ((1363, 1365), (1366, 1370), ((1226, 1360),)),
    ((1502, 1543), (1544, 1548), ((1381, 1500),)),
    ((1672, 1691), (1692, 1697), ((1698, 1824),)),
]
# Offers and acts that the narrator tells (offering, convincing, posting, moving closer to an agreement): they may be
# statements too.
NARRATED: list[Span] = [(81, 92), (198, 207), (563, 569), (1593, 1605), (1907, 1918)]


@pytest.fixture(scope="module")
def article() -> Article:
    if not SEED.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"{SEED} is missing")
        pytest.skip(f"{SEED} is not here")
    return read_text(next(SEED.glob("*.txt")).read_text(encoding="utf-8"), publisher="UNN", id="seed")


@pytest.fixture(scope="module")
def record(article: Article) -> Annotations:
    return load_extractor().annotate(article)


def words_of(text: str, spans: Spans) -> list[str]:
    """The words of a content without its marks and its complementiser, which conventions may or may not include."""
    words = [word.strip("“”\"'.,;:-–— ") for start, end in spans for word in text[start:end].split()]
    kept = [word for word in words if word]
    return kept[1:] if kept[:1] == ["that"] else kept


def find(record: Annotations, cue: Span) -> Statement | None:
    return next((s for s in record.statements if cue in s.cue), None)


@pytest.mark.parametrize(("source", "cue", "content"), EXPECTED)
def test_statement_is_found_with_its_parts(record: Annotations, source: Span, cue: Span, content: Spans) -> None:
    statement = find(record, cue)
    assert statement is not None
    assert statement.source == (source,)
    assert words_of(record.article.text, statement.content) == words_of(record.article.text, content)


def test_nothing_else_is_found_but_acts_that_the_narrator_tells(record: Annotations) -> None:
    cues = {cue for _, cue, _ in EXPECTED} | set(NARRATED)
    others = [s for s in record.statements if not any(a < d and c < b for a, b in s.cue for c, d in cues)]
    assert [s.cue for s in others] == []


def test_unclosed_quotations_are_flagged(record: Annotations) -> None:
    flagged = [s.cue[0] for s in record.statements if "unclosed_quotation" in s.flags]
    assert flagged == [EXPECTED[1][1], EXPECTED[4][1]]


def test_date_and_background_are_read(article: Article) -> None:
    assert article.published == "2025-02-27"
    assert [section.kind for section in article.sections] == ["dateline", "body", "background"]
