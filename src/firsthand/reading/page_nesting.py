"""Pages whose elements are nested without end, made flat before a parser sees them.

HTML parsers walk up all open elements at every tag: 100,000 open `<div>`s of 500 KB hold lexbor for 15 s, and lxml
drops what lies deeper than a few hundred without a word. Real pages stay under 100 levels.
"""

import re
from collections.abc import Iterator

MAX_DEPTH = 300
# Possessive: a tag of a megabyte that never ends is tried once, not once for every length of its name.
TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w:\-]*+)[^<>]*+>")
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
# Paragraphs close each other, so that they never nest; they are what we are after.
PARAGRAPH = "p"
RAW_TEXT = frozenset({"script", "style", "textarea", "title"})


def flatten_page(html: str) -> str:
    """`html` without the tags that open or close below MAX_DEPTH levels; the same object when there are none."""
    kept: list[str] = []
    position = depth = 0
    for tag in _find_tags(html):
        is_below = depth > MAX_DEPTH if tag["close"] else depth >= MAX_DEPTH
        depth = max(0, depth - 1) if tag["close"] else depth + 1
        if is_below:
            kept += [html[position : tag.start()], " "]
            position = tag.end()
    return "".join([*kept, html[position:]]) if kept else html


def _find_tags(html: str) -> Iterator[re.Match[str]]:
    """The tags that nest, without what scripts and the like contain."""
    position = 0
    while tag := TAG.search(html, position):
        position = tag.end()
        name = tag["name"].lower()
        if name in RAW_TEXT:
            if not tag["close"]:
                position = _find_close(html, name, position)
        elif name not in VOID and name != PARAGRAPH and not tag.group().endswith("/>"):
            yield tag


def _find_close(html: str, name: str, position: int) -> int:
    """Behind the end tag of raw text, or the end of the page where it is missing."""
    match = re.compile(rf"</{name}", re.IGNORECASE).search(html, position)
    return match.end() if match else len(html)
