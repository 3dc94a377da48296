"""What becomes of an article: stored, a revision, or a duplicate; and that nothing is ever half stored."""

import multiprocessing
import os
import signal
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import StoreAccessError, UsageError
from firsthand.records import Annotations, decode, encode
from firsthand.storage import Fate, Query, Store, open_store
from firsthand.storage.rows import rename_article
from tests.storage.made_records import TEXT, make_record

OTHER = TEXT.replace("open", "shut")


def fates(store: Store, *records: Annotations) -> list[Fate]:
    return [outcome.fate for outcome in store.add(records)]


def test_a_record_comes_back_as_it_went_in(store: Store) -> None:
    record = make_record()
    (outcome,) = store.add([record])
    assert outcome.fate is Fate.STORED
    assert outcome.article == "a1"
    assert store.get("a1") == record
    assert list(store.export_records()) == [encode(record)]


@settings(max_examples=50, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"])), title=st.none() | st.text(max_size=20))
def test_any_text_round_trips_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, text: str, title: str | None
) -> None:
    record = make_record(text=text, title=title)
    with open_store(tmp_path_factory.mktemp("round") / "trip.db") as store:
        store.add([record])
        assert list(store.export_records()) == [encode(record)]
        assert store.get(record.article.id) == record


@pytest.mark.parametrize(
    ("first", "second", "fate"),
    [
        ({}, {}, Fate.DUPLICATE),
        ({"id": "x"}, {"id": "y"}, Fate.DUPLICATE),  # same text, same publisher
        ({"id": "x", "publisher": "A"}, {"id": "y", "publisher": "B"}, Fate.STORED),  # a copy is what we look for
        ({"id": "x", "publisher": "The Courier"}, {"id": "y", "publisher": "the courier"}, Fate.DUPLICATE),
        ({"id": "x", "publisher": None}, {"id": "y", "publisher": None}, Fate.DUPLICATE),
        ({"id": "x", "url": "u:1"}, {"id": "y", "url": "u:1", "publisher": "B"}, Fate.DUPLICATE),
        ({"id": "x", "url": "u:1"}, {"id": "y", "url": "u:2"}, Fate.STORED),  # one text at two addresses
        ({"id": "x", "publisher": "A"}, {"id": "x", "publisher": "B"}, Fate.DUPLICATE),  # same id and text
        ({"id": "x", "url": "u:1"}, {"id": "y", "url": "u:1", "text": OTHER}, Fate.REVISION),
        ({"id": "x"}, {"id": "x", "text": OTHER}, Fate.REVISION),
        ({"id": "x", "url": "u:1"}, {"id": "x", "text": OTHER}, Fate.REVISION),
        ({"id": "x", "url": "u:1"}, {"id": "x", "url": "u:2", "text": OTHER}, Fate.STORED),  # two corpora, one id
        ({"id": "x"}, {"id": "y", "text": OTHER}, Fate.STORED),
    ],
)
def test_what_is_the_same_article(store: Store, first: dict[str, str], second: dict[str, str], fate: Fate) -> None:
    assert fates(store, make_record(**first), make_record(**second)) == [Fate.STORED, fate]
    # The question asked before extraction agrees with the answer given when adding.
    again = store.find_duplicate(make_record(**second).article)
    assert again is not None
    assert again.fate is Fate.DUPLICATE


def test_both_revisions_stay_and_the_newest_is_listed(store: Store) -> None:
    store.add([make_record()])
    (outcome,) = store.add([make_record(text=OTHER)])
    assert (outcome.fate, outcome.article) == (Fate.REVISION, "a1~2")
    assert "revision 2 of a1" in outcome.reason
    (listed,) = store.list_articles()
    assert (listed.id, listed.revision, listed.superseded) == ("a1~2", 2, False)
    older = store.find_article("a1", revision=1)
    assert (older.id, older.superseded) == ("a1", True)
    assert store.find_article("a1").id == "a1~2"
    assert store.find_article("a1~2", revision=1).id == "a1"
    assert store.get("a1").article.text == TEXT
    assert store.get("a1~2").article.text == OTHER


def test_a_third_revision_and_a_return_to_the_first(store: Store) -> None:
    third = make_record(text=TEXT + " More.")
    assert fates(store, make_record(), make_record(text=OTHER), third) == [Fate.STORED, Fate.REVISION, Fate.REVISION]
    assert store.find_article("a1").id == "a1~3"
    assert store.find_article("a1~2").id == "a1~2"
    assert fates(store, make_record()) == [Fate.DUPLICATE]
    assert store.find_article("a1").id == "a1~3"


def test_ids_stay_unique_and_statements_follow(store: Store) -> None:
    store.add([make_record(), make_record(text=OTHER), make_record("a1~2", text="A third text.")])
    ids = [article.id for article in store.list_articles()]
    assert sorted(ids) == ["a1~3"]
    record = store.get("a1~2")
    assert [statement.id for statement in record.statements] == ["a1~2:1", "a1~2:2"]
    assert record.statements[1].within == "a1~2:1"
    assert record.statements[0].speaker == record.actors[0].id == record.mentions[0].actor == "a1~2:actor-1"
    assert record.statements[0].chain[0].actor == "a1~2:actor-1"


def test_renaming_leaves_ids_that_only_look_alike() -> None:
    record = make_record("a1")
    assert rename_article(rename_article(record, "b"), "a1") == record
    stranger = make_record("a12")
    kept = rename_article(Annotations(record.article, actors=stranger.actors), "b")
    assert kept.actors == stranger.actors


def test_a_batch_is_stored_whole_or_not_at_all(store: Store) -> None:
    store.add([make_record("before", "Stored before.")])
    clash = make_record("c", "Another text.")
    unfit = Annotations(clash.article, statements=make_record("before").statements)  # statement ids taken
    with pytest.raises(StoreAccessError):
        store.add([make_record(), unfit])
    assert [article.id for article in store.list_articles()] == ["before"]
    assert store.search_statements(Query(words="port")) == []
    assert fates(store, make_record()) == [Fate.STORED]


def add_until_killed(path: Path) -> None:
    with open_store(path) as store:
        for number in range(10_000):
            store.add([make_record(f"{number}-{k}", f"{TEXT} {number} {k}") for k in range(5)])
            if number == 3:
                (path.parent / "ready").touch()


def test_a_kill_leaves_whole_batches(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    worker = multiprocessing.get_context("spawn").Process(target=add_until_killed, args=(path,))
    worker.start()
    while not (tmp_path / "ready").exists():
        worker.join(0.01)
        assert worker.is_alive()
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    worker.join()
    with open_store(path) as store:
        articles = store.list_articles()
        assert len(articles) >= 20
        assert len(articles) % 5 == 0
        found = store.search_statements(Query(words="port", limit=100_000))
        assert len(found) == len(articles)
        assert fates(store, make_record("0-0", f"{TEXT} 0 0")) == [Fate.DUPLICATE]
    connection = apsw.Connection(str(path))
    assert connection.pragma("integrity_check") == "ok"
    for index in ("article_index", "statement_index"):  # raises where the index and the texts differ
        connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")


def test_two_writers_take_turns(tmp_path: Path) -> None:
    with open_store(tmp_path / "shared.db") as one, open_store(tmp_path / "shared.db") as other:
        one.add([make_record()])
        assert fates(other, make_record(), make_record("b", OTHER)) == [Fate.DUPLICATE, Fate.STORED]
        assert len(one.list_articles()) == 2


def test_export_gives_all_or_the_newest_in_the_order_of_adding(store: Store) -> None:
    store.add([make_record("b"), make_record("a", "Another."), make_record("b", OTHER)])
    assert [decode(line).article.id for line in store.export_records()] == ["b", "a", "b~2"]
    assert [decode(line).article.id for line in store.export_records(newest=True)] == ["a", "b~2"]


def test_list_is_latest_first_and_undated_last(store: Store) -> None:
    days = {"old": "2025-01-02", "none": None, "new": "2026-03-10T07:40:00+02:00", "odd": "last Tuesday"}
    store.add([make_record(id, f"Text {id}.", published=day) for id, day in days.items()])
    ids = [article.id for article in store.list_articles()]
    assert ids[:2] == ["new", "old"]
    assert set(ids[2:]) == {"none", "odd"}
    assert [article.id for article in store.list_articles(limit=1)] == ["new"]


def test_unknown_ids_say_what_to_do(store: Store) -> None:
    store.add([make_record()])
    for id in ("zz", "a\udc80", ""):
        with pytest.raises(UsageError, match="firsthand list"):
            store.find_article(id)
        with pytest.raises(UsageError, match="firsthand list"):
            store.get(id)
    with pytest.raises(UsageError, match="no revision 7"):
        store.find_article("a1", revision=7)
