"""FollowTheMoney (followthemoney.tech): entities one a line, for Aleph, OpenAleph and OpenSanctions' tools.

actor      → Person, Organization, PublicBody, LegalEntity (groups) or Document
article    → Article, and a Mention for everybody it speaks of
statement  → Event: whom it involves, when it was said, its words, with the article as proof
claim      → Note about its statements; an UnknownLink from each named origin
copy       → UnknownLink from the copying article to the original; relation → UnknownLink between claims
timeline   → Event with its days

Values are in the form that the model wants; of what its cleaning takes away, only blanks of other widths and invisible
characters stay, which some scripts need. Nothing of followthemoney is needed to write them.
"""

from collections.abc import Iterator, Mapping

from firsthand.records import Actor, ActorKind, Annotations, Claim, Copy, Relation, Statement, TimelineEntry, evidence
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.exports.addresses import encode_json, find_web_address
from firsthand.serving.exports.entity_values import (
    LONGEST_VALUE,
    Entity,
    Values,
    date_entity,
    find_language,
    join_lines,
    make_entity,
    refer,
    word_moment,
)
from firsthand.serving.exports.material import Material, name_outlet, name_speaker, word_chain
from firsthand.serving.report_header import find_title
from firsthand.serving.report_lines import shorten
from firsthand.serving.story_figures import word_origins

SCHEMATA = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.GOVERNMENT: "PublicBody",
    ActorKind.OUTLET: "Organization",
    ActorKind.GROUP: "LegalEntity",
    ActorKind.DOCUMENT: "Document",
}
CAPTION = 200  # characters of an event's name


def write_entities(material: Material) -> Iterator[bytes]:
    """Entities as JSON lines: whoever a line refers to may stand behind it."""
    for entity in _list_entities(material):
        yield encode_json(entity) + b"\n"


def _list_entities(material: Material) -> Iterator[Entity]:
    kinds: dict[str, ActorKind] = {}
    for actor in material.load_actors():
        kinds[actor.id] = actor.kind
        yield _make_actor(actor)
    for record in material.load_records():
        yield _make_article(material, record)
        yield from _make_mentions(record)
        for statement in material.choose(record):
            yield _make_statement(material, statement, record, kinds)
    for claim in material.links.claims:
        yield _make_claim(material, claim)
        yield from _make_origins(material, claim)
    yield from map(_make_copy, material.links.copies)
    yield from map(_make_relation, material.links.relations)
    yield from (_make_entry(number, one) for number, one in enumerate(material.links.timeline))


def _make_actor(actor: Actor) -> Entity:
    is_document = actor.kind is ActorKind.DOCUMENT
    name = join_lines(actor.name) or actor.id
    properties: dict[str, Values] = {"name": [name], "alias": map(join_lines, actor.aliases), "keywords": [actor.kind]}
    roles = "position" if actor.kind is ActorKind.PERSON else "summary"
    properties |= {roles: map(join_lines, actor.roles)}
    return make_entity(
        SCHEMATA[actor.kind], "actor", actor.id, {**properties, "fileName": [name]} if is_document else properties
    )


def _make_article(material: Material, record: Annotations) -> Entity:
    one = record.article
    story = material.stories_by_article.get(one.id)
    return make_entity("Article", "article", one.id, {
        "title": [find_title(record.article)], "fileName": [f"{one.id}.txt"], "author": map(join_lines, one.authors),
        "publisher": [join_lines(name_outlet(record, material.actors))], "sourceUrl": [_find_page(record)],
        "publishedAt": [word_moment(one.published)], "language": [find_language(one.language)],
        "notes": [f"language: {one.language}"] if one.language and not find_language(one.language) else [],
        "bodyText": [one.text],
        "keywords": [f"story {story}"] if story else [], "mimeType": ["text/plain"],
    })  # fmt: skip


def _find_page(record: Annotations) -> str | None:
    """The article's address; a part of one would lead nowhere."""
    address = find_web_address(record.article.url)
    return address if address and len(address) <= LONGEST_VALUE else None


def _make_mentions(record: Annotations) -> Iterator[Entity]:
    """Everybody whom the article mentions; the names are those that it prints."""
    printed: dict[str, list[str]] = {}
    for one in record.mentions:
        printed.setdefault(one.actor, []).append(join_lines(record.article.text[slice(*one.span)]))
    for actor in record.actors:
        resolved = refer("actor", [actor.id]) if actor.kind is not ActorKind.DOCUMENT else []
        yield make_entity("Mention", "mention", f"{record.article.id}/{actor.id}", {
            "document": refer("article", [record.article.id]), "resolved": resolved,
            "name": [join_lines(actor.name) or actor.id, *printed.get(actor.id, ())],
            "detectedSchema": [SCHEMATA[actor.kind]],
        })  # fmt: skip


def _make_statement(material: Material, one: Statement, record: Annotations, kinds: Mapping[str, ActorKind]) -> Entity:
    text, speaker = record.article.text, name_speaker(one, record, material.actors)
    words = evidence(text, one.content)
    # A document speaks as a proof does: nobody is involved whom the model would know as one who acts.
    by_document = one.speaker is not None and kinds.get(one.speaker) is ActorKind.DOCUMENT
    notes = [f"chain: {word_chain(one, record, material.actors)}", f"confidence: {one.confidence:.2f}"]
    notes += [f"{part}: {evidence(text, spans)}" for part, spans in (("source", one.source), ("cue", one.cue)) if spans]
    notes += [f"stands for: {evidence(text, one.covers)}"] if one.covers else []
    notes += ["the source is anonymous"] if one.anonymous else []
    return make_entity("Event", "statement", one.id, {
        "name": [join_lines(shorten(f"{speaker}: {words}" if speaker else words, CAPTION)) or one.id],
        "involved": refer("actor", [None if by_document else one.speaker]),
        "proof": refer("article", [record.article.id]) + refer("actor", [one.speaker if by_document else None]),
        "description": [words], "notes": notes, "recordId": [one.id],
        "keywords": [*filter(None, (one.act, one.status, one.form, one.medium)), *one.flags],
        "publisher": [join_lines(name_outlet(record, material.actors))], "sourceUrl": [_find_page(record)],
        **date_entity(one.said_on or record.article.published),
    })  # fmt: skip


def _make_claim(material: Material, one: Claim) -> Entity:
    chosen = material.chosen
    carried = [id for id in one.statements if chosen is None or id in chosen]
    return make_entity("Note", "claim", one.id, {
        "name": [join_lines(one.gist) or one.id], "description": [one.gist],
        "summary": [f"{word_origins(one)}, {one.articles} articles"], "notes": one.because,
        "keywords": [one.status, *(["anonymous sources only"] if one.anonymous_only else [])],
        "entity": refer("statement", carried), "createdAt": [word_moment(one.first_seen)],
    })  # fmt: skip


def _make_origins(material: Material, claim: Claim) -> Iterator[Entity]:
    for one in claim.origins:
        if one.actor is not None:
            outlet = material.actors.get(one.outlet)
            yield make_entity("UnknownLink", "origin", f"{claim.id}/{one.id}", {
                "subject": refer("actor", [one.actor]), "object": refer("claim", [claim.id]),
                "role": ["origin of the claim"], "status": [one.certainty], "description": one.because,
                "publisher": [join_lines(outlet.name) if outlet else one.outlet], "recordId": [one.id],
            })  # fmt: skip


def _make_copy(one: Copy) -> Entity:
    return make_entity("UnknownLink", "copy", f"{one.article}/{one.of}", {
        "subject": refer("article", [one.article]), "object": refer("article", [one.of]),
        "role": [f"{one.kind} copy of"], "status": [one.certainty], "description": one.because,
        "summary": [f"{one.overlap:.0%} of the words"], "proof": refer("article", [one.article]),
    })  # fmt: skip


def _make_relation(one: Relation) -> Entity:
    return make_entity("UnknownLink", "relation", f"{one.source}/{one.kind}/{one.target}", {
        "subject": refer("claim", [one.source]), "object": refer("claim", [one.target]),
        "role": [one.kind], "description": one.because,
    })  # fmt: skip


def _make_entry(number: int, one: TimelineEntry) -> Entity:
    clocks = (("when", one.when), ("said", one.said), ("reported", one.reported))
    return make_entity("Event", "event", f"{one.statement}/{number}", {
        "name": [join_lines(shorten(one.what, CAPTION)) or one.when], "description": [one.what],
        "keywords": [one.status], "recordId": [one.statement],
        "notes": [*(f"{name}: {word_date(value)} ({value})" for name, value in clocks if value), *one.because],
        **date_entity(one.when),
    })  # fmt: skip
