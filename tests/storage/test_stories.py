"""Stories are kept whole, found by words, and stay in place when an article is added."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import UsageError
from firsthand.records import ClaimStatus, Export
from firsthand.storage import ClaimOrder, FoundActor, FoundClaim, Query, Store, StorySummary, open_store
from tests.storage.made_links import COURIER, REYES, make_judgement, make_links
from tests.storage.made_records import TEXT, make_record

OTHER = TEXT.replace("open", "shut")


def add(store: Store, *ids: str, publisher: str | None = "Moravel Courier", day: str | None = "2026-03-10") -> None:
    store.add([make_record(id, f"{TEXT} {id}", publisher=publisher, published=day) for id in ids])


@pytest.fixture(scope="module")
def empty(make_store: Callable[[], Store]) -> Iterator[Store]:
    with make_store() as opened:
        yield opened


@pytest.fixture
def full(store: Store) -> Store:
    """Two stories: the port's, of two articles, and the dam's, of one."""
    add(store, "a1")
    add(store, "b1", publisher="Le Héraut", day="2026-03-12T08:00:00Z")
    add(store, "d1", publisher=None, day="2025-01")
    store.links.save_story("key 1", make_links())
    store.links.save_story("key 2", make_links("s-dam", ("d1",), title="Dam fails", gist="The dam leaks", count=(2, 3)))
    return store


def test_a_story_comes_back_as_it_went_in(full: Store) -> None:
    assert full.links.get_story("s-port") == make_links()
    assert full.links.load_story_keys() == {"s-dam": "key 2", "s-port": "key 1"}
    with pytest.raises(UsageError, match="firsthand stories"):
        full.links.get_story("s-none")


def test_stories_are_listed_with_their_counts_those_that_moved_last_first(full: Store) -> None:
    links = full.links
    open_port, open_dam, *_ = links.search_claims()
    port = StorySummary("s-port", "Port lease", 2, 2, 2, "2026-03-10", "2026-03-12", 1, 0, 1, 1, open_port)
    dam = StorySummary("s-dam", "Dam fails", 1, 0, 2, "2025-01", "2025-01", 1, 0, 1, 1, open_dam)
    assert links.list_stories(10) == [port, dam]
    assert links.list_stories(1) == [port]
    assert links.list_stories(10, offset=1) == [dam]
    assert links.list_stories(10, least=2) == [port]
    assert (links.count_stories(), links.count_stories(least=2), links.count_stories("leaks")) == (2, 1, 1)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("DAM", ["s-dam"]),  # the title
        ("leaks", ["s-dam"]),  # a claim
        ("reyes lease", ["s-port", "s-dam"]),  # an actor, and a claim of both
        ('"port lease"', ["s-port"]),
        ("nowhere", []),
    ],
)
def test_stories_are_found_by_words(full: Store, words: str, found: list[str]) -> None:
    assert [story.id for story in full.links.list_stories(10, words)] == found


def test_claims_are_searched(full: Store) -> None:
    links = full.links
    first, *rest = links.search_claims()
    assert first == FoundClaim(
        *("c-port-open", "s-port", "The port stays open", ClaimStatus.SINGLE_ORIGIN, 2, 1, False, "2026-03-10")
    )
    assert [claim.id for claim in rest] == ["c-dam-open", "c-dam-open-end", "c-port-open-end"]
    assert rest[0].independent_origins == (2, 3)
    assert [claim.id for claim in links.search_claims("leak*")] == ["c-dam-open"]
    assert [claim.id for claim in links.search_claims(story="s-dam")] == ["c-dam-open", "c-dam-open-end"]
    assert [claim.id for claim in links.search_claims("lease", status="disputed", story="s-port")] == [
        "c-port-open-end"
    ]
    assert [claim.anonymous_only for claim in links.search_claims(status="disputed", limit=1)] == [True]
    assert [claim.id for claim in links.search_claims(anonymous=True, offset=1)] == ["c-port-open-end"]
    assert links.search_claims(order=ClaimOrder.ORIGINS, limit=1)[0].id == "c-dam-open"
    assert [links.count_claims(), links.count_claims("lease"), links.count_claims(anonymous=True)] == [4, 2, 2]


def test_an_actor_of_several_stories_is_one(full: Store) -> None:
    # Her statements are of her own; the outlet's are the assertions.
    reyes = FoundActor(REYES.id, "Ana Reyes", REYES.kind, stories=2, statements=3)
    courier = FoundActor(COURIER.id, "Moravel Courier", COURIER.kind, stories=2, statements=2)
    assert full.links.find_actors("", 10) == [reyes, courier]
    assert full.links.find_actors("réyes", 10) == [reyes]
    assert full.links.find_actors("minister", 10) == []
    assert full.links.stories_of_actor(REYES.id) == ["s-port", "s-dam"]
    assert full.links.stories_of_actor("a-none") == []
    assert full.links.find_actors("", 10, offset=1) == [courier]
    assert (full.links.count_actors(), full.links.count_actors("courier")) == (2, 1)


def test_a_story_that_is_saved_again_takes_the_place_of_the_former(full: Store) -> None:
    again = make_links(title="Port reopens", gist="The harbour works")
    full.links.save_story("key 3", again)
    assert full.links.get_story("s-port") == again
    assert full.links.load_story_keys() == {"s-dam": "key 2", "s-port": "key 3"}
    assert [claim.id for claim in full.links.search_claims("port")] == []
    assert [story.id for story in full.links.list_stories(10, "reopens")] == ["s-port"]
    assert full.links.list_stories(10, '"port lease"') == []
    assert [actor.stories for actor in full.links.find_actors("reyes", 10)] == [2]


def test_an_article_and_a_claim_are_in_one_story(full: Store) -> None:
    full.links.save_story("key 3", make_links("s-new", ("b1",)))
    assert full.links.load_story_keys() == {"s-dam": "key 2", "s-new": "key 3"}
    assert full.links.count_unlinked() == 1  # a1 waits for its story to be saved
    full.links.save_story("key 4", make_links("s-old", ("a1",), claim="c-dam-open"))  # a claim that has moved
    assert full.links.load_story_keys() == {"s-new": "key 3", "s-old": "key 4"}
    assert full.links.search_claims(story="s-dam") == []


def test_stories_that_are_no_more_are_dropped(full: Store) -> None:
    full.links.drop_stories_except(["s-dam", "s-unknown"])
    assert [story.id for story in full.links.list_stories(10)] == ["s-dam"]
    assert {claim.story for claim in full.links.search_claims()} == {"s-dam"}
    assert full.links.list_stories(10, "port") == []
    assert [actor.stories for actor in full.links.find_actors("reyes", 10)] == [1]
    full.links.drop_stories_except([])
    assert full.links.export_links() == Export()


def test_a_story_of_unknown_articles_changes_nothing(full: Store) -> None:
    with pytest.raises(UsageError) as caught:
        full.links.save_story("key 3", make_links(articles=("a1", "zz")))
    assert caught.value.subject == "zz"
    assert full.links.get_story("s-port") == make_links()


def test_whether_the_links_are_current(full: Store) -> None:
    links = full.links
    assert (links.count_unlinked(), links.is_current()) == (0, True)
    add(full, "e1")
    assert (links.count_unlinked(), links.is_current()) == (1, False)
    links.save_story("key 3", make_links("s-new", ("e1",)))
    assert links.is_current()
    full.add([make_record("a1", OTHER)])
    assert links.get_story("s-port") == make_links()  # stays in place until it is linked again
    assert (links.count_unlinked(), links.is_current()) == (1, False)
    links.save_story("key 4", make_links(articles=("a1~2", "b1")))
    assert (links.count_unlinked(), links.is_current()) == (0, True)


def test_a_judgement_makes_the_links_out_of_date_until_they_follow_it(full: Store) -> None:
    links = full.links
    one = links.add_judgement(make_judgement())
    assert not links.is_current()
    links.mark_followed([one.id])
    assert links.is_current()
    links.undo_judgement(one.id)
    assert not links.is_current()
    links.mark_followed([])
    assert links.is_current()


def test_a_revision_that_was_linked_is_out_of_date_even_if_nothing_is_unlinked(full: Store) -> None:
    full.add([make_record("a1", OTHER)])
    full.links.save_story("key 3", make_links("s-new", ("a1~2",)))
    assert full.links.count_unlinked() == 0
    assert not full.links.is_current()


def test_a_storys_key_is_followed_from_an_id_that_was_merged(store: Store) -> None:
    add(store, "a1", "b1")
    old, new = store.links.settle_ids("story", [["a1"], ["b1"]])
    (id,) = store.links.settle_ids("story", [["a1", "b1"]])
    store.links.save_story("key 1", make_links(id))
    assert [store.links.get_story_key(one) for one in (old, new)] == ["key 1", "key 1"]
    with pytest.raises(UsageError, match="firsthand stories"):
        store.links.get_story_key("s-none")


@pytest.mark.parametrize("number", [-1, 2**63, 10**30])
def test_pages_that_no_store_has_are_refused(empty: Store, number: int) -> None:
    links = empty.links
    for read in (
        lambda: links.list_stories(number),
        lambda: links.list_stories(1, offset=number),
        lambda: links.search_claims(offset=number),
        lambda: links.find_actors("", number),
        lambda: links.list_spoken("a", offset=number),
        lambda: empty.list_articles(offset=number),
        lambda: empty.search_statements(Query(words="x", offset=number)),
        lambda: empty.search_articles(Query(words="x", limit=number)),
    ):
        with pytest.raises(UsageError, match="is a number from 0"):
            read()


def test_other_connections_see_whole_stories(tmp_path: Path) -> None:
    with open_store(tmp_path / "x.db") as writer, open_store(tmp_path / "x.db") as reader:
        add(writer, "a1", "b1")
        with writer.links.transact():
            writer.links.save_story("key", make_links())
            assert reader.links.list_stories(10) == []
        with reader.snapshot():
            assert [story.id for story in reader.links.list_stories(10)] == ["s-port"]
            writer.links.drop_stories_except([])
            assert reader.links.get_story("s-port") == make_links()
            assert len(reader.links.search_claims()) == 2
        assert reader.links.load_story_keys() == {}


@given(words=st.text(max_size=30))
def test_no_words_break_the_lists(empty: Store, words: str) -> None:
    for search in (empty.links.list_stories, empty.links.find_actors, empty.links.search_claims):
        with contextlib.suppress(UsageError):
            assert search(words=words, limit=5) == []


def test_the_export_joins_the_stories_and_their_actors(full: Store) -> None:
    export = full.links.export_links()
    port, dam = full.links.get_story("s-port"), full.links.get_story("s-dam")
    assert export.articles == ()
    assert export.actors == (COURIER, REYES)
    assert export.stories == (dam.story, port.story)
    assert export.claims == dam.claims + port.claims
    assert export.copies == port.copies
    assert export.relations == dam.relations + port.relations
    assert export.timeline == dam.timeline + port.timeline
