"""One story linked and kept: computed while others read and write, and then written in one short transaction."""

from collections import ChainMap
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from firsthand import linking
from firsthand.linking import Card, Part
from firsthand.records import Actor, Judgement, JudgementKind
from firsthand.storage import Store

ActorNames = Mapping[str, Mapping[str, str]]  # article → {the article's own actor id: the corpus actor's}
FindActor = Callable[[str], Actor | None]
TRIES = 3  # as long as others change meanwhile what a story depends on; then they wait


@dataclass(frozen=True)
class StoryPlan:
    """What a story is to be made of.

    articles: in ascending order, with their `cards`. renamed, actors: the corpus actors in them; find_actor: any other.
    """

    id: str
    articles: Sequence[str]
    cards: Mapping[str, Card]
    renamed: ActorNames
    actors: Mapping[str, Actor]
    find_actor: FindActor
    model: linking.ClaimModel


def keep_story(store: Store, plan: StoryPlan, followed: Collection[str] = ()) -> None:
    """Link a story by the judgements that are in force at the end, and keep it; `followed` are noted with it."""
    for turn in range(TRIES + 1):
        with store.links.transact() if turn == TRIES else nullcontext():
            if _try_to_keep(store, plan, followed):
                return


class _ChangedError(Exception):
    """Takes back a transaction that came too late."""


def _try_to_keep(store: Store, plan: StoryPlan, followed: Collection[str]) -> bool:
    """Whether it was kept: not where others changed judgements or ids of claims while it was computed."""
    judgements = _list_own(store, plan)
    found = find_speakers(store, judgements, plan.find_actor)
    actors = ChainMap({one.id: one for one in found.values()}, dict(plan.actors)) if found else plan.actors
    speakers = {anchor: one.id for anchor, one in found.items()}
    key = linking.make_key(plan.articles, plan.cards, plan.renamed, actors, judgements, plan.model, speakers)
    groups: list[Sequence[str]] = []

    def settle(asked: Sequence[Sequence[str]]) -> Sequence[str]:
        groups.extend(asked)
        return store.links.preview_ids("claim", asked)

    entries = store.links.load_entries(plan.articles)
    parts = [Part(record, vectors, plan.renamed.get(record.article.id, {})) for record, vectors in entries]
    links = linking.link_story(plan.id, parts, actors, settle, judgements, plan.model, speakers)
    try:
        with store.links.transact():
            # The ids of claims are issued together with the story, so that no reader ever finds one without the other.
            ids = store.links.settle_ids("claim", groups)
            if ids != [claim.id for claim in links.claims] or _list_own(store, plan) != judgements:
                raise _ChangedError
            store.links.save_story(key, links)
            store.links.note_followed(followed)
    except _ChangedError:
        return False
    return True


def _list_own(store: Store, plan: StoryPlan) -> list[Judgement]:
    articles = frozenset(plan.articles)
    return [one for one in store.links.list_judgements() if linking.concerns(one, articles)]


def find_speakers(store: Store, judgements: Iterable[Judgement], find_actor: FindActor) -> dict[str, Actor]:
    """Whom judgements call speakers, by their anchors, as they are known now; who is known no more is left out."""
    asked = {one.right_anchor: one.right for one in judgements if one.kind is JudgementKind.SPEAKER}
    current = store.links.find_ids("actor", asked) if asked else {}
    found: dict[str, Actor] = {}
    for anchor, shown in asked.items():
        # Where the article of the anchor has gone, the actor that it stood for may still be there.
        for id in (current.get(anchor), store.links.follow_id(shown)):
            actor = find_actor(id) if id else None
            if actor is not None:
                found.setdefault(anchor, actor)
    return found
