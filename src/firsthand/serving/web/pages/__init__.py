"""The pages: one module for each kind, with its routes. A page draws a view (`firsthand.serving.views`), no more."""

from litestar.types import ControllerRouterHandler

from firsthand.serving.web.pages import (
    actors,
    add,
    api,
    articles,
    claims,
    corrections,
    export,
    help,
    report,
    search,
    stories,
    story,
)

PAGES: tuple[ControllerRouterHandler, ...] = (
    *stories.ROUTES,
    *story.ROUTES,
    *actors.ROUTES,
    *add.ROUTES,
    *api.ROUTES,
    *articles.ROUTES,
    *corrections.ROUTES,
    *claims.ROUTES,
    *export.ROUTES,
    *help.ROUTES,
    *report.ROUTES,
    *search.ROUTES,
)
