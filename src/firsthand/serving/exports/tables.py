"""The tables that CSV and Parquet hold: their columns with types and meanings, and their rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from firsthand.records import Annotations, Claim, Copy, Origin, Relation, Spans, Statement, TimelineEntry, evidence
from firsthand.serving.exports.material import Material, name_outlet, name_speaker, word_chain
from firsthand.serving.report_claim import name_source
from firsthand.serving.report_header import find_title
from firsthand.serving.report_voices import name_actor
from firsthand.serving.story_figures import find_bounds

Cell = str | int | float | bool | list[str] | Spans | None
Row = tuple[Cell, ...]


class TableName(StrEnum):
    """What a table has a row for."""

    STATEMENTS = "statements"
    CLAIMS = "claims"
    ORIGINS = "origins"
    ARTICLES = "articles"
    ACTORS = "actors"
    COPIES = "copies"
    RELATIONS = "relations"
    TIMELINE = "timeline"


class CellKind(StrEnum):
    """What a column holds. Any cell may be empty, but lists and spans are empty lists then."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    TEXTS = "texts"
    SPANS = "spans"


@dataclass(frozen=True)
class Column:
    """A column; spans are pairs of code points in the article's text, as in the contract."""

    name: str
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True)
class Table:
    """A table: its columns, and what makes its rows."""

    columns: tuple[Column, ...]
    load_rows: Callable[[Material], Iterator[Row]]


def _columns(words: str) -> tuple[Column, ...]:
    """`name`, `articles:integer`: text is what goes without saying."""
    pairs = (word.partition(":") for word in words.split())
    return tuple(Column(name, CellKind(kind or CellKind.TEXT)) for name, _, kind in pairs)


def _load_statements(material: Material) -> Iterator[Row]:
    return (_make_statement(material, one, record) for one, record in material.load_statements())


def _make_statement(material: Material, one: Statement, record: Annotations) -> Row:
    article, actors = record.article, material.actors
    claims = [claim.id for claim in material.claims_by_statement.get(one.id, ())]
    return (
        one.id, name_speaker(one, record, actors), one.speaker, one.anonymous,
        *(evidence(article.text, spans) for spans in (one.source, one.cue, one.content, one.covers)),
        one.act, one.status, one.form, one.medium, one.said_on, article.published,
        word_chain(one, record, actors), [hop.actor or "" for hop in one.chain],
        claims, article.id, name_outlet(record, actors), article.url, find_title(record.article),
        material.stories_by_article.get(article.id), one.within, one.background, one.confidence, list(one.flags),
        one.source, one.cue, one.content, one.covers,
    )  # fmt: skip


def _load_claims(material: Material) -> Iterator[Row]:
    return (_make_claim(material, claim) for claim in material.links.claims)


def _make_claim(material: Material, one: Claim) -> Row:
    least, most = find_bounds(one.independent_origins)
    names = "; ".join(dict.fromkeys(_name_origin(material, origin) for origin in one.origins))
    return (
        one.id, one.gist, one.status, least, most, names, one.articles, len(one.statements), one.first_seen,
        one.anonymous_only, one.story, list(one.because), list(one.statements),
    )  # fmt: skip


def _name_origin(material: Material, one: Origin) -> str:
    """Whom a claim goes back to: `Ana Reyes`, `two officials (anonymous), through Herald`."""
    name = name_source(material.actors, one)
    return name if one.actor is not None else f"{name}, through {name_actor(material.actors, one.outlet)}"


def _load_origins(material: Material) -> Iterator[Row]:
    return (_make_origin(material, claim, one) for claim in material.links.claims for one in claim.origins)


def _make_origin(material: Material, claim: Claim, one: Origin) -> Row:
    name = name_actor(material.actors, one.actor) if one.actor is not None else one.description
    return (
        one.id, claim.id, name, one.actor, one.actor is None or bool(one.description),
        name_actor(material.actors, one.outlet), one.outlet,
        one.certainty, one.statement, list(one.because),
    )  # fmt: skip


def _load_articles(material: Material) -> Iterator[Row]:
    return (_make_article(material, record) for record in material.load_records())


def _make_article(material: Material, record: Annotations) -> Row:
    one = record.article
    return (
        one.id, find_title(record.article), name_outlet(record, material.actors), one.published, one.url,
        list(one.authors), one.language, material.stories_by_article.get(one.id), len(record.statements),
        len(one.text), list(one.flags),
    )  # fmt: skip


def _load_actors(material: Material) -> Iterator[Row]:
    return (
        (one.id, one.name, one.kind, list(one.roles), list(dict.fromkeys(one.aliases)))
        for one in material.load_actors()
    )


def _load_copies(material: Material) -> Iterator[Row]:
    return (_make_copy(one) for one in material.links.copies)


def _make_copy(one: Copy) -> Row:
    passages = [tuple(pair[side] for pair in one.evidence) for side in (0, 1)]
    return (one.article, one.of, one.kind, one.overlap, one.certainty, list(one.because), *passages)


def _load_relations(material: Material) -> Iterator[Row]:
    gists = {claim.id: claim.gist for claim in material.links.claims}
    return (_make_relation(gists, one) for one in material.links.relations)


def _make_relation(gists: dict[str, str], one: Relation) -> Row:
    return (one.source, one.kind, one.target, gists.get(one.source), gists.get(one.target), list(one.because))


def _load_timeline(material: Material) -> Iterator[Row]:
    return (_make_entry(one) for one in material.links.timeline)


def _make_entry(one: TimelineEntry) -> Row:
    return (one.when, one.said, one.reported, one.what, one.status, one.statement, one.story, list(one.because))


TABLES: dict[TableName, Table] = {
    TableName.STATEMENTS: Table(
        _columns("""statement speaker speaker_id anonymous:boolean source cue content covers act status form medium
                    said_on published chain chain_ids:texts claims:texts article outlet url title story within
                    background:boolean confidence:number flags:texts
                    source_spans:spans cue_spans:spans content_spans:spans covers_spans:spans"""),
        _load_statements,
    ),
    TableName.CLAIMS: Table(
        _columns("""claim gist status origins_least:integer origins_most:integer origin_names articles:integer
                    statements:integer first_seen anonymous_only:boolean story because:texts statement_ids:texts"""),
        _load_claims,
    ),
    TableName.ORIGINS: Table(
        _columns("origin claim name actor anonymous:boolean outlet outlet_id certainty statement because:texts"),
        _load_origins,
    ),
    TableName.ARTICLES: Table(
        _columns("""article title outlet published url authors:texts language story statements:integer
                    characters:integer flags:texts"""),
        _load_articles,
    ),
    TableName.ACTORS: Table(_columns("actor name kind roles:texts aliases:texts"), _load_actors),
    TableName.COPIES: Table(
        _columns("article of kind overlap:number certainty because:texts spans:spans spans_of:spans"), _load_copies
    ),
    TableName.RELATIONS: Table(_columns("from kind to from_gist to_gist because:texts"), _load_relations),
    TableName.TIMELINE: Table(_columns("when said reported what status statement story because:texts"), _load_timeline),
}  # fmt: skip
