"""Statements and casts for tests, written as their words: each part is found in the text from left to right."""

from firsthand.extraction.cast import Cast
from firsthand.reading.sections import outline_text
from firsthand.records import Act, Actor, ActorKind, Article, Form, Mention, MentionForm, Span, Spans, Statement

KINDS = {"p": ActorKind.PERSON, "o": ActorKind.ORGANISATION, "t": ActorKind.OUTLET, "g": ActorKind.GOVERNMENT}


def make_article(text: str, publisher: str | None = None, authors: tuple[str, ...] = ()) -> Article:
    """An article with its sections."""
    return Article("1", text, publisher=publisher, authors=authors, sections=outline_text(text).sections)


def make_cast(text: str, *actors: tuple[str, str, str]) -> Cast:
    """A cast from (id, kind letter, name); every place of a name is a mention."""
    made = [Actor(actor, name, KINDS[kind]) for actor, kind, name in actors]
    mentions = [
        Mention((start, start + len(actor.name)), actor.id, MentionForm.NAME)
        for actor in made
        for start in range(len(text))
        if text.startswith(actor.name, start)
    ]
    return Cast("1", made, mentions)


def find(text: str, words: str, start: int = 0) -> Span:
    """Where words stand, from a position on. Raises ValueError where they don't."""
    place = text.index(words, start)
    return place, place + len(words)


def state(
    text: str,
    source: str,
    cue: str,
    content: str,
    *,
    speaker: str | None = None,
    id: str = "s",
    within: str | None = None,
    act: Act = Act.SAY,
    form: Form = Form.INDIRECT,
    near: str = "",
) -> Statement:
    """A statement whose parts are the first places of these words behind `near`; no speaker: an anonymous one."""
    start = text.index(near)
    return Statement(
        id,
        source=_find_all(text, source, start),
        cue=_find_all(text, cue, start),
        content=_find_all(text, content, start),
        speaker=speaker,
        anonymous=speaker is None and bool(source),
        act=act,
        form=form,
        within=within,
    )


def _find_all(text: str, words: str, start: int) -> Spans:
    return (find(text, words, start),) if words else ()
