"""What people put right about statements is followed by the search, and comes back when they undo it."""

import msgspec
import pytest

from firsthand.records import Actor, ActorKind, Correction, StoryLinks
from firsthand.storage import Query, Store
from tests.storage.made_links import COURIER, REYES, make_links
from tests.storage.made_records import make_record

LIND = Actor("a-lind", "Ivo Lind", ActorKind.PERSON)


def correct(*corrections: Correction) -> StoryLinks:
    return msgspec.structs.replace(make_links(articles=("a1",)), actors=(COURIER, LIND, REYES), corrections=corrections)


@pytest.fixture
def full(store: Store) -> Store:
    store.add([make_record()])
    store.links.save_story("key 1", correct())
    return store


def find(store: Store, **query: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.id, one.speaker, one.actor) for one in store.search_statements(Query(**query))]


def test_what_is_no_statement_is_found_no_more(full: Store) -> None:
    before = find(full, outlet="courier")
    full.links.save_story("key 2", correct(Correction("a1:2", "j-1", is_statement=False)))
    assert find(full, outlet="courier") == [("a1:1", "Ana Reyes", REYES.id)]
    assert find(full, words="lease") == []
    assert full.facet_statements(Query(words="lease")).total == 0
    assert full.search_articles(Query(speaker="people")) == []
    assert full.find_article("a1").statements == 1
    full.links.save_story("key 3", correct())
    assert find(full, outlet="courier") == before
    assert full.find_article("a1").statements == 2


def test_another_speaker_is_found_by_name_and_the_former_one_is_not(full: Store) -> None:
    before = find(full, speaker="reyes")
    full.links.save_story("key 2", correct(Correction("a1:2", "j-1", LIND.id)))
    assert find(full, speaker="ivo lind") == [("a1:2", "Ivo Lind", LIND.id)]
    assert [one.id for one in full.links.list_spoken(LIND.id)] == ["a1:2"]
    assert full.search_articles(Query(speaker="lind"))
    full.links.save_story("key 3", correct(Correction("a1:1", "j-2", None)))
    assert find(full, actor=REYES.id) == []
    assert find(full, words="port") == [("a1:1", None, None)]
    full.links.save_story("key 4", correct())
    assert find(full, speaker="reyes") == before
    assert find(full, speaker="lind") == []
    assert find(full, speaker="people") == [("a1:2", "people close to the talks", None)]


def test_a_story_that_goes_leaves_its_statements_as_they_were_read(full: Store) -> None:
    before = find(full, outlet="courier")
    both = (Correction("a1:1", "j-1", LIND.id), Correction("a1:2", "j-2", is_statement=False))
    full.links.save_story("key 2", correct(*both))
    full.links.drop_stories_except([])
    assert find(full, outlet="courier") == [(id, speaker, None) for id, speaker, _ in before]
    assert find(full, speaker="lind") == []


def test_corrections_of_what_is_not_in_the_story_change_nothing(full: Store) -> None:
    full.add([make_record("other", "Ana Reyes said “nothing”.")])
    before = find(full, outlet="courier")
    strange = (Correction("other:1", "j-1", is_statement=False), Correction("none", "j-2", LIND.id))
    full.links.save_story("key 2", correct(*strange))
    assert find(full, outlet="courier") == before
