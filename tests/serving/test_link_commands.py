"""link, stories, story, timeline, claims, claim, origins, explain, actor: what they print and what they refuse."""

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from firsthand.records import Claim, Export, StoryLinks, TimelineEntry
from firsthand.serving import cli, commands_link
from firsthand.storage import open_store
from tests.serving.conftest import FakeLinking, Sums
from tests.serving.made_story import DENIAL, SALE, STORY, VOTE, make_links, make_many_claims, make_records
from tests.storage.made_records import make_record

Capture = pytest.CaptureFixture[str]
COMMANDS = [
    ["stories"],
    ["story", STORY],
    ["story", STORY, "--full"],
    ["timeline", STORY],
    ["claims"],
    ["claim", SALE],
    ["claim", VOTE, "--full"],
    ["origins", SALE],
    ["explain", SALE],
    ["actor", "Caldo", "--full"],
]


def run(capsys: Capture, *arguments: str) -> str:
    assert cli.main(arguments) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def run_json(capsys: Capture, *arguments: str) -> list[Any]:
    return [json.loads(line) for line in run(capsys, *arguments, "--json").splitlines()]


def fail(capsys: Capture, *arguments: str) -> str:
    assert cli.main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err


def test_link_ends_with_sums(story_database: str, linking: FakeLinking, capsys: Capture) -> None:
    sums = "36 articles in 4 stories; 140 claims, 9 corroborated, 12 disputed; 13 copies\n"
    assert run(capsys, "link", "--db", story_database) == sums
    run(capsys, "link", "--all", "--db", story_database)
    assert linking.runs == [False, True]


def test_the_sums_of_one_and_of_nothing_are_words(story_database: str, linking: FakeLinking, capsys: Capture) -> None:
    linking.sums = Sums(1, 1, 1, 0, 0, 1)
    words = "1 article in 1 story; 1 claim, 0 corroborated, 0 disputed; 1 copy\n"
    assert run(capsys, "link", "--db", story_database) == words
    linking.sums = Sums(0, 0, 0, 0, 0, 0)
    assert "firsthand add" in run(capsys, "link", "--db", story_database)


def test_linking_shows_progress_on_a_terminal_only(
    story_database: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    errors = Terminal()
    monkeypatch.setattr(commands_link, "PROGRESS_SECONDS", -1)
    monkeypatch.setattr(sys, "stderr", errors)
    assert cli.main(["link", "--db", story_database]) == 0
    assert "linking: copies, 1 of 36" in errors.getvalue()
    assert errors.getvalue().endswith("\r\x1b[K")
    assert "linking" not in capsys.readouterr().out


def test_a_story_is_found_by_all_that_is_in_it(story_database: str, capsys: Capture) -> None:
    whole = run(capsys, "story", STORY, "--db", story_database)
    assert whole.startswith("The old pier of Vellmar is for sale\n")
    for id in (STORY[:6], SALE, "o-1111111111", "m3", "m3:2", "m4:own"):
        assert run(capsys, "story", id, "--db", story_database) == whole


def test_a_story_in_json_is_all_of_its_links(story_database: str, capsys: Capture) -> None:
    out = run(capsys, "story", STORY, "--json", "--db", story_database)
    assert msgspec.json.decode(out, type=StoryLinks) == make_links()


def test_stories_are_listed_with_the_claim_that_is_carried_most(story_database: str, capsys: Capture) -> None:
    assert run(capsys, "stories", "--db", story_database).splitlines() == [
        f"2031-03-03  The old pier of Vellmar is for sale · {STORY}",
        "            4 articles · 3 outlets · 3 claims · 1 to 3 March 2031",
        "            most carried: The old pier will be sold. (2 origins, 4 articles)",
        "1 story",
    ]
    (listed,) = run_json(capsys, "stories", "pier", "--db", story_database)
    assert (listed["id"], listed["articles"], listed["most_carried"]["id"]) == (STORY, 4, SALE)
    assert run(capsys, "stories", "zeppelin", "--db", story_database) == "0 stories\n"


def test_claims_are_found_by_words_story_status_and_sources(story_database: str, capsys: Capture) -> None:
    def find(*arguments: str) -> list[str]:
        return [one["id"] for one in run_json(capsys, "claims", *arguments, "--db", story_database)]

    assert find() == [SALE, DENIAL, VOTE]
    assert find("pier", "--story", STORY[:6]) == [SALE, DENIAL]
    assert find("--story", "m1", "vote") == [VOTE]
    assert find("--disputed") == [SALE]
    assert find("--corroborated") == []
    assert find("--anonymous") == [VOTE]
    assert find("--limit", "1") == [SALE]
    limited = run(capsys, "claims", "--limit", "1", "--db", story_database)
    assert limited.endswith("1 claim shown, there are more: --limit N shows N\n")
    assert run(capsys, "claims", "--anonymous", "--db", story_database).splitlines() == [
        "1 or 2 origins  There was a vote.",
        "                single origin · anonymous sources only · 1 article",
        f"                {VOTE} in {STORY}",
        "1 claim",
    ]


def test_a_claim_is_found_by_its_statements_and_origins(story_database: str, capsys: Capture) -> None:
    whole = run(capsys, "claim", DENIAL, "--db", story_database)
    assert run(capsys, "claim", "m3:2", "--db", story_database) == whole
    assert run(capsys, "claim", "o-3333333333", "--db", story_database) == whole
    (one,) = run_json(capsys, "claim", DENIAL, "--db", story_database)
    assert msgspec.convert(one["claim"], Claim) == make_links().claims[1]
    assert [statement["article"] for statement in one["statements"]] == ["m1", "m2", "m3"]
    assert one["statements"][2]["words"] == "We will not sell the old pier"
    assert [relation["to"] for relation in one["relations"]] == [SALE]


def test_what_is_no_claim_is_named(story_database: str, capsys: Capture) -> None:
    for id, words in [("m1", "an article, not a claim"), (STORY, "a story, not a claim"), ("a-caldo", "actor")]:
        assert words in fail(capsys, "claim", id, "--db", story_database)
    assert "no single story" in fail(capsys, "story", "b1:1", "--db", add_unlinked(story_database))
    assert "nothing has this id" in fail(capsys, "explain", "c-nowhere", "--db", story_database)


def add_unlinked(path: str) -> str:
    with open_store(path) as store:
        store.add([make_record("b1")])
    return path


def test_a_statement_of_two_claims_or_none_asks_for_one(story_database: str, capsys: Capture) -> None:
    with open_store(story_database) as store:
        store.links.save_story("more", make_many_claims(1))
    assert f"name one: {DENIAL}, c-0000000000" in fail(capsys, "origins", "m1:2", "--db", story_database)
    with open_store(story_database) as store:
        store.links.save_story("none", msgspec.structs.replace(make_links(), claims=()))
    assert "belongs to no claim" in fail(capsys, "origins", "m1:2", "--db", story_database)


def test_origins_steps_and_dates_are_lines_of_json(story_database: str, capsys: Capture) -> None:
    found = run_json(capsys, "origins", SALE, "--db", story_database)
    assert [one["id"] for one in found] == ["o-1111111111", "o-2222222222"]
    steps = run_json(capsys, "explain", SALE, "--db", story_database)
    assert [one["words"] for one in steps] == ["the old pier will be sold", None, None]
    entries = run_json(capsys, "timeline", STORY, "--db", story_database)
    assert tuple(msgspec.convert(entries, list[TimelineEntry])) == make_links().timeline


def test_an_actor_is_found_by_id_and_by_name(story_database: str, capsys: Capture) -> None:
    whole = run(capsys, "actor", "a-caldo", "--db", story_database)
    assert run(capsys, "actor", "ines", "caldo", "--db", story_database) == whole
    (one,) = run_json(capsys, "actor", "Ines Caldo", "--db", story_database)
    assert one["actor"]["roles"] == ["harbour master"]
    assert [statement["article"] for statement in one["stories"][0]["statements"]] == ["m1", "m2", "m3"]
    assert one["positions"][0]["change"] == "softened on 2 March"
    assert "no actor has this id or name" in fail(capsys, "actor", "Nobody", "--db", story_database)
    with open_store(story_database) as store:
        links = make_links()
        twin = msgspec.structs.replace(links.actors[3], id="a-twin", name="Rosa Caldo")
        renamed = {**links.renamed, "m3": {**links.renamed["m3"], "m3:a-caldo": "a-twin"}}
        store.links.save_story("two", msgspec.structs.replace(links, actors=(*links.actors, twin), renamed=renamed))
    assert "Ines Caldo (a-caldo), Rosa Caldo (a-twin)" in fail(capsys, "actor", "caldo", "--db", story_database)


def test_an_id_that_was_merged_away_says_what_it_is_now(story_database: str, capsys: Capture) -> None:
    with open_store(story_database) as store:
        links = store.links
        one, other = links.settle_ids("claim", [["m1:1#0"], ["m4:1#0"]])
        links.settle_ids("claim", [["m1:1#0", "m4:1#0"]])
        story = make_links()
        claims = (msgspec.structs.replace(story.claims[0], id=one), *story.claims[1:])
        links.save_story("merged", msgspec.structs.replace(story, claims=claims, relations=()))
    assert run(capsys, "origins", other, "--db", story_database).startswith(f"{other} is now {one}\n\nThe old pier")
    assert run(capsys, "origins", one[:6], "--db", story_database).startswith("The old pier")


def test_nothing_linked_says_what_to_do(tmp_path: Path, capsys: Capture) -> None:
    path = str(tmp_path / "empty.db")
    open_store(path).close()
    for command in ("stories", "claims"):
        told = run(capsys, command, "--db", path)
        assert told == "no stories yet: `firsthand add` brings articles, `firsthand link` finds their stories\n"
        assert run(capsys, command, "--json", "--db", path) == ""
    assert "nothing has this id" in fail(capsys, "story", "s-11111", "--db", path)


def test_articles_that_are_not_linked_yet_are_told(story_database: str, capsys: Capture) -> None:
    add_unlinked(story_database)
    for arguments in (["stories"], ["story", STORY], ["claims"]):
        out = run(capsys, *arguments, "--db", story_database)
        assert out.endswith("1 article not linked yet: `firsthand link`\n")


@pytest.mark.parametrize("command", ["stories", "claims"])
@pytest.mark.parametrize("limit", ["0", "100001"])
def test_a_limit_is_a_sensible_number(command: str, limit: str, story_database: str, capsys: Capture) -> None:
    assert "limit" in fail(capsys, command, "--limit", limit, "--db", story_database)


def test_an_export_has_the_links_and_records_on_corpus_actors(story_database: str, capsys: Capture) -> None:
    exported = msgspec.json.decode(run(capsys, "export", "--db", story_database), type=Export)
    links = make_links()
    assert (exported.claims, exported.copies, exported.relations) == (links.claims, links.copies, links.relations)
    assert exported.stories == (links.story,)
    assert {one.speaker for one in exported.articles[0].statements} == {None, "a-caldo"}
    assert [one.id for one in exported.articles[3].statements] == ["m4:1", "m4:own"]
    lines = run(capsys, "export", "--format", "jsonl", "--db", story_database).splitlines()
    assert [json.loads(line)["article"]["id"] for line in lines] == [one.article.id for one in make_records()]


@pytest.mark.usefixtures("extractor")
def test_add_links_unless_told_not_to(articles: str, tmp_path: Path, linking: FakeLinking, capsys: Capture) -> None:
    path = str(tmp_path / "new.db")
    assert cli.main(["add", articles, "--no-link", "--db", path]) == 1
    assert linking.runs == []
    assert "stories" not in capsys.readouterr().out
    assert cli.main(["add", articles, "--json", "--db", path]) == 1
    assert linking.runs == [False]
    assert "36 articles in 4 stories" in capsys.readouterr().err
    assert cli.main(["add", articles, "--db", path]) == 1
    assert "36 articles in 4 stories" in capsys.readouterr().out


def test_add_does_not_link_what_is_linked(
    extractor: object, story_database: str, tmp_path: Path, linking: FakeLinking
) -> None:
    (tmp_path / "none").mkdir()
    assert extractor
    cli.main(["add", str(tmp_path / "none"), "--db", story_database])
    assert linking.runs == []


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_every_command_refuses_a_width_that_is_none(arguments: list[str], story_database: str, capsys: Capture) -> None:
    assert "a width is" in fail(capsys, *arguments, "--width", "7", "--db", story_database)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_colour_changes_nothing_but_colour(arguments: list[str], story_database: str, capsys: Capture) -> None:
    plain = run(capsys, *arguments, "--db", story_database)
    colored = run(capsys, *arguments, "--color", "always", "--db", story_database)
    assert "\x1b[" in colored
    assert "\x1b[" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


def test_links_that_an_older_version_kept_say_so(story_database: str, capsys: Capture) -> None:
    with open_store(story_database) as store:
        store.links.save_story("", msgspec.structs.replace(make_links(), steps={}, positions=()))
    assert "kept no steps: `firsthand link`" in run(capsys, "explain", SALE, "--db", story_database)
    assert "not up to date: `firsthand link`" in run(capsys, "story", STORY, "--db", story_database)
