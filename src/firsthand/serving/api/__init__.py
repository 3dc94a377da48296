"""The REST API: the data of every page as JSON. One module for each kind of thing, with its routes."""

from litestar.types import ControllerRouterHandler

ROUTES: tuple[ControllerRouterHandler, ...] = ()
