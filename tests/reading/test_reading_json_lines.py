import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import EmptyArticleError, FormatError, InputError
from firsthand.reading import read_document, read_lines, read_record
from firsthand.records import Annotations, Article, encode


def lines(*parts: object) -> io.BytesIO:
    raw = [part if isinstance(part, bytes) else json.dumps(part).encode() for part in parts]
    return io.BytesIO(b"\n".join(raw))


def one(stream: io.BytesIO) -> Article | InputError:
    (result,) = read_lines(stream, "news.jsonl")
    return result


def test_the_contracts_fields_are_taken_and_others_ignored() -> None:
    record = {
        "id": "a7", "text": " He said so. ", "url": "https://a.example/7", "publisher": "ETB", "title": "So",
        "authors": "By Jane Roe, John Doe and Max Moe", "date": "2026-09-07", "language": "en", "bias": "none",
    }  # fmt: skip
    article = read_record(record)
    assert article.text == " He said so. "
    assert article.authors == ("Jane Roe", "John Doe", "Max Moe")
    assert (article.id, article.published, article.language) == ("a7", "2026-09-07", "en")
    assert read_record({"id": 7, "text": "No.", "authors": ["Roe, Jane"]}).authors == ("Roe, Jane",)


def test_a_record_of_the_contract_gives_its_article_again() -> None:
    article = read_record({"text": "Recalling it, he said so.", "publisher": "ETB", "flags": ["control_characters:1"]})
    assert one(io.BytesIO(encode(Annotations(article)))) == article


def test_order_and_ids_are_kept_and_errors_stand_in_their_place() -> None:
    stream = lines(
        {"id": "b", "text": "No."}, b"", b'{"id": "c", "text": "Hal', {"id": "a", "text": "Yes."}, {"id": "d"}
    )
    results = list(read_lines(stream, "news.jsonl"))
    assert [r.id if isinstance(r, Article) else str(r.subject) for r in results] == [
        "b", "news.jsonl:3", "a", "news.jsonl:5",
    ]  # fmt: skip
    assert isinstance(results[1], FormatError)
    assert isinstance(results[3], EmptyArticleError)
    assert "truncated" in results[1].message


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"text": 5}, "text"),
        ({"text": "No.", "url": []}, "url"),
        ({"text": "No.", "id": 1.5}, "id"),
        ({"text": "No.", "authors": {"name": "Roe"}}, "authors"),
        ({"text": "No.", "published": 2025}, "published"),
        ({"text": "No.", "sections": [{"kind": "prologue", "span": [0, 2]}]}, "sections"),
        ({"text": "No.", "sections": [{"kind": "body", "span": [0, 9]}]}, "sections"),
        ({"text": "No.", "flags": "none"}, "flags"),
        ("No.", "object"),
        (None, "object"),
    ],
)
def test_a_wrong_type_names_the_field(record: object, field: str) -> None:
    with pytest.raises(FormatError, match=field):
        read_record(record)


@pytest.mark.parametrize("record", [{}, {"text": None}, {"text": ""}, {"text": " \n"}])
def test_a_record_without_text_is_empty(record: dict[str, Any]) -> None:
    with pytest.raises(EmptyArticleError):
        read_record(record)


def test_lone_surrogates_are_replaced_and_pairs_joined() -> None:
    article = one(io.BytesIO(b'{"text": "He \\ud800 said \\ud83d\\ude00.", "title": "\\udfff"}'))
    assert isinstance(article, Article)
    assert (article.text, article.title) == ("He \ufffd said 😀.", "\ufffd")
    assert article.flags == ("replaced_surrogates:1",)
    assert article.text.encode()


def test_damaged_bytes_in_a_line_are_counted() -> None:
    article = one(io.BytesIO('{"text": "Él dijo sí, señor'.encode() + b' \xff."}'))
    assert isinstance(article, Article)
    assert article.text == "Él dijo sí, señor \ufffd."
    assert article.flags == ("replaced_bytes:1",)


@pytest.mark.parametrize("line", [b"[" * 100_000, b'{"text": ' + b"9" * 5000 + b"}", b"\xff\xfe", b"nul"])
def test_hostile_json_is_a_format_error(line: bytes) -> None:
    result = one(io.BytesIO(line))
    assert isinstance(result, FormatError)
    assert result.subject == "news.jsonl:1"


def test_documents_are_an_object_a_list_or_a_list_in_an_object() -> None:
    record = {"id": "a", "text": "No."}
    for document in (record, [record], {"articles": [record]}, {"schema": 1, "articles": [{"article": record}]}):
        (result,) = read_document(json.dumps(document, indent=1).encode(), "a.json")
        assert isinstance(result, Article)
        assert result.id == "a"
    results = list(read_document(b'[{"text": "No."}, {"text": 1}]', "a.json"))
    assert isinstance(results[1], FormatError)
    assert results[1].subject == "a.json#2"


@pytest.mark.parametrize(
    ("data", "kind"), [(b"[]", EmptyArticleError), (b'[{"text": "a', FormatError), (b'\n\n{"text"', FormatError)]
)
def test_broken_or_empty_documents_are_one_error(data: bytes, kind: type[InputError]) -> None:
    (result,) = read_document(data, "a.json")
    assert isinstance(result, kind)
    assert result.subject == "a.json"


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "id", "authors", "sections", "article", "articles", "flags"]), inner)
    ),
    max_leaves=8,
)


@given(JSON | st.binary())
def test_any_json_or_bytes_give_articles_or_errors(value: object) -> None:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    results = [*read_document(data), *read_lines(io.BytesIO(data))]
    assert all(isinstance(result, Article) or result.subject for result in results)
    assert results or not data.strip()
