"""Stories as JSON."""

from collections.abc import Callable
from typing import TypeVar

from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.views import story_articles, story_timeline, story_voices
from firsthand.serving.views.paging import PAGE, Paged
from firsthand.serving.views.stories import StoryRow, find_stories
from firsthand.serving.views.story import StoryView, find_story_of, view_story
from firsthand.serving.views.story_claims import StoryClaim, list_claims, read_choice
from firsthand.serving.views.story_ways import Ways, find_ways
from firsthand.serving.web.addresses import lead_on
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.rendering import quote_path

API = "/api/v1/stories"
View = TypeVar("View")


@get(API, tags=["stories"], sync_to_thread=True)
def list_stories(
    request: Asked,
    words: FromQuery[str] = "",
    least: FromQuery[int] = 1,
    offset: FromQuery[int] = 0,
    limit: FromQuery[int] = PAGE,
) -> Paged[StoryRow]:
    """Stories of at least so many articles with all words, those that moved last first."""
    with desk_of(request).read() as store:
        return find_stories(store, words, least, offset, limit).page


@get(API + "/{id:str}", tags=["stories"], sync_to_thread=True)
def get_story(request: Asked, id: FromPath[str]) -> StoryView | Redirect:
    """A story: its figures, and what is asked first. Whatever is in a story leads to it."""
    desk = desk_of(request)
    with desk.read() as store:
        current = find_story_of(store, id)
        if current != id:
            return lead_on(request, f"{API}/{quote_path(current)}")
        kept = (id, store.links.get_story_key(id), "view")
        return desk.shown.get(kept, 1, lambda: view_story(desk.find_story(store, id)))


@get(API + "/{id:str}/claims", tags=["stories"], sync_to_thread=True)
def list_story_claims(
    request: Asked,
    id: FromPath[str],
    claims: FromQuery[str] = "",
    order: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
    limit: FromQuery[int] = PAGE,
) -> Paged[StoryClaim] | Redirect:
    """Its claims: all, corroborated, disputed, anonymous or single. order: origins, articles, first_seen."""
    chosen = read_choice(claims, order)
    return _answer(request, id, "/claims", lambda story: list_claims(story, *chosen, offset, limit))


@get(API + "/{id:str}/ways", tags=["stories"], sync_to_thread=True)
def get_ways(request: Asked, id: FromPath[str]) -> Ways | Redirect:
    """Who carries whom: nodes (articles, outlets, origins) and the ways between them."""
    return _answer(request, id, "/ways", find_ways)


@get(API + "/{id:str}/copies", tags=["stories"], sync_to_thread=True)
def list_copies(
    request: Asked, id: FromPath[str], offset: FromQuery[int] = 0, limit: FromQuery[int] = PAGE
) -> Paged[story_articles.CopyRow] | Redirect:
    """Which of its articles carry whose text, those of most overlap first."""
    return _answer(request, id, "/copies", lambda story: story_articles.list_copies(story, offset, limit))


@get(API + "/{id:str}/timeline", tags=["stories"], sync_to_thread=True)
def list_timeline(
    request: Asked,
    id: FromPath[str],
    period: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
    limit: FromQuery[int] = PAGE,
) -> Paged[story_timeline.StoryEvent] | Redirect:
    """What happens when. period: ahead (planned or conditional), during, before, all."""
    chosen = story_timeline.read_period(period)
    return _answer(request, id, "/timeline", lambda story: story_timeline.list_events(story, chosen, offset, limit))


@get(API + "/{id:str}/voices", tags=["stories"], sync_to_thread=True)
def list_voices(
    request: Asked, id: FromPath[str], offset: FromQuery[int] = 0, limit: FromQuery[int] = PAGE
) -> Paged[story_voices.StoryVoice] | Redirect:
    """Who speaks in it, most statements first."""
    return _answer(request, id, "/voices", lambda story: story_voices.list_voices(story, offset, limit))


@get(API + "/{id:str}/positions", tags=["stories"], sync_to_thread=True)
def list_positions(
    request: Asked,
    id: FromPath[str],
    actor: FromQuery[str] = "",
    changed: FromQuery[bool] = False,
    offset: FromQuery[int] = 0,
    limit: FromQuery[int] = PAGE,
) -> Paged[story_voices.StoryPosition] | Redirect:
    """What was said of which matter on which day, by all or by one actor; only where it changed if asked."""
    return _answer(
        request, id, "/positions", lambda story: story_voices.list_positions(story, actor, changed, offset, limit)
    )


@get(API + "/{id:str}/articles", tags=["stories"], sync_to_thread=True)
def list_articles(
    request: Asked, id: FromPath[str], offset: FromQuery[int] = 0, limit: FromQuery[int] = PAGE
) -> Paged[story_articles.StoryArticle] | Redirect:
    """Its articles as they were published, with whose words they are."""
    return _answer(request, id, "/articles", lambda story: story_articles.list_articles(story, offset, limit))


def _answer(request: Asked, id: str, rest: str, view: Callable[[LinkedStory], View]) -> View | Redirect:
    desk = desk_of(request)
    with desk.read() as store:
        current = find_story_of(store, id)
        if current != id:
            return lead_on(request, f"{API}/{quote_path(current)}{rest}")
        return view(desk.find_story(store, id))


ROUTES = (
    list_stories,
    get_story,
    list_story_claims,
    get_ways,
    list_copies,
    list_timeline,
    list_voices,
    list_positions,
    list_articles,
)
