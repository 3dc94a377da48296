"""A claim: how many origins it has and why, who they are, how it went, every wording, and what is said against it."""

from collections.abc import Collection, Iterator

import msgspec

from firsthand.records import Certainty, Claim, ClaimStatus, Origin, Relation, RelationKind, identify_origin
from firsthand.serving.linked_queries import find_claim
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_claim import name_origin
from firsthand.serving.report_claim_lines import RELATION_WORDS, word_gist
from firsthand.serving.story_cache import StoryCache
from firsthand.serving.story_figures import word_origins
from firsthand.serving.views.claim_updates import ClaimUpdate, list_updates
from firsthand.serving.views.claim_way import Way, find_way
from firsthand.serving.views.claim_wordings import WordingView, view_wordings
from firsthand.serving.views.claims import StoryLink
from firsthand.serving.views.statements import ActorLink, ArticleLink, Quoted, link_actor, link_article, view_statement
from firsthand.serving.wordings import WORD
from firsthand.storage import Store

RELATED = 20  # relations, and as many claims' articles, at most
NEAR = 5  # other claims of the same origins
SHORT = 5  # letters: words below that say little of the matter


class ClaimLink(msgspec.Struct, frozen=True):
    """A claim to be named and followed; `origins` is its number of origins in words."""

    id: str
    gist: str
    status: ClaimStatus
    origins: str
    articles: int
    anonymous_only: bool
    first_seen: str | None


class OriginView(msgspec.Struct, frozen=True):
    """One origin. `words` names it with the outlet that obtained it; `statement` shows it best."""

    id: str
    words: str
    actor: ActorLink | None
    description: str | None
    outlet: ActorLink
    certainty: Certainty
    because: tuple[str, ...]
    statement: Quoted | None


class StepView(msgspec.Struct, frozen=True):
    """One step of the evidence, and what shows it."""

    text: str
    statement: str | None
    article: str | None


class RelationView(msgspec.Struct, frozen=True):
    """Another claim that denies, contradicts or updates this one, or the other way round; `words` says which.

    `also` says so of an update that contradicts, too: it is told once. `statement` shows the other claim best.
    """

    kind: RelationKind
    words: str
    also: str
    claim: ClaimLink
    because: tuple[str, ...]
    statement: Quoted | None


class Carrier(msgspec.Struct, frozen=True):
    """An article that carries the claim: whether an origin is shown in it, and which article's text it copies."""

    article: ArticleLink
    shows_origin: bool
    copy_of: ArticleLink | None


class ClaimView(msgspec.Struct, frozen=True):
    """All that the page of a claim shows. `origins_in_words` and `because` say how many origins it has, and why.

    `updates` are what replaced it since, the latest first. `shown_by` is the statement that shows it best, `carriers`
    are its articles as they were published; `wordings` has its statements, those of the same words together.
    """

    id: str
    gist: str
    story: StoryLink
    status: ClaimStatus
    independent_origins: int | tuple[int, int]
    origins_in_words: str
    anonymous_only: bool
    articles: int
    statements: int
    first_seen: str | None
    updates: tuple[ClaimUpdate, ...]
    because: tuple[str, ...]
    steps: tuple[StepView, ...]
    origins: tuple[OriginView, ...]
    way: Way
    carriers: tuple[Carrier, ...]
    shown_by: Quoted | None
    relations: tuple[RelationView, ...]
    wordings: tuple[WordingView, ...]
    near: tuple[ClaimLink, ...]


def load_claim(store: Store, id: str, stories: StoryCache, limit: int | None = None) -> ClaimView:
    """The claim with this id, or that of the origin or statement with it; `limit` cuts its statements.

    Raises:
        UsageError: as `find_claim`.

    """
    story, claim = find_claim(store, id, stories)
    others = [_find_other(relation, claim) for relation in story.list_relations(claim)[:RELATED]]
    articles = {article for other in others for article in store.links.find_claim_articles(other)}
    if not articles <= story.record_by_id.keys():
        story = stories.load_part(store, story.links.story.id, articles | story.record_by_id.keys())
    return view_claim(story, claim, limit, store.links.find_publishers(story.links.story.id))


def view_claim(
    story: LinkedStory, claim: Claim, limit: int | None = None, publishers: Collection[str] | None = None
) -> ClaimView:
    """The claim as pages and API give it; `story` has the articles of it and of those related to it.

    `publishers` are those of the whole story, where `story` has a part of its articles.
    """
    return ClaimView(
        id=claim.id,
        gist=claim.gist,
        story=StoryLink(story.links.story.id, story.links.story.title),
        status=claim.status,
        independent_origins=claim.independent_origins,
        origins_in_words=word_origins(claim),
        anonymous_only=claim.anonymous_only,
        articles=claim.articles,
        statements=len(claim.statements),
        first_seen=claim.first_seen,
        updates=list_updates(story, claim),
        because=claim.because,
        steps=view_steps(story, claim),
        origins=tuple(_view_origin(story, origin) for origin in claim.origins),
        way=find_way(story, claim, publishers),
        carriers=tuple(_list_carriers(story, claim)),
        shown_by=show_statement(story, _find_best(claim)),
        relations=tuple(_list_relations(story, claim)),
        wordings=view_wordings(story, claim, limit),
        near=tuple(find_near(story, claim)),
    )


def link_claim(claim: Claim) -> ClaimLink:
    """A claim to be named."""
    counted = (claim.status, word_origins(claim), claim.articles, claim.anonymous_only, claim.first_seen)
    return ClaimLink(claim.id, word_gist(claim), *counted)


def view_steps(story: LinkedStory, claim: Claim) -> tuple[StepView, ...]:
    """The evidence for the number of origins, step by step; nothing where linking has recorded none."""
    return tuple(StepView(one.text, one.statement, one.article) for one in story.links.steps.get(claim.id, ()))


def show_statement(story: LinkedStory, id: str | None) -> Quoted | None:
    """A statement in words; None where the story at hand has none with this id."""
    if id is None or id not in story.statements:
        return None
    statement, record = story.statements[id]
    claims = tuple(one.id for one in story.claims_by_statement.get(id, ()))
    return view_statement(statement, record, story.actors, claims)


def _view_origin(story: LinkedStory, origin: Origin) -> OriginView:
    return OriginView(
        id=origin.id,
        words=name_origin(story, origin),
        actor=link_actor(origin.actor, story.actors) if origin.actor is not None else None,
        description=origin.description,
        outlet=link_actor(origin.outlet, story.actors),
        certainty=origin.certainty,
        because=origin.because,
        statement=show_statement(story, origin.statement),
    )


def _list_carriers(story: LinkedStory, claim: Claim) -> Iterator[Carrier]:
    pairs = story.list_statements(claim)
    records = {record.article.id: record for _, record in pairs}
    roots = {origin.statement for origin in claim.origins}
    shown = {record.article.id for statement, record in pairs if statement.id in roots}
    originals = {one.article: records[one.of] for one in story.links.copies if one.of in records}
    for id, record in records.items():
        original = originals.get(id)
        copied = link_article(original, story.actors) if original else None
        yield Carrier(link_article(record, story.actors), id in shown, copied)


def _find_other(relation: Relation, claim: Claim) -> str:
    return relation.target if relation.source == claim.id else relation.source


def _list_relations(story: LinkedStory, claim: Claim) -> Iterator[RelationView]:
    """Denials and contradictions first, then updates; an update that is a contradiction, too, is told once."""
    relations = sorted(story.list_relations(claim), key=lambda one: one.kind is RelationKind.UPDATES)
    updates = {_find_other(one, claim): one for one in relations if one.kind is RelationKind.UPDATES}
    against = {_find_other(one, claim): one for one in relations if one.kind is not RelationKind.UPDATES}
    for one in relations[:RELATED]:
        id = _find_other(one, claim)
        other, both = story.claims.get(id), id in updates and id in against
        if other and (one.kind is RelationKind.UPDATES or not both):
            words = RELATION_WORDS[one.kind][one.source != claim.id]
            also = f"and {RELATION_WORDS[against[id].kind][0]} it" if both else ""
            because = tuple(dict.fromkeys((*one.because, *(against[id].because if both else ()))))
            shown = show_statement(story, _find_best(other))
            yield RelationView(one.kind, words, also, link_claim(other), because, shown)


def _find_best(claim: Claim) -> str | None:
    """The statement that shows a claim: that of its first origin, or else its first."""
    shown = (origin.statement for origin in claim.origins if origin.statement)
    return next(shown, claim.statements[0] if claim.statements else None)


def find_near(story: LinkedStory, claim: Claim) -> list[ClaimLink]:
    """Other claims of the same origins on the same matter: those that share words with it, the most first."""
    roots = set(map(identify_origin, claim.origins))
    matter = _find_matter(claim)
    related = {_find_other(one, claim) for one in story.list_relations(claim)} | {claim.id}
    shared = [
        (len(matter & _find_matter(other)), other)
        for other in story.links.claims
        if other.id not in related and not roots.isdisjoint(map(identify_origin, other.origins))
    ]
    found = sorted((row for row in shared if row[0] >= 2), key=lambda row: (-row[0], -row[1].articles, row[1].id))
    return [link_claim(other) for _, other in found[:NEAR]]


def _find_matter(claim: Claim) -> set[str]:
    return {word for word in WORD.findall(claim.gist[:600].casefold()) if len(word) >= SHORT}
