"""Who corrects: a name that the browser keeps, by default that of whoever started the server."""

import getpass
from contextlib import suppress
from urllib.parse import quote, unquote

from litestar.datastructures import Cookie

from firsthand.serving.web.desk import Asked

COOKIE = "firsthand_name"
LONGEST = 80  # characters
YEAR = 31_536_000  # seconds


def find_name(request: Asked) -> str:
    """The name that corrections of this browser are signed with; empty where nobody says."""
    kept = request.cookies.get(COOKIE)
    return clean_name(unquote(kept)) if kept is not None else find_user()


def clean_name(name: str) -> str:
    """A name on one line, without what can't be printed."""
    shown = "".join(character if character.isprintable() else " " for character in name[: 10 * LONGEST])
    return " ".join(shown.split())[:LONGEST]


def keep_name(name: str) -> Cookie:
    """The cookie that keeps a name, or that there is none."""
    kept = quote(clean_name(name), safe="")
    return Cookie(COOKIE, value=kept, path="/", max_age=YEAR, httponly=True, samesite="strict")


def find_user() -> str:
    """Who is logged in; empty where the system does not say."""
    with suppress(OSError, KeyError, ImportError):
        return clean_name(getpass.getuser())
    return ""
