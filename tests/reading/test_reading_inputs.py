import gzip
import io
import json
import os
from pathlib import Path

import pytest

from firsthand.errors import EmptyArticleError, EncodingError, FormatError, InputError, MissingInputError, SizeError
from firsthand.reading import read_inputs, read_stream
from firsthand.reading.encodings import MAX_BYTES
from firsthand.reading.forms import InputForm, name_form, sniff_form
from firsthand.records import Article

PAGE = (
    b"<!DOCTYPE html><html><body><article><p>The minister said on Monday that talks go on.</p></article></body></html>"
)


def outcome(result: Article | InputError) -> str:
    return result.text if isinstance(result, Article) else type(result).__name__


def read_bytes(data: bytes) -> list[Article | InputError]:
    return list(read_inputs(["-"], io.BytesIO(data)))


def test_every_input_has_its_answer_in_order(tmp_path: Path) -> None:
    good, empty, binary = tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "c.txt"
    good.write_text("He said so.")
    empty.write_text("")
    binary.write_bytes(bytes(range(256)))
    missing = tmp_path / "none.txt"
    results = list(read_inputs([str(good), str(missing), str(empty), str(binary), str(good)]))
    assert [outcome(r) for r in results] == [
        "He said so.", "MissingInputError", "EmptyArticleError", "EncodingError", "He said so.",
    ]  # fmt: skip
    subjects = [result.subject for result in results if isinstance(result, InputError)]
    assert subjects == [str(missing), str(empty), str(binary)]


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "x.txt").write_text("Hidden.")
    (tmp_path / ".x.txt").write_text("Hidden.")
    (tmp_path / "b.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    (tmp_path / "sub" / "c.txt.gz").write_bytes(gzip.compress(b"Three."))
    (tmp_path / "z_unknown").write_text("Four.")
    (tmp_path / "style.css").write_text("p {}")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert [outcome(r) for r in read_inputs([str(tmp_path)])] == [
        "One.", "Two.", "MissingInputError", "EncodingError", "FormatError", "Three.", "Four.",
    ]  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_in_a_folder_does_not_hold_us_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (result,) = read_inputs([str(tmp_path)])
    assert isinstance(result, FormatError)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    (result,) = read_inputs([str(tmp_path)])
    assert isinstance(result, MissingInputError)
    assert result.subject == str(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("He said so.")
    path.chmod(0)
    assert [outcome(r) for r in read_inputs([str(path)])] == ["MissingInputError"]


@pytest.mark.parametrize("path", ["", "a\x00b", "x" * 5000])
def test_impossible_paths_are_missing_inputs(path: str) -> None:
    assert [outcome(r) for r in read_inputs([path])] == ["MissingInputError"]


def test_names_that_are_no_unicode_can_be_printed(tmp_path: Path) -> None:
    path = os.fsdecode(bytes(tmp_path) + b"/\xff.txt")
    Path(path).write_bytes(b"")
    (result,) = read_inputs([str(tmp_path)])
    assert isinstance(result, EmptyArticleError)
    assert str(result).encode()


def test_standard_input_is_sniffed() -> None:
    assert outcome(read_bytes(b"He said so.")[0]) == "He said so."
    assert outcome(read_bytes(PAGE)[0]) == "The minister said on Monday that talks go on."
    assert [outcome(r) for r in read_bytes(b'{"text": "a."}\n{"text": "b."}\n')] == ["a.", "b."]
    assert [outcome(r) for r in read_bytes(b'[{"text": "a."},\n {"text": "b."}]')] == ["a.", "b."]
    assert [outcome(r) for r in read_bytes(b'{\n"text": "a."\n}')] == ["a."]
    assert [outcome(r) for r in read_bytes(gzip.compress(b"He said so."))] == ["He said so."]


def read_open(data: bytes, name: str, limit: int | None = None) -> list[Article | InputError]:
    return list(read_stream(io.BytesIO(data), name, limit))


def test_an_open_stream_is_read_as_a_file_of_its_name() -> None:
    lines = b'{"text": "a."}\n{"text": 5}\n'
    results = read_open(lines, "news.jsonl")
    assert [outcome(r) for r in results] == ["a.", "FormatError"]
    assert isinstance(results[1], InputError)
    assert results[1].subject == "news.jsonl:2"
    assert [outcome(r) for r in read_open(lines, "news.txt")] == [lines.decode()]
    assert [outcome(r) for r in read_open(gzip.compress(lines), "x.jsonl.gz")] == ["a.", "FormatError"]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.json.gz", "a.txt.gz", "a.html.gz", "a"])
def test_what_unpacks_to_more_than_the_limit_ends_there(name: str) -> None:
    data = gzip.compress(b'{"text": "a."}\n' + b" " * 2_000_000 + b"\n")
    results = read_open(data, name, limit=1_000_000)
    assert isinstance(results[-1], SizeError)
    assert str(results[-1]) == f"{name}: unpacks to over 1 MB; split it into smaller files"
    assert not any(isinstance(result, SizeError) for result in read_open(data, name, limit=3_000_000))


def test_a_truncated_first_line_does_not_spoil_the_others() -> None:
    results = read_bytes(b'{"text": "a.\n{"text": "b."}\n')
    assert [outcome(r) for r in results] == ["FormatError", "b."]
    assert isinstance(results[0], InputError)
    assert results[0].subject == "standard input:1"


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_empty_standard_input_is_an_error(data: bytes) -> None:
    (result,) = read_bytes(data)
    assert isinstance(result, EmptyArticleError)
    assert result.subject == "standard input"


def test_standard_input_that_is_not_there_is_an_error() -> None:
    (result,) = read_inputs(["-"], None)
    assert isinstance(result, MissingInputError)


def test_blank_lines_only_are_an_empty_input(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n\n")
    assert [outcome(r) for r in read_inputs([str(path)])] == ["EmptyArticleError"]


def test_damaged_gzip_gives_what_came_before_the_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    rows = b"".join(b'{"text": "%s."}\n' % os.urandom(200).hex().encode() for _ in range(2000))
    path.write_bytes(gzip.compress(rows)[:-100_000])
    results = list(read_inputs([str(path)]))
    assert isinstance(results[0], Article)
    assert isinstance(results[-1], FormatError)
    assert sum(isinstance(result, InputError) for result in results) == 1


def test_damaged_gzip_of_text_says_that_nothing_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"He said so. " + os.urandom(2000).hex().encode())[:-200])
    (result,) = read_inputs(str(path))
    assert isinstance(result, FormatError)
    assert "nothing of it was read" in result.message


@pytest.mark.parametrize("suffix", [".jsonl", ".json", ""])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_json_in_utf_16_is_read(tmp_path: Path, encoding: str, suffix: str) -> None:
    path = tmp_path / f"news{suffix}"
    words = "\u201cNo,\u201d she said\u2028in \u010a\u0a0a."  # characters with the byte of a line's end
    rows = json.dumps({"text": words}, ensure_ascii=False) + '\r\n{"text": "Two."}\r\n{"text": "Three'
    path.write_bytes(rows.encode(encoding))
    assert [outcome(r) for r in read_inputs(path)] == [words, "Two.", "FormatError"]


def test_long_json_in_utf_16_is_read_as_it_goes() -> None:
    stream = io.BytesIO(('{"text": "a."}\n' * 200_000).encode("utf-16"))
    results = read_inputs(["-"], stream)
    assert outcome(next(results)) == "a."
    assert stream.tell() < 1_000_000
    assert sum(isinstance(result, Article) for result in results) == 199_999


def test_a_file_of_20_mb_is_refused_also_when_packed(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"a" * (MAX_BYTES + 1), compresslevel=1))
    (result,) = read_inputs([str(path)])
    assert isinstance(result, SizeError)


def test_reading_is_lazy() -> None:
    stream = io.BytesIO(b'{"text": "a."}\n' * 100_000)
    results = read_inputs(["-"], stream)
    assert outcome(next(results)) == "a."
    assert stream.tell() < 10_000


def test_errors_are_values_also_for_encodings(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(bytes(range(256)))
    (result,) = read_inputs([str(path)])
    assert isinstance(result, EncodingError)
    assert result.subject == str(path)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("A.TXT", InputForm.TEXT),
        ("a.html.gz", InputForm.PAGE),
        ("a.ndjson", InputForm.LINES),
        ("a.json", InputForm.JSON),
        ("a", None),
    ],
)
def test_forms_by_name(name: str, form: InputForm | None) -> None:
    assert name_form(name) is form


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (b"  <html>", InputForm.PAGE),
        (b"<?xml version='1.0'?><html>", InputForm.PAGE),
        (b"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00", InputForm.PAGE),
        (b'{"a"', InputForm.JSON),
        (b"[ {", InputForm.JSON),
        (b"[music] He said", InputForm.TEXT),
        (b"{curly}", InputForm.TEXT),
        (b"<3 he wrote", InputForm.TEXT),
    ],
)
def test_forms_by_content(head: bytes, form: InputForm) -> None:
    assert sniff_form(head) is form
