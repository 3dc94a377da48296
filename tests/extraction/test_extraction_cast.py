"""The cast: names that lead to actors, and actors made one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_statements import make_cast

from firsthand.extraction.actors import make_id
from firsthand.extraction.cast import Cast
from firsthand.records import Actor, ActorKind, Mention, MentionForm


def test_names_are_found_with_and_without_the_article() -> None:
    cast = make_cast("", ("1", "t", "Vale Courier"))
    assert cast.find_named("the vale courier") == "1"
    assert cast.find_named("Vale") is None


def test_a_known_name_adds_nobody() -> None:
    cast = make_cast("", ("1", "t", "Vale Courier"))
    assert cast.add("The Vale Courier", ActorKind.OUTLET) == "1"
    assert len(cast.actors) == 1


def test_merged_actors_share_names_and_mentions() -> None:
    text = "NNA is the Nordby News Agency."
    cast = make_cast(text, ("1", "t", "Nordby News Agency"), ("2", "o", "NNA"))
    cast.merge("1", "2")
    assert [(actor.name, actor.aliases) for actor in cast.actors] == [("Nordby News Agency", ("NNA",))]
    assert {mention.actor for mention in cast.mentions} == {"1"}
    assert (cast.find_named("NNA"), cast.follow("2"), cast.follow("1"), cast.follow(None)) == ("1", "1", "1", None)


def test_a_fuller_name_keeps_the_old_one() -> None:
    cast = make_cast("", ("1", "p", "NNA"))
    cast.recast("1", name="Nordby News Agency", kind=ActorKind.OUTLET)
    actor = cast.get("1")
    assert (actor.name, actor.aliases, actor.kind) == ("Nordby News Agency", ("NNA",), ActorKind.OUTLET)
    assert cast.find_named("Nordby News Agency") == cast.find_named("NNA") == "1"


def test_an_unknown_name_adds_an_actor_of_its_kind_or_the_kind_that_it_looks_like() -> None:
    cast = make_cast("", ("1", "p", "Anna Roux"))
    courier, bank = cast.add("Vale Courier", ActorKind.OUTLET), cast.add("Vale Bank")
    assert [actor.name for actor in cast.actors] == ["Anna Roux", "Vale Courier", "Vale Bank"]
    assert (cast.get(courier).kind, cast.get(bank).kind) == (ActorKind.OUTLET, ActorKind.ORGANISATION)
    assert courier == make_id("1", "Vale Courier") == cast.find_named("vale courier")
    with pytest.raises(KeyError):
        cast.get("nobody")


def test_mentions_inside_a_span_are_found_in_reading_order() -> None:
    text = "Anna Roux met Falk and Roux."
    cast = make_cast(text, ("1", "p", "Anna Roux"), ("2", "p", "Falk"))
    found = cast.find_in((0, 20))
    assert [text[slice(*mention.span)] for mention in found] == ["Anna Roux", "Falk"]
    assert cast.find_in((1, 9)) == cast.find_in((14, 16)) == []


def test_a_span_is_mentioned_once() -> None:
    cast = make_cast("Anna Roux left, and she slept.", ("1", "p", "Anna Roux"), ("2", "p", "Falk"))
    cast.refer(Mention((0, 9), "2", MentionForm.NAME))
    cast.refer(Mention((20, 23), "1", MentionForm.PRONOUN))
    cast.refer(Mention((5, 9), "1", MentionForm.NAME))
    assert [(m.span, m.actor) for m in cast.mentions] == [((0, 9), "1"), ((5, 9), "1"), ((20, 23), "1")]


def test_an_alias_leads_to_its_actor_and_takes_nobodys_name() -> None:
    cast = make_cast("", ("1", "t", "Nordby News Agency"), ("2", "o", "Vale Bank"))
    cast.add_alias("1", "NNA")
    cast.add_alias("1", "NNA")
    cast.add_alias("1", "Vale Bank")
    assert cast.get("1").aliases == ("NNA", "Vale Bank")
    assert (cast.find_named("nna"), cast.find_named("Vale Bank")) == ("1", "2")


def test_merging_keeps_roles_and_merges_again() -> None:
    first = Actor("1", "Anna Roux", ActorKind.PERSON, ("Roux",), ("mayor",))
    second = Actor("2", "A. Roux", ActorKind.PERSON, ("Roux",), ("mayor", "sailor"))
    cast = Cast("x", [first, second, Actor("3", "Falk", ActorKind.PERSON)], [Mention((0, 4), "3", MentionForm.NAME)])
    cast.merge("1", "1")
    cast.merge("2", "3")
    cast.merge("1", "2")
    (actor,) = cast.actors
    assert (actor.name, actor.aliases, actor.roles) == ("Anna Roux", ("Roux", "A. Roux", "Falk"), ("mayor", "sailor"))
    assert cast.follow("3") == cast.follow("2") == "1"
    assert [mention.actor for mention in cast.mentions] == ["1"]


def test_recasting_without_anything_changes_nothing() -> None:
    cast = make_cast("", ("1", "p", "Anna Roux"))
    cast.recast("1", name="Anna Roux")
    assert cast.actors == (Actor("1", "Anna Roux", ActorKind.PERSON),)


NAMES = st.sampled_from(["Roux", "the Roux", "The Vale", "Vale", "NNA", "Vale Courier", "vale courier"])
STEP = st.sampled_from(["add", "merge", "recast", "alias", "refer"])
STEPS = st.lists(st.tuples(STEP, NAMES, st.integers(0, 40)), max_size=25)


@given(STEPS)
def test_whatever_is_done_every_name_and_mention_leads_to_an_actor(steps: list[tuple[str, str, int]]) -> None:
    cast = make_cast("Roux of Vale", ("1", "p", "Roux"), ("2", "o", "Vale"))
    for step, name, number in steps:
        actors = [actor.id for actor in cast.actors]
        chosen = actors[number % len(actors)]
        if step == "add":
            assert cast.get(cast.add(name)).id == cast.find_named(name)
        elif step == "merge":
            cast.merge(chosen, actors[-1])
        elif step == "recast":
            cast.recast(chosen, name=name)
        elif step == "alias":
            cast.add_alias(chosen, name)
        else:
            cast.refer(Mention((number, number + 1), chosen, MentionForm.NAME))
    ids = [actor.id for actor in cast.actors]
    assert len(set(ids)) == len(ids) > 0
    for actor in cast.actors:
        assert actor.name not in actor.aliases
        assert all(cast.find_named(known) in ids for known in (actor.name, *actor.aliases))
    assert {mention.actor for mention in cast.mentions} <= set(ids)
    assert [m.span for m in cast.mentions] == sorted({m.span for m in cast.mentions})
    assert {cast.follow(known) for known in ("1", "2")} <= set(ids)
