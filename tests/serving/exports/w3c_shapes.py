"""The W3C's Web Annotation Data Model as a checker of shapes, written from the Recommendation of 23 February 2017.

EXAMPLES are examples of that document (www.w3.org/TR/annotation-model, numbered as there; Copyright © 2017 W3C,
under its document licence), which the checker must pass: so it is no stricter than the model.
"""

from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
SELECTORS = {
    "FragmentSelector", "CssSelector", "XPathSelector", "TextQuoteSelector", "TextPositionSelector",
    "DataPositionSelector", "SvgSelector", "RangeSelector",
}  # fmt: skip
Node = dict[str, Any]


def check_document(node: Node) -> None:
    """An annotation, a page or a collection that stands alone."""
    assert CONTEXT in as_list(node["@context"])
    checks = {"Annotation": check_annotation, "AnnotationPage": check_page, "AnnotationCollection": check_collection}
    checks[node["type"]](node)


def check_collection(node: Node) -> None:
    assert node["type"] == "AnnotationCollection" and is_iri(node["id"])
    assert isinstance(node.get("total", 0), int) and node.get("total", 0) >= 0
    assert all(isinstance(label, str) for label in as_list(node.get("label", [])))
    for name in ("first", "last"):
        page = node.get(name)
        assert page is None or is_iri(page) or (check_page(page) is None)


def check_page(node: Node) -> None:
    assert node["type"] == "AnnotationPage" and is_iri(node["id"])
    assert "partOf" not in node or is_iri(node["partOf"]) or is_iri(node["partOf"]["id"])
    assert isinstance(node.get("startIndex", 0), int) and node.get("startIndex", 0) >= 0
    for item in node["items"]:
        check_annotation(item)


def check_annotation(node: Node) -> None:
    assert node["type"] == "Annotation" and is_iri(node["id"])
    assert node.get("target"), "there is at least one target"
    assert not ("body" in node and "bodyValue" in node)
    for resource in (*as_list(node["target"]), *as_list(node.get("body", []))):
        check_resource(resource)
    assert set(as_list(node.get("motivation", []))) <= MOTIVATIONS
    assert isinstance(node.get("bodyValue", ""), str)


def check_resource(node: Any) -> None:
    """A body or a target: the address of one, a text, a choice, or a part of something."""
    if isinstance(node, str):
        assert is_iri(node)
        return
    if node.get("type") == "Choice":
        for item in node["items"]:
            check_resource(item)
    elif "source" in node:
        check_specific(node)
    elif node.get("type") == "TextualBody" or "value" in node:
        assert isinstance(node["value"], str)
        assert node.get("format", "text/plain").count("/") == 1
    else:
        assert is_iri(node["id"])
    assert set(as_list(node.get("purpose", []))) <= MOTIVATIONS


def check_specific(node: Node) -> None:
    assert node.get("type", "SpecificResource") == "SpecificResource"
    assert is_iri(node["source"]) or is_iri(node["source"]["id"])
    assert "scope" not in node or is_iri(node["scope"])
    for selector in as_list(node.get("selector", [])):
        check_selector(selector)


def check_selector(node: Any) -> None:
    if isinstance(node, str):
        assert is_iri(node)
        return
    assert node["type"] in SELECTORS
    match node["type"]:
        case "TextPositionSelector" | "DataPositionSelector":
            start, end = node["start"], node["end"]
            assert isinstance(start, int) and isinstance(end, int) and 0 <= start <= end
        case "TextQuoteSelector":
            assert isinstance(node["exact"], str)
            assert all(isinstance(node.get(name, ""), str) for name in ("prefix", "suffix"))
        case "RangeSelector":
            check_selector(node["startSelector"])
            check_selector(node["endSelector"])
        case _:
            assert isinstance(node.get("value", ""), str)
    if "refinedBy" in node:
        check_selector(node["refinedBy"])


def is_iri(value: object) -> bool:
    if not isinstance(value, str) or any(one <= " " or one in '<>"{}|\\^`' for one in value):
        return False
    scheme, colon, rest = value.partition(":")
    return bool(colon and rest) and scheme[:1].isalpha() and scheme.replace("+", "a").replace("-", "a").isalnum()


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _example(number: int, **parts: Any) -> Node:
    return {"@context": CONTEXT, "id": f"http://example.org/anno{number}", "type": "Annotation", **parts}


def _select(selector: Node, page: str = "http://example.org/page1") -> Node:
    return {"source": page, "selector": selector}


QUOTED = {"type": "TextQuoteSelector", "exact": "anotation", "prefix": "this is an ", "suffix": " that has some"}
REFINING = {
    "type": "TextQuoteSelector", "exact": "Selected Text", "prefix": "text before the ", "suffix": " and text after it",
}  # fmt: skip
COMMENT = "http://example.org/comment1"
CELLS = {
    "type": "RangeSelector",
    "startSelector": {"type": "XPathSelector", "value": "//table[1]/tr[1]/td[2]"},
    "endSelector": {"type": "XPathSelector", "value": "//table[1]/tr[1]/td[4]"},
}
TEXTS = [
    {"type": "TextualBody", "value": "readme", "purpose": "tagging"},
    {
        "type": "TextualBody", "purpose": "describing",
        "value": "A good description of the topic that bears further investigation",
    },
]  # fmt: skip
EXAMPLES: list[Node] = [
    _example(1, body="http://example.org/post1", target="http://example.com/page1"),
    _example(5, target="http://example.org/photo1",
             body={"type": "TextualBody", "value": "<p>j'adore !</p>", "format": "text/html", "language": "fr"}),
    _example(6, bodyValue="Comment text", target="http://example.org/target1"),
    _example(8, target="http://example.org/ebook1"),
    _example(9, body=["http://example.org/description1", {"type": "TextualBody", "value": "tag1"}],
             target=["http://example.org/image1", "http://example.org/image2"]),
    _example(10, target="http://example.org/website1",
             body={"type": "Choice", "items": [{"id": "http://example.org/note1", "language": "en"},
                                               {"id": "http://example.org/note2", "language": "fr"}]}),
    _example(15, motivation="bookmarking", body=TEXTS, target="http://example.com/page1"),
    _example(18, body={"type": "SpecificResource", "purpose": "tagging", "source": "http://example.org/city1"},
             target={"id": "http://example.org/photo1", "type": "Image"}),
    _example(20, target="http://example.org/image1",
             body={"source": "http://example.org/video1", "purpose": "describing", "selector": {
                 "type": "FragmentSelector", "conformsTo": "http://www.w3.org/TR/media-frags/", "value": "t=30,60"}}),
    _example(23, body=COMMENT, target=_select(QUOTED)),
    _example(24, body="http://example.org/review1", target=_select(
        {"type": "TextPositionSelector", "start": 412, "end": 795}, "http://example.org/ebook1")),
    _example(28, body=COMMENT, target=_select(CELLS, "http://example.org/page1.html")),
    _example(29, body=COMMENT, target=_select({"type": "FragmentSelector", "value": "para5", "refinedBy": REFINING})),
    _example(37, body="http://example.org/note1",
             target={"source": "http://example.org/image1", "scope": "http://example.org/page1"}),
    {
        "@context": CONTEXT, "id": "http://example.org/collection1", "type": "AnnotationCollection",
        "label": "Two Annotations", "total": 2,
        "first": {
            "id": "http://example.org/page1", "type": "AnnotationPage", "startIndex": 0,
            "items": [
                {"id": "http://example.org/anno1", "type": "Annotation", "body": COMMENT, "target": "http://example.com/book1"},
                {"id": "http://example.org/anno2", "type": "Annotation", "body": COMMENT, "target": "http://example.com/book2"},
            ],
        },
    },
    {
        "@context": CONTEXT, "id": "http://example.org/page1", "type": "AnnotationPage",
        "partOf": {"id": "http://example.org/collection1", "label": "Steampunk Annotations", "total": 42023},
        "next": "http://example.org/page2", "startIndex": 0,
        "items": [
            {"id": "http://example.org/anno1", "type": "Annotation", "body": COMMENT, "target": "http://example.com/book1"},
        ],
    },
]  # fmt: skip
