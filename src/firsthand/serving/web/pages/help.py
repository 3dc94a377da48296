"""How to read what the pages say."""

from litestar import Response, get

from firsthand.serving.web.rendering import render


@get("/help", include_in_schema=False, sync_to_thread=False)
def help_page() -> Response[str]:
    """The words of Firsthand, how sure it is, and how to correct it."""
    return render("help.html", section="help")


ROUTES = (help_page,)
