from pathlib import Path

import pytest
from hypothesis import settings

from firsthand import engine
from tests.serving.fakes import FakeExtractor, read_inputs
from tests.storage.made_records import TEXT

settings.register_profile("patient", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("patient")


@pytest.fixture
def extractor(monkeypatch: pytest.MonkeyPatch) -> FakeExtractor:
    fake = FakeExtractor()
    monkeypatch.setattr(engine.reading, "read_inputs", read_inputs)
    monkeypatch.setattr(engine, "load_extractor", lambda: fake)
    return fake


@pytest.fixture
def articles(tmp_path: Path) -> str:
    """Six inputs: two articles, a duplicate, a revision, and two that can't be read."""
    path = tmp_path / "articles"
    path.write_text(f"a|{TEXT}\nBAD\nb|Another text.\na|{TEXT}\na|{TEXT} More.\nBAD\n")
    return str(path)
