"""The pages of actors: the list of all, and one with what it says, how its positions changed, and what was joined."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from litestar import Response, get
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from firsthand.errors import UsageError
from firsthand.records import ActorKind, Relation
from firsthand.serving.views import actor as views
from firsthand.serving.views.actors import count_actors, list_actors, read_kind
from firsthand.serving.views.paging import Paged
from firsthand.serving.views.positions import Matter, list_changes, list_latest_matters, list_matters, word_change
from firsthand.serving.web.addresses import lead_on
from firsthand.serving.web.desk import Asked, Desk, desk_of
from firsthand.serving.web.drawings.columns import draw_columns
from firsthand.serving.web.rendering import quote_path, render
from firsthand.storage import Store

STATEMENTS = 20  # of a page
MATTERS, NAMES = 8, 6  # on the first page; the others have pages of their own


@dataclass(frozen=True)
class Filter:
    """What the list of actors is asked for, as it stands in the address."""

    words: str
    kind: str


@get("/actors", include_in_schema=False, sync_to_thread=True)
def actors_page(
    request: Asked, words: FromQuery[str] = "", kind: FromQuery[str] = "", offset: FromQuery[int] = 0
) -> Response[str]:
    """The actors, those who say most first."""
    wanted = read_kind(kind)
    with desk_of(request).read() as store:
        found = list_actors(store, words, wanted, offset=offset)
        total = count_actors(store, words, wanted)
    asked = Filter(words, kind)
    return render("actors.html", section="actors", found=found, total=total, asked=asked, kinds=tuple(ActorKind))


@get("/actors/{id:str}", include_in_schema=False, sync_to_thread=True)
def actor_page(
    request: Asked, id: FromPath[str], part: FromQuery[str] = "", offset: FromQuery[int] = 0
) -> Response[str] | Redirect:
    """An actor; an id that was merged away leads to the present one."""
    desk = desk_of(request)
    with desk.read() as store:
        current = views.find_actor_id(store, id)
        if current != id:
            return lead_on(request, f"/actors/{quote_path(current)}")
        if part:
            return _render_part(store, current, part, offset)
        profile = views.view_actor(store, current)
        spoken = views.list_spoken(store, current, offset=offset, limit=STATEMENTS)
        matters = list_latest_matters(store, current, MATTERS)
        names = views.list_forms(store, current, limit=NAMES)
        changes = list_changes(store, current, lambda story: _find_relations(desk, store, story))
    return render(
        "actor.html",
        section="actors",
        profile=profile,
        kind=views.word_actor_kind(profile.actor.kind),
        spoken=spoken,
        changes=changes,
        columns=draw_columns(profile.days),
        matters=matters,
        names=names,
        stories=_group_by_story(matters),
        word_change=word_change,
    )


def _find_relations(desk: Desk, store: Store, story: str) -> Sequence[Relation]:
    return desk.find_story(store, story).links.relations


def _render_part(store: Store, id: str, part: str, offset: int) -> Response[str]:
    """What there is more of than fits the first page, on a page of its own."""
    values: dict[str, Any] = {"section": "actors", "actor": store.links.get_actor(id), "part": part}
    if part == "positions":
        matters = list_matters(store, id, offset=offset, limit=STATEMENTS)
        values |= {"found": matters, "stories": _group_by_story(matters), "word_change": word_change}
    elif part == "names":
        values["found"] = views.list_forms(store, id, offset=offset, limit=STATEMENTS)
    else:
        raise UsageError("there is no such part of an actor's page: positions or names", part)
    return render("actor_part.html", **values)


def _group_by_story(matters: Paged[Matter]) -> list[list[Matter]]:
    return [list(own) for _, own in groupby(matters.items, key=lambda one: one.claim.story)]


ROUTES = (actors_page, actor_page)
