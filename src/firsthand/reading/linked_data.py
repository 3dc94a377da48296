"""What a page's JSON-LD says about its article."""

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

MAX_DEPTH = 8
MAX_NODES = 2_000
ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "Reportage", "LiveBlogPosting")
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
# Comment and CDATA marks around the JSON. Possessive blanks: a script may hold a megabyte of them.
WRAPPING = re.compile(
    r"^\s*+(?://\s*+)?<!(?:--|\[CDATA\[)|(?://\s*+)?(?:-->|\]\]>)\s*+;?\s*+$|^\s*+;|;\s*+$"
)


def find_linked_article(tree: LexborHTMLParser) -> dict[str, Any]:
    """The first JSON-LD object of the page that is an article, best one with a headline; empty when there is none."""
    found = [
        node
        for script in tree.css('script[type*="ld+json"]')[:50]
        for node in _walk(_parse(script.text() or ""))
        if _is_article(node)
    ]
    return next((node for node in found if node.get("headline")), found[0] if found else {})


def list_names(value: object) -> list[str]:
    """The names in a JSON-LD person or organisation, a list of them, or plain strings."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return list_names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value[:50] for name in list_names(item) if not isinstance(item, list)]
    return []


def _parse(script: str) -> object:
    for attempt in (script, TRAILING_COMMA.sub("", WRAPPING.sub("", script))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(root: object) -> Iterator[dict[str, Any]]:
    queue: list[tuple[object, int]] = [(root, 0)]
    for value, depth in queue:  # grows while it is read: breadth first, so that the page's own object comes first
        if isinstance(value, dict):
            yield value
        children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if depth < MAX_DEPTH and len(queue) < MAX_NODES:
            queue += [(child, depth + 1) for child in children if isinstance(child, (dict, list))]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(str(kind).endswith(ARTICLE_TYPES) for kind in (kinds if isinstance(kinds, list) else [kinds]))
