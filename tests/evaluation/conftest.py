"""The shared folder beside the project, for the tests that need its gold or its scorers."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"no shared folder at {SHARED}")
        pytest.skip("gold and scorers lie outside of the project, and are not here")
    return SHARED
