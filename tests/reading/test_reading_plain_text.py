import os
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import EmptyArticleError, EncodingError, InputError, SizeError
from firsthand.reading import read_text
from firsthand.reading.encodings import MAX_CHARACTERS
from firsthand.records import Article, SectionKind

PIECES = st.sampled_from(
    [
        *(
            "Recall",
            "Background:",
            "\n",
            "\n\n",
            "\r\n",
            "\u2028",
            "\ufeff",
            "\u200f",
            "\xa0",
            "\x00",
            "“No,” he said.",
        ),
        *(
            " - ",
            "TORVIK, Sept 7 (ETB) - ",
            "date 2025-02-27 ",
            "(Reuters)",
            "Source: ETB",
            "By Jane Roe",
            "27 May 2025 ",
        ),
        *("A long line of words", "(Reporting by Jane Roe)", "\ud800", "😀", "/TASS/. "),
    ]
)


def check_sections(article: Article) -> None:
    """In range, in order, not empty, and between them nothing but blanks."""
    position = 0
    for section in article.sections:
        start, end = section.span
        assert position <= start < end <= len(article.text)
        assert not article.text[position:start].strip()
        position = end
    assert not article.text[position:].strip()


@settings(max_examples=300, deadline=None)
@given(st.text() | st.lists(PIECES, max_size=25).map("".join))
def test_any_text_is_kept_as_it_is_or_refused(text: str) -> None:
    try:
        article = read_text(text)
    except InputError:
        return
    assert article.text == re.sub("[\ud800-\udfff]", "\ufffd", text)
    check_sections(article)
    assert msgspec.json.decode(msgspec.json.encode(article), type=Article) == article


@settings(max_examples=300, deadline=None)
@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_an_article_or_an_input_error(data: bytes) -> None:
    try:
        article = read_text(data)
    except InputError:
        return
    check_sections(article)
    assert article.text.encode("utf-8")


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\ufeff", b"", b"\xef\xbb\xbf"])
def test_nothing_to_read_is_an_error(text: str | bytes) -> None:
    with pytest.raises(EmptyArticleError, match="empty"):
        read_text(text)


def test_binary_and_too_large_texts_are_errors() -> None:
    with pytest.raises(EncodingError):
        read_text("\x00\x01\x02\x03" * 20)
    with pytest.raises(SizeError):
        read_text("a" * (MAX_CHARACTERS + 1))
    with pytest.raises(SizeError, match="10,000,000 characters"):
        read_text(b"word " * 2_000_000)


def test_marks_of_direction_width_and_lines_are_kept() -> None:
    text = "\u200fقال\u200b الوزير\r\nلا\u2028\xa0نعم.\ufeff"
    article = read_text(text)
    assert article.text == text
    assert article.flags == ()


def test_large_texts_and_long_lines_are_read() -> None:
    paragraph = "He said that “nothing” was agreed.\n"
    large = read_text(paragraph * (2_000_000 // len(paragraph)))
    line = read_text(b"word " * 200_000)
    check_sections(large)
    assert line.sections[0].span == (0, 999_999)


def test_the_text_fills_only_what_nothing_else_says() -> None:
    text = "TORVIK, 7 September 2026 (ETB) - The ferries stopped, the company said."
    bare = read_text(text)
    told = read_text(text, publisher="Channel Nord", published="2026-09-08", title="Ferries stop", id="x1")
    assert (bare.publisher, bare.published) == ("ETB", "2026-09-07")
    assert (told.publisher, told.published, told.title, told.id) == ("Channel Nord", "2026-09-08", "Ferries stop", "x1")


def test_a_date_that_cannot_be_read_is_flagged() -> None:
    article = read_text("He said so.", published="last week")
    assert (article.published, article.flags) == (None, ("unreadable_date",))


def test_ids_are_stable_and_tell_texts_and_places_apart() -> None:
    first, again = (
        read_text("He said so.", url="https://a.example/1"),
        read_text("He said so.", url="https://a.example/1"),
    )
    assert first.id == again.id
    assert re.fullmatch("[0-9a-f]{16}", first.id)
    others = {read_text("He said no.", url="https://a.example/1").id, read_text("He said so.").id}
    assert len(others | {first.id}) == 3


@pytest.mark.parametrize("data", [b"", b"\xff", b"\xff\xfe", b"\xff\xfe\x00\xd8", b" \xff\xff\n", b"\x00\x00"])
def test_bytes_without_one_readable_character_are_no_article(data: bytes) -> None:
    with pytest.raises(InputError):
        read_text(data)


def test_the_seed_has_a_glued_date_and_a_recall_section() -> None:
    folder = Path(__file__).parents[2].parent / "shared" / "seed"
    if not folder.is_dir():
        assert os.environ.get("CI") != "true", "the seed article is missing"
        pytest.skip("the seed article is not beside this checkout")
    article = read_text(next(folder.glob("*.txt")).read_bytes())
    kinds = [section.kind for section in article.sections]
    assert kinds == [SectionKind.DATELINE, SectionKind.BODY, SectionKind.BACKGROUND]
    assert article.published == "2025-02-27"
    assert article.text[slice(*article.sections[2].span)].startswith("Recall\n")
    check_sections(article)
