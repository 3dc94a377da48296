"""Bytes → `Article`: plain text, saved pages, JSON Lines; one file for a form."""

from firsthand.reading.inputs import read_inputs, read_stream
from firsthand.reading.json_lines import read_document, read_lines, read_record
from firsthand.reading.pages import read_page
from firsthand.reading.plain_text import read_text

__all__ = ["read_document", "read_inputs", "read_lines", "read_page", "read_record", "read_stream", "read_text"]
