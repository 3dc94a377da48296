"""The article the project began with, read where it lies: by offsets alone, since its text is not ours to copy."""

import os
from pathlib import Path

import pytest

from firsthand.extraction.speech_dates import date_statements
from firsthand.extraction.timexes import find_timexes
from firsthand.records import Article, Statement

SEED = Path(__file__).parents[4] / "shared" / "seed"
PUBLISHED = "2025-02-27"


@pytest.fixture(scope="module")
def text() -> str:
    if not SEED.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"{SEED} is missing")
        pytest.skip(f"{SEED} is not here")
    return next(SEED.glob("*.txt")).read_text(encoding="utf-8")


def test_every_date_of_the_seed(text: str) -> None:
    found = [(t.span, t.type, t.value, t.edtf) for t in find_timexes(text, PUBLISHED)]
    assert found == [
        ((6, 16), "DATE", "2025-02-27", None),
        ((352, 361), "DATE", "2025-W09", "2025-02-24/2025-03-02"),
        ((452, 460), "DURATION", "P10Y", None),
        ((1387, 1394), "DATE", "2024-10", "2024-10/.."),
        ((1725, 1736), "DATE", "2025-02-28", None),
    ]


def test_the_post_was_written_in_the_week_of_publication(text: str) -> None:
    post = Statement(id="1", source=((412, 414),), cue=((415, 419),), content=((466, 552),))
    article = Article(id="seed", text=text, published=PUBLISHED)
    assert date_statements(article, [post], find_timexes(text, PUBLISHED))[0].said_on == "2025-W09"
