"""A correction through a door: kept or taken back, the figures before it remembered, and linking asked for."""

import msgspec
from litestar.exceptions import HTTPException

from firsthand.records import Judgement, JudgementKind, Verdict
from firsthand.serving import judging
from firsthand.serving.intake import describe_linking, request_link
from firsthand.serving.views.corrections import CorrectionView, find_correction, is_followed, view_correction
from firsthand.serving.views.recounting import Figures, Recount, compare_figures, count_figures, find_concerned
from firsthand.serving.web.desk import Desk
from firsthand.storage import Linking, Store

READ_ONLY = "this server only shows: start `firsthand serve` without --read-only to correct"


class Asking(msgspec.Struct, frozen=True):
    """What is to be judged. `kind` is needed where the ids don't tell it: for a speaker, a statement, an origin."""

    verdict: Verdict
    left: str
    right: str = ""
    kind: JudgementKind | None = None


class CorrectionState(msgspec.Struct, frozen=True):
    """A correction, and how far the links follow it. `changes` are None where the figures before are not known."""

    correction: CorrectionView
    is_followed: bool
    linking: Linking
    changes: tuple[Recount, ...] | None
    stories: dict[str, str]


def correct(desk: Desk, asked: Asking, by: str) -> Judgement:
    """Keep a judgement, and let the links follow.

    Raises:
        UsageError: nothing has an id, or the two can't be judged so together.
        HTTPException: this server only shows.

    """
    check_works(desk)
    with desk.write() as store:
        with store.links.transact():  # so that linking can't begin before the figures are taken
            judgement = judging.judge(store, asked.verdict, asked.left, asked.right, kind=asked.kind, by=by)
            figures = _take_figures(store, judgement)
        _let_follow(desk, store, judgement, figures)
    return judgement


def undo(desk: Desk, id: str, by: str) -> Judgement:
    """Take a judgement back, and let the links follow; raises like `correct`."""
    check_works(desk)
    with desk.write() as store:
        with store.links.transact():
            judgement = judging.undo(store, id, by=by)
            figures = _take_figures(store, judgement)
        _let_follow(desk, store, judgement, figures)
    return judgement


def check_works(desk: Desk) -> None:
    """Whether this server takes corrections.

    Raises:
        HTTPException: it only shows.

    """
    if not desk.settings.works:
        raise HTTPException(READ_ONLY, status_code=403)


def view_state(desk: Desk, store: Store, id: str) -> CorrectionState:
    """How far a correction is.

    Raises:
        UsageError: there is no correction with this id.

    """
    logged = find_correction(store, id)
    before = desk.ledger.find(id)
    is_done = is_followed(store, id)
    changes = _compare(store, logged.judgement, before) if before and is_done else None
    concerned = before.stories if before else find_concerned(store, logged.judgement)
    return CorrectionState(
        correction=view_correction(store, logged),
        is_followed=is_done,
        linking=describe_linking(store).run,
        changes=changes,
        stories=store.links.load_titles([store.links.follow_id(story) for story in concerned]),
    )


def _compare(store: Store, judgement: Judgement, before: Figures) -> tuple[Recount, ...]:
    return compare_figures(before, count_figures(store, before.stories), judgement.kind)


def _take_figures(store: Store, judgement: Judgement) -> Figures:
    return count_figures(store, find_concerned(store, judgement))


def _let_follow(desk: Desk, store: Store, judgement: Judgement, figures: Figures) -> None:
    desk.ledger.keep(judgement.id, figures)
    if desk.settings.links_here:
        judging.follow(store, judgement)
    else:
        request_link(store, figures.stories[0] if len(figures.stories) == 1 else None)
