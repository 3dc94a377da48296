"""The state of the store as JSON."""

import msgspec
from litestar import get

from firsthand.serving.views.stories import StoreState, view_state
from firsthand.serving.views.uploads import WorkView
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.taking_in import describe_work


class StateAnswer(msgspec.Struct, frozen=True):
    """How much there is, and what works on it in the background."""

    state: StoreState
    work: WorkView


@get("/api/v1/state", tags=["state"], sync_to_thread=True)
def get_state(request: Asked) -> StateAnswer:
    """How much the store has, what waits to be read or linked, and what works on it."""
    desk = desk_of(request)
    with desk.read() as store:
        return StateAnswer(view_state(store), describe_work(desk, store))


ROUTES = (get_state,)
