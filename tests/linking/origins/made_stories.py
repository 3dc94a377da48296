"""Small stories for tests: articles of a few lines, each a statement, with chains as a reader would draw them."""

from collections.abc import Sequence

from firsthand.linking.entries import Entry, Material, sort_entries
from firsthand.records import (
    Act,
    Actor,
    ActorKind,
    Annotations,
    Article,
    Certainty,
    Copy,
    CopyKind,
    Hop,
    HopRole,
    Statement,
)

OUTLETS = ("Courier", "Herald", "Wire", "Post", "Radio")
PERSONS = ("Anna Brusk", "Ivo Lind", "Mara Tolle", "Petra Roux")
BODIES = ("Northmark Copper", "Ministry of Mines", "Brost Harbour Fund", "Linden House")
PLACES = ("Northmark", "Sarland")
KINDS = {
    **dict.fromkeys(OUTLETS, ActorKind.OUTLET),
    **dict.fromkeys(PERSONS, ActorKind.PERSON),
    **dict.fromkeys(BODIES, ActorKind.ORGANISATION),
    **dict.fromkeys(PLACES, ActorKind.GOVERNMENT),
    "the hackers": ActorKind.GROUP,
    "Sarland Democrats": ActorKind.GROUP,
    "60 percent of Sarlanders": ActorKind.GROUP,
}
ACTORS = {name: Actor(name, name, kind) for name, kind in KINDS.items()}
CONTENT = "the dam had moved"


def say(
    id: str,
    chain: str,
    source: str | None = None,
    cue: str = "said",
    act: Act = Act.SAY,
    within: str | None = None,
    content: str = CONTENT,
) -> tuple[str, Statement]:
    """A line of text and its statement. `chain` is "Courier > Wire > ?an engineer": a "?" withholds the name; "!" at
    its end leaves the speaker unresolved.
    """
    unresolved = chain.endswith("!")
    names = chain.rstrip("! ").split(" > ")
    hops = tuple(_make_hop(name, place, len(names)) for place, name in enumerate(names))
    last = hops[-1]
    words = (last.description or last.actor or "") if source is None else source
    line = f"{words} {cue} {content}."
    ends = len(words), len(words) + 1 + len(cue), len(line) - 1
    return line, Statement(
        id=id,
        source=((0, ends[0]),) if words else (),
        cue=((ends[0] + 1, ends[1]),) if cue else (),
        content=((ends[1] + 1, ends[2]),),
        speaker=None if unresolved else last.actor,
        anonymous=last.actor is None,
        act=act,
        within=within,
        chain=hops,
    )


def _make_hop(name: str, place: int, length: int) -> Hop:
    role = HopRole.SPEAKER if place == length - 1 and place else HopRole.CARRIER if place else HopRole.PUBLISHER
    if name.startswith("?"):
        return Hop(None, role, Certainty.STATED, description=name[1:])
    return Hop(name, role, Certainty.STATED)


def write(id: str, day: int, *lines: tuple[str, Statement] | str) -> Entry:
    """An article of 2026-03-`day`: its lines below each other; plain lines are only text."""
    text, statements = "", []
    for line in lines:
        words, statement = (line, None) if isinstance(line, str) else line
        if statement is not None:
            statements.append(move(statement, len(text)))
        text += words + "\n"
    article = Article(id, text, published=f"2026-03-{day:02}")
    return Entry(Annotations(article, actors=tuple(ACTORS.values()), statements=tuple(statements)))


def move(statement: Statement, by: int) -> Statement:
    """A statement with its spans further on in the text."""
    spans = {
        name: tuple((start + by, end + by) for start, end in getattr(statement, name))
        for name in ("source", "cue", "content")
    }
    return Statement(**{name: getattr(statement, name) for name in statement.__struct_fields__} | spans)


def gather(entries: Sequence[Entry], copies: Sequence[Copy] = ()) -> Material:
    """The material of a story."""
    return Material(sort_entries(entries), ACTORS, tuple(copies))


def copy(article: str, of: str, kind: CopyKind = CopyKind.VERBATIM) -> Copy:
    """One article copies another."""
    return Copy(article, of, kind, 0.5, Certainty.STATED)
