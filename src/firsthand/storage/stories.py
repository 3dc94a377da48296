"""The stories that are kept: whole, one transaction each, never two with one article."""

import json
from collections.abc import Collection

import msgspec

from firsthand.errors import UsageError
from firsthand.records import Actor, Claim, ClaimStatus, Copy, Export, Relation, Story, StoryLinks, TimelineEntry
from firsthand.storage.database import DatabasePart
from firsthand.storage.found_links import LinkCounts
from firsthand.storage.identities import follow_redirects
from firsthand.storage.lookups import find_rows
from firsthand.storage.story_rows import complete_story, delete_story, insert_story

DECODER = msgspec.json.Decoder(StoryLinks)
NO_STORY = "there is no story with this id: `firsthand stories` shows the ids"


class Stories(DatabasePart):
    """Stories by id; see `firsthand.storage.links_base.Links`."""

    def load_story_keys(self) -> dict[str, str]:
        """The content key of each story kept, by the story's id."""
        return dict(self._database.fetch("SELECT id, key FROM stories ORDER BY id"))

    def save_story(self, key: str, links: StoryLinks) -> None:
        """Keep a story whole. Stories that share its id, an article or a claim go: an article is in one story."""
        with self._database.transact():
            articles = find_rows(self._database, links.story.articles)
            sql = """SELECT row FROM stories WHERE id = ?
                UNION SELECT story FROM json_each(?) CROSS JOIN story_articles ON article = value
                UNION SELECT story FROM json_each(?) CROSS JOIN claims ON claims.id = value"""
            claims = json.dumps([claim.id for claim in links.claims])
            for (row,) in self._database.fetch(sql, links.story.id, json.dumps([*articles.values()]), claims):
                delete_story(self._database, row)
            insert_story(self._database, key, links, articles)

    def drop_stories_except(self, ids: Collection[str]) -> None:
        """Forget the stories that are no longer there."""
        kept = frozenset(ids)
        with self._database.transact():
            for row, id in self._database.fetch("SELECT row, id FROM stories"):
                if id not in kept:
                    delete_story(self._database, row)

    def get_story(self, id: str) -> StoryLinks:
        """A story by its id, or by one that was merged into it."""
        with self._database.snapshot():
            current = follow_redirects(self._database, id)
            rows = self._database.fetch("SELECT row, links FROM stories WHERE id = ?", current)
            if not rows:
                raise UsageError(NO_STORY, id)
            row, links = rows[0]
            return complete_story(self._database, row, DECODER.decode(links))

    def get_story_key(self, id: str) -> str:
        """The content key of a story: as long as it stays, so do its links."""
        sql = "SELECT key FROM stories WHERE id = ?"
        with self._database.snapshot():
            rows = self._database.fetch(sql, id) or self._database.fetch(sql, follow_redirects(self._database, id))
        if not rows:
            raise UsageError(NO_STORY, id)
        return str(rows[0][0])

    def count(self) -> LinkCounts:
        """How much there is in all stories."""
        with self._database.snapshot():
            sums = """SELECT count(*), coalesce(sum(article_count), 0), coalesce(sum(copy_count), 0),
                coalesce(sum(claim_count), 0) FROM stories"""
            ((stories, articles, copies, claims),) = self._database.fetch(sums)
            sums = "SELECT coalesce(sum(corroborated_count), 0), coalesce(sum(disputed_count), 0) FROM story_figures"
            ((corroborated, disputed),) = self._database.fetch(sums)
        by_status = {
            ClaimStatus.CORROBORATED: corroborated,
            ClaimStatus.DISPUTED: disputed,
            ClaimStatus.SINGLE_ORIGIN: claims - corroborated - disputed,
        }
        return LinkCounts(articles, stories, {one: number for one, number in by_status.items() if number}, copies)

    def count_unlinked(self) -> int:
        """The newest revisions that are in no story yet."""
        sql = """SELECT count(*) FROM articles WHERE superseded = 0
            AND NOT EXISTS (SELECT 1 FROM story_articles s WHERE s.article = articles.row)"""
        return int(self._database.fetch(sql)[0][0])

    def is_current(self) -> bool:
        """Whether the stories are of exactly the newest revisions, and follow exactly the judgements in force.

        A story without a key was kept by an older Firsthand, and lacks what this one reads.
        """
        sql = """SELECT
            EXISTS (SELECT 1 FROM articles a JOIN story_articles s ON s.article = a.row WHERE a.superseded = 1)
            OR EXISTS (SELECT 1 FROM articles WHERE superseded = 0
                AND NOT EXISTS (SELECT 1 FROM story_articles s WHERE s.article = articles.row))
            OR EXISTS (SELECT 1 FROM stories WHERE key = '')
            OR EXISTS (SELECT 1 FROM judgements WHERE followed <> (undone_at IS NULL))"""
        return not self._database.fetch(sql)[0][0]

    def export_links(self) -> Export:
        """All that linking found, without articles; stories by id, each one's links as linking ordered them."""
        actors: dict[str, Actor] = {}
        claims: list[Claim] = []
        copies: list[Copy] = []
        relations: list[Relation] = []
        stories: list[Story] = []
        timeline: list[TimelineEntry] = []
        # One statement, so that all of it is of one moment.
        for (blob,) in self._database.stream("SELECT links FROM stories ORDER BY id"):
            links = DECODER.decode(blob)
            for actor in links.actors:
                actors[actor.id] = _join_actors(actors.get(actor.id, actor), actor)
            claims += links.claims
            copies += links.copies
            relations += links.relations
            stories.append(links.story)
            timeline += links.timeline
        return Export(
            actors=tuple(actors[id] for id in sorted(actors)),
            claims=tuple(claims),
            copies=tuple(copies),
            relations=tuple(relations),
            stories=tuple(stories),
            timeline=tuple(timeline),
        )


def _join_actors(first: Actor, other: Actor) -> Actor:
    """One actor as two stories have it: the first's name and kind, the aliases and roles of both."""
    aliases = tuple(dict.fromkeys((*first.aliases, *other.aliases)))
    roles = tuple(dict.fromkeys((*first.roles, *other.roles)))
    return msgspec.structs.replace(first, aliases=aliases, roles=roles)
