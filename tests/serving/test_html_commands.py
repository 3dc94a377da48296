"""`--html FILE` of read, show and story."""

import sys
from pathlib import Path

import pytest

from firsthand.serving import cli, html_files
from tests.storage.made_records import TEXT


@pytest.mark.usefixtures("extractor")
def test_read_writes_one_report_of_all_inputs(
    articles: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.html"
    assert cli.main(["read", articles, "missing", "--html", str(report)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "missing: there is no such file" in captured.err
    html = report.read_text(encoding="utf-8")
    assert "<h1>4 articles</h1>" in html
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


@pytest.mark.usefixtures("extractor")
def test_a_report_on_standard_output(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "one"
    path.write_text(f"a|{TEXT}")
    assert cli.main(["read", str(path), "--html", "-"]) == 0
    sys.stdout.flush()
    out = capfdbinary.readouterr().out
    assert out.startswith(b"<!doctype html>")
    assert out.rstrip().endswith(b"</html>")


@pytest.mark.usefixtures("extractor")
def test_without_an_article_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "report.html"
    report.write_text("the old one")
    assert cli.main(["read", "missing", "--html", str(report)]) == 1
    assert "not written" in capsys.readouterr().err
    assert report.read_text() == "the old one"


@pytest.mark.usefixtures("extractor")
def test_too_many_articles_and_a_bad_place_are_told(
    articles: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["read", articles, "--html", str(tmp_path / "no" / "report.html")]) == 2
    assert "name another file with --html" in capsys.readouterr().err
    monkeypatch.setattr(html_files, "MOST", 2)
    assert cli.main(["read", articles, "--html", str(tmp_path / "report.html")]) == 2
    assert "more than 2 articles" in capsys.readouterr().err
    assert not (tmp_path / "report.html").exists()


def test_show_and_story_write_what_is_linked(
    story_database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.html"
    assert cli.main(["show", "m2", "--db", story_database, "--html", str(report)]) == 0
    assert "In the story “The old pier of Vellmar is for sale”" in report.read_text(encoding="utf-8")
    assert cli.main(["story", "m2", "--db", story_database, "--html", str(report)]) == 0
    assert "Report on a story" in report.read_text(encoding="utf-8")
    assert cli.main(["show", "nowhere", "--db", story_database, "--html", str(report)]) == 2
    assert capsys.readouterr().out == ""


def test_html_and_json_exclude_each_other() -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["read", "x", "--json", "--html", "y"])
    assert end.value.code == 2
