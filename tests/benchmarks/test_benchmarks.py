"""The benchmarks' own parts, with a reader that takes no time; no speed is judged here."""

import gzip
import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.__main__ import Row, format_table
from benchmarks.articles import FEWEST_WORDS, LOAD, MOST_WORDS, pick_texts, read_load, repeat_paragraphs
from benchmarks.commands import time_command
from benchmarks.machine import cpu_model, describe_machine, package_version
from benchmarks.processes import Reader, Run, measure, throughput_ratio


def load_counter() -> Reader:
    return len


def load_nothing() -> Reader:
    raise ValueError("no such model")


def write_load(folder: Path, lengths: list[int]) -> Path:
    path = folder / LOAD
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": "word " * length}) + "\n" for length in lengths)
    return path


def test_articles_of_the_wanted_length_are_taken(tmp_path: Path) -> None:
    path = write_load(tmp_path, [539, 540, 600, 660, 661])
    assert [len(text.split()) for text in read_load(path)] == [540, 600, 660]
    texts, origin = pick_texts(tmp_path, 2)
    assert len(texts) == 2
    assert origin == "news_e2e_allsides"


def test_paragraphs_are_repeated_to_the_wanted_length() -> None:
    texts = list(islice(repeat_paragraphs([f"paragraph {n} " + "word " * 40 for n in range(5)]), 7))
    assert all(FEWEST_WORDS <= len(text.split()) <= MOST_WORDS for text in texts)
    assert [text[:11] for text in texts[:6]] == [f"paragraph {n}" for n in (0, 1, 2, 3, 4, 0)]


def test_processes_are_measured() -> None:
    texts = ["one", "two"]
    (alone,) = measure(load_counter, texts)
    assert alone.articles == 2
    assert alone.began <= alone.ended
    assert 1 < alone.peak_memory < 10_000
    assert len(measure(load_counter, texts, processes=2)) == 2


def test_a_failing_process_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="no such model"):
        measure(load_nothing, ["one"])


def test_throughput_is_compared_by_the_clock() -> None:
    alone = Run(cpu=10, began=0, ended=10, peak_memory=1, articles=10)
    together = [alone._replace(began=20, ended=31), alone._replace(began=21, ended=32.5)]
    assert throughput_ratio(alone, together) == pytest.approx(20 / 12.5)
    assert alone.cpu_ms_per_article == 1000


def test_commands_are_timed_and_must_succeed() -> None:
    assert time_command([sys.executable, "-c", "import time; time.sleep(0.1)"], 3) > 0.1
    with pytest.raises(subprocess.CalledProcessError):
        time_command([sys.executable, "-c", "raise SystemExit(3)"], 1)


def test_the_machine_is_named(tmp_path: Path) -> None:
    info = tmp_path / "cpuinfo"
    info.write_text("processor\t: 0\nmodel name\t: Some Chip 9\n", encoding="utf-8")
    assert cpu_model(info) == "Some Chip 9"
    assert cpu_model(tmp_path / "nothing")
    assert package_version("a package that nobody has") is None
    assert {"cpu", "cores", "python", "onnxruntime"} <= describe_machine().keys()


def test_the_table_shows_what_could_not_be_measured() -> None:
    table = format_table([Row("ours", 12.3, "ms", "≤ 150"), Row("theirs", None, "ms", "")])
    assert "12.30" in table.splitlines()[0]
    assert "–" in table.splitlines()[1]
