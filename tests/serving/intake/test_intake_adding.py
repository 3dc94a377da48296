"""Uploads are read in order and batch by batch; every input ends in one way, whatever breaks off."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from firsthand import engine
from firsthand.errors import ModelError, StoreAccessError
from firsthand.records import Annotations, Article
from firsthand.serving.intake import adding, enqueue_file, enqueue_text, get_upload, retry
from firsthand.serving.intake.adding import add_next
from firsthand.storage import Fate, Store, Upload, UploadState
from tests.serving.fakes import FakeExtractor


class PoisonousExtractor(FakeExtractor):
    """Fails on every text with `word` in it."""

    def __init__(self, word: str, error: BaseException) -> None:
        super().__init__()
        self.word, self.error = word, error

    def read(self, article: Article) -> tuple[Annotations, NDArray[np.int8]]:
        if self.word in article.text:
            raise self.error
        return super().read(article)


@pytest.fixture(autouse=True)
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeExtractor:
    fake = FakeExtractor()
    monkeypatch.setattr(engine, "load_extractor", lambda: fake)
    return fake


def make_lines(number: int, *, start: int = 0) -> bytes:
    texts = ({"id": f"n{n}", "text": f"Ana Reyes said pier {n} stays open."} for n in range(start, start + number))
    return b"\n".join(json.dumps(text).encode() for text in texts)


def read_all(store: Store) -> list[Upload]:
    settled = []
    while upload := add_next(store):
        settled.append(upload)
    return settled


def count_fates(store: Store, upload: Upload) -> Counter[Fate]:
    """The fates, which must be those of the sums."""
    outcomes = store.uploads.list_outcomes(upload.id, -1)
    fates = Counter(one.fate for one in outcomes)
    now = store.uploads.get(upload.id)
    sums = {Fate.STORED: now.stored, Fate.REVISION: now.revisions, Fate.DUPLICATE: now.duplicates}
    assert fates == Counter({**sums, Fate.REJECTED: now.rejected})
    assert all(one.reason for one in outcomes)
    assert [one.number for one in outcomes] == list(range(len(outcomes)))
    return fates


def test_a_pasted_text_is_stored_with_what_the_user_says(store: Store) -> None:
    said = {"publisher": "Courier", "published": "2026-03-10", "url": "u:1", "title": "T"}
    upload = enqueue_text(store, "The port stays open.", **said)
    (done,) = read_all(store)
    assert (done.state, done.stored, done.total) == (UploadState.DONE, 1, 1)
    (outcome,) = get_upload(store, upload.id).outcomes
    assert outcome.article
    article = store.get(outcome.article).article
    assert article.text == "The port stays open."
    assert {name: getattr(article, name) for name in said} == said
    assert add_next(store) is None


def test_the_ways_in_which_inputs_end(store: Store) -> None:
    lines = [
        {"id": "a", "text": "The port stays open."},
        {"id": "a", "text": "The port stays open."},
        {"id": "a", "text": "The port is shut."},
        {"id": "b", "text": 7},
    ]
    upload = enqueue_file(store, "a.jsonl", b"\n".join(json.dumps(line).encode() for line in lines))
    (done,) = read_all(store)
    assert done.state is UploadState.DONE
    assert count_fates(store, upload) == dict.fromkeys(Fate, 1)
    (rejected,) = get_upload(store, upload.id, fate=Fate.REJECTED).outcomes
    assert (rejected.number, rejected.reason.partition(":")[0]) == (3, "a.jsonl")


def test_uploads_are_read_in_the_order_in_which_they_came(store: Store) -> None:
    ids = [enqueue_file(store, "a.jsonl", make_lines(2, start=2 * n)).id for n in range(3)]
    assert [one.id for one in read_all(store)] == ids
    assert {one.id for one in store.list_articles()} == {f"n{n}" for n in range(6)}


def test_progress_is_seen_batch_by_batch(store: Store) -> None:
    upload = enqueue_file(store, "a.jsonl", make_lines(10))
    seen = []
    add_next(store, alarm=lambda: seen.append(store.uploads.get(upload.id)))
    assert [one.total for one in seen] == [0, 4, 8, 10]
    assert all(one.state is UploadState.READING for one in seen)
    assert [one.bytes_read for one in seen] == sorted({one.bytes_read for one in seen})
    assert seen[-1].bytes_read == upload.size


@pytest.mark.parametrize("ends_after", range(6))
def test_a_run_that_ends_anywhere_goes_on_where_it_was(store: Store, fake: FakeExtractor, ends_after: int) -> None:
    upload = enqueue_file(store, "a.jsonl", make_lines(17))
    calls = iter(range(100))

    def end() -> None:
        if next(calls) == ends_after:
            raise SystemExit

    with pytest.raises(SystemExit):
        add_next(store, alarm=end)
    assert store.uploads.get(upload.id).state is UploadState.WAITING
    (done,) = read_all(store)
    assert (done.state, done.stored) == (UploadState.DONE, 17)
    assert count_fates(store, upload) == {Fate.STORED: 17}
    assert len(fake.annotated) == 17  # nothing twice


def test_an_end_while_articles_are_stored_keeps_neither_them_nor_their_outcomes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = enqueue_file(store, "a.jsonl", make_lines(3))
    with monkeypatch.context() as broken:
        broken.setattr(type(store.uploads), "_insert_outcomes", raise_full_disk)
        with pytest.raises(StoreAccessError):
            add_next(store)
    assert store.list_articles() == []
    read_all(store)
    assert count_fates(store, upload) == {Fate.STORED: 3}


def raise_full_disk(*_: object, **__: object) -> None:
    raise StoreAccessError("the disk is full: make room, then run the command again")


def test_a_text_on_which_the_extractor_fails_is_left_out_alone(store: Store) -> None:
    upload = enqueue_file(store, "a.jsonl", make_lines(10))
    failed = add_next(store, extractor=PoisonousExtractor("pier 5", ValueError("\ud800 no such pier")))
    assert failed and failed.state is UploadState.FAILED
    assert failed.error and failed.error.startswith("1 left out: ") and "report this as a bug" in failed.error
    assert count_fates(store, upload) == {Fate.STORED: 9, Fate.REJECTED: 1}
    retry(store, upload.id)
    (done,) = read_all(store)
    assert done.state is UploadState.DONE
    assert count_fates(store, upload) == {Fate.STORED: 10}


def test_a_model_that_is_missing_fails_the_upload_and_can_be_mended(store: Store) -> None:
    upload = enqueue_file(store, "a.jsonl", make_lines(5))
    failed = add_next(store, extractor=PoisonousExtractor("pier", ModelError("the model is missing: install it again")))
    assert failed and (failed.state, failed.error) == (
        UploadState.FAILED,
        "the model is missing: install it again; then try again",
    )
    retry(store, upload.id)
    read_all(store)
    assert count_fates(store, upload) == {Fate.STORED: 5}


def die_at(store: Store, word: str, *, size_seen: list[int]) -> None:
    """A process that dies while it reads a text with the word: nothing is put back."""
    taken = store.uploads.take()
    assert taken
    before = store.uploads.get(taken.id).total
    try:
        adding._add_upload(store, taken, PoisonousExtractor(word, KeyboardInterrupt()), lambda: None)
    except KeyboardInterrupt:
        size_seen.append(store.uploads.get(taken.id).total - before)


def test_a_text_that_ends_the_process_is_left_out_after_two_tries(store: Store) -> None:
    upload = enqueue_file(store, "a.jsonl", make_lines(10))
    got_on: list[int] = []
    while not store.uploads.get(upload.id).is_settled:
        die_at(store, "pier 6", size_seen=got_on)
    assert got_on == [4, 0, 2, 0, 0]  # batches of four, then one by one up to it, and twice at it
    failed = store.uploads.get(upload.id)
    assert failed.state is UploadState.FAILED
    assert failed.error and "was left out" in failed.error
    assert count_fates(store, upload) == {Fate.STORED: 9, Fate.REJECTED: 1}


def test_an_upload_that_ends_the_process_again_and_again_fails(store: Store) -> None:
    upload = enqueue_file(store, "a.jsonl", make_lines(10))
    got_on: list[int] = []
    for _ in range(20):
        if not store.uploads.get(upload.id).is_settled:
            die_at(store, "pier", size_seen=got_on)
    failed = store.uploads.get(upload.id)
    assert (failed.state, failed.error) == (UploadState.FAILED, adding.STUCK)
    assert len(got_on) <= 4


def test_a_reader_that_fails_fails_the_upload(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object, **__: object) -> Iterator[Article]:
        yield Article("a", "The port stays open.")
        raise RuntimeError("no more")

    upload = enqueue_file(store, "a.jsonl", b"{}")
    monkeypatch.setattr(engine, "read_stream", read)
    (failed,) = read_all(store)
    assert failed.state is UploadState.FAILED
    assert failed.error and "RuntimeError: no more" in failed.error
    assert get_upload(store, upload.id).upload.id == failed.id


def make_hostile_bodies() -> list[tuple[str, bytes]]:
    """200 files that hold no article, or hardly one."""
    packed = gzip.compress(make_lines(3))
    odd = [
        *(b"", b"\x00" * 100, b"\x1f\x8b", b"\x1f\x8b" + b"x" * 50, packed[:-9], gzip.compress(b"\x00" * 1_000_000)),
        *(b'{"text": ', b"[" * 100_000, b'{"text": "' + b"x" * 2_000_000 + b'"}', b"x" * 2_000_000),
        *(b"\xff\xfe\x00\xd8", b'{"text": "\\ud800"}', b'{"text": null}', b"[]", b"null", b"<html>", b"\n" * 9_999),
        *(b"<html><body></body></html>", "\u202eabc\u2066".encode(), bytes(range(256)) * 20, b'{"text": "a"}\n' * 20),
        *(b'{"text": 1e999999}', b'{"id": [1], "text": "a"}', gzip.compress(gzip.compress(b"text"))),
        *(b"%PDF-1.4\n", b"PK\x03\x04zip"),
    ]
    names = ["a.txt", "a.html", "a.jsonl", "a.json", "a.bin", "a.jsonl.gz", "a", ".gz"]
    return [(names[number % len(names)], odd[(number // len(names) + number) % len(odd)]) for number in range(200)]


def test_hostile_bodies_each_end_with_a_reason(store: Store) -> None:
    uploads = [enqueue_file(store, name, body) for name, body in make_hostile_bodies()]
    assert {one.state for one in read_all(store)} == {UploadState.DONE}
    for upload in uploads:
        assert count_fates(store, upload).total() >= 1
    assert store.uploads.count() == {UploadState.DONE: 200}


def test_a_small_file_that_unpacks_to_a_huge_one_ends(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "MAX_UNPACKED", 100_000)
    upload = enqueue_file(store, "a.jsonl.gz", gzip.compress(make_lines(2) + b"\n" * 10_000_000))
    read_all(store)
    assert count_fates(store, upload) == {Fate.STORED: 2, Fate.REJECTED: 1}
    assert "unpacks to over 0 MB" in get_upload(store, upload.id).outcomes[-1].reason
