"""Whether a copy has a statement from its original, or has something of its own there."""

from collections.abc import Sequence

from firsthand.linking.origins.ground import Ground, stated_outlets
from firsthand.linking.origins.roots import Root, Standing
from firsthand.records import Act, ActorKind, Copy, CopyKind
from firsthand.text.spans import overlap


def adds_its_own(root: Root, copy: Copy, there: Sequence[Root], ground: Ground) -> bool:
    """Whether a copy has this from elsewhere: from an outlet, or a named voice, that its original does not know.

    A named person where the original has a withheld one is no second source: he may be the same, unless he confirms.
    A body that speaks is nobody's withheld source, and one whom the original leaves unresolved is no other either.
    """
    statement = ground.material.statements[root.statement]
    known = ground.cited_in[copy.of] | {ground.publishers[copy.of] or ""}
    if root.standing == Standing.NAMED and all(one.standing < Standing.DESCRIBED for one in there):
        return True
    if copy.kind == CopyKind.VERBATIM:
        return bool(copy.evidence) and not overlap(statement.content, [here for here, _ in copy.evidence])
    if root.holder not in known and is_body(root, ground):
        return True
    if copy.kind == CopyKind.TRANSLATION:
        return False
    if any(outlet not in known for outlet in stated_outlets(statement.chain, ground)):
        return True
    if root.standing != Standing.NAMED or root.holder in known:
        return False
    return statement.act == Act.CONFIRM or all(one.standing == Standing.NAMED for one in there)


def is_body(root: Root, ground: Ground) -> bool:
    """Whether a root is a body with a name that speaks, neither a person nor an outlet.

    One that is only described may be the withheld source in other words ("inspectors", "an official").
    """
    known = ground.material.actors.get(root.holder)
    if known is None or root.standing != Standing.NAMED:
        return False
    return known.kind not in (ActorKind.PERSON, ActorKind.OUTLET)
