"""Where one statement's own chain ends: its root, before other articles are asked."""

import re
from dataclasses import dataclass
from enum import IntEnum

from firsthand.lexicons.citing import FIRST_PERSON
from firsthand.lexicons.crowds import CROWDS, NOBODY, SHARES
from firsthand.lexicons.offices import NARRATED, OFFICE_HOLDERS, SOURCE_WORDS, VAGUE_GROUPS
from firsthand.lexicons.outlets import OUTLET_NOUNS
from firsthand.linking.origins.ground import Ground, stated_outlets
from firsthand.records import Act, Actor, ActorKind, Certainty, Form, Hop, HopRole, Spans, Statement, evidence

# An inner statement that is this much of a content is what the outer one passes on ("X tells that Y said …").
MOST_OF_A_CONTENT = 0.6
# What somebody holds, by another's word: he does not assert it ("the company believes", says its spokesman).
ATTITUDES = (Act.BELIEVE, Act.EXPECT, Act.INTEND)
# "the state auditor", "the same minister", "local radio"
MOST_TITLE_WORDS = 3
PLANNING = re.compile(rf"\b(?:{'|'.join(NARRATED)})", re.IGNORECASE)


class Standing(IntEnum):
    """How well a root stands as an origin of its own: the first three add nothing beside better ones."""

    VOICE = 0  # the publisher says so itself, without a source
    UNRESOLVED = 1  # somebody whom the article names, but we don't know whom
    DESCRIBED = 2  # a body or group that is described, never named ("the hackers")
    CITED = 3  # an outlet is credited, and no more is known
    OBTAINED = 4  # a source whose name is withheld, of an outlet or of a named person
    NAMED = 5  # a named person or body speaks first-hand


@dataclass(frozen=True)
class Root:
    """The end of a chain. `holder` is the actor who answers for it: the speaker, or the named link just outside an
    anonymous one. `outlet` obtained it. `description` is how a speaker is called who has no actor. `is_person` is
    whether the holder is a person with a full name, whom readers know better than his body.
    """

    statement: str
    holder: str
    outlet: str
    standing: Standing
    certainty: Certainty
    description: str | None = None
    is_person: bool = False

    @property
    def is_anonymous(self) -> bool:
        """Whether the chain ends at a withheld name."""
        return self.standing == Standing.OBTAINED


def find_root(statement: Statement, ground: Ground) -> Root | None:
    """The root of a statement by its own chain; None where not even its publisher is known."""
    told, chain = read_chain(statement, ground)
    if not chain or chain[0].actor is None:
        return None
    publisher = chain[0].actor
    stop = next((place for place, hop in enumerate(chain) if hop.actor is None), None)
    if stop is not None:
        return _withheld(statement, chain, stop, ground)
    last = chain[-1].actor or publisher
    if told.speaker is None and not is_narrated(told, ground):
        return _root(statement, chain, Standing.UNRESOLVED, ground, source_words(told, ground))
    if last == publisher and len(chain) == 1:
        standing = Standing.VOICE if ground.is_outlet(publisher) else Standing.NAMED
        return _root(statement, chain, standing, ground)
    if ground.is_outlet(last):
        return _root(statement, chain, Standing.CITED, ground)
    if is_vague(ground.name(last)):
        return _root(statement, chain[:-1], Standing.UNRESOLVED, ground, ground.name(last))
    is_named = is_proper(ground.name(last)) and not is_crowd(ground.material.actors.get(last))
    standing = Standing.NAMED if is_named else Standing.DESCRIBED
    return _root(statement, chain, standing, ground)


def _withheld(statement: Statement, chain: list[Hop], stop: int, ground: Ground) -> Root:
    """The root of a chain with a nameless hop: the link before it, for a source of its own, answers.

    A nameless outlet ("local radio") is no source of its own, and "the minister" is a name that was not resolved.
    """
    descriptions = [hop.description for hop in chain[stop:] if hop.actor is None and hop.description]
    words = (chain[stop].description or "").casefold().split()
    is_short = 0 < len(words) <= MOST_TITLE_WORDS
    nameless_outlet = is_short and chain[stop].role == HopRole.CARRIER and words[-1] in OUTLET_NOUNS
    passed_on = nameless_outlet or (is_short and words[0] == "the" and words[-1] in OFFICE_HOLDERS)
    standing = Standing.UNRESOLVED if passed_on else Standing.OBTAINED
    return _root(statement, chain[:stop], standing, ground, ", ".join(descriptions))


def _root(
    statement: Statement, chain: list[Hop], standing: Standing, ground: Ground, description: str | None = None
) -> Root:
    holder = chain[-1].actor or ""
    outlet = next((hop.actor for hop in reversed(chain) if hop.actor and ground.is_outlet(hop.actor)), None)
    return Root(
        statement=statement.id,
        holder=holder,
        outlet=outlet or chain[0].actor or "",
        standing=standing,
        certainty=min((hop.certainty for hop in chain), key=lambda one: one == Certainty.STATED),
        description=description,
        is_person=holder in ground.persons and " " in ground.name(holder),
    )


def read_chain(statement: Statement, ground: Ground) -> tuple[Statement, list[Hop]]:
    """The statement that counts, and its hops without a speaker who does not speak (a narrator's "he plans to go").

    Where an outlet says little but what somebody within it says, that one's chain is taken; a person answers for
    what he passes on, unless the claim has the inner statement too.
    """
    if statement.chain and ground.is_outlet(statement.chain[-1].actor):
        statement = find_passed_on(statement, ground) or statement
    chain = list(statement.chain)
    silent = is_narrated(statement, ground) or (len(chain) > 2 and statement.act in ATTITUDES and statement.within)
    if silent and len(chain) > 1 and chain[-1].role == HopRole.SPEAKER and not ground.is_outlet(chain[-1].actor):
        chain.pop()
    return statement, chain


def find_passed_on(statement: Statement, ground: Ground) -> Statement | None:
    """The statement within this one that is most of what it says; None where there is none."""
    size = measure(statement.content)
    for inner in ground.inner.get(statement.id, ()):
        nested = len(inner.chain) > len(statement.chain)
        if nested and size and measure(inner.content) >= MOST_OF_A_CONTENT * size:
            return inner
    return None


def measure(spans: Spans) -> int:
    """How many characters a span set has."""
    return sum(end - start for start, end in spans)


def is_narrated(statement: Statement, ground: Ground) -> bool:
    """Whether a narrator tells what somebody plans, wants or, by an outlet that is credited, offers: no speech of his.

    "He hopes" is speech, since only he can have said it; so is what stands in quotation marks or in the first person.
    """
    if statement.act not in (Act.INTEND, Act.OFFER) or statement.form in (Form.DIRECT, Form.MIXED) or statement.medium:
        return False
    text = ground.entry(statement.id).article.text
    if evidence(text, statement.source).casefold() in FIRST_PERSON:
        return False
    if statement.act == Act.OFFER:
        frame = ground.material.statements.get(statement.within or "")
        told = frame is not None and ground.is_outlet(frame.speaker)
        return told or bool(stated_outlets(statement.chain[:-1], ground))
    return bool(PLANNING.search(evidence(text, statement.cue)))


def source_words(statement: Statement, ground: Ground) -> str:
    """The words that an article uses for the source."""
    return evidence(ground.entry(statement.id).article.text, statement.source)


def is_proper(name: str) -> bool:
    """Whether a name has a proper noun in it: "the provincial fire service" has none.

    A script without capitals counts as one. What begins as a clause was never a name, whatever stands in it.
    """
    words = [word.strip("“”\"'’.,()") for word in name.split()]
    words = [word for word in words if word]
    if words and words[0] in ("that", "whether"):
        return False
    if words and words[0].casefold() in ("the", "a", "an", "its", "his", "her", "their"):
        words = words[1:]
    return any(word[:1].isalnum() and not word[:1].islower() for word in words)


def is_crowd(actor: Actor | None) -> bool:
    """Whether an actor is people in number, by name: "House Democrats", "65 percent of voters", "Brusk and Lind"."""
    if actor is None:
        return False
    name = actor.name.casefold()
    words = name.split()
    several = " and " in name and actor.kind in (ActorKind.PERSON, ActorKind.GROUP)
    return several or (words[-1:] != [] and words[-1] in CROWDS) or any(share in name for share in SHARES)


def says_nobody(description: str | None) -> bool:
    """Whether a withheld source's description says nothing of who he is: "who", "they", "a man"."""
    return all(word.strip(",.“”") in NOBODY for word in (description or "").casefold().split())


def is_vague(name: str) -> bool:
    """Whether a name is that of nobody in particular: "experts", "residents", "the authors of the resource"."""
    words = name.casefold().split()
    head = next((word for word in words if word not in ("the", "a", "an", "some", "local", "other")), "")
    return head in VAGUE_GROUPS or not SOURCE_WORDS.isdisjoint(words)
