"""What people decided, as the pages tell it: in words, with what each judgement is about to be named and followed."""

from collections.abc import Callable, Sequence

import msgspec

from firsthand.errors import UsageError
from firsthand.records import Judgement, JudgementKind, Statement, Verdict, evidence
from firsthand.serving.judgement_words import word_judgement
from firsthand.serving.report_claim import MARKS
from firsthand.serving.report_header import find_title
from firsthand.serving.report_lines import shorten
from firsthand.serving.report_voices import name_actor
from firsthand.serving.views.closed_lists import choose, choose_or_none
from firsthand.serving.views.paging import PAGE, Paged, slice_page
from firsthand.storage import LoggedJudgement, Store

LEFT, RIGHT = "\ue000", "\ue001"  # stand for the two things; private, so that no text of ours has them
WORDS = 90  # characters of a name


class Thing(msgspec.Struct, frozen=True):
    """What a judgement is about: its id then, its name in words, and where it is found now.

    `page` is actors, articles, claims or statements, and empty where it is not there any more; `target` its present id.
    """

    id: str
    words: str
    page: str = ""
    target: str = ""


class Piece(msgspec.Struct, frozen=True):
    """A piece of a sentence: plain words, or a thing."""

    words: str
    thing: Thing | None = None


class CorrectionView(msgspec.Struct, frozen=True):
    """A judgement in the log, and the sentence that tells it."""

    logged: LoggedJudgement
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> str:
        """The sentence as plain text."""
        return "".join(f"“{piece.thing.words}”" if piece.thing else piece.words for piece in self.pieces)


def list_corrections(store: Store, *, offset: int = 0, limit: int = PAGE) -> Paged[CorrectionView]:
    """The log, newest first.

    Raises:
        UsageError: such a page can't be asked for.

    """
    page = slice_page(store.links.load_judgement_log()[::-1], offset, limit)
    return Paged(tuple(view_correction(store, one) for one in page.items), offset, limit, page.has_more)


def find_correction(store: Store, id: str) -> LoggedJudgement:
    """One judgement of the log.

    Raises:
        UsageError: there is none with this id.

    """
    found = next((one for one in store.links.load_judgement_log() if one.judgement.id == id), None)
    if found is None:
        raise UsageError("there is no correction with this id", id)
    return found


def view_correction(store: Store, logged: LoggedJudgement) -> CorrectionView:
    """A judgement with its sentence."""
    judgement = logged.judgement
    marked = word_judgement(msgspec.structs.replace(judgement, left=LEFT, right=RIGHT))
    things = {LEFT: (judgement.left, judgement.left_anchor), RIGHT: (judgement.right, judgement.right_anchor)}
    pieces: list[Piece] = []
    words = ""
    for character in marked:
        if character in things:
            pieces += [Piece(words)] if words else []
            pieces.append(Piece("", name_thing(store, judgement, *things[character], is_left=character == LEFT)))
            words = ""
        else:
            words += character
    return CorrectionView(logged, (*pieces, Piece(words)) if words else tuple(pieces))


def is_followed(store: Store, id: str) -> bool:
    """Whether the links follow a judgement as it is now, in force or undone."""
    return all(one.id != id for one in store.links.find_unfollowed())


def name_thing(store: Store, judgement: Judgement, id: str, anchor: str, *, is_left: bool = True) -> Thing:
    """One of the two that a judgement is about; by its id where it is not there any more."""
    kind = judgement.kind
    is_statement = kind is JudgementKind.STATEMENT or (kind is JudgementKind.SPEAKER and is_left)
    try:
        if is_statement:
            return _name_statement(store, id)
        return NAMERS[kind](store, id, anchor)
    except UsageError:
        return Thing(id, shorten(id, WORDS))


def _name_statement(store: Store, id: str) -> Thing:
    record = store.get(id.rpartition(":")[0])
    said = next((one for one in (*record.statements, *_list_assertions(store, id)) if one.id == id), None)
    words = evidence(record.article.text, said.content) if said else f"words of {find_title(record.article)}"
    return Thing(id, shorten(words.strip(MARKS), WORDS), "statements", id)


def _list_assertions(store: Store, id: str) -> Sequence[Statement]:
    """What linking makes of an outlet's own words stands in no record; none where it is not made now."""
    article = id.rpartition(":")[0]
    story = store.links.resolve(article).story
    return store.links.get_story(story).assertions.get(article, ()) if story else ()


def _name_actor(store: Store, id: str, anchor: str) -> Thing:
    if "/" not in id:
        actor = store.links.get_actor(id)
        return Thing(id, shorten(actor.name, WORDS) or "unnamed", "actors", actor.id)
    current = store.links.find_ids("actor", [anchor]).get(anchor)
    article, _, own = anchor.rpartition("/")
    record = store.get(article)
    name = name_actor({actor.id: actor for actor in record.actors}, own)
    words = f"{name} in “{shorten(find_title(record.article), 50)}”"
    return Thing(id, words, "actors", current) if current else Thing(id, words)


def _name_claim(store: Store, id: str, _anchor: str) -> Thing:
    current = store.links.follow_id(id)
    claim = store.links.load_claims([current]).get(current)
    if claim is not None:
        return Thing(id, shorten(claim.gist.strip(MARKS), WORDS), "claims", current)
    return _name_statement(store, id)


def _name_article(store: Store, id: str, _anchor: str) -> Thing:
    article = store.find_article(id)
    words = ": ".join(filter(None, (shorten(article.publisher or "", 30), shorten(article.title or "", WORDS))))
    return Thing(id, words or shorten(id), "articles", article.id)


def _name_origin(store: Store, id: str, anchor: str) -> Thing:
    """An origin has no page of its own: its statement's words, which lead to the claim."""
    named = _name_statement(store, anchor)
    return Thing(id, named.words, "claims", id) if id != anchor else named


Namer = Callable[[Store, str, str], Thing]
NAMERS: dict[JudgementKind, Namer] = {
    JudgementKind.ACTOR: _name_actor,
    JudgementKind.SPEAKER: _name_actor,
    JudgementKind.CLAIM: _name_claim,
    JudgementKind.COPY: _name_article,
    JudgementKind.ORIGIN: _name_origin,
}


def read_verdict(verdict: str) -> Verdict:
    """A verdict as a form sends it.

    Raises:
        UsageError: there is no such verdict.

    """
    return choose(Verdict, verdict, "a verdict is one of")


def read_judgement_kind(kind: str) -> JudgementKind | None:
    """What a judgement is about, as a form sends it; None where it does not say.

    Raises:
        UsageError: there is no such kind.

    """
    return choose_or_none(JudgementKind, kind, "a judgement is about one of")


def export_log(log: Sequence[LoggedJudgement]) -> bytes:
    """The log as JSON Lines, the earliest first, as `firsthand judge list --json` prints it."""
    return b"".join(msgspec.json.encode(one) + b"\n" for one in log)
