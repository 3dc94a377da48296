"""The second stage of linking: one story's articles in, its copies, claims, origins, relations and timeline out."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import msgspec
import numpy as np

from firsthand.corrections import correct_record
from firsthand.linking.bodies import find_bodies
from firsthand.linking.cards import Card
from firsthand.linking.claims.assertions import find_assertions
from firsthand.linking.claims.comparison import ClaimModel, load_model, make_scene
from firsthand.linking.claims.gists import write_gist
from firsthand.linking.claims.grouping import ClaimGroup, group_claims
from firsthand.linking.copies import find_copies
from firsthand.linking.deciding import concerns, make_corrections
from firsthand.linking.entries import Entry, Material, Vectors, canonical_order
from firsthand.linking.origins import Ground, OriginFinding, find_origins
from firsthand.linking.relations import read_claims, relate_views, trace_positions
from firsthand.linking.stories.titles import make_title
from firsthand.linking.timeline import make_timeline
from firsthand.records import (
    Actor,
    Annotations,
    Claim,
    ClaimStatus,
    Correction,
    Judgement,
    JudgementKind,
    Relation,
    RelationKind,
    Statement,
    Step,
    Story,
    StoryLinks,
    rename_actors,
)
from firsthand.text.sentences import split_sentences

VERSION = "3"  # to be raised whenever the same articles give other links
Settle = Callable[[Sequence[Sequence[str]]], Sequence[str]]
NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Part:
    """One article of a story, with the names by which the corpus knows its actors."""

    record: Annotations
    vectors: bytes | None
    renamed: Mapping[str, str]


def make_key(
    articles: Sequence[str],
    cards: Mapping[str, Card],
    renamed: Mapping[str, Mapping[str, str]],
    actors: Mapping[str, Actor],
    judgements: Sequence[Judgement],
    model: ClaimModel,
    speakers: Mapping[str, str] = NOBODY,
) -> str:
    """What a story's links depend on, as one hash: as long as it stays, they need not be made again."""
    wanted = frozenset(articles)
    own = [one for one in judgements if concerns(one, wanted)]
    anchors = {one.right_anchor for one in own if one.kind is JudgementKind.SPEAKER}
    spoken = sorted((anchor, speakers[anchor]) for anchor in anchors if anchor in speakers)
    used = sorted({id for id in articles for id in renamed.get(id, {}).values()} | {id for _, id in spoken})
    content = (
        VERSION,
        [(id, cards[id].digest, sorted(renamed.get(id, {}).items())) for id in articles],
        [(id, actors[id].name, actors[id].kind) for id in used],
        own,
        spoken,
        model,
    )
    return hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:32]


def link_story(
    id: str,
    parts: Sequence[Part],
    actors: Mapping[str, Actor],
    settle: Settle,
    judgements: Sequence[Judgement] = (),
    model: ClaimModel | None = None,
    speakers: Mapping[str, str] = NOBODY,
) -> StoryLinks:
    """All that can be said of one story; a function of the set of its parts.

    Args:
        id: the story's.
        parts: its articles, in any order.
        actors: the corpus actors that `renamed` leads to, by id; others do no harm.
        settle: gives the ids of claims, from the ids of each one's propositions and statements (`name_members`).
        judgements: those in force, in the order in which they were given; others' than this story's do no harm.
        model: the weights of the comparison of claims; those of the package by default.
        speakers: the corpus actor of each anchor of whom judgements say that he speaks; `actors` has them, too.
    """
    model = model or load_model()
    renamed = {part.record.article.id: dict(part.renamed) for part in parts}
    corrections = make_corrections([part.record for part in parts], renamed, judgements, speakers)
    material = gather(parts, actors, corrections)
    material = replace(material, copies=find_copies(material, judgements))
    material, groups, assertions = find_claims(material, model, judgements)
    ids = settle(name_members(groups))
    ground = Ground(material)
    findings = [find_origins(group.statements, material, judgements, ground) for group in groups]
    claims = [
        make_claim(claim, group, id, finding) for claim, group, finding in zip(ids, groups, findings, strict=True)
    ]
    views = read_claims(claims, material)
    relations = relate_views(views)
    claims = mark_disputed(claims, relations)
    return StoryLinks(
        story=Story(id, make_title(material.entries), tuple(entry.id for entry in material.entries)),
        actors=tuple(material.actors[one] for one in sorted(material.actors)),
        renamed=renamed,
        assertions=assertions,
        copies=material.copies,
        claims=tuple(claims),
        relations=relations,
        timeline=tuple(msgspec.structs.replace(entry, story=id) for entry in make_timeline(claims, material)),
        positions=trace_positions(views, relations),
        steps={claim: make_steps(one, material) for claim, one in zip(ids, findings, strict=True)},
        corrections=corrections,
    )


def gather(parts: Sequence[Part], actors: Mapping[str, Actor], corrections: Sequence[Correction] = ()) -> Material:
    """The parts as entries in canonical order, on the corpus actors as the parts know them, corrected by people."""
    ordered = sorted(parts, key=lambda part: canonical_order(part.record.article))
    portraits = portray(ordered, actors)
    for id in {one.speaker for one in corrections if one.speaker is not None} - portraits.keys():
        # Of somebody from other stories only what the key of this one depends on.
        portraits[id] = Actor(id, actors[id].name, actors[id].kind)
    entries = (make_entry(part, portraits, corrections) for part in ordered)
    struck = frozenset(one.statement for one in corrections if not one.is_statement)
    return Material(tuple(entries), portraits, struck=struck)


def make_entry(part: Part, actors: Mapping[str, Actor], corrections: Sequence[Correction] = ()) -> Entry:
    """One article on corpus actors, corrected; its vectors follow its statements."""
    record = rename_actors(part.record, part.renamed, actors)
    vectors = read_vectors(record, part.vectors)
    corrected = correct_record(record, corrections, actors)
    kept = {one.id for one in corrected.statements}
    removed = tuple(one for one in record.statements if one.id not in kept)
    if vectors is not None and removed:
        first = len(vectors) - len(record.statements)
        rows = [first + number for number, one in enumerate(record.statements) if one.id not in kept]
        vectors = np.delete(vectors, rows, axis=0)
    return Entry(corrected, vectors, removed)


def portray(parts: Sequence[Part], actors: Mapping[str, Actor]) -> dict[str, Actor]:
    """The corpus actors of these articles: name and kind from the corpus, other forms and roles from the articles.

    So a story need not be linked again where an actor is called otherwise in another one.
    """
    forms: dict[str, dict[str, None]] = {}
    roles: dict[str, dict[str, None]] = {}
    for part in parts:
        for own in part.record.actors:
            id = part.renamed.get(own.id)
            if id is not None:
                forms.setdefault(id, {}).update(dict.fromkeys((own.name, *own.aliases)))
                roles.setdefault(id, {}).update(dict.fromkeys(own.roles))
    return {
        id: msgspec.structs.replace(
            actors[id], aliases=tuple(form for form in found if form != actors[id].name), roles=tuple(roles[id])
        )
        for id, found in forms.items()
    }


def read_vectors(record: Annotations, vectors: bytes | None) -> Vectors | None:
    """The vectors of a record, a row for each sentence and statement; None where they don't fit the record."""
    rows = len(split_sentences(record.article.text)) + len(record.statements)
    if not vectors or not rows or len(vectors) % rows:
        return None
    return np.frombuffer(vectors, np.int8).reshape(rows, -1)


def find_claims(
    material: Material, model: ClaimModel, judgements: Sequence[Judgement]
) -> tuple[Material, tuple[ClaimGroup, ...], dict[str, tuple[Statement, ...]]]:
    """The claims of a story, with its publishers' own assertions added to the material and by article."""
    bodies = find_bodies(Ground(material))
    groups = group_claims(material, model, bodies, judgements)
    propositions = [one for group in groups for one in group.propositions]
    groups = find_assertions(groups, material, make_scene(material, propositions, bodies), model)
    added: dict[str, dict[str, Statement]] = {}
    for one in (one for group in groups for one in group.propositions):
        if not one.statement.cue and one.statement.id not in material.statements:
            added.setdefault(one.entry.id, {})[one.statement.id] = one.statement
    assertions = {id: tuple(found[one] for one in sorted(found)) for id, found in added.items()}
    entries = tuple(add_statements(entry, assertions.get(entry.id, ())) for entry in material.entries)
    return replace(material, entries=entries), groups, assertions


def name_members(groups: Sequence[ClaimGroup]) -> list[tuple[str, ...]]:
    """What the ids of claims are given for: the propositions of each, and the statements that have their first claim
    in it. A claim that was shown for a sentence of a statement is followed by the statement where that is shown no
    more, since another sentence has found company.
    """
    named: set[str] = set()
    found = []
    for group in groups:
        new = [id for id in group.statements if id not in named]
        named.update(new)
        found.append((*group.anchors, *new))
    return found


def add_statements(entry: Entry, statements: Sequence[Statement]) -> Entry:
    """An article with further statements behind its own."""
    if not statements:
        return entry
    record = entry.record
    return replace(entry, record=msgspec.structs.replace(record, statements=(*record.statements, *statements)))


def make_claim(id: str, group: ClaimGroup, story: str, finding: OriginFinding) -> Claim:
    """A claim's record. Whether it is disputed is seen later, from its relations."""
    count = finding.independent_origins
    least = count if isinstance(count, int) else count[0]
    return Claim(
        id=id,
        gist=write_gist(group.propositions),
        statements=group.statements,
        origins=finding.origins,
        independent_origins=count,
        articles=len({one.entry.id for one in group.propositions}),
        first_seen=finding.first_seen,
        anonymous_only=finding.anonymous_only,
        status=ClaimStatus.CORROBORATED if least > 1 else ClaimStatus.SINGLE_ORIGIN,
        story=story,
        because=finding.because,
    )


def make_steps(finding: OriginFinding, material: Material) -> tuple[Step, ...]:
    """The evidence for a claim's number of origins; a step that a statement shows has its article too."""
    articles = material.entry_of
    return tuple(
        Step(text, place, articles[place].id) if place in articles else Step(text, None, place or None)
        for text, place in finding.steps
    )


def mark_disputed(claims: Sequence[Claim], relations: Sequence[Relation]) -> list[Claim]:
    """The claims, those that are denied or contradicted, or that deny and contradict, as disputed."""
    opposed = {RelationKind.DENIES, RelationKind.CONTRADICTS}
    disputed = {id for one in relations if one.kind in opposed for id in (one.source, one.target)}
    return [
        msgspec.structs.replace(claim, status=ClaimStatus.DISPUTED) if claim.id in disputed else claim
        for claim in claims
    ]
