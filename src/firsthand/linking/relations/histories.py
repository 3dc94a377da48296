"""The history of an actor's position: what he said on the matters of a story, day by day, and where it changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.linking.entries import Material
from firsthand.linking.relations.finding import find_relations
from firsthand.linking.relations.utterances import Utterance
from firsthand.linking.relations.views import ClaimView, view_claims
from firsthand.records import Act, Claim, RelationKind, Status


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor said on a day. `date` is ISO, as exact as known; `what` are the words as printed; `change` says in
    words how it differs from what he had said before, None where it does not.
    """

    date: str
    what: str
    act: Act | None
    status: Status | None
    change: str | None
    claim: str
    statement: str


def trace_position(actor: str, claims: Sequence[Claim], material: Material) -> tuple[Position, ...]:
    """An actor's positions in the order of time: one a claim and day, by his own statements, not by others' of him.

    `actor` is a corpus actor's id; one who says nothing in these claims has no positions.
    """
    views = view_claims(sorted(claims, key=lambda claim: claim.statements), material)
    own = [(view, one) for view in views for one in view.utterances if one.statement.speaker == actor]
    first = {(view.claim.id, one.day): (view, one) for view, one in reversed(own)}
    changes = find_changes(claims, material, {view.claim.id for view, _ in own})
    ordered = sorted(first.values(), key=lambda row: (row[1].day, row[0].key))
    seen: set[str] = set()
    return tuple(make_position(view, one, changes, seen) for view, one in ordered)


def find_changes(claims: Sequence[Claim], material: Material, own: set[str]) -> dict[str, str]:
    """For each claim that updates another of the actor's: how, in words."""
    return {
        relation.source: relation.because[0]
        for relation in find_relations(claims, material)
        if relation.kind is RelationKind.UPDATES and relation.source in own and relation.target in own
    }


def make_position(view: ClaimView, one: Utterance, changes: dict[str, str], seen: set[str]) -> Position:
    """A position; the change is told where the claim is made for the first time."""
    claim = view.claim.id
    change = None if claim in seen else changes.get(claim)
    seen.add(claim)
    statement = one.statement
    return Position(one.day, one.side.text, statement.act, statement.status, change, claim, statement.id)
