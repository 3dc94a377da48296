"""The examples hold what the docs say, and the code in the docs runs."""

import contextlib
import io
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKS = ["dam_breach", "ferry_hack", "port_lease"]
FIELDS = ["id", "url", "publisher", "published", "language", "title", "text"]


def read_blocks() -> list[str]:
    text = (ROOT / "docs" / "python_api.md").read_text(encoding="utf-8")
    return re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("name", PACKS)
def test_an_example_story_is_nine_articles_in_the_contracts_fields(name: str) -> None:
    lines = (ROOT / "examples" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    assert len(articles) == 9
    assert {tuple(article) for article in articles} == {tuple(FIELDS)}
    assert len({article["id"] for article in articles}) == 9


def test_the_five_lines_of_the_python_api_print_who_says_what(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    first = read_blocks()[0]
    assert len([line for line in first.splitlines() if line]) == 5
    assert run_block(first) == ["Ana Reyes : “The port of Halmyra stays open,”"]


def test_the_store_examples_of_the_python_api_run_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    added, linked = map(run_block, read_blocks()[1:])
    assert added[0].startswith("stored a1")
    assert (tmp_path / "story.db").is_file()
    assert len(added) == 10
    assert re.fullmatch(r"\d+ claims", linked[0])
    assert [line for line in linked if line.startswith("- ") and " through " in line]


def run_block(block: str) -> list[str]:
    """The lines that a block of Python prints."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(block, "docs/python_api.md", "exec"), {})
    return output.getvalue().splitlines()
