"""The log of judgements keeps everything."""

import re
from pathlib import Path

import pytest

from firsthand.errors import UsageError
from firsthand.storage import LoggedJudgement, Store, open_store
from tests.storage.made_links import make_judgement


def test_a_judgement_gets_an_id_and_comes_back(store: Store) -> None:
    kept = store.links.add_judgement(make_judgement())
    assert re.fullmatch(r"j-[0-9a-f]{10}", kept.id)
    assert kept == make_judgement(kept.id)
    assert store.links.list_judgements() == [kept]
    assert store.links.load_judgement_log() == [LoggedJudgement(kept)]


def test_equal_judgements_are_two(store: Store) -> None:
    ids = [store.links.add_judgement(make_judgement()).id for _ in range(3)]
    assert ids == [ids[0], f"{ids[0]}-2", f"{ids[0]}-3"]
    assert [one.id for one in store.links.list_judgements()] == ids


def test_a_given_id_is_kept_and_stays_unique(store: Store) -> None:
    assert store.links.add_judgement(make_judgement("j-1")).id == "j-1"
    with pytest.raises(UsageError, match="another judgement") as caught:
        store.links.add_judgement(make_judgement("j-1", left="a-else"))
    assert caught.value.subject == "j-1"
    assert store.links.list_judgements() == [make_judgement("j-1")]


def test_an_undone_judgement_stays_in_the_log(store: Store) -> None:
    links = store.links
    first, second = links.add_judgement(make_judgement("j-1")), links.add_judgement(make_judgement("j-2"))
    assert links.undo_judgement("j-1", by="Ivo") == first
    assert links.list_judgements() == [second]
    assert links.list_judgements(undone=True) == [first, second]
    undone, standing = links.load_judgement_log()
    assert (undone.judgement, undone.undone_by) == (first, "Ivo")
    assert undone.undone_at is not None
    assert undone.undone_at.startswith("20")
    assert standing == LoggedJudgement(second)


def test_what_can_not_be_undone_says_so(store: Store) -> None:
    links = store.links
    with pytest.raises(UsageError, match="no judgement"):
        links.undo_judgement("j-none")
    links.add_judgement(make_judgement("j-1"))
    links.undo_judgement("j-1")
    with pytest.raises(UsageError, match="undone already"):
        links.undo_judgement("j-1", by="Ivo")
    assert links.load_judgement_log()[0].undone_by == ""


def test_judgements_outlive_the_stories_and_the_program(tmp_path: Path) -> None:
    with open_store(tmp_path / "x.db") as store:
        kept = store.links.add_judgement(make_judgement())
        store.links.drop_stories_except([])
    with open_store(tmp_path / "x.db") as store:
        assert store.links.list_judgements() == [kept]
