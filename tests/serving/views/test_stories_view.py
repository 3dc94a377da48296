"""Stories in a list."""

from pathlib import Path

import pytest

from firsthand.errors import UsageError
from firsthand.serving.views.stories import find_stories, view_state
from firsthand.storage import Store, open_store
from tests.serving.made_story import SALE, STORY


def test_a_row_says_what_a_story_adds_up_to(store: Store) -> None:
    (row,) = find_stories(store).page.items
    assert (row.id, row.articles, row.outlets, row.origins, row.claims) == (STORY, 4, 3, 3, 3)
    assert (row.disputed, row.anonymous_only) == (1, 1)
    assert row.leading is not None
    assert (row.leading.id, row.leading.origins) == (SALE, "2 origins")
    assert row.days == {"2031-03-01": 2, "2031-03-02": 1, "2031-03-03": 1}


@pytest.mark.parametrize(("words", "least", "number"), [("pier", 1, 1), ("zebra", 1, 0), ("", 4, 1), ("", 5, 0)])
def test_words_and_a_least_number_of_articles_narrow(store: Store, words: str, least: int, number: int) -> None:
    found = find_stories(store, words, least)
    assert (len(found.page.items), found.total) == (number, number)


def test_a_page_out_of_bounds_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="offset"):
        find_stories(store, offset=-1)


def test_the_state_counts_all(store: Store) -> None:
    state = view_state(store)
    assert (state.articles, state.stories, state.several, state.claims, state.unlinked) == (4, 1, 1, 3, 0)


def test_an_empty_store_has_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "empty.db") as store:
        assert find_stories(store).page.items == ()
        assert view_state(store).stories == 0
