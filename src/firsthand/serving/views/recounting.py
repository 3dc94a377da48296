"""What a correction changes, in figures: counted before it and after it."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from threading import Lock

import msgspec

from firsthand.errors import UsageError
from firsthand.records import Claim, ClaimStatus, Judgement, JudgementKind
from firsthand.serving import linking_calls
from firsthand.serving.report_lines import count
from firsthand.serving.story_figures import word_origins
from firsthand.storage import Store

STORIES = 6  # of those that a judgement may change: an actor may be in hundreds
SHOWN = 6  # claims whose counts changed, told one by one
REMEMBERED = 200  # corrections, the latest


class Figures(msgspec.Struct, frozen=True):
    """What some stories add up to: their claims by id, with the numbers of their actors, copies and statements."""

    stories: tuple[str, ...]
    claims: dict[str, Claim]
    actors: int
    copies: int
    statements: int


class Recount(msgspec.Struct, frozen=True):
    """One figure that changed: what it is of, as it `was` and as it is `now`. `claim` is its id, where it is one's."""

    what: str
    was: str
    now: str
    claim: str | None = None


class Ledger:
    """The figures before each of the latest corrections, by the judgement's id; for as long as the server runs."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Figures] = OrderedDict()
        self._lock = Lock()

    def keep(self, id: str, figures: Figures) -> None:
        """Remember the figures before a judgement was given or undone."""
        with self._lock:
            self._kept[id] = figures
            self._kept.move_to_end(id)
            while len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)

    def find(self, id: str) -> Figures | None:
        """The figures before, None where they are not remembered."""
        with self._lock:
            return self._kept.get(id)


def find_concerned(store: Store, judgement: Judgement) -> tuple[str, ...]:
    """The stories that a judgement may change, at most STORIES: first those of what it is anchored on."""
    found = dict.fromkeys(linking_calls.find_stories(store, judgement))
    if judgement.kind is JudgementKind.ACTOR:
        for actor in store.links.find_ids("actor", (judgement.left_anchor, judgement.right_anchor)).values():
            found |= dict.fromkeys(store.links.stories_of_actor(actor))
    return tuple(found)[:STORIES]


def count_figures(store: Store, stories: Iterable[str]) -> Figures:
    """What the stories add up to; what has gone since counts nothing."""
    known = []
    for id in dict.fromkeys(store.links.follow_id(story) for story in stories):
        try:
            known.append(store.links.get_story(id))
        except UsageError:
            continue
    claims = {claim.id: claim for links in known for claim in links.claims}
    return Figures(
        stories=tuple(links.story.id for links in known),
        claims=claims,
        actors=len({actor.id for links in known for actor in links.actors}),
        copies=sum(len(links.copies) for links in known),
        statements=len({statement for claim in claims.values() for statement in claim.statements}),
    )


def compare_figures(before: Figures, after: Figures, kind: JudgementKind) -> tuple[Recount, ...]:
    """What changed by a judgement of a kind: the counts of claims, those of most articles first; then the sums."""
    changed = [
        Recount(after.claims[id].gist, _word_claim(claim), _word_claim(after.claims[id]), id)
        for id, claim in sorted(before.claims.items(), key=lambda item: (-item[1].articles, item[0]))
        if id in after.claims and _word_claim(claim) != _word_claim(after.claims[id])
    ]
    more = len(changed) - SHOWN
    rest = [Recount("more claims", "", f"{more:,} other counts changed")] if more > 0 else []
    return (*changed[:SHOWN], *rest, *_compare_sums(before, after, kind))


def _compare_sums(before: Figures, after: Figures, kind: JudgementKind) -> Sequence[Recount]:
    sums = [
        ("claims", "claim", len(before.claims), len(after.claims)),
        ("actors", "actor", before.actors, after.actors),
        ("copies", "copy", before.copies, after.copies),
    ]
    if kind is JudgementKind.STATEMENT:  # by others only what linking makes of outlets' own words changes
        sums.append(("statements", "statement", before.statements, after.statements))
    return [Recount(what, _count(was, noun), _count(now, noun)) for what, noun, was, now in sums if was != now]


def _count(number: int, noun: str) -> str:
    return f"{number:,} copies" if noun == "copy" and number != 1 else count(number, noun)


def _word_claim(claim: Claim) -> str:
    disputed = ", disputed" if claim.status is ClaimStatus.DISPUTED else ""
    return f"{word_origins(claim)}{disputed}"
