"""From a store to what is exported of it: all, a story, a claim, an article, an actor, or what a search found.

A whole store is read while it is written out, inside one `store.snapshot()`; everything else is in memory.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from firsthand.records import Actor, Annotations, Claim, Export, StoryLinks, encode
from firsthand.serving import queries
from firsthand.serving.exports.material import Material
from firsthand.serving.linked_queries import find_actor, find_claim, find_story
from firsthand.serving.linked_stories import LinkedStory, join_story
from firsthand.serving.report_claim_lines import word_gist
from firsthand.serving.report_header import find_title
from firsthand.serving.report_story import word_title
from firsthand.storage import Query, Store

STORIES_AT_HAND = 64  # what a search finds in one story seldom stands together


def gather_store(store: Store, *, newest: bool = False) -> Material:
    """Everything; without superseded revisions if `newest`."""
    return Material(
        name="store",
        title="All stories",
        lines=lambda: store.export_records(newest=newest, linked=True),
        links=store.links.export_links(),
    )


def gather_story(store: Store, id: str) -> Material:
    """A story, by its id or that of a claim, origin, statement or article of it; raises like `find_story`."""
    return hold_story(find_story(store, id))


def hold_story(story: LinkedStory) -> Material:
    """A story that is in memory already."""
    links = story.links
    found = Export(
        actors=_choose_actors(story.records, links.claims, [links]),
        claims=links.claims,
        copies=links.copies,
        relations=links.relations,
        stories=(links.story,),
        timeline=links.timeline,
    )
    return _hold(f"story-{links.story.id}", word_title(story), story.records, found, None)


def gather_claim(store: Store, id: str) -> Material:
    """A claim with the articles of its statements, and the claims that it stands in relation to.

    Raises:
        UsageError: as for `find_claim`.

    """
    story, claim = find_claim(store, id)
    related = {other for one in story.list_relations(claim) for other in (one.source, one.target)} - {claim.id}
    claims = (claim, *(one for one in story.links.claims if one.id in related))
    records = list(dict.fromkeys(record.article.id for _, record in story.list_statements(claim)))
    kept = [story.record_by_id[id] for id in records]
    chosen = frozenset(claim.statements)
    return _hold(f"claim-{claim.id}", word_gist(claim), kept, _cut([story.links], kept, claims, chosen), chosen)


def gather_article(store: Store, id: str) -> Material:
    """An article, by its id or by that of a statement of it, with what linking found about it.

    Raises:
        UsageError: there is no such article.

    """
    exact = store.find_article(id).id
    record, links = _Rewriter(store).rewrite(exact)
    own = {statement.id for statement in record.statements}
    claims = [one for one in links.claims if not own.isdisjoint(one.statements)] if links else []
    found = _cut([links] if links else [], [record], claims, own)
    return _hold(f"article-{exact}", find_title(record.article), [record], found, None)


def gather_actor(store: Store, named: str) -> Material:
    """What an actor says, over all stories, by its id or its name; raises like `find_actor`."""
    id = find_actor(store, named)
    records: list[Annotations] = []
    links: list[StoryLinks] = []
    name = id
    for story_id in store.links.stories_of_actor(id):
        story = find_story(store, story_id)
        links.append(story.links)
        records += [one for one in story.records if any(said.speaker == id for said in one.statements)]
        name = story.actors[id].name if id in story.actors else name
    chosen = frozenset(said.id for record in records for said in record.statements if said.speaker == id)
    return _hold(f"actor-{id}", name, records, _cut(links, records, _choose_claims(links, chosen), chosen), chosen)


def gather_search(store: Store, query: Query) -> Material:
    """The statements that a search finds, up to its limit; raises UsageError like `check_query`."""
    found = queries.search_statements(store, query).found
    title = f"Search: {query.words.strip()}" if query.words.strip() else "Search"
    return gather_statements(store, [(one.article.id, one.id) for one in found], title)


def gather_statements(store: Store, found: Iterable[tuple[str, str]], title: str) -> Material:
    """Any statements: pairs of the article's exact id and the statement's, in the order of the articles to export."""
    pairs = list(found)
    rewriter = _Rewriter(store)
    records: list[Annotations] = []
    links: dict[str, StoryLinks] = {}
    for article in dict.fromkeys(article for article, _ in pairs):
        record, story = rewriter.rewrite(article)
        records.append(record)
        if story is not None:
            links[story.story.id] = story
    chosen = frozenset(id for _, id in pairs)
    kept = list(links.values())
    return _hold("search", title, records, _cut(kept, records, _choose_claims(kept, chosen), chosen), chosen)


class _Rewriter:
    """Single articles as their story has them; the stories that were needed last are kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._load = lru_cache(STORIES_AT_HAND)(store.links.get_story)

    def rewrite(self, article: str) -> tuple[Annotations, StoryLinks | None]:
        """The record, with the links of its story if it is in one."""
        record = self._store.get(article)
        story = self._store.links.resolve(article).story
        links = self._load(story) if story else None
        # An older revision is in no story, though the article's id leads to that of the newest one.
        if links is None or article not in links.story.articles:
            return record, None
        return join_story(links, [record]).records[0], links


def _cut(
    links: Sequence[StoryLinks], records: Sequence[Annotations], claims: Sequence[Claim], statements: Collection[str]
) -> Export:
    """That part of stories' links which is about these articles, claims and statements."""
    articles = {record.article.id for record in records}
    told = {claim.id for claim in claims}
    return Export(
        actors=_choose_actors(records, claims, links),
        claims=tuple(claims),
        copies=tuple(one for story in links for one in story.copies if articles & {one.article, one.of}),
        relations=tuple(one for story in links for one in story.relations if {one.source, one.target} <= told),
        stories=tuple(story.story for story in links),
        timeline=tuple(one for story in links for one in story.timeline if one.statement in statements),
    )


def _choose_claims(links: Iterable[StoryLinks], statements: Collection[str]) -> list[Claim]:
    wanted = set(statements)
    return [one for story in links for one in story.claims if not wanted.isdisjoint(one.statements)]


def _choose_actors(
    records: Iterable[Annotations], claims: Iterable[Claim], links: Iterable[StoryLinks]
) -> tuple[Actor, ...]:
    """Everybody in these articles, and who the origins of these claims are."""
    origins = (origin for claim in claims for origin in claim.origins)
    wanted = {id for origin in origins for id in (origin.actor, origin.outlet) if id is not None}
    known = {actor.id: actor for record in records for actor in record.actors}
    known |= {actor.id: actor for story in links for actor in story.actors if actor.id in wanted or actor.id in known}
    return tuple(known.values())


def _hold(
    name: str, title: str, records: Sequence[Annotations], links: Export, chosen: frozenset[str] | None
) -> Material:
    return Material(name, title, lambda: map(encode, records), links, chosen)
