"""read and schema: what goes to which stream, and in which form."""

import io
import json
import sys
from pathlib import Path

import pytest

from firsthand.records import decode, make_schema
from firsthand.serving import cli
from tests.serving.fakes import FakeExtractor
from tests.storage.made_records import TEXT


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def pipe(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


@pytest.mark.usefixtures("extractor")
def test_good_inputs_go_on_after_bad_ones(articles: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["read", articles, "missing", "--json"]) == 1
    captured = capsys.readouterr()
    assert [decode(line).article.id for line in captured.out.splitlines()] == ["a", "b", "a", "a"]
    assert captured.err.splitlines() == [
        f"firsthand: {articles}:2: not an article: mend the line",
        f"firsthand: {articles}:6: not an article: mend the line",
        "firsthand: missing: there is no such file: check the name",
    ]


@pytest.mark.usefixtures("extractor")
def test_a_report_is_printed_without_colour_into_a_pipe(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one"
    path.write_text(f"a|{TEXT}")
    assert cli.main(["read", str(path)]) == 0
    plain = capsys.readouterr().out
    assert "Ana Reyes" in plain
    assert "\x1b" not in plain
    assert max(map(len, plain.splitlines())) <= 80
    assert cli.main(["read", str(path), "--color", "always", "--width", "40"]) == 0
    colored = capsys.readouterr().out
    assert "\x1b[" in colored


@pytest.mark.usefixtures("extractor")
def test_publisher_and_date_win_over_the_input(articles: str, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["read", articles, "--json", "--publisher", "KNA", "--published", "2025-02-27"])
    records = [decode(line) for line in capsys.readouterr().out.splitlines()]
    assert {(record.article.publisher, record.article.published) for record in records} == {("KNA", "2025-02-27")}


def test_what_is_piped_in_is_read(
    extractor: FakeExtractor, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["read", "--json"], ["read", "-", "--json"]):
        pipe(monkeypatch, f"piped|{TEXT}")
        assert cli.main(arguments) == 0
        assert decode(capsys.readouterr().out).article.id == "piped"
    assert extractor.annotated == ["piped", "piped"]


@pytest.mark.parametrize("command", ["read", "add"])
def test_nothing_to_read_is_a_hint(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for stdin in (Terminal(), None):
        monkeypatch.setattr(sys, "stdin", stdin)
        assert cli.main([command]) == 2
        assert f"firsthand {command} article.txt" in capsys.readouterr().err


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(make_schema()))
