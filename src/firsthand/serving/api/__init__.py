"""The REST API: the data of every page as JSON. One module for each kind of thing, with its routes."""

from litestar.types import ControllerRouterHandler

from firsthand.serving.api import (
    actors,
    article_parts,
    articles,
    claims,
    corrections,
    export,
    search,
    state,
    statements,
    stories,
    uploads,
)

ROUTES: tuple[ControllerRouterHandler, ...] = (
    *actors.ROUTES,
    *article_parts.ROUTES,
    *articles.ROUTES,
    *claims.ROUTES,
    *corrections.ROUTES,
    *export.ROUTES,
    *search.ROUTES,
    *state.ROUTES,
    *statements.ROUTES,
    *stories.ROUTES,
    *uploads.ROUTES,
)
