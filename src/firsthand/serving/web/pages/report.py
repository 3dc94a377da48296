"""Reports to mail and print: the page that `--html FILE` writes, to look at or to save."""

from litestar import Response, get
from litestar.params import FromQuery

from firsthand.errors import UsageError
from firsthand.serving.exports import name_file
from firsthand.serving.views.opened_article import open_article
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.rendering import HTML
from firsthand.serving.web.reports import article_report, story_report
from firsthand.serving.web.reports.frame import make_policy

ONE = "a report is of one thing: /report?story=ID or /report?article=ID"


@get("/report", include_in_schema=False, sync_to_thread=True)
def report_page(
    request: Asked,
    story: FromQuery[str] = "",
    article: FromQuery[str] = "",
    revision: FromQuery[int | None] = None,
    save: FromQuery[bool] = False,
) -> Response[bytes]:
    """The report of a story or an article; with `save` a file to keep."""
    if bool(story) == bool(article):
        raise UsageError(ONE, f"{story} {article}".strip() or None)
    desk = desk_of(request)
    with desk.read() as store:
        if story:
            found, sheet = desk.find_story(store, story), story_report.SHEET
        else:
            opened, sheet = open_article(store, article, desk.stories, revision), article_report.SHEET
    if story:
        html, name = story_report.draw_story_report(found), f"story-{found.links.story.id}"
    else:
        html, name = article_report.draw_article_report([opened]), f"article-{opened.stored.id}"
    kind = "attachment" if save else "inline"
    headers = {
        "content-disposition": f'{kind}; filename="{name_file(name, "html")}"',
        "cache-control": "no-cache",
        # Its styles stand in it, which the policy of all other pages forbids.
        "content-security-policy": f"{make_policy(sheet)}; frame-ancestors 'none'",
    }
    return Response(html.encode("utf-8", "replace"), media_type=HTML, headers=headers)


ROUTES = (report_page,)
