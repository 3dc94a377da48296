"""Actors as JSON."""

from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from firsthand.serving.views import actor as views
from firsthand.serving.views.actors import list_actors as find_actors
from firsthand.serving.views.actors import read_kind
from firsthand.serving.views.paging import PAGE, Paged
from firsthand.serving.views.positions import Matter, PositionChange, list_changes, list_matters
from firsthand.serving.web.addresses import lead_on
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.rendering import quote_path
from firsthand.storage import FoundActor

API = "/api/v1/actors"


@get(API, tags=["actors"], sync_to_thread=True)
def list_actors(
    request: Asked,
    words: FromQuery[str] = "",
    kind: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
    limit: FromQuery[int] = PAGE,
) -> Paged[FoundActor]:
    """Actors with all words among their names, those who say most first. kind: person, organisation, outlet, …"""
    with desk_of(request).read() as store:
        return find_actors(store, words, read_kind(kind), offset=offset, limit=limit)


@get(API + "/{id:str}", tags=["actors"], sync_to_thread=True)
def get_actor(request: Asked, id: FromPath[str]) -> views.ActorProfile | Redirect:
    """Who an actor is, with figures; an id that was merged away leads to the present one."""
    with desk_of(request).read() as store:
        current = views.find_actor_id(store, id)
        return views.view_actor(store, current) if current == id else _redirect(request, current)


@get(API + "/{id:str}/statements", tags=["actors"], sync_to_thread=True)
def list_statements(
    request: Asked, id: FromPath[str], offset: FromQuery[int] = 0, limit: FromQuery[int] = PAGE
) -> Paged[views.Spoken] | Redirect:
    """What an actor says, newest first."""
    with desk_of(request).read() as store:
        current = views.find_actor_id(store, id)
        if current != id:
            return _redirect(request, current, "/statements")
        return views.list_spoken(store, id, offset=offset, limit=limit)


@get(API + "/{id:str}/positions", tags=["actors"], sync_to_thread=True)
def list_positions(
    request: Asked, id: FromPath[str], offset: FromQuery[int] = 0, limit: FromQuery[int] = PAGE
) -> Paged[Matter] | Redirect:
    """What an actor said of each matter over time, story by story; what was spoken of last comes first."""
    with desk_of(request).read() as store:
        current = views.find_actor_id(store, id)
        if current != id:
            return _redirect(request, current, "/positions")
        return list_matters(store, id, offset=offset, limit=limit)


@get(API + "/{id:str}/changes", tags=["actors"], sync_to_thread=True)
def list_turns(request: Asked, id: FromPath[str]) -> tuple[PositionChange, ...] | Redirect:
    """Where an actor turned: what it says now and what it said before, the latest first, a few."""
    desk = desk_of(request)
    with desk.read() as store:
        current = views.find_actor_id(store, id)
        if current != id:
            return _redirect(request, current, "/changes")
        return list_changes(store, id, lambda story: desk.find_story(store, story).links.relations)


@get(API + "/{id:str}/names", tags=["actors"], sync_to_thread=True)
def list_names(
    request: Asked, id: FromPath[str], offset: FromQuery[int] = 0, limit: FromQuery[int] = PAGE
) -> Paged[views.ActorForm] | Redirect:
    """What was joined to an actor: each article's own, whose id parts it in a correction."""
    with desk_of(request).read() as store:
        current = views.find_actor_id(store, id)
        if current != id:
            return _redirect(request, current, "/names")
        return views.list_forms(store, id, offset=offset, limit=limit)


def _redirect(request: Asked, id: str, rest: str = "") -> Redirect:
    return lead_on(request, f"{API}/{quote_path(id)}{rest}")


ROUTES = (list_actors, get_actor, list_statements, list_positions, list_turns, list_names)
