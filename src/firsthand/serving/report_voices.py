"""The voices of an article: who speaks in it how often, who only carries, and who could not be resolved.

A voice is a named speaker, or an anonymous source told apart by its description. An outlet through which others
reach the reader is a carrier and no voice. A statement whose speaker is only "he" or "the minister" so far adds
no voice: it may be one of those already counted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from firsthand.records import Actor, ActorKind, Annotations, Certainty, Hop, HopRole, Statement, evidence
from firsthand.serving.report_lines import shorten

WORD = re.compile(r"\w+")
NO_SOURCE = "no source given"
NAMELESS = "anonymous source"
PRONOUNS = frozenset(("he", "him", "she", "her", "they", "them", "it", "we", "who", "this", "that", "these", "those"))
# A capital on these is the sentence's, not the word's own.
OPENERS = PRONOUNS | {"the", "a", "an", "one", "some", "two", "three", "several", "his", "their", "its"}
OPENERS |= {"another", "both", "all", "many", "most", "more", "no", "nobody", "other", "others", "those"}


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks. `statements` are their own, `carried` those of others that came through them.

    `inferred` counts those of the carried ones of which the article does not say that they came this way.
    """

    key: str
    name: str
    roles: tuple[str, ...] = ()
    statements: int = 0
    carried: int = 0
    inferred: int = 0
    is_publisher: bool = False
    kind: ActorKind | None = None


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
    """An actor's name, or its id where the record has no such actor.

    `The cabinet` loses the capital of its sentence, `The Tide` keeps its own.
    """
    actor = actors.get(identity)
    name = _trim(actor.name if actor else identity) or "unnamed"
    _, _, rest = name.partition(" ")
    return _lower_opener(name) if rest[:1].islower() else name


def name_hop(actors: Mapping[str, Actor], hop: Hop) -> str:
    """A hop's actor, or the description of an anonymous one."""
    if hop.actor is not None:
        return name_actor(actors, hop.actor)
    return _name_anonymous(hop.description or "")


def describe_source(text: str, statement: Statement) -> str:
    """The source as printed, without a sentence's capital; `NO_SOURCE` where the article gives none."""
    return _lower_opener(_trim(evidence(text, statement.source))) or NO_SOURCE


def share_a_word(name: str, printed: str) -> bool:
    """Whether the printed words name the same thing already: `Bloomberg,` needs no `Bloomberg` beside it."""
    words, others = (set(WORD.findall(text.casefold())) for text in (name, printed))
    return not words.isdisjoint(others)


def describe_anonymous(text: str, statement: Statement) -> str:
    """How the article describes a speaker whose name it withholds."""
    hops = [hop for hop in statement.chain if hop.role is HopRole.SPEAKER and hop.actor is None]
    described = hops[-1].description if hops else None
    return _name_anonymous(described or evidence(text, statement.source))


def _name_anonymous(description: str) -> str:
    words = _lower_opener(_trim(description))
    return words if words and words not in PRONOUNS else NAMELESS


def _trim(words: str) -> str:
    """Made safe and cut, without the comma that may close a source."""
    return shorten(words).rstrip(" ,;:")


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
    passed = _count_carried(record)
    people = [_make_voice(actors, one, spoken, passed) for one in (spoken | passed.carried)]
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


@dataclass(frozen=True, slots=True)
class _Passed:
    """How many statements of others came through whom, and who publishes such."""

    carried: Counter[str]
    inferred: Counter[str]
    publishers: set[str]


def _count_carried(record: Annotations) -> _Passed:
    passed = _Passed(Counter(), Counter(), set())
    for statement in record.statements:
        carriers = find_carriers(statement)
        inferred = {hop.actor for hop in carriers if hop.certainty is Certainty.INFERRED}
        named = {hop.actor for hop in carriers if hop.actor is not None}
        passed.carried.update(named)
        passed.inferred.update(named & inferred)
        passed.publishers.update(
            hop.actor
            for hop in statement.chain
            if hop.role is HopRole.PUBLISHER and hop.actor is not None and hop.actor != statement.speaker
        )
    return passed


def _make_voice(actors: Mapping[str, Actor], identity: str, spoken: Counter[str], passed: _Passed) -> Voice:
    actor = actors.get(identity)
    return Voice(
        key=identity,
        name=name_actor(actors, identity),
        roles=tuple(filter(None, map(shorten, actor.roles))) if actor else (),
        statements=spoken[identity],
        carried=passed.carried[identity],
        inferred=passed.inferred[identity],
        is_publisher=identity in passed.publishers,
        kind=actor.kind if actor else None,
    )


def _is_carrier(actors: Mapping[str, Actor], voice: Voice) -> bool:
    if voice.statements == 0:
        return True
    actor = actors.get(voice.key)
    is_outlet = actor is not None and actor.kind is ActorKind.OUTLET
    return is_outlet and (voice.carried > 0 or voice.is_publisher)


def _sort(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    return tuple(sorted(voices, key=lambda voice: -voice.statements))
