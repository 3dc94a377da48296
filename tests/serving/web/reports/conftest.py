"""A browser without a network, for files that must need none."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.serving.web.test_accessibility import axe

__all__ = ["axe", "offline"]


@pytest.fixture
def offline(browser: Browser) -> Iterator[Page]:
    """A page without a network, that notes what it asks for."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert len(asked) == 1
    assert complaints == []
    context.close()
