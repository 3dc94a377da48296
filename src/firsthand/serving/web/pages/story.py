"""A story: its figures, claims, who carries whom, copies, timeline, voices and articles; each list a page at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from litestar import Response, get
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from firsthand.errors import UsageError
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.views import story_articles, story_timeline, story_voices
from firsthand.serving.views.positions import word_change
from firsthand.serving.views.story import find_story_of, view_story
from firsthand.serving.views.story_claims import ClaimChoice, ClaimSort, count_choices, list_claims, read_choice
from firsthand.serving.views.story_timeline import Period
from firsthand.serving.views.story_ways import find_ways
from firsthand.serving.web.addresses import lead_on
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.drawings.story_ways import draw_ways
from firsthand.serving.web.rendering import quote_path, render

HTMX = "hx-request"
MORE = 40  # rows, for those who ask for more
# Of the whole page: the first rows must leave room for what comes below.
CLAIMS, COPIES, AHEAD, DURING, VOICES, CHANGES, ARTICLES = 10, 6, 10, 12, 10, 30, 12


@dataclass(frozen=True)
class Choices:
    """What of a story is asked for. `part` is empty for the whole page, and `offset` is 0 then."""

    choice: ClaimChoice
    sorting: ClaimSort
    part: str
    period: Period
    actor: str
    offset: int

    def list_values(self) -> dict[str, Any]:
        """As the templates name it."""
        return {name: getattr(self, name) for name in ("choice", "sorting", "part", "actor", "offset")}

    def pick_size(self, first: int) -> int:
        """How many rows are shown: a few of the whole page, many of a part."""
        return MORE if self.part else first


@get("/stories/{id:str}", include_in_schema=False, sync_to_thread=True)
def story_page(
    request: Asked,
    id: FromPath[str],
    claims: FromQuery[str] = "",
    order: FromQuery[str] = "",
    part: FromQuery[str] = "",
    period: FromQuery[str] = "",
    actor: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
) -> Response[str] | Redirect:
    """A story; whatever is in it leads to it. With `part` that part from `offset` on."""
    asked = read_choices(claims, order, part, period, actor, offset)
    desk = desk_of(request)
    with desk.read() as store:
        current = find_story_of(store, id)
        if current != id:
            return lead_on(request, f"/stories/{quote_path(current)}")
        story, key = desk.find_story(store, id), store.links.get_story_key(id)
    shown = {"section": "stories", "id": id, "word_days": word_change, **asked.list_values()}
    if part and request.headers.get(HTMX) == "true":
        return render("story_part.html", **shown, **PARTS[part](story, asked))
    if part:
        return render("story.html", story=view_story(story), **shown, **PARTS[part](story, asked))
    kept = (id, key, asked.choice, asked.sorting)
    return render("story.html", **shown, **desk.shown.get(kept, 1, lambda: view_whole(story, asked)))


def read_choices(claims: str, order: str, part: str, period: str, actor: str, offset: int) -> Choices:
    """What is asked for, from an address.

    Raises:
        UsageError: there is no such part, choice, order or period.

    """
    if part and part not in PARTS:
        raise UsageError(f"a part of a story is one of {', '.join(PARTS)}", part)
    return Choices(*read_choice(claims, order), part, story_timeline.read_period(period), actor, offset if part else 0)


def view_whole(story: LinkedStory, asked: Choices) -> dict[str, Any]:
    """What the template of the whole page needs."""
    parts = {name: value for part in WHOLE for name, value in PARTS[part](story, asked).items()}
    return {"story": view_story(story), **parts}


def _list_claims(story: LinkedStory, asked: Choices) -> dict[str, Any]:
    page = list_claims(story, asked.choice, asked.sorting, asked.offset, asked.pick_size(CLAIMS))
    return {"claims": page, "choices": count_choices(story)}


def _draw_ways(story: LinkedStory, _: Choices) -> dict[str, Any]:
    return {"ways": draw_ways(find_ways(story))}


def _list_copies(story: LinkedStory, asked: Choices) -> dict[str, Any]:
    return {"copies": story_articles.list_copies(story, asked.offset, asked.pick_size(COPIES))}


def _list_timeline(story: LinkedStory, asked: Choices) -> dict[str, Any]:
    """Each period, with how many entries it has; of the past only the number, unless it is asked for."""
    sizes = {Period.AHEAD: AHEAD, Period.DURING: DURING, Period.BEFORE: 1}
    chosen = [one for one in sizes if asked.period in (one, Period.ALL)]
    split = story_timeline.split_timeline(story)
    return {
        "period": asked.period,
        "timeline": {
            one.value: (
                len(split[one]),
                story_timeline.cut_events(story, split[one], asked.offset, asked.pick_size(sizes[one])),
            )
            for one in chosen
        },
    }


def _list_voices(story: LinkedStory, asked: Choices) -> dict[str, Any]:
    return {
        "voices": story_voices.list_voices(story, asked.offset, asked.pick_size(VOICES)),
        "changed": story_voices.list_positions(story, changed=True, limit=CHANGES),
    }


def _list_positions(story: LinkedStory, asked: Choices) -> dict[str, Any]:
    return {"positions": story_voices.list_positions(story, asked.actor, offset=asked.offset)}


def _list_articles(story: LinkedStory, asked: Choices) -> dict[str, Any]:
    return {"articles": story_articles.list_articles(story, asked.offset, asked.pick_size(ARTICLES))}


PARTS: dict[str, Callable[[LinkedStory, Choices], dict[str, Any]]] = {
    "claims": _list_claims,
    "ways": _draw_ways,
    "copies": _list_copies,
    "timeline": _list_timeline,
    "voices": _list_voices,
    "positions": _list_positions,
    "articles": _list_articles,
}
WHOLE = tuple(part for part in PARTS if part != "positions")

ROUTES = (story_page,)
