"""Exit statuses, usage, and that nothing ever ends in a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from firsthand import __version__, engine
from firsthand.errors import ModelError
from firsthand.records import decode
from firsthand.serving import cli
from firsthand.serving.exit_statuses import PIPE_CLOSED
from firsthand.storage import open_store
from tests.serving.fakes import FakeExtractor
from tests.storage.made_records import make_record

COMMANDS = ["read", "add", "list", "show", "search", "export", "schema", "link", "stories", "story", "timeline"]
COMMANDS += ["claims", "claim", "origins", "explain", "actor", "judge"]
EXAMPLE = str(Path(__file__).parent.parent.parent / "examples" / "port_lease.jsonl")


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "firsthand", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_help_names_every_command_and_status() -> None:
    result = run("--help")
    assert result.returncode == 0
    text = result.stdout.decode()
    assert all(f"\n    {command} " in text for command in COMMANDS)
    assert "exit status:" in text
    assert result.stderr == b""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main([command, "--help"])
    assert caught.value.code == 0
    assert command in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert capsys.readouterr().out == f"firsthand {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["list", "--limit", "many"],
        ["search", "x", "--articles", "--statements"],
        ["show"],
        ["export", "--format", "xml"],
        ["read", "x", "--color", "red"],
    ],
)
def test_bad_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.usefixtures("extractor")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["read", "x", "--width", "3"], "a width is"),
        (["read", "x", "--published", "soon"], "not a date"),
        (["search", "--db", "{db}"], "nothing to search for"),
        (["search", "—", "--db", "{db}"], "letters or digits"),
        (["search", "x", "--limit", "0", "--db", "{db}"], "limit"),
        (["search", "x", "--since", "2026-02-30", "--db", "{db}"], "not a date"),
        (["search", "x", "--until", "tomorrow", "--db", "{db}"], "not a date"),
        (["search", "x", "--outlet", "—", "--db", "{db}"], "outlet"),
        (["list", "--limit", "0", "--db", "{db}"], "limit"),
        (["show", "zz", "--db", "{db}"], "firsthand list"),
        (["list", "--db", "{db}.none"], "firsthand add"),
        (["add", "x", "--db", "{db}/x"], "can't be opened"),
        (["export", "--db", "{db}", "--out", "{db}/x"], "can't be written"),
        (["export", "--db", "{db}", "--out", "."], "can't be written"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(
    arguments: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = str(tmp_path / "x.db")
    open_store(database).close()
    assert cli.main([argument.replace("{db}", database) for argument in arguments]) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("firsthand: ")
    assert words in captured.err
    assert captured.err.count("\n") == 1


@pytest.mark.usefixtures("extractor")
def test_a_missing_model_is_status_2(
    articles: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise ModelError("missing: install firsthand again", "model.onnx")

    monkeypatch.setattr(engine, "load_extractor", fail)
    assert cli.main(["read", articles]) == 2
    assert "model.onnx: missing" in capsys.readouterr().err


def test_a_fault_of_ours_is_status_3_and_can_be_traced(
    articles: str, extractor: FakeExtractor, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(extractor, "annotate", fail)
    monkeypatch.delenv("FIRSTHAND_DEBUG", raising=False)
    assert cli.main(["read", articles]) == 3
    assert "ZeroDivisionError" in capsys.readouterr().err
    monkeypatch.setenv("FIRSTHAND_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        cli.main(["read", articles])


def test_an_interruption_is_status_130_and_keeps_the_sums(
    articles: str,
    tmp_path: Path,
    extractor: FakeExtractor,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(extractor, "annotate", stop)
    assert cli.main(["add", articles, "--db", str(tmp_path / "x.db")]) == 130
    captured = capsys.readouterr()
    assert captured.out == "0 stored, 0 revisions, 0 duplicates, 0 rejected of 0\n"
    assert captured.err == "firsthand: stopped\n"


def test_a_reader_that_goes_away_is_left_in_peace() -> None:
    program = f"set -o pipefail; {sys.executable} -m firsthand schema | true"
    for _ in range(3):
        result = subprocess.run(["bash", "-c", program], capture_output=True, check=False)
        assert result.stderr == b""
        assert result.returncode in {0, PIPE_CLOSED}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line_and_status_2() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "firsthand", "schema"]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == 2
    assert result.stderr.startswith(b"firsthand: can't read or write standard output (No space left")
    assert result.stderr.count(b"\n") == 1


def make_database(folder: Path) -> str:
    with open_store(folder / "made.db") as store:
        store.add([make_record()])
    return str(folder / "made.db")


OUTPUTS = [
    ["--help"], ["--version"], ["search", "--help"], ["schema"],
    ["list", "--db", "{db}"], ["show", "a1", "--db", "{db}"],
    ["search", "port", "--db", "{db}"], ["search", "port", "--articles", "--db", "{db}"], ["read", EXAMPLE],
    ["read", EXAMPLE, "--json"], ["export", "--db", "{db}"], ["add", EXAMPLE, "--no-link", "--db", "{db}"],
]  # fmt: skip


@pytest.mark.parametrize("arguments", OUTPUTS, ids=" ".join)
def test_a_closed_pipe_is_status_141_without_a_word(arguments: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "firsthand", *(a.format(db=make_database(tmp_path)) for a in arguments)]
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (result.returncode, result.stderr) == (PIPE_CLOSED, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["list", "--db", "{db}"]], ids=" ".join)
def test_a_full_disk_is_told_by_every_command(arguments: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "firsthand", *(a.format(db=make_database(tmp_path)) for a in arguments)]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == 2
    assert result.stderr == b"firsthand: can't read or write standard output (No space left on device)\n"


@pytest.mark.parametrize("redirection", [">&-", "2>&-", ">&- 2>&-", "2>/dev/full", "<&-"])
@pytest.mark.parametrize(("arguments", "status"), [("schema", 0), ("--version", 0), ("list --db no.db", 2), ("no", 2)])
def test_streams_that_are_closed_or_full_are_no_fault(
    redirection: str, arguments: str, status: int, tmp_path: Path
) -> None:
    program = f"exec {sys.executable} -m firsthand {arguments} {redirection}"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    result = subprocess.run(["bash", "-c", program], capture_output=True, check=False, cwd=tmp_path, env=environment)
    assert result.returncode == status
    assert b"Traceback" not in result.stderr
    assert b"ignored" not in result.stderr


def test_a_missing_input_is_status_1_without_a_traceback(tmp_path: Path) -> None:
    result = run("read", str(tmp_path / "missing.txt"))
    assert result.returncode == 1
    assert b"missing.txt" in result.stderr
    assert b"Traceback" not in result.stderr


PLAIN = "“The port stays open,” Ana Reyes said on Monday.\n"
BAD_INPUTS = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 20,
    "cut.jsonl": b'{"id": "x", "text": "Ana Rey',
    "types.jsonl": b'{"id": 7, "text": ["no"]}\n',
    "page.html": b"<html><body><script>1</script></body></html>",
    "huge.txt": b"Ana Reyes said so. " * 1_200_000,
}
ODD_INPUTS = {
    "nul.txt": PLAIN.encode() + b"The \0 said so.",
    "latin.txt": PLAIN.encode() + b"caf\xe9 \xff\xfe",
    "hidden.txt": f"\u202e\u200b{PLAIN}\u2067\ufeff".encode(),
    "surrogate.jsonl": b'{"id": "s", "text": "Ana Reyes said \\ud800 so."}\n',
    "line.txt": PLAIN.strip().encode() * 100,
}


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_a_bad_input_is_named_in_one_line_and_the_others_go_on(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(PLAIN, encoding="utf-8")
    (tmp_path / name).write_bytes(BAD_INPUTS[name])
    inputs = [str(tmp_path / name), str(tmp_path / "a.txt")]
    assert cli.main(["add", *inputs, "--no-link", "--db", str(tmp_path / "x.db")]) == 1
    captured = capsys.readouterr()
    assert captured.out == "1 stored, 0 revisions, 0 duplicates, 1 rejected of 2\n"
    assert captured.err.count("\n") == 1
    assert captured.err.startswith(f"firsthand: {tmp_path / name}")


@pytest.mark.parametrize("name", ODD_INPUTS)
def test_an_odd_input_is_read_shown_and_kept(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, database = str(tmp_path / name), str(tmp_path / "x.db")
    Path(path).write_bytes(ODD_INPUTS[name])
    assert cli.main(["read", path, "--json"]) == 0
    line = capsys.readouterr().out
    text = decode(line).article.text
    for statement in decode(line).statements:
        for start, end in (*statement.source, *statement.cue, *statement.content):
            assert 0 <= start < end <= len(text)
    assert cli.main(["read", path]) == 0
    assert not {"\x00", "\u202e", "\x1b"} & set(capsys.readouterr().out)
    assert cli.main(["add", path, "--db", database]) == 0
    capsys.readouterr()
    assert cli.main(["export", "--format", "jsonl", "--db", database]) == 0
    assert capsys.readouterr().out == line
    assert cli.main(["search", "reyes", "--db", database]) == 0
    assert cli.main(["search", "said", "--articles", "--db", database]) == 0
    assert "1 article" in capsys.readouterr().out


def test_an_input_name_that_is_no_unicode_is_printed_safely(tmp_path: Path) -> None:
    result = run("read", os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[31m.txt"), env={**os.environ, "LC_ALL": "C"})
    assert result.returncode == 1
    assert b"\x1b" not in result.stderr
    assert b"Traceback" not in result.stderr


def test_the_whole_way_through_a_process(tmp_path: Path) -> None:
    database = str(tmp_path / "x.db")
    added = run("add", EXAMPLE, "--no-link", "--db", database)
    assert (added.stdout, added.stderr) == (b"9 stored, 0 revisions, 0 duplicates, 0 rejected of 9\n", b"")
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    found = run("search", "port", "--db", database, env=plain)
    assert found.returncode == 0
    assert max(map(len, found.stdout.splitlines())) <= 80
    exported = run("export", "--format", "jsonl", "--db", database).stdout
    assert exported == run("read", EXAMPLE, "--json").stdout
    assert run("show", "a1", "--json", "--db", database).stdout == exported.splitlines(keepends=True)[0]
