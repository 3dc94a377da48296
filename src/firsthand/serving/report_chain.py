"""The way of a statement as a small tree, outermost first: publisher, who retold it, speaker."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from firsthand.records import Actor, ActorKind, Certainty, Hop, HopRole, Statement
from firsthand.serving.report_lines import PLAIN, QUIET, indent, wrap
from firsthand.serving.report_voices import NAMELESS, find_carriers, name_hop

if TYPE_CHECKING:
    from rich.text import Text

BRANCH, WEAK_BRANCH = "└─ ", "└╌ "  # a hop that the article states, and one that we infer
INFERRED = " (inferred)"
LABEL = "chain: "
NARROW = 40  # cells: below that the words need the room of the label


def draw_chain(actors: Mapping[str, Actor], statement: Statement, width: int) -> "list[Text]":
    """Lines of at most `width` cells; none where only the publisher, or nobody, stands before the speaker.

    Each hop stands a step to the right of the one that retells it. An inferred one is dim and says so, so that it is
    weaker without colour, too.
    """
    carriers = find_carriers(statement)
    if not carriers:
        return []
    hops = [hop for hop in statement.chain[:1] if hop.role is HopRole.PUBLISHER] + carriers
    hops += [hop for hop in statement.chain[-1:] if hop.role is HopRole.SPEAKER]
    label = LABEL if width >= NARROW else ""
    return indent(_draw_tree(actors, hops, width - len(label)), label, len(label))


def _draw_tree(actors: Mapping[str, Actor], hops: list[Hop], width: int) -> "list[Text]":
    lines: list[Text] = []
    for depth, hop in enumerate(hops):
        column = min(depth * len(BRANCH), width // 2)
        branch = BRANCH if hop.certainty is Certainty.STATED else WEAK_BRANCH
        margin = (" " * (column - len(branch)) + branch)[:column]
        lines += indent(wrap([_word_hop(actors, hop)], width - column), margin, column)
    return lines


def _word_hop(actors: Mapping[str, Actor], hop: Hop) -> tuple[str, str]:
    words = name_hop(actors, hop)
    if hop.role is HopRole.CARRIER:
        words = f"{_word_retelling(actors, hop)} {words}"
    if hop.actor is None and hop.role is HopRole.SPEAKER and words != NAMELESS:
        words += " (anonymous)"
    return (words, PLAIN) if hop.certainty is Certainty.STATED else (words + INFERRED, QUIET)


def _word_retelling(actors: Mapping[str, Actor], hop: Hop) -> str:
    actor = actors.get(hop.actor or "")
    return "as stated in" if actor is not None and actor.kind is ActorKind.DOCUMENT else "as retold by"
