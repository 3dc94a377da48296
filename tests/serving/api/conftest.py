"""The server over the example stories, as for the pages."""

from tests.serving.web.conftest import address, client, examples_store

__all__ = ["address", "client", "examples_store"]
