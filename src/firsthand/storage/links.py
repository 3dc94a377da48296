"""What linking keeps, over SQLite: the parts put together."""

from contextlib import AbstractContextManager

from firsthand.storage.actor_reads import ActorReads
from firsthand.storage.cards import Cards
from firsthand.storage.edges import Edges
from firsthand.storage.identities import Identities
from firsthand.storage.judgements import Judgements
from firsthand.storage.resolving import Resolving
from firsthand.storage.stories import Stories
from firsthand.storage.story_reads import StoryReads
from firsthand.storage.story_search import StorySearch


class SqliteLinks(Cards, Edges, Identities, Resolving, Stories, StorySearch, StoryReads, ActorReads, Judgements):
    """Links over one file; see `firsthand.storage.links_base.Links` for what the methods promise."""

    def transact(self) -> AbstractContextManager[None]:
        """All that is written inside is kept, or nothing."""
        return self._database.transact()
