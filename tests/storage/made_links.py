"""Invented links between the articles of `made_records`."""

from firsthand.records import (
    Actor,
    ActorKind,
    Certainty,
    Claim,
    ClaimStatus,
    Copy,
    CopyKind,
    EventStatus,
    Hop,
    HopRole,
    Judgement,
    JudgementKind,
    Origin,
    Relation,
    RelationKind,
    Statement,
    Story,
    StoryLinks,
    TimelineEntry,
    Verdict,
)

REYES = Actor("a-reyes", "Ana Reyes", ActorKind.PERSON, aliases=("Reyes",), roles=("minister",))
COURIER = Actor("a-courier", "Moravel Courier", ActorKind.OUTLET)


def make_links(
    id: str = "s-port",
    articles: tuple[str, ...] = ("a1", "b1"),
    *,
    title: str = "Port lease",
    gist: str = "The port stays open",
    claim: str = "",
    count: int | tuple[int, int] = 1,
    status: ClaimStatus = ClaimStatus.SINGLE_ORIGIN,
) -> StoryLinks:
    """One claim of all articles, another of one, and a statement of the last article's publisher in its own voice."""
    first, last = articles[0], articles[-1]
    claim = claim or f"c-{id[2:]}-open"
    assertion = Statement(
        f"{last}:own",
        (),
        (),
        ((0, 9),),
        speaker=COURIER.id,
        chain=(Hop(COURIER.id, HopRole.PUBLISHER, Certainty.STATED),),
    )
    origin = Origin(f"o-{claim}", REYES.id, COURIER.id, Certainty.STATED, ("says so herself",), f"{first}:1")
    said = (*(f"{article}:1" for article in articles), assertion.id)
    claims = (
        Claim(claim, gist, said, (origin,), count, len(articles), "2026-03-10", False, status, id),
        Claim(
            f"{claim}-end", "The lease ends", (f"{first}:2",), (), 1, 1, "2026-03-10", True, ClaimStatus.DISPUTED, id
        ),
    )
    return StoryLinks(
        story=Story(id, title, articles),
        actors=(REYES, COURIER),
        renamed={article: {f"{article}:actor-1": REYES.id} for article in articles},
        assertions={last: (assertion,)},
        copies=(Copy(last, first, CopyKind.VERBATIM, 0.9, Certainty.STATED),) if last != first else (),
        claims=claims,
        relations=(Relation(claims[0].id, claims[1].id, RelationKind.CONTRADICTS),),
        timeline=(
            TimelineEntry("2026-03", None, "2026-03-10", "the lease ends", EventStatus.PLANNED, f"{first}:2", id),
        ),
    )


def make_judgement(id: str = "", left: str = "a-reyes", right: str = "a-ana", by: str = "Vera") -> Judgement:
    anchors = ("a1/a1:actor-1", "b1/b1:actor-1")
    return Judgement(id, JudgementKind.ACTOR, Verdict.SAME, left, right, *anchors, by, "2026-03-12T10:00:00+00:00")
