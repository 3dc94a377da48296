"""Exports: the formats, what each is for, and one function that writes any of them.

Material is gathered from a store (`gathering`): all of it, or a story, a claim, an article, an actor, a search.
Nothing heavy is imported before a format that needs it is written.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from firsthand.serving.exports.annotations import write_annotations
from firsthand.serving.exports.brat import write_brat
from firsthand.serving.exports.csv_tables import write_csv
from firsthand.serving.exports.follow_the_money import write_entities
from firsthand.serving.exports.gathering import (
    gather_actor,
    gather_article,
    gather_claim,
    gather_search,
    gather_statements,
    gather_store,
    gather_story,
    hold_story,
)
from firsthand.serving.exports.gexf import write_gexf
from firsthand.serving.exports.material import Material
from firsthand.serving.exports.parquet_tables import write_parquet
from firsthand.serving.exports.records_json import write_lines, write_object
from firsthand.serving.exports.tables import TableName
from firsthand.serving.exports.timelinejs import write_timeline

__all__ = [
    "FORMATS",
    "ExportFormat",
    "Format",
    "Material",
    "Options",
    "TableName",
    "gather_actor",
    "gather_article",
    "gather_claim",
    "gather_search",
    "gather_statements",
    "gather_store",
    "gather_story",
    "hold_story",
    "name_export",
    "write_export",
]


class ExportFormat(StrEnum):
    """What an export may be."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    ANNOTATIONS = "annotations"
    FOLLOWTHEMONEY = "followthemoney"
    TIMELINEJS = "timelinejs"
    GEXF = "gexf"
    BRAT = "brat"


@dataclass(frozen=True)
class Options:
    """What formats may be told: which table (CSV, Parquet), whether CSV begins with a byte order mark, and the
    address of the server whose permalinks annotations are to have (`http://127.0.0.1:8765`; None: URNs).
    """

    table: TableName = TableName.STATEMENTS
    bom: bool = False
    base: str | None = None


@dataclass(frozen=True)
class Format:
    """A format: its name for people, media type, file ending, and one line on what it is for."""

    label: str
    media_type: str
    ending: str
    line: str
    write: Callable[[Material, Options], Iterator[bytes]]
    has_tables: bool = False
    is_binary: bool = False


FORMATS: dict[ExportFormat, Format] = {
    ExportFormat.JSON: Format(
        "JSON", "application/json", "json", "everything as one object, as the contract has it",
        lambda material, _: write_object(material),
    ),
    ExportFormat.JSONL: Format(
        "JSON Lines", "application/jsonl", "jsonl", "whole articles, one a line; `firsthand add` takes them back",
        lambda material, _: write_lines(material),
    ),
    ExportFormat.CSV: Format(
        "CSV", "text/csv; charset=utf-8", "csv", "a table for spreadsheets; what looks like a formula is made inert",
        lambda material, options: write_csv(material, options.table, bom=options.bom), has_tables=True,
    ),
    ExportFormat.PARQUET: Format(
        "Parquet", "application/vnd.apache.parquet", "parquet", "a typed table for data tools",
        lambda material, options: write_parquet(material, options.table), has_tables=True, is_binary=True,
    ),
    ExportFormat.ANNOTATIONS: Format(
        "Web Annotation", 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', "jsonld",
        "each statement pinned to its words, as W3C Web Annotations",
        lambda material, options: write_annotations(material, base=options.base),
    ),
    ExportFormat.FOLLOWTHEMONEY: Format(
        "FollowTheMoney", "application/json+ftm", "ftm.json", "entities and links for investigations (Aleph)",
        lambda material, _: write_entities(material),
    ),
    ExportFormat.TIMELINEJS: Format(
        "TimelineJS", "application/json", "timeline.json", "what happened and what is planned, to show on a page",
        lambda material, _: write_timeline(material),
    ),
    ExportFormat.GEXF: Format(
        "GEXF", "application/gexf+xml", "gexf", "who carries whom, as a graph for Gephi",
        lambda material, _: write_gexf(material),
    ),
    ExportFormat.BRAT: Format(
        "brat", "application/zip", "brat.zip", "texts with their annotations, to view and correct in brat",
        lambda material, _: write_brat(material), is_binary=True,
    ),
}  # fmt: skip


def write_export(material: Material, format: ExportFormat, options: Options = Options()) -> Iterator[bytes]:
    """The export in pieces. What is gathered of a whole store is read meanwhile: stay inside `store.snapshot()`."""
    return FORMATS[format].write(material, options)


def name_export(material: Material, format: ExportFormat, table: TableName = TableName.STATEMENTS) -> str:
    """A name for the file, of plain letters: `firsthand-story-s-1f-statements.csv`."""
    suffix = f"-{table}" if FORMATS[format].has_tables else ""
    return name_file(material.name, FORMATS[format].ending, suffix)


def name_file(about: str, ending: str, suffix: str = "") -> str:
    """The same of anything: `firsthand-story-s-1f.html`."""
    plain = "".join(one if one.isascii() and (one.isalnum() or one in "-_~") else "_" for one in about)[:80]
    return f"firsthand-{plain}{suffix}.{ending}"
