"""Files to take away. Without a format, the choice of one."""

from typing import Any
from urllib.parse import urlencode

from litestar import Response, get
from litestar.params import FromQuery

from firsthand.errors import UsageError
from firsthand.serving import exports
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.exporting import ExportAsked, answer_export, find_title
from firsthand.serving.web.rendering import render

BACK = {"story": "/stories/", "claim": "/claims/", "article": "/articles/", "actor": "/actors/"}


@get("/export", include_in_schema=False, sync_to_thread=True)
def export_page(
    request: Asked,
    story: FromQuery[str] = "",
    claim: FromQuery[str] = "",
    article: FromQuery[str] = "",
    actor: FromQuery[str] = "",
    words: FromQuery[str] = "",
    speaker: FromQuery[str] = "",
    outlet: FromQuery[str] = "",
    act: FromQuery[str] = "",
    status: FromQuery[str] = "",
    form: FromQuery[str] = "",
    since: FromQuery[str] = "",
    until: FromQuery[str] = "",
    format: FromQuery[str] = "",
    table: FromQuery[str] = "",
) -> Response[Any]:
    """One thing, what a search finds, or all: as a file, or the formats to choose from."""
    asked = ExportAsked(
        story, claim, article, actor, words, speaker, outlet, act, status, form, since, until, format, table
    )
    return answer_export(request, asked, bom=True) if format else show_formats(request, asked)


def show_formats(request: Asked, asked: ExportAsked) -> Response[str]:
    """What it may be exported as."""
    if asked.table:
        raise UsageError("a table of which format? csv or parquet", asked.table)
    desk = desk_of(request)
    scope, title, count = asked.scope, "", None
    with desk.read() as store:
        if scope == "store":
            count = store.count_articles()
        else:
            title = find_title(desk, store, asked)
    query = urlencode(asked.address, errors="replace")
    return render(
        "export.html",
        scope=scope,
        title=title,
        count_of=count,
        address=f"/export?{query}{'&' if query else ''}",
        back=BACK.get(scope),
        id=getattr(asked, scope, ""),
        query=query,
        formats=exports.FORMATS,
        tables=tuple(exports.TableName),
    )


ROUTES = (export_page,)
