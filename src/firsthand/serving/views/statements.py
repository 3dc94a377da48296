"""A statement as pages and API give it: its words, who says it and through whom, with where they stand."""

from collections.abc import Mapping

import msgspec

from firsthand.records import Act, Actor, ActorKind, Annotations, Certainty, Form, HopRole, Statement, Status, evidence
from firsthand.serving.linked_stories import find_publisher
from firsthand.serving.report_header import find_title
from firsthand.serving.report_lines import shorten
from firsthand.serving.report_voices import name_actor, name_hop

CONTEXT = 160  # characters before and after the words


class ActorLink(msgspec.Struct, frozen=True):
    """An actor to be named and followed. `id` is the corpus's, or the article's own where it is in no story."""

    id: str
    name: str
    kind: ActorKind | None = None


class ArticleLink(msgspec.Struct, frozen=True):
    """An article to be named and followed. `published` is as the article gives it; `title` is never empty."""

    id: str
    title: str
    outlet: str
    outlet_id: str | None = None
    published: str | None = None


class HopView(msgspec.Struct, frozen=True):
    """One link of a chain: `actor` is None for an anonymous source, `words` names it in any case."""

    role: HopRole
    words: str
    actor: str | None
    certainty: Certainty


class Quoted(msgspec.Struct, frozen=True):
    """One statement in words. `words` is the content exactly as printed, `covers` what a pronoun content stands for.

    `speaker` is None where it is unknown or withheld; `source` then has the words that describe it, as printed.
    `before` and `after` are the text around the content, cut; empty where the content comes in pieces. `made` says
    that the publisher asserts it in its own voice: linking has made the statement of it. `claims` are ids.
    """

    id: str
    article: ArticleLink
    words: str
    source: str
    cue: str
    covers: str
    before: str
    after: str
    speaker: ActorLink | None
    anonymous: bool
    chain: tuple[HopView, ...]
    act: Act | None
    status: Status | None
    form: Form | None
    medium: str | None
    said_on: str | None
    background: bool
    confidence: float
    flags: tuple[str, ...]
    within: str | None
    made: bool
    claims: tuple[str, ...] = ()


def view_statement(
    statement: Statement, record: Annotations, actors: Mapping[str, Actor], claims: tuple[str, ...] = ()
) -> Quoted:
    """A statement of a record in words. `actors` are those that its ids lead to, by id."""
    text = record.article.text
    before, after = cut_context(text, statement)
    fields = ("act", "status", "form", "medium", "said_on", "background", "confidence", "flags", "within", "anonymous")
    return Quoted(
        id=statement.id,
        article=link_article(record, actors),
        words=evidence(text, statement.content),
        source=evidence(text, statement.source),
        cue=evidence(text, statement.cue),
        covers=evidence(text, statement.covers),
        before=before,
        after=after,
        speaker=link_actor(statement.speaker, actors) if statement.speaker is not None else None,
        chain=view_chain(statement, actors),
        made=not statement.source and not statement.cue,
        claims=claims,
        **{name: getattr(statement, name) for name in fields},
    )


def view_chain(statement: Statement, actors: Mapping[str, Actor]) -> tuple[HopView, ...]:
    """The chain from the publisher to the speaker, each hop named."""
    return tuple(HopView(hop.role, name_hop(actors, hop), hop.actor, hop.certainty) for hop in statement.chain)


def link_actor(id: str, actors: Mapping[str, Actor]) -> ActorLink:
    """An actor to be named."""
    return ActorLink(id, name_actor(actors, id), actors[id].kind if id in actors else None)


def link_article(record: Annotations, actors: Mapping[str, Actor]) -> ArticleLink:
    """An article to be named, by its outlet and title."""
    article = record.article
    publisher = find_publisher(record)
    named = name_actor(actors, publisher) if publisher else shorten(article.publisher or "")
    return ArticleLink(article.id, find_title(article), named or "outlet not known", publisher, article.published)


def cut_context(text: str, statement: Statement) -> tuple[str, str]:
    """The text before and after the content, of its own paragraph, cut at words; empty for a content in pieces."""
    if len(statement.content) != 1:
        return "", ""
    ((start, end),) = statement.content
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + CONTEXT].partition("\n")[0]
    if len(before) == CONTEXT:
        before = "… " + before.partition(" ")[2]
    if len(after) == CONTEXT:
        after = after.rpartition(" ")[0] + " …"
    return before, after
