"""How the actors of one article are called: the little that joining needs to know of an article."""

import msgspec

from firsthand.records import ActorKind, Annotations

Anchor = tuple[str, str]  # (article id, the article's own actor id)


class ActorForm(msgspec.Struct, frozen=True):
    """An actor of one article. `day` is the publication date, YYYY-MM-DD or less, empty where it is unknown."""

    article: str
    actor: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    day: str = ""

    @property
    def anchor(self) -> Anchor:
        """What judgements call it by."""
        return self.article, self.actor


def make_forms(record: Annotations) -> tuple[ActorForm, ...]:
    """The forms of a record's actors, in their order."""
    article = record.article
    day = (article.published or "")[:10]
    return tuple(
        ActorForm(article.id, actor.id, actor.name, actor.kind, actor.aliases, actor.roles, day)
        for actor in record.actors
    )
