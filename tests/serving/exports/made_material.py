"""Materials for tests: the made story, and one whose every text is somebody's attack."""

from collections.abc import Iterator

from firsthand.records import (
    Act,
    Actor,
    ActorKind,
    Annotations,
    Article,
    Certainty,
    Claim,
    ClaimStatus,
    EventStatus,
    Export,
    Form,
    Hop,
    HopRole,
    Mention,
    MentionForm,
    Origin,
    Statement,
    Status,
    Story,
    TimelineEntry,
    encode,
)
from firsthand.serving.exports import Material, hold_story
from firsthand.serving.linked_stories import join_story
from tests.serving.made_story import make_links, make_records


def make_story_material() -> Material:
    return hold_story(join_story(make_links(), make_records()))


def make_attacked(payload: str, *, url: str | None = None) -> Material:
    """An article with `payload` for every text that somebody else may have written."""
    text = f"{payload} said: {payload}\n{payload}\nand more."
    content = (len(payload) + 7, len(payload) * 3 + 8)  # the second and the third, over a line's end
    chain = (
        Hop("a-1", HopRole.PUBLISHER, Certainty.STATED),
        Hop(None, HopRole.SPEAKER, Certainty.STATED, (), payload),
    )
    statement = Statement(
        "s-1", ((0, len(payload)),), ((len(payload) + 1, len(payload) + 5),), (content,), anonymous=True, act=Act.SAY,
        status=Status.ASSERTED, form=Form.MIXED, medium=payload, said_on=payload, chain=chain, confidence=0.5,
        flags=(payload,),
    )  # fmt: skip
    speaks = Statement("s-2", ((0, len(payload)),), (), (content,), speaker="a-2", chain=chain[:1], confidence=0.5)
    actors = (
        Actor("a-1", payload, ActorKind.OUTLET, (payload,), (payload,)),
        Actor("a-2", payload, ActorKind.PERSON, (payload,), (payload,)),
    )
    article = Article("x", text, url or payload, payload, payload, (payload,), payload, payload)
    mentions = (Mention((0, len(payload)), "a-2", MentionForm.NAME),)
    record = Annotations(article, actors=actors, mentions=mentions, statements=(statement, speaks))
    origin = Origin("o-1", "a-2", "a-1", Certainty.STATED, (payload,), "s-2", payload)
    claim = Claim(
        "c-1", payload, ("s-1", "s-2"), (origin,), (1, 2), 1, payload, False, ClaimStatus.DISPUTED, "s", (payload,)
    )
    entry = TimelineEntry("2031-03-01", payload, payload, payload, EventStatus.PLANNED, "s-1", "s", (payload,))
    odd = TimelineEntry(payload, None, "2031-03-02", payload, EventStatus.ONGOING, "s-2", "s")
    links = Export(
        actors=actors, claims=(claim,), stories=(Story("s", payload, ("x",)), Story("t", payload, ())),
        timeline=(entry, odd),
    )  # fmt: skip
    return Material("store", payload, lambda: iter([encode(record)]), links)


# What programs that read exports might run, fetch, or fall over.
PAYLOADS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;",
    "<svg/onload=alert(1)>", "\"><script>alert(1)</script>", "javascript:alert(1)",
    "</script><script>alert(1)</script>", "<iframe src=//evil>", "=cmd|' /C calc'!A0", "]]>", "<!--",
    "\x00\x01\x0b\x1f", "\u202eevil\u202c", "a\r\nb\u2028c\x85d\te", "\ufffe\uffff",
    "שלום עולם", "😀\u200d🔥", "{{7*7}}", "${jndi}", "' OR 1=1 --", "../../etc/passwd", "x" * 2000, " ", "\n",
)  # fmt: skip


def attack() -> Iterator[tuple[str, Material]]:
    for payload in PAYLOADS:
        yield payload, make_attacked(payload)
