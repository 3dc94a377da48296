"""From statement to statement, across articles, to the roots: what merely passes on is explained by what it took."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.linking.origins.crediting import raise_voice
from firsthand.linking.origins.ground import Ground
from firsthand.linking.origins.leads import STEPS, Claimed, Lead
from firsthand.linking.origins.roots import Root, Standing, find_root
from firsthand.records import Certainty, CopyKind


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
