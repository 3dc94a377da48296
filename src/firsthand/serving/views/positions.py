"""An actor's positions: what it said of each matter over time, story by story, and where it changed."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from firsthand.records import Position, Relation, RelationKind
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.views.paging import PAGE, Paged, check_page, slice_page
from firsthand.storage import FoundClaim, Store

ISO_DAY = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")
CHANGES = 6  # shown, the newest
LATEST = 60  # positions, of which the first page of an actor shows the matters

ListRelations = Callable[[str], Sequence[Relation]]


class Matter(msgspec.Struct, frozen=True):
    """What an actor said of one matter, the earliest first: the claim, and the story that it is in."""

    claim: FoundClaim
    story_title: str
    positions: tuple[Position, ...]


class PositionChange(msgspec.Struct, frozen=True):
    """Where an actor turned: what it said last `before`, and what it says now; `words` says how it changed."""

    words: str
    now: Position
    before: Position | None
    story: str
    story_title: str


def list_matters(store: Store, actor: str, *, offset: int = 0, limit: int = PAGE) -> Paged[Matter]:
    """An actor's positions, by story and matter: what was spoken of last comes first.

    Raises:
        UsageError: such a page can't be asked for.

    """
    check_page(offset, limit)
    held = _group(store.links.load_positions(actor))
    page = slice_page(_order(store, held), offset, limit)
    return Paged(_view_matters(store, held, page.items), offset, limit, page.has_more)


def list_latest_matters(store: Store, actor: str, limit: int) -> Paged[Matter]:
    """The matters of an actor's latest positions, at most LATEST of these: as quick for an actor of thousands."""
    total = store.links.count_positions(actor)
    held = _group(store.links.load_positions(actor, limit=LATEST, offset=max(0, total - LATEST)))
    ordered = _order(store, held)
    return Paged(_view_matters(store, held, ordered[:limit]), 0, limit, len(ordered) > limit or total > LATEST)


def _order(store: Store, held: Mapping[str, Sequence[Position]]) -> list[FoundClaim]:
    """The claims of positions: those of the story spoken of last first, in a story those spoken of last."""
    claims = store.links.load_claims(list(held))
    moved: dict[str, str] = {}  # story → the day of the last position in it
    for id, claim in claims.items():
        moved[claim.story] = max(moved.get(claim.story, ""), held[id][-1].date)
    # Twice, because what is last comes first and ids do not.
    ordered = sorted(claims.values(), key=lambda one: (one.story, one.id))
    ordered.sort(key=lambda one: (moved[one.story], one.story, held[one.id][-1].date), reverse=True)
    return ordered


def _view_matters(
    store: Store, held: Mapping[str, Sequence[Position]], claims: Sequence[FoundClaim]
) -> tuple[Matter, ...]:
    titles = store.links.load_titles([one.story for one in claims])
    return tuple(Matter(one, titles.get(one.story, ""), tuple(held[one.id])) for one in claims)


def list_changes(store: Store, actor: str, list_relations: ListRelations) -> tuple[PositionChange, ...]:
    """Where an actor turned, the latest first, at most CHANGES; `list_relations` gives those in a story, by its id."""
    turned = store.links.load_positions(actor, changed=True)[-CHANGES:][::-1]
    if not turned:
        return ()
    claims = store.links.load_claims([one.claim for one in turned])
    known = [one for one in turned if one.claim in claims]
    titles = store.links.load_titles([claims[one.claim].story for one in known])
    updated = _find_updated(list_relations, known, claims.values())
    held = _group(store.links.load_positions(actor))
    return tuple(
        PositionChange(
            word_change(one.change or ""),
            one,
            _find_before([each for id in updated.get(one.claim, ()) for each in held.get(id, ())], one),
            claims[one.claim].story,
            titles.get(claims[one.claim].story, ""),
        )
        for one in known
    )


def word_change(change: str) -> str:
    """`denied on 19 May 2026, admitted on 21 May 2026`."""
    return ISO_DAY.sub(lambda found: word_date(found[0]), change)


def _group(positions: Iterable[Position]) -> dict[str, list[Position]]:
    """By claim; the earliest first."""
    found: dict[str, list[Position]] = {}
    for one in positions:
        found.setdefault(one.claim, []).append(one)
    return found


def _find_updated(
    list_relations: ListRelations, turned: Sequence[Position], claims: Iterable[FoundClaim]
) -> dict[str, list[str]]:
    """For each claim of a turn the claims that it updates."""
    wanted = {one.claim for one in turned}
    found: dict[str, list[str]] = {}
    for story in sorted({claim.story for claim in claims}):
        for one in list_relations(story):
            if one.kind is RelationKind.UPDATES and one.source in wanted:
                found.setdefault(one.source, []).append(one.target)
    return found


def _find_before(earlier: Iterable[Position], now: Position) -> Position | None:
    """What was said last, on the matter that the turn is about, before it."""
    return max((one for one in earlier if one.date < now.date), key=lambda one: one.date, default=None)
