"""The first page: which stories move now."""

from typing import Any

from litestar import Response, get
from litestar.params import FromQuery

from firsthand.errors import UsageError
from firsthand.serving.views.stories import SEVERAL, find_stories, view_state
from firsthand.serving.web.addresses import compose_address
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.drawings.spark import draw_spark
from firsthand.serving.web.rendering import render
from firsthand.serving.web.taking_in import describe_work

STORIES = 20  # of a page: each takes a few lines


@get("/", include_in_schema=False, sync_to_thread=True)
def stories_page(
    request: Asked, words: FromQuery[str] = "", show: FromQuery[str] = "", offset: FromQuery[int] = 0
) -> Response[str]:
    """The stories, those that moved last first; of several articles where there are such, unless all are asked for."""
    desk = desk_of(request)
    with desk.read() as store:
        state = view_state(store)
        several = show == "several" or (show != "all" and not words and state.several > 0)
        shown: dict[str, Any] = {
            "section": "stories",
            "state": state,
            "work": describe_work(desk, store),
            "words": words,
            "several": several,
            "draw_spark": draw_spark,
        }
        try:
            found = find_stories(store, words, SEVERAL if several else 1, offset, STORIES)
        except UsageError as error:  # told above the form, which keeps what was typed
            return render("stories.html", 400, found=None, problem=error, address="/?", **shown)
    address = compose_address("/", {"words": words, "show": show})
    return render("stories.html", found=found, problem=None, address=address, **shown)


ROUTES = (stories_page,)
