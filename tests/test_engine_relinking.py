"""One story linked again by itself: what comes out is what linking everything gives, and stays so."""

import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from firsthand import linking
from firsthand.engine import story_linking
from firsthand.engine.links import find_stories, link, relink_story
from firsthand.errors import UsageError
from firsthand.records import ActorKind, Judgement, JudgementKind, StoryLinks, Verdict
from firsthand.serving.judging import judge
from firsthand.storage import Store, open_store
from tests.acceptance.linked_stores import MAYOR, Record, add, export_bytes, read_article

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE
HARBOUR = (
    "The harbour master of Ostrel, Petr Olan, said that the ferry would sail again on Friday. "
    "“The new engine was tested all night,” Olan said."
)


@pytest.fixture(scope="module")
def linked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story of three articles and one of a single article."""
    path = tmp_path_factory.mktemp("relinking") / "linked.db"
    with open_store(path) as store:
        add(store, make_articles())
        link(store)
    return path


def make_articles() -> list[Record]:
    later = MAYOR.replace("until June", "until August").replace("on Monday", "on Thursday")
    return [
        read_article("x1", publisher="Lumme Herald", published="2026-02-02"),
        read_article("x2", publisher="Ostrel Post", published="2026-02-03"),
        read_article("x3", later, publisher="Radio Lumme", published="2026-02-06"),
        read_article("x30", HARBOUR, publisher="Radio Lumme", published="2026-05-06"),
    ]


@pytest.fixture
def database(linked_once: Path, tmp_path: Path) -> Path:
    path = tmp_path / "linked.db"
    shutil.copy(linked_once, path)
    return path


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with open_store(database) as opened:
        yield opened


def get_story(store: Store, article: str = "x1") -> StoryLinks:
    story = store.links.resolve(article).story
    assert story is not None
    return store.links.get_story(story)


def find_person(store: Store, name: str) -> str:
    (found,) = [one.id for one in store.links.find_actors(name, 10) if one.kind is ActorKind.PERSON]
    return found


def judge_claims(store: Store) -> Judgement:
    shared = max(get_story(store).claims, key=lambda claim: len(claim.statements))
    return judge(store, DIFFERENT, *[id for id in shared.statements if ":own" not in id][:2])


def judge_origins(store: Store) -> Judgement:
    shared = max(get_story(store).claims, key=lambda claim: len(claim.statements))
    return judge(store, UNSURE, shared.statements[0], shared.statements[-1], kind=JudgementKind.ORIGIN)


def judge_copies(store: Store) -> Judgement:
    (copy, *_) = get_story(store).copies
    return judge(store, DIFFERENT, copy.article, copy.of)


def judge_speaker(store: Store) -> Judgement:
    return judge(store, SAME, "x1:1", find_person(store, "Olan"), kind=JudgementKind.SPEAKER)


def judge_no_speaker(store: Store) -> Judgement:
    return judge(store, DIFFERENT, "x1:1", find_person(store, "Reyes"), kind=JudgementKind.SPEAKER)


def judge_statement(store: Store) -> Judgement:
    return judge(store, DIFFERENT, "x1:1", kind=JudgementKind.STATEMENT)


JUDGES: dict[str, Callable[[Store], Judgement]] = {
    "claims": judge_claims,
    "origins": judge_origins,
    "copies": judge_copies,
    "a speaker from another story": judge_speaker,
    "nobody speaks": judge_no_speaker,
    "no statement": judge_statement,
}


@pytest.mark.parametrize("give", JUDGES.values(), ids=JUDGES.keys())
def test_a_story_linked_by_itself_is_as_all_stories_linked(
    give: Callable[[Store], Judgement], store: Store, linked_once: Path, tmp_path: Path
) -> None:
    before = export_bytes(store)
    judgement = give(store)
    (story,) = find_stories(store, judgement)
    assert not store.links.is_current()
    assert relink_story(store, story)
    assert store.links.is_current()
    alone, keys = export_bytes(store), store.links.load_story_keys()
    assert link(store).linked == 0
    assert store.links.load_story_keys() == keys
    shutil.copy(linked_once, tmp_path / "whole.db")
    with open_store(tmp_path / "whole.db") as whole:
        whole.links.add_judgement(judgement)
        assert link(whole).linked == 1
        assert export_bytes(whole) == alone
        assert whole.links.load_story_keys() == keys
    link(store, anew=True)
    assert export_bytes(store) == alone
    store.links.undo_judgement(judgement.id)
    assert relink_story(store, story)
    assert store.links.is_current()
    assert export_bytes(store) == before != alone


def test_what_is_corrected_is_corrected_in_the_story(store: Store) -> None:
    olan = find_person(store, "Olan")
    speaker, removed = judge_speaker(store), judge(store, DIFFERENT, "x2:1", kind=JudgementKind.STATEMENT)
    story = get_story(store)
    assert relink_story(store, story.story.id)
    links = get_story(store)
    assert [(one.statement, one.judgement, one.speaker, one.is_statement) for one in links.corrections] == [
        ("x1:1", speaker.id, olan, True),
        ("x2:1", removed.id, None, False),
    ]
    assert olan in {one.id for one in links.actors} - {one.id for one in story.actors}
    carried = {id for claim in links.claims for id in claim.statements}
    assert "x1:1" in carried
    assert "x2:1" not in carried
    assert olan in {origin.actor for claim in links.claims for origin in claim.origins}
    assert {one.actor for one in links.positions if one.statement == "x1:1"} <= {olan}
    assert all(one.statement != "x2:1" for one in links.timeline)
    assert "x30" not in links.story.articles  # who is taken from another story leaves it where it is


def test_an_assertion_that_is_none_is_not_made_again(store: Store) -> None:
    story = get_story(store).story.id
    judge(store, DIFFERENT, "x2:2", kind=JudgementKind.STATEMENT)
    made = [one.id for statements in get_story(store).assertions.values() for one in statements]
    relink_story(store, story)
    freed = [one.id for statements in get_story(store).assertions.values() for one in statements]
    assert freed == made  # the words of what is no statement are nobody's
    for id in made:
        judge(store, DIFFERENT, id, kind=JudgementKind.STATEMENT)
    assert relink_story(store, story)
    left = [one.id for statements in get_story(store).assertions.values() for one in statements]
    assert not set(left) & set(made)
    link(store, anew=True)
    assert [one.id for statements in get_story(store).assertions.values() for one in statements] == left


def test_what_changes_more_than_a_story_needs_all_of_them(store: Store) -> None:
    story = get_story(store)
    persons = [one.id for one in story.actors if one.kind is ActorKind.PERSON]
    judge(store, SAME, persons[0], find_person(store, "Olan"))
    assert not relink_story(store, story.story.id)
    assert not store.links.is_current()
    link(store)
    joined = judge(store, SAME, story.claims[0].id, get_story(store, "x30").claims[0].id)
    assert len(find_stories(store, joined)) == 2
    keys = store.links.load_story_keys()
    assert not relink_story(store, story.story.id)
    assert store.links.load_story_keys() == keys  # its articles would be others: it is left to `link`
    link(store)
    assert get_story(store, "x30").story == get_story(store).story


def test_there_is_nothing_to_link_where_there_is_no_story(store: Store) -> None:
    with pytest.raises(UsageError, match="no story"):
        relink_story(store, "s-none")
    keys = store.links.load_story_keys()
    assert relink_story(store, get_story(store).story.id)
    assert store.links.load_story_keys() == keys


def test_others_write_while_a_story_is_computed(
    store: Store, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A judgement that comes meanwhile waits for nothing, and is followed."""
    olan, story = find_person(store, "Olan"), get_story(store).story.id
    first = judge_statement(store)
    link_story, given = linking.link_story, []

    def interrupt() -> None:
        with open_store(database) as other:
            given.append(judge(other, SAME, "x2:1", olan, kind=JudgementKind.SPEAKER))

    def compute(*arguments: object, **options: object) -> StoryLinks:
        if not given:
            thread = threading.Thread(target=interrupt)
            thread.start()
            thread.join(5)
            assert given  # it did not wait for this one
        return link_story(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(linking, "link_story", compute)
    relink_story(store, story)
    assert [one.judgement for one in get_story(store).corrections] == [first.id, given[0].id]
    monkeypatch.undo()
    assert link(store).linked == 0
    assert store.links.is_current()


def test_every_id_leads_somewhere_while_a_story_is_computed(
    store: Store, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = get_story(store)
    first, *_, last = [claim.id for claim in story.claims]
    judge(store, SAME, first, last)
    link_story = linking.link_story
    seen: list[str] = []

    def compute(*arguments: object, **options: object) -> StoryLinks:
        links = link_story(*arguments, **options)  # type: ignore[arg-type]
        with open_store(database) as reader:
            seen.extend(reader.links.resolve(claim.id).id for claim in story.claims)
        return links

    monkeypatch.setattr(linking, "link_story", compute)
    assert relink_story(store, story.story.id)
    assert seen == [claim.id for claim in story.claims]
    assert store.links.resolve(first).id == store.links.resolve(last).id


def test_ids_that_others_settled_meanwhile_are_taken(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    story, previews = get_story(store), []
    preview_ids = store.links.preview_ids

    def mistake(kind: str, groups: Sequence[Sequence[str]]) -> list[str]:
        ids = preview_ids(kind, groups)
        previews.append(ids)
        return ids[::-1] if len(previews) == 1 else ids

    monkeypatch.setattr(store.links, "preview_ids", mistake)
    assert relink_story(store, story.story.id)
    assert len(previews) == 2
    assert get_story(store) == story


def test_a_story_that_never_rests_is_kept_under_the_lock(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    preview_ids = store.links.preview_ids
    held: list[None] = []

    def mistake(kind: str, groups: Sequence[Sequence[str]]) -> list[str]:
        held.append(None)
        ids = preview_ids(kind, groups)
        return ids if len(held) > story_linking.TRIES else ids[::-1]

    monkeypatch.setattr(store.links, "preview_ids", mistake)
    assert relink_story(store, get_story(store).story.id)
    assert len(held) == story_linking.TRIES + 1


def test_a_speaker_whose_article_is_revised_is_still_known(store: Store) -> None:
    olan = find_person(store, "Olan")
    given = judge_speaker(store)
    assert given.right_anchor.startswith("x30/")
    add(store, [read_article("x31", HARBOUR.replace("Friday", "Sunday"), publisher="KNA", published="2026-05-07")])
    link(store)
    add(store, [read_article("x30", "Nothing was said in Ostrel.", publisher="Radio Lumme", published="2026-05-08")])
    link(store)
    (correction,) = get_story(store).corrections
    assert correction.speaker == find_person(store, "Olan") == olan
    assert link(store).linked == 0
