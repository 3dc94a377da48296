"""The report on a claim: how many origins and why, each origin, what is said against it, and every wording."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from firsthand.records import Actor, Annotations, Certainty, Claim, Origin, Statement, evidence
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_chain import INFERRED
from firsthand.serving.report_claim_lines import (
    ANONYMOUS_ONLY,
    RELATION_WORDS,
    STATUS_STYLES,
    STATUS_WORDS,
    draw_reasons,
    word_gist,
)
from firsthand.serving.report_lines import (
    ALERT,
    PLAIN,
    QUIET,
    STRONG,
    count,
    find_line_starts,
    find_lines,
    indent,
    make_blank,
    shorten,
    word_lines,
    wrap,
    wrap_items,
)
from firsthand.serving.report_rows import Line, draw_heading, draw_rest, draw_row, make_items, run, word_because
from firsthand.serving.report_statements import View, draw_statement, make_view, rests_on
from firsthand.serving.report_story import word_title
from firsthand.serving.report_voices import NAMELESS, name_actor
from firsthand.serving.story_figures import word_origins
from firsthand.serving.wordings import Wording, compare_wordings

if TYPE_CHECKING:
    from rich.text import Text

COLUMN = 16  # cells: as wide as `contradicted by`
MOMENT = 18  # cells: as wide as `2026-03-10 07:40`
SHOWN = 12  # statements, unless all are asked for
MARKS = '“”"'  # quotation marks that an evidence has of its own
WORDS = 160  # characters of an origin's statement


def draw_claim_report(story: LinkedStory, claim: Claim, width: int, *, full: bool = False) -> "Iterator[Text]":
    """The report as lines of at most `width` cells; the first statements only, unless `full`."""
    yield from draw_claim_head(story, claim, width)
    yield from draw_origins(story, claim, width)
    yield from _draw_relations(story, claim, width)
    yield from _draw_sides(story, claim, width, full)


def draw_claim_head(story: LinkedStory, claim: Claim, width: int) -> "Iterator[Text]":
    """What is claimed and where; the count with its reasons; when it was first seen, and who carried it when."""
    yield from wrap([(word_gist(claim), STRONG)], width)
    yield from wrap_items(make_items([f"claim {shorten(claim.id)}", f"in “{word_title(story)}”"]), width)
    statements = story.list_statements(claim)
    yield make_blank()
    yield from wrap_items(_list_counts(claim, len(statements)), width)
    yield from draw_reasons(claim, COLUMN, width)
    if claim.first_seen:
        yield from draw_row("first seen", [run((word_date(claim.first_seen), PLAIN))], COLUMN, width)
    yield from draw_row("carried by", [make_items(_list_carrying(story, statements), PLAIN)], COLUMN, width)


def _list_counts(claim: Claim, statements: int) -> Line:
    items: Line = [[(word_origins(claim), STRONG)], [(STATUS_WORDS[claim.status], STATUS_STYLES[claim.status])]]
    items += [[(ANONYMOUS_ONLY, ALERT)]] * claim.anonymous_only
    return [*items, [(f"{count(statements, 'statement')} in {count(claim.articles, 'article')}", PLAIN)]]


def _list_carrying(story: LinkedStory, statements: list[tuple[Statement, Annotations]]) -> list[str]:
    """`Moravel Courier (10 March 2026, 09:05)`, in the order of publication, each article once."""
    records = {record.article.id: record for _, record in statements}.values()
    return [
        story.name_publisher(one) + (f" ({word_date(one.article.published)})" if one.article.published else "")
        for one in records
    ]


def draw_origins(story: LinkedStory, claim: Claim, width: int) -> "Iterator[Text]":
    """Each origin with its reasons and the statement that shows it best."""
    yield from draw_heading("Origins", width, "each with why it is one")
    if not claim.origins:
        yield from wrap([("none found: nobody who says it first-hand is known", ALERT)], width)
    for number, origin in enumerate(claim.origins, 1):
        yield from draw_row(f"{number:>2}", _compose_origin(story, origin), 4, width)


def _compose_origin(story: LinkedStory, origin: Origin) -> list[Line]:
    inferred = INFERRED if origin.certainty is Certainty.INFERRED else ""
    lines: list[Line] = [run((name_origin(story, origin), STRONG), (inferred, QUIET))]
    lines += [word_because([reason]) for reason in origin.because]
    if origin.statement in story.statements:
        lines += compose_evidence(story, origin.statement)
    return [*lines, make_items([f"origin {shorten(origin.id)}"])]


def name_origin(story: LinkedStory, origin: Origin) -> str:
    """`Ana Reyes, through the Courier`; an anonymous source by its description and the outlet that obtained it."""
    name = name_source(story.actors, origin)
    return name if origin.actor == origin.outlet else f"{name}, through {name_actor(story.actors, origin.outlet)}"


def name_source(actors: Mapping[str, Actor], origin: Origin) -> str:
    """`Ana Reyes`; `two officials (anonymous)`; `an anonymous source of Ana Reyes (“a friend”)`."""
    described = shorten(origin.description or "")
    if origin.actor is None:
        return f"{described or NAMELESS} (anonymous)"
    name = name_actor(actors, origin.actor)
    return f"an anonymous source of {name} (“{described}”)" if described else name


def compose_evidence(story: LinkedStory, id: str, style: str = PLAIN) -> list[Line]:
    """A statement's exact words, and where they stand."""
    statement, record = story.statements[id]
    text = record.article.text
    lines = word_lines(find_lines(find_line_starts(text), rests_on(statement)))
    where = [story.name_publisher(record), word_date(record.article.published or ""), lines, shorten(id)]
    words = " that is ".join(f"“{shorten(one, WORDS).strip(MARKS)}”" for one in _list_evidence(text, statement))
    return [run((words, style)), make_items(where)]


def _list_evidence(text: str, statement: Statement) -> list[str]:
    """The content, and what it stands for where it is only a "This"."""
    return list(filter(None, (evidence(text, spans) for spans in (statement.content, statement.covers))))


def _draw_relations(story: LinkedStory, claim: Claim, width: int) -> "Iterator[Text]":
    relations = story.list_relations(claim)
    if not relations:
        return
    yield from draw_heading("Other claims on it", width)
    for one in relations:
        is_from = one.source == claim.id
        other = story.claims.get(one.target if is_from else one.source)
        gist = word_gist(other) if other else "a claim that is not known"
        notes = [word_origins(other), STATUS_WORDS[other.status], shorten(other.id)] if other else []
        label = RELATION_WORDS[one.kind][not is_from]
        yield from draw_row(label, [run((gist, PLAIN)), make_items(notes), word_because(one.because)], COLUMN, width)


def _draw_sides(story: LinkedStory, claim: Claim, width: int, full: bool) -> "Iterator[Text]":
    """Every statement with its outlet, moment, exact words and chain, and how its quote differs from earlier ones."""
    statements = story.list_statements(claim)
    yield from draw_heading("Statements", width, "as they were published")
    shown = statements if full else statements[:SHOWN]
    wordings = compare_wordings(story, [statement.id for statement, _ in shown])
    views = {record.article.id: make_view(record) for _, record in shown}
    for statement, record in shown:
        yield from _draw_side(story, statement, record, views[record.article.id], width, full)
        if statement.id in wordings:
            yield from _draw_wording(story, wordings[statement.id], width)
    yield from draw_rest(len(statements) - len(shown), "--full shows all", MOMENT, width)


def _draw_side(
    story: LinkedStory, statement: Statement, record: Annotations, view: View, width: int, full: bool
) -> "Iterator[Text]":
    moment = " ".join((record.article.published or "no date")[:16].split("T"))
    lines = word_lines(find_lines(view.starts, rests_on(statement)))
    where: Line = [[(story.name_publisher(record), STRONG)], *make_items([lines, shorten(statement.id)])]
    yield from draw_row(moment, [where], MOMENT, width)
    column = _find_column(width)
    if not (statement.source or statement.cue):
        yield from indent(wrap([("the outlet’s own words, credited to nobody", QUIET)], width - column), "", column)
    yield from indent(draw_statement(view, statement, [], width - column, full=full), "", column)


def _draw_wording(story: LinkedStory, wording: Wording, width: int) -> "Iterator[Text]":
    earlier = story.statements[wording.earlier][1]
    words = f"{wording.difference}, against {story.name_publisher(earlier)} ({shorten(wording.earlier)})"
    details = f": {'; '.join(wording.details)}" if wording.details else ""
    column = _find_column(width)
    yield from indent(wrap([(words, STRONG), (details, PLAIN)], width - column), "", column)


def _find_column(width: int) -> int:
    """Where statements stand: beside their moments, or under them where that leaves too little room."""
    return MOMENT if width // 3 >= MOMENT else 2
