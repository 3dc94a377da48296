"""The whole API against its own description, by schemathesis: requests of all kinds, on a store that may be written."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from firsthand import open_store
from firsthand.serving.api.description import describe_api, list_operations
from firsthand.serving.web.app import make_app
from firsthand.serving.web.settings import Settings
from tests.serving.web.conftest import run_server

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)
EXAMPLES = 50  # of each operation: what fails, fails early


@pytest.fixture(scope="module")
def api_address(examples_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("contract") / "written.db"
    with open_store(examples_store):  # closed again, so that nothing is left in the log beside the file
        pass
    shutil.copy(examples_store, path)
    with run_server(path, works=True) as address:
        yield address


OPERATIONS = {
    f"{method} {path}": (path, method)
    for path, method, _ in list_operations(describe_api(make_app(Settings("nowhere.db", works=False))))
}


@pytest.fixture(scope="module")
def api(api_address: str) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_url(f"{api_address}/api/openapi/openapi.json")


@pytest.mark.parametrize("operation", OPERATIONS)
def test_it_keeps_its_contract(operation: str, api: schemathesis.BaseSchema, api_address: str) -> None:
    path, method = OPERATIONS[operation]

    # Without the plugin for pytest, which wants a pytest of its own time.
    @given(case=api[path][method.upper()].as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(base_url=api_address, checks=CHECKS, allow_redirects=False, timeout=30)

    ask()
