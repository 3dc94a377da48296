"""The commands on what linking found: stories, story, timeline, claims, claim, origins, explain, actor."""

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from firsthand.records import Claim, ClaimStatus, Position, Step, StoryLinks, evidence
from firsthand.serving import linked_queries, listings_links, queries, report_actor, report_claim
from firsthand.serving.commands_read import print_drawn, print_json
from firsthand.serving.exit_statuses import FINE
from firsthand.serving.html_files import write_html
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_explain import draw_explanation
from firsthand.serving.report_lines import count, make_safe
from firsthand.serving.report_story import draw_story
from firsthand.serving.report_timeline import draw_timeline
from firsthand.serving.story_figures import find_leading
from firsthand.storage import Store, StorySummary

if TYPE_CHECKING:
    from rich.text import Text


def stories(options: argparse.Namespace) -> int:
    """List the stories, those that moved last first."""
    linked_queries.check_limit(options.limit)
    with queries.open_database(options.db, create=False) as store, store.snapshot():
        found = store.links.list_stories(options.limit + 1, " ".join(options.words).strip())
        shown = [(one, store.links.get_story(one.id)) for one in found[: options.limit]]
        if options.json:
            print_json(msgspec.json.encode(describe_story(one, links)) for one, links in shown)
            return FINE
        print_drawn(lambda width: listings_links.draw_stories(shown, width), options)
        counted = f"{len(shown):,} {'story' if len(shown) == 1 else 'stories'}"
        _tell_end(store, counted, has_more=len(found) > len(shown), nothing=not (shown or options.words))
    return FINE


def story(options: argparse.Namespace) -> int:
    """Show a story: articles, outlets, origins; claims, who carries whom, copies, voices, timeline."""
    with queries.open_database(options.db, create=False) as store, store.snapshot():
        shown = linked_queries.find_story(store, options.id)
        if options.json:
            print_json([msgspec.json.encode(shown.links)])
            return FINE
        if options.html is not None:
            from firsthand.serving.web.reports.story_report import draw_story_report  # it draws with Jinja

            write_html(draw_story_report(shown), options.html)
            return FINE
        _tell_redirect(options.id, shown.links.story.id)
        print_drawn(lambda width: draw_story(shown, width, full=options.full), options)
        _tell_unlinked(store)
    return FINE


def timeline(options: argparse.Namespace) -> int:
    """Show what happens in a story, and when it was said and reported."""
    with queries.open_database(options.db, create=False) as store, store.snapshot():
        shown = linked_queries.find_story(store, options.story)
    if options.json:
        print_json(map(msgspec.json.encode, shown.links.timeline))
    else:
        _tell_redirect(options.story, shown.links.story.id)
        print_drawn(lambda width: draw_timeline(shown, width), options)
    return FINE


def claims(options: argparse.Namespace) -> int:
    """Find claims, those that most articles carry first."""
    status = ClaimStatus.DISPUTED if options.disputed else ClaimStatus.CORROBORATED if options.corroborated else None
    words = " ".join(options.words)
    with queries.open_database(options.db, create=False) as store, store.snapshot():
        found, has_more = linked_queries.search_claims(
            store, words, options.story, status, anonymous=options.anonymous, limit=options.limit
        )
        if options.json:
            print_json(map(msgspec.json.encode, found))
            return FINE
        print_drawn(lambda width: listings_links.draw_claims(found, width), options)
        is_everything = not (words or options.story or status or options.anonymous)
        _tell_end(store, count(len(found), "claim"), has_more=has_more, nothing=is_everything and not found)
    return FINE


def claim(options: argparse.Namespace) -> int:
    """Show a claim with its origins, what is said against it, and every wording."""
    with queries.open_database(options.db, create=False) as store, store.snapshot():
        found, one = linked_queries.find_claim(store, options.id)
    if options.json:
        print_json([msgspec.json.encode(describe_claim(found, one))])
    else:
        _tell_redirect(options.id, one.id)
        print_drawn(lambda width: report_claim.draw_claim_report(found, one, width, full=options.full), options)
    return FINE


def origins(options: argparse.Namespace) -> int:
    """Show the origins of a claim alone."""
    with queries.open_database(options.db, create=False) as store, store.snapshot():
        found, one = linked_queries.find_claim(store, options.claim)
    if options.json:
        print_json(map(msgspec.json.encode, one.origins))
        return FINE

    _tell_redirect(options.claim, one.id)

    def draw(width: int) -> "Iterator[Text]":
        yield from report_claim.draw_claim_head(found, one, width)
        yield from report_claim.draw_origins(found, one, width)

    print_drawn(draw, options)
    return FINE


def explain(options: argparse.Namespace) -> int:
    """Walk the evidence for a claim's count of origins."""
    with queries.open_database(options.db, create=False) as store, store.snapshot():
        found, one = linked_queries.find_claim(store, options.claim)
        steps = store.links.load_steps(one.id)
    if options.json:
        print_json(msgspec.json.encode(describe_step(found, step)) for step in steps)
    else:
        _tell_redirect(options.claim, one.id)
        print_drawn(lambda width: draw_explanation(found, one, steps, width), options)
        if not steps:
            sys.stdout.write("an older Firsthand linked this story and kept no steps: `firsthand link` makes them\n")
    return FINE


def actor(options: argparse.Namespace) -> int:
    """Show who somebody is, what they said over time, and how their positions changed."""
    with queries.open_database(options.db, create=False) as store, store.snapshot():
        id = linked_queries.find_actor(store, " ".join(options.actor))
        view = linked_queries.view_actor(store, id, full=options.full)
    if options.json:
        print_json([msgspec.json.encode(describe_actor(view))])
    else:
        print_drawn(lambda width: report_actor.draw_actor(view, width, full=options.full), options)
    return FINE


def describe_story(summary: StorySummary, links: StoryLinks) -> dict[str, Any]:
    """A story in a list for programs, with the claim that most articles carry."""
    return {**msgspec.to_builtins(summary), "most_carried": find_leading(links.claims)}


def describe_claim(found: LinkedStory, one: Claim) -> dict[str, Any]:
    """A claim for programs: as in the contract, its relations, and its statements with their words and articles."""
    return {
        "claim": one,
        "relations": found.list_relations(one),
        "statements": [_describe_statement(found, id) for id in one.statements if id in found.statements],
    }


def describe_step(found: LinkedStory, step: Step) -> dict[str, Any]:
    """A step for programs, with the words that it rests on."""
    words = _describe_statement(found, step.statement)["words"] if step.statement in found.statements else None
    return {"text": step.text, "statement": step.statement, "article": step.article, "words": words}


def describe_actor(view: report_actor.ActorView) -> dict[str, Any]:
    """An actor for programs."""
    return {
        "actor": view.actor,
        "stories": [
            {"id": one.links.story.id, "title": one.links.story.title,
             "statements": [_describe_statement(one, statement.id) for statement, _ in view.list_statements(one)]}
            for one in view.stories
        ],
        "positions": [_describe_position(position) for position in view.positions],
        "judgements": view.judgements,
    }  # fmt: skip


def _describe_position(one: Position) -> dict[str, Any]:
    said = {"date": one.date, "what": one.what, "act": one.act, "status": one.status}
    return {**said, "change": one.change or "", "statement": one.statement}


def _describe_statement(found: LinkedStory, id: str) -> dict[str, Any]:
    statement, record = found.statements[id]
    article = record.article
    particulars = {"article": article.id, "publisher": article.publisher, "published": article.published}
    return {**particulars, "words": evidence(article.text, statement.content), "statement": statement}


def _tell_end(store: Store, counted: str, *, has_more: bool, nothing: bool) -> None:
    if nothing:
        counted = linked_queries.NO_STORIES
    sys.stdout.write(f"{counted} shown, there are more: --limit N shows N\n" if has_more else f"{counted}\n")
    if not nothing:
        _tell_unlinked(store)


def _tell_redirect(asked: str, shown: str) -> None:
    """An id that was merged into another still leads somewhere; whoever noted it should know."""
    if asked[:2] == shown[:2] and not shown.startswith(asked):
        sys.stdout.write(f"{make_safe(asked)} is now {make_safe(shown)}\n\n")


def _tell_unlinked(store: Store) -> None:
    """What is shown may lack the latest articles."""
    if unlinked := store.links.count_unlinked():
        sys.stdout.write(f"{count(unlinked, 'article')} not linked yet: `firsthand link`\n")
    elif not store.links.is_current():
        sys.stdout.write("the links are not up to date: `firsthand link`\n")
