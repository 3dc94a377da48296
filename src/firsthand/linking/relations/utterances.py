"""One statement of a claim as relations look at it: what it says yes and no to, and how well it fits another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from firsthand.lexicons.denials import (
    ADMITTING,
    ANSWERING,
    FIRST_CLAUSE,
    OPEN_QUESTION,
    OPPOSING,
    SELF_SUBJECT,
    TELLING_OF_DENIAL,
    UNTRUE_PREDICATE,
)
from firsthand.linking.contradiction.polarity import IS_NEGATION
from firsthand.linking.contradiction.sides import READ_AGAIN, Side
from firsthand.linking.vectors import Floats
from firsthand.records import Act, Spans, Statement, Status
from firsthand.text.spans import overlap

SMOOTHING = 2.0  # added to the weight of words that are looked for
ANSWERS = re.compile(ANSWERING, re.IGNORECASE)
IS_UNTRUE = re.compile(UNTRUE_PREDICATE, re.IGNORECASE)
OPPOSES = re.compile(OPPOSING, re.IGNORECASE)
TELLS_OF_DENIAL = re.compile(TELLING_OF_DENIAL, re.IGNORECASE)
ADMITS = re.compile(ADMITTING, re.IGNORECASE)
ENDS_CLAUSE = re.compile(FIRST_CLAUSE, re.IGNORECASE)
SPEAKS_OF_SELF = re.compile(SELF_SUBJECT, re.IGNORECASE)
LEAVES_OPEN = re.compile(OPEN_QUESTION, re.IGNORECASE)


@dataclass(frozen=True)
class Utterance:
    """One statement of a claim with the words that carry the claim, and the day on which it was said or printed.

    `place` is the statement's number in its article, in reading order.
    """

    statement: Statement
    article: str
    place: int
    cue: str
    spans: Spans
    side: Side
    denies: bool
    is_opposite: bool  # the content is "the opposite" of what was said before, and the words are that
    day: str
    vector: Floats | None = field(default=None, compare=False)
    weights: Mapping[str, float] = field(default_factory=dict)


def says_no(statement: Statement, cue: str) -> bool:
    """Whether a statement says that something is not so; to oppose a plan or to protest against a deed does not."""
    is_denial = statement.act is Act.DENY or statement.status is Status.DENIED
    return is_denial and not OPPOSES.search(cue)


def answers(one: Utterance) -> bool:
    """Whether a statement says of something said that it is not so: by its cue, or else by what follows it."""
    if one.is_opposite:
        return True
    if one.statement.act is not Act.DENY or not one.denies:
        return False
    text = one.side.text
    return bool(ANSWERS.search(one.cue) or IS_NEGATION.search(text) or IS_UNTRUE.search(text))


def says_so(one: Utterance) -> bool:
    """Whether a statement says that something is so: not that somebody denies it, that it is not, or whether it is."""
    return not one.denies and _tells_that(one.side.text)


@lru_cache(READ_AGAIN)
def _tells_that(text: str) -> bool:
    first = ENDS_CLAUSE.split(text, maxsplit=1)[0]
    return (TELLS_OF_DENIAL.search(text) or IS_NEGATION.search(first) or LEAVES_OPEN.match(text)) is None


def admits(one: Utterance) -> bool:
    """Whether somebody grants that something is so."""
    return one.statement.act is Act.CONFIRM and ADMITS.search(one.cue) is not None


def are_of_selves(one: Utterance, other: Utterance) -> bool:
    """Whether two speakers each speak of themselves, and so not of one thing."""
    return bool(SPEAKS_OF_SELF.match(one.side.text) and SPEAKS_OF_SELF.match(other.side.text))


def are_nested(one: Utterance, other: Utterance) -> bool:
    """Whether one statement frames the other: "X accused Y of denying …"."""
    if one.article != other.article:
        return False
    ids = {(one.statement.id, other.statement.within), (other.statement.id, one.statement.within)}
    is_framed = any(first == second for first, second in ids)
    return (
        is_framed
        or overlap(one.statement.content, other.statement.cue)
        or overlap(other.statement.content, one.statement.cue)
    )


def liken(one: Utterance, other: Utterance) -> float:
    """How much two utterances mean the same: the cosine of their vectors, 0 where one has none."""
    return 0.0 if one.vector is None or other.vector is None else float(one.vector @ other.vector)


def mean_alike(one: Utterance, other: Utterance, least: float) -> bool:
    """Whether the cosine of two utterances is not below a bound; where the model gave no vectors, nothing speaks
    against it.
    """
    return one.vector is None or other.vector is None or liken(one, other) >= least


def contain(one: Utterance, other: Utterance) -> float:
    """The share of an utterance's words that another has too, from 0 to 1; of few words even all give no 1."""
    common = sum(weight for stem, weight in one.weights.items() if other.side.has(stem))
    return common / (sum(one.weights.values()) + SMOOTHING)
