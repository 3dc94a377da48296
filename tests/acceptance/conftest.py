"""The example stories, read once by the real model, and a store of them, linked once."""

import shutil
from pathlib import Path

import pytest

from firsthand.engine.links import link
from firsthand.storage import open_store
from tests.acceptance.linked_stores import Record, add, read_example

PACKS = ("dam_breach", "ferry_hack", "port_lease")


@pytest.fixture(scope="session")
def examples() -> dict[str, list[Record]]:
    return {name: read_example(name) for name in PACKS}


@pytest.fixture(scope="session")
def linked_once(examples: dict[str, list[Record]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("linked") / "examples.db"
    with open_store(path) as store:
        for name in PACKS:
            add(store, examples[name])
        link(store)
    return path


@pytest.fixture
def database(linked_once: Path, tmp_path: Path) -> Path:
    """A store of the three example stories, linked, for a test to change."""
    path = tmp_path / "examples.db"
    shutil.copy(linked_once, path)
    return path
