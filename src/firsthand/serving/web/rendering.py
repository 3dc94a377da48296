"""Pages from templates. Everything that a template prints is escaped; the words of articles are made visible first."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from firsthand import __version__
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.exports import FORMATS
from firsthand.serving.report_lines import count, make_lines_safe, make_safe, shorten
from firsthand.serving.report_rows import join_reasons
from firsthand.serving.report_story import COPY_WORDS
from firsthand.serving.story_figures import word_bounds
from firsthand.storage import MOST_COUNTED

if TYPE_CHECKING:
    from litestar import Response

STATIC = Path(__file__).parent / "static"
HTML = "text/html"


def render(
    template: str,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **values: Any,  # noqa: ANN401 -- whatever the template draws
) -> "Response[str]":
    """A page, or a part of one, as an answer. It is of this moment: no browser may keep it without asking."""
    from litestar import Response  # reports are drawn without a server

    kept = {"cache-control": "no-cache", **(headers or {})}
    return Response(render_text(template, **values), media_type=HTML, status_code=status, headers=kept)


def render_text(template: str, **values: Any) -> str:  # noqa: ANN401 -- whatever the template draws
    """A template as text."""
    return load_environment().get_template(template).render(**values)


@cache
def load_environment() -> Environment:
    """The templates with their filters."""
    environment = Environment(
        loader=PackageLoader("firsthand.serving.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # or each answer would look at every file that it is made of
    )
    environment.filters |= {
        "copy_words": lambda kind: COPY_WORDS[kind][0],
        "count": count,
        "count_found": count_found,
        "date": lambda value: word_date(value) if value else "",
        "origins": word_bounds,
        "path": quote_path,
        "reasons": join_reasons,
        "safe_lines": make_lines_safe,
        "safe_words": make_safe,
        "shorten": shorten,
        "words": word_code,
    }
    environment.globals |= {"asset": address_asset, "export_formats": FORMATS, "version": __version__}
    return environment


def address_asset(name: str) -> str:
    """The address of a static file, with a hash of them all: it may be kept for ever."""
    return f"/static/{hash_static()}/{name}"


@cache
def hash_static() -> str:
    """One hash for all static files, so that a style sheet finds its fonts beside it, at the address of the preload."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in list_static().values())).hexdigest()[:12]


@cache
def list_static() -> dict[str, Path]:
    """Every static file by its name: no other can be asked for, whatever an address says."""
    files = sorted(path for path in STATIC.rglob("*") if path.is_file())
    return {path.relative_to(STATIC).as_posix(): path for path in files}


def quote_path(id: str) -> str:
    """An id as one part of an address, whatever is in it."""
    return quote(id.encode("utf-8", "replace"), safe="")


def count_found(number: int, noun: str) -> str:
    """How many were found, as far as counting goes: `more than 10,000 claims`."""
    return f"more than {MOST_COUNTED:,} {noun}s" if number > MOST_COUNTED else count(number, noun)


def word_code(code: str) -> str:
    """`single_origin` as `single origin`."""
    return code.replace("_", " ")
