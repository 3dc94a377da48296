"""Invented records for the tests of everything that keeps or prints them."""

from firsthand.records import (
    Act,
    Actor,
    ActorKind,
    Annotations,
    Article,
    Certainty,
    Form,
    Hop,
    HopRole,
    Mention,
    MentionForm,
    Statement,
    Status,
)

TEXT = "Ana Reyes said “the port stays open” on Monday. According to people close to the talks, the lease will end."


def make_record(
    id: str = "a1",
    text: str = TEXT,
    *,
    url: str | None = None,
    publisher: str | None = "Moravel Courier",
    published: str | None = "2026-03-10",
    title: str | None = "Port stays open",
) -> Annotations:
    """Two statements, one by a named speaker and one by an anonymous source, wherever `text` holds their words."""
    speaker = f"{id}:actor-1"
    reyes = Statement(
        id=f"{id}:1",
        source=find(text, text.partition(" said")[0]) if " said" in text else (),
        cue=find(text, "said"),
        content=find(text, text[text.find("“") : text.find("”") + 1]) if "“" in text else (),
        speaker=speaker,
        form=Form.DIRECT,
        act=Act.SAY,
        status=Status.ASSERTED,
        chain=(Hop(speaker, HopRole.SPEAKER, Certainty.STATED, find(text, "Ana Reyes")),),
    )
    hop = Hop(None, HopRole.SPEAKER, Certainty.STATED, (), "people close to the talks")
    people = Statement(
        id=f"{id}:2",
        source=find(text, "people close to the talks"),
        cue=find(text, "According to"),
        content=find(text, "the lease will end"),
        anonymous=True,
        within=f"{id}:1",
        chain=(hop,),
    )
    return Annotations(
        article=Article(id, text, url=url, publisher=publisher, published=published, title=title),
        actors=(Actor(speaker, "Ana Reyes", ActorKind.PERSON),),
        mentions=(Mention((0, 9), speaker, MentionForm.NAME),),
        statements=(reyes, people),
    )


def find(text: str, words: str) -> tuple[tuple[int, int], ...]:
    start = text.find(words)
    return ((start, start + len(words)),) if start >= 0 else ()
