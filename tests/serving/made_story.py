"""An invented story of four articles, linked by hand: a sale that is reported anonymously, denied, then confirmed."""

import msgspec

from firsthand.records import (
    Act,
    Actor,
    ActorKind,
    Annotations,
    Article,
    Certainty,
    Claim,
    ClaimStatus,
    Copy,
    CopyKind,
    EventStatus,
    Form,
    Hop,
    HopRole,
    Origin,
    Position,
    Relation,
    RelationKind,
    Statement,
    Status,
    Step,
    Story,
    StoryLinks,
    TimelineEntry,
)

STORY = "s-0123456789"
SALE, DENIAL, VOTE = "c-1111111111", "c-2222222222", "c-3333333333"
NAMES = {
    "a-courier": ("Moravel Courier", ActorKind.OUTLET),
    "a-post": ("Harbour Post", ActorKind.OUTLET),
    "a-radio": ("Quay Radio", ActorKind.OUTLET),
    "a-caldo": ("Ines Caldo", ActorKind.PERSON),
    "a-council": ("the council of Vellmar", ActorKind.GROUP),
}
SOLD = "the old pier will be sold"
QUOTE = "We will not sell the old pier, not this year and not the next"
FIRST = f"People close to the mayor told the Courier that {SOLD}.\n“{QUOTE},” Ines Caldo said."
THIRD = f"The Courier reports that {SOLD}.\n“We will not sell the old pier,” Caldo said."
LAST = f"On Monday the council confirmed that {SOLD}. There was a vote."
PEOPLE = "people close to the mayor"


def find(text: str, words: str) -> tuple[tuple[int, int], ...]:
    start = text.index(words)
    return ((start, start + len(words)),)


def make_hop(article: str, actor: str, role: HopRole, certainty: Certainty = Certainty.STATED) -> Hop:
    return Hop(f"{article}:{actor}", role, certainty)


def make_article(id: str, outlet: str, published: str, text: str, statements: tuple[Statement, ...]) -> Annotations:
    actors = tuple(Actor(f"{id}:{key}", name, kind) for key, (name, kind) in NAMES.items())
    article = Article(id, text, publisher=NAMES[outlet][0], published=published, title=text.partition("\n")[0][:40])
    return Annotations(article, actors=actors, statements=statements)


def make_leak(id: str, outlet: str) -> Statement:
    """The anonymous report in the first two articles."""
    chain = (
        make_hop(id, outlet, HopRole.PUBLISHER),
        Hop(None, HopRole.SPEAKER, Certainty.STATED, (), PEOPLE),
    )
    return Statement(
        f"{id}:1", find(FIRST, "People close to the mayor"), find(FIRST, "told"), find(FIRST, SOLD),
        anonymous=True, act=Act.SAY, form=Form.INDIRECT, chain=chain, confidence=0.9,
    )  # fmt: skip


def make_denial(id: str, outlet: str, text: str, who: str, words: str) -> Statement:
    chain = (make_hop(id, outlet, HopRole.PUBLISHER), make_hop(id, "a-caldo", HopRole.SPEAKER))
    return Statement(
        f"{id}:2", find(text, who), find(text, "said"), find(text, words), speaker=f"{id}:a-caldo",
        act=Act.SAY, form=Form.DIRECT, status=Status.DENIED, chain=chain, confidence=0.9,
    )  # fmt: skip


def make_records() -> list[Annotations]:
    """The articles as read: each actor's ids are the article's own."""
    retold = Statement(
        "m3:1", find(THIRD, "The Courier"), find(THIRD, "reports"), find(THIRD, SOLD), speaker="m3:a-courier",
        act=Act.REPORT, confidence=0.9, chain=(
            make_hop("m3", "a-radio", HopRole.PUBLISHER),
            make_hop("m3", "a-post", HopRole.CARRIER, Certainty.INFERRED),
            make_hop("m3", "a-courier", HopRole.CARRIER),
            Hop(None, HopRole.SPEAKER, Certainty.INFERRED),
        ),
    )  # fmt: skip
    confirmed = Statement(
        "m4:1", find(LAST, "the council"), find(LAST, "confirmed"), find(LAST, SOLD), speaker="m4:a-council",
        act=Act.CONFIRM, said_on="2031-03-03", confidence=0.9, chain=(
            make_hop("m4", "a-courier", HopRole.PUBLISHER), make_hop("m4", "a-council", HopRole.SPEAKER)
        ),
    )  # fmt: skip
    return [
        make_article("m1", "a-courier", "2031-03-01T07:00:00+00:00", FIRST,
                     (make_leak("m1", "a-courier"), make_denial("m1", "a-courier", FIRST, "Ines Caldo", QUOTE))),
        make_article("m2", "a-post", "2031-03-01T09:00:00+00:00", FIRST,
                     (make_leak("m2", "a-post"), make_denial("m2", "a-post", FIRST, "Ines Caldo", QUOTE))),
        make_article("m3", "a-radio", "2031-03-02", THIRD,
                     (retold, make_denial("m3", "a-radio", THIRD, "Caldo", "We will not sell the old pier"))),
        make_article("m4", "a-courier", "2031-03-03", LAST, (confirmed,)),
    ]  # fmt: skip


def make_claims() -> tuple[Claim, ...]:
    leak = Origin("o-1111111111", None, "a-courier", Certainty.STATED, ("it cites no other outlet",), "m1:1", PEOPLE)
    council = Origin("o-2222222222", "a-council", "a-courier", Certainty.STATED, ("speaks for itself",), "m4:1")
    caldo = Origin("o-3333333333", "a-caldo", "a-courier", Certainty.INFERRED, ("was first quoted there",), "m1:2")
    return (
        Claim(SALE, "The old pier will be sold.", ("m1:1", "m2:1", "m3:1", "m4:1"), (leak, council), 2, 4,
              "2031-03-01T07:00:00+00:00", False, ClaimStatus.DISPUTED, STORY,
              ("2, since the council speaks for itself", "Harbour Post and Quay Radio only retell the Courier")),
        Claim(DENIAL, "The old pier will not be sold.", ("m1:2", "m2:2", "m3:2"), (caldo,), 1, 3,
              "2031-03-01T07:00:00+00:00", False, ClaimStatus.SINGLE_ORIGIN, STORY, ("all quote Ines Caldo",)),
        Claim(VOTE, "There was a vote.", ("m4:own",), (), (1, 2), 1, None, True, ClaimStatus.SINGLE_ORIGIN, STORY),
    )  # fmt: skip


def make_links() -> StoryLinks:
    """What linking would find, with three claims, a copy, a denial, a timeline and positions."""
    renamed = {id: {f"{id}:{key}": key for key in NAMES} for id in ("m1", "m2", "m3", "m4")}
    own = Statement("m4:own", (), (), find(LAST, "There was a vote"), speaker="a-courier", confidence=1.0,
                    chain=(Hop("a-courier", HopRole.PUBLISHER, Certainty.STATED),))  # fmt: skip
    return StoryLinks(
        Story(STORY, "The old pier of Vellmar is for sale", ("m1", "m2", "m3", "m4")),
        actors=tuple(
            Actor(key, name, kind, ("Caldo", "the harbour master") if key == "a-caldo" else (),
                  ("harbour master",) if key == "a-caldo" else ())
            for key, (name, kind) in NAMES.items()
        ),
        renamed=renamed,
        assertions={"m4": (own,)},
        copies=(Copy("m2", "m1", CopyKind.VERBATIM, 0.97, Certainty.STATED, ("published two hours later",)),),
        claims=make_claims(),
        relations=(Relation(DENIAL, SALE, RelationKind.DENIES, ("says that it is not so",)),),
        timeline=(
            TimelineEntry("2031-03-03", "2031-03-03", "2031-03-03", "The council confirms the sale",
                          EventStatus.HAPPENED, "m4:1", STORY, ("the article dates it",)),
            TimelineEntry("2031", None, "2031-03-01T07:00:00+00:00", "The pier is sold", EventStatus.PLANNED, "m1:1",
                          STORY),
        ),
        positions=(
            Position("a-caldo", "2031-03-01", "will not sell the pier", Act.SAY, Status.DENIED, DENIAL, "m3:2",
                     "softened on 2 March"),
        ),
        steps={
            SALE: (
                Step("The Courier has it first, from people whom it does not name.", "m1:1", "m1"),
                Step("Harbour Post prints the Courier's text.", None, "m2"),
                Step("So these are one origin."),
            )
        },
    )  # fmt: skip


def make_many_claims(number: int) -> StoryLinks:
    """The story with so many more claims, each of one statement."""
    links = make_links()
    first = links.claims[1]
    more = tuple(
        msgspec.structs.replace(first, id=f"c-{at:010}", gist=f"Claim {at} of many.", statements=("m1:2",))
        for at in range(number)
    )
    return msgspec.structs.replace(links, claims=links.claims + more)
