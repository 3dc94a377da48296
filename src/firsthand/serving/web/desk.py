"""What every page asks: a store to read, one for each request that is under way, and the stories at hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, LifoQueue
from typing import Any

from litestar import Request
from litestar.datastructures import State

from firsthand.serving.intake import Worker, start_worker
from firsthand.serving.linked_queries import find_story
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.story_cache import Shelf, StoryCache
from firsthand.serving.views.recounting import Ledger
from firsthand.serving.web.settings import Settings
from firsthand.storage import Store, open_store

Asked = Request[Any, Any, State]
STORIES_SHOWN = 100  # whose page, as it is first seen, is at hand: counting and drawing cost more than the writing


class Desk:
    """Stores that are open, for as many threads as ask; a connection serves one thread at a time."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.stories = StoryCache()
        self.ledger = Ledger()
        self.shown = Shelf(STORIES_SHOWN)
        self.worker: Worker | None = None
        self._idle: LifoQueue[Store] = LifoQueue()  # the one used last has the most at hand

    def start(self) -> None:
        """Let processes in the background read and link what is added, where this server does so."""
        if self.settings.works and not self.settings.links_here:
            self.worker = start_worker(self.settings.db)

    @contextmanager
    def read(self) -> Iterator[Store]:
        """A store, all that is read of one moment.

        Raises:
            StoreError: the database can't be read.

        """
        with self.write() as store, store.snapshot():
            yield store

    @contextmanager
    def write(self) -> Iterator[Store]:
        """A store to write to; what is read from it is of several moments."""
        try:
            store = self._idle.get_nowait()
        except Empty:
            store = open_store(self.settings.db, create=False)
        try:
            yield store
        finally:
            self._idle.put(store)

    def find_story(self, store: Store, id: str) -> LinkedStory:
        """The story with this id, or that holds the claim, origin, statement or article with it.

        Raises:
            UsageError: nothing has the id, several begin so, or what has it is in no story.

        """
        return find_story(store, id, self.stories)

    def close(self) -> None:
        """End what works in the background, and give the connections back; no request may be under way."""
        if self.worker:
            self.worker.stop()
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return


def desk_of(request: Asked) -> Desk:
    """The desk of the application that is asked."""
    found: Desk = request.app.state.desk
    return found
