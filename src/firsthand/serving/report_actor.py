"""The report on an actor: names and roles, what it said over time in all stories, and how its positions changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.records import Actor, Annotations, Judgement, Position, Statement
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.judgement_words import LONGEST, word_judgement
from firsthand.serving.linked_stories import LinkedStory, word_content
from firsthand.serving.report_lines import (
    ALERT,
    PLAIN,
    QUIET,
    STRONG,
    Piece,
    count,
    make_safe,
    shorten,
    wrap,
    wrap_items,
)
from firsthand.serving.report_rows import Line, draw_heading, draw_rest, draw_row, list_words, make_items, run
from firsthand.serving.report_statements import STATUS_WORDS, word_how
from firsthand.serving.report_story import word_title

if TYPE_CHECKING:
    from rich.text import Text

COLUMN = 14  # cells: as wide as `also known as`
MOMENT = 18  # cells: as wide as `2026-03-10 07:40`
SHOWN = 8  # statements of a story, unless all are asked for
WORDS = 240  # characters of a content


@dataclass(frozen=True)
class ActorView:
    """An actor with all that its report tells. `judgements` are people's on this actor."""

    actor: Actor
    stories: tuple[LinkedStory, ...]
    positions: Sequence[Position] = ()
    judgements: Sequence[Judgement] = ()
    hidden_stories: int = 0

    def list_statements(self, story: LinkedStory) -> list[tuple[Statement, Annotations]]:
        """What the actor says in a story, as it was published."""
        return [(one, record) for one, record in story.statements.values() if one.speaker == self.actor.id]


def draw_actor(view: ActorView, width: int, *, full: bool = False) -> "Iterator[Text]":
    """The report as lines of at most `width` cells; the first statements of each story only, unless `full`."""
    actor = view.actor
    yield from wrap([(shorten(actor.name) or "unnamed", STRONG)], width)
    yield from wrap_items(make_items([str(actor.kind), f"actor {shorten(actor.id)}"]), width)
    yield from draw_heading("", width)
    for label, words in _list_particulars(view, full):
        yield from draw_row(label, [run((words, PLAIN))], COLUMN + 2, width)
    yield from _draw_positions(view, width)
    for story in view.stories:
        yield from _draw_story(view, story, width, full)
    if view.hidden_stories:
        yield from draw_heading("Older stories", width)
        yield from draw_rest(view.hidden_stories, "--full shows all, and counts their statements", 0, width)
    yield from _draw_judgements(view, width)


def _list_particulars(view: ActorView, full: bool) -> Iterator[tuple[str, str]]:
    shown = 1000 if full else 8
    names = [shorten(alias) for alias in view.actor.aliases if alias != view.actor.name]
    if names:
        yield "also known as", list_words(names, shown)
    if view.actor.roles:
        yield "roles", list_words([shorten(role) for role in view.actor.roles], shown)
    statements = [pair for story in view.stories for pair in view.list_statements(story)]
    articles = {record.article.id for _, record in statements}
    yield "speaks", f"{count(len(statements), 'statement')} in {count(len(articles), 'article')}"
    claims = [claim for story in view.stories for claim in story.links.claims]
    own = sum(any(origin.actor == view.actor.id for origin in claim.origins) for claim in claims)
    yield "origin of", count(own, "claim")


def _draw_positions(view: ActorView, width: int) -> "Iterator[Text]":
    if not view.positions:
        return
    yield from draw_heading("Positions", width, "what changed and when")
    for one in view.positions:
        manner = ", ".join(str(word) for word in (one.act, one.status) if word)
        lines: list[Line] = [run((shorten(one.what, WORDS), PLAIN)), run((make_safe(one.change or ""), STRONG))]
        lines.append(make_items([manner, shorten(one.statement)]))
        yield from draw_row((one.date or "no date")[:10], lines, COLUMN, width)


def _draw_story(view: ActorView, story: LinkedStory, width: int, full: bool) -> "Iterator[Text]":
    yield from draw_heading(word_title(story), width, f"story {shorten(story.links.story.id)}")
    statements = view.list_statements(story)
    if not statements:
        yield from wrap([("is named, and says nothing", QUIET)], width)
    shown = statements if full else statements[:SHOWN]
    for statement, record in shown:
        moment = " ".join((record.article.published or "no date")[:16].split("T"))
        yield from draw_row(moment, _compose_statement(story, statement, record), MOMENT, width)
    yield from draw_rest(len(statements) - len(shown), "--full shows all", MOMENT, width)


def _compose_statement(story: LinkedStory, statement: Statement, record: Annotations) -> list[Line]:
    text = record.article.text
    how: list[Piece] = [(word_how(text, statement), STRONG)]
    if statement.status in STATUS_WORDS:
        how.append((f" ({STATUS_WORDS[statement.status]})", ALERT))
    where = [story.name_publisher(record), shorten(statement.id)]
    where += [f"said {word_date(statement.said_on)}"] if statement.said_on else []
    where += [f"claim {shorten(claim.id)}" for claim in story.claims_by_statement.get(statement.id, ())[:2]]
    return [run(*how, (f" {word_content(text, statement, WORDS)}", PLAIN)), make_items(where)]


def _draw_judgements(view: ActorView, width: int) -> "Iterator[Text]":
    if not view.judgements:
        return
    yield from draw_heading("Judgements", width, "made by people; `firsthand judge undo ID` takes one back")
    for one in view.judgements:
        line = run((shorten(word_judgement(one), LONGEST), PLAIN))
        notes = make_items([shorten(one.by), word_date(one.at[:10]), shorten(one.id)])
        yield from draw_row(str(one.verdict), [line, notes], COLUMN, width)
