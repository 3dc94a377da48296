"""What a claim was replaced by since: its updates, followed to the latest one."""

from collections.abc import Mapping, Sequence

import msgspec

from firsthand.records import Claim, Relation, RelationKind
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_claim_lines import word_gist

FOLLOWED = 60  # claims of one line of updates; the real ones have under ten


class ClaimUpdate(msgspec.Struct, frozen=True):
    """A claim that brings another up to date: `because` in words what is new, `contradicts` whether it denies it."""

    claim: str
    gist: str
    first_seen: str | None
    because: str
    contradicts: bool


def list_updates(story: LinkedStory, claim: Claim) -> tuple[ClaimUpdate, ...]:
    """All that brings a claim up to date, directly or through others, the latest first; `contradicts` is of the claim.

    Updates that lead round in a circle are each told once.
    """
    updating = story.updates_by_claim
    found = _follow(updating, claim.id)
    if not found:
        return ()
    # The latest is what fewest others replace: times of the articles that print them may be out of order.
    replaced = {id: len(set(_follow(updating, id)) - {claim.id}) for id in found}
    opposed = find_opposed(story, claim)
    ordered = sorted(found, key=lambda id: story.claims[id].first_seen or "", reverse=True)
    ordered.sort(key=lambda id: replaced[id])
    return tuple(_make_update(story, found[id], id in opposed) for id in ordered)


def find_opposed(story: LinkedStory, claim: Claim) -> set[str]:
    """The claims that deny or contradict this one, or that it does so to."""
    opposed = (one for one in story.list_relations(claim) if one.kind is not RelationKind.UPDATES)
    return {one.source if one.target == claim.id else one.target for one in opposed}


def _follow(updating: Mapping[str, Sequence[Relation]], start: str) -> dict[str, Relation]:
    """Each claim that replaces another, with how it does so, nearest first."""
    found: dict[str, Relation] = {}
    waiting = [start]
    for id in waiting:  # grows while it is walked
        for one in updating.get(id, ()):
            if one.source not in found and one.source != start and len(found) < FOLLOWED:
                found[one.source] = one
                waiting.append(one.source)
    return found


def _make_update(story: LinkedStory, relation: Relation, contradicts: bool) -> ClaimUpdate:
    claim = story.claims[relation.source]
    because = relation.because[0] if relation.because else ""
    return ClaimUpdate(claim.id, word_gist(claim), claim.first_seen, because, contradicts)
