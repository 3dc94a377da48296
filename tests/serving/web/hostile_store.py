"""A store whose every text is a payload: stories of articles in whose titles, names, words and addresses they stand."""

from pathlib import Path

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
    Section,
    SectionKind,
    Statement,
    Status,
    Step,
    Story,
    StoryLinks,
    TimelineEntry,
)
from firsthand.storage import open_store
from tests.serving.conftest import issue_ids
from tests.serving.web.payloads import PAYLOADS

STORIES = 6


def fill(path: Path) -> None:
    """Each payload in an article of its own; the articles in a few stories."""
    with open_store(path) as store:
        store.add([make_record(number, payload) for number, payload in enumerate(PAYLOADS)])
        every = [make_links(number) for number in range(STORIES)]
        for links in every:
            store.links.save_story(f"key-{links.story.id}", links)
    for links in every:
        issue_ids(path, links)


def make_record(number: int, payload: str) -> Annotations:
    """An article that is nothing but its payload: title, text, publisher, author, address, names, medium, date."""
    id, source = f"p{number}", f"{payload} (spokesman)"
    said = f"we have seen {payload} and more"
    text = f"{payload}\n{source} said that {said}."
    start = text.index(source, len(payload))
    at = text.rindex(said)
    speaker, outlet = Actor(f"{id}:s", payload, ActorKind.PERSON), Actor(f"{id}:o", f"Post {payload}", ActorKind.OUTLET)
    statement = Statement(
        f"{id}:1", ((start, start + len(source)),), ((at - 10, at - 6),), ((at, at + len(said)),), speaker=speaker.id,
        form=Form.INDIRECT, act=Act.SAY, status=Status.ASSERTED, medium=payload, said_on=payload, confidence=0.4,
        flags=(payload,), chain=(
            Hop(outlet.id, HopRole.PUBLISHER, Certainty.STATED),
            Hop(None, HopRole.CARRIER, Certainty.INFERRED, (), payload),
            Hop(speaker.id, HopRole.SPEAKER, Certainty.STATED),
        ),
    )  # fmt: skip
    article = Article(
        id, text, url=payload, publisher=outlet.name, title=payload, authors=(payload,),
        published=f"2031-03-{number % 28 + 1:02}",
        language=payload, sections=(Section(SectionKind.TITLE, (0, len(payload))),), flags=(payload,),
    )  # fmt: skip
    return Annotations(article, actors=(speaker, outlet), statements=(statement,))


def make_links(part: int) -> StoryLinks:
    """A story of every sixth payload, with a claim, an origin, a step, a copy, a date and a position of each."""
    chosen = range(part, len(PAYLOADS), STORIES)
    articles = tuple(f"p{number}" for number in chosen)
    story = f"s-{part:010}"
    actors = tuple(
        Actor(f"a-{kind}{number:09}", name.format(PAYLOADS[number]), form, (PAYLOADS[number],), (PAYLOADS[number],))
        for number in chosen
        for kind, name, form in (("0", "{0}", ActorKind.PERSON), ("1", "Post {0}", ActorKind.OUTLET))
    )
    first = chosen[0]
    return StoryLinks(
        Story(story, PAYLOADS[first], articles),
        actors=actors,
        renamed={f"p{n}": {f"p{n}:s": f"a-0{n:09}", f"p{n}:o": f"a-1{n:09}"} for n in chosen},
        copies=tuple(
            Copy(f"p{n}", f"p{first}", CopyKind.VERBATIM, 0.9, Certainty.INFERRED, (PAYLOADS[n],),
                 (((0, len(PAYLOADS[n])), (0, len(PAYLOADS[first]))),)) for n in chosen[1:]
        ),
        claims=tuple(make_claim(n, story) for n in chosen),
        relations=tuple(
            Relation(f"c-{n:010}", f"c-{first:010}", RelationKind.CONTRADICTS, (PAYLOADS[n],)) for n in chosen[1:]
        ),
        timeline=tuple(
            TimelineEntry(f"2031-04-{n % 28 + 1:02}", None, "2031-03-01", PAYLOADS[n], EventStatus.PLANNED, f"p{n}:1",
                          story, (PAYLOADS[n],)) for n in chosen
        ),
        positions=tuple(
            Position(f"a-0{n:09}", "2031-03-02", PAYLOADS[n], Act.SAY, Status.ASSERTED, f"c-{n:010}", f"p{n}:1",
                     PAYLOADS[n]) for n in chosen
        ),
        steps={f"c-{n:010}": (Step(PAYLOADS[n], f"p{n}:1", f"p{n}"),) for n in chosen},
    )  # fmt: skip


def make_claim(number: int, story: str) -> Claim:
    """What one statement says, with an origin in its words."""
    payload = PAYLOADS[number]
    origin = Origin(f"o-{number:010}", f"a-0{number:09}", f"a-1{number:09}", Certainty.INFERRED, (payload,),
                    f"p{number}:1", payload)  # fmt: skip
    return Claim(
        f"c-{number:010}", payload, (f"p{number}:1",), (origin,), 1, 1, "2031-03-01", True, ClaimStatus.DISPUTED, story,
        (payload,),
    )  # fmt: skip
