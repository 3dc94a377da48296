"""Forms in, actors out: what joins in a story, what joins across, what never does, and that no order counts."""

import random
import time
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.actors import ActorForm, JoinedActor, NearActor, join_actors, make_forms
from firsthand.records import Actor, ActorKind, Annotations, Article, Judgement, JudgementKind, Verdict

PERSON, BODY, OUTLET = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.OUTLET
STORY = {"a1": "harbour", "a2": "harbour", "a3": "harbour", "b1": "dam", "b2": "dam", "c1": "mine"}
NUMBER = count()


def form(article: str, name: str, *roles: str, kind: ActorKind = PERSON) -> ActorForm:
    return ActorForm(article, f"{name} {roles}", name, kind, (), roles, "2026-03-10")


def judge(verdict: Verdict, left: ActorForm, right: ActorForm, at: str = "2026-03-12T10:00:00Z") -> Judgement:
    first, second = "/".join(left.anchor), "/".join(right.anchor)
    return Judgement(f"j{next(NUMBER)}", JudgementKind.ACTOR, verdict, "", "", first, second, "Marta", at)


def join(*forms: ActorForm, judgements: tuple[Judgement, ...] = ()) -> tuple[JoinedActor, ...]:
    return join_actors(forms, STORY, judgements)


def names_of(actors: tuple[JoinedActor, ...], forms: tuple[ActorForm, ...]) -> set[frozenset[str]]:
    """The actors as sets of "article name"."""
    name_of = {one.anchor: f"{one.article} {one.name}" for one in forms}
    return {frozenset(name_of[anchor] for anchor in actor.members) for actor in actors}


def is_one(left: ActorForm, right: ActorForm, *others: ActorForm, judgements: tuple[Judgement, ...] = ()) -> bool:
    actors = join(left, right, *others, judgements=judgements)
    return any({left.anchor, right.anchor} <= set(actor.members) for actor in actors)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (form("a1", "Milan Oshtrev"), form("b1", "Milan Oštrev")),
        (form("a1", "Anne B. Roux"), form("b1", "Anne Roux")),
        (form("a1", "Bob Carver", "Governor"), form("b1", "Robert Carver", "the governor")),
        (form("a1", "Brost Copper", kind=BODY), form("b1", "Brost Copper Ltd", kind=BODY)),
        (form("a1", "Reuters", kind=OUTLET), form("b1", "Reuters", kind=BODY)),
    ],
)
def test_whole_names_join_across_stories(left: ActorForm, right: ActorForm) -> None:
    assert is_one(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (form("a1", "Roux"), form("b1", "Anne Roux")),
        (form("a1", "Roux"), form("b1", "Roux")),
        (form("a1", "A. Roux"), form("b1", "Anne Roux")),
        (form("a1", "Bob Carver"), form("b1", "Robert Carver")),
        (form("a1", "Jan Roux"), form("b1", "Jan Roux Jr.")),
        (form("a1", "Jan A. Roux"), form("b1", "Jan B. Roux")),
        (form("a1", "Jan Roux", "Bishop"), form("b1", "Jan Roux", "striker")),
        (form("a1", "the ministry", kind=BODY), form("b1", "the ministry", kind=BODY)),
        (form("a1", "Ministry of Finance", kind=BODY), form("b1", "Finance Ministry", kind=BODY)),
        (form("a1", "an official"), form("b1", "an official")),
        (form("a1", "CIA", kind=BODY), form("b1", "Shia", kind=BODY)),
    ],
)
def test_what_could_be_two_stays_two_across_stories(left: ActorForm, right: ActorForm) -> None:
    assert not is_one(left, right)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (form("a1", "Roux"), form("a2", "Anne Roux")),
        (form("a1", "Anne"), form("a2", "Anne Roux")),
        (form("a1", "A. Roux"), form("a2", "Anne Roux")),
        (form("a1", "Anne B."), form("a2", "Anne Bea Roux")),
        (form("a1", "Drago Lind"), form("a2", "Dragomir Lind")),
        (form("a1", "Sigrid Haldor"), form("a2", "Zigrid Haldor")),
        (form("a1", "the ministry", kind=BODY), form("a2", "Ministry of Mines of Varn", kind=BODY)),
        (form("a1", "The dam inspectorate", kind=BODY), form("a2", "Varn Dam Inspectorate", kind=BODY)),
        (form("a1", "Brost"), form("a2", "Brost Copper", kind=BODY)),
        (form("a1", "the Courier", kind=OUTLET), form("a2", "Brost Courier", kind=OUTLET)),
        (form("a1", "BDF", kind=BODY), form("a2", "Brost Development Fund", kind=BODY)),
        (form("a1", "Brost Courier"), form("a2", "Brost Courier", kind=OUTLET)),
    ],
)
def test_parts_join_the_one_bearer_in_the_story(part: ActorForm, whole: ActorForm) -> None:
    assert is_one(part, whole)


@pytest.mark.parametrize(
    ("part", "one", "other"),
    [
        (form("a1", "Roux"), form("a2", "Anne Roux"), form("a3", "Karl Roux")),
        (form("a1", "Anne"), form("a2", "Anne Roux"), form("a3", "Anne Lind")),
        (form("a1", "the ministry", kind=BODY), form("a2", "Ministry of Mines of Varn", kind=BODY),
         form("a3", "Finance Ministry", kind=BODY)),
        (form("a1", "BDF", kind=BODY), form("a2", "Brost Development Fund", kind=BODY),
         form("a3", "Brost Defence Force", kind=BODY)),
    ],
)  # fmt: skip
def test_parts_stay_apart_where_two_fit_and_say_so(part: ActorForm, one: ActorForm, other: ActorForm) -> None:
    actors = join(part, one, other)
    assert [len(actor.members) for actor in actors] == [1, 1, 1]
    near = {near.name for near in actors[0].unsure}
    assert near == {one.name, other.name}
    assert all("more than one in the story" in near.because for near in actors[0].unsure)


def test_an_office_decides_between_two() -> None:
    part, minister, mayor = form("a1", "Roux", "Minister"), form("a2", "Anne Roux", "Minister"), form("a3", "Karl Roux")
    assert is_one(part, minister, mayor)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (form("a1", "Khomeini"), form("a2", "Ali Khamenei")),
        (form("a1", "Roux", "Mrs"), form("a2", "John Roux")),
        (form("a1", "Kaldia"), form("a2", "Press Agency of Kaldia", kind=OUTLET)),
        (form("a1", "House", kind=BODY), form("a2", "Brost House", kind=BODY)),
        (form("a1", "University of Brost", kind=BODY), form("a2", "University of Southern Brost", kind=BODY)),
        (form("a1", "the school", kind=BODY), form("a2", "Brost High School", kind=BODY)),
        (form("a1", "US", kind=ActorKind.GOVERNMENT), form("a2", "United States Senate", kind=BODY)),
    ],
)
def test_what_only_looks_like_a_part_does_not_join(left: ActorForm, right: ActorForm) -> None:
    assert not is_one(left, right)


def test_a_surname_with_a_high_office_joins_its_one_holder_in_any_story() -> None:
    whole = form("a1", "Vesna Karadal", "President")
    assert is_one(form("b1", "Karadal", "President"), whole)
    assert not is_one(form("b1", "Karadal", "Senator"), form("a1", "Vesna Karadal", "Senator"))
    assert not is_one(form("b1", "Karadal", "President"), whole, form("c1", "Ivo Karadal", "president"))


@pytest.mark.parametrize("name", ["I’m", "Nobody", "We've", "the", "", "An official", "Both"])
def test_words_that_name_nobody_join_nothing(name: str) -> None:
    assert len(join(form("a1", name), form("a2", name))) == 2


def test_the_portrait_is_the_fullest_and_most_frequent() -> None:
    forms = (form("a1", "Roux", "mayor"), form("a2", "Anne Roux", "Mayor"), form("a3", "Mayor Anne Roux"))
    (actor,) = join(*forms, form("b1", "Anne Roux", "mayor"))
    assert (actor.name, actor.kind) == ("Anne Roux", PERSON)
    assert actor.aliases == ("Mayor Anne Roux", "Roux")
    assert actor.roles == ("mayor",)
    assert actor.as_actor("x").id == "x"
    assert "“Roux” fits the surname of Anne Roux alone in the story" in actor.because


def test_a_company_taken_for_a_person_is_an_organisation() -> None:
    (actor,) = join(form("a1", "Brost Copper"), form("a2", "Brost Copper"), form("a3", "Brost"))
    assert (actor.name, actor.kind) == ("Brost Copper", BODY)


def test_a_person_s_word_joins_and_brings_all_along() -> None:
    forms = (form("a1", "Anne Roux"), form("b1", "Anne Roux"), form("c1", "Anna Lind"), form("b2", "Anna Lind"))
    same = judge(Verdict.SAME, forms[0], forms[2])
    (actor,) = join(*forms, judgements=(same,))
    assert len(actor.members) == 4
    assert "judged the same by Marta on 2026-03-12: “Anne Roux” and “Anna Lind”" in actor.because


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_a_person_s_word_parts_and_the_rest_follow_their_story(verdict: Verdict) -> None:
    forms = tuple(form(article, "Anne Roux") for article in ("a1", "a2", "a3", "b1", "b2"))
    actors = join(*forms, judgements=(judge(verdict, forms[0], forms[4]),))
    assert names_of(actors, forms) == {
        frozenset({"a1 Anne Roux", "a2 Anne Roux", "a3 Anne Roux"}), frozenset({"b1 Anne Roux", "b2 Anne Roux"}),
    }  # fmt: skip


def test_of_contradicting_judgements_the_later_one_wins() -> None:
    left, right = form("a1", "Anne Roux"), form("b1", "Anne Roux")
    early, late = "2026-03-12T10:00:00Z", "2026-03-13T10:00:00Z"
    assert is_one(left, right, judgements=(judge(Verdict.DIFFERENT, left, right, early),
                                           judge(Verdict.SAME, left, right, late)))  # fmt: skip
    assert not is_one(left, right, judgements=(judge(Verdict.SAME, left, right, early),
                                               judge(Verdict.DIFFERENT, left, right, late)))  # fmt: skip


def test_same_follows_through_and_different_holds_against_it() -> None:
    forms = tuple(form(article, f"Person {name}") for article, name in (("a1", "Roux"), ("b1", "Lind"), ("c1", "Ash")))
    one, two, three = forms
    judgements = (judge(Verdict.SAME, one, two), judge(Verdict.SAME, two, three, "2026-03-11T10:00:00Z"))
    assert len(join(*forms, judgements=judgements)) == 1
    apart = judge(Verdict.DIFFERENT, one, three, "2026-03-13T10:00:00Z")
    actors = join(*forms, judgements=(*judgements, apart))
    assert names_of(actors, forms) == {frozenset({"a1 Person Roux", "b1 Person Lind"}), frozenset({"c1 Person Ash"})}


def test_judgements_on_what_is_gone_change_nothing() -> None:
    here, gone = form("a1", "Anne Roux"), form("z9", "Anne Roux")
    assert join(here, judgements=(judge(Verdict.SAME, here, gone),)) == join(here)


def test_forms_are_made_of_a_record() -> None:
    actor = Actor("x1", "Anne Roux", PERSON, ("Roux",), ("mayor",))
    record = Annotations(Article("a1", "Text.", published="2026-03-10T07:40:00+02:00"), (actor,))
    assert make_forms(record) == (ActorForm("a1", "x1", "Anne Roux", PERSON, ("Roux",), ("mayor",), "2026-03-10"),)


WORDS = "Anne Roux Karl Lind Oshtrev Oštrev Brost Copper ministry the Ministry of Finance BF A. Jr. Agency an".split()
FORMS = st.lists(
    st.builds(
        ActorForm,
        st.sampled_from(sorted(STORY)),
        st.uuids(version=4).map(str),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join) | st.text(max_size=8),
        st.sampled_from(list(ActorKind)),
        roles=st.lists(st.sampled_from(["Minister", "Mrs", "bishop", "coach"]), max_size=2).map(tuple),
    ),
    max_size=14,
)


@given(FORMS, st.randoms(use_true_random=False), st.data())
def test_actors_are_a_function_of_the_set(forms: list[ActorForm], chance: random.Random, data: st.DataObject) -> None:
    judgements = []
    if len(forms) > 1:
        pairs = st.tuples(st.sampled_from(forms), st.sampled_from(forms), st.sampled_from(list(Verdict)))
        judgements = [judge(verdict, left, right) for left, right, verdict in data.draw(st.lists(pairs, max_size=4))]
    whole = join_actors(forms, STORY, judgements)
    shuffled = chance.sample(forms, len(forms))
    renamed = {article: f"{len(story)} {story}" for article, story in STORY.items()}
    assert join_actors(shuffled, renamed, chance.sample(judgements, len(judgements))) == whole
    assert sorted(anchor for actor in whole for anchor in actor.members) == sorted(one.anchor for one in forms)


@given(FORMS)
def test_what_is_judged_apart_is_apart(forms: list[ActorForm]) -> None:
    judgements = [judge(Verdict.DIFFERENT, left, right) for left, right in pairwise(forms)]
    actors = join_actors(forms, STORY, judgements)
    place_of = {anchor: place for place, actor in enumerate(actors) for anchor in actor.members}
    assert all(place_of[left.anchor] != place_of[right.anchor] for left, right in pairwise(forms))


def test_near_actors_are_told_from_both_sides() -> None:
    left, right = form("a1", "Bob Carver"), form("b1", "Robert Carver")
    because = "“Bob Carver” and “Robert Carver” may be forms of one name"
    one, other = join(left, right)
    assert one.unsure == (NearActor(right.anchor, "Robert Carver", because),)
    assert other.unsure == (NearActor(left.anchor, "Bob Carver", because),)


def test_a_story_of_thousands_of_near_names_costs_little() -> None:
    forms = [form("a1", f"Ann{n} Roux Union") for n in range(1500)]
    forms += [form("a2", f"{n} Union Roux", kind=BODY) for n in range(1500)]
    forms += [form("a3", f"Anne{n} Roux") for n in range(1500)] + [form("a1", f"{letter}. Roux") for letter in "ABCDE"]
    forms += [form("a2", "the union", kind=BODY), form("a3", "Roux")]
    started = time.process_time()
    assert join(*forms)
    assert time.process_time() - started < 12  # 1.2 s; the square of the number would take minutes
