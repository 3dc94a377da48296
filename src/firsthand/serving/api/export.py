"""Files to take away, as the pages give them."""

from typing import Any

from litestar import Response, get
from litestar.params import FromQuery

from firsthand.serving.web.desk import Asked
from firsthand.serving.web.exporting import ExportAsked, answer_export

API = "/api/v1/export"


@get(API, tags=["export"], sync_to_thread=True)
def export(
    request: Asked,
    format: FromQuery[str],
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
    table: FromQuery[str] = "",
) -> Response[Any]:
    """A story, a claim, an article, an actor, what a search finds, or all, as a file.

    Without any of them, everything is sent as it is written. `table` is for csv and parquet.
    """
    asked = ExportAsked(
        story, claim, article, actor, words, speaker, outlet, act, status, form, since, until, format, table
    )
    return answer_export(request, asked)


ROUTES = (export,)
