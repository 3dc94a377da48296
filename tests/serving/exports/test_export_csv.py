"""CSV is read back by Python's own reader, and every value is what it was."""

import csv
import io
import json

import pytest

from firsthand.serving.exports import Material, TableName
from firsthand.serving.exports.cells import restore
from firsthand.serving.exports.csv_tables import BOM, write_csv, write_rows
from firsthand.serving.exports.tables import TABLES, Cell, CellKind
from tests.serving.exports.made_material import attack, make_story_material
from tests.serving.exports.test_export_cells import DANGEROUS


def read_back(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def parse(cell: str, kind: CellKind) -> object:
    text = restore(cell)
    match kind:
        case CellKind.TEXTS | CellKind.SPANS:
            return json.loads(text)
        case CellKind.BOOLEAN:
            return {"true": True, "false": False}[text]
        case CellKind.INTEGER | CellKind.NUMBER:
            return float(text)
    return text


def plain(cell: Cell, kind: CellKind) -> object:
    if kind in (CellKind.TEXTS, CellKind.SPANS):
        return json.loads(json.dumps(cell))
    return "" if cell is None else str(cell) if kind is CellKind.TEXT else cell


def check_round_trip(material: Material, table: TableName) -> int:
    header, *rows = read_back(b"".join(write_csv(material, table)))
    columns = TABLES[table].columns
    assert header == [column.name for column in columns]
    expected = list(TABLES[table].load_rows(material))
    assert len(rows) == len(expected)
    for row, cells in zip(rows, expected, strict=True):
        for text, cell, column in zip(row, cells, columns, strict=True):
            assert parse(text, column.kind) == plain(cell, column.kind)
    return len(rows)


@pytest.mark.parametrize("table", TableName)
def test_every_table_comes_back(table: TableName) -> None:
    assert check_round_trip(make_story_material(), table) > 0


@pytest.mark.parametrize("table", [TableName.STATEMENTS, TableName.CLAIMS, TableName.ARTICLES, TableName.TIMELINE])
def test_attacks_come_back_as_text(table: TableName) -> None:
    for _, material in attack():
        assert check_round_trip(material, table) > 0


def test_no_cell_begins_a_formula() -> None:
    data = b"".join(write_rows([(payload, 5, -3, 0.25, None) for payload in DANGEROUS]))
    rows = read_back(data)
    assert [restore(row[0]) for row in rows] == list(DANGEROUS)
    assert all(row[0].lstrip(" \t\r\n")[:1] not in tuple("=+-@") for row in rows)
    assert all(row[1:] == ["5", "-3", "0.25", ""] for row in rows)  # numbers of ours are numbers


def test_a_statement_is_in_words_and_in_offsets() -> None:
    header, *rows = read_back(b"".join(write_csv(make_story_material())))
    retold = next(row for row in (dict(zip(header, row, strict=True)) for row in rows) if row["statement"] == "m3:1")
    assert retold["source"] == "The Courier" and json.loads(retold["source_spans"]) == [[0, 11]]
    assert (retold["speaker"], retold["speaker_id"]) == ("Moravel Courier", "a-courier")
    assert retold["chain"] == "Quay Radio ← Harbour Post (inferred) ← Moravel Courier ← anonymous source (inferred)"
    assert (retold["act"], retold["confidence"], retold["anonymous"]) == ("report", "0.9", "false")
    assert json.loads(retold["claims"]) == ["c-1111111111"] and retold["story"] == "s-0123456789"


def test_lines_end_as_the_standard_says_and_a_mark_may_come_first() -> None:
    data = b"".join(write_csv(make_story_material(), TableName.ACTORS, bom=True))
    assert data.startswith(BOM + b"actor,name,") and data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 6


def test_a_lone_surrogate_does_not_stop_it() -> None:
    assert b"".join(write_rows([("a\ud800b",)])) == b"a?b\r\n"
