"""Texts for spreadsheets: whatever a program might take for a formula gets an apostrophe, which can be taken off again.

A spreadsheet runs a cell that begins with =, +, - or @ (`=cmd|' /C calc'!A0` starts a program through DDE), also
behind blanks, and some in full width. A program that splits lines at semicolons, as in much of Europe, tabs or line
ends may see a beginning inside our cell, so those are beginnings too. News begins so seldom: `-5 degrees`, `@name`.
"""

import re

# What NFKC turns into = + - @.
FORMULA = "=+\\-@\u207a\u207b\u207c\u208a\u208b\u208c\u2212\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20"
# Passed over on the way to a formula: quotation marks that a wrong reader strips, apostrophes, blanks and controls.
INSIDE = (
    "\"'\\x00-\\x08\\x0b\\x0c\\x0e-\\x20\\x7f-\\xa0\\xad\u034f\u061c\u115f\u1160\u1680\u180b-\u180f\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uff02\uff07\uffa0\ufff9-\ufffb"
)
SEPARATORS = ";\\t\\r\\n"
# Both hold for a text exactly if they hold for it with apostrophes added: so taking off is exact.
OPENING = f"(?='*[\\t\\r\\n]|[{INSIDE}\\t\\r\\n]*[{FORMULA}])"
INNER = f"(?=[{INSIDE}]*[{FORMULA}])"
PLACES = re.compile(f"\\A{OPENING}|(?<=[{SEPARATORS}]){INNER}")
ADDED = re.compile(f"\\A'{OPENING}|(?<=[{SEPARATORS}])'{INNER}")


def make_inert(text: str) -> str:
    """`text` with an apostrophe before each beginning of what might be a formula."""
    return PLACES.sub("'", text)


def restore(text: str) -> str:
    """The text that `make_inert` was given."""
    return ADDED.sub("", text)
