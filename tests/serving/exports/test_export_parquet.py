"""Parquet is read back by pyarrow: types, values, row groups and metadata."""

import io

import pytest
from pyarrow import parquet

from firsthand.serving.exports import Material, TableName, parquet_tables
from firsthand.serving.exports.parquet_tables import write_parquet
from firsthand.serving.exports.tables import TABLES, Cell
from tests.serving.exports.made_material import attack, make_story_material

TYPES = {
    "text": "string", "integer": "int64", "number": "double", "boolean": "bool", "texts": "list<element: string>",
    "spans": "list<element: struct<start: int64, end: int64>>",
}  # fmt: skip


def open_back(material: Material, table: TableName) -> parquet.ParquetFile:
    return parquet.ParquetFile(io.BytesIO(b"".join(write_parquet(material, table))))


def plain(cell: Cell) -> object:
    if isinstance(cell, tuple):
        return [{"start": start, "end": end} for start, end in cell]
    return cell


@pytest.mark.parametrize("table", TableName)
def test_every_table_comes_back(table: TableName) -> None:
    material = make_story_material()
    found = open_back(material, table).read().to_pylist()
    names = [column.name for column in TABLES[table].columns]
    expected = [dict(zip(names, map(plain, row), strict=True)) for row in TABLES[table].load_rows(material)]
    assert found == expected and found


def test_attacks_come_back() -> None:
    for payload, material in attack():
        rows = open_back(material, TableName.CLAIMS).read().to_pylist()
        assert [(row["gist"], row["because"], row["origins_most"]) for row in rows] == [(payload, [payload], 2)]


@pytest.mark.parametrize("table", TableName)
def test_columns_have_types(table: TableName) -> None:
    schema = open_back(make_story_material(), table).schema_arrow
    kinds = [str(column.kind) for column in TABLES[table].columns]
    assert [str(field.type).replace("item", "element") for field in schema] == [TYPES[kind] for kind in kinds]
    assert schema.metadata[b"firsthand.schema"] == b"1" and schema.metadata[b"firsthand.table"] == table.encode()


def test_rows_come_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_tables, "ROWS", 3)
    pieces = list(write_parquet(make_story_material()))
    assert len(pieces) == 4 and all(pieces)  # 8 statements, and the foot
    assert parquet.ParquetFile(io.BytesIO(b"".join(pieces))).num_row_groups == 3


def test_a_table_without_rows_is_a_file() -> None:
    empty = Material("store", "", lambda: iter(()))
    assert open_back(empty, TableName.STATEMENTS).read().num_rows == 0
