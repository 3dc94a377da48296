"""Judgements as every door gives them: on what they are anchored, what is refused, and how the links follow."""

from collections.abc import Iterator

import pytest

from firsthand.errors import UsageError
from firsthand.records import JudgementKind, Verdict
from firsthand.serving import linking_calls
from firsthand.serving.judgement_words import word_judgement
from firsthand.serving.judging import follow, judge, undo
from firsthand.storage import Store, open_store
from tests.serving.conftest import FakeLinking
from tests.serving.made_story import DENIAL, SALE, make_links
from tests.storage.made_records import make_record

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE
SPEAKER, STATEMENT = JudgementKind.SPEAKER, JudgementKind.STATEMENT


@pytest.fixture
def store(story_database: str) -> Iterator[Store]:
    with open_store(story_database) as opened:
        yield opened


def test_a_judgement_is_kept_and_undone(store: Store) -> None:
    first, second = (judge(store, verdict, SALE, DENIAL, by="Ana") for verdict in (SAME, DIFFERENT))
    assert store.links.list_judgements() == [first, second]
    assert first.at < second.at  # however quickly they were given
    assert (first.kind, first.by) == (JudgementKind.CLAIM, "Ana")
    assert undo(store, second.id, by="Ben") == second
    assert store.links.list_judgements() == [first]
    with pytest.raises(UsageError, match="undone already"):
        undo(store, second.id)


@pytest.mark.parametrize("kind", [SPEAKER, STATEMENT])
def test_nobody_is_unsure_of_a_statement(kind: JudgementKind, store: Store) -> None:
    with pytest.raises(UsageError, match="nobody can be unsure"):
        judge(store, UNSURE, "m1:2", "a-council", kind=kind)
    assert store.links.list_judgements() == []


def test_a_kind_that_is_asked_for_must_be_that_of_the_ids(store: Store) -> None:
    assert judge(store, SAME, "a-caldo", "a-council", kind=JudgementKind.ACTOR).kind is JudgementKind.ACTOR
    assert judge(store, SAME, "m1:1", "m2:1", kind=JudgementKind.ORIGIN).kind is JudgementKind.ORIGIN
    with pytest.raises(UsageError, match="of kind claim, not copy"):
        judge(store, SAME, SALE, DENIAL, kind=JudgementKind.COPY)


def test_a_speaker_is_anchored_as_near_to_the_statement_as_he_is_named(store: Store) -> None:
    story = make_links()
    named = {article: "a-caldo" in names.values() for article, names in story.renamed.items()}
    assert named == dict.fromkeys(named, True)
    for article in named:
        given = judge(store, SAME, f"{article}:1", "a-caldo", kind=SPEAKER)
        assert given.right_anchor == f"{article}/{article}:a-caldo"


def test_what_an_outlet_says_itself_may_be_none_but_has_no_other_speaker(store: Store) -> None:
    (made,) = [one.id for statements in make_links().assertions.values() for one in statements]
    assert judge(store, DIFFERENT, made, kind=STATEMENT).left_anchor == made
    with pytest.raises(UsageError, match="in its own voice"):
        judge(store, SAME, made, "a-caldo", kind=SPEAKER)


def test_an_article_that_is_in_no_story_can_be_judged_but_no_older_revision(store: Store) -> None:
    store.add([make_record("n1")])
    given = judge(store, SAME, "n1:2", "n1/Ana Reyes", kind=SPEAKER)
    assert (given.left_anchor, given.right_anchor) == ("n1:2", "n1/n1:actor-1")
    assert judge(store, SAME, "n1:2", "a-caldo", kind=SPEAKER).right_anchor.endswith(":a-caldo")
    assert linking_calls.find_stories(store, given) == []
    store.add([make_record("n1", "All of it is new, Ana Reyes said.")])
    with pytest.raises(UsageError, match="an older revision"):
        judge(store, DIFFERENT, "n1:2", kind=STATEMENT)


@pytest.mark.parametrize("id", ["", "\ud800", "m1:", "/", "a" * 100_000, "\x00", "'; DROP TABLE judgements; --"])
def test_any_id_is_refused_with_a_reason(id: str, store: Store) -> None:
    for kind in (None, *JudgementKind):
        with pytest.raises(UsageError):
            judge(store, DIFFERENT, id, id, kind=kind)
        with pytest.raises(UsageError):
            judge(store, DIFFERENT, "m1:2", id, kind=SPEAKER)
    assert store.links.list_judgements() == []


def test_one_story_is_linked_where_that_is_enough(
    store: Store, linking: FakeLinking, monkeypatch: pytest.MonkeyPatch
) -> None:
    relinked = []

    def relink(store: Store, id: str) -> bool:
        relinked.append(id)
        store.links.mark_followed([one.id for one in store.links.list_judgements()])
        return True

    monkeypatch.setattr(linking_calls, "relink_story", relink)
    sums = follow(store, judge(store, DIFFERENT, "m1:2", kind=STATEMENT))
    assert (sums.stories, sums.linked) == (1, 0)
    assert (relinked, linking.runs) == ([make_links().story.id], [])
    store.add([make_record("n1")])
    follow(store, judge(store, DIFFERENT, "m1:1", kind=STATEMENT))
    assert len(linking.runs) == 1  # there is more to do
    monkeypatch.setattr(linking_calls, "relink_story", lambda _store, _id: False)
    follow(store, judge(store, SAME, "a-caldo", "a-council"))
    assert len(linking.runs) == 2


@pytest.mark.parametrize("kind", JudgementKind)
@pytest.mark.parametrize("verdict", Verdict)
def test_every_judgement_has_words(kind: JudgementKind, verdict: Verdict, store: Store) -> None:
    made = {JudgementKind.ACTOR: ("a-caldo", "a-council"), JudgementKind.CLAIM: (SALE, DENIAL),
            JudgementKind.COPY: ("m1", "m3"), JudgementKind.ORIGIN: ("m1:1", "m2:1"),
            SPEAKER: ("m1:2", "a-council"), STATEMENT: ("m1:2", "m1:2")}  # fmt: skip
    if kind in (SPEAKER, STATEMENT) and verdict is UNSURE:
        return
    words = word_judgement(judge(store, verdict, *made[kind], kind=kind))
    assert all(id in words for id in made[kind])
    assert "{" not in words


def test_ids_of_articles_may_have_slashes(store: Store) -> None:
    ids = ["https://port.example/a/1", "https://port.example/a/2"]
    texts = ["Ana Reyes said “the port stays open” on Monday.", "Ana Reyes said “no lease will end” in Moravel."]
    store.add([make_record(id, text) for id, text in zip(ids, texts, strict=True)])
    given = judge(store, DIFFERENT, f"{ids[0]}/Ana Reyes", f"{ids[1]}/{ids[1]}:actor-1")
    assert (given.left_anchor, given.right_anchor) == tuple(f"{id}/{id}:actor-1" for id in ids)
    assert judge(store, SAME, *ids).kind is JudgementKind.COPY
    speaking = judge(store, DIFFERENT, f"{ids[0]}:1", f"{ids[0]}/Ana Reyes", kind=SPEAKER)
    assert speaking.right_anchor == given.left_anchor
    with pytest.raises(UsageError, match="names nobody so"):
        judge(store, SAME, f"{ids[0]}/Nobody", "a-caldo")
    with pytest.raises(UsageError, match="nothing has this id"):
        judge(store, SAME, "AC/DC", "a-caldo")


def test_a_name_of_odd_bytes_is_kept_as_far_as_it_can_be(store: Store) -> None:
    kept = judge(store, SAME, SALE, DENIAL, by="A\udcffna")
    assert kept.by == "A?na"
    undo(store, kept.id, by="B\udcffen")
    assert [one.undone_by for one in store.links.load_judgement_log()] == ["B?en"]
