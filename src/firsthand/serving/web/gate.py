"""Who may come in, and what a browser may do with the answers. Around the whole application: errors pass it too."""

import hmac
import json
import re
from collections.abc import Iterable
from urllib.parse import parse_qs, urlencode

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from firsthand.serving.web.settings import Settings, is_loopback

COOKIE = "firsthand_token"
UNSAFE = frozenset(("POST", "PUT", "PATCH", "DELETE"))
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=()"),
    (b"cache-control", b"no-cache"),
)
HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\[\]:/?#@\\\s]+)(?::\d{1,5})?", re.IGNORECASE)
ORIGIN = re.compile(r"https?://(.+)", re.IGNORECASE)
OWN = frozenset(("same-origin", "none"))  # what browsers say of requests of our pages, and of what a person typed
API = "/api/"
WRONG_HOST = "this address is not served: open the one that `firsthand serve` printed"
WRONG_ORIGIN = "another page sent this: it is not taken"
NO_TOKEN = "a token is needed: open the address that `firsthand serve` printed, or send `Authorization: Bearer TOKEN`"


class Gate:
    """Lets requests through to `app`: of this host (a loopback server is asked by no other name, so that a foreign page
    can't reach it through a name of its own), sent by no other site's page (links may lead here), and with the token.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == ScopeType.HTTP:
            await self._answer(scope, receive, _add_headers(send))
        elif str(scope["type"]) == "lifespan":
            await self.app(scope, receive, send)
        else:  # a socket of the web: there are none
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": ""})

    async def _answer(self, scope: HTTPScope, receive: Receive, send: Send) -> None:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if not self._is_host(headers):
            await _refuse(scope, send, 421, WRONG_HOST)
        elif not is_own(scope["method"], headers):
            await _refuse(scope, send, 403, WRONG_ORIGIN)
        elif self.settings.token and self._is_introduced(scope):
            await self._admit(scope, send)
        elif self.settings.token and not self._has_token(headers):
            await _refuse(scope, send, 401, NO_TOKEN, [(b"www-authenticate", b"Bearer")])
        else:
            await self.app(_read_head_as_get(scope), receive, send)

    def _is_host(self, headers: dict[str, str]) -> bool:
        """Where a token is demanded any name will do, a proxy's too: a page of another name has not got it."""
        host = HOST.fullmatch(headers.get("host", ""))
        if host is None:
            return False
        return bool(self.settings.token) or is_loopback(host[1].strip("[]").rstrip(".").lower())

    def _has_token(self, headers: dict[str, str]) -> bool:
        kind, _, bearer = headers.get("authorization", "").partition(" ")
        given = (bearer.strip() if kind.lower() == "bearer" else "", *_read_cookies(headers.get("cookie", "")))
        return any(self._is_token(token) for token in given)

    def _is_token(self, token: str) -> bool:
        return hmac.compare_digest(token.encode("utf-8", "replace"), self.settings.token.encode())

    def _is_introduced(self, scope: HTTPScope) -> bool:
        """Whether the address is the printed one, with the token in its query."""
        return scope["method"] == "GET" and self._is_token(_read_query(scope).get("token", [""])[-1])

    async def _admit(self, scope: HTTPScope, send: Send) -> None:
        """A cookie keeps the token, and the address is without it from now on."""
        query = {name: values for name, values in _read_query(scope).items() if name != "token"}
        rest = urlencode(query, doseq=True)
        # Only the path: an address that begins with two slashes, of whatever kind, would lead to another host.
        path = b"/" + scope["raw_path"].lstrip(b"/\\")
        cookie = f"{COOKIE}={self.settings.token}; HttpOnly; SameSite=Strict; Path=/"
        headers = [(b"location", path + f"{'?' + rest if rest else ''}".encode()), (b"set-cookie", cookie.encode())]
        await _refuse(scope, send, 303, "", headers)


def is_own(method: str, headers: dict[str, str]) -> bool:
    """Whether no other site's page sent a request: browsers say whose it is; what is no browser says nothing.

    Another site may link to us, and no more: it can't embed what we show, nor make a browser ask for it.
    """
    if headers.get("sec-fetch-site", "none") not in OWN:
        is_link = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        return method not in UNSAFE and is_link
    if method not in UNSAFE or "origin" not in headers:
        return True
    # Under our policy of no referrers browsers send no more than `null` with our own forms, but do say that they are.
    if headers["origin"] == "null":
        return headers.get("sec-fetch-site") == "same-origin"
    origin = ORIGIN.fullmatch(headers["origin"])
    return origin is not None and origin[1].lower() == headers.get("host", "").lower()


def _read_query(scope: HTTPScope) -> dict[str, list[str]]:
    return parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)


def _read_cookies(header: str) -> list[str]:
    """The tokens among the cookies. Other servers on this machine share them: theirs may be of any form."""
    pairs = (part.strip().partition("=") for part in header.split(";"))
    return [value for name, _, value in pairs if name == COOKIE]


def _read_head_as_get(scope: HTTPScope) -> HTTPScope:
    """Whoever asks for the headers alone gets those of the answer; the server leaves the rest out."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope


def _add_headers(send: Send) -> Send:
    async def add(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name.lower() for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(one for one in HEADERS if one[0] not in present)]
        await send(message)

    return add


async def _refuse(
    scope: HTTPScope, send: Send, status: int, words: str, headers: Iterable[tuple[bytes, bytes]] = ()
) -> None:
    is_api = scope["path"].startswith(API) and status >= 400
    body = json.dumps({"status": status, "error": words, "subject": None}) if is_api else words
    kind = b"application/json" if is_api else b"text/plain; charset=utf-8"
    own = [(b"content-type", kind), (b"content-length", str(len(body)).encode()), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": [*own, *headers]})
    await send({"type": "http.response.body", "body": body.encode(), "more_body": False})
