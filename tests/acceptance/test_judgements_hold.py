"""What people decide holds through every further run, all else follows it, and to undo it leaves no trace."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from firsthand.engine.links import link
from firsthand.records import Claim, Judgement, JudgementKind, StoryLinks, Verdict
from firsthand.serving.anchors import find_judged
from firsthand.storage import Store, open_store
from tests.acceptance.linked_stores import Record, add, export_bytes, find_actor

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE
KINDS = (JudgementKind.ACTOR, JudgementKind.CLAIM, JudgementKind.COPY, JudgementKind.ORIGIN)


def judge(
    store: Store, verdict: Verdict, left: str, right: str, *, day: int = 1, as_origins: bool = False
) -> Judgement:
    """Give a judgement as `firsthand judge` does, on what two ids stand for at the time."""
    one, two = find_judged(store, left, right, as_origins=as_origins)
    at = f"2026-11-{day:02}T10:00:00+00:00"
    return store.links.add_judgement(
        Judgement("", one.kind, verdict, one.id, two.id, one.anchor, two.anchor, "Ana", at)
    )


def find_story(store: Store, article: str) -> StoryLinks:
    found = store.links.resolve(article).story
    assert found is not None
    return store.links.get_story(found)


def judge_actors(store: Store, story: StoryLinks) -> Iterator[Judgement]:
    """Five persons and one with several articles, which is parted."""
    persons = [one.id for one in story.actors if one.kind == "person"]
    for verdict, left in ((SAME, 0), (SAME, 2), (UNSURE, 4), (DIFFERENT, 6)):
        yield judge(store, verdict, persons[left], persons[left + 1])
    homes: dict[str, list[str]] = {}
    for article, renamed in sorted(story.renamed.items()):
        for own, actor in sorted(renamed.items()):
            homes.setdefault(actor, []).append(f"{article}/{own}")
    shared = next(homes[id] for id in homes if id not in persons and len(homes[id]) > 2)
    yield judge(store, DIFFERENT, shared[0], shared[-1])


def judge_claims(store: Store, story: StoryLinks) -> Iterator[Judgement]:
    """Claims of one statement each, and one of several, which is parted."""
    single = [claim.id for claim in story.claims if len(claim.statements) == 1]
    for verdict, left in ((SAME, 0), (SAME, 2), (UNSURE, 4), (DIFFERENT, 6)):
        yield judge(store, verdict, single[left], single[left + 1])
    shared = next(claim for claim in story.claims if claim.articles > 1 and len(own_statements(claim, story)) > 1)
    yield judge(store, DIFFERENT, *own_statements(shared, story)[:2])


def own_statements(claim: Claim, story: StoryLinks) -> list[str]:
    """Those that carry no other claim, and that the articles themselves attribute."""
    others = {id for one in story.claims if one is not claim for id in one.statements}
    return [id for id in claim.statements if id not in others and ":own" not in id]


def judge_copies(store: Store, story: StoryLinks) -> Iterator[Judgement]:
    """Pairs that are copies, and pairs that are none."""
    found = [(one.article, one.of) for one in story.copies]
    touched = {article for pair in found for article in pair}
    apart = [article for article in story.story.articles if article not in touched]
    yield judge(store, DIFFERENT, *found[0])
    yield judge(store, UNSURE, *found[1])
    yield judge(store, SAME, apart[0], apart[1])
    yield judge(store, SAME, apart[2], found[0][0])
    yield judge(store, DIFFERENT, apart[0], apart[2])


def judge_origins(store: Store, stories: Sequence[StoryLinks]) -> Iterator[Judgement]:
    """Origins of claims that have several, and statements of a claim that has one."""
    claims = [claim for story in stories for claim in story.claims if isinstance(claim.independent_origins, int)]
    several = [claim.origins for claim in claims if len(claim.origins) > 1]
    for verdict, origins in zip((SAME, UNSURE, SAME, UNSURE), several, strict=False):
        yield judge(store, verdict, origins[0].id, origins[1].id)
    one = [claim for claim in claims if len(claim.origins) == 1 and claim.articles > 1]
    for claim in one[: 5 - min(len(several), 4)]:
        yield judge(store, DIFFERENT, claim.statements[0], claim.statements[-1], as_origins=True)


@dataclass(frozen=True)
class Judged:
    """A store with its judgements, and the export that it had before them."""

    store: Store
    judgements: list[Judgement]
    before: bytes


@pytest.fixture
def judged(database: Path) -> Iterator[Judged]:
    with open_store(database) as store:
        before = export_bytes(store)
        # Of different stories, so that a claim whose origins are judged is not taken apart by another judgement.
        dam, *others = (find_story(store, article) for article in ("b1", "a1", "d1"))
        made = [*judge_actors(store, dam), *judge_claims(store, dam), *judge_copies(store, dam)]
        made += judge_origins(store, others)
        yield Judged(store, made, before)


def is_followed(store: Store, one: Judgement) -> bool:
    return CHECKS[one.kind](store, one)


def follows_actor(store: Store, one: Judgement) -> bool:
    left, right = find_actor(store, one.left_anchor), find_actor(store, one.right_anchor)
    return left is not None and right is not None and (left == right) == (one.verdict is SAME)


def follows_claim(store: Store, one: Judgement) -> bool:
    homes = [
        {claim.id for claim in store.links.export_links().claims if anchor in store.links.list_members(claim.id)}
        for anchor in (one.left_anchor, one.right_anchor)
    ]
    return len(homes[0] & homes[1]) == (one.verdict is SAME)


def follows_copy(store: Store, one: Judgement) -> bool:
    pairs = {frozenset((copy.article, copy.of)) for copy in store.links.export_links().copies}
    return (frozenset((one.left_anchor, one.right_anchor)) in pairs) == (one.verdict is SAME)


def follows_origin(store: Store, one: Judgement) -> bool:
    pair = {one.left_anchor, one.right_anchor}
    (claim,) = [claim for claim in store.links.export_links().claims if pair <= set(claim.statements)]
    if one.verdict is SAME:
        reasons = [reason for origin in claim.origins for reason in origin.because]
        return claim.independent_origins == 1 and "a person judged them to be one" in reasons
    if one.verdict is UNSURE:
        told = "A person was unsure whether two of them are one."
        return isinstance(claim.independent_origins, tuple) and told in claim.because
    return isinstance(claim.independent_origins, int) and claim.independent_origins > 1


CHECKS: dict[JudgementKind, Callable[[Store, Judgement], bool]] = {
    JudgementKind.ACTOR: follows_actor,
    JudgementKind.CLAIM: follows_claim,
    JudgementKind.COPY: follows_copy,
    JudgementKind.ORIGIN: follows_origin,
}


def test_twenty_judgements_hold_and_to_undo_them_restores_every_byte(
    judged: Judged, examples: dict[str, list[Record]]
) -> None:
    store, made = judged.store, judged.judgements
    assert len(made) == 20
    assert {(one.kind, one.verdict) for one in made} == {(kind, verdict) for kind in KINDS for verdict in Verdict}
    assert not store.links.is_current()
    link(store)
    assert [one for one in made if not is_followed(store, one)] == []
    followed = export_bytes(store)
    assert followed != judged.before

    link(store, anew=True)
    assert export_bytes(store) == followed
    for records in examples.values():
        assert set(add(store, records)) == {"duplicate"}
    link(store)
    assert export_bytes(store) == followed

    for one in made:
        store.links.undo_judgement(one.id, by="Ben")
    assert not store.links.is_current()
    link(store)
    assert store.links.is_current()
    assert export_bytes(store) == judged.before


def test_judgements_hold_when_further_stories_come(tmp_path: Path, examples: dict[str, list[Record]]) -> None:
    with open_store(tmp_path / "growing.db") as store:
        add(store, examples["dam_breach"])
        link(store)
        dam = find_story(store, "b1")
        made = [*judge_actors(store, dam), *judge_claims(store, dam), *judge_copies(store, dam)]
        add(store, examples["ferry_hack"])
        sums = link(store)
        assert (sums.stories, sums.linked) == (2, 2)
        assert [one for one in made if not is_followed(store, one)] == []


def test_a_judgement_holds_though_what_it_names_is_merged_later(database: Path) -> None:
    with open_store(database) as store:
        one, other, third, fourth = [claim.id for claim in find_story(store, "b1").claims if claim.articles == 1][:4]
        apart = judge(store, DIFFERENT, other, third)
        link(store)
        assert is_followed(store, apart)
        merged = judge(store, SAME, one, other)
        link(store)
        # One of the two ids stands for both now: the first judgement speaks of what is in both.
        assert store.links.follow_id(one) == store.links.follow_id(other)
        assert is_followed(store, apart)
        assert is_followed(store, merged)
        gone = one if store.links.resolve(one).redirected_from else other
        by_old_id = judge(store, UNSURE, gone, fourth)
        link(store)
        assert [is_followed(store, judgement) for judgement in (apart, merged, by_old_id)] == [True, True, True]
        store.links.undo_judgement(merged.id)
        link(store)
        assert store.links.resolve(one).id == one
        assert store.links.resolve(other).id == other
        assert is_followed(store, apart)
        assert is_followed(store, by_old_id)


@pytest.mark.parametrize("first", [SAME, DIFFERENT])
def test_of_two_judgements_on_one_pair_the_later_one_wins(first: Verdict, database: Path) -> None:
    second = DIFFERENT if first is SAME else SAME
    with open_store(database) as store:
        story = find_story(store, "b1")
        claims = [claim.id for claim in story.claims if claim.articles == 1][:2]
        actors = [one.id for one in story.actors if one.kind == "person"][:2]
        pairs = [claims, actors, [story.story.articles[0], story.story.articles[-1]]]
        for left, right in pairs:
            judge(store, first, left, right)
        made = [judge(store, second, left, right, day=2) for left, right in pairs]
        link(store)
        assert [one.kind for one in made if not is_followed(store, one)] == []
