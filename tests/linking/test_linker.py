"""One story linked: a function of the set of its articles and judgements, whatever actors are called."""

import random
from collections.abc import Sequence

import msgspec
import pytest

from firsthand.linking import Part, link_story, make_card, make_key
from firsthand.linking.bodies import find_bodies
from firsthand.linking.claims.comparison import load_model
from firsthand.linking.linker import gather, mark_disputed, read_vectors
from firsthand.linking.origins import Ground
from firsthand.records import (
    Actor,
    ActorKind,
    Annotations,
    Correction,
    Judgement,
    JudgementKind,
    Relation,
    RelationKind,
    StoryLinks,
    Verdict,
)
from tests.linking.claims.made_propositions import BRIDGE, CABLES, FERRY, WORDS_ALONE
from tests.linking.relations.made_claims import Line, claim, write

Groups = list[Sequence[str]]


def make_records() -> list[Annotations]:
    return [
        write("x1", "2026-02-02", [Line("Reyes", BRIDGE), Line("Brask", CABLES)]).record,
        write("x2", "2026-02-03", [Line("Reyes", BRIDGE), Line("Tolle", FERRY)]).record,
        write("x3", "2026-02-04", [Line("Brask", f"{CABLES} again")]).record,
    ]


def run(records: Sequence[Annotations], prefix: str = "a-", *judgements: Judgement) -> tuple[StoryLinks, Groups]:
    """The links of a story whose actors have ids with a prefix, and the groups for which ids of claims were asked."""
    actors = {f"{prefix}{one.name}": msgspec.structs.replace(one, id=f"{prefix}{one.name}")
              for record in records for one in record.actors}  # fmt: skip
    asked: Groups = []

    def settle(groups: Sequence[Sequence[str]]) -> list[str]:
        asked.extend(groups)
        return [f"c-{group[0]}" for group in groups]

    parts = [Part(one, None, {actor.id: f"{prefix}{actor.id}" for actor in one.actors}) for one in records]
    return link_story("s-1", parts, actors, settle, judgements, WORDS_ALONE), asked


def test_a_story_has_its_articles_in_order_its_actors_and_claims() -> None:
    links, asked = run(make_records())
    assert links.story.id == "s-1"
    assert links.story.articles == ("x1", "x2", "x3")
    assert [one.id for one in links.actors] == ["a-Brask", "a-Reyes", "a-Tolle"]
    assert links.renamed["x1"] == {"Reyes": "a-Reyes", "Brask": "a-Brask"}
    assert [one.statements for one in links.claims] == [("x1.0", "x2.0"), ("x1.1", "x3.0"), ("x2.1",)]
    assert [one.story for one in links.claims] == ["s-1"] * 3
    assert [one.id for one in links.claims] == [f"c-{group[0]}" for group in asked]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_articles_does_not_matter(seed: int) -> None:
    records = make_records()
    random.Random(seed).shuffle(records)
    found, whole = run(records)[0], run(make_records())[0]
    assert msgspec.json.encode(found, order="sorted") == msgspec.json.encode(whole, order="sorted")


def test_no_articles_are_a_story_of_nothing() -> None:
    links, asked = run([])
    assert (links.story.articles, links.claims, links.timeline, asked) == ((), (), (), [])


def test_judgements_of_other_stories_do_no_harm() -> None:
    others = [Judgement(f"j-{kind}", kind, Verdict.SAME, "", "", "y1", "y2", "Ana", "2026-02-05")
              for kind in JudgementKind]  # fmt: skip
    assert run(make_records(), "a-", *others) == run(make_records())


def test_an_id_of_a_claim_is_kept_for_every_statement_that_has_a_claim() -> None:
    """A claim that was shown for a statement's first sentence may be shown no more when its second is joined."""
    first = write("x1", "2026-02-02", [Line("Reyes", f"{CABLES}. {BRIDGE.capitalize()}")]).record
    second = write("x2", "2026-02-03", [Line("Tolle", BRIDGE)]).record
    before, after = run([first])[1], run([first, second])[1]
    assert before[0][0] == "x1.0#0"
    assert [group[0] for group in after] == ["x1.0#1"]
    # The two groups have a member in common, so that the store lets the new claim have the former one's id.
    assert set(before[0]) & set(after[0])


def test_the_key_of_a_story_changes_with_whatever_its_links_depend_on() -> None:
    records = make_records()
    cards = {one.article.id: make_card(one) for one in records}
    renamed = {one.article.id: {actor.id: actor.id for actor in one.actors} for one in records}
    actors: dict[str, Actor] = {actor.id: actor for one in records for actor in one.actors}
    ids, model = ["x1", "x2"], load_model()
    judgement = Judgement("j-1", JudgementKind.COPY, Verdict.SAME, "x1", "x2", "x1", "x2", "Ana", "2026-02-05")
    elsewhere = msgspec.structs.replace(judgement, left_anchor="y1", right_anchor="y2")
    key = make_key(ids, cards, renamed, actors, (), model)
    assert key == make_key(ids, cards, renamed, actors, (elsewhere,), model)
    assert key == make_key(ids, cards, renamed, dict(reversed(actors.items())), (), model)
    changed = msgspec.structs.replace(records[0], statements=())
    other_name = {**actors, "Reyes": msgspec.structs.replace(actors["Reyes"], name="Ana Reyes")}
    keys = {
        key,
        make_key(["x1"], cards, renamed, actors, (), model),
        make_key(ids, {**cards, "x1": make_card(changed)}, renamed, actors, (), model),
        make_key(ids, cards, {**renamed, "x1": {}}, actors, (), model),
        make_key(ids, cards, renamed, other_name, (), model),
        make_key(ids, cards, renamed, actors, (judgement,), model),
        make_key(ids, cards, renamed, actors, (), WORDS_ALONE),
    }
    assert len(keys) == 7


def test_vectors_that_do_not_fit_their_record_are_none() -> None:
    record = make_records()[0]  # two sentences, two statements
    vectors = read_vectors(record, bytes(range(8)))
    assert vectors is not None
    assert vectors.tolist() == [[0, 1], [2, 3], [4, 5], [6, 7]]
    assert read_vectors(record, b"123") is None
    assert read_vectors(record, b"") is read_vectors(record, None) is None


def test_claims_that_are_denied_or_contradicted_and_the_others_are_disputed() -> None:
    claims = [claim(id, f"{id}.1") for id in ("c1", "c2", "c3", "c4")]
    relations = [Relation("c1", "c2", RelationKind.DENIES), Relation("c3", "c4", RelationKind.UPDATES)]
    assert [one.status for one in mark_disputed(claims, relations)] == ["disputed"] * 2 + ["single_origin"] * 2


def test_a_speaker_of_two_bodies_speaks_for_the_same_whatever_their_ids_are() -> None:
    lines = [Line("Ministry of Bridges", CABLES), Line("Harbour Office", FERRY), Line("Ana Reyes", BRIDGE)]
    record = write("x1", "2026-02-02", lines).record
    traits = {"Ana Reyes": ("person", ["spokeswoman for the Harbour Office", "head of the Ministry of Bridges"])}
    for order in (["1", "2", "3"], ["3", "2", "1"]):
        ids = dict(zip((line.speaker for line in lines), order, strict=True))
        actors = {
            id: msgspec.convert({"id": id, "name": name, "kind": kind, "roles": roles}, Actor)
            for name, id in ids.items()
            for kind, roles in [traits.get(name, ("organisation", []))]
        }
        own = {actor.id: ids[actor.name] for actor in record.actors}
        known = tuple(
            msgspec.structs.replace(actor, roles=actors[own[actor.id]].roles, kind=actors[own[actor.id]].kind)
            for actor in record.actors
        )
        part = Part(msgspec.structs.replace(record, actors=known), None, own)
        found = find_bodies(Ground(gather([part], actors)))
        assert found[ids["Ana Reyes"]] == ids["Ministry of Bridges"]


def test_vectors_go_with_the_statements_that_are_none() -> None:
    record = make_records()[0]  # two sentences, two statements
    part = Part(record, bytes(range(8)), {actor.id: f"a-{actor.id}" for actor in record.actors})
    actors = {f"a-{one.name}": msgspec.structs.replace(one, id=f"a-{one.name}") for one in record.actors}
    removed = record.statements[0].id
    (entry,) = gather([part], actors, [Correction(removed, "j-1", is_statement=False)]).entries
    assert entry.vectors is not None
    assert entry.vectors.tolist() == [[0, 1], [2, 3], [6, 7]]
    assert [one.id for one in entry.record.statements] == [record.statements[1].id]
    assert [one.id for one in entry.removed] == [removed]


def test_a_speaker_from_another_story_is_known_by_name_and_kind_alone() -> None:
    record = make_records()[0]
    part = Part(record, None, {actor.id: f"a-{actor.id}" for actor in record.actors})
    actors = {f"a-{one.name}": msgspec.structs.replace(one, id=f"a-{one.name}") for one in record.actors}
    stranger = Actor("a-olan", "Petr Olan", ActorKind.PERSON, ("Olan",), ("Minister",))
    correction = Correction(record.statements[0].id, "j-1", "a-olan")
    material = gather([part], {**actors, "a-olan": stranger}, [correction])
    assert material.actors["a-olan"] == Actor("a-olan", "Petr Olan", ActorKind.PERSON)
    assert material.actors["a-olan"] in material.entries[0].record.actors
    assert material.entries[0].record.statements[0].speaker == "a-olan"


def test_the_key_of_a_story_changes_with_whom_people_name_as_a_speaker() -> None:
    records = make_records()
    cards = {one.article.id: make_card(one) for one in records}
    actors: dict[str, Actor] = {actor.id: actor for one in records for actor in one.actors}
    anchors = ("x1:1", "x2/Tolle")
    judgement = Judgement("j-1", JudgementKind.SPEAKER, Verdict.SAME, "x1:1", "Tolle", *anchors, "Ana", "2026-02-05")

    def key(article: str, speakers: dict[str, str], known: dict[str, Actor]) -> str:
        return make_key([article], cards, {}, known, [judgement], load_model(), speakers)

    renamed = {**actors, "Tolle": msgspec.structs.replace(actors["Tolle"], name="Ivo Tolle")}
    tolle, brask = {"x2/Tolle": "Tolle"}, {"x2/Tolle": "Brask"}
    known = [({}, actors), (tolle, actors), (brask, actors), (tolle, renamed)]
    assert len({key("x1", speakers, its) for speakers, its in known}) == 4
    # It is the statement's story that changes, not the one in which the speaker is named.
    assert key("x2", {}, actors) == key("x2", tolle, renamed)
