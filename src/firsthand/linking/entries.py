"""What linking works on: articles as read, with their sentences and vectors, and the material of one story."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from firsthand.linking.word_weights import stem_words, weigh
from firsthand.records import Actor, Annotations, Article, Copy, MentionForm, Span, Statement
from firsthand.text.sentences import split_sentences

Vectors = NDArray[np.int8]
TELLING = 2.0  # the weight from which a stem tells what a sentence is about
LONGEST = 2_000  # characters of a sentence that are read


@dataclass(frozen=True)
class Entry:
    """One article. `vectors` are the model's, (sentences + statements, width), in the order of `sentences` and then
    of `record.statements`; None where the model gave none. A row of zeros stands for nothing. `removed` are the
    statements that people took out of the record: their words are nobody's, and not the publisher's own voice either.
    """

    record: Annotations
    vectors: Vectors | None = None
    removed: tuple[Statement, ...] = ()

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.record.article

    @property
    def id(self) -> str:
        """The article's id."""
        return self.record.article.id

    @property
    def day(self) -> str:
        """The publication date, YYYY-MM-DD or less; empty where it is unknown."""
        return (self.record.article.published or "")[:10]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the text."""
        return tuple(split_sentences(self.record.article.text))

    @cached_property
    def named(self) -> tuple[list[int], list[str]]:
        """Where actors are mentioned, but by pronouns, in reading order; and which."""
        mentions = [one for one in self.record.mentions if one.form is not MentionForm.PRONOUN]
        found = sorted((one.span[0], one.actor) for one in mentions)
        return [start for start, _ in found], [actor for _, actor in found]

    @cached_property
    def telling(self) -> tuple[dict[str, float], ...]:
        """The telling stems of each sentence, with their weights."""
        text = self.record.article.text
        stems = (set(stem_words(text[start : min(end, start + LONGEST)])) for start, end in self.sentences)
        return tuple({stem: weight for stem in found if (weight := weigh(stem)) >= TELLING} for found in stems)


@dataclass(frozen=True)
class Material:
    """The articles of one story, in canonical order (`sort_entries`), joined as far as the steps before have come.

    Every actor id in the records is a corpus actor's: `actors` has them all. Statement ids are unique. `struck` are the
    ids of those that people say are none, among them such as linking would make.
    """

    entries: tuple[Entry, ...]
    actors: Mapping[str, Actor]
    copies: tuple[Copy, ...] = ()
    struck: frozenset[str] = frozenset()

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """All statements by id, in canonical order."""
        return {statement.id: statement for entry in self.entries for statement in entry.record.statements}

    @cached_property
    def entry_of(self) -> dict[str, Entry]:
        """The article of each statement, by the statement's id."""
        return {statement.id: entry for entry in self.entries for statement in entry.record.statements}

    @cached_property
    def entry_by_id(self) -> dict[str, Entry]:
        """The articles by id."""
        return {entry.id: entry for entry in self.entries}

    def publisher_of(self, entry: Entry) -> str | None:
        """The actor who publishes an article: the first hop of its statements' chains."""
        return next((statement.chain[0].actor for statement in entry.record.statements if statement.chain), None)


def canonical_order(article: Article) -> tuple[str, str]:
    """The key that sorts articles alike whatever order they came in: publication date (the undated last), then id."""
    return article.published or "~", article.id


def sort_entries(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in canonical order."""
    return tuple(sorted(entries, key=lambda entry: canonical_order(entry.article)))
