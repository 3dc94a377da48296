"""Web Annotations have the shapes of the W3C's own examples, and their selectors find the statements' words."""

import json
from typing import Any

import pytest

from firsthand.records import Spans
from firsthand.serving.exports.annotations import make_annotation, write_annotations
from tests.serving.exports.made_material import attack, make_attacked, make_story_material
from tests.serving.exports.w3c_shapes import EXAMPLES, as_list, check_document


def read_back(base: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(b"".join(write_annotations(make_story_material(), base=base)))
    return found


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one["id"])
def test_examples_of_the_model_pass_the_checker(example: dict[str, Any]) -> None:
    check_document(example)


@pytest.mark.parametrize(
    "change",
    [
        {"type": "Comment"},
        {"target": []},
        {"target": {"source": "http://a.example", "selector": {"type": "TextPositionSelector", "start": 9, "end": 2}}},
        {"body": {"type": "TextualBody"}},
        {"id": "no address"},
        {"motivation": "gossiping"},
        {"@context": "http://a.example"},
    ],
)
def test_the_checker_finds_what_breaks_the_model(change: dict[str, Any]) -> None:
    with pytest.raises((AssertionError, KeyError)):
        check_document({**EXAMPLES[0], **change})


@pytest.mark.parametrize("base", [None, "http://127.0.0.1:8765/"])
def test_an_export_has_the_shape_of_a_collection(base: str | None) -> None:
    found = read_back(base)
    check_document(found)
    items = found["first"]["items"]
    assert found["total"] == len(items) == 8
    assert len({item["id"] for item in items}) == 8
    assert all(
        item["id"].startswith("http://127.0.0.1:8765/statement/" if base else "urn:firsthand:") for item in items
    )


def list_pieces(annotation: dict[str, Any], part: str) -> tuple[Spans, list[dict[str, str]]]:
    resources = [*as_list(annotation["target"]), *annotation["body"]]
    selectors = [one["selector"] for one in resources if one.get("firsthand:part") == part]
    return tuple((position["start"], position["end"]) for position, _ in selectors), [quote for _, quote in selectors]


def test_each_statement_is_found_again_by_position_and_by_quotation() -> None:
    items = {item["id"]: item for item in read_back()["first"]["items"]}
    for statement, record in make_story_material().load_statements():
        annotation = items[f"urn:firsthand:statement:{statement.id.replace(':', '%3A')}"]
        text = record.article.text
        for part in ("source", "cue", "content", "covers"):
            spans, quotes = list_pieces(annotation, part)
            assert spans == getattr(statement, part)
            for (start, end), quote in zip(spans, quotes, strict=True):
                assert quote["exact"] == text[start:end]
                assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])
        assert annotation["firsthand:confidence"] == statement.confidence


def test_positions_count_code_points_and_not_utf_16() -> None:
    material = make_attacked("😀😀")
    annotation = make_annotation(material, *next(material.load_statements()))
    position, quote = annotation["target"]["selector"]
    assert (position["start"], position["end"], quote["exact"]) == (9, 14, "😀😀\n😀😀")


def test_a_page_is_the_source_only_where_it_has_an_address() -> None:
    with_page = make_attacked("words", url="https://a.example/p?q=1")
    pairs = [(material, *next(material.load_statements())) for material in (with_page, make_attacked("javascript:a()"))]
    targets = [make_annotation(*pair)["target"] for pair in pairs]
    assert [target["source"] for target in targets] == ["https://a.example/p?q=1", "urn:firsthand:article:x"]
    assert {target["scope"] for target in targets} == {"urn:firsthand:article:x"}


def test_attacks_stay_words() -> None:
    for payload, material in attack():
        found = json.loads(b"".join(write_annotations(material)))
        check_document(found)
        assert payload in {body.get("value") for body in found["first"]["items"][0]["body"]} or not payload.strip()
