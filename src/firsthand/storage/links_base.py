"""What a store keeps of linking, whatever keeps it, and the values that it gives."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import Protocol

import msgspec

from firsthand.records import ActorKind, Annotations, ClaimStatus, Export, Judgement, StoryLinks


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
    """A story in a list: counts, and the days (ISO, None if unknown) of its first and last article."""

    id: str
    title: str
    articles: int
    outlets: int
    claims: int
    first_day: str | None
    last_day: str | None


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


class FoundActor(msgspec.Struct, frozen=True):
    """An actor in a list, with the number of its stories and of the statements that it makes in them."""

    id: str
    name: str
    kind: ActorKind
    stories: int
    statements: int


class LoggedJudgement(msgspec.Struct, frozen=True):
    """A judgement with its end: `undone_at` (UTC, ISO 8601) and by whom, None while it is in force."""

    judgement: Judgement
    undone_at: str | None = None
    undone_by: str | None = None


class Links(Protocol):
    """What linking keeps. Everything may raise StoreAccessError; each call is one transaction.

    An article means a revision by its exact id. Blobs are opaque: the store hands back what it was given.
    """

    def transact(self) -> AbstractContextManager[None]:
        """All that is written inside is kept, or nothing: for what belongs together, such as a story's two halves."""

    def save_vectors(self, vectors: Mapping[str, bytes]) -> None:
        """Keep vectors by article, for articles that were added without; the former ones are replaced."""

    def find_without_vectors(self) -> list[str]:
        """The newest revisions that have no vectors, by id."""

    def find_unprepared(self, version: str) -> list[str]:
        """The newest revisions without a card of this version, by id."""

    def save_cards(self, cards: Mapping[str, bytes], version: str) -> None:
        """Keep cards by article; the former ones are replaced."""

    def load_cards(self) -> Iterator[tuple[str, bytes]]:
        """(article, card) of the newest revisions, ordered by id, of whatever version."""

    def load_entries(self, ids: Sequence[str]) -> list[tuple[Annotations, bytes | None]]:
        """Records with their vectors (None where there are none), in the order of `ids`.

        Raises:
            UsageError: there is no article with one of the ids.

        """

    def save_edges(self, kind: str, edges: Mapping[tuple[str, str], float], *, compared: Collection[str] = ()) -> None:
        """Keep weights of pairs of articles, and that `compared` have now been compared with all compared before."""

    def load_edges(self, kind: str) -> dict[tuple[str, str], float]:
        """The weights between newest revisions, as they were saved, ordered by the ids."""

    def find_compared(self, kind: str) -> set[str]:
        """The newest revisions that have been compared with each other."""

    def drop_edges(self, kind: str) -> None:
        """Forget the weights of a kind and what was compared, as when they are measured another way."""

    def settle_ids(self, kind: str, groups: Sequence[Sequence[str]]) -> list[str]:
        """Ids of groups of members, in their order, stable as groups come, grow, merge and split.

        `kind` is story, claim or actor. Groups are disjoint, not empty, their members unique within a kind. An id
        stays with one member, its anchor: the first of the group that it was issued for. A group goes by the oldest
        id anchored in it, and the others redirect there; a group without any gets a new one. So a split gives back
        the ids that were before the merge. A call has all groups whose members changed: of those that it doesn't
        have, nothing changes. An id whose anchor was in the store once and is in no group now (a revision came) goes
        to another member of its former group.

        Raises:
            ValueError: a group is empty, or a member is in two.

        """

    def follow_id(self, id: str) -> str:
        """The id that an issued one stands for now, itself where it was not merged away; any other id as it is."""

    def list_members(self, id: str) -> list[str]:
        """The members of the group that an issued id stands for now, its anchor first; none for any other id."""

    def resolve(self, id: str) -> Resolved:
        """What an id stands for that a user types: whole, or its first characters, four or more, if no other's.

        Ids that were merged away are followed; an article's id that is its first revision's stands for the newest.

        Raises:
            UsageError: nothing has this id, or several begin so; the message lists them.

        """

    def load_story_keys(self) -> dict[str, str]:
        """The content key of each story kept, by the story's id."""

    def save_story(self, key: str, links: StoryLinks) -> None:
        """Keep a story whole. Stories that share its id, an article or a claim go: an article is in one story.

        Raises:
            UsageError: an article of it is not in the store.

        """

    def drop_stories_except(self, ids: Collection[str]) -> None:
        """Forget the stories that are no longer there; their ids stay issued."""

    def get_story(self, id: str) -> StoryLinks:
        """A story by its id, or by one that was merged into it.

        Raises:
            UsageError: there is none.

        """

    def list_stories(self, limit: int, words: str = "") -> list[StorySummary]:
        """Stories, those that moved last first; with all `words` in title, claims and names, as in a Query."""

    def search_claims(self, words: str = "", story: str = "", status: str = "", limit: int = 20) -> list[FoundClaim]:
        """Claims, those of most articles first, then the newest; with all `words`, of a story, of a ClaimStatus."""

    def find_actors(self, words: str, limit: int) -> list[FoundActor]:
        """Actors with all `words` among name and aliases, those who say most first; without words all of them."""

    def stories_of_actor(self, id: str) -> list[str]:
        """The ids of the stories that an actor appears in, those that moved last first."""

    def add_judgement(self, judgement: Judgement) -> Judgement:
        """Keep a judgement; one with an empty id gets one (`j-` and hex digits). What was kept is given back.

        Raises:
            UsageError: another judgement has the id already.

        """

    def list_judgements(self, *, undone: bool = False) -> list[Judgement]:
        """The judgements in force, in the order in which they were given; with `undone` those too that are not."""

    def load_judgement_log(self) -> list[LoggedJudgement]:
        """Every judgement ever given, in order, with when it was undone and by whom."""

    def undo_judgement(self, id: str, *, by: str = "") -> Judgement:
        """Take a judgement back; it stays in the log.

        Raises:
            UsageError: there is none with this id, or it is undone already.

        """

    def mark_followed(self, judgements: Collection[str]) -> None:
        """Note that the links now follow exactly the judgements with these ids (`is_current` asks)."""

    def count(self) -> LinkCounts:
        """How much there is in all stories."""

    def count_unlinked(self) -> int:
        """The newest revisions that are in no story yet."""

    def is_current(self) -> bool:
        """Whether the stories are of exactly the newest revisions, and follow exactly the judgements in force."""

    def export_links(self) -> Export:
        """All that linking found, without articles; stories by id, each one's links as linking ordered them."""
