"""The REST API: the data of every page as JSON. One module for each kind of thing, with its routes."""

from litestar.types import ControllerRouterHandler

from firsthand.serving.api import actors, articles, claims, corrections, export, search, statements, stories, uploads

ROUTES: tuple[ControllerRouterHandler, ...] = (
    *actors.ROUTES,
    *articles.ROUTES,
    *claims.ROUTES,
    *corrections.ROUTES,
    *export.ROUTES,
    *search.ROUTES,
    *statements.ROUTES,
    *stories.ROUTES,
    *uploads.ROUTES,
)
