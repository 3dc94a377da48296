"""What is told of an actor: figures, statements, positions with their changes, and what was joined to it."""

import msgspec
import pytest

from firsthand.errors import UsageError
from firsthand.records import ActorKind, Position, Relation, RelationKind, Status
from firsthand.serving.views.actor import find_actor_id, list_forms, list_spoken, view_actor
from firsthand.serving.views.actors import count_actors, list_actors, read_kind
from firsthand.serving.views.positions import list_changes, list_matters, word_change
from firsthand.storage import Store, open_store
from tests.serving.made_story import DENIAL, SALE, STORY, make_links, make_records


def test_actors_are_found_by_name_and_kind(store: Store) -> None:
    found = list_actors(store, limit=3)
    assert found.has_more
    assert found.items[0].statements >= found.items[1].statements >= found.items[2].statements
    assert count_actors(store) == 5
    assert [one.name for one in list_actors(store, "caldo").items] == ["Ines Caldo"]
    outlets = list_actors(store, "", ActorKind.OUTLET)
    assert {one.id for one in outlets.items} == {"a-courier", "a-post", "a-radio"}
    assert count_actors(store, "caldo", ActorKind.OUTLET) == 0


def test_a_kind_that_there_is_not_is_told() -> None:
    assert read_kind("") is None
    with pytest.raises(UsageError, match="person, organisation"):
        read_kind("wizard")


def test_the_profile_has_what_the_story_has(store: Store) -> None:
    profile = view_actor(store, "a-caldo")
    assert profile.actor.aliases == ("Caldo", "the harbour master")
    assert (profile.statements, profile.origin_of, profile.forms) == (3, 1, 4)
    assert profile.days == {"2031-03-01": 2, "2031-03-02": 1}
    assert [one.id for one in profile.stories] == [STORY]
    assert {one.name for one in profile.quoted_by} == {"Moravel Courier", "Harbour Post", "Quay Radio"}
    assert profile.prints == ()


def test_an_outlet_has_those_whom_it_prints(store: Store) -> None:
    printed = view_actor(store, "a-courier").prints
    assert [(one.id, one.statements, one.articles) for one in printed] == [("a-caldo", 1, 1), ("a-council", 1, 1)]


def test_statements_come_newest_first_with_claim_and_story(store: Store) -> None:
    page = list_spoken(store, "a-caldo", limit=2)
    assert page.has_more
    assert [one.statement.id for one in page.items] == ["m3:2", "m2:2"]
    assert page.items[0].claim is not None
    assert page.items[0].claim.id == DENIAL
    assert page.items[0].story_title == make_links().story.title
    assert [one.statement.id for one in list_spoken(store, "a-caldo", offset=2).items] == ["m1:2"]


def test_each_form_can_be_parted_from_another_one(store: Store) -> None:
    page = list_forms(store, "a-caldo", limit=3)
    assert page.has_more
    members = store.links.list_members("a-caldo")
    assert [form.id for form in page.items] == members[:3]
    assert [form.parts_from for form in page.items] == [members[1], members[0], members[0]]
    assert page.items[0].name == "Ines Caldo"


def test_only_an_actor_has_a_page(store: Store) -> None:
    assert find_actor_id(store, "a-cald") == "a-caldo"
    with pytest.raises(UsageError, match="it is a claim"):
        find_actor_id(store, SALE)


def test_positions_are_grouped_by_matter(store: Store) -> None:
    (matter,) = list_matters(store, "a-caldo").items
    assert matter.claim.id == DENIAL
    assert [one.change for one in matter.positions] == ["softened on 2 March"]
    assert list_matters(store, "a-post").items == ()


def test_a_change_has_what_was_said_before(story_database: str) -> None:
    links = make_links()
    before = Position("a-caldo", "2031-03-01", "no sale", None, Status.DENIED, DENIAL, "m1:2")
    words = "denied on 2031-03-01, admitted on 2031-03-02"
    now = Position("a-caldo", "2031-03-02", "a sale", None, Status.ASSERTED, SALE, "m3:2", words)
    relation = Relation(SALE, DENIAL, RelationKind.UPDATES, (words,))
    changed = msgspec.structs.replace(links, positions=(before, now), relations=(relation,))
    with open_store(story_database) as store:
        store.links.save_story("other", changed)
        (found,) = list_changes(store, "a-caldo", lambda story: store.links.get_story(story).relations)
    assert (found.before, found.now) == (before, now)
    assert found.words == "denied on 1 March 2031, admitted on 2 March 2031"
    assert (found.story, found.story_title) == (STORY, links.story.title)


def test_nobody_changes_without_positions(store: Store) -> None:
    assert list_changes(store, "a-post", lambda _: pytest.fail("nothing is to be looked up")) == ()


def test_dates_in_a_change_are_told_in_words() -> None:
    assert (
        word_change("put carefully on 2031-03, firmly on 2031-04-02")
        == "put carefully on March 2031, firmly on 2 April 2031"
    )
    assert word_change("lowered from 70 to two") == "lowered from 70 to two"


def test_the_made_story_is_as_these_tests_take_it() -> None:
    assert (
        sum(one.speaker == f"{record.article.id}:a-caldo" for record in make_records() for one in record.statements)
        == 3
    )
