"""What is kept for each article and each pair of articles, and what a revision does to it."""

import pytest

from firsthand.errors import StoreAccessError, UsageError
from firsthand.storage import Store
from tests.storage.made_records import TEXT, make_record

OTHER = TEXT.replace("open", "shut")


def add(store: Store, *ids: str) -> None:
    store.add([make_record(id, f"{TEXT} {id}") for id in ids])


def test_vectors_come_back_with_their_records(store: Store) -> None:
    first, second = make_record("a1"), make_record("b1", OTHER)
    store.add([first, second], vectors=[b"\x01\xff", b""])
    assert store.links.load_entries(["b1", "a1", "b1"]) == [(second, None), (first, b"\x01\xff"), (second, None)]
    assert store.links.find_without_vectors() == ["b1"]
    store.links.save_vectors({"b1": b"\x02", "a1": b"\x03"})
    assert [vectors for _, vectors in store.links.load_entries(["a1", "b1"])] == [b"\x03", b"\x02"]
    assert store.links.find_without_vectors() == []


def test_vectors_go_with_the_id_that_was_given(store: Store) -> None:
    store.add([make_record("a1")], vectors=[b"1"])
    store.add([make_record("a1", OTHER), make_record("c", TEXT)], vectors=[b"2", b"3"])  # a revision and a duplicate
    assert [vectors for _, vectors in store.links.load_entries(["a1", "a1~2"])] == [b"1", b"2"]


def test_vectors_must_be_as_many_as_records(store: Store) -> None:
    with pytest.raises(ValueError, match="shorter"):
        store.add([make_record("a1"), make_record("b1", OTHER)], vectors=[b"1"])
    assert store.list_articles() == []


def test_entries_of_unknown_articles_say_so(store: Store) -> None:
    add(store, "a1")
    with pytest.raises(UsageError, match="firsthand list") as caught:
        store.links.load_entries(["a1", "zz"])
    assert caught.value.subject == "zz"
    assert store.links.load_entries([]) == []


def test_cards_are_asked_for_by_version(store: Store) -> None:
    add(store, "b1", "a1", "c1")
    links = store.links
    assert links.find_unprepared("1") == ["a1", "b1", "c1"]
    links.save_cards({"c1": b"c", "a1": b"a"}, "1")
    assert links.find_unprepared("1") == ["b1"]
    assert list(links.load_cards()) == [("a1", b"a"), ("c1", b"c")]
    links.save_cards({"a1": b"A", "b1": b""}, "2")
    assert links.find_unprepared("2") == ["c1"]
    assert list(links.load_cards()) == [("a1", b"A"), ("b1", b""), ("c1", b"c")]


def test_edges_and_who_was_compared(store: Store) -> None:
    add(store, "a1", "b1", "c1")
    links = store.links
    links.save_edges("story", {("b1", "a1"): 0.5}, compared=["a1", "b1"])
    links.save_edges("copy", {("a1", "c1"): 1.0})
    assert links.load_edges("story") == {("b1", "a1"): 0.5}
    assert links.find_compared("story") == {"a1", "b1"}
    assert links.find_compared("copy") == set()
    links.save_edges("story", {("b1", "a1"): 0.75, ("a1", "c1"): 0.25}, compared=["c1", "a1"])
    assert list(links.load_edges("story").items()) == [(("a1", "c1"), 0.25), (("b1", "a1"), 0.75)]
    links.drop_edges("story")
    assert (links.load_edges("story"), links.find_compared("story")) == ({}, set())
    assert links.load_edges("copy") == {("a1", "c1"): 1.0}


def test_a_revision_takes_the_place_of_what_was_kept(store: Store) -> None:
    add(store, "a1", "b1", "c1")
    links = store.links
    links.save_cards({"a1": b"a", "b1": b"b"}, "1")
    links.save_edges("story", {("a1", "b1"): 0.5, ("b1", "c1"): 0.25}, compared=["a1", "b1", "c1"])
    store.add([make_record("a1", OTHER)])
    assert links.find_unprepared("1") == ["a1~2", "c1"]
    assert list(links.load_cards()) == [("b1", b"b")]
    assert links.load_edges("story") == {("b1", "c1"): 0.25}
    assert links.find_compared("story") == {"b1", "c1"}
    assert "a1~2" in links.find_without_vectors()


def test_what_is_of_unknown_articles_is_not_kept_at_all(store: Store) -> None:
    add(store, "a1")
    with pytest.raises(UsageError):
        store.links.save_cards({"a1": b"a", "zz": b"z"}, "1")
    with pytest.raises(UsageError):
        store.links.save_edges("story", {("a1", "zz"): 1.0}, compared=["a1"])
    assert list(store.links.load_cards()) == []
    assert store.links.find_compared("story") == set()


def save_and_fail(store: Store) -> None:
    with store.links.transact():
        store.links.save_cards({"a1": b"a"}, "1")
        raise KeyError


def test_a_transaction_is_kept_whole_or_not_at_all(store: Store) -> None:
    add(store, "a1", "b1")
    with pytest.raises(KeyError):
        save_and_fail(store)
    assert list(store.links.load_cards()) == []
    with store.links.transact():
        store.links.save_cards({"a1": b"a"}, "1")
        with pytest.raises(UsageError):  # the inner one alone is taken back
            store.links.save_cards({"b1": b"b", "zz": b"z"}, "1")
    assert list(store.links.load_cards()) == [("a1", b"a")]


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreAccessError):
        store.links.find_unprepared("1")
