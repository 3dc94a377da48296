"""Small stories for tests: articles of statements, one a line, and claims of these statements."""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.linking.entries import Entry, Material, sort_entries
from firsthand.records import (
    Act,
    Actor,
    ActorKind,
    Annotations,
    Article,
    Claim,
    ClaimStatus,
    Span,
    Statement,
    Status,
    Timex,
)


@dataclass(frozen=True)
class Line:
    """What a speaker says in an article; `covers` is the number of the line that a pronoun content stands for."""

    speaker: str
    content: str
    act: Act = Act.SAY
    status: Status = Status.ASSERTED
    said_on: str | None = None
    covers: int | None = None
    dates: tuple[tuple[str, str], ...] = ()  # words of the content, TIMEX3 value
    verb: str | None = None

    @property
    def cue(self) -> str:
        """The verb given, else the one that goes with the act."""
        return self.verb or {Act.DENY: "denied", Act.CONFIRM: "admitted"}.get(self.act, "said")


def write(id: str, day: str, lines: Sequence[Line]) -> Entry:
    """An article of a line for each statement, "SPEAKER said CONTENT." Statements are `id.0`, `id.1` and so on."""
    text, contents = "", []
    for line in lines:
        start = len(text) + len(f"{line.speaker} {line.cue} ")
        contents.append((start, start + len(line.content)))
        text += f"{line.speaker} {line.cue} {line.content}.\n"
    statements = tuple(
        make_statement(f"{id}.{number}", line, contents, number) for number, line in enumerate(lines)
    )
    timexes = tuple(
        Timex((start, start + len(words)), "DATE", value.partition("/")[0], value if "/" in value else None)
        for line, content in zip(lines, contents, strict=True)
        for words, value in line.dates
        if (start := text.index(words, content[0])) >= 0
    )
    actors = tuple({line.speaker: make_actor(line.speaker) for line in lines}.values())
    article = Article(id, text, publisher="Courier", published=day)
    return Entry(Annotations(article, actors, timexes=timexes, statements=statements))


def make_statement(id: str, line: Line, contents: Sequence[Span], number: int) -> Statement:
    content = contents[number]
    source = (content[0] - len(f"{line.speaker} {line.cue} "), content[0] - len(f" {line.cue} "))
    return Statement(
        id, (source,), ((source[1] + 1, content[0] - 1),), (content,),
        covers=() if line.covers is None else (contents[line.covers],),
        speaker=line.speaker, act=line.act, status=line.status, said_on=line.said_on,
    )  # fmt: skip


def make_actor(name: str) -> Actor:
    return Actor(name, name, ActorKind.PERSON)


def gather(*entries: Entry) -> Material:
    return Material(sort_entries(entries), {one.id: one for entry in entries for one in entry.record.actors})


def claim(id: str, *statements: str, gist: str = "") -> Claim:
    return Claim(id, gist, statements, (), 1, 1, None, anonymous_only=False, status=ClaimStatus.SINGLE_ORIGIN)
