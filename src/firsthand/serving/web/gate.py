"""Who may come in, and what a browser may do with the answers. Around the whole application: errors pass it too."""

import hmac
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode, urlsplit

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
)
WRONG_HOST = "this address is not served: open the one that `firsthand serve` printed"
WRONG_ORIGIN = "another page sent this: it is not taken"
NO_TOKEN = "a token is needed: open the address that `firsthand serve` printed, or send `Authorization: Bearer TOKEN`"


class Gate:
    """Lets requests through to `app`: of this host (a loopback server is asked by no other name, so that a foreign page
    can't reach it through a name of its own), from this origin where something is changed, and with the token.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != ScopeType.HTTP:
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        guarded = _add_headers(send)
        if not self._is_host(headers):
            await _refuse(guarded, 421, WRONG_HOST)
        elif scope["method"] in UNSAFE and not is_same_origin(headers):
            await _refuse(guarded, 403, WRONG_ORIGIN)
        elif self.settings.token and not self._has_token(headers):
            await self._ask_for_token(scope, guarded)
        else:
            await self.app(scope, receive, guarded)

    def _is_host(self, headers: dict[str, str]) -> bool:
        """A server that others can reach may have any name; its token keeps strangers out."""
        host = urlsplit(f"//{headers.get('host', '')}").hostname or ""
        return is_loopback(host) or not is_loopback(self.settings.host)

    def _has_token(self, headers: dict[str, str]) -> bool:
        kind, _, bearer = headers.get("authorization", "").partition(" ")
        given = (bearer if kind.lower() == "bearer" else "", _read_cookie(headers.get("cookie", "")))
        return any(self._is_token(token) for token in given)

    def _is_token(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(), self.settings.token.encode())

    async def _ask_for_token(self, scope: HTTPScope, send: Send) -> None:
        """The printed address has the token in its query once; a cookie keeps it, and the address is without it."""
        query = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if scope["method"] != "GET" or not self._is_token(query.pop("token", [""])[0]):
            await _refuse(send, 401, NO_TOKEN, [(b"www-authenticate", b"Bearer")])
            return
        rest = urlencode(query, doseq=True)
        # Only the path: an address that begins with two slashes would lead to another host.
        path = "/" + scope["raw_path"].decode("latin-1").lstrip("/")
        cookie = f"{COOKIE}={self.settings.token}; HttpOnly; SameSite=Strict; Path=/"
        headers = [(b"location", f"{path}{'?' + rest if rest else ''}".encode()), (b"set-cookie", cookie.encode())]
        await _refuse(send, 303, "", headers)


def is_same_origin(headers: dict[str, str]) -> bool:
    """Whether no other site's page sent a request: browsers say whose it is; what is no browser says nothing."""
    if headers.get("sec-fetch-site", "none") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _read_cookie(header: str) -> str:
    try:
        morsel = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _add_headers(send: Send) -> Send:
    async def add(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name.lower() for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(one for one in HEADERS if one[0] not in present)]
        await send(message)

    return add


async def _refuse(send: Send, status: int, words: str, headers: Iterable[tuple[bytes, bytes]] = ()) -> None:
    body = words.encode()
    own = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": [*own, *headers]})
    await send({"type": "http.response.body", "body": body, "more_body": False})
