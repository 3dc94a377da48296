"""Records as linking sees them: on corpus actors, as people corrected them, with what their publishers assert."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from firsthand.corrections import correct_record
from firsthand.records import Actor, Annotations, Correction, Statement, encode, rename_actors
from firsthand.storage.cards import DECODER
from firsthand.storage.database import Database

STORIES_AT_HAND = 256  # articles come in the order of adding: those of a story are seldom neighbours


class Rewriting(msgspec.Struct, frozen=True):
    """As much of StoryLinks as rewrites the records of its articles."""

    actors: tuple[Actor, ...] = ()
    renamed: dict[str, dict[str, str]] = {}
    assertions: dict[str, tuple[Statement, ...]] = {}
    corrections: tuple[Correction, ...] = ()

    def rewrite(self, record: Annotations) -> Annotations:
        """The record on corpus actors, corrected, with the assertions of its publisher behind its statements."""
        id = record.article.id
        actors = {actor.id: actor for actor in self.actors}
        renamed = correct_record(rename_actors(record, self.renamed.get(id, {}), actors), self.corrections, actors)
        made = self.assertions.get(id, ())
        present = {actor.id for actor in renamed.actors}
        named = (actor for statement in made for actor in _find_actors(statement))
        added = dict.fromkeys(actor for actor in named if actor in actors and actor not in present)
        return msgspec.structs.replace(
            renamed,
            actors=renamed.actors + tuple(actors[id] for id in added),
            statements=renamed.statements + made,
        )


def rewrite_records(database: Database, condition: str) -> Iterator[bytes]:
    """Every record as a line of JSON, rewritten where it is in a story; `condition` is a WHERE clause on articles."""
    decoder = msgspec.json.Decoder(Rewriting)

    @lru_cache(STORIES_AT_HAND)
    def load(story: int) -> Rewriting:
        return decoder.decode(database.fetch("SELECT links FROM stories WHERE row = ?", story)[0][0])

    # What is loaded in between is of the same moment: a statement that is under way holds its view of the file.
    sql = f"SELECT record, story FROM articles LEFT JOIN story_articles ON article = row {condition} ORDER BY row"
    for record, story in database.stream(sql):
        yield record.encode() if story is None else encode(load(story).rewrite(DECODER.decode(record)))


def _find_actors(statement: Statement) -> Iterator[str]:
    for actor in (*(hop.actor for hop in statement.chain), statement.speaker):
        if actor is not None:
            yield actor
