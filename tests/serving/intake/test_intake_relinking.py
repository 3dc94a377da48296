"""Linking in the background runs when there is something to link, tells how far it is, and rests."""

from collections.abc import Callable

import pytest

from firsthand.errors import ModelError, UsageError
from firsthand.serving import linking_calls
from firsthand.serving.intake import enqueue_text, relinking, request_link
from firsthand.serving.intake.relinking import Linker
from firsthand.storage import Linking, Store
from tests.storage.made_links import make_links
from tests.storage.made_records import make_record

Progress = Callable[[str, int, int], None]


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Links:
    """Stands for linking: notes what is asked for, takes its time, and makes the store current."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.asked: list[str] = []
        self.takes = 2.0
        self.error: BaseException | None = None
        self.meanwhile: Callable[[], None] = lambda: None

    def link(self, store: Store, *, progress: Progress) -> None:
        self.asked.append("all")
        progress("articles", 1, 1)
        self.clock.now += self.takes
        self.meanwhile()
        progress("stories", 3, 9)
        if self.error:
            raise self.error
        for article in store.list_articles():
            store.links.save_story("key", make_links(f"s-{article.id}", articles=(article.id,)))
        store.links.mark_followed([one.id for one in store.links.list_judgements()])

    def relink_story(self, store: Store, id: str) -> bool:
        self.asked.append(id)
        if id == "s-gone":
            raise UsageError("there is no story with this id", id)
        return bool(store.list_articles())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def links(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> Links:
    links = Links(clock)
    monkeypatch.setattr(linking_calls, "link", links.link)
    monkeypatch.setattr(linking_calls, "relink_story", links.relink_story)
    return links


@pytest.fixture
def linker(store: Store, clock: Clock, links: Links) -> Linker:
    assert links.asked == []
    return Linker(store, clock)


def add(store: Store, id: str) -> None:
    store.add([make_record(id, f"Ana Reyes said “{id} stays open” on Monday.")])


def test_nothing_is_done_where_nothing_is_new(linker: Linker, links: Links) -> None:
    assert not linker.link_if_due()
    assert links.asked == []


def test_new_articles_are_linked_and_it_rests_as_long_as_it_took(
    store: Store, linker: Linker, links: Links, clock: Clock
) -> None:
    add(store, "a1")
    assert linker.link_if_due()
    run = store.uploads.load_linking()
    assert (run.is_running, run.what, run.done, run.total, run.tries, run.error) == (False, "stories", 3, 9, 0, None)
    assert run.started_at and run.ended_at
    assert store.links.is_current()
    add(store, "a2")
    assert not linker.link_if_due()
    clock.now += links.takes
    assert linker.link_if_due()
    assert links.asked == ["all", "all"]


def test_it_rests_longer_while_uploads_wait(store: Store, linker: Linker, clock: Clock) -> None:
    add(store, "a1")
    enqueue_text(store, "More.")
    clock.now += relinking.REST_WHILE_READING
    assert linker.link_if_due()
    add(store, "a2")
    clock.now += relinking.REST_WHILE_READING - 0.1
    assert not linker.link_if_due()
    clock.now += 0.1
    assert linker.link_if_due()


def test_what_is_asked_for_does_not_wait_for_the_rest(store: Store, linker: Linker, links: Links) -> None:
    add(store, "a1")
    linker.link_if_due()
    for story in ("s-a1", "s-gone", None, "s-a1"):
        request_link(store, story)
    assert linker.link_if_due()
    assert links.asked == ["all", "s-a1", "s-gone", "all"]
    assert store.uploads.list_link_requests() == []


def test_a_story_that_is_asked_for_overtakes_a_run(store: Store, linker: Linker, links: Links) -> None:
    add(store, "a1")
    links.meanwhile = lambda: request_link(store, "s-a1")
    assert linker.link_if_due()
    assert not store.links.is_current()
    links.meanwhile = lambda: None
    assert linker.link_if_due()
    assert links.asked == ["all", "s-a1", "all"]
    assert store.links.is_current()


def test_an_error_is_told_and_linking_rests(store: Store, linker: Linker, links: Links, clock: Clock) -> None:
    add(store, "a1")
    links.error = ModelError("the model is missing: install it again")
    assert linker.link_if_due()
    assert store.uploads.load_linking().error == "the model is missing: install it again"
    clock.now += relinking.REST_AFTER_FAILURE - 1
    assert not linker.link_if_due()
    links.error = ValueError("\ud800")
    request_link(store)
    assert linker.link_if_due()
    assert "report this as a bug" in (store.uploads.load_linking().error or "")
    links.error = None
    clock.now += relinking.REST_AFTER_FAILURE
    assert linker.link_if_due()
    assert store.uploads.load_linking().error is None


def test_linking_that_ends_the_process_is_not_tried_for_ever(store: Store, links: Links, clock: Clock) -> None:
    add(store, "a1")
    store.uploads.save_linking(Linking(is_running=True, tries=relinking.TRIES))  # as processes leave it that die
    request_link(store)
    linker = Linker(store, clock)
    assert not linker.link_if_due()
    run = store.uploads.load_linking()
    assert (run.is_running, run.error, run.tries) == (False, relinking.ENDED, 0)
    assert not linker.link_if_due()
    assert links.asked == []
    clock.now += relinking.REST_AFTER_FAILURE
    assert linker.link_if_due()


def test_an_end_that_was_asked_for_does_not_count(store: Store, linker: Linker, links: Links) -> None:
    add(store, "a1")
    request_link(store, "s-a1")
    links.error = SystemExit()
    with pytest.raises(SystemExit):
        linker.link_if_due()
    run = store.uploads.load_linking()
    assert (run.is_running, run.tries) == (False, 0)
    assert [one.story for one in store.uploads.list_link_requests()] == ["s-a1"]
