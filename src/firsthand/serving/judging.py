"""What people decide, for every door: a judgement kept, taken back, and followed by the links."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from firsthand.errors import UsageError
from firsthand.records import Judgement, JudgementKind, Verdict
from firsthand.serving import linking_calls
from firsthand.serving.anchors import Judged, find_judged, find_speaking, find_statement
from firsthand.storage import Store

if TYPE_CHECKING:
    from firsthand.engine.links import LinkSums


def judge(
    store: Store, verdict: Verdict, left: str, right: str = "", *, kind: JudgementKind | None = None, by: str = ""
) -> Judgement:
    """Keep what a person decides; the links don't follow yet (`follow`).

    Args:
        store: open for writing.
        verdict: what is decided; of a speaker and a statement one can't be unsure.
        left: an actor, claim, article, origin or statement: its id, or how it begins; `ARTICLE/NAME` for an actor.
        right: the other one; an actor for a speaker; nothing for a statement.
        kind: what it is about. Without it, of what kind the two are: two statements are parts of a claim.
        by: who decides.

    Raises:
        UsageError: nothing has an id, or the two can't be judged so together; nothing is kept.

    """
    one, two = _find(store, verdict, left, right, kind)
    by = by.encode("utf-8", "replace").decode()  # a command line may hold halves of surrogate pairs
    # To the microsecond: of two judgements on one thing the later wins, however quickly they were given.
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    return store.links.add_judgement(Judgement("", one.kind, verdict, one.id, two.id, one.anchor, two.anchor, by, at))


def _find(store: Store, verdict: Verdict, left: str, right: str, kind: JudgementKind | None) -> tuple[Judged, Judged]:
    if kind in (JudgementKind.SPEAKER, JudgementKind.STATEMENT) and verdict is Verdict.UNSURE:
        raise UsageError(f"a {kind} is judged to be right or wrong: nobody can be unsure of it", left)
    if kind is JudgementKind.SPEAKER:
        return find_speaking(store, left, right)
    if kind is JudgementKind.STATEMENT:
        return (statement := find_statement(store, left), statement)
    pair = find_judged(store, left, right, as_origins=kind is JudgementKind.ORIGIN)
    if kind not in (None, pair[0].kind):
        raise UsageError(f"these are of kind {pair[0].kind}, not {kind}", f"{left} {right}")
    return pair


def undo(store: Store, id: str, *, by: str = "") -> Judgement:
    """Take a judgement back; it stays in the log, and the links don't follow yet (`follow`).

    Raises:
        UsageError: there is none with this id, or it is undone already.

    """
    return store.links.undo_judgement(id, by=by)


def follow(store: Store, judgement: Judgement, *, progress: linking_calls.Progress | None = None) -> "LinkSums":
    """Bring the links up to date after a judgement was given or undone: by its story alone where that is enough.

    Raises:
        StoreAccessError: the database can't be written.

    """
    stories = linking_calls.find_stories(store, judgement)
    is_done = len(stories) == 1 and linking_calls.relink_story(store, stories[0])
    if is_done and store.links.is_current():
        return linking_calls.count_links(store)
    return linking_calls.link(store, progress=progress)
