"""What a store keeps of linking, whatever keeps it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from firsthand.records import Actor, Annotations, Export, Judgement, Position, Step, StoryLinks
from firsthand.storage.found import FoundStatement
from firsthand.storage.found_links import (
    ClaimOrder,
    FoundActor,
    FoundClaim,
    LinkCounts,
    LoggedJudgement,
    PrintedSpeaker,
    QuotingOutlet,
    Resolved,
    StorySummary,
)


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

    def find_cards(self, ids: Collection[str]) -> dict[str, bytes]:
        """The cards of these articles, of whatever version; an article that has none is left out."""

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

    def preview_ids(self, kind: str, groups: Sequence[Sequence[str]]) -> list[str]:
        """The ids that `settle_ids` would give now; nothing is kept."""

    def find_ids(self, kind: str, members: Collection[str]) -> dict[str, str]:
        """The id that stands now for the group that each member was last in; a member that was in none is left out."""

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

    def get_story_key(self, id: str) -> str:
        """The content key of a story: as long as it stays, so do its links; for what is kept between two reads.

        Raises:
            UsageError: there is none.

        """

    def list_stories(self, limit: int, words: str = "", *, offset: int = 0, least: int = 1) -> list[StorySummary]:
        """Stories of at least so many articles, those that moved last first, after the first `offset` of them.

        With all `words` in title, claims and names, as in a Query. Counting ends at MOST_COUNTED, as in all counts
        here: one more stands for more.
        """

    def count_stories(self, words: str = "", *, least: int = 1) -> int:
        """How many stories `list_stories` has, all pages together."""

    def count_story_days(self, ids: Collection[str]) -> dict[str, dict[str, int]]:
        """How many articles each of these stories has of each day (ISO), the first one first.

        A day may be a month or a year where no more is known; undated articles are left out.
        """

    def search_claims(
        self,
        words: str = "",
        story: str = "",
        status: str = "",
        limit: int = 20,
        *,
        anonymous: bool = False,
        order: ClaimOrder = ClaimOrder.ARTICLES,
        offset: int = 0,
    ) -> list[FoundClaim]:
        """Claims with all `words`, of a story, of a ClaimStatus, on anonymous sources alone; the first of one page."""

    def count_claims(self, words: str = "", story: str = "", status: str = "", *, anonymous: bool = False) -> int:
        """How many claims `search_claims` has, all pages together."""

    def find_actors(self, words: str, limit: int, *, offset: int = 0, kind: str = "") -> list[FoundActor]:
        """Actors with all `words` among name and aliases, of an ActorKind; those who say most first."""

    def count_actors(self, words: str = "", *, kind: str = "") -> int:
        """How many actors `find_actors` has, all pages together."""

    def stories_of_actor(self, id: str) -> list[str]:
        """The ids of the stories that an actor appears in, those that moved last first."""

    def list_stories_of_actor(self, id: str, *, limit: int = 20, offset: int = 0) -> list[StorySummary]:
        """The stories that an actor appears in, those that moved last first."""

    def get_actor(self, id: str) -> Actor:
        """An actor as all its stories have it together: name and kind, all aliases and roles.

        Raises:
            UsageError: nobody in the stories has this id.

        """

    def list_spoken(self, actor: str, *, limit: int = 20, offset: int = 0) -> list[FoundStatement]:
        """What an actor says in all stories, latest publication first, in reading order within an article.

        With what linking found that a publisher asserts in its own voice, which no search finds: it has no cue.
        """

    def count_spoken(self, actor: str) -> int:
        """How many statements `list_spoken` has, all pages together."""

    def list_quoting(self, actor: str, limit: int = 20) -> list[QuotingOutlet]:
        """The outlets that print what an actor says, those with most of its statements first; not the actor itself."""

    def count_spoken_by_day(self, actor: str) -> dict[str, int]:
        """How many statements of an actor were published on which day (ISO), the earliest first; not the undated."""

    def list_printed(self, outlet: str, limit: int = 20) -> list[PrintedSpeaker]:
        """Whom an outlet prints, those with most statements in it first; not the outlet itself."""

    def load_claims(self, ids: Collection[str]) -> dict[str, FoundClaim]:
        """The claims with these ids, by id; what is the id of no claim now is left out."""

    def load_titles(self, stories: Collection[str]) -> dict[str, str]:
        """The titles of the stories with these ids, by id; what is the id of no story now is left out."""

    def count_origin_claims(self, actor: str) -> int:
        """Of how many claims an actor is an origin."""

    def load_positions(
        self, actor: str, *, changed: bool = False, limit: int | None = None, offset: int = 0
    ) -> list[Position]:
        """What an actor said on each matter over time, in all stories, with its changes; the earliest first.

        With `changed` only the positions that differ from what it had said before.
        """

    def count_positions(self, actor: str, *, changed: bool = False) -> int:
        """How many positions `load_positions` has, all pages together."""

    def load_steps(self, claim: str) -> list[Step]:
        """The evidence for a claim's number of origins; nothing where the story was linked by an older Firsthand.

        Raises:
            UsageError: there is no claim with this id.

        """

    def find_claims_of(self, statements: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the claims that each of these statements carries; those of most articles first."""

    def find_publishers(self, story: str) -> set[str]:
        """The corpus actors who published the articles of a story; none for the id of no story."""

    def find_claim_articles(self, claim: str) -> list[str]:
        """The ids of the articles that carry a claim, in the order of adding; none for any other id."""

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

    def find_unfollowed(self) -> list[Judgement]:
        """The judgements that were given or undone since the links last followed them, in the order of the log."""

    def note_followed(self, judgements: Collection[str]) -> None:
        """Note that the links now follow the judgements with these ids as they are, in force or undone."""

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
