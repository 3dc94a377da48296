"""All relations between the claims of one story."""

from collections.abc import Iterable, Sequence

from firsthand.linking.entries import Material
from firsthand.linking.relations.conflicts import find_conflicts
from firsthand.linking.relations.denials import extend_denials, find_denials
from firsthand.linking.relations.positions import find_concessions, find_turns
from firsthand.linking.relations.revisions import find_revisions
from firsthand.linking.relations.views import ClaimView, read_claims
from firsthand.records import Claim, Relation, RelationKind

PairKey = tuple[str, str, RelationKind]


def find_relations(claims: Sequence[Claim], material: Material) -> tuple[Relation, ...]:
    """How the claims of one story stand to each other: denials, contradictions and updates, each with its reasons.

    One relation a pair and kind; sorted, and the same whatever order the claims come in.
    """
    return relate_views(read_claims(claims, material))


def relate_views(views: Sequence[ClaimView]) -> tuple[Relation, ...]:
    """The relations between claims that are read already, in the order of `read_claims`."""
    found = [*find_denials(views), *find_revisions(views), *find_turns(views), *find_concessions(views)]
    return join_relations([*found, *extend_denials(views, found), *leave_known(find_conflicts(views), found)])


def leave_known(relations: Iterable[Relation], known: Iterable[Relation]) -> list[Relation]:
    """The relations without those of pairs of which more is known."""
    pairs = {frozenset((one.source, one.target)) for one in known}
    return [one for one in relations if frozenset((one.source, one.target)) not in pairs]


def join_relations(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """The relations, each pair and kind once, with the reasons of all finders."""
    joined: dict[PairKey, tuple[str, ...]] = {}
    for one in relations:
        key = one.source, one.target, one.kind
        joined[key] = tuple(dict.fromkeys((*joined.get(key, ()), *one.because)))
    return tuple(Relation(*key, because) for key, because in sorted(joined.items()))
