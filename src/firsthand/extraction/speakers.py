"""Who speaks: mentions grouped to actors, and the actor behind every source."""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.attributions import Reading
from firsthand.extraction.cast import Cast
from firsthand.extraction.casting import UNKNOWN, Casting
from firsthand.extraction.clusters import Clusters
from firsthand.extraction.coreference import list_pairs, make_table, score_in_blocks
from firsthand.extraction.grouping import group
from firsthand.extraction.heads import NAME_KINDS, WordOutputs
from firsthand.extraction.mentions import Phrase, find_phrase, make_phrase
from firsthand.extraction.name_spans import Name, find_names, get_word, is_capital
from firsthand.extraction.name_words import find_acronyms, is_body
from firsthand.extraction.naming import Namer
from firsthand.extraction.publisher import make_short_forms
from firsthand.extraction.roster import Roster
from firsthand.extraction.voices import find_voices
from firsthand.extraction.whole_names import mend_names
from firsthand.lexicons.names import OPENERS
from firsthand.lexicons.persons import DETERMINERS, PERSONAL
from firsthand.records import Actor, ActorKind, Article, Statement

Floats = NDArray[np.float32]
Ranges = Sequence[tuple[int, int, int]]
LONGEST_SOURCE = 25  # words of a source that are looked at


def resolve_speakers(article: Article, statements: list[Statement], reading: Reading, output: WordOutputs,
                     spans: Ranges, weights: dict[str, Floats]) -> tuple[Cast, list[Statement]]:
    """The cast of an article, and its statements with their speakers (None where unknown or withheld).

    spans: of mentions, (first, last, kind) in words; weights: of coreference (coreference.score_pairs).
    """
    sources = [find_source_words(reading, statement) for statement in statements]
    names, spans = mend_names(reading, find_names(reading, output), spans, (article.publisher or "").strip())
    phrases = collect_phrases(reading, spans, names, [s for s in sources if s])
    at = [find_phrase(phrases, *source) if source else None for source in sources]
    speaking = frozenset(number for number in at if number is not None)
    roster = open_roster(article)
    places = Namer(reading, names, roster).name_all(phrases, speaking)
    acronyms = find_acronyms(roster, places)
    places = [None if place is None else acronyms.get(place, place) for place in places]
    clusters = Clusters(phrases, places, roster.actors)
    later, earlier = list_pairs(len(phrases))
    is_open = np.array([place is None for place in places], bool)[later]  # a name needs no antecedent
    later, earlier = later[is_open], earlier[is_open]
    table = make_table(phrases, reading.features, reading.ends)
    scores = score_in_blocks(table, gather_vectors(output, phrases), later, earlier, weights)
    voices = find_voices(reading, phrases, places, statements, at)
    group(clusters, scores, later, earlier, voices)
    return Casting(article, reading, clusters, voices).cast(statements, at)


def open_roster(article: Article) -> Roster:
    """A roster with the publisher, where the article has one: it may be spoken of without its name."""
    roster = Roster()
    publisher = (article.publisher or "").strip()
    if publisher:
        kind = ActorKind.ORGANISATION if is_body(publisher) else ActorKind.OUTLET
        roster.add(publisher, None, False, kind)
        if kind is ActorKind.OUTLET:
            roster.know(0, make_short_forms(Actor("", publisher, kind)))
    return roster


def gather_vectors(output: WordOutputs, phrases: Sequence[Phrase]) -> Floats:
    """(phrases, VECTOR_WIDTH): what the context says of each, at its head and its first word."""
    heads = np.array([phrase.head for phrase in phrases], np.int64)
    firsts = np.array([phrase.first for phrase in phrases], np.int64)
    vectors: Floats = output.vectors[heads] + output.vectors[firsts]
    return vectors


def find_source_words(reading: Reading, statement: Statement) -> tuple[int, int] | None:
    """The words of a statement's source, as a half-open range."""
    if not statement.source:
        return None
    words = reading.features.words
    first = bisect_left(words, statement.source[0][0], key=lambda word: word[0])
    last = bisect_left(words, statement.source[0][1], key=lambda word: word[0])
    first = skip_openers(reading, first, last)
    if first < last < len(words) and get_word(reading, last - 1) == "of" and is_capital(get_word(reading, last)):
        last += 1  # "the Press Agency of | Northmark said"
    return (first, min(last, first + LONGEST_SOURCE)) if first < last else None


def skip_openers(reading: Reading, first: int, last: int) -> int:
    """The first word of a source without what opens its sentence ("Earlier in | Northmark")."""
    start = first
    while start + 1 < last and get_word(reading, start).lower() in OPENERS:
        start += 1
    is_within = first < start < last - 1 and get_word(reading, start).lower() in ("in", "at")
    return start + is_within


def skip_that(reading: Reading, first: int, last: int) -> int:
    """The first word of a mention without a conjunction before its article ("that | a senior official")."""
    words = [reading.text[slice(*span)].lower() for span in reading.features.words[first : min(first + 2, last)]]
    return first + (len(words) == 2 and words[0] == "that" and words[1] in DETERMINERS)


def collect_phrases(reading: Reading, mentions: Ranges, names: Sequence[Name], sources: Sequence[tuple[int, int]]
                    ) -> list[Phrase]:
    """All mentions, the names that no mention ends with and the sources that are no mention, in reading order."""
    spans = {(skip_that(reading, first, last), last): kind for first, last, kind in mentions}
    ends = {last for _, last in spans}
    for name in names:
        if name.kind != "people" and name.last not in ends:
            spans[(name.first, name.last)] = NAME_KINDS.index(name.kind)
    for first, last in sources:
        spans.setdefault((first, last), UNKNOWN)
    for number, (start, end) in enumerate(reading.features.words):
        if reading.text[start:end].lower() in PERSONAL:
            spans.setdefault((number, number + 1), 0)
    return [make_phrase(reading.text, reading.features, first, last, kind) for (first, last), kind in
            sorted(spans.items(), key=lambda item: (item[0][0], -item[0][1]))]
