"""What linking keeps, as it is found: stories, claims and actors in lists, what ids stand for, judgements."""

from enum import StrEnum

import msgspec

from firsthand.records import ActorKind, ClaimStatus, Judgement


class ThingKind(StrEnum):
    """What an id may stand for."""

    STORY = "story"
    CLAIM = "claim"
    ACTOR = "actor"
    ORIGIN = "origin"
    STATEMENT = "statement"
    ARTICLE = "article"


class Resolved(msgspec.Struct, frozen=True):
    """What an id stands for, with the story that it is in.

    `story` is None where there is none, and for an actor of several stories. `redirected_from` is the id that was
    issued once and stands for `id` now, None where `id` itself was asked for.
    """

    kind: ThingKind
    id: str
    story: str | None = None
    redirected_from: str | None = None


class StorySummary(msgspec.Struct, frozen=True):
    """A story in a list: counts, and the days (ISO, None if unknown) of its first and last article.

    `origins` are those of all claims, each once; `corroborated`, `disputed` and `anonymous` (on anonymous sources
    alone) count claims. `leading` is the claim that most articles carry.
    """

    id: str
    title: str
    articles: int
    outlets: int
    claims: int
    first_day: str | None
    last_day: str | None
    origins: int = 0
    corroborated: int = 0
    disputed: int = 0
    anonymous: int = 0
    leading: "FoundClaim | None" = None


class LinkCounts(msgspec.Struct, frozen=True):
    """How much there is in all stories: their articles, claims by status, and pairs of copies."""

    articles: int
    stories: int
    claims: dict[ClaimStatus, int]
    copies: int


class FoundClaim(msgspec.Struct, frozen=True):
    """A claim in a list; `independent_origins` is (least, most) where it can't be known."""

    id: str
    story: str
    gist: str
    status: ClaimStatus
    articles: int
    independent_origins: int | tuple[int, int]
    anonymous_only: bool
    first_seen: str | None


class ClaimOrder(StrEnum):
    """What comes first in a list of claims: those of most articles, of most origins, or the newest."""

    ARTICLES = "articles"
    ORIGINS = "origins"
    NEWEST = "newest"


class FoundActor(msgspec.Struct, frozen=True):
    """An actor in a list, with the number of its stories and of the statements that it makes in them."""

    id: str
    name: str
    kind: ActorKind
    stories: int
    statements: int


class QuotingOutlet(msgspec.Struct, frozen=True):
    """An outlet that prints what somebody says: its corpus actor where it is known, its name as printed, how much."""

    actor: str | None
    name: str | None
    statements: int
    articles: int


class PrintedSpeaker(msgspec.Struct, frozen=True):
    """Somebody whom an outlet prints, with how many statements in how many of its articles."""

    id: str
    name: str
    kind: ActorKind
    statements: int
    articles: int


class LoggedJudgement(msgspec.Struct, frozen=True):
    """A judgement with its end: `undone_at` (UTC, ISO 8601) and by whom, None while it is in force.

    `superseded_by` is the latest judgement in force that contradicts or repeats one in force, which says nothing then.
    """

    judgement: Judgement
    undone_at: str | None = None
    undone_by: str | None = None
    superseded_by: str | None = None
