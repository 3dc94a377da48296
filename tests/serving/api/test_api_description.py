"""The description of the API: complete, and true of the routes."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand import open_store
from firsthand.serving.api.description import TAGS, describe_api, list_operations
from firsthand.serving.api.parameters import ABOUT
from firsthand.serving.web.app import make_app
from firsthand.serving.web.settings import Settings
from tests.serving.web.asking import Asker, run_application


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return describe_api(make_app(Settings("nowhere.db", works=False)))


@pytest.fixture(scope="module")
def asker(examples_store: Path) -> Iterator[Asker]:
    with run_application(Settings(str(examples_store), works=False)) as found:
        yield found


def test_every_operation_has_a_name_a_summary_and_a_tag(document: dict[str, Any]) -> None:
    operations = [operation for _, _, operation in list_operations(document)]
    assert len(operations) >= 28
    names = [one["operationId"] for one in operations]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    assert all(name.replace("_", "").islower() for name in names)
    assert all(one["summary"] and not one["summary"].endswith(".") for one in operations)
    assert {tag for one in operations for tag in one["tags"]} == {one["name"] for one in document["tags"]} <= set(TAGS)


def test_names_read_well(document: dict[str, Any]) -> None:
    by_name = {one["operationId"]: (method, path) for path, method, one in list_operations(document)}
    assert by_name["list_stories"] == ("get", "/api/v1/stories")
    assert by_name["get_story"] == ("get", "/api/v1/stories/{id}")
    assert by_name["list_story_claims"] == ("get", "/api/v1/stories/{id}/claims")
    assert by_name["add_correction"] == ("post", "/api/v1/corrections")
    assert by_name["undo_correction"] == ("delete", "/api/v1/corrections/{id}")
    assert by_name["search_statements"] == ("get", "/api/v1/search")


def test_every_parameter_is_described_and_bounded(document: dict[str, Any]) -> None:
    for _, _, operation in list_operations(document):
        for parameter in operation.get("parameters", ()):
            assert parameter["description"], (operation["operationId"], parameter["name"])
            if parameter["schema"].get("type") == "integer" and parameter["name"] in {"offset", "limit"}:
                assert {"minimum", "maximum", "default"} <= set(parameter["schema"])


def test_no_row_of_the_table_is_left_over(document: dict[str, Any]) -> None:
    used = {
        name
        for _, _, operation in list_operations(document)
        for parameter in operation.get("parameters", ())
        for name in (parameter["name"], f"{operation['operationId']}.{parameter['name']}")
    }
    assert set(ABOUT) - used == set()


def test_every_answer_is_described(document: dict[str, Any]) -> None:
    for path, method, operation in list_operations(document):
        answers = operation["responses"]
        assert {"400", "401", "404", "421", "503"} <= set(answers)
        assert ("302" in answers) == (method == "get" and "{id}" in path)
        assert ("403" in answers) == (method != "get")
        (fine,) = [answer for status, answer in answers.items() if status.startswith("2")]
        assert fine["content"]


def test_types_have_short_names(document: dict[str, Any]) -> None:
    names = list(document["components"]["schemas"])
    assert "PageOfStoryRow" in names
    assert [name for name in names if "." in name or name.startswith("Paged")] == []


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    def find(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            if isinstance(value.get("$ref"), str):
                yield value["$ref"]
            for one in value.values():
                yield from find(one)
        elif isinstance(value, list):
            for one in value:
                yield from find(one)

    for reference in set(find(document)):
        _, kind, name = reference.removeprefix("#/").split("/")
        assert name in document["components"][kind], reference


def test_it_is_given_as_json_alone(asker: Asker) -> None:
    answer = asker.get("/api/openapi/openapi.json")
    assert answer.status == 200
    assert b"list_story_claims" in answer.body
    for elsewhere in ("", "/", "/swagger", "/redoc", "/scalar", "/elements", "/rapidoc", "/openapi.yaml"):
        found = asker.get(f"/api/openapi{elsewhere}")
        assert b"<script" not in found.body
        assert found.status in {200, 404}


def test_parts_of_an_article_are_asked_for_in_the_query(asker: Asker, examples_store: Path) -> None:
    with open_store(examples_store) as store:
        copy = next(one for one in store.links.export_links().copies if one.evidence)
        whole = len(json.loads(asker.get(f"/api/v1/articles/{copy.article}").body)["statements"])
    listed = json.loads(asker.get(f"/api/v1/statements?article={copy.article}&limit=200").body)["items"]
    assert [one["number"] for one in listed] == list(range(1, whole + 1))
    rows = json.loads(asker.get(f"/api/v1/comparisons?article={copy.article}&beside={copy.of}").body)["rows"]
    assert rows
    assert asker.get(f"/api/v1/comparisons?article={copy.article}").status == 400
    assert asker.get(f"/api/v1/comparisons?article={copy.article}&against=7").status == 404


def test_the_state_is_told(asker: Asker) -> None:
    state = json.loads(asker.get("/api/v1/state").body)["state"]
    assert (state["articles"], state["stories"], state["unlinked"]) == (27, 3, 0)


@pytest.mark.parametrize(
    ("target", "status", "words", "subject"),
    [
        ("/api/v1/stories?limit=x", 400, "limit: Expected `int`, got `str`", None),
        ("/api/v1/stories?limit=0", 400, "the limit is a number from 1 to 200", "0"),
        ("/api/v1/stories/s-nowhere", 404, "nothing has this id", "s-nowhere"),
        ("/api/v1/nowhere", 404, "there is no such page", "/api/v1/nowhere"),
        ("/api/v1/export", 400, "format", None),
    ],
)
def test_errors_say_what_is_wrong(asker: Asker, target: str, status: int, words: str, subject: str | None) -> None:
    answer = asker.get(target)
    told = json.loads(answer.body)
    assert (answer.status, told["status"], told["subject"]) == (status, status, subject)
    assert words in told["error"]
    assert answer.headers["content-type"] == "application/json"
