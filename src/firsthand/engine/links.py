"""Linking a store: cards of what is new → stories and actors → each story that has changed. Decides nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import msgspec

from firsthand import engine, linking
from firsthand.errors import UsageError
from firsthand.linking import Card, Part, Plan
from firsthand.records import Actor, ClaimStatus, StoryLinks
from firsthand.storage import Store

Progress = Callable[[str, int, int], None]
CARDS = 200  # articles a transaction
ActorNames = Mapping[str, Mapping[str, str]]  # article → {the article's own actor id: the corpus actor's}


class LinkSums(msgspec.Struct, frozen=True):
    """What there is after a run, in the whole store; `linked` counts the stories that were made anew in it."""

    articles: int
    stories: int
    claims: int
    corroborated: int
    disputed: int
    copies: int
    linked: int


class Step(msgspec.Struct, frozen=True):
    """One step of the evidence: a sentence, with the statement or the article that shows it."""

    text: str
    statement: str | None
    article: str | None


class Position(msgspec.Struct, frozen=True):
    """What an actor said of a matter at a date, and how that differs from what it said before."""

    date: str
    what: str
    act: str | None
    status: str | None
    change: str
    statement: str


def link(
    store: Store, *, progress: Progress | None = None, anew: bool = False, model: linking.ClaimModel | None = None
) -> LinkSums:
    """Bring the links of a store up to date. What has not changed since the last run is kept, unless `anew`.

    A run that is stopped goes on where it was: each story is kept as soon as it is linked.

    Args:
        store: open for writing.
        progress: told (what is done, how much of it, of how much).
        anew: forget cards and edges, and link every story again; ids stay.
        model: weights of the comparison of claims, in place of those of the package.

    Raises:
        StoreAccessError: the database can't be written.
        ModelError: the model is needed for vectors that are missing, and can't be loaded.

    """
    tell = progress or (lambda *_: None)
    cards = _prepare(store, tell, anew)
    edges = _compare(store, cards, anew)
    judgements = store.links.list_judgements()
    plan = linking.make_plan(cards, edges, judgements)
    stories = store.links.settle_ids("story", plan.stories)
    actors, renamed = _name_actors(store, plan)
    chosen = model or linking.load_model()
    known = {} if anew else store.links.load_story_keys()
    linked = 0
    for number, (id, articles) in enumerate(zip(stories, plan.stories, strict=True)):
        key = linking.make_key(articles, cards, renamed, actors, judgements, chosen)
        if known.get(id) != key:
            with store.links.transact():
                parts = _load_parts(store, articles, renamed)
                links = linking.link_story(id, parts, actors, _settle_claims(store), judgements, chosen)
                store.links.save_story(key, links)
            linked += 1
        tell("stories", number + 1, len(stories))
    with store.links.transact():
        store.links.drop_stories_except(stories)
        store.links.mark_followed([judgement.id for judgement in judgements])
    return count_links(store, linked)


def _prepare(store: Store, tell: Progress, anew: bool) -> dict[str, Card]:
    """The cards of all articles, made where they are missing, with vectors for those that were added without."""
    without = store.links.find_without_vectors()
    for number, id in enumerate(without):
        _, vectors = engine.load_extractor().read(store.get(id).article)
        store.links.save_vectors({id: vectors.tobytes()})
        tell("vectors", number + 1, len(without))
    version = linking.CARD_VERSION
    missing = store.links.find_unprepared("" if anew else version)
    for start in range(0, len(missing), CARDS):
        entries = store.links.load_entries(missing[start : start + CARDS])
        made = {record.article.id: linking.encode_card(linking.make_card(record)) for record, _ in entries}
        store.links.save_cards(made, version)
        tell("articles", min(start + CARDS, len(missing)), len(missing))
    return {id: linking.decode_card(data) for id, data in store.links.load_cards()}


def _compare(store: Store, cards: Mapping[str, Card], anew: bool) -> dict[str, linking.Edges]:
    """The edges between all articles; those that are new since the last run are compared with all others."""
    for kind in linking.EDGE_KINDS if anew else ():
        store.links.drop_edges(kind)
    new = set(cards) - store.links.find_compared(linking.STORY)
    if new:
        with store.links.transact():
            for kind, edges in linking.compare_cards(cards, new).items():
                store.links.save_edges(kind, edges, compared=new)
    return {kind: store.links.load_edges(kind) for kind in linking.EDGE_KINDS}


def _name_actors(store: Store, plan: Plan) -> tuple[dict[str, Actor], ActorNames]:
    """The corpus actors by id, and for each article what its own actors are called."""
    members = [[f"{article}/{actor}" for article, actor in one.members] for one in plan.actors]
    ids = store.links.settle_ids("actor", members)
    renamed: dict[str, dict[str, str]] = {}
    for id, one in zip(ids, plan.actors, strict=True):
        for article, actor in one.members:
            renamed.setdefault(article, {})[actor] = id
    return {id: one.as_actor(id) for id, one in zip(ids, plan.actors, strict=True)}, renamed


def _load_parts(store: Store, articles: Sequence[str], renamed: ActorNames) -> list[Part]:
    entries = store.links.load_entries(articles)
    return [Part(record, vectors, renamed.get(record.article.id, {})) for record, vectors in entries]


def _settle_claims(store: Store) -> Callable[[Sequence[Sequence[str]]], Sequence[str]]:
    return lambda groups: store.links.settle_ids("claim", groups)


def count_links(store: Store, linked: int = 0) -> LinkSums:
    """The sums over all stories of a store."""
    counts = store.links.count()
    return LinkSums(
        articles=counts.articles,
        stories=counts.stories,
        claims=sum(counts.claims.values()),
        corroborated=counts.claims.get(ClaimStatus.CORROBORATED, 0),
        disputed=counts.claims.get(ClaimStatus.DISPUTED, 0),
        copies=counts.copies,
        linked=linked,
    )


def explain_claim(store: Store, id: str) -> list[Step]:
    """The evidence for a claim's count of origins, step by step.

    Raises:
        UsageError: there is no claim with this id.

    """
    found = store.links.resolve(id)
    links = store.links.get_story(found.story or "")
    claim = next((claim for claim in links.claims if claim.id == found.id), None)
    if claim is None:
        raise UsageError("this is no claim: `firsthand claims` shows their ids", id)
    material = _rebuild(store, links)
    judgements = store.links.list_judgements()
    steps = linking.find_origins(claim.statements, material, judgements).steps
    return [_make_step(text, place, material) for text, place in steps]


def _make_step(text: str, place: str, material: linking.Material) -> Step:
    if place in material.statements:
        return Step(text, place, material.entry_of[place].id)
    return Step(text, None, place or None)


def trace_positions(store: Store, id: str) -> list[Position]:
    """What an actor said on each matter over time, over all stories, with its changes; the earliest first."""
    found: list[Position] = []
    actor = store.links.follow_id(id)
    for story in store.links.stories_of_actor(actor):
        links = store.links.get_story(story)
        positions = linking.trace_position(actor, links.claims, _rebuild(store, links))
        found += [
            Position(one.date, one.what, one.act, one.status, one.change or "", one.statement) for one in positions
        ]
    return sorted(found, key=lambda one: (one.date, one.statement))


def _rebuild(store: Store, links: StoryLinks) -> linking.Material:
    """The material that a story's links were made of."""
    parts = _load_parts(store, links.story.articles, links.renamed)
    material = linking.gather(parts, {actor.id: actor for actor in links.actors})
    entries = tuple(linking.add_statements(entry, links.assertions.get(entry.id, ())) for entry in material.entries)
    return replace(material, entries=entries, copies=links.copies)


