"""A store that holds the made story."""

from collections.abc import Iterator

import pytest

from firsthand.storage import Store, open_store


@pytest.fixture
def store(story_database: str) -> Iterator[Store]:
    with open_store(story_database) as opened:
        yield opened
