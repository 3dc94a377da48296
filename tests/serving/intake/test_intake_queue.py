"""What the door takes in, and what it refuses."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import SizeError, UsageError
from firsthand.serving.intake import (
    describe_linking,
    enqueue_file,
    enqueue_text,
    get_upload,
    list_uploads,
    queue,
    request_link,
    retry,
)
from firsthand.storage import Fate, Store, UploadKind, UploadOutcome, UploadState, open_store
from tests.storage.made_records import make_record


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("queue") / "x.db") as store:
        yield store


def test_a_pasted_text_is_named_by_its_first_words(store: Store) -> None:
    text = "  The port\n stays  open. " + "x" * 200
    upload = enqueue_text(store, text, publisher=" Courier ", published="10 March 2026")
    assert upload.name.startswith("The port stays open. xxx")
    assert len(upload.name) == queue.FIRST_WORDS
    assert (upload.kind, upload.publisher, upload.published) == (UploadKind.TEXT, "Courier", "2026-03-10")
    assert store.uploads.load_body(upload.id) == text.encode()
    assert enqueue_text(store, "Text.", title="A title").name == "A title"
    assert enqueue_text(store, " \n").name == "pasted text"


def test_fields_that_a_form_sends_empty_say_nothing(store: Store) -> None:
    upload = enqueue_file(store, "a.txt", b"Text.", publisher="", published=" ", url="", title="")
    assert (upload.publisher, upload.published, upload.url, upload.title) == (None, None, None, None)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("news.jsonl.gz", "news.jsonl.gz"),
        ("../../etc/passwd", "passwd"),
        ("C:\\news\\a.html", "a.html"),
        ("a\x00b\n.txt", "a b .txt"),
        ("", "unnamed file"),
        ("folder/", "unnamed file"),
        ("\ud800.txt", "\ufffd.txt"),
        ("x" * 1000 + ".jsonl", "x" * 249 + ".jsonl"),
    ],
)
def test_names_of_files(store: Store, name: str, kept: str) -> None:
    assert enqueue_file(store, name, b"Text.").name == kept


@given(st.text(), st.text(), st.binary())
def test_any_text_and_any_file_is_taken_in(shared: Store, text: str, name: str, data: bytes) -> None:
    for upload in (enqueue_text(shared, text), enqueue_file(shared, name, data)):
        assert upload.state is UploadState.WAITING
        assert shared.uploads.get(upload.id) == upload
    assert shared.uploads.load_body(upload.id) == data


def test_what_is_too_large_is_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "MAX_BYTES", 10)
    with pytest.raises(SizeError, match="firsthand add"):
        enqueue_text(store, "é" * 6)
    enqueue_text(store, "é" * 5)
    monkeypatch.setattr(queue, "MAX_WAITING_BYTES", 19)
    with pytest.raises(SizeError, match="when some of it is done"):
        enqueue_file(store, "a.txt", b"x" * 10)
    assert list_uploads(store).total == 1


def test_what_is_said_of_it_must_make_sense(store: Store) -> None:
    with pytest.raises(UsageError, match="not a date"):
        enqueue_text(store, "Text.", published="yesterday")
    with pytest.raises(UsageError, match="too long"):
        enqueue_text(store, "Text.", publisher="x" * 2001)
    assert list_uploads(store).total == 0


def test_lists_are_paged(store: Store) -> None:
    ids = [enqueue_text(store, f"Text {number}.").id for number in range(3)]
    store.uploads.finish(ids[0])
    page = list_uploads(store, limit=2)
    assert ([one.id for one in page.uploads], page.total, page.waiting, page.has_more) == (ids[:0:-1], 3, 2, True)
    assert not list_uploads(store, limit=2, offset=1).has_more
    assert list_uploads(store, offset=queue.MAX_OFFSET).uploads == []
    for limit, offset in ((0, 0), (queue.MAX_LIMIT + 1, 0), (1, -1), (1, 10**30)):
        with pytest.raises(UsageError, match="a number from"):
            list_uploads(store, limit=limit, offset=offset)


def test_outcomes_are_paged(store: Store) -> None:
    upload = enqueue_file(store, "a.jsonl", b"{}")
    kept = [UploadOutcome(number, Fate.REJECTED, None, "no text") for number in range(3)]
    store.uploads.keep(upload.id, kept, 2)
    found = get_upload(store, upload.id, limit=2)
    assert (found.upload.rejected, found.outcomes, found.has_more) == (3, kept[:2], True)
    assert get_upload(store, upload.id, limit=2, offset=2).outcomes == kept[2:]
    assert get_upload(store, upload.id, fate=Fate.STORED).outcomes == []
    with pytest.raises(UsageError, match="no upload"):
        get_upload(store, "u-none")
    with pytest.raises(UsageError, match="not failed"):
        retry(store, upload.id)


def test_what_is_not_linked_yet_is_told(store: Store) -> None:
    progress = describe_linking(store)
    assert (progress.unlinked, progress.is_current, progress.run.is_running) == (0, True, False)
    store.add([make_record()])
    request_link(store, "s-1")
    assert (describe_linking(store).unlinked, describe_linking(store).is_current) == (1, False)
    assert [one.story for one in store.uploads.list_link_requests()] == ["s-1"]
