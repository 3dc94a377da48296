"""Ids for articles that bring none."""

import hashlib


def make_id(text: str, url: str | None, publisher: str | None, published: str | None) -> str:
    """Sixteen hexadecimal digits, the same for the same text from the same place, on every machine."""
    place = url or f"{publisher or ''}\x1f{published or ''}"
    return hashlib.sha256(f"{place}\x1f{text}".encode()).hexdigest()[:16]
