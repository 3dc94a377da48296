"""Stories at hand: the same as read anew, read only where they are needed, and never older than what is kept."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from firsthand.errors import UsageError
from firsthand.records import Correction
from firsthand.serving.linked_queries import find_article, find_claim, find_story
from firsthand.serving.linked_stories import load_story
from firsthand.serving.story_cache import Shelf, StoryCache
from firsthand.storage import Store, open_store
from tests.serving.made_story import SALE, STORY, VOTE, make_links, make_records


@pytest.fixture
def store(story_database: str) -> Iterator[Store]:
    with open_store(story_database) as opened:
        yield opened


def test_a_story_at_hand_is_as_it_is_read_anew(store: Store) -> None:
    cache = StoryCache()
    first = find_story(store, STORY, cache)
    assert first == load_story(store, store.links.get_story(STORY))
    assert find_story(store, SALE, cache) is first
    with pytest.raises(UsageError, match="firsthand stories"):
        cache.load_story(store, "s-none")


def test_of_a_claim_only_the_articles_that_show_it_are_read(store: Store) -> None:
    story, claim = find_claim(store, VOTE, StoryCache())
    assert [record.article.id for record in story.records] == ["m4"]
    assert [statement.id for statement, _ in story.list_statements(claim)] == ["m4:own"]
    assert [record.article.id for record in find_claim(store, SALE)[0].records] == ["m1", "m2", "m3", "m4"]


def test_an_article_comes_with_those_that_share_its_text(store: Store) -> None:
    article, record, story = find_article(store, "m2", stories=StoryCache())
    assert story is not None
    assert (article.id, record) == ("m2", story.record_by_id["m2"])
    assert list(story.record_by_id) == ["m1", "m2"]
    assert {one.speaker for one in record.statements} <= set(make_links().renamed["m2"].values()) | {None}


def test_an_article_of_no_story_is_as_it_was_read(store: Store) -> None:
    store.links.drop_stories_except([])
    article, record, story = find_article(store, "m2")
    assert (article.id, record, story) == ("m2", store.get("m2"), None)


def test_a_story_that_is_linked_again_is_read_again(store: Store) -> None:
    cache = StoryCache()
    assert "m1:2" in find_story(store, STORY, cache).statements
    links = msgspec.structs.replace(make_links(), corrections=(Correction("m1:2", "j-1", is_statement=False),))
    store.links.save_story("another key", links)
    assert "m1:2" not in find_story(store, STORY, cache).statements


def test_threads_share_stories_and_each_has_a_store_of_its_own(story_database: str) -> None:
    cache = StoryCache(2)  # so small that they push each other's stories out
    whole = make_records()

    def read(number: int) -> int:
        with open_store(Path(story_database), create=False) as store:
            find_claim(store, VOTE if number % 2 else SALE, cache)
            return len(find_story(store, STORY, cache).statements)

    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(read, range(40)))
    assert found == {sum(len(record.statements) for record in whole) + 1}


def test_a_shelf_keeps_what_was_used_last_up_to_its_weight() -> None:
    shelf = Shelf(10)
    made: list[str] = []

    def get(name: str, weight: int) -> str:
        return shelf.get((name,), weight, lambda: made.append(name) or name)

    get("a", 4), get("b", 4), get("a", 4), get("c", 4)
    assert (made, shelf.weight) == (["a", "b", "c"], 8)
    get("a", 4)
    assert made == ["a", "b", "c"]
    get("huge", 99)
    assert shelf.weight == 99
    assert (get("huge", 99), get("b", 4)) == ("huge", "b")
    assert made == ["a", "b", "c", "huge", "b"]
    assert shelf.weight == 4
