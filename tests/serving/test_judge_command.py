"""judge: what is kept, what it is anchored on, what is refused, and that linking follows."""

import json
from typing import Any

import msgspec
import pytest

from firsthand.records import Judgement, JudgementKind, Verdict
from firsthand.serving import cli, commands_judge
from firsthand.storage import open_store
from tests.serving.conftest import FakeLinking
from tests.serving.made_story import DENIAL, SALE, STORY, make_links, make_records

Capture = pytest.CaptureFixture[str]


def judge(capsys: Capture, *arguments: str) -> str:
    assert cli.main(["judge", *arguments]) == 0
    captured = capsys.readouterr()
    return captured.out


def judge_json(capsys: Capture, *arguments: str) -> list[Any]:
    return [json.loads(line) for line in judge(capsys, *arguments, "--json").splitlines()]


def refuse(capsys: Capture, *arguments: str) -> str:
    assert cli.main(["judge", *arguments]) == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("verdict", "ids", "kind", "anchors"),
    [
        ("same", ["a-caldo", "a-council"], JudgementKind.ACTOR, ("m1/m1:a-caldo", "m1/m1:a-council")),
        ("different", [SALE, DENIAL], JudgementKind.CLAIM, ("m1:1#0", "m1:2#1")),
        ("unsure", ["m1", "m3"], JudgementKind.COPY, ("m1", "m3")),
        ("same", ["o-1111111111", "o-2222222222"], JudgementKind.ORIGIN, ("m1:1", "m4:1")),
    ],
)
def test_a_judgement_is_anchored_on_what_never_changes(
    verdict: str, ids: list[str], kind: JudgementKind, anchors: tuple[str, str], story_database: str, capsys: Capture
) -> None:
    judge(capsys, verdict, *ids, "--by", "Ana", "--db", story_database)
    with open_store(story_database) as store:
        (kept,) = store.links.list_judgements()
    assert (kept.kind, kept.verdict, kept.left, kept.right) == (kind, Verdict(verdict), *ids)
    assert (kept.left_anchor, kept.right_anchor) == anchors
    assert kept.by == "Ana"
    assert kept.at.endswith("+00:00")


@pytest.mark.parametrize(
    ("arguments", "kind", "verdict", "anchors", "words"),
    [
        (["speaker", "m1:2", "a-council"], "speaker", "same", ("m1:2", "m1/m1:a-council"), "makes the statement"),
        (["not-speaker", "m1:2", "Ines Caldo"], "speaker", "different", ("m1:2", "m1/m1:a-caldo"), "does not make"),
        (["speaker", "m1:2", "m3/Ines Caldo"], "speaker", "same", ("m1:2", "m3/m3:a-caldo"), "makes the statement"),
        (["not-a-statement", "m1:2"], "statement", "different", ("m1:2", "m1:2"), "m1:2 is no statement"),
        (["a-statement", "m1:2"], "statement", "same", ("m1:2", "m1:2"), "m1:2 is a statement"),
    ],
)
def test_single_statements_are_judged(
    arguments: list[str],
    kind: str,
    verdict: str,
    anchors: tuple[str, str],
    words: str,
    story_database: str,
    capsys: Capture,
) -> None:
    assert words in judge(capsys, *arguments, "--no-link", "--db", story_database)
    with open_store(story_database) as store:
        (kept,) = store.links.list_judgements()
    assert (kept.kind, kept.verdict) == (JudgementKind(kind), Verdict(verdict))
    assert (kept.left_anchor, kept.right_anchor) == anchors
    listed = judge(capsys, "list", "--db", story_database)
    assert listed.startswith(kind)
    assert words in listed


def test_what_a_later_judgement_supersedes_says_so(story_database: str, capsys: Capture) -> None:
    for arguments in (["speaker", "m1:2", "a-council"], ["not-a-statement", "m1:2"]):
        judge(capsys, *arguments, "--no-link", "--db", story_database)
    first, second = judge_json(capsys, "list", "--db", story_database)
    assert (first["superseded_by"], second["superseded_by"]) == (second["judgement"]["id"], None)
    later = second["judgement"]["id"]
    assert f"superseded by {later}" in " ".join(judge(capsys, "list", "--db", story_database).split())
    assert judge(capsys, "list", "--db", story_database).endswith("1 in force, 0 undone, 1 superseded\n")
    judge(capsys, "undo", later, "--no-link", "--db", story_database)
    assert "superseded" not in judge(capsys, "list", "--db", story_database)


def test_what_is_wrongly_one_is_parted_by_its_parts(story_database: str, capsys: Capture) -> None:
    (claims,) = judge_json(capsys, "different", "m1:1", "m2:1", "--db", story_database)
    assert (claims["kind"], claims["left_anchor"], claims["right_anchor"]) == ("claim", "m1:1#0", "m2:1#0")
    (origins,) = judge_json(capsys, "different", "m1:1", "m2:1", "--origins", "--db", story_database)
    assert (origins["kind"], origins["left_anchor"], origins["right_anchor"]) == ("origin", "m1:1", "m2:1")
    name = make_records()[0].actors[0].name
    (actors,) = judge_json(capsys, "different", f"m1/{name}", f"m2/{name}", "--db", story_database)
    assert actors["kind"] == "actor"
    assert (actors["left_anchor"].split("/")[0], actors["right_anchor"].split("/")[0]) == ("m1", "m2")
    assert "names nobody so" in refuse(capsys, "different", "m1/Nobody", f"m2/{name}", "--db", story_database)


def test_linking_follows_at_once_unless_told_not_to(story_database: str, linking: FakeLinking, capsys: Capture) -> None:
    out = judge(capsys, "same", "m1", "m3", "--no-link", "--by", "Ana", "--db", story_database)
    assert out.startswith("kept: j-")
    assert out.endswith(", articles m1 and m3 have one text\n")
    assert linking.runs == []
    out = judge(capsys, "different", SALE, DENIAL, "--db", story_database)
    assert f"claims {SALE} and {DENIAL} are different\n36 articles in 4 stories" in out
    assert linking.runs == [False]
    cli.main(["judge", "same", "m1", "m2", "--json", "--db", story_database])
    captured = capsys.readouterr()
    assert msgspec.json.decode(captured.out, type=Judgement).left == "m1"
    assert captured.err.startswith("36 articles")


def test_what_was_judged_is_listed_and_undone(story_database: str, capsys: Capture) -> None:
    assert judge(capsys, "list", "--db", story_database) == "no judgements yet\n"
    (kept,) = judge_json(capsys, "unsure", "a-caldo", "a-council", "--by", "Ana", "--db", story_database)
    listed = judge(capsys, "list", "--db", story_database).splitlines()
    assert listed[0] == "unsure     actors a-caldo and a-council may be one"
    assert listed[1].startswith("           by Ana · ")
    assert listed[-1] == "1 in force, 0 undone"
    assert "made by people" in show_actor(story_database, capsys)
    out = judge(capsys, "undo", kept["id"], "--by", "Ben", "--db", story_database)
    assert out.startswith(f"undone: {kept['id']}, actors a-caldo and a-council")
    listed = judge(capsys, "list", "--db", story_database).splitlines()
    assert "by Ben" in " ".join(listed)
    assert listed[-1] == "0 in force, 1 undone"
    (logged,) = judge_json(capsys, "list", "--db", story_database)
    assert (logged["judgement"]["id"], logged["undone_by"]) == (kept["id"], "Ben")
    assert "made by people" not in show_actor(story_database, capsys)
    assert kept["id"] in refuse(capsys, "undo", kept["id"], "--db", story_database)


def show_actor(path: str, capsys: Capture) -> str:
    assert cli.main(["actor", "a-caldo", "--db", path]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["same", "m1"], "needs 2 ids: `firsthand judge same A B`"),
        (["same", "m1", "m2", "m3"], "needs 2 ids"),
        (["undo"], "needs 1 id: `firsthand judge undo ID`"),
        (["list", "m1"], "needs no ids: `firsthand judge list`"),
        (["same", SALE, "m1"], "being of kind claim and copy"),
        (["speaker", "m1:2"], "needs 2 ids: `firsthand judge speaker STATEMENT ACTOR`"),
        (["not-a-statement"], "needs 1 id: `firsthand judge not-a-statement STATEMENT`"),
        (["not-a-statement", SALE], "this is a claim, not a statement"),
        (["speaker", "m1", "a-council"], "this is an article, not a statement"),
        (["speaker", "m1:2", "Nobody"], "no actor has this id or name"),
        (["speaker", "m1:2", "m1/Nobody"], "names nobody so"),
        (["speaker", "m1:2", SALE], "no actor has this id or name"),
        (["same", "a-caldo", "a-council", "--origins"], "these are of kind actor, not origin"),
        (["same", STORY, STORY], "can be judged, not a story"),
        (["same", "m1", "m1"], "both are this already"),
        (["same", "m1", "nothing-such"], "nothing has this id"),
        (["undo", "j-0"], "j-0"),
    ],
)
def test_what_cannot_be_judged_is_refused(
    arguments: list[str], words: str, story_database: str, linking: FakeLinking, capsys: Capture
) -> None:
    assert words in refuse(capsys, *arguments, "--db", story_database)
    assert linking.runs == []


def test_what_nothing_shows_cannot_be_judged(story_database: str, capsys: Capture) -> None:
    links = make_links()
    first, *others = links.claims
    origins = tuple(msgspec.structs.replace(one, statement=None) for one in first.origins)
    changed = msgspec.structs.replace(
        links, claims=(msgspec.structs.replace(first, origins=origins), *others), renamed={}
    )
    with open_store(story_database) as store:
        store.links.save_story("bare", changed)
    assert "no statement shows" in refuse(capsys, "same", "o-1111111111", "o-2222222222", "--db", story_database)


def test_who_judges_is_who_is_logged_in(story_database: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "reyes")
    (kept,) = judge_json(capsys, "same", "m1", "m3", "--db", story_database)
    assert kept["by"] == "reyes"

    def fail() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", fail)
    assert commands_judge.find_user() == ""
