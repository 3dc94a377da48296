"""Which groups of roots are origins of their own, and why the others are not."""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.linking.origins.fitting import agree, read_sayings
from firsthand.linking.origins.ground import Ground
from firsthand.linking.origins.grouping import Group
from firsthand.linking.origins.roots import Standing
from firsthand.linking.origins.tracing import Trace
from firsthand.records import Act, Statement, Status

WEAK = "nothing shows that this is not from the others"
OPPOSITE = "answers the claim rather than supports it"
UNFIT = "speaks of the matter, but not so that it is plainly the same"


@dataclass(frozen=True)
class Choice:
    """The groups that are counted, and those that are not, each with the reason for a reader."""

    counted: tuple[Group, ...]
    left_out: tuple[tuple[Group, str], ...] = ()


def choose(groups: Sequence[Group], found: Trace, ground: Ground, judged: bool = False) -> Choice:
    """The origins among groups. judged: a person said that some of them are different; then words decide nothing."""
    strong = pick_strong(drop_leads(groups, found, ground))
    left_out = [(group, WEAK) for group in groups if not is_among(group, strong)]
    if judged:
        return Choice(tuple(strong), tuple(left_out))
    supporting = drop_opposite(strong, ground)
    fitting = drop_unfit(supporting, found, ground)
    left_out += [(group, OPPOSITE) for group in strong if not is_among(group, supporting)]
    left_out += [(group, UNFIT) for group in supporting if not is_among(group, fitting)]
    return Choice(tuple(fitting), tuple(left_out))


def drop_leads(groups: Sequence[Group], found: Trace, ground: Ground) -> list[Group]:
    """The groups without those that rest on a publisher's own words alone, where its article also quotes somebody for
    the claim: a headline sums up what the article has from others.
    """
    quoting = {
        ground.entry(id).id for id in found.roots
        if ground.material.statements[id].speaker and ground.material.statements[id].source
        and ground.is_outlet(ground.publisher(id))
    }  # fmt: skip

    def leads(group: Group) -> bool:
        said = [(ground.entry(root.statement).id, ground.material.statements[root.statement]) for root in group.roots]
        return all(not (statement.source or statement.cue) and article in quoting for article, statement in said)

    return [group for group in groups if not leads(group)] or list(groups)


def is_among(group: Group, groups: Sequence[Group]) -> bool:
    """Whether a group is one of these, by identity: its roots may be changed meanwhile."""
    return any(group is one for one in groups)


def pick_strong(groups: Sequence[Group]) -> list[Group]:
    """The groups that are good enough by their standing.

    What is only described counts beside outlets, not beside named voices, one of which it may be; what rests on a
    publisher's own voice or an unresolved speaker counts only where there is nothing better, and then as one. So does
    a withheld source of whom nothing is said ("who", "they"): our reading may have missed whom it refers to.
    """
    able = [group for group in groups if group.standing >= Standing.CITED]
    strong = [group for group in able if not group.is_nobody]
    described = [group for group in groups if group.standing == Standing.DESCRIBED]
    if described and not any(group.standing == Standing.NAMED for group in strong):
        strong = [group for group in groups if is_among(group, strong) or group is described[0]]
    return strong or able[:1] or sorted(groups, key=lambda group: -group.standing)[:1]


def drop_opposite(groups: Sequence[Group], ground: Ground) -> list[Group]:
    """The groups without those that only deny what the others only affirm, or the other way round.

    They answer the claim and don't support it; the side with more statements has it, of two alike the earlier.
    """
    sides: dict[bool, list[Group]] = {}
    for group in groups:
        negations = {is_denial(ground.material.statements[root.statement]) for root in group.roots}
        if len(negations) > 1:
            return list(groups)
        sides.setdefault(negations.pop(), []).append(group)
    return max(sides.values(), key=lambda side: sum(len(group.roots) for group in side), default=[])


def is_denial(statement: Statement) -> bool:
    """Whether a statement says that something is not so."""
    return statement.act == Act.DENY or statement.status == Status.DENIED


def drop_unfit(groups: Sequence[Group], found: Trace, ground: Ground) -> list[Group]:
    """The groups that say what the one that says most says; those that only touch the matter support nothing."""
    if len(groups) < 2:
        return list(groups)
    ends = {id: found.ends(id) for id in found.roots}
    own = [{root.statement for root in group.roots} for group in groups]
    said = [read_sayings([id for id in ends if not mine.isdisjoint(ends[id])], ground) for mine in own]
    core = max(range(len(groups)), key=lambda place: (len(said[place]), -place))
    return [
        group for place, group in enumerate(groups)
        if place == core or any(agree(a, b) for a in said[place] for b in said[core])
    ]  # fmt: skip
