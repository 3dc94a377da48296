"""The report of a story: its claims with the words they rest on, and no link that leads out of it."""

import re
from html import unescape
from pathlib import Path

import msgspec
from playwright.sync_api import Page

from firsthand import open_store
from firsthand.records import ClaimStatus, Story
from firsthand.serving.linked_queries import find_story
from firsthand.serving.linked_stories import LinkedStory, join_story
from firsthand.serving.web.reports.frame import join_styles, make_policy
from firsthand.serving.web.reports.story_report import TOLD, collect_notes, draw_story_report, group_claims, view_report
from tests.serving.made_story import make_links, make_many_claims, make_records
from tests.serving.web.reports.test_article_report import EVIL


def made() -> LinkedStory:
    return join_story(make_links(), make_records())


def read_words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html[html.index("<main>") :])).split())


def load_example(examples_store: Path) -> LinkedStory:
    with open_store(examples_store) as store:
        return find_story(store, "a4")


def test_claims_come_with_their_reasons_origins_and_words() -> None:
    words = read_words(draw_story_report(made()))
    for told in ("The old pier of Vellmar is for sale", "2 origins", "the council speaks for itself", "denied by",
                 "will not sell the pier", "softened on 2 March", "published two hours later"):  # fmt: skip
        assert told in words


def test_each_claim_stands_in_one_group() -> None:
    groups = group_claims(made())
    assert [claim.id for group in groups for claim in group.claims] == ["c-1111111111", "c-3333333333", "c-2222222222"]
    assert [group.name for group in groups] == ["told", "unnamed", "single"]


def test_of_many_claims_the_first_are_told_and_all_are_counted() -> None:
    links = make_many_claims(TOLD + 5)
    disputed = tuple(msgspec.structs.replace(one, status=ClaimStatus.DISPUTED) for one in links.claims)
    story = join_story(msgspec.structs.replace(links, claims=disputed), make_records())
    (group,) = group_claims(story)
    assert (len(group.claims), group.total) == (TOLD, TOLD + 8)
    assert f"the first {TOLD} of {TOLD + 8} claims" in read_words(draw_story_report(story))


def test_notes_are_the_statements_of_the_origins_each_once() -> None:
    notes = collect_notes(made(), group_claims(made()))
    assert sorted(one.id for one in notes) == ["m1:1", "m1:2", "m4:1"]
    report = view_report(made())
    assert {one.id: number for number, one in enumerate(report.notes, 1)} == report.numbers


def test_every_link_stays_inside(examples_store: Path) -> None:
    html = draw_story_report(load_example(examples_store))
    addresses = re.findall(r'\b(?:href|src|action|xlink:href)="([^"]*)"', html)
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(addresses) > 20
    assert len(ids) == len(set(ids))
    assert {one.removeprefix("#") for one in addresses} <= set(ids)
    assert all(one.startswith("#") for one in addresses)


def test_nothing_is_loaded_by_its_styles() -> None:
    for sheet in ("article", "story"):
        styles = join_styles(sheet)
        assert not re.search(r"url\(|@import|@font-face|</", styles)
        assert make_policy(sheet).startswith("default-src 'none'; style-src 'sha256-")


def test_a_hostile_story_and_an_empty_one_are_survived() -> None:
    links = make_links()
    claims = tuple(msgspec.structs.replace(one, gist=EVIL, because=(EVIL,)) for one in links.claims)
    actors = tuple(msgspec.structs.replace(one, name=EVIL, roles=(EVIL,)) for one in links.actors)
    hostile = msgspec.structs.replace(links, claims=claims, actors=actors, story=Story("s", EVIL, links.story.articles))
    html = draw_story_report(join_story(hostile, make_records()))
    assert "<script>window" not in html
    assert "<script>window.evil" in read_words(html)
    bare = msgspec.structs.replace(
        links, claims=(), relations=(), timeline=(), positions=(), copies=(), assertions={}, steps={}
    )
    assert "No claim" in read_words(draw_story_report(join_story(bare, make_records())))
    assert "Untitled story" in draw_story_report(
        join_story(msgspec.structs.replace(bare, story=Story("s", "", ())), [])
    )


def test_it_opens_without_a_network_and_prints(examples_store: Path, tmp_path: Path, offline: Page) -> None:
    path = tmp_path / "story.html"
    path.write_text(draw_story_report(load_example(examples_store)), encoding="utf-8")
    offline.goto(path.as_uri())
    assert offline.locator("svg.ways").count() == 1
    assert offline.evaluate("document.querySelectorAll('script').length") == 0
    offline.locator(".ref a").first.click()
    assert offline.evaluate("document.querySelector(':target').id").startswith("note-")
    pdf = offline.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 14
