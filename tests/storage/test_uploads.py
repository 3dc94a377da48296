"""Uploads wait, are taken in order, and settle; their sums always agree with their outcomes."""

from collections import Counter

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import UsageError
from firsthand.storage import Fate, Linking, LinkRequest, Store, Upload, UploadKind, UploadOutcome, UploadState


def add(store: Store, body: bytes = b"Text.", name: str = "a.txt") -> Upload:
    return store.uploads.add(UploadKind.FILE, name, body, publisher="Moravel Courier", published="2026-03-10")


def stored(number: int, fate: Fate = Fate.STORED) -> UploadOutcome:
    return UploadOutcome(number, fate, None if fate is Fate.REJECTED else f"a{number}", "a reason")


def test_an_upload_waits_as_it_came(store: Store) -> None:
    upload = add(store, b"\x00\xff", "b\u202e.txt")
    assert store.uploads.get(upload.id) == upload
    assert (upload.state, upload.size, upload.publisher, upload.total) == (UploadState.WAITING, 2, "Moravel Courier", 0)
    assert store.uploads.load_body(upload.id) == b"\x00\xff"


def test_the_oldest_is_taken_until_it_is_settled(store: Store) -> None:
    first, second = add(store), add(store)
    taken = store.uploads.take()
    assert taken and (taken.id, taken.state, taken.tries) == (first.id, UploadState.READING, 1)
    again = store.uploads.take()
    assert again and (again.id, again.tries, again.begun_at) == (first.id, 2, taken.begun_at)
    store.uploads.finish(first.id)
    after = store.uploads.take()
    assert after and after.id == second.id
    store.uploads.finish(second.id)
    assert store.uploads.take() is None


def test_a_try_that_was_put_back_does_not_count(store: Store) -> None:
    upload = add(store)
    store.uploads.take()
    store.uploads.release(upload.id)
    assert store.uploads.get(upload.id) == msgspec.structs.replace(
        upload, begun_at=store.uploads.get(upload.id).begun_at
    )
    store.uploads.finish(upload.id)
    store.uploads.release(upload.id)
    assert store.uploads.get(upload.id).state is UploadState.DONE


def test_what_is_kept_shows_and_counts_as_getting_on(store: Store) -> None:
    upload = add(store)
    store.uploads.take()
    store.uploads.keep(upload.id, [stored(0), stored(1, Fate.REJECTED)], 3)
    store.uploads.keep(upload.id, [stored(2, Fate.DUPLICATE), stored(3, Fate.REVISION), stored(4)], 5)
    now = store.uploads.get(upload.id)
    assert (now.stored, now.revisions, now.duplicates, now.rejected) == (2, 1, 1, 1)
    assert (now.total, now.bytes_read, now.tries) == (5, 5, 0)
    assert store.uploads.load_settled(upload.id) == {0, 1, 2, 3, 4}
    assert [one.number for one in store.uploads.list_outcomes(upload.id, 2, 1)] == [1, 2]
    assert store.uploads.list_outcomes(upload.id, 9, fate=Fate.REJECTED) == [stored(1, Fate.REJECTED)]


def test_the_body_goes_when_all_is_done(store: Store) -> None:
    upload = add(store)
    assert store.uploads.count_open_bytes() == 5
    store.uploads.finish(upload.id)
    done = store.uploads.get(upload.id)
    assert (done.state, done.error, done.bytes_read, done.is_settled) == (UploadState.DONE, None, 5, True)
    assert store.uploads.count_open_bytes() == 0
    with pytest.raises(UsageError, match="add the file again"):
        store.uploads.load_body(upload.id)
    with pytest.raises(UsageError, match="it is done"):
        store.uploads.retry(upload.id)


def test_what_was_lost_fails_the_upload_and_is_read_again_at_a_retry(store: Store) -> None:
    upload = add(store)
    store.uploads.keep(upload.id, [stored(0), stored(1, Fate.REJECTED)], 2)
    store.uploads.lose(upload.id, 2, "it broke off: split it")
    store.uploads.keep(upload.id, [stored(3)], 5)
    store.uploads.finish(upload.id)
    failed = store.uploads.get(upload.id)
    assert (failed.state, failed.error) == (UploadState.FAILED, "1 left out: it broke off: split it")
    assert (failed.stored, failed.rejected) == (2, 2)
    waiting = store.uploads.retry(upload.id)
    assert (waiting.state, waiting.error, waiting.stored, waiting.rejected) == (UploadState.WAITING, None, 2, 1)
    assert store.uploads.load_settled(upload.id) == {0, 1, 3}
    assert store.uploads.load_body(upload.id) == b"Text."


def test_an_input_ends_once(store: Store) -> None:
    upload = add(store)
    store.uploads.keep(upload.id, [stored(0)], 1)
    with pytest.raises(Exception, match="UNIQUE"):
        store.uploads.keep(upload.id, [stored(1), stored(0)], 2)
    assert store.uploads.load_settled(upload.id) == {0}
    assert store.uploads.get(upload.id).total == 1


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from(Fate), max_size=5), max_size=6))
def test_the_sums_agree_with_the_outcomes(store_of_examples: Store, batches: list[list[Fate]]) -> None:
    store = store_of_examples
    upload = add(store)
    number = 0
    for batch in batches:
        store.uploads.keep(upload.id, [stored(number + n, fate) for n, fate in enumerate(batch)], 1)
        number += len(batch)
    counts = Counter(one.fate for one in store.uploads.list_outcomes(upload.id, 100))
    now = store.uploads.get(upload.id)
    sums = {Fate.STORED: now.stored, Fate.REVISION: now.revisions, Fate.DUPLICATE: now.duplicates}
    assert counts == Counter({**sums, Fate.REJECTED: now.rejected})
    assert now.total == number
    store.uploads.finish(upload.id)


@pytest.fixture(scope="module")
def store_of_examples(make_store: object) -> Store:
    assert callable(make_store)
    store: Store = make_store()
    return store


def test_the_list_is_newest_first_and_paged(store: Store) -> None:
    ids = [add(store, name=f"{number}.txt").id for number in range(5)]
    assert [one.id for one in store.uploads.list_newest(2)] == [ids[4], ids[3]]
    assert [one.id for one in store.uploads.list_newest(9, 3)] == [ids[1], ids[0]]
    store.uploads.finish(ids[0])
    store.uploads.finish(ids[1], "it can't be read: split it")
    assert store.uploads.count() == {UploadState.WAITING: 3, UploadState.DONE: 1, UploadState.FAILED: 1}


@pytest.mark.parametrize("id", ["", "u-none", "\ud800", "'; DROP TABLE uploads"])
def test_an_upload_that_is_not_there(store: Store, id: str) -> None:
    for ask in (store.uploads.get, store.uploads.load_body, store.uploads.retry):
        with pytest.raises(UsageError):
            ask(id)
    assert store.uploads.list_outcomes(id, 5) == []


def test_requests_for_linking_stay_until_they_are_answered(store: Store) -> None:
    store.uploads.request_link("s-1")
    store.uploads.request_link()
    first, second = store.uploads.list_link_requests()
    assert (first.story, second) == ("s-1", LinkRequest(second.row, None))
    store.uploads.drop_link_requests([first.row])
    assert store.uploads.list_link_requests() == [second]


def test_how_far_linking_is(store: Store) -> None:
    assert store.uploads.load_linking() == Linking()
    run = Linking(is_running=True, what="stories", done=3, total=9, started_at="2026-03-10T00:00:00+00:00", tries=1)
    store.uploads.save_linking(run)
    store.uploads.save_linking(msgspec.structs.replace(run, done=4))
    assert store.uploads.load_linking() == msgspec.structs.replace(run, done=4)
