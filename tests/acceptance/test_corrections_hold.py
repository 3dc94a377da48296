"""Corrections of single statements in the example stories: followed at once, kept through everything, undone whole."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from firsthand.engine.links import find_stories, link, relink_story
from firsthand.records import ActorKind, Annotations, Judgement, JudgementKind, StoryLinks, Verdict
from firsthand.serving.judging import judge, undo
from firsthand.storage import Store, open_store
from tests.acceptance.linked_stores import Record, add, export, export_bytes

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE
SPEAKER, STATEMENT, ORIGIN = JudgementKind.SPEAKER, JudgementKind.STATEMENT, JudgementKind.ORIGIN
FIRST = ("b1", "a1", "d1")  # an article of each story


def find_story(store: Store, article: str) -> StoryLinks:
    found = store.links.resolve(article).story
    assert found is not None
    return store.links.get_story(found)


def read_story(store: Store, story: StoryLinks) -> list[Annotations]:
    wanted = set(story.story.articles)
    return [record for record in export(store).articles if record.article.id in wanted]


def correct(store: Store, article: str) -> Iterator[Judgement]:
    """A statement with one inside it and an assertion that are none; another speaker, nobody, one from elsewhere."""
    story = find_story(store, article)
    records = read_story(store, story)
    said = [one for record in records for one in record.statements if one.speaker and one.source]
    around = {one.within for one in said} - {None}
    removed = next((one for one in said if one.id in around), said[0])
    yield judge(store, DIFFERENT, removed.id, kind=STATEMENT, by="Ana")
    for made in [one for statements in story.assertions.values() for one in statements][:1]:
        yield judge(store, DIFFERENT, made.id, kind=STATEMENT, by="Ana")
    first, second, third, *_ = [one for one in said if one.id != removed.id and one.id not in around]
    persons = [one.id for one in story.actors if one.kind is ActorKind.PERSON and one.id != first.speaker]
    yield judge(store, SAME, first.id, persons[0], kind=SPEAKER, by="Ana")
    yield judge(store, DIFFERENT, second.id, second.speaker or "", kind=SPEAKER, by="Ana")
    strangers = [one.id for other in FIRST for one in find_story(store, other).actors if one.kind is ActorKind.PERSON]
    stranger = next(id for id in strangers if id not in {one.id for one in story.actors})
    yield judge(store, SAME, third.id, stranger, kind=SPEAKER, by="Ana")


def is_followed(one: Judgement, records: list[Annotations]) -> bool:
    found = [said for record in records for said in record.statements if said.id == one.left]
    if one.kind is STATEMENT:
        return not found
    (said,) = found
    speakers = [hop.actor for hop in said.chain if hop.role == "speaker"]
    if one.verdict is DIFFERENT:
        return said.speaker is None and not speakers
    return said.speaker == one.right and speakers == [one.right] and "corrected_by_person" in said.flags


def test_corrections_hold_and_to_undo_them_restores_every_byte(
    database: Path, examples: dict[str, list[Record]]
) -> None:
    with open_store(database) as store:
        before = export_bytes(store)
        made = [one for article in FIRST for one in correct(store, article)]
        assert len(made) >= 13
        assert not any(is_followed(one, list(export(store).articles)) for one in made)
        for article in FIRST:
            assert relink_story(store, find_story(store, article).story.id)
        assert store.links.is_current()
        assert [one for one in made if not is_followed(one, list(export(store).articles))] == []
        followed = export_bytes(store)

        assert link(store).linked == 0
        link(store, anew=True)
        assert export_bytes(store) == followed
        for records in examples.values():
            assert set(add(store, records)) == {"duplicate"}
        link(store)
        assert export_bytes(store) == followed
        for one in made:
            undo(store, one.id, by="Ben")
        link(store)
        assert store.links.is_current()
        assert export_bytes(store) == before


def test_no_link_leads_to_a_statement_that_is_none(database: Path) -> None:
    with open_store(database) as store:
        made = [one for article in FIRST for one in correct(store, article)]
        link(store)
        gone = {one.left for one in made if one.kind is STATEMENT}
        found = export(store)
        told = [id for claim in found.claims for id in claim.statements]
        told += [origin.statement or "" for claim in found.claims for origin in claim.origins]
        told += [entry.statement for entry in found.timeline]
        told += [one.within or "" for record in found.articles for one in record.statements]
        assert gone.isdisjoint(told)
        known = {one.id for one in found.actors}
        for record in found.articles:
            actors = {one.id for one in record.actors}
            assert actors <= known
            assert {one.speaker for one in record.statements} <= {*actors, None}


def part_claim(store: Store) -> Judgement:
    story = find_story(store, "b1")
    shared = max(story.claims, key=lambda claim: claim.articles)
    return judge(store, DIFFERENT, *[id for id in shared.statements if ":own" not in id][:2])


def join_claims(store: Store) -> Judgement:
    single = [claim.id for claim in find_story(store, "a1").claims if len(claim.statements) == 1]
    return judge(store, SAME, *single[:2])


def part_copies(store: Store) -> Judgement:
    (copy, *_) = find_story(store, "b1").copies
    return judge(store, DIFFERENT, copy.article, copy.of)


def join_copies(store: Store) -> Judgement:
    story = find_story(store, "b1")
    touched = {id for one in story.copies for id in (one.article, one.of)}
    return judge(store, SAME, *[id for id in story.story.articles if id not in touched][:2])


def join_origins(store: Store) -> Judgement:
    several = max(store.links.export_links().claims, key=lambda claim: len(claim.origins))
    return judge(store, SAME, several.origins[0].id, several.origins[1].id)


def doubt_origins(store: Store) -> Judgement:
    one = max(find_story(store, "d1").claims, key=lambda claim: claim.articles)
    return judge(store, UNSURE, one.statements[0], one.statements[-1], kind=ORIGIN)


GIVEN = [part_claim, join_claims, part_copies, join_copies, join_origins, doubt_origins]


@pytest.mark.parametrize("give", GIVEN)
def test_a_story_by_itself_follows_as_all_of_them_do(give: Callable[[Store], Judgement], database: Path) -> None:
    whole = database.with_name("whole.db")
    shutil.copy(database, whole)
    with open_store(database) as store, open_store(whole) as other:
        judgement = give(store)
        (story,) = find_stories(store, judgement)
        assert relink_story(store, story)
        assert store.links.is_current()
        other.links.add_judgement(judgement)
        assert link(other).linked == 1
        assert export_bytes(store) == export_bytes(other)
        assert link(store).linked == 0
