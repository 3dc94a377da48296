"""The pages: one module for each kind, with its routes. A page draws a view (`firsthand.serving.views`), no more."""

from litestar.types import ControllerRouterHandler

from firsthand.serving.web.pages import actors, articles, claims, corrections, help, stories, story

PAGES: tuple[ControllerRouterHandler, ...] = (
    *stories.ROUTES,
    *story.ROUTES,
    *actors.ROUTES,
    *articles.ROUTES,
    *corrections.ROUTES,
    *claims.ROUTES,
    *help.ROUTES,
)
