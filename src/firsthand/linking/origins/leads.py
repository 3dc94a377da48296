"""The ways to explain a statement by others: a frame, a copy, a credit, a source that is named elsewhere."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from firsthand.linking.origins.copying import adds_its_own
from firsthand.linking.origins.ground import Ground, stated_outlets
from firsthand.linking.origins.introductions import introducing_words, telling_words
from firsthand.linking.origins.roots import Root, Standing
from firsthand.linking.origins.wording import COPY_WORDS, say_article, shorten

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Lead:
    """A statement adds nothing, since it comes `to` other statements; `text` says how."""

    to: tuple[str, ...]
    text: str


@dataclass(frozen=True, eq=False)
class Claimed:
    """The roots of one claim's statements, by their own chains, with the lookups that the steps need."""

    roots: Mapping[str, Root]
    ground: Ground

    @cached_property
    def by_article(self) -> dict[str, tuple[str, ...]]:
        """Article id → its statements in the claim."""
        return group_by(self.roots, lambda id: self.ground.entry(id).id)

    @cached_property
    def by_publisher(self) -> dict[str | None, tuple[str, ...]]:
        """Publisher → its statements in the claim."""
        return group_by(self.roots, self.ground.publisher)

    @cached_property
    def named(self) -> tuple[Root, ...]:
        """The named speakers, each where he is first quoted."""
        first: dict[str, Root] = {}
        for root in self.roots.values():
            if root.standing == Standing.NAMED:
                first.setdefault(root.holder, root)
        return tuple(first.values())

    @cached_property
    def carried(self) -> dict[str, tuple[str, ...]]:
        """Outlet → the statements in which it is credited with what a named speaker says."""
        found: dict[str, list[str]] = {}
        for id, root in self.roots.items():
            if root.standing == Standing.NAMED:
                for outlet in stated_outlets(self.ground.material.statements[id].chain[:-1], self.ground):
                    found.setdefault(outlet, []).append(id)
        return {outlet: tuple(ids) for outlet, ids in found.items()}


def group_by(ids: Iterable[str], key: Callable[[str], K]) -> dict[K, tuple[str, ...]]:
    """Ids by what `key` says of each, in their order."""
    found: dict[K, list[str]] = {}
    for id in ids:
        found.setdefault(key(id), []).append(id)
    return {name: tuple(members) for name, members in found.items()}


def lead_inwards(root: Root, claimed: Claimed) -> Lead | None:
    """A frame ("X reports that Y said") comes to what stands within it."""
    inner = tuple(one.id for one in claimed.ground.inner.get(root.statement, ()) if one.id in claimed.roots)
    return Lead(inner, "only introduces what is quoted within it") if inner else None


def lead_to_original(root: Root, claimed: Claimed) -> Lead | None:
    """What a copy says comes from its original, if that carries the claim and the copy shows nothing of its own."""
    ground = claimed.ground
    for copy in ground.originals(ground.entry(root.statement).id):
        there = claimed.by_article.get(copy.of, ())
        if there and not adds_its_own(root, copy, [claimed.roots[id] for id in there], ground):
            return Lead(there, f"{COPY_WORDS[copy.kind]} of {say_article(ground, copy.of)}")
    return None


def lead_to_cited(root: Root, claimed: Claimed) -> Lead | None:
    """An outlet that is credited, and whose own article carries the claim here, leads on to that article."""
    ground = claimed.ground
    if not credits_outlet(root, ground):
        return None
    here = ground.entry(root.statement).id
    there = tuple(id for id in claimed.by_publisher.get(root.holder, ()) if ground.entry(id).id != here)
    return Lead(there, f"credits {ground.name(root.holder)}, whose own article carries it") if there else None


def credits_outlet(root: Root, ground: Ground) -> bool:
    """Whether the chain ends at an outlet that is not speaking for the first time: another one, or itself earlier."""
    if not ground.is_outlet(root.holder) or root.standing not in (Standing.CITED, Standing.VOICE):
        return False
    other = root.holder != ground.publisher(root.statement)
    return other or bool(ground.material.statements[root.statement].source)


def lead_inside_carrier(root: Root, claimed: Claimed) -> Lead | None:
    """An outlet that is credited, and that elsewhere is said to have it from somebody, leads on to that one."""
    there = claimed.carried.get(root.holder, ()) if root.standing == Standing.CITED else ()
    if not there:
        return None
    names = claimed.ground.name
    return Lead(there, f"credits {names(root.holder)}, which has it from {names(claimed.roots[there[0]].holder)}")


def lead_to_named(root: Root, claimed: Claimed) -> Lead | None:
    """A withheld source of one article that is introduced like a named one of an earlier article may be the same."""
    words = telling_words(root.description)
    if not words or root.standing not in (Standing.OBTAINED, Standing.UNRESOLVED):
        return None
    ground = claimed.ground
    here = ground.rank[ground.entry(root.statement).id]
    for other in claimed.named:
        shared = words & introducing_words(other.holder, ground)
        if shared and ground.rank[ground.entry(other.statement).id] < here:
            who, word = shorten(root.description or ""), max(sorted(shared), key=len)
            text = f"has a source (“{who}”) who may be {ground.name(other.holder)} (“{word}”)"
            return Lead((other.statement,), text)
    return None


# In this order: the first that holds is taken.
Step = Callable[[Root, Claimed], Lead | None]
STEPS: tuple[Step, ...] = (lead_inwards, lead_to_original, lead_to_cited, lead_inside_carrier, lead_to_named)
