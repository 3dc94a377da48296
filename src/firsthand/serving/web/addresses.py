"""Addresses of pages: put together of what is asked for, and where that is found now."""

from collections.abc import Mapping
from urllib.parse import urlencode

from litestar.response import Redirect

from firsthand.serving.web.desk import Asked


def compose_address(path: str, asked: Mapping[str, str]) -> str:
    """A page's address with what is asked for, what is empty left out; it ends in ? or &, for more to follow."""
    given = {name: value for name, value in asked.items() if value}
    return f"{path}?{urlencode(given, errors='replace')}{'&' if given else ''}"


def lead_on(request: Asked, path: str) -> Redirect:
    """The way to where something is found now, for all that was asked of it: a page of a list stays that page."""
    query = request.url.query
    return Redirect(f"{path}?{query}" if query else path)
