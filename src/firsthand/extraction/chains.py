"""Through whom a statement came: for now its publisher and its speaker."""

from firsthand.records import Actor, Certainty, Hop, HopRole, Statement


def make_chain(statement: Statement, publisher: Actor | None) -> tuple[Hop, ...]:
    """The publisher (by the article's metadata, so without evidence in the text), then the speaker if he is known."""
    hops = []
    if publisher is not None:
        hops.append(Hop(publisher.id, HopRole.PUBLISHER, Certainty.STATED))
    if statement.speaker is not None and (publisher is None or statement.speaker != publisher.id):
        hops.append(Hop(statement.speaker, HopRole.SPEAKER, Certainty.STATED, statement.source))
    return tuple(hops)
