"""Other newsrooms' habits, imposed on training texts: quotation marks of all kinds, marks left out, hyphens for dashes.

Every function gives the new text with, for each of its characters, the index of the character that it came from.
"""

import random
import re

MARK = re.compile(r"[“”\"]|''|``")
STYLES = (("“", "”"), ('"', '"'), ("«", "»"), ("``", "''"), ("''", "''"), ("‘", "’"), ("„", "“"), ("“", '"'))
STYLE_WEIGHTS = (4, 8, 2, 1, 2, 3, 1, 1)


def augment(text: str, generator: random.Random) -> tuple[str, list[int]]:
    """`text` as another newsroom might have printed it, and where each character came from."""
    edits: dict[int, tuple[int, str]] = {}
    if generator.random() < 0.5:
        edits |= restyle_quotations(text, generator)
    if generator.random() < 0.25:
        edits |= drop_marks(text, generator)
    if generator.random() < 0.15:
        edits |= {m.start(): (m.end(), " - ") for m in re.finditer(r"\s?[—–]\s?", text)}
    return apply_edits(text, edits)


def restyle_quotations(text: str, generator: random.Random) -> dict[int, tuple[int, str]]:
    """All double marks in one other style."""
    opening, closing = generator.choices(STYLES, STYLE_WEIGHTS)[0]
    edits = {}
    for match in MARK.finditer(text):
        before = text[match.start() - 1 : match.start()]
        opens = match.group() in ("“", "``") or (match.group() != "”" and (not before or before in " \n\t\xa0([—–"))
        edits[match.start()] = (match.end(), opening if opens else closing)
    return edits


def drop_marks(text: str, generator: random.Random) -> dict[int, tuple[int, str]]:
    """A tenth of the closing marks forgotten; rarely an opening one."""
    edits = {}
    for match in MARK.finditer(text):
        before = text[match.start() - 1 : match.start()]
        opens = not before or before.isspace()
        if generator.random() < (0.02 if opens else 0.12):
            edits[match.start()] = (match.end(), "")
    return edits


def apply_edits(text: str, edits: dict[int, tuple[int, str]]) -> tuple[str, list[int]]:
    """`text` with each {start: (end, replacement)} carried out."""
    parts: list[str] = []
    origin: list[int] = []
    at = 0
    for start in sorted(edits):
        end, replacement = edits[start]
        if start < at:
            continue
        parts += (text[at:start], replacement)
        origin += range(at, start)
        origin += [start] * len(replacement)
        at = end
    parts.append(text[at:])
    origin += range(at, len(text))
    return "".join(parts), origin
