"""Where the time of linking goes: CPU seconds of the functions that are its stages, each without those inside of it."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pkgutil import resolve_name
from typing import Any, NamedTuple
from unittest.mock import patch

REST = "rest"


class Stage(NamedTuple):
    """A stage's name, and the functions that do it, by module or class and by name, as their callers look them up."""

    name: str
    functions: tuple[tuple[str, str], ...]


STAGES = (
    Stage("cards", (("firsthand.engine.links", "_prepare"),)),
    Stage("edges", (("firsthand.engine.links", "_compare"),)),
    Stage("plan", (("firsthand.linking", "make_plan"),)),
    Stage("keys", (("firsthand.linking", "make_key"),)),
    Stage("copies", (("firsthand.linking.linker", "find_copies"),)),
    Stage("claims", (("firsthand.linking.linker", "find_claims"),)),
    Stage("origins", (("firsthand.linking.linker", "find_origins"), ("firsthand.linking.linker", "Ground"))),
    Stage("relations", (("firsthand.linking.linker", "read_claims"), ("firsthand.linking.linker", "relate_views"))),
    Stage("timeline", (("firsthand.linking.linker", "make_timeline"),)),
    Stage("store", tuple(("firsthand.storage.links.SqliteLinks", name) for name in (
        "settle_ids", "load_entries", "save_story", "load_story_keys", "drop_stories_except", "count"))),
)


class Watch:
    """CPU seconds by stage; `stages` are watched while the context is open."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._open: list[str] = [REST]
        self._since = 0.0

    @contextmanager
    def watching(self, stages: Sequence[Stage] = STAGES) -> Iterator[None]:
        """Take the times of what runs inside."""
        patches = [
            patch(f"{place}.{function}", self._wrap(stage.name, find(place, function)))
            for stage in stages for place, function in stage.functions
        ]
        self._since = time.process_time()
        try:
            for one in patches:
                one.start()
            yield
        finally:
            for one in patches:
                one.stop()
            self._turn()

    def _turn(self) -> None:
        """What has passed since the last turn belongs to the stage that is open."""
        now = time.process_time()
        self.seconds[self._open[-1]] += now - self._since
        self._since = now

    def _wrap(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the function takes
            self._turn()
            self._open.append(name)
            try:
                return function(*arguments, **named)
            finally:
                self._turn()
                self._open.pop()

        return run


def find(place: str, function: str) -> Callable[..., Any]:
    """The function as it is now."""
    found: Callable[..., Any] = getattr(resolve_name(place), function)
    return found
