"""The REST API: the data of every page as JSON. One module for each kind of thing, with its routes."""

from litestar.types import ControllerRouterHandler

from firsthand.serving.api import actors, articles, claims, corrections, statements, stories

ROUTES: tuple[ControllerRouterHandler, ...] = (
    *actors.ROUTES,
    *articles.ROUTES,
    *claims.ROUTES,
    *corrections.ROUTES,
    *statements.ROUTES,
    *stories.ROUTES,
)
