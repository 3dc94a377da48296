"""`firsthand export`: its formats and parts, and what it refuses."""

import csv
import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from firsthand.reading import read_inputs
from firsthand.records import Export, decode
from firsthand.serving import cli
from firsthand.serving.exports import ExportFormat, TableName
from firsthand.storage import Fate, open_store
from tests.serving.made_story import DENIAL, STORY

Capture = pytest.CaptureFixture[str]


def run(capsys: Capture, *arguments: str) -> str:
    assert cli.main(["export", *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def refuse(capsys: Capture, *arguments: str) -> str:
    assert cli.main(["export", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def test_the_command_knows_all_formats_and_tables() -> None:
    assert tuple(ExportFormat) == cli.FORMATS
    assert tuple(TableName) == cli.TABLES


@pytest.mark.parametrize("format", ExportFormat)
def test_every_format_is_written_to_a_file(
    format: ExportFormat, story_database: str, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "out"
    assert run(capsys, "--format", format, "--story", STORY, "--out", str(out), "--db", story_database) == ""
    assert out.stat().st_size > 500
    assert zipfile.is_zipfile(out) == (format is ExportFormat.BRAT)


def test_a_part_is_the_contract_too(story_database: str, capsys: Capture) -> None:
    found = json.loads(run(capsys, "--claim", DENIAL, "--db", story_database))
    assert list(found) == list(Export.__struct_fields__)
    assert next(claim["id"] for claim in found["claims"]) == DENIAL
    lines = run(capsys, "--article", "m2", "--format", "jsonl", "--db", story_database).splitlines()
    assert [decode(line).article.id for line in lines] == ["m2"]


def test_a_table_is_chosen(story_database: str, capsys: Capture) -> None:
    text = run(capsys, "--format", "csv", "--table", "claims", "--actor", "Caldo", "--bom", "--db", story_database)
    (_, row) = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert text.startswith("\ufeffclaim,gist") and row[0] == DENIAL


def test_what_makes_no_sense_is_refused(story_database: str, capsys: Capture) -> None:
    assert "--table is for" in refuse(capsys, "--table", "claims", "--db", story_database)
    assert "--bom is for" in refuse(capsys, "--format", "parquet", "--bom", "--db", story_database)
    assert "--newest is for" in refuse(capsys, "--newest", "--story", STORY, "--db", story_database)
    assert "none" in refuse(capsys, "--story", "none", "--db", story_database)


@pytest.mark.parametrize("format", ["parquet", "brat"])
def test_a_terminal_is_not_filled_with_bytes(
    format: str, story_database: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "--out" in refuse(capsys, "--format", format, "--db", story_database)


def test_an_export_read_again_is_the_same_articles(story_database: str, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out.jsonl"
    run(capsys, "--format", "jsonl", "--out", str(out), "--db", story_database)
    articles = list(read_inputs([str(out)]))
    with open_store(Path(story_database), create=False) as store:
        fates = [outcome.fate for one in articles if (outcome := store.find_duplicate(one))]
        assert fates == [Fate.DUPLICATE] * 4
        stored = [decode(line).article for line in store.export_records()]
    assert [(one.id, one.text, one.publisher, one.published) for one in articles] == [
        (one.id, one.text, one.publisher, one.published) for one in stored
    ]
