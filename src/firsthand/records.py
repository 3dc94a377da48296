"""Every noun of Firsthand, as frozen structs, and the JSON contract that they are (docs/contract.md).

Spans are half-open pairs [start, end) in Unicode code points of `Article.text`, which is never edited.
Span sets are tuples of spans in reading order: a content may come in pieces. No record holds itself, so the garbage
collector passes them over (`gc=False`): with 800 articles at hand it stopped a server for 200 ms at a time.
"""

from collections.abc import Mapping
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


class CopyKind(StrEnum):
    """How an article carries another's text."""

    VERBATIM = "verbatim"
    REWRITE_CREDITED = "rewrite_credited"
    REWRITE_UNCREDITED = "rewrite_uncredited"
    TRANSLATION = "translation"


class ClaimStatus(StrEnum):
    """What is known of a claim: one origin, two or more independent ones, or somebody says the contrary."""

    SINGLE_ORIGIN = "single_origin"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"


class RelationKind(StrEnum):
    """How one claim stands to another."""

    CONTRADICTS = "contradicts"
    DENIES = "denies"
    UPDATES = "updates"


class EventStatus(StrEnum):
    """Whether what the timeline tells has happened."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    CONDITIONAL = "conditional"


class Section(msgspec.Struct, frozen=True, gc=False):
    """A part of the article's text."""

    kind: SectionKind
    span: Span


class Article(msgspec.Struct, frozen=True, gc=False):
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


class Actor(msgspec.Struct, frozen=True, gc=False):
    """Somebody or something that speaks, publishes or is spoken of."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A span that refers to an actor."""

    span: Span
    actor: str
    form: MentionForm


class Timex(msgspec.Struct, frozen=True, gc=False):
    """A time expression with its TIMEX3 type and value, and an EDTF interval where the text is vague."""

    span: Span
    type: str
    value: str
    edtf: str | None = None


class Hop(msgspec.Struct, frozen=True, gc=False):
    """One link of a chain. `actor` is None for an anonymous source, which `description` then describes."""

    actor: str | None
    role: HopRole
    certainty: Certainty
    evidence: Spans = ()
    description: str | None = None


class Statement(msgspec.Struct, frozen=True, gc=False):
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


class Annotations(msgspec.Struct, frozen=True, gc=False):
    """An article with everything found in it: one line of `firsthand read --json`. Actor ids are the article's own."""

    article: Article
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Any, ...] = ()
    schema: int = SCHEMA


class Copy(msgspec.Struct, frozen=True, gc=False):
    """An article that carries the text of another, which had it first.

    `overlap` is the part of the copy's words that the original has too, from 0 to 1. `evidence` pairs passages:
    (span in the copy, span in the original). `because` says in words why they are copies, and why in this direction.
    """

    article: str
    of: str
    kind: CopyKind
    overlap: float
    certainty: Certainty
    because: tuple[str, ...] = ()
    evidence: tuple[tuple[Span, Span], ...] = ()


class Origin(msgspec.Struct, frozen=True, gc=False):
    """A root of a claim: who asserts it first-hand, as obtained by one outlet.

    `actor` is None for an anonymous source, which `description` then describes; `outlet` is the actor that obtained
    it. `statement` is the statement that shows it best, `because` the reasons in words.
    """

    id: str
    actor: str | None
    outlet: str
    certainty: Certainty
    because: tuple[str, ...] = ()
    statement: str | None = None
    description: str | None = None


class Claim(msgspec.Struct, frozen=True, gc=False):
    """Statements of one proposition with one polarity, across articles.

    `independent_origins` is a number, or (least, most) where it can't be known; `because` says why it is that.
    `articles` counts those that carry the claim; `first_seen` is the publication date of the earliest.
    """

    id: str
    gist: str
    statements: tuple[str, ...]
    origins: tuple[Origin, ...]
    independent_origins: int | tuple[int, int]
    articles: int
    first_seen: str | None
    anonymous_only: bool
    status: ClaimStatus
    story: str | None = None
    because: tuple[str, ...] = ()


class Relation(msgspec.Struct, frozen=True, gc=False, rename={"source": "from", "target": "to"}):
    """One claim (`from` in JSON) denies, contradicts or updates another (`to`)."""

    source: str
    target: str
    kind: RelationKind
    because: tuple[str, ...] = ()


class Story(msgspec.Struct, frozen=True, gc=False):
    """Articles about one course of events."""

    id: str
    title: str
    articles: tuple[str, ...]


class TimelineEntry(msgspec.Struct, frozen=True, gc=False):
    """Something that happens: `when`, `said` (EDTF) and `reported` (as published) are the three clocks."""

    when: str
    said: str | None
    reported: str | None
    what: str
    status: EventStatus
    statement: str
    story: str | None = None
    because: tuple[str, ...] = ()


class Position(msgspec.Struct, frozen=True, gc=False):
    """What an actor said of a matter on a day, and how that differs from what it said before (`change`, in words)."""

    actor: str
    date: str
    what: str
    act: Act | None
    status: Status | None
    claim: str
    statement: str
    change: str | None = None


class Step(msgspec.Struct, frozen=True, gc=False):
    """One step of the evidence for a claim's number of origins, with the statement or the article that shows it."""

    text: str
    statement: str | None = None
    article: str | None = None


class Correction(msgspec.Struct, frozen=True, gc=False):
    """What a person decided about one statement, as the links follow it: who speaks, or that it is no statement.

    `speaker` is the actor who speaks (None: nobody known); it says nothing where `is_statement` is False.
    """

    statement: str
    judgement: str
    speaker: str | None = None
    is_statement: bool = True


class StoryLinks(msgspec.Struct, frozen=True, gc=False):
    """All that linking found in one story. Actor ids are the corpus's.

    renamed: article id → {the article's own actor id: the corpus actor's}. assertions: article id → what its
    publisher asserts in its own voice, as far as claims need it: statements that `link` makes and `export` prints.
    positions: of all actors, the earliest first. steps: claim id → the evidence for its number of origins.
    corrections: what people decided about statements; the records are to be read with them (`correct_record`).
    """

    story: Story
    actors: tuple[Actor, ...] = ()
    renamed: dict[str, dict[str, str]] = {}
    assertions: dict[str, tuple[Statement, ...]] = {}
    copies: tuple[Copy, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    positions: tuple[Position, ...] = ()
    steps: dict[str, tuple[Step, ...]] = {}
    corrections: tuple[Correction, ...] = ()


class JudgementKind(StrEnum):
    """What a judgement is about."""

    ACTOR = "actor"
    CLAIM = "claim"
    COPY = "copy"
    ORIGIN = "origin"
    SPEAKER = "speaker"
    STATEMENT = "statement"


class Verdict(StrEnum):
    """Whether two are one. Unsure keeps actors, claims and copies apart, and makes a count of origins a range."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """What a person decided about two things of one kind; it wins over the program and survives every re-run.

    The anchors say what was meant in terms that never change: for an actor `article id/the article's own actor id`,
    for a claim a proposition's id (`statement id#piece`), for a copy an article's id, for an origin a statement's id.
    A speaker's judgement has a statement on the left and an actor on the right: same says that the actor makes the
    statement, different that it does not. A statement's has the statement on both sides: different says that it is
    none. `at` is UTC, ISO 8601.
    """

    id: str
    kind: JudgementKind
    verdict: Verdict
    left: str
    right: str
    left_anchor: str
    right_anchor: str
    by: str
    at: str


class Export(msgspec.Struct, frozen=True, gc=False):
    """A whole store: what `firsthand export --format json` prints."""

    articles: tuple[Annotations, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    copies: tuple[Copy, ...] = ()
    relations: tuple[Relation, ...] = ()
    stories: tuple[Story, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    schema: int = SCHEMA


def evidence(text: str, spans: Spans) -> str:
    """The words that a span set points at; pieces are joined by an ellipsis."""
    return " … ".join(text[start:end] for start, end in spans)


def identify_origin(origin: Origin) -> tuple[str, str]:
    """What makes two claims' origins one: the named speaker or document; of anonymous ones, who obtained them."""
    return ("named", origin.actor) if origin.actor is not None else ("anonymous", origin.outlet)


def weigh_claim(claim: Claim) -> tuple[int, int, str, str]:
    """The least of a story's claims by this leads: most articles carry it; of several, the one seen first."""
    return -claim.articles, -len(claim.statements), claim.first_seen or "~", claim.id


def rename_actors(record: Annotations, renamed: Mapping[str, str], actors: Mapping[str, Actor]) -> Annotations:
    """The record on other actors: own id → new id by `renamed` (an id that is not in it stays), from `actors`."""
    replace = msgspec.structs.replace

    def rename(id: str | None) -> str | None:
        return id if id is None else renamed.get(id, id)

    def rename_statement(statement: Statement) -> Statement:
        chain = tuple(replace(hop, actor=rename(hop.actor)) for hop in statement.chain)
        return replace(statement, speaker=rename(statement.speaker), chain=chain)

    known = {renamed.get(actor.id, actor.id): actor for actor in record.actors}
    return replace(
        record,
        actors=tuple(actors.get(id, actor) for id, actor in known.items()),
        mentions=tuple(replace(one, actor=renamed.get(one.actor, one.actor)) for one in record.mentions),
        statements=tuple(rename_statement(statement) for statement in record.statements),
    )


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
