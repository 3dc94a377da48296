"""Addresses of our things: permalinks of a server if one is named, else URNs, which need none."""

import json
import re
from urllib.parse import quote, urlsplit

URN = "urn:firsthand:"
WEB_ADDRESS = re.compile(r"https?://[^\s\"<>\\^`{|}\x00-\x20\x7f]+", re.IGNORECASE)


def make_address(base: str | None, kind: str, id: str) -> str:
    """`urn:firsthand:claim:c-1f`, or `http://127.0.0.1:8765/claim/c-1f`; any id gives a valid one."""
    escaped = quote(id, safe="", errors="replace")
    return f"{base.rstrip('/')}/{kind}/{escaped}" if base else f"{URN}{kind}:{escaped}"


def find_web_address(url: str | None) -> str | None:
    """An article's address if it is one of the web; what pages call their address may be anything, also a script."""
    if url is None or not WEB_ADDRESS.fullmatch(url):
        return None
    try:
        return url if urlsplit(url).hostname else None
    except ValueError:  # an unclosed bracket in the host
        return None


def encode_json(value: object) -> bytes:
    """JSON in UTF-8, on one line; a lone surrogate, which UTF-8 has not, becomes a question mark."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
