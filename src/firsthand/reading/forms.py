"""Which form an input has: by the suffix of its name, or by how it begins."""

import re
from enum import StrEnum
from pathlib import PurePath


class InputForm(StrEnum):
    """The forms that an input may have."""

    TEXT = "text"
    PAGE = "page"
    LINES = "lines"
    JSON = "json"


SUFFIXES = {
    ".txt": InputForm.TEXT,
    ".text": InputForm.TEXT,
    ".md": InputForm.TEXT,
    ".html": InputForm.PAGE,
    ".htm": InputForm.PAGE,
    ".xhtml": InputForm.PAGE,
    ".jsonl": InputForm.LINES,
    ".ndjson": InputForm.LINES,
    ".json": InputForm.JSON,
}
# Companions of saved pages: text by their bytes, and no articles. Given by name, they are read all the same.
COMPANION_SUFFIXES = frozenset({".css", ".js", ".mjs", ".map", ".svg", ".py", ".sh", ".toml", ".yaml", ".yml", ".lock"})
SNIFF_BYTES = 4_096
GZIP_MAGIC = b"\x1f\x8b"
PAGE_START = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
JSON_START = re.compile(rb"(?:\{\s*(?:\"|\}|$)|\[\s*(?:\{|\]\s*$))")


def name_form(name: str) -> InputForm | None:
    """The form that a file's name promises, `.gz` aside; None for an unknown suffix."""
    path = PurePath(name.lower())
    suffix = PurePath(path.stem).suffix if path.suffix == ".gz" else path.suffix
    return SUFFIXES.get(suffix)


def sniff_form(head: bytes) -> InputForm:
    """The form that the first bytes of an input show, byte order marks and the zeros of UTF-16 aside."""
    start = head[:SNIFF_BYTES].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"").lstrip()
    if start.startswith(b"<") and PAGE_START.search(start):
        return InputForm.PAGE
    return InputForm.JSON if JSON_START.match(start) else InputForm.TEXT


def is_companion(name: str) -> bool:
    """Whether a file in a folder belongs to a saved page or a program, and is no article."""
    return PurePath(name.lower()).suffix in COMPANION_SUFFIXES
