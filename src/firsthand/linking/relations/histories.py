"""The histories of positions: what each actor said on the matters of a story, day by day, and where it changed."""

from collections.abc import Iterable, Mapping, Sequence

from firsthand.linking.relations.utterances import Utterance
from firsthand.linking.relations.views import ClaimView
from firsthand.records import Position, Relation, RelationKind

Own = tuple[ClaimView, Utterance]
Updates = dict[str, list[Relation]]  # by the claim that updates


def trace_positions(views: Sequence[ClaimView], relations: Iterable[Relation]) -> tuple[Position, ...]:
    """The positions of all actors of a story, the earliest first: one an actor, claim and day.

    They rest on an actor's own statements, not on others' of it. `relations` are those between the claims.
    """
    updates: Updates = {}
    for one in relations:
        if one.kind is RelationKind.UPDATES:
            updates.setdefault(one.source, []).append(one)
    found = [
        position for actor, own in _find_own(views).items() for position in _trace_actor(actor, own.values(), updates)
    ]
    return tuple(sorted(found, key=lambda one: (one.date, one.statement, one.actor)))


def _find_own(views: Iterable[ClaimView]) -> dict[str, dict[tuple[str, str], Own]]:
    """What each actor says itself: of a claim on a day the first utterance."""
    found: dict[str, dict[tuple[str, str], Own]] = {}
    for view in views:
        for one in view.utterances:
            if one.statement.speaker is not None:
                own = found.setdefault(one.statement.speaker, {})
                own.setdefault((view.claim.id, one.day), (view, one))
    return found


def _trace_actor(actor: str, own: Iterable[Own], updates: Updates) -> list[Position]:
    ordered = sorted(own, key=lambda row: (row[1].day, row[0].key))
    changes = find_changes(updates, {view.claim.id for view, _ in ordered})
    seen: set[str] = set()
    return [make_position(actor, view, one, changes, seen) for view, one in ordered]


def find_changes(updates: Updates, own: set[str]) -> dict[str, str]:
    """For each claim that updates another of the actor's: how, in words."""
    return {claim: one.because[0] for claim in own for one in updates.get(claim, ()) if one.target in own}


def make_position(actor: str, view: ClaimView, one: Utterance, changes: Mapping[str, str], seen: set[str]) -> Position:
    """A position; the change is told where the claim is made for the first time."""
    claim = view.claim.id
    change = None if claim in seen else changes.get(claim)
    seen.add(claim)
    statement = one.statement
    return Position(actor, one.day, one.side.text, statement.act, statement.status, claim, statement.id, change)
