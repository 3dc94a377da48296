"""The voices of an article: who speaks in it how often, who only carries, and who could not be resolved.

A voice is a named speaker, or an anonymous source told apart by its description. An outlet through which others
reach the reader is a carrier and no voice. A statement whose speaker is only "he" or "the minister" so far adds
no voice: it may be one of those already counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from firsthand.records import Actor, ActorKind, Annotations, Hop, HopRole, Statement, evidence
from firsthand.serving.report_lines import shorten

NO_SOURCE = "no source given"
NAMELESS = "anonymous source"
PRONOUNS = frozenset(("he", "him", "she", "her", "they", "them", "it", "we", "who", "this", "that", "these", "those"))
# A capital on these is the sentence's, not the word's own.
OPENERS = PRONOUNS | {"the", "a", "an", "one", "some", "two", "three", "several", "his", "their", "its"}


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks. `statements` are their own, `carried` those of others that came through them."""

    key: str
    name: str
    roles: tuple[str, ...] = ()
    statements: int = 0
    carried: int = 0
    is_publisher: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """Who speaks in one article; each group is in the order of `statements`, most first."""

    statements: int
    named: tuple[Voice, ...]
    anonymous: tuple[Voice, ...]
    carriers: tuple[Voice, ...]
    unresolved: tuple[tuple[str, int], ...]

    @property
    def voices(self) -> int:
        """How many voices are known; unresolved statements may hold more."""
        return len(self.named) + len(self.anonymous)

    @property
    def unresolved_statements(self) -> int:
        """How many statements have no known speaker."""
        return sum(number for _, number in self.unresolved)


def index_actors(record: Annotations) -> dict[str, Actor]:
    """The record's actors by id."""
    return {actor.id: actor for actor in record.actors}


def name_actor(actors: Mapping[str, Actor], identity: str) -> str:
    """An actor's name, or its id where the record has no such actor."""
    actor = actors.get(identity)
    return shorten(actor.name if actor else identity) or "unnamed"


def name_hop(actors: Mapping[str, Actor], hop: Hop) -> str:
    """A hop's actor, or the description of an anonymous one."""
    if hop.actor is not None:
        return name_actor(actors, hop.actor)
    return _lower_opener(shorten(hop.description or "")) or NAMELESS


def describe_source(text: str, statement: Statement) -> str:
    """The source as printed, without a sentence's capital; `NO_SOURCE` where the article gives none."""
    return _lower_opener(shorten(evidence(text, statement.source))) or NO_SOURCE


def describe_anonymous(text: str, statement: Statement) -> str:
    """How the article describes a speaker whose name it withholds."""
    hops = [hop for hop in statement.chain if hop.role is HopRole.SPEAKER and hop.actor is None]
    described = hops[-1].description if hops else None
    words = _lower_opener(shorten(described or evidence(text, statement.source)))
    return words if words and words not in PRONOUNS else NAMELESS


def _lower_opener(words: str) -> str:
    first, blank, rest = words.partition(" ")
    return first.lower() + blank + rest if first.lower() in OPENERS else words


def find_carriers(statement: Statement) -> list[Hop]:
    """The hops between the publisher and the speaker, outermost first."""
    hops = statement.chain
    if hops and hops[-1].role is HopRole.SPEAKER:
        hops = hops[:-1]
    return [
        hop
        for hop in hops
        if hop.role is not HopRole.PUBLISHER and (hop.actor is None or hop.actor != statement.speaker)
    ]


def count_voices(record: Annotations) -> Tally:
    """Sort the speakers of one article's statements into voices, carriers and unresolved sources."""
    actors, text = index_actors(record), record.article.text
    spoken: Counter[str] = Counter()
    anonymous: dict[str, list[str]] = {}
    unresolved: dict[str, list[str]] = {}
    for statement in record.statements:
        if statement.speaker is not None:
            spoken[statement.speaker] += 1
        elif statement.anonymous:
            _group(anonymous, describe_anonymous(text, statement))
        else:
            _group(unresolved, describe_source(text, statement))
    carried, publishers = _count_carried(record)
    people = [_make_voice(actors, one, spoken, carried, publishers) for one in (spoken | carried)]
    unnamed = [Voice(key, names[0], statements=len(names)) for key, names in anonymous.items()]
    return Tally(
        statements=len(record.statements),
        named=_sort(voice for voice in people if not _is_carrier(actors, voice)),
        anonymous=_sort(unnamed),
        carriers=_sort(voice for voice in people if _is_carrier(actors, voice)),
        unresolved=tuple(sorted(((names[0], len(names)) for names in unresolved.values()), key=lambda row: -row[1])),
    )


def _group(groups: dict[str, list[str]], name: str) -> None:
    groups.setdefault(name.casefold(), []).append(name)


def _count_carried(record: Annotations) -> tuple[Counter[str], set[str]]:
    """How many statements came through whom, and who publishes statements of others."""
    carried: Counter[str] = Counter()
    publishers: set[str] = set()
    for statement in record.statements:
        carried.update({hop.actor for hop in find_carriers(statement) if hop.actor is not None})
        publishers |= {
            hop.actor
            for hop in statement.chain
            if hop.role is HopRole.PUBLISHER and hop.actor is not None and hop.actor != statement.speaker
        }
    return carried, publishers


def _make_voice(
    actors: Mapping[str, Actor], identity: str, spoken: Counter[str], carried: Counter[str], publishers: set[str]
) -> Voice:
    actor = actors.get(identity)
    return Voice(
        key=identity,
        name=name_actor(actors, identity),
        roles=tuple(filter(None, map(shorten, actor.roles))) if actor else (),
        statements=spoken[identity],
        carried=carried[identity],
        is_publisher=identity in publishers,
    )


def _is_carrier(actors: Mapping[str, Actor], voice: Voice) -> bool:
    if voice.statements == 0:
        return True
    actor = actors.get(voice.key)
    is_outlet = actor is not None and actor.kind is ActorKind.OUTLET
    return is_outlet and (voice.carried > 0 or voice.is_publisher)


def _sort(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    return tuple(sorted(voices, key=lambda voice: -voice.statements))
