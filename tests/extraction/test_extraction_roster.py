"""Names that join: found by index, with the same result as by looking through all actors."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extraction.roster import NamedActor, Roster, guess_kind
from firsthand.records import ActorKind

WORDS = "Anne ANNE Roux ROUX Straße Strasse STRASSE Bank Ministry NATO Reuters The Times of Department Sanders".split()
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
CALLS = st.lists(st.tuples(NAMES, st.sampled_from([None, "mayor", "clerk"]), st.booleans()), max_size=30)


def look_through_all(actors: list[NamedActor], name: str) -> int | None:
    """The first actor that may bear a name."""
    return next((place for place, actor in enumerate(actors) if may_bear(actor, name)), None)


def may_bear(actor: NamedActor, name: str) -> bool:
    if name.casefold() in {known.casefold() for known in (actor.name, *actor.aliases)}:
        return True
    if ActorKind.PERSON not in {actor.kind, guess_kind(name)}:
        return name.casefold().removeprefix("the ") == actor.name.casefold().removeprefix("the ")
    mine, its = name.casefold().split(), actor.name.casefold().split()
    if (len(mine) == 1) == (len(its) == 1):
        return False
    (word,), whole = (mine, its) if len(mine) == 1 else (its, mine)
    is_outlet = ActorKind.OUTLET in {actor.kind, guess_kind(name)}
    return word == whole[-1] or (word == whole[0] and not is_outlet)


def share_an_end(one: str, other: str) -> bool:
    """Whether one name of several words is the end of the other ("van der Berg")."""
    longer, shorter = sorted((one.casefold().split(), other.casefold().split()), key=len, reverse=True)
    return len(longer) > len(shorter) > 1 and longer[-len(shorter) :] == shorter


@given(CALLS)
def test_every_name_goes_to_the_first_actor_that_may_bear_it(calls: list[tuple[str, str | None, bool]]) -> None:
    roster = Roster()
    for name, role, has_article in calls:
        expected = look_through_all(roster.actors, name)
        before = [actor.name for actor in roster.actors]
        place = roster.add(name, role, has_article)
        is_end = place < len(before) and share_an_end(before[place], name)  # joined if a part of it stood alone
        assert is_end or place == (len(roster.actors) - 1 if expected is None else expected)
        actor = roster.actors[place]
        assert name in {actor.name, *actor.aliases}
        assert role is None or role in actor.roles


def test_the_longest_name_is_the_name_and_the_others_are_aliases() -> None:
    roster = Roster()
    places = [roster.add(name, None, False) for name in ("Roux", "Anne Roux", "Falk", "ANNE", "Roux")]
    assert places == [0, 0, 1, 0, 0]
    assert [(actor.name, actor.aliases) for actor in roster.actors] == [("Anne Roux", ["Roux", "ANNE"]), ("Falk", [])]


@pytest.mark.parametrize(
    ("names", "actors"),
    [
        (["Ana de Souza", "De Souza", "de Souza"], 1), (["De Souza", "Ana de Souza"], 1),
        (["Omar bin Rashid", "bin Rashid", "Rashid"], 1), (["Ana de Souza", "de Silva"], 2),
        (["Roux Campaign", "Roux"], 2), (["Roux", "Roux Administration"], 2), (["Roux Copper", "Roux"], 1),
        (["Brost", "Brost Courier"], 2), (["Brost Courier", "Courier"], 1),
    ],
)  # fmt: skip
def test_parts_of_names(names: list[str], actors: int) -> None:
    roster = Roster()
    assert len({roster.add(name, None, False) for name in names}) == actors


def test_an_actor_is_known_by_other_names_unless_they_are_anothers() -> None:
    roster = Roster()
    courier, mayor = roster.add("Brost Courier", None, False), roster.add("Anna Roux", None, False)
    roster.know(courier, {"BC", "courier", "anna roux"})
    assert [roster.find(name) for name in ("bc", "Courier", "Anna Roux")] == [courier, courier, mayor]


def test_a_bare_name_with_an_article_is_no_person() -> None:
    roster = Roster()
    roster.add("Kremlin", None, True)
    roster.add("Falk", "mayor", True)
    assert [actor.kind for actor in roster.actors] == [ActorKind.ORGANISATION, ActorKind.PERSON]


def test_ten_thousand_names_take_no_time_to_speak_of() -> None:
    roster = Roster()
    started = time.process_time()
    for number in range(10_000):
        roster.add(f"Anne{number} Roux", None, False)
    assert time.process_time() - started < 5  # about 0.2 s; looking through all of them took minutes
    assert len(roster.actors) == 10_000
