"""Through whom a statement came: for now its publisher and its speaker."""

from firsthand.records import Article, Certainty, Hop, HopRole, Statement


def make_chain(article: Article, statement: Statement, publisher: str | None) -> tuple[Hop, ...]:
    """The publisher (by the article's metadata, so without evidence in the text), then the speaker if he is known."""
    hops = []
    if publisher is not None:
        hops.append(Hop(publisher, HopRole.PUBLISHER, Certainty.STATED))
    if statement.speaker is not None and statement.speaker != publisher:
        hops.append(Hop(statement.speaker, HopRole.SPEAKER, Certainty.STATED, statement.source))
    return tuple(hops)
