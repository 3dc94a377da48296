"""Ids of articles and statements in addresses: the user's own, with slashes, blanks or anything in them."""

from urllib.parse import unquote_to_bytes

from firsthand.serving.web.desk import Asked


def read_id(request: Asked, prefix: str, routed: str) -> str:
    """The id behind `prefix` in the address, as it was quoted.

    `routed` is what the router makes of it, where slashes get lost; it serves if the server has no raw address.
    """
    raw: bytes = request.scope.get("raw_path") or b""
    if not raw.startswith(prefix.encode()):
        return routed.removeprefix("/")
    return unquote_to_bytes(raw.removeprefix(prefix.encode())).decode("utf-8", "replace")
