"""add, list, show, search and export over a small database."""

import io
import json
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from firsthand.records import Export, decode, encode
from firsthand.serving import cli, commands_store
from firsthand.serving.exports import records_json
from firsthand.storage import open_store
from tests.serving.fakes import FakeExtractor
from tests.storage.made_records import TEXT, make_record

Capture = pytest.CaptureFixture[str]
SUMS = "2 stored, 1 revision, 1 duplicate, 2 rejected of 6\n"
KNOWN = "duplicate: the same text as a\nrevision: a~2 is revision 2 of a: the text has changed\n"
LINKED = "36 articles in 4 stories; 140 claims, 9 corroborated, 12 disputed; 13 copies\n"


@pytest.fixture
def database(tmp_path: Path) -> str:
    path = tmp_path / "x.db"
    with open_store(path) as store:
        store.add(
            [
                make_record("a1", url="https://courier.example/port"),
                make_record("a1", TEXT + " More.", url="https://courier.example/port"),
                make_record("b1", TEXT, publisher="Le Héraut", published="2025-02-28", title="Le port\x1b[31m \u202e"),
                make_record("c1", "Nothing.", publisher=None, published=None, title=None),
            ]
        )
    return str(path)


def run(capsys: Capture, *arguments: str) -> str:
    assert cli.main(arguments) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def run_json(capsys: Capture, *arguments: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(capsys, *arguments, "--json").splitlines()]


@pytest.mark.usefixtures("extractor")
def test_add_ends_with_sums_that_agree(articles: str, tmp_path: Path, capsys: Capture) -> None:
    arguments = ["add", articles, "--db", str(tmp_path / "new.db")]
    assert cli.main(arguments) == 1
    captured = capsys.readouterr()
    assert captured.out == SUMS + KNOWN + LINKED
    assert captured.err.count("mend the line") == 2
    assert cli.main([*arguments, "--json"]) == 1
    captured = capsys.readouterr()
    outcomes = [json.loads(line) for line in captured.out.splitlines()]
    assert [outcome["fate"] for outcome in outcomes] == [
        *("duplicate", "rejected", "duplicate", "duplicate", "duplicate", "rejected")
    ]
    assert captured.err.endswith(f"0 stored, 0 revisions, 4 duplicates, 2 rejected of 6\n{LINKED}")


def test_adding_what_is_all_good_is_status_0(extractor: FakeExtractor, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "one"
    path.write_text(f"a|{TEXT}")
    out = run(capsys, "add", str(path), "--db", str(tmp_path / "new.db"))
    assert out == f"1 stored, 0 revisions, 0 duplicates, 0 rejected of 1\n{LINKED}"
    assert extractor.annotated == ["a"]


@pytest.mark.usefixtures("extractor")
@pytest.mark.parametrize(("number", "told"), [(20, 20), (21, 0)])
def test_many_duplicates_are_only_summed_up(number: int, told: int, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "many"
    path.write_text(f"a|{TEXT}\n" * (number + 1))
    out = run(capsys, "add", str(path), "--db", str(tmp_path / "new.db"))
    assert out.count("duplicate: the same text as a\n") == told


@pytest.mark.usefixtures("extractor")
def test_progress_is_shown_on_a_terminal_only(
    articles: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(commands_store, "PROGRESS_SECONDS", -1)
    errors = Terminal()
    monkeypatch.setattr(sys, "stderr", errors)
    cli.main(["add", articles, "--db", str(tmp_path / "new.db")])
    assert "1 stored, 0 revisions, 0 duplicates, 0 rejected of 1 so far" in errors.getvalue()
    assert errors.getvalue().endswith("\r\x1b[K")
    assert capsys.readouterr().out == SUMS + KNOWN + LINKED


def test_the_users_data_folder_is_made(
    extractor: FakeExtractor, articles: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda name: tmp_path / "data" / name)
    assert cli.main(["list"]) == 2
    assert "firsthand add" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()
    cli.main(["add", articles])
    assert (tmp_path / "data" / "firsthand" / "firsthand.db").is_file()
    assert extractor.annotated
    (tmp_path / "file").touch()
    monkeypatch.setattr("platformdirs.user_data_path", lambda name: tmp_path / "file" / name)
    capsys.readouterr()
    assert cli.main(["add", articles]) == 2
    assert "--db" in capsys.readouterr().err


def test_list_shows_the_newest_of_each(database: str, capsys: Capture) -> None:
    lines = run(capsys, "list", "--db", database).splitlines()
    assert lines[0] == "2026-03-10  Moravel Courier · a1~2 · revision 2"
    assert lines[1] == "            Port stays open"
    assert lines[2] == "            2 statements · https://courier.example/port"
    assert lines[-4].startswith("no date     no outlet given · c1")
    assert lines[-1] == "3 articles"
    listed = run_json(capsys, "list", "--db", database, "--limit", "2")
    assert [(one["id"], one["revision"]) for one in listed] == [("a1~2", 2), ("b1", 1)]


def test_show_gives_the_newest_or_the_one_asked_for(database: str, capsys: Capture) -> None:
    (record,) = run_json(capsys, "show", "a1", "--db", database)
    assert msgspec.convert(record["article"], dict)["text"] == TEXT + " More."
    (record,) = run_json(capsys, "show", "a1", "--revision", "1", "--db", database)
    assert msgspec.convert(record["article"], dict)["text"] == TEXT
    assert run(capsys, "show", "a1", "--revision", "1", "--db", database).startswith(
        "Revision 1, superseded by a newer one\n"
    )
    assert "Ana Reyes" in run(capsys, "show", "b1", "--db", database)


def test_show_takes_a_statements_id_and_the_beginning_of_an_id(tmp_path: Path, capsys: Capture) -> None:
    path = str(tmp_path / "x.db")
    with open_store(path) as store:
        records = [make_record("abcd1234"), make_record("abcd1234", TEXT + " More."), make_record("abce5678", "Other.")]
        store.add([*records, make_record("a1", "Nothing.")])

    def shown(*arguments: str) -> object:
        (record,) = run_json(capsys, "show", *arguments, "--db", path)
        return msgspec.convert(record["article"], dict)["id"]

    assert shown("abcd1234:2") == "abcd1234"  # the revision that the statement stands in
    assert shown("abcd1234~2:2") == "abcd1234~2"
    assert shown("abcd") == "abcd1234~2"
    assert shown("abcd", "--revision", "1") == "abcd1234"
    assert shown("abcd1234~") == "abcd1234~2"
    assert shown("a1:1") == "a1"
    assert cli.main(["show", "abc", "--db", path]) == 2  # too short
    assert "no article with this id" in capsys.readouterr().err
    with open_store(path) as store:
        store.add([make_record("abcd9999", "One more.")])
    assert cli.main(["show", "abcd", "--db", path]) == 2
    assert "several ids begin so: abcd1234, abcd1234~2, abcd9999" in capsys.readouterr().err


def test_articles_without_a_title_show_their_first_words(tmp_path: Path, capsys: Capture) -> None:
    path = str(tmp_path / "x.db")
    with open_store(path) as store:
        store.add([make_record("q1", "“No,” said Ana Reyes.", title=None), make_record("p1", title=None)])
    listed = run(capsys, "list", "--db", path)
    assert "            “No,” said Ana Reyes.\n" in listed
    assert "            “Ana Reyes said “the port" in listed
    assert "Moravel Courier, “No,” said Ana Reyes. · q1:1" in run(capsys, "search", "no", "--db", path)
    assert "            “No,” said Ana Reyes.\n" in run(capsys, "search", "no", "--articles", "--db", path)
    assert [one["title"] for one in run_json(capsys, "list", "--db", path)] == [None, None]


@pytest.mark.parametrize("name", ["", ":memory:"])
@pytest.mark.parametrize("command", ["list", "add"])
def test_a_database_must_be_a_file(name: str, command: str, tmp_path: Path, capsys: Capture) -> None:
    inputs = [str(tmp_path)] if command == "add" else []
    assert cli.main([command, *inputs, "--db", name]) == 2
    assert "--db names no file" in capsys.readouterr().err


def test_an_export_added_again_keeps_its_revisions(tmp_path: Path, capsys: Capture) -> None:
    first, second, export = (str(tmp_path / name) for name in ("a.db", "b.db", "x.jsonl"))
    with open_store(first) as store:
        store.add([make_record("a1"), make_record("a1", TEXT + " More."), make_record("b1", "Other.")])
    run(capsys, "export", "--format", "jsonl", "--out", export, "--db", first)
    assert "2 stored, 1 revision, 0 duplicates" in run(capsys, "add", export, "--db", second)
    with open_store(second) as store:
        assert [(one.id, one.revision) for one in store.list_articles()] == [("b1", 1), ("a1~2", 2)]
    for path in (first, second):
        assert "0 stored, 0 revisions, 3 duplicates" in run(capsys, "add", export, "--db", path)


def test_search_shows_who_what_and_where(database: str, capsys: Capture) -> None:
    lines = run(capsys, "search", "open", "--outlet", "courier", "--db", database).splitlines()
    assert lines == [
        "2026-03-10  Ana Reyes said [say, asserted, direct]",
        "            “the port stays open”",
        "            Moravel Courier, Port stays open · a1~2:1",
        "1 statement",
    ]
    assert run(capsys, "search", "nowhere", "--db", database) == "0 statements\n"
    assert "1 statement shown, there are more" in run(capsys, "search", "open", "--limit", "1", "--db", database)
    lines = run(capsys, "search", "Monday", "--articles", "--since", "2026", "--db", database).splitlines()
    assert lines[-1] == "1 article"
    assert "on Monday" in "\n".join(lines)


def test_search_json_rests_on_the_contract(database: str, capsys: Capture) -> None:
    (found,) = run_json(capsys, "search", "open", "--until", "2025", "--db", database)
    (whole,) = [s for s in make_record("b1").statements if s.id == "b1:1"]
    assert msgspec.convert(found["statement"], type(whole)) == whole
    assert (found["speaker"], found["snippet"]) == ("Ana Reyes", "“the port stays open”")
    (article,) = run_json(capsys, "search", "more", "--articles", "--db", database)
    assert msgspec.convert(article["article"], dict)["id"] == "a1~2"


def test_superseded_results_are_marked(database: str, capsys: Capture) -> None:
    out = run(capsys, "search", "open", "--since", "2026", "--superseded", "--db", database)
    assert out.count("· superseded") == 1


@pytest.mark.parametrize("arguments", [["list"], ["search", "port"], ["search", "port", "--articles"], ["show", "b1"]])
def test_nothing_that_steers_a_terminal_gets_through(database: str, arguments: list[str], capsys: Capture) -> None:
    out = run(capsys, *arguments, "--db", database)
    assert not {"\x1b", "\u202e", "\x02", "\x03"} & set(out)
    colored = run(capsys, *arguments, "--color", "always", "--db", database)
    assert "\x1b[31m" not in colored
    assert "\x1b[1m" in colored


@settings(max_examples=40, deadline=None)
@given(
    title=st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
    publisher=st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    width=st.integers(40, 120),
)
def test_no_line_runs_past_the_width(
    tmp_path_factory: pytest.TempPathFactory, title: str, publisher: str, width: int
) -> None:
    path = tmp_path_factory.mktemp("wide") / "x.db"
    with open_store(path) as store:
        store.add([make_record(title=title, publisher=publisher)])
    for arguments in (["list"], ["search", "port"], ["search", "port", "--articles"]):
        with pytest.MonkeyPatch.context() as patch:
            output = io.StringIO()
            patch.setattr(sys, "stdout", output)
            assert cli.main([*arguments, "--db", str(path), "--width", str(width)]) == 0
        assert max(cell_len(line) for line in output.getvalue().split("\n")) <= width


def test_export_is_the_contract_byte_for_byte(database: str, tmp_path: Path, capsys: Capture) -> None:
    lines = run(capsys, "export", "--format", "jsonl", "--db", database).splitlines()
    with open_store(database) as store:
        assert [line.encode() for line in lines] == list(store.export_records())
    out = tmp_path / "out.json"
    assert run(capsys, "export", "--out", str(out), "--db", database) == ""
    whole = Export(articles=tuple(decode(line) for line in lines))
    assert out.read_bytes() == encode(whole) + b"\n"
    assert [record.article.id for record in whole.articles] == ["a1", "a1~2", "b1", "c1"]
    newest = run(capsys, "export", "--format", "jsonl", "--newest", "--db", database).splitlines()
    assert newest == lines[1:]


def test_an_empty_database_exports_an_empty_corpus(tmp_path: Path, capsys: Capture) -> None:
    open_store(tmp_path / "x.db").close()
    out = run(capsys, "export", "--db", str(tmp_path / "x.db"))
    assert out.encode() == encode(Export()) + b"\n"


def test_an_export_that_fails_leaves_the_old_file(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    out = tmp_path / "out.json"
    out.write_text("before")

    def fail(*_: object) -> list[bytes]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(records_json, "compose_export", fail)
    assert cli.main(["export", "--out", str(out), "--db", database]) == 2
    assert "No space left" in capsys.readouterr().err
    assert out.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir() if "part" in path.name) == []
