"""The actors of one article, and where it refers to them."""

from bisect import bisect_left, insort

import msgspec

from firsthand.extraction.actors import make_id
from firsthand.extraction.roster import guess_kind
from firsthand.records import Actor, ActorKind, Mention, Span


class Cast:
    """Everybody an article names or speaks of. Steps after coreference ask it, and may add an outlet or a document."""

    def __init__(self, article_id: str, actors: list[Actor], mentions: list[Mention]) -> None:
        self.article_id = article_id
        self._actors = {actor.id: actor for actor in actors}
        self._by_name = {
            name.casefold(): actor.id for actor in reversed(actors) for name in (*actor.aliases, actor.name)
        }
        self._mentions = sorted(mentions, key=lambda mention: mention.span)
        self._merged: dict[str, str] = {}

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors, in the order in which they were found."""
        return tuple(self._actors.values())

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions in reading order."""
        return tuple(self._mentions)

    def get(self, actor_id: str) -> Actor:
        """The actor with this id. Raises KeyError where there is none."""
        return self._actors[actor_id]

    def find_in(self, span: Span) -> list[Mention]:
        """The mentions inside a span of characters, in reading order."""
        first = bisect_left(self._mentions, span[0], key=lambda mention: mention.span[0])
        found = []
        for mention in self._mentions[first:]:
            if mention.span[0] >= span[1]:
                break
            if mention.span[1] <= span[1]:
                found.append(mention)
        return found

    def find_named(self, name: str) -> str | None:
        """The id of the actor who bears this name, with or without "the"; None where nobody does."""
        plain = name.casefold()
        bare = plain.removeprefix("the ")
        return self._by_name.get(plain) or self._by_name.get(bare) or self._by_name.get(f"the {bare}")

    def add(self, name: str, kind: ActorKind | None = None) -> str:
        """The id of the actor with this name, who is added where nobody bears it yet."""
        known = self.find_named(name)
        if known is not None:
            return known
        actor = Actor(make_id(self.article_id, name), name, kind or guess_kind(name))
        self._actors[actor.id] = actor
        self._by_name[name.casefold()] = actor.id
        return actor.id

    def refer(self, mention: Mention) -> None:
        """Add a mention, unless the span has one."""
        if not any(known.span == mention.span for known in self.find_in(mention.span)):
            insort(self._mentions, mention, key=lambda known: known.span)

    def recast(self, actor_id: str, *, name: str | None = None, kind: ActorKind | None = None) -> None:
        """Give an actor a fuller name, the one of now staying as an alias, or another kind."""
        actor = self._actors[actor_id]
        aliases = actor.aliases
        if name is not None and name != actor.name:
            aliases = tuple(dict.fromkeys(alias for alias in (*aliases, actor.name) if alias != name))
            self._by_name.setdefault(name.casefold(), actor_id)
        self._actors[actor_id] = msgspec.structs.replace(
            actor, name=name or actor.name, kind=kind or actor.kind, aliases=aliases
        )

    def add_alias(self, actor_id: str, alias: str) -> None:
        """Let an actor bear one more name."""
        actor = self._actors[actor_id]
        if alias != actor.name and alias not in actor.aliases:
            self._actors[actor_id] = msgspec.structs.replace(actor, aliases=(*actor.aliases, alias))
        self._by_name.setdefault(alias.casefold(), actor_id)

    def follow(self, actor_id: str | None) -> str | None:
        """The id that an actor has after all merges; None stays None."""
        while actor_id in self._merged:
            actor_id = self._merged[actor_id]
        return actor_id

    def merge(self, kept: str, other: str) -> None:
        """Make one actor of two: names, roles and mentions of the other go to the kept one."""
        if kept == other:
            return
        actor, gone = self._actors[kept], self._actors.pop(other)
        self._merged[other] = kept
        names = dict.fromkeys((*actor.aliases, gone.name, *gone.aliases))
        names.pop(actor.name, None)
        roles = tuple(dict.fromkeys((*actor.roles, *gone.roles)))
        self._actors[kept] = msgspec.structs.replace(actor, aliases=tuple(names), roles=roles)
        self._by_name = {name: kept if owner == other else owner for name, owner in self._by_name.items()}
        self._mentions = [msgspec.structs.replace(m, actor=kept) if m.actor == other else m for m in self._mentions]
