"""What a statement proposes: its content, sentence by sentence, with all that the comparison of two looks at."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from firsthand.lexicons.oppositions import PLAIN_NEGATION
from firsthand.linking.contradiction.polarity import is_opposite
from firsthand.linking.entries import Entry, Material
from firsthand.linking.vectors import Floats, normalise
from firsthand.linking.word_weights import stem_words, weigh, weigh_stems
from firsthand.records import Act, Span, Spans, Statement, Status, evidence
from firsthand.text.numbers import find_numbers
from firsthand.text.sentences import split_sentences

LEAST_WEIGHT = 1.0  # stems that tell less are left out
OPENING_MARKS = "\"“”„«‘'’`([ "
FEWEST_STEMS = 2  # a sentence of a content with fewer telling stems stays with the one before
LONGEST = 2_000  # characters of a sentence that are compared
IS_NEGATION = re.compile(PLAIN_NEGATION, re.IGNORECASE)


@dataclass(frozen=True)
class Proposition:
    """One sentence of a statement's content, or of what its pronoun content stands for.

    id: `statement id#number`. stems: telling stems with their weights; sequence: all stems in reading order. numbers:
    values. actors: corpus actors that are mentioned by name or in other words. affirms: False where the speaker says
    that it is not so. vector: of length 1, None where the model gave none.
    """

    id: str
    statement: Statement
    entry: Entry
    order: int  # of the article, in canonical order
    text: str
    spans: Spans
    stems: Mapping[str, float]
    sequence: tuple[str, ...]
    numbers: frozenset[float]
    actors: frozenset[str]
    affirms: bool
    is_covered: bool  # the words are those that a pronoun stands for
    is_whole: bool  # the statement has no other proposition
    vector: Floats | None = field(default=None, compare=False)
    around: Mapping[str, float] = field(default_factory=dict)  # the same for what stands before and after

    @cached_property
    def is_opposite(self) -> bool:
        """Whether the statement only says the opposite of the words, which were said before."""
        return is_opposite(evidence(self.entry.article.text, self.statement.content))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each stem stands in the sequence."""
        places: dict[str, list[int]] = {}
        for place, stem in enumerate(self.sequence):
            places.setdefault(stem, []).append(place)
        return places

    @cached_property
    def named(self) -> frozenset[str]:
        """The actors of the chain behind the publisher."""
        return frozenset(hop.actor for hop in self.statement.chain[1:] if hop.actor)

    @cached_property
    def publisher(self) -> str | None:
        """The actor who publishes the article."""
        return self.statement.chain[0].actor if self.statement.chain else None

    @cached_property
    def obtained_by(self) -> str | None:
        """Of an anonymous source the last one in the chain who has a name; None for named sources."""
        names = [hop.actor for hop in self.statement.chain if hop.actor]
        return names[-1] if self.statement.anonymous and names else None

    @cached_property
    def around_norm(self) -> float:
        """The length of `around`."""
        return math.sqrt(sum(weight * weight for weight in self.around.values()))

    @cached_property
    def day(self) -> int | None:
        """The ordinal of the publication day."""
        try:
            return date.fromisoformat(self.entry.day).toordinal()
        except ValueError:
            return None

    @cached_property
    def mass(self) -> float:
        """The sum of the weights."""
        return sum(self.stems.values())


def make_propositions(material: Material) -> list[Proposition]:
    """The propositions of all statements, in canonical order; statements that propose nothing have none."""
    return [
        proposition
        for order, entry in enumerate(material.entries)
        for number, statement in enumerate(entry.record.statements)
        for proposition in cut_statement(statement, entry, order, number)
    ]


def cut_statement(statement: Statement, entry: Entry, order: int, number: int | None) -> Iterator[Proposition]:
    """The propositions of one statement, which is the article's `number`-th (None where linking made it itself)."""
    is_covered = bool(statement.covers)
    turns = is_opposite(evidence(entry.article.text, statement.content))
    pieces = _cut_spans(entry.article.text, statement.covers or statement.content)
    vectors = _find_vectors(entry, [spans for spans, _ in pieces], number)
    for index, (spans, sequence) in enumerate(pieces):
        text = " ".join(entry.article.text[start:end] for start, end in spans)[:LONGEST]
        yield Proposition(
            id=f"{statement.id}#{index}", statement=statement, entry=entry, order=order, text=text, spans=spans,
            stems=weigh_stems(sequence, LEAST_WEIGHT), sequence=tuple(sequence),
            numbers=frozenset(value for _, value in find_numbers(text)),
            actors=frozenset(_find_actors(entry, spans)),
            affirms=not turns and _affirms(statement, text),
            is_covered=is_covered, is_whole=len(pieces) == 1, vector=vectors[index],
            around=_weigh_around(entry, spans),
        )  # fmt: skip


def _cut_spans(text: str, spans: Spans) -> list[tuple[Spans, list[str]]]:
    """The sentences of a span set with their stems, short ones with the one before them."""
    pieces: list[tuple[list[Span], list[str]]] = []
    for start, end in spans:
        for begin, stop in split_sentences(text[start:end]):
            sentence = (start + begin, start + stop)
            stems = stem_words(text[slice(*sentence)][:LONGEST])
            telling = sum(weigh(stem) >= LEAST_WEIGHT for stem in stems)
            # A piece that goes on in small letters continues a quotation that its tag interrupted.
            goes_on = bool(pieces) and text[slice(*sentence)].lstrip(OPENING_MARKS)[:1].islower()
            if pieces and (telling < FEWEST_STEMS or goes_on):
                pieces[-1][0].append(sentence)
                pieces[-1][1].extend(stems)
            else:
                pieces.append(([sentence], stems))
    return [(tuple(piece), stems) for piece, stems in pieces]


def _find_vectors(entry: Entry, pieces: list[Spans], number: int | None) -> list[Floats | None]:
    """A vector for each piece: the statement's own where there is one piece, else that of the sentence it lies in."""
    if entry.vectors is None:
        return [None] * len(pieces)
    own = None if number is None else len(entry.sentences) + number
    found = [_find_row(entry, spans) for spans in pieces]
    rows = [own if own is not None and (len(pieces) == 1 or row is None) else row for row in found]
    return [normalise(entry.vectors[row]) if row is not None and row < len(entry.vectors) else None for row in rows]


def _find_row(entry: Entry, spans: Spans) -> int | None:
    """The sentence that the middle of the first span lies in."""
    middle = (spans[0][0] + spans[0][1]) // 2
    row = bisect_right(entry.sentences, middle, key=lambda span: span[0]) - 1
    return row if row >= 0 and middle < entry.sentences[row][1] else None


def _weigh_around(entry: Entry, spans: Spans) -> dict[str, float]:
    """The telling stems of the sentence that a proposition begins in, and of the one before it."""
    row = _find_row(entry, spans)
    return {} if row is None else {**(entry.telling[row - 1] if row else {}), **entry.telling[row]}


def _find_actors(entry: Entry, spans: Spans) -> Iterator[str]:
    starts, actors = entry.named
    for start, end in spans:
        yield from actors[bisect_left(starts, start) : bisect_left(starts, end)]


def _affirms(statement: Statement, text: str) -> bool:
    """Whether the speaker says that it is so. A denial of a pronoun's or a positive content denies; so does a no."""
    if statement.status is Status.DENIED or statement.act is Act.DENY:
        return False
    return not IS_NEGATION.search(text)
