"""What was added: how far it is, what became of each input, and how far the linking is that follows."""

from collections.abc import Sequence

import msgspec

from firsthand.errors import UsageError
from firsthand.serving.intake import describe_linking, get_upload, list_uploads
from firsthand.serving.queries import add_titles
from firsthand.serving.views.articles import link_stored
from firsthand.serving.views.claims import StoryLink
from firsthand.serving.views.closed_lists import choose_or_none
from firsthand.serving.views.paging import PAGE, Paged, check_page
from firsthand.serving.views.statements import ArticleLink
from firsthand.storage import Fate, Linking, Store, Upload, UploadOutcome, UploadState

MOST_TOGETHER = 100  # uploads on one page: as many files as are taken at once
STEPS = {"vectors": "reading what articles say", "articles": "comparing articles", "stories": "finding stories"}


class UploadRow(msgspec.Struct, frozen=True):
    """An upload in a list. `inputs` have ended, one way or another; `share` (0 to 1) of the body is read.

    `only` is what became of its input, where there was one alone.
    """

    upload: Upload
    inputs: int
    share: float
    is_settled: bool
    only: "OutcomeRow | None" = None


class OutcomeRow(msgspec.Struct, frozen=True):
    """What became of one input. `number` is its place, from 0; `reason` says why, in words.

    `article` is what is kept of it: for a duplicate, what was there before. `story` is None until it is linked.
    """

    number: int
    fate: Fate
    reason: str
    article: ArticleLink | None
    statements: int
    story: StoryLink | None


class UploadView(msgspec.Struct, frozen=True):
    """An upload with one page of its outcomes, in the order of the inputs."""

    row: UploadRow
    outcomes: Paged[OutcomeRow]


class UploadsView(msgspec.Struct, frozen=True):
    """A page of uploads, newest first; `total` counts all, `waiting` those that are not settled yet."""

    page: Paged[UploadRow]
    total: int
    waiting: int


class WorkView(msgspec.Struct, frozen=True):
    """What works in the background. `works`: whether this server adds; `worker`: what its process does, None without.

    waiting: uploads that are not settled. unlinked: articles that are in no story yet. `step` has in words what
    linking does now, empty where it rests; `is_current` says whether all is linked, as people corrected it.
    """

    works: bool
    worker: str | None
    waiting: int
    linking: Linking
    step: str
    unlinked: int
    is_current: bool


def view_upload(store: Store, id: str, offset: int = 0, limit: int = PAGE, fate: Fate | None = None) -> UploadView:
    """An upload with what became of its inputs, of those of one `fate` if asked.

    Raises:
        UsageError: there is no such upload, or the page is out of bounds.

    """
    check_page(offset, limit)
    found = get_upload(store, id, limit=limit, offset=offset, fate=fate)
    rows = _make_outcomes(store, found.outcomes)
    return UploadView(make_row(store, found.upload), Paged(rows, offset, limit, found.has_more))


def view_uploads(store: Store, offset: int = 0, limit: int = PAGE) -> UploadsView:
    """The uploads, newest first.

    Raises:
        UsageError: the page is out of bounds.

    """
    check_page(offset, limit)
    found = list_uploads(store, limit=limit, offset=offset)
    rows = tuple(make_row(store, one) for one in found.uploads)
    return UploadsView(Paged(rows, offset, limit, found.has_more), found.total, found.waiting)


def view_together(store: Store, ids: Sequence[str]) -> UploadsView:
    """Some uploads, in this order, as those of files that came at once.

    Raises:
        UsageError: there is no such upload, or there are more than MOST_TOGETHER.

    """
    if len(ids) > MOST_TOGETHER:
        raise UsageError(f"at most {MOST_TOGETHER} uploads at once")
    rows = tuple(make_row(store, get_upload(store, id, limit=1).upload) for id in dict.fromkeys(ids))
    waiting = sum(not one.is_settled for one in rows)
    return UploadsView(Paged(rows, 0, MOST_TOGETHER, has_more=False), len(rows), waiting)


def make_row(store: Store, upload: Upload) -> UploadRow:
    """An upload with what a list shows of it."""
    share = 1.0 if upload.state is UploadState.DONE else min(1.0, upload.bytes_read / max(1, upload.size))
    only = None
    if upload.is_settled and upload.total == 1:
        only = _make_outcomes(store, get_upload(store, upload.id, limit=1).outcomes)[0]
    return UploadRow(upload, upload.total, share, upload.is_settled, only)


def view_work(store: Store, works: bool, worker: str | None) -> WorkView:
    """What works in the background, and what waits for it."""
    found = describe_linking(store)
    counts = store.uploads.count()
    return WorkView(
        works=works,
        worker=worker,
        waiting=counts.get(UploadState.WAITING, 0) + counts.get(UploadState.READING, 0),
        linking=found.run,
        step=word_step(found.run),
        unlinked=found.unlinked,
        is_current=found.is_current,
    )


def word_step(run: Linking) -> str:
    """`finding stories: 30 of 381`; empty where linking rests."""
    if not run.is_running:
        return ""
    step = STEPS.get(run.what, "comparing articles")
    return f"{step}: {run.done:,} of {run.total:,}" if run.total else step


def read_fate(fate: str) -> Fate | None:
    """A fate as it stands in an address; None for none.

    Raises:
        UsageError: there is no such fate.

    """
    return choose_or_none(Fate, fate, "the fate is one of")


def _make_outcomes(store: Store, outcomes: Sequence[UploadOutcome]) -> tuple[OutcomeRow, ...]:
    found = {one.article: _find_article(store, one.article) for one in outcomes if one.article is not None}
    titles = store.links.load_titles({story for _, _, story in found.values() if story})
    return tuple(_make_outcome(one, found, titles) for one in outcomes)


def _find_article(store: Store, id: str) -> tuple[ArticleLink, int, str | None]:
    """An article that was kept, the number of its statements, and the id of its story."""
    (stored,) = add_titles(store, [store.find_article(id)])
    return link_stored(stored), stored.statements, store.links.resolve(id).story


def _make_outcome(
    one: UploadOutcome, found: dict[str, tuple[ArticleLink, int, str | None]], titles: dict[str, str]
) -> OutcomeRow:
    article, statements, story = found.get(one.article or "", (None, 0, None))
    link = StoryLink(story, titles.get(story, "")) if story else None
    return OutcomeRow(one.number, one.fate, one.reason, article, statements, link)
