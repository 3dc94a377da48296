"""Every kind of store passes the tests that ask for `store` or `make_store`; those of one kind open it themselves."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from firsthand.storage import Store, open_store


def open_sqlite(folder: Path) -> Store:
    return open_store(folder / "test.db")


STORES = {"sqlite": open_sqlite}


@pytest.fixture(scope="session", params=STORES.values(), ids=STORES.keys())
def make_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Store]:
    open_one: Callable[[Path], Store] = request.param
    return lambda: open_one(tmp_path_factory.mktemp("store"))


@pytest.fixture
def store(make_store: Callable[[], Store]) -> Iterator[Store]:
    with make_store() as opened:
        yield opened
