"""Stories at hand from one request to the next, for all threads: what was decoded once is not decoded again."""

from collections import OrderedDict
from collections.abc import Callable, Collection
from threading import Lock
from typing import NamedTuple, TypeVar, cast

from msgspec import structs

from firsthand.records import Annotations, Copy, Story, StoryLinks
from firsthand.serving.linked_stories import LinkedStory, rewrite_records, sort_records
from firsthand.storage import Store

ARTICLES_AT_HAND = 800
HEADS_AT_HAND = 5_000  # stories: a page of a list needs forty of them, and each is small
LINKS = 2  # what a story's links weigh, in articles
Kept = TypeVar("Kept")


class Shelf:
    """What was used last, up to a weight; safe to use from several threads, which may make the same thing twice."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.weight = 0
        self._lock = Lock()
        self._kept: OrderedDict[tuple[object, ...], tuple[int, object]] = OrderedDict()

    def get(self, key: tuple[object, ...], weight: int, make: Callable[[], Kept]) -> Kept:
        """What is kept under a key, made where it is not."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("Kept", self._kept[key][1])
        made = make()
        with self._lock:
            self.weight += weight - self._kept.get(key, (0, None))[0]
            self._kept[key] = weight, made
            while self.weight > self.most and len(self._kept) > 1:
                _, (lost, _) = self._kept.popitem(last=False)
                self.weight -= lost
        return made


class StoryHead(NamedTuple):
    """What a list tells of a story: the story itself, and who carries whose text in it, without the passages."""

    story: Story
    copies: tuple[Copy, ...]


class StoryCache:
    """The stories of one store that were read last. What they hold is kept by the story's key: it never grows old.

    Args:
        articles: how many articles are at hand at most; the story that was read last is, however large.
    """

    def __init__(self, articles: int = ARTICLES_AT_HAND) -> None:
        self._shelf = Shelf(articles)
        self._heads = Shelf(HEADS_AT_HAND)

    def load_head(self, store: Store, id: str) -> StoryHead:
        """What a list tells of a story.

        Raises:
            UsageError: there is no story with this id.

        """
        with store.snapshot():
            key = store.links.get_story_key(id)
            return self._heads.get((id, key), 1, lambda: _make_head(store.links.get_story(id)))

    def load_story(self, store: Store, id: str) -> LinkedStory:
        """A story with all its articles.

        Raises:
            UsageError: there is no story with this id.

        """
        return self._join(store, id, None)

    def load_part(self, store: Store, id: str, articles: Collection[str] = ()) -> LinkedStory:
        """A story with some of its articles only; the others are not read.

        Raises:
            UsageError: there is no story with this id.

        """
        return self._join(store, id, articles)

    def _join(self, store: Store, id: str, articles: Collection[str] | None) -> LinkedStory:
        with store.snapshot():
            key = store.links.get_story_key(id)
            links = self._shelf.get((id, key), LINKS, lambda: store.links.get_story(id))
            whole = frozenset(links.story.articles)
            wanted = whole if articles is None else whole.intersection(articles)

            def join() -> LinkedStory:
                return LinkedStory(links, sort_records(self._load(store, links, key, one) for one in wanted))

            return self._shelf.get((id, key, wanted), 1 + len(wanted) // 4, join)

    def _load(self, store: Store, links: StoryLinks, key: str, article: str) -> Annotations:
        def read() -> Annotations:
            return next(rewrite_records(links, [store.get(article)]))

        return self._shelf.get((links.story.id, key, article), 1, read)


def _make_head(links: StoryLinks) -> StoryHead:
    return StoryHead(links.story, tuple(structs.replace(one, evidence=()) for one in links.copies))
