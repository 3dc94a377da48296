"""FollowTheMoney's own model reads each entity, finds it valid, and keeps every value."""

import json
import os
import warnings
from typing import Any

import pytest

from firsthand.records import Act
from firsthand.serving.exports import Material
from firsthand.serving.exports.entity_values import date_entity, make_entity, make_id
from firsthand.serving.exports.follow_the_money import write_entities
from tests.serving.exports.made_material import attack, make_story_material
from tests.serving.made_story import PEOPLE, QUOTE

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of its own dependencies
    if os.environ.get("CI"):
        import followthemoney  # `.ci/run` installs it: its absence there is a failure
    else:
        followthemoney = pytest.importorskip("followthemoney", reason="`make ecosystem` installs it")

Entity = dict[str, Any]


def read_back(material: Material) -> list[Entity]:
    return [json.loads(line) for line in b"".join(write_entities(material)).splitlines()]


def check(entity: Entity) -> None:
    """The model knows all of it, and its own cleaning takes no value away and changes none, but for language codes."""
    proxy = followthemoney.model.get_proxy(entity)
    proxy.schema.validate(entity)
    kept = proxy.to_dict()
    assert kept["properties"] == entity["properties"] and kept["id"] == entity["id"]
    assert (kept["datasets"], kept["origin"]) == (["firsthand"], "firsthand")
    cleaned = followthemoney.model.make_entity(proxy.schema)
    for name, values in entity["properties"].items():
        assert values, name
        cleaned.add(name, values)
        assert name == "language" or set(cleaned.get(name)) == set(values), name


def by_schema(entities: list[Entity], schema: str, kind: str = "") -> list[Entity]:
    return [one for one in entities if one["schema"] == schema and one["id"].startswith(f"firsthand-{kind}")]


def test_every_entity_is_valid_and_loses_nothing() -> None:
    entities = read_back(make_story_material())
    for entity in entities:
        check(entity)
    assert len({entity["id"] for entity in entities}) == len(entities)


def test_whatever_is_referred_to_is_there() -> None:
    entities = read_back(make_story_material())
    ids = {entity["id"] for entity in entities}
    for entity in entities:
        schema = followthemoney.model.get(entity["schema"])
        for name, values in entity["properties"].items():
            assert schema.get(name).type.name != "entity" or set(values) <= ids, (entity["id"], name)


def test_a_statement_is_an_event_with_its_proof() -> None:
    found = by_schema(read_back(make_story_material()), "Event", "statement")
    denial = next(one["properties"] for one in found if one["properties"]["recordId"] == ["m1:2"])
    assert denial["description"] == [QUOTE] and denial["involved"] == ["firsthand-actor-a-caldo"]
    assert denial["proof"] == ["firsthand-article-m1"] and denial["date"] == ["2031-03-01T07:00:00"]
    assert set(denial["keywords"]) == {Act.SAY, "denied", "direct"} and denial["publisher"] == ["Moravel Courier"]
    leak = next(one["properties"] for one in found if one["properties"]["recordId"] == ["m1:1"])
    assert "involved" not in leak and leak["name"][0].startswith(PEOPLE) and "the source is anonymous" in leak["notes"]


def test_claims_have_their_statements_origins_and_denials() -> None:
    entities = read_back(make_story_material())
    sale = next(one for one in by_schema(entities, "Note") if one["id"].endswith("c-1111111111"))
    assert sale["properties"]["summary"] == ["2 origins, 4 articles"] and len(sale["properties"]["entity"]) == 4
    ends = (
        [one["properties"][name][0] for name in ("role", "subject", "object")]
        for one in by_schema(entities, "UnknownLink")
    )
    links = {tuple(end.split("-", 2)[-1] if end.startswith("firsthand-") else end for end in row) for row in ends}
    assert links == {
        ("origin of the claim", "a-council", "c-1111111111"), ("origin of the claim", "a-caldo", "c-2222222222"),
        ("denies", "c-2222222222", "c-1111111111"), ("verbatim copy of", "m2", "m1"),
    }  # fmt: skip


def test_vague_days_are_a_first_and_a_last_one() -> None:
    found = by_schema(read_back(make_story_material()), "Event", "event")
    assert [one["properties"].get("date") for one in found] == [["2031-03-03"], ["2031"]]


def test_attacks_are_values() -> None:
    for payload, material in attack():
        entities = read_back(material)
        assert {one["schema"] for one in entities} >= {"Person", "Article", "Event", "Note", "UnknownLink", "Mention"}
        for entity in entities:
            proxy = followthemoney.model.get_proxy(entity)
            proxy.schema.validate(entity)
            assert proxy.to_dict()["properties"] == entity["properties"], payload


def test_a_document_that_speaks_is_a_proof() -> None:
    material = make_story_material()
    lines = [line.replace(b'"kind":"group"', b'"kind":"document"') for line in material.lines()]
    changed = Material("store", "", lambda: iter(lines))
    entities = read_back(changed)
    (told,) = [one for one in by_schema(entities, "Event") if one["properties"]["recordId"] == ["m4:1"]]
    assert "involved" not in told["properties"]
    assert told["properties"]["proof"] == ["firsthand-article-m4", "firsthand-actor-a-council"]
    check(next(one for one in by_schema(entities, "Document")))


def test_values_are_in_the_models_form() -> None:
    made = make_entity("Person", "actor", "x/y", {
        "name": ["\"Caldo\"", " a\x00b ", "", None, "n" * 1000], "biography": ["plain"], "summary": ["t" * 70_000],
    })  # fmt: skip
    assert made["properties"]["name"][:2] == ["Caldo", "ab"] and len(made["properties"]["name"][2]) <= 384
    assert [len(piece) for piece in made["properties"]["summary"]] == [65_000, 5_000]
    check(made)
    assert made["id"] != make_id("actor", "x-y") and make_id("actor", "a-1f") == "firsthand-actor-a-1f"


@pytest.mark.parametrize(
    ("value", "dated"),
    [
        ("2031-03-01", {"date": ["2031-03-01"]}),
        ("2031-03", {"date": ["2031-03"]}),
        ("2031-03-01T00:30:00+02:00", {"date": ["2031-02-28T22:30:00"]}),
        ("2025-W09", {"startDate": ["2025-02-24"], "endDate": ["2025-03-02"]}),
        ("2025-23", {"startDate": ["2025-09-01"], "endDate": ["2025-11-30"]}),
        ("2024-10/..", {"startDate": ["2024-10-01"]}),
        ("0001-01-01T00:00:00+14:00", {"startDate": ["0001-01-01"], "endDate": ["0001-01-01"]}),
        ("soon", {}),
        (None, {}),
    ],
)
def test_dates_are_exact_or_a_first_and_a_last_day(value: str | None, dated: dict[str, list[str]]) -> None:
    assert make_entity("Event", "event", "x", date_entity(value))["properties"] == dated
