"""Every noun of Firsthand, as frozen structs, and the JSON contract that they are (docs/contract.md).

Spans are half-open pairs [start, end) in Unicode code points of `Article.text`, which is never edited.
Span sets are tuples of spans in reading order: a content may come in pieces.
"""

from enum import StrEnum
from typing import Any

import msgspec

Span = tuple[int, int]
Spans = tuple[Span, ...]

SCHEMA = 1


class Act(StrEnum):
    """What a speaker does by saying it."""

    SAY = "say"
    CLAIM = "claim"
    DENY = "deny"
    CONFIRM = "confirm"
    OFFER = "offer"
    PROMISE = "promise"
    THREATEN = "threaten"
    DEMAND = "demand"
    URGE = "urge"
    WARN = "warn"
    ASK = "ask"
    EXPECT = "expect"
    BELIEVE = "believe"
    INTEND = "intend"
    REPORT = "report"
    ANNOUNCE = "announce"
    DECLINE = "decline"


class Status(StrEnum):
    """How a content is presented."""

    ASSERTED = "asserted"
    DENIED = "denied"
    HEDGED = "hedged"
    PLANNED = "planned"
    CONDITIONAL = "conditional"


class Form(StrEnum):
    """Whether a content stands in quotation marks: all of it, none, or a part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class ActorKind(StrEnum):
    """What an actor is. A place that acts is a government."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    OUTLET = "outlet"
    GROUP = "group"
    DOCUMENT = "document"


class MentionForm(StrEnum):
    """How a mention refers."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class SectionKind(StrEnum):
    """The parts of an article's text."""

    TITLE = "title"
    DATELINE = "dateline"
    BODY = "body"
    BACKGROUND = "background"
    CREDIT = "credit"


class HopRole(StrEnum):
    """What an actor does in a chain."""

    PUBLISHER = "publisher"
    CARRIER = "carrier"
    SPEAKER = "speaker"


class Certainty(StrEnum):
    """Whether the article states a hop, or we infer it."""

    STATED = "stated"
    INFERRED = "inferred"


class Section(msgspec.Struct, frozen=True):
    """A part of the article's text."""

    kind: SectionKind
    span: Span


class Article(msgspec.Struct, frozen=True):
    """A text as decoded, with what its page or feed said about it. `published` is an ISO date or date-time."""

    id: str
    text: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    sections: tuple[Section, ...] = ()
    flags: tuple[str, ...] = ()


class Actor(msgspec.Struct, frozen=True):
    """Somebody or something that speaks, publishes or is spoken of."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


class Mention(msgspec.Struct, frozen=True):
    """A span that refers to an actor."""

    span: Span
    actor: str
    form: MentionForm


class Timex(msgspec.Struct, frozen=True):
    """A time expression with its TIMEX3 type and value, and an EDTF interval where the text is vague."""

    span: Span
    type: str
    value: str
    edtf: str | None = None


class Hop(msgspec.Struct, frozen=True):
    """One link of a chain. `actor` is None for an anonymous source, which `description` then describes."""

    actor: str | None
    role: HopRole
    certainty: Certainty
    evidence: Spans = ()
    description: str | None = None


class Statement(msgspec.Struct, frozen=True):
    """One attribution: who (source) says (cue) what (content), and all that was resolved about it.

    `speaker` is an actor's id, None where it is unknown or withheld. `within` is the id of the statement whose
    content holds this one. `confidence` is the probability that the statement is right, from 0 to 1.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    covers: Spans = ()
    speaker: str | None = None
    anonymous: bool = False
    form: Form | None = None
    act: Act | None = None
    status: Status | None = None
    within: str | None = None
    chain: tuple[Hop, ...] = ()
    medium: str | None = None
    said_on: str | None = None
    background: bool = False
    confidence: float = 0.0
    flags: tuple[str, ...] = ()


class Annotations(msgspec.Struct, frozen=True):
    """An article with everything found in it: one line of `firsthand read --json`. Actor ids are the article's own."""

    article: Article
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Any, ...] = ()
    schema: int = SCHEMA


class Export(msgspec.Struct, frozen=True):
    """A whole store: what `firsthand export --format json` prints."""

    articles: tuple[Annotations, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Any, ...] = ()
    copies: tuple[Any, ...] = ()
    relations: tuple[Any, ...] = ()
    stories: tuple[Any, ...] = ()
    timeline: tuple[Any, ...] = ()
    schema: int = SCHEMA


def evidence(text: str, spans: Spans) -> str:
    """The words that a span set points at; pieces are joined by an ellipsis."""
    return " … ".join(text[start:end] for start, end in spans)


def encode(record: Annotations | Export) -> bytes:
    """A record as one line of JSON, in UTF-8, without the line's end."""
    return msgspec.json.encode(record)


def decode(line: bytes | str) -> Annotations:
    """A line of the contract's JSON as a record.

    Raises:
        msgspec.ValidationError: a field breaks the contract; the message names it.
        msgspec.DecodeError: the line is not JSON.
    """
    return msgspec.json.decode(line, type=Annotations)


def make_schema() -> dict[str, Any]:
    """The contract of one record as a JSON Schema (draft 2020-12)."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Annotations)}
