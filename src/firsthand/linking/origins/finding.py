"""The statements of one claim → its independent origins, their number, and the reasons in words."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.linking.entries import Material
from firsthand.linking.origins.choosing import choose
from firsthand.linking.origins.explaining import explain_count, name_group, walk
from firsthand.linking.origins.ground import Ground
from firsthand.linking.origins.grouping import Group, Pair, Rulings, find_home, group_roots, is_open, read_rulings
from firsthand.linking.origins.roots import Standing
from firsthand.linking.origins.tracing import Trace, trace
from firsthand.records import Judgement, JudgementKind, Origin, Verdict


@dataclass(frozen=True)
class OriginFinding:
    """What is known of where a claim comes from.

    `independent_origins` is a number, or (least, most) where it can't be known; `because` says why in sentences.
    `first_seen` is the publication date of the earliest article that carries it. `steps` walk the evidence: a
    sentence each, with the id of the statement or article that shows it, empty for none.
    """

    origins: tuple[Origin, ...]
    independent_origins: int | tuple[int, int]
    anonymous_only: bool
    because: tuple[str, ...]
    first_seen: str | None
    steps: tuple[tuple[str, str], ...]


def find_origins(
    statements: Sequence[str],
    material: Material,
    judgements: Sequence[Judgement] = (),
    ground: Ground | None = None,
) -> OriginFinding:
    """The origins of one claim.

    Args:
        statements: ids of the claim's statements, in any order; ids that the material does not have are left out.
        material: the story, with its actors and copies.
        judgements: those of kind origin count, where both anchors are statements of the claim; a later one wins.
        ground: `Ground(material)`, where several claims of one story are asked for; made here otherwise.

    Returns:
        No origins and the number 0 where no statement is left or none has a publisher.
    """
    ground = ground or Ground(material)
    wanted = set(statements)
    ordered = [id for id in material.statements if id in wanted]
    rulings = read_rulings(read_decisions(judgements, wanted))
    found = trace(ordered, ground, rulings.standing_alone)
    groups = group_roots(found, ground, rulings)
    choice = choose(groups, found, ground, judged=bool(rulings.different))
    counted = choice.counted
    count = count_groups(counted, groups, found, rulings)
    entries = [ground.entry(id) for id in ordered]
    return OriginFinding(
        origins=tuple(make_origin(group, ground) for group in counted),
        independent_origins=count,
        anonymous_only=bool(counted) and all(group.is_anonymous for group in counted),
        because=explain_count(count, choice, found, ground, rulings),
        first_seen=min((entry.article.published for entry in entries if entry.article.published), default=None),
        steps=walk(choice, groups, found, ground),
    )


def read_decisions(judgements: Sequence[Judgement], wanted: set[str]) -> dict[Pair, Verdict]:
    """The judgements on pairs of a claim's statements; of several on one pair the latest."""
    pairs: dict[Pair, Verdict] = {}
    for one in sorted(judgements, key=lambda one: (one.at, one.id)):
        pair = frozenset((one.left_anchor, one.right_anchor))
        if one.kind == JudgementKind.ORIGIN and len(pair) == 2 and pair <= wanted:
            pairs[pair] = one.verdict
    return pairs


def count_groups(
    counted: Sequence[Group], groups: Sequence[Group], found: Trace, rulings: Rulings
) -> int | tuple[int, int]:
    """How many origins there are: a range where two may be one, or a person is unsure."""
    least = most = len(counted)
    least -= sum(any(is_open(one, other) for other in counted[:place]) for place, one in enumerate(counted))
    for pair in rulings.unsure:
        left, right = (find_home(groups, id, found) for id in sorted(pair))
        if left is None or right is None:
            continue
        both = sum(any(home is group for group in counted) for home in (left, right))
        if left is not right and both == 2:
            least -= 1
        else:
            most += 1
    least = max(least, min(1, len(counted)))
    return most if least == most else (least, most)


def make_origin(group: Group, ground: Ground) -> Origin:
    """The record of a group: its best root's."""
    root = group.best
    nameless = root.standing == Standing.UNRESOLVED or (root.is_anonymous and ground.is_outlet(root.holder))
    return Origin(
        id="o-" + hashlib.sha256(root.statement.encode()).hexdigest()[:12],
        actor=None if nameless else root.holder,
        outlet=root.outlet,
        certainty=root.certainty,
        because=(name_group(group, ground), *dict.fromkeys(group.because)),
        statement=root.statement,
        description=root.description or None,
    )
