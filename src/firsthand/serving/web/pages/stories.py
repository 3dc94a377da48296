"""The first page: which stories move now."""

from litestar import Response, get

from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.rendering import render


@get("/", include_in_schema=False, sync_to_thread=True)
def stories_page(request: Asked) -> Response[str]:
    """The stories, those that moved last first."""
    with desk_of(request).read() as store:
        found = store.links.list_stories(40)
        counts = store.links.count()
    return render("stories.html", section="stories", stories=found, counts=counts)


ROUTES = (stories_page,)
