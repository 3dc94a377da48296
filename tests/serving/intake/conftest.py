"""A store for uploads."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.storage import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "x.db") as store:
        yield store
