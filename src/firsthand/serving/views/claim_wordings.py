"""A claim's statements by their words, so that wordings can be compared: what each prints, and who prints the same."""

from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec

from firsthand.records import Annotations, Claim, Form, Statement
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_lines import shorten
from firsthand.serving.views.differences import Piece
from firsthand.serving.views.statements import Quoted, view_statement
from firsthand.serving.wordings import LONGEST, QUOTED, WORD, Difference, Wording, compare_wordings, split_quote

CUT = 700  # characters of a wording


class WordingView(msgspec.Struct, frozen=True):
    """Statements that print the same words, in the order of publication; `pieces` together are these, safe to print.

    `covers` is what a pronoun content stands for. `difference` and `details` say how the words in quotation marks stand
    to those of wording number `earlier` (from 1); None where there is nothing to compare.
    """

    number: int
    pieces: tuple[Piece, ...]
    covers: str
    statements: tuple[Quoted, ...]
    earlier: int | None = None
    difference: Difference | None = None
    details: tuple[str, ...] = ()


def view_wordings(story: LinkedStory, claim: Claim, limit: int | None = None) -> tuple[WordingView, ...]:
    """The wordings of a claim's statements, the first printed first; of the first `limit` statements, or of all."""
    pairs = story.list_statements(claim)[:limit]
    compared = compare_wordings(story, [statement.id for statement, _ in pairs])
    groups: dict[tuple[str, ...], list[tuple[Quoted, Statement]]] = {}
    for statement, record in pairs:
        quoted = _view(story, statement, record)
        groups.setdefault(_fold(quoted), []).append((quoted, statement))
    places = {quoted.id: place for place, group in enumerate(groups.values(), 1) for quoted, _ in group}
    return tuple(
        _make_wording(story, number, group, compared, places) for number, group in enumerate(groups.values(), 1)
    )


def _view(story: LinkedStory, statement: Statement, record: Annotations) -> Quoted:
    claims = tuple(one.id for one in story.claims_by_statement.get(statement.id, ()))
    return view_statement(statement, record, story.actors, claims)


def _fold(quoted: Quoted) -> tuple[str, ...]:
    """What makes two wordings one: their words, whatever case and marks; a "This" is as long as what it stands for."""
    words = WORD.findall(f"{quoted.words} {quoted.covers}".casefold())
    return tuple(words) or (quoted.words,)


def _make_wording(
    story: LinkedStory,
    number: int,
    group: Sequence[tuple[Quoted, Statement]],
    compared: dict[str, Wording],
    places: dict[str, int],
) -> WordingView:
    first, statement = group[0]
    words = shorten(first.words, CUT)
    wording = compared.get(first.id)
    earlier = places.get(wording.earlier) if wording else None
    members = tuple(quoted for quoted, _ in group)
    if wording is None or earlier in (None, number):
        return WordingView(number, (Piece(words),), shorten(first.covers, CUT), members)
    before, record = story.statements[wording.earlier]
    pieces = mark_changes(words, statement.form, split_quote(record.article.text, before))
    return WordingView(
        number, pieces, shorten(first.covers, CUT), members, earlier, wording.difference, wording.details
    )


def mark_changes(words: str, form: Form | None, earlier: Sequence[str]) -> tuple[Piece, ...]:
    """`words` in pieces; of what stands in quotation marks those are changed that `earlier` lacks at their place."""
    places = _find_quoted(words, form)
    before = [word.casefold() for word in earlier[:LONGEST]]
    after = [words[start:end].casefold() for start, end in places]
    pieces: list[Piece] = []
    done = 0
    for kind, _, _, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind in ("insert", "replace"):
            start, end = places[first][0], places[last - 1][1]
            pieces += [Piece(words[done:start]), Piece(words[start:end], changed=True)]
            done = end
    return tuple(piece for piece in (*pieces, Piece(words[done:])) if piece.text)


def _find_quoted(words: str, form: Form | None) -> list[tuple[int, int]]:
    """Where each word stands that is quoted: all of a direct content, else those in quotation marks."""
    parts = [(0, len(words))] if form is Form.DIRECT else [match.span() for match in QUOTED.finditer(words)]
    return [match.span() for start, end in parts for match in WORD.finditer(words, start, end)][:LONGEST]
