"""Propositions for tests: each statement is an article of its own unless it says otherwise."""

from firsthand.linking.claims.comparison import Scene, make_scene
from firsthand.linking.claims.propositions import Proposition, make_propositions
from firsthand.linking.entries import Entry, Material, sort_entries
from firsthand.records import Act, Annotations, Article, Certainty, Form, Hop, HopRole, Statement, Status


def say(content: str, speaker: str | None = "anna", act: Act = Act.SAY, status: Status = Status.ASSERTED) -> Statement:
    """A statement of a whole article: its id is given later."""
    chain = (Hop("outlet", HopRole.PUBLISHER, Certainty.STATED), Hop(speaker, HopRole.SPEAKER, Certainty.STATED))
    return Statement(
        id=content, source=(), cue=(), content=((0, len(content)),), speaker=speaker, form=Form.INDIRECT, act=act,
        status=status, chain=chain if speaker else chain[:1], confidence=1.0,
    )  # fmt: skip


def make(*statements: Statement) -> tuple[list[Proposition], Scene]:
    """A proposition a statement, in this order, with their scene."""
    entries = [
        Entry(Annotations(Article(f"a{day}", one.id, published=f"2026-03-{day:02}"), statements=(rename(one, day),)))
        for day, one in enumerate(statements, 1)
    ]
    material = Material(sort_entries(entries), {})
    propositions = make_propositions(material)
    return propositions, make_scene(material, propositions, {})


def rename(statement: Statement, day: int) -> Statement:
    """A statement with the id that it has in its article."""
    return Statement(**{name: getattr(statement, name) for name in statement.__struct_fields__} | {"id": f"a{day}:1"})
