"""The contract's own forms: records one a line, or all of a corpus as one object (docs/contract.md)."""

from collections.abc import Iterable, Iterator

from firsthand.records import Export, encode
from firsthand.serving.exports.material import Material


def write_lines(material: Material) -> Iterator[bytes]:
    """Whole records, one a line; `firsthand add` takes them back."""
    return (line + b"\n" for line in material.lines())


def write_object(material: Material) -> Iterator[bytes]:
    """The contract's export object, in pieces: a corpus need not fit into memory."""
    return compose_export(material.lines(), material.links)


def compose_export(records: Iterable[bytes], links: Export) -> Iterator[bytes]:
    """The export object around records that are encoded already."""
    head, tail = encode(links).split(b"[]", 1)  # the articles come first, and `links` has none
    yield head + b"["
    for number, record in enumerate(records):
        yield b"," + record if number else record
    yield b"]" + tail + b"\n"
