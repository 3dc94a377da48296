"""The pages: one module for each kind, with its routes. A page draws a view (`firsthand.serving.views`), no more."""

from litestar.types import ControllerRouterHandler

from firsthand.serving.web.pages import stories

PAGES: tuple[ControllerRouterHandler, ...] = (*stories.ROUTES,)
