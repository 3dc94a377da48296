"""From statement to statement, across articles, to the roots: what merely passes on is explained by what it took."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from firsthand.linking.origins.copying import adds_its_own
from firsthand.linking.origins.crediting import raise_voice
from firsthand.linking.origins.ground import Ground, stated_outlets
from firsthand.linking.origins.roots import Root, Standing, find_root
from firsthand.linking.origins.voices import introducing_words, telling_words
from firsthand.linking.origins.wording import COPY_WORDS, say_article, shorten
from firsthand.records import Certainty, CopyKind

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Lead:
    """A statement adds nothing, since it comes `to` other statements; `text` says how."""

    to: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Trace:
    """All statements of one claim, traced: each has its own root, and perhaps a lead to others."""

    roots: Mapping[str, Root]
    leads: Mapping[str, Lead]

    def ends(self, statement: str) -> tuple[str, ...]:
        """The statements without a lead that a statement comes to."""
        seen: dict[str, None] = {}
        stack = [statement]
        while stack:
            one = stack.pop()
            if one not in seen and one in self.roots:
                seen[one] = None
                stack.extend(reversed(self.leads[one].to if one in self.leads else ()))
        return tuple(one for one in seen if one not in self.leads)


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


def trace(statements: Sequence[str], ground: Ground, standing_alone: Collection[str] = ()) -> Trace:
    """Trace the statements of one claim, in canonical order; those `standing_alone` are taken as roots as they are."""
    found = ((id, find_root(ground.material.statements[id], ground)) for id in statements)
    claimed = Claimed({id: root for id, root in found if root is not None}, ground)
    roots: dict[str, Root] = {}
    leads: dict[str, Lead] = {}
    for id, root in claimed.roots.items():
        if id in standing_alone:
            roots[id] = replace(root, standing=max(root.standing, Standing.CITED))
        elif lead := next((lead for find in STEPS if (lead := find(root, claimed))), None):
            roots[id], leads[id] = root, lead
        else:
            roots[id] = correct_root(root, ground)
    return raise_credited(open_circles(Trace(roots, leads), ground), ground)


def open_circles(found: Trace, ground: Ground) -> Trace:
    """Where outlets credit each other and nobody has it from elsewhere, the earliest is the root: it says so itself."""
    roots, leads = dict(found.roots), dict(found.leads)
    sources: dict[str, list[str]] = {}
    for id, lead in leads.items():
        for to in lead.to:
            sources.setdefault(to, []).append(id)
    reached = {id for id in roots if id not in leads}
    stack = list(reached)
    while True:
        while stack:
            new = [id for id in sources.get(stack.pop(), ()) if id not in reached]
            reached.update(new)
            stack.extend(new)
        first = next((id for id in roots if id not in reached), None)
        if first is None:
            return Trace(roots, leads)
        publisher = ground.publisher(first) or roots[first].holder
        roots[first] = replace(roots[first], holder=publisher, outlet=publisher, standing=Standing.VOICE)
        del leads[first]
        reached.add(first)
        stack.append(first)


def raise_credited(found: Trace, ground: Ground) -> Trace:
    """The trace with the outlets' own words as those who have them from there call them."""
    followers: dict[str, list[Root]] = {}
    for id in found.leads:
        for end in found.ends(id):
            followers.setdefault(end, []).append(found.roots[id])
    roots = {
        id: root if id in found.leads else raise_voice(root, followers.get(id, ()), ground)
        for id, root in found.roots.items()
    }
    return Trace(roots, found.leads)


# --- the ways to explain a statement, in this order --------------------------------------------------------------


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


Step = Callable[[Root, Claimed], Lead | None]
STEPS: tuple[Step, ...] = (lead_inwards, lead_to_original, lead_to_cited, lead_inside_carrier, lead_to_named)


def correct_root(root: Root, ground: Ground) -> Root:
    """A root as the other articles let it be seen.

    What a rewrite without credit says of itself, or obtained, was its original's. An outlet whose own articles here do
    not say what it is credited with gives no weight to whoever credits it.
    """
    entry = ground.entry(root.statement)
    publisher = ground.publishers[entry.id]
    hidden = [copy for copy in ground.originals(entry.id) if copy.kind == CopyKind.REWRITE_UNCREDITED]
    if hidden and root.holder == publisher and root.standing != Standing.NAMED:
        first = ground.publishers[hidden[-1].of] or root.holder
        return replace(root, holder=first, outlet=first, certainty=Certainty.INFERRED)
    cites = root.standing == Standing.CITED and root.holder != publisher
    if publisher and cites and ground.first_article.get(root.holder, len(ground.rank)) < ground.rank[entry.id]:
        return replace(root, holder=publisher, outlet=publisher, standing=Standing.VOICE)
    return root
