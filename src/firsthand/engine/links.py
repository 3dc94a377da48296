"""Linking a store: cards of what is new → stories and actors → each story that has changed. Decides nothing."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial

import msgspec

from firsthand import engine, linking
from firsthand.engine.story_linking import ActorNames, StoryPlan, find_speakers, keep_story
from firsthand.errors import UsageError
from firsthand.linking import Card, Plan
from firsthand.records import Actor, ClaimStatus, Judgement, JudgementKind
from firsthand.storage import Store

Progress = Callable[[str, int, int], None]
CARDS = 200  # articles a transaction


class LinkSums(msgspec.Struct, frozen=True):
    """What there is after a run, in the whole store; `linked` counts the stories that were made anew in it."""

    articles: int
    stories: int
    claims: int
    corroborated: int
    disputed: int
    copies: int
    linked: int


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
    speakers = {anchor: one.id for anchor, one in find_speakers(store, judgements, actors.get).items()}
    chosen = model or linking.load_model()
    known = {} if anew else store.links.load_story_keys()
    linked = 0
    shared = _share_judgements(plan.stories, judgements)
    for number, (id, articles) in enumerate(zip(stories, plan.stories, strict=True)):
        key = linking.make_key(articles, cards, renamed, actors, shared[number], chosen, speakers)
        if known.get(id) != key:
            keep_story(store, StoryPlan(id, articles, cards, renamed, actors, actors.get, chosen))
            linked += 1
        tell("stories", number + 1, len(stories))
    with store.links.transact():
        store.links.drop_stories_except(stories)
        store.links.mark_followed([judgement.id for judgement in judgements])
    return count_links(store, linked)


def relink_story(store: Store, id: str, *, model: linking.ClaimModel | None = None) -> bool:
    """Link one story again, by the judgements in force, without comparing all articles and actors.

    What comes out is what `link` gives, which finds nothing left to do for the story.

    Args:
        store: open for writing.
        id: the story's, or one that was merged into it.
        model: as for `link`.

    Returns:
        Whether the story follows all judgements now. If not, `link` is needed: they change which actors or articles
        are one, or are on other stories too; where they would change the story's articles, it stays as it is.

    Raises:
        UsageError: there is no such story.
        StoreAccessError: the database can't be written.

    """
    links = store.links.get_story(id)
    articles = tuple(sorted(links.story.articles))
    pending = [one for one in store.links.find_unfollowed() if linking.concerns(one, frozenset(articles))]
    cards = {article: linking.decode_card(data) for article, data in store.links.find_cards(articles).items()}
    if len(cards) < len(articles) or not _stays_whole(store, articles, pending):
        return False
    own = [
        one.id for one in pending
        if one.kind is not JudgementKind.ACTOR and linking.name_articles(one) <= frozenset(articles)
    ]  # fmt: skip
    actors = {one.id: one for one in links.actors}
    find_actor = partial(_find_actor, store, actors)
    chosen = model or linking.load_model()
    keep_story(store, StoryPlan(links.story.id, articles, cards, links.renamed, actors, find_actor, chosen), own)
    return len(own) == len(pending)


def find_stories(store: Store, judgement: Judgement) -> list[str]:
    """The stories in which the articles are that a judgement is about: which alone it changes, but for actors'."""
    found: dict[str, None] = {}
    for article in sorted(linking.name_articles(judgement)):
        with suppress(UsageError):  # it has gone since
            story = store.links.resolve(article).story
            if story is not None:
                found[story] = None
    return list(found)


def _stays_whole(store: Store, articles: tuple[str, ...], pending: Sequence[Judgement]) -> bool:
    """Whether the story has the same articles after the judgements, too, some of which join or part texts."""
    kinds = (JudgementKind.COPY, JudgementKind.CLAIM)
    if not any(one.kind in kinds for one in pending):
        return True
    edges = {kind: store.links.load_edges(kind) for kind in linking.EDGE_KINDS}
    compared = store.links.find_compared(linking.STORY)
    return articles in linking.find_stories(compared, edges, store.links.list_judgements())


def _find_actor(store: Store, own: Mapping[str, Actor], id: str) -> Actor | None:
    """An actor of the story at hand, or of another one."""
    if id in own:
        return own[id]
    for story in store.links.stories_of_actor(id)[:1]:
        return next((one for one in store.links.get_story(story).actors if one.id == id), None)
    return None


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


def _share_judgements(stories: Sequence[tuple[str, ...]], judgements: Sequence[Judgement]) -> list[list[Judgement]]:
    """For each story those that may bear on it, in their order: all for every one would be a product of both."""
    place_of = {article: place for place, articles in enumerate(stories) for article in articles}
    shared: list[list[Judgement]] = [[] for _ in stories]
    for one in judgements:
        for place in {place_of[article] for article in linking.name_articles(one) if article in place_of}:
            shared[place].append(one)
    return shared


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
