"""CSV as in RFC 4180: commas, CRLF, UTF-8. Texts are made inert (`cells`); lists and spans are JSON in a cell."""

import csv
import json
from collections.abc import Iterable, Iterator

from firsthand.serving.exports.cells import make_inert
from firsthand.serving.exports.material import Material
from firsthand.serving.exports.tables import TABLES, Cell, Row, TableName

BOM = b"\xef\xbb\xbf"  # without it, some spreadsheets read UTF-8 as something else
ROWS = 200  # a piece of output


class _Lines(list[str]):
    """Takes what the csv module writes."""

    def write(self, line: str) -> None:
        self.append(line)

    def take(self) -> bytes:
        """What was written since, in bytes; a lone surrogate, which UTF-8 has not, becomes a question mark."""
        data = "".join(self).encode("utf-8", "replace")
        self.clear()
        return data


def write_csv(material: Material, table: TableName = TableName.STATEMENTS, *, bom: bool = False) -> Iterator[bytes]:
    """One table with a header line, in pieces."""
    chosen = TABLES[table]
    yield BOM if bom else b""
    yield from write_rows([tuple(column.name for column in chosen.columns)])
    yield from write_rows(chosen.load_rows(material))


def write_rows(rows: Iterable[Row]) -> Iterator[bytes]:
    """Rows as CSV, in pieces."""
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    for number, row in enumerate(rows, start=1):
        writer.writerow([_word_cell(cell) for cell in row])
        if number % ROWS == 0:
            yield lines.take()
    yield lines.take()


def _word_cell(cell: Cell) -> str | int | float:
    """Numbers stay numbers; True is `true`."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return cell
    return make_inert(str(cell) if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False))
