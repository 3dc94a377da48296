"""The log of judgements keeps everything."""

import re
from pathlib import Path

import msgspec
import pytest

from firsthand.errors import UsageError
from firsthand.records import JudgementKind, Verdict
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


def test_of_two_on_one_thing_the_later_in_force_is_told(store: Store) -> None:
    links = store.links
    for id in ("j-1", "j-2", "j-3"):
        links.add_judgement(make_judgement(id))
    assert [one.superseded_by for one in links.load_judgement_log()] == ["j-3", "j-3", None]
    links.undo_judgement("j-3")
    assert [one.superseded_by for one in links.load_judgement_log()] == ["j-2", None, None]
    links.undo_judgement("j-1")
    assert [one.superseded_by for one in links.load_judgement_log()] == [None, None, None]


def test_of_judgements_on_single_statements_the_later_may_be_of_another_kind(store: Store) -> None:
    speaker = msgspec.structs.replace(
        make_judgement("j-1"), kind=JudgementKind.SPEAKER, left_anchor="a1:1", right_anchor="a1/a1:actor-1"
    )
    nothing = msgspec.structs.replace(
        speaker, id="j-2", kind=JudgementKind.STATEMENT, verdict=Verdict.DIFFERENT, right_anchor="a1:1"
    )
    elsewhere = msgspec.structs.replace(nothing, id="j-3", left_anchor="a1:10", right_anchor="a1:10")
    for one in (speaker, nothing, elsewhere):
        store.links.add_judgement(one)
    assert [one.superseded_by for one in store.links.load_judgement_log()] == ["j-2", None, None]


def test_what_the_links_do_not_follow_yet_is_known(store: Store) -> None:
    links = store.links
    first, second = links.add_judgement(make_judgement("j-1")), links.add_judgement(make_judgement("j-2"))
    assert links.find_unfollowed() == [first, second]
    links.note_followed(["j-1", "j-none"])
    assert links.find_unfollowed() == [second]
    links.note_followed(["j-2"])
    assert links.find_unfollowed() == []
    assert links.is_current()
    links.undo_judgement("j-1")
    assert links.find_unfollowed() == [first]
    links.note_followed(["j-1"])
    assert links.is_current()
    links.mark_followed(["j-1"])
    assert links.find_unfollowed() == [first, second]
