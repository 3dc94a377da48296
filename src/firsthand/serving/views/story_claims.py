"""The claims of a story: how many origins each has and who they are, and who says the contrary."""

from enum import StrEnum

import msgspec

from firsthand.records import Claim, ClaimStatus, Origin, RelationKind, weigh_claim
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_claim import name_origin, name_source
from firsthand.serving.report_claim_lines import RELATION_WORDS, word_gist
from firsthand.serving.report_lines import make_safe
from firsthand.serving.report_voices import name_actor
from firsthand.serving.story_figures import is_scrap, sort_claims, word_origins
from firsthand.serving.views.claim_updates import ClaimUpdate, list_updates
from firsthand.serving.views.closed_lists import choose
from firsthand.serving.views.paging import PAGE, Paged, slice_page

NAMED = 6  # origins of one claim that are named in a list
AGAINST = 4  # claims against one that a list tells
UPDATES = 4  # updates of one, the latest first


class ClaimChoice(StrEnum):
    """Which claims of a story are shown."""

    ALL = "all"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    ANONYMOUS = "anonymous"
    SINGLE = "single"


class ClaimSort(StrEnum):
    """Which claims come first: those of most origins, those of most articles, or those seen first."""

    ORIGINS = "origins"
    ARTICLES = "articles"
    FIRST_SEEN = "first_seen"


class ClaimSource(msgspec.Struct, frozen=True):
    """An origin in a few words. `actor` is None for an anonymous source; `outlet` is the actor that obtained it."""

    id: str
    words: str
    actor: str | None
    outlet: str
    statement: str | None


class ClaimAgainst(msgspec.Struct, frozen=True):
    """A claim that denies or contradicts the one at hand (`words` say which), and who makes it."""

    words: str
    claim: str
    gist: str
    by: tuple[str, ...]


class StoryClaim(msgspec.Struct, frozen=True):
    """A claim of a story. `origins` has `independent_origins` in words; `sources` and `against` are the first few.

    `updates` are what replaced it since, the latest first; what contradicts it as well is told there alone.
    """

    id: str
    gist: str
    status: ClaimStatus
    independent_origins: int | tuple[int, int]
    origins: str
    anonymous_only: bool
    articles: int
    statements: int
    first_seen: str | None
    sources: tuple[ClaimSource, ...]
    more_sources: int
    against: tuple[ClaimAgainst, ...]
    updates: tuple[ClaimUpdate, ...]
    because: tuple[str, ...]


def list_claims(
    story: LinkedStory,
    choice: ClaimChoice = ClaimChoice.ALL,
    order: ClaimSort = ClaimSort.ORIGINS,
    offset: int = 0,
    limit: int = PAGE,
) -> Paged[StoryClaim]:
    """One page of a story's claims.

    Raises:
        UsageError: the page is out of bounds.

    """
    chosen = [claim for claim in story.links.claims if is_chosen(claim, choice)]
    page = slice_page(_order(chosen, order), offset, limit)
    against = _index_against(story)
    rows = tuple(_make_row(story, claim, against.get(claim.id, ())) for claim in page.items)
    return Paged(rows, offset, limit, page.has_more)


def read_choice(choice: str, order: str) -> tuple[ClaimChoice, ClaimSort]:
    """What is asked for, from words that a user gives; empty ones stand for all, and for most origins first.

    Raises:
        UsageError: there is no such choice or order.

    """
    chosen = choose(ClaimChoice, choice or ClaimChoice.ALL, "not a known choice: it is one of")
    return chosen, choose(ClaimSort, order or ClaimSort.ORIGINS, "not a known order: it is one of")


def is_chosen(claim: Claim, choice: ClaimChoice) -> bool:
    """Whether a claim is among those chosen."""
    if choice is ClaimChoice.ALL:
        return True
    if choice is ClaimChoice.ANONYMOUS:
        return claim.anonymous_only
    return claim.status is STATUS_OF_CHOICE[choice]


STATUS_OF_CHOICE = {
    ClaimChoice.CORROBORATED: ClaimStatus.CORROBORATED,
    ClaimChoice.DISPUTED: ClaimStatus.DISPUTED,
    ClaimChoice.SINGLE: ClaimStatus.SINGLE_ORIGIN,
}


def count_choices(story: LinkedStory) -> dict[ClaimChoice, int]:
    """How many claims each choice has."""
    return {choice: sum(is_chosen(claim, choice) for claim in story.links.claims) for choice in ClaimChoice}


def make_claim(story: LinkedStory, claim: Claim) -> StoryClaim:
    """One claim as the lists show it."""
    return _make_row(story, claim, _index_against(story).get(claim.id, ()))


def _order(claims: list[Claim], order: ClaimSort) -> list[Claim]:
    if order is ClaimSort.ORIGINS:
        return sort_claims(claims)
    if order is ClaimSort.ARTICLES:
        return sorted(claims, key=lambda one: (-one.articles, is_scrap(one), *weigh_claim(one)))
    return sorted(claims, key=lambda one: (one.first_seen or "~", is_scrap(one), -one.articles, one.id))


Against = tuple[tuple[RelationKind, str], ...]  # (how, the id of the claim that does so)


def _index_against(story: LinkedStory) -> dict[str, Against]:
    """For each claim those that deny or contradict it, denials first; two claims contradict each other both ways."""
    found: dict[str, dict[str, RelationKind]] = {}
    for kind in (RelationKind.DENIES, RelationKind.CONTRADICTS):
        for one in story.links.relations:
            if one.kind is kind:
                found.setdefault(one.target, {}).setdefault(one.source, kind)
                if kind is RelationKind.CONTRADICTS:
                    found.setdefault(one.source, {}).setdefault(one.target, kind)
    return {claim: tuple((kind, id) for id, kind in kinds.items()) for claim, kinds in found.items()}


def _make_row(story: LinkedStory, claim: Claim, against: Against) -> StoryClaim:
    sources = list_sources(story, claim)
    updates = list_updates(story, claim)
    told = {one.claim for one in updates}
    known = [(kind, story.claims[id]) for kind, id in against if id in story.claims and id not in told]
    return StoryClaim(
        id=claim.id,
        gist=word_gist(claim),
        status=claim.status,
        independent_origins=claim.independent_origins,
        origins=word_origins(claim),
        anonymous_only=claim.anonymous_only,
        articles=claim.articles,
        statements=len(claim.statements),
        first_seen=claim.first_seen,
        sources=sources[:NAMED],
        more_sources=max(0, len(sources) - NAMED),
        against=tuple(_make_against(story, claim, kind, one) for kind, one in known[:AGAINST]),
        updates=updates[:UPDATES],
        because=claim.because,
    )


def _make_against(story: LinkedStory, claim: Claim, kind: RelationKind, other: Claim) -> ClaimAgainst:
    by = tuple(source.words for source in list_sources(story, other)[:NAMED])
    is_newer = any(one.source == claim.id for one in story.updates_by_claim.get(other.id, ()))
    words = f"updates and {RELATION_WORDS[kind][0]}" if is_newer else RELATION_WORDS[kind][1]
    return ClaimAgainst(words, other.id, word_gist(other), by)


def list_sources(story: LinkedStory, claim: Claim) -> tuple[ClaimSource, ...]:
    """The origins of a claim in a few words."""
    return tuple(
        ClaimSource(one.id, word_source(story, one), one.actor, one.outlet, one.statement) for one in claim.origins
    )


def word_source(story: LinkedStory, origin: Origin) -> str:
    """`Mira Tolle`; `people familiar with the talks (anonymous), through Bloomberg`."""
    if origin.actor is not None:
        return name_source(story.actors, origin)
    if make_safe(origin.description or ""):
        return name_origin(story, origin)
    return f"an unnamed source, through {name_actor(story.actors, origin.outlet)}"
