"""What a user types for an id, and what it stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import UsageError
from firsthand.storage import Resolved, Store, ThingKind, open_store
from tests.storage.made_links import REYES, make_links
from tests.storage.made_records import TEXT, make_record

PORT, DAM = "s-port-story", "s-dam-story"


@pytest.fixture
def full(store: Store) -> Store:
    ids = ("port-1", "port-2", "dam-1", "lone-1")
    store.add([make_record(id, f"{TEXT} {id}") for id in ids])
    store.links.save_story("1", make_links(PORT, ("port-1", "port-2"), claim="c-1234567890"))
    store.links.save_story("2", make_links(DAM, ("dam-1",), claim="c-1234abcdef"))
    return store


@pytest.mark.parametrize(
    ("typed", "kind", "id", "story"),
    [
        (PORT, ThingKind.STORY, PORT, PORT),
        ("s-po", ThingKind.STORY, PORT, PORT),
        ("c-1234567890", ThingKind.CLAIM, "c-1234567890", PORT),
        ("c-12345", ThingKind.CLAIM, None, None),  # two claims of the port's story begin so
        ("c-1234a", ThingKind.CLAIM, None, None),
        ("c-1234567890-", ThingKind.CLAIM, "c-1234567890-end", PORT),
        (REYES.id, ThingKind.ACTOR, REYES.id, None),  # in two stories
        ("a-re", ThingKind.ACTOR, REYES.id, None),
        ("o-c-1234567890", ThingKind.ORIGIN, "o-c-1234567890", PORT),
        ("o-c-1234a", ThingKind.ORIGIN, "o-c-1234abcdef", DAM),
        ("port-2:1", ThingKind.STATEMENT, "port-2:1", PORT),
        ("lone-1:1", ThingKind.STATEMENT, "lone-1:1", None),
        ("port-2:own", ThingKind.STATEMENT, "port-2:own", PORT),
        ("dam-1:o", ThingKind.STATEMENT, "dam-1:own", DAM),
        ("dam-1", ThingKind.ARTICLE, "dam-1", DAM),
        ("lone", ThingKind.ARTICLE, "lone-1", None),
        ("port-", ThingKind.ARTICLE, None, None),
    ],
)
def test_what_an_id_stands_for(full: Store, typed: str, kind: ThingKind, id: str | None, story: str | None) -> None:
    if id is None:
        with pytest.raises(UsageError, match="several ids begin so"):
            full.links.resolve(typed)
    else:
        assert full.links.resolve(typed) == Resolved(kind, id, story)


def test_an_actor_of_one_story_is_in_it(full: Store) -> None:
    full.links.drop_stories_except([PORT])
    assert full.links.resolve(REYES.id).story == PORT


def test_ids_that_were_merged_away_lead_on(full: Store) -> None:
    links = full.links
    port, dam = links.settle_ids("story", [["port-1", "port-2"], ["dam-1"]])
    links.save_story("1", make_links(port, ("port-1", "port-2")))
    links.save_story("2", make_links(dam, ("dam-1",)))
    assert links.resolve(dam) == Resolved(ThingKind.STORY, dam, dam)
    assert links.settle_ids("story", [["port-1", "port-2", "dam-1"]]) == [port]
    links.save_story("3", make_links(port, ("port-1", "port-2", "dam-1")))
    assert links.resolve(dam) == Resolved(ThingKind.STORY, port, port, redirected_from=dam)
    assert links.resolve(dam[:7]) == Resolved(ThingKind.STORY, port, port, redirected_from=dam)
    assert links.get_story(dam).story.id == port
    assert links.search_claims(story=dam) == links.search_claims(story=port)
    # Both ids of one story may begin so.
    assert links.resolve(port[:7]).id == port


def test_an_id_that_stands_for_nothing_now_says_so(full: Store) -> None:
    (gone,) = full.links.settle_ids("story", [["an article"]])
    with pytest.raises(UsageError, match="any more") as caught:
        full.links.resolve(gone)
    assert caught.value.subject == gone


@pytest.mark.parametrize("typed", ["", "s", "s-p", "por", "zzzz", "s-port-stories", "\udc80", "%", "s-p%", "____"])
def test_what_stands_for_nothing_says_what_to_do(full: Store, typed: str) -> None:
    with pytest.raises(UsageError, match="firsthand stories"):
        full.links.resolve(typed)


def test_a_first_revisions_id_stands_for_the_newest(full: Store) -> None:
    full.add([make_record("dam-1", "Ana Reyes said nothing.")])
    assert full.links.resolve("dam-1") == Resolved(ThingKind.ARTICLE, "dam-1~2")
    assert full.links.resolve("dam-1~2").id == "dam-1~2"
    assert full.links.resolve("dam-").id == "dam-1~2"
    assert full.find_article("dam-").id == "dam-1~2"


def test_many_candidates_are_cut_short(store: Store) -> None:
    store.add([make_record(f"port-{number}", f"{TEXT} {number}") for number in range(9)])
    with pytest.raises(UsageError, match=r"port-0, .*port-5, …$"):
        store.links.resolve("port")


@given(typed=st.text())
def test_nothing_typed_breaks_it(tmp_path_factory: pytest.TempPathFactory, typed: str) -> None:
    path = tmp_path_factory.getbasetemp() / "typed.db"
    with open_store(path) as store, pytest.raises(UsageError):
        store.links.resolve(typed)
