"""Who speaks where in an article, as far as that is known before it is known who they are."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.extraction.attributions import Reading
from firsthand.extraction.mentions import Phrase
from firsthand.extraction.name_spans import opens_paragraph
from firsthand.records import Form, Statement


@dataclass(frozen=True, slots=True)
class Voices:
    """Numbers of phrases: those that speak; those that a following "he said" takes up at once, which are the same and
    the names that open a sentence; and for those inside an outermost quotation its source.
    """

    sources: frozenset[int]
    leads: frozenset[int]
    quoters: Mapping[int, int]


def find_voices(reading: Reading, phrases: Sequence[Phrase], places: Sequence[int | None],
                statements: Sequence[Statement], at: Sequence[int | None]) -> Voices:
    """The voices of an article. places: of the actor that each phrase names; at: each statement's source's phrase."""
    sources = frozenset(number for number in at if number is not None)
    quoters = find_quoters(reading, phrases, statements, at)
    return Voices(sources, sources | find_leads(reading, phrases, places, quoters), quoters)


def find_quoters(reading: Reading, phrases: Sequence[Phrase], statements: Sequence[Statement],
                 at: Sequence[int | None]) -> dict[int, int]:
    """For each phrase inside an outermost quotation the number of the phrase that is its source."""
    words, found = reading.features.words, {}
    firsts = [phrase.first for phrase in phrases]
    for statement, source in zip(statements, at, strict=True):
        if source is None or statement.within is not None or statement.form is Form.INDIRECT:
            continue
        for start, end in statement.content:
            first, last = (bisect_left(words, place, key=lambda word: word[0]) for place in (start, end))
            for number in range(bisect_left(firsts, first), bisect_left(firsts, last)):
                if number != source and is_quoted(reading, phrases[number].first):
                    found[number] = source
    return found


def find_leads(reading: Reading, phrases: Sequence[Phrase], places: Sequence[int | None], quoters: Mapping[int, int]
               ) -> set[int]:
    """The names that open a sentence outside of quotations: a following "he said" takes them up."""
    return {
        number for number, phrase in enumerate(phrases)
        if places[number] is not None and number not in quoters and opens_sentence(reading, phrase.first)
    }


def opens_sentence(reading: Reading, word: int) -> bool:
    """Whether a word is the first of its sentence."""
    return word == 0 or reading.ends[word] != reading.ends[word - 1] or opens_paragraph(reading, word)


def is_quoted(reading: Reading, word: int) -> bool:
    """Whether a word stands inside quotation marks."""
    return bool(reading.features.states[reading.features.first_piece[word]] % 2)
