"""The statements of an article's report, in reading order: who, how, what, through whom, and on which line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.records import Act, Actor, Annotations, Certainty, HopRole, Statement, Status, evidence
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.report_chain import INFERRED, draw_chain
from firsthand.serving.report_dates import find_meant_dates
from firsthand.serving.report_lines import (
    ALERT,
    PLAIN,
    QUIET,
    STRONG,
    Piece,
    count,
    find_line_starts,
    find_lines,
    indent,
    make_blank,
    make_safe,
    shorten,
    word_lines,
    wrap,
    wrap_items,
)
from firsthand.serving.report_voices import (
    NAMELESS,
    NO_SOURCE,
    describe_anonymous,
    describe_source,
    index_actors,
    name_actor,
    share_a_word,
)

if TYPE_CHECKING:
    from rich.text import Text

CONTENT_LINES = 4
UNSURE = 0.5
ENDS = 6  # words shown of each end of a covered passage
STEP = 2  # cells that a nested statement stands to the right of its parent
STATUS_WORDS = {
    Status.DENIED: "denied",
    Status.HEDGED: "hedged",
    Status.PLANNED: "planned",
    Status.CONDITIONAL: "conditional",
}
FLAG_WORDS = {
    "unclosed_quotation": "quotation not closed",
    "mispaired_quotation": "quotation marks do not pair",
    "no_source": NO_SOURCE,
    "no_cue": "no words attribute it",
    "corrected_by_person": "speaker corrected by a person",
    "replaced_bytes": "characters that stand for unreadable bytes: {}",
    "replaced_surrogates": "characters that were cut apart, and replaced: {}",
    "control_characters": "control characters in the text: {}",
    "guessed_encoding": "read as {}, a guess",
    "unreadable_date": "the date given can't be read",
    "page_fallback": "the page's text could not be told from its menus with certainty",
    "page_flattened": "the page is nested too deep; its innermost tags were taken out",
}


@dataclass(frozen=True, slots=True)
class View:
    """What drawing a statement needs of its article: the text, where its lines start, and who is in it."""

    text: str
    starts: list[int]
    actors: Mapping[str, Actor]


def make_view(record: Annotations) -> View:
    """What its statements need of an article; made once for all of them."""
    return View(record.article.text, find_line_starts(record.article.text), index_actors(record))


def draw_statements(record: Annotations, width: int, *, full: bool = False) -> "list[Text]":
    """Every statement of the record, nested ones under their parents; contents are cut unless `full`."""
    article = make_view(record)
    ordered = list(order_statements(record.statements))
    dates = find_meant_dates(record, [statement for statement, _ in ordered])
    labels = _label_lines([find_lines(article.starts, rests_on(statement)) for statement, _ in ordered], width)
    column = max(map(len, labels), default=0) + 2
    lines: list[Text] = []
    for at, ((statement, depth), label) in enumerate(zip(ordered, labels, strict=True)):
        step = min(depth * STEP, (width - column) // 3)
        block = draw_statement(article, statement, dates.get(at, []), width - column - step, full=full)
        if depth == 0:
            lines.append(make_blank())
        lines += indent(block, label, column + step)
    return lines


def order_statements(statements: tuple[Statement, ...]) -> Iterator[tuple[Statement, int]]:
    """Each statement once, with its depth, in reading order; parents come before what stands within them.

    A parent that is missing, or that stands within its own child, is no parent here: nothing gets lost.
    """
    ordered = sorted(range(len(statements)), key=lambda at: (_start(statements[at]), at))
    places = {statements[at].id: at for at in reversed(ordered)}
    children: dict[int, list[int]] = {}
    roots = []
    for at in ordered:
        parent = places.get(statements[at].within or "")
        if parent is None or parent == at:
            roots.append(at)
        else:
            children.setdefault(parent, []).append(at)
    seen: set[int] = set()
    for root in (*roots, *ordered):
        stack = [(root, 0)]
        while stack:
            at, depth = stack.pop()
            if at not in seen:
                seen.add(at)
                yield statements[at], depth
                stack += [(child, depth + 1) for child in reversed(children.get(at, []))]


def rests_on(statement: Statement) -> tuple[tuple[int, int], ...]:
    """Everything that a statement is made of, but for what it covers."""
    return statement.source + statement.cue + statement.content


def _start(statement: Statement) -> float:
    return min((start for start, _ in rests_on(statement)), default=float("inf"))


def _label_lines(lines: list[tuple[int, int] | None], width: int) -> list[str]:
    """`line 7–9` beside each statement; the number alone where the words would take a quarter of the width."""
    labels = [word_lines(pair) for pair in lines]
    if max(map(len, labels), default=0) <= width // 4:
        return labels
    return [str(pair[0]) if pair else "" for pair in lines]


def draw_statement(article: View, statement: Statement, dates: list[Piece], width: int, *, full: bool) -> "list[Text]":
    """Who and how; what; what that stands for; through whom; and all else that is known, flags at the end."""
    text = article.text
    lines = wrap_items([_word_who(article, statement), [(word_how(text, statement), PLAIN)]], width)
    lines += _draw_content(make_safe(evidence(text, statement.content)), width, full=full)
    if statement.covers:
        where = f"({word_lines(find_lines(article.starts, statement.covers))})"
        lines += wrap_items([[(_word_covers(text, statement), QUIET)], [(where, QUIET)]], width, " ")
    lines += draw_chain(article.actors, statement, width)
    notes = [*_list_notes(statement), *dates, *_list_doubts(statement)]
    return lines + wrap_items(([note] for note in notes), width)


def _word_who(article: View, statement: Statement) -> list[Piece]:
    """The speaker; beside a resolved name, the words that stand in the article where they share none with it."""
    printed = describe_source(article.text, statement)
    if statement.speaker is not None:
        name = name_actor(article.actors, statement.speaker)
        is_plain = printed == NO_SOURCE or share_a_word(name, printed)
        return [(name, STRONG), ("" if is_plain else f" (“{printed}”)", QUIET), (_word_certainty(statement), QUIET)]
    if statement.anonymous:
        described = describe_anonymous(article.text, statement)
        return [(described, STRONG), ("" if described == NAMELESS else " (anonymous)", QUIET)]
    return [(printed, STRONG)] if printed == NO_SOURCE else [(printed, STRONG), (" (not resolved)", QUIET)]


def _word_certainty(statement: Statement) -> str:
    is_inferred = any(
        hop.role is HopRole.SPEAKER and hop.certainty is Certainty.INFERRED for hop in statement.chain[-1:]
    )
    return INFERRED if is_inferred else ""


def word_how(text: str, statement: Statement) -> str:
    """The article's own cue; where it is only a sign or missing, the act as a word."""
    cue = shorten(evidence(text, statement.cue))
    if any(character.isalnum() for character in cue):
        first, blank, rest = cue.partition(" ")
        return (first.lower() if first.istitle() else first) + blank + rest
    if statement.act is not None:
        return "denies" if statement.act is Act.DENY else f"{statement.act}s"
    return f"“{cue}”" if cue else "no cue"


def _draw_content(content: str, width: int, *, full: bool) -> "list[Text]":
    if full:
        return wrap([(content, PLAIN)], width)
    # A content may be a megabyte; no more of it is wrapped than can be shown.
    head = content[: (CONTENT_LINES + 2) * width]
    lines = wrap([(head, PLAIN)], width)
    if len(head) == len(content) and len(lines) <= CONTENT_LINES + 1:
        return lines
    lines = lines[:CONTENT_LINES]
    hidden = len(content.split()) - sum(len(line.plain.split()) for line in lines)
    return lines + wrap([(f"… {count(hidden, 'more word')}" if hidden > 0 else "… more", QUIET)], width)


def _word_covers(text: str, statement: Statement) -> str:
    words = make_safe(evidence(text, statement.covers)).split()
    shown = words if len(words) <= 2 * ENDS + 2 else [*words[:ENDS], "…", *words[-ENDS:]]
    return f"covers: “{shorten(' '.join(shown), 240)}”"


def _list_notes(statement: Statement) -> list[Piece]:
    """How it is presented, where and when it was said, each as a few words."""
    notes: list[Piece] = []
    if statement.status in STATUS_WORDS:
        notes.append((STATUS_WORDS[statement.status], STRONG))
    if statement.background:
        notes.append(("background", STRONG))
    if statement.medium:
        notes.append((f"medium: {shorten(statement.medium)}", QUIET))
    if statement.said_on:
        notes.append((f"said {word_date(statement.said_on)}", QUIET))
    return notes


def _list_doubts(statement: Statement) -> list[Piece]:
    """A low confidence, and the flags; one that the first line says already is left out."""
    doubts: list[Piece] = []
    if statement.confidence < UNSURE and "corrected_by_person" not in statement.flags:  # what a person says is no guess
        doubts.append((f"unsure ({statement.confidence:.2f})", ALERT))
    is_shown = statement.speaker is None and not statement.anonymous
    return doubts + [(word_flag(flag), ALERT) for flag in statement.flags if not (is_shown and flag == "no_source")]


def word_flag(flag: str) -> str:
    """A flag in words; one that is not known here is spelt out."""
    name, _, detail = flag.partition(":")
    words = FLAG_WORDS.get(name)
    if words and ("{}" in words) == bool(detail):
        return words.format(shorten(detail))
    return shorten(flag.replace("_", " ")) or "flagged"
