"""Parquet: typed columns, a row group for every few thousand rows, our schema's version in the file's metadata."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from firsthand.records import SCHEMA
from firsthand.serving.exports.material import Material
from firsthand.serving.exports.outflow import Outflow
from firsthand.serving.exports.tables import TABLES, Cell, CellKind, Row, Table, TableName

if TYPE_CHECKING:
    import pyarrow

ROWS = 5_000  # a row group; at some 2 kB a row


def write_parquet(material: Material, table: TableName = TableName.STATEMENTS) -> Iterator[bytes]:
    """One table, in pieces of a row group each. Dates are texts: EDTF and TIMEX3 values are no calendar days."""
    import pyarrow  # late: it takes a quarter of a second to load
    from pyarrow import parquet

    chosen = TABLES[table]
    schema = _make_schema(chosen, table)
    rows = chosen.load_rows(material)
    output = Outflow()
    with parquet.ParquetWriter(output, schema, compression="zstd") as writer:
        while group := list(islice(rows, ROWS)):
            writer.write_table(pyarrow.Table.from_arrays(_turn(chosen, group, schema), schema=schema))
            yield output.take()
    yield output.take()


def _make_schema(chosen: Table, table: TableName) -> "pyarrow.Schema":
    import pyarrow

    types = {
        CellKind.TEXT: pyarrow.string(),
        CellKind.INTEGER: pyarrow.int64(),
        CellKind.NUMBER: pyarrow.float64(),
        CellKind.BOOLEAN: pyarrow.bool_(),
        CellKind.TEXTS: pyarrow.list_(pyarrow.string()),
        CellKind.SPANS: pyarrow.list_(pyarrow.struct([("start", pyarrow.int64()), ("end", pyarrow.int64())])),
    }
    metadata = {"firsthand.schema": str(SCHEMA), "firsthand.table": str(table)}
    return pyarrow.schema([(column.name, types[column.kind]) for column in chosen.columns], metadata=metadata)


def _turn(chosen: Table, rows: Sequence[Row], schema: "pyarrow.Schema") -> "list[pyarrow.Array]":
    """Rows as columns."""
    import pyarrow

    columns = zip(*rows, strict=True)
    return [
        pyarrow.array([_convert(cell, column.kind) for cell in cells], type=field.type)
        for column, cells, field in zip(chosen.columns, columns, schema, strict=True)
    ]


def _convert(cell: Cell, kind: CellKind) -> object:
    if isinstance(cell, str):
        return _mend(cell)
    if kind is CellKind.SPANS and isinstance(cell, tuple):
        return [{"start": start, "end": end} for start, end in cell]
    return [_mend(str(one)) for one in cell] if isinstance(cell, list) else cell


def _mend(text: str) -> str:
    """Without lone surrogates, which UTF-8 has not; an enum's member as its plain text."""
    return text.encode("utf-8", "replace").decode("utf-8")
