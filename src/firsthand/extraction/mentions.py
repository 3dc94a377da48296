"""Mentions: what a phrase that refers to somebody looks like, as numbers that coreference compares."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.features import Features
from firsthand.extraction.heads import LONGEST_MENTION, WordOutputs
from firsthand.lexicons import persons
from firsthand.records import MentionForm, Span

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
LEAST_MENTION = -1.0  # log-odds: half a mention more found is worth a third of one less right
BLOCK = 64  # words looked through at once: so that the product stays on one thread (products.py)
MALE, FEMALE, NEUTER = 1, 2, 3  # 0: unknown, and the same for the following
SINGULAR, PLURAL = 1, 2
PRONOUN_CLASSES = (
    persons.MALE_PRONOUNS, persons.FEMALE_PRONOUNS, persons.NEUTER_PRONOUNS, persons.PLURAL_PRONOUNS,
    persons.FIRST_PRONOUNS, persons.FIRST_PLURAL_PRONOUNS, persons.SECOND_PRONOUNS, persons.RELATIVE_PRONOUNS,
)
GENDERS = {1: MALE, 2: FEMALE, 3: NEUTER}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention's words (half-open), its kind (index of heads.MENTION_KINDS) and what its words say."""

    first: int
    last: int
    kind: int
    head: int  # the head's word
    form: MentionForm
    gender: int
    number: int
    pronoun: int  # 1 + index of PRONOUN_CLASSES, 0 for others
    article: int  # 1 definite, 2 indefinite, 3 possessive, 0 none
    keys: tuple[str, ...]  # the phrase without its article, its head, its first and its last word, in lower case


def make_phrase(text: str, features: Features, first: int, last: int, kind: int) -> Phrase:
    """The phrase of the words [first, last)."""
    words = [text[start:end] for start, end in features.words[first:last]]
    if len(words) > 2 and words[-2] in ("'", "’") and words[-1] == "s":
        words = words[:-2]  # a possessive ending with a blank before it, as old corpora have it
    lower = [strip_possessive(word.lower()) for word in words]
    head = find_head(lower)
    pronoun = find_pronoun_class(lower) if last - first == 1 else 0
    if pronoun:
        form = MentionForm.PRONOUN
    elif words[head][0].isupper() and (head > 0 or is_name_at_start(words, lower)):
        form = MentionForm.NAME
    else:
        form = MentionForm.NOMINAL
    return Phrase(
        first, last, kind, first + head, form,
        gender=GENDERS.get(pronoun) or (0 if pronoun else find_gender(lower, head, form, kind)),
        number=find_number(lower, head, pronoun, form is MentionForm.NAME),
        pronoun=pronoun,
        article=find_article(lower),
        keys=make_keys(lower, head),
    )


def strip_possessive(word: str) -> str:
    """A word without its possessive ending ("putin’s", "states’")."""
    if word.endswith(("’s", "'s")):
        return word[:-2]
    return word


def find_head(lower: Sequence[str]) -> int:
    """The place of the head: the last word before whatever describes it from behind."""
    end = next((place for place in range(1, len(lower)) if ends_head(lower, place)), len(lower))
    while end > 1 and not lower[end - 1][0].isalnum():
        end -= 1
    return end - 1


def ends_head(lower: Sequence[str], place: int) -> bool:
    """Whether the head of a noun phrase has ended before a word: "judges | of the court", "judges | handling it"."""
    if lower[place] in persons.BREAKS:
        return True
    is_participle = lower[place].endswith(("ing", "ed"))
    before = lower[place - 1]
    return is_participle and (before in persons.PLURAL_WORDS or (before.endswith("s") and not before.endswith("ss")))


def is_name_at_start(words: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether a first word with a capital is of a name and does not only open a sentence: it is no determiner."""
    return lower[0] not in persons.DETERMINERS and lower[0] not in persons.PLURAL_WORDS and len(words[0]) > 1


def find_pronoun_class(lower: Sequence[str]) -> int:
    """1 + the index of the class of a pronoun, 0 for other words."""
    return next((number for number, words in enumerate(PRONOUN_CLASSES, 1) if lower[0] in words), 0)


def find_gender(lower: Sequence[str], head: int, form: MentionForm, kind: int) -> int:
    """MALE, FEMALE, NEUTER or 0, by titles, nouns and given names."""
    if kind > 0:
        return NEUTER
    words = lower[: head + 1]
    if any(word in persons.FEMALE_WORDS for word in words):
        return FEMALE
    if any(word in persons.MALE_WORDS for word in words):
        return MALE
    if form is MentionForm.NAME:
        for word in words[:-1] if len(words) > 1 else words:
            if word in persons.WOMEN:
                return FEMALE
            if word in persons.MEN:
                return MALE
    return 0


def find_number(lower: Sequence[str], head: int, pronoun: int, is_name: bool) -> int:
    """SINGULAR, PLURAL or 0."""
    if pronoun:
        return {1: SINGULAR, 2: SINGULAR, 3: SINGULAR, 4: PLURAL, 5: SINGULAR, 6: PLURAL}.get(pronoun, 0)
    word = lower[head]
    if is_name and "and" not in lower:
        return 0 if len(lower) == 1 else SINGULAR  # "Mathers", but also "Farmers"
    if "and" in lower[head + 1 : head + 3] or word in persons.PLURAL_WORDS:
        return PLURAL
    if lower[0] in ("these", "those", "several", "many", "few", "both", "all", "two", "three", "four", "five",
                    "dozens"):
        return PLURAL
    if lower[0] in ("a", "an", "this", "that", "one"):
        return SINGULAR
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in persons.SINGULAR_WORDS:
        return PLURAL
    return SINGULAR


def find_article(lower: Sequence[str]) -> int:
    """1 definite, 2 indefinite, 3 possessive, 0 without."""
    if lower[0] in persons.DEFINITES:
        return 1
    if lower[0] in ("a", "an", "some", "another", "one"):
        return 2
    return 3 if lower[0] in persons.POSSESSIVES else 0


def make_keys(lower: Sequence[str], head: int) -> tuple[str, ...]:
    """What two phrases are compared by."""
    bare = [word for word in lower if word not in persons.DETERMINERS and word[0].isalnum()]
    return (" ".join(bare), lower[head], bare[0] if bare else "", bare[-1] if bare else "", lower[max(0, head - 1)])


def find_span(text: str, features: Features, phrase: Phrase) -> Span:
    """The characters of a phrase, without a possessive ending or a mark at its end."""
    start, end = features.words[phrase.first][0], features.words[phrase.last - 1][1]
    if text[start:end].endswith(("’s", "'s")) and end - start > 2:
        end -= 2
    stripped = text[start:end].rstrip(" ,;:–—-")
    return start, start + len(stripped) if stripped else end


def find_phrase(phrases: Sequence[Phrase], first: int, last: int) -> int | None:
    """The number of the phrase that a source's words [first, last) stand for: the widest that begins with it."""
    start = bisect_left(phrases, first, key=lambda phrase: phrase.first)
    best = None
    for number in range(start, len(phrases)):
        phrase = phrases[number]
        if phrase.first >= last:
            break
        rank = (phrase.first, -phrase.last)
        if phrase.last <= last and (best is None or rank < (phrases[best].first, -phrases[best].last)):
            best = number
    return best


def find_mentions(output: WordOutputs, lengths: Floats, sentences: Sequence[tuple[int, int]]
                  ) -> list[tuple[int, int, int]]:
    """The mentions as (first, last, kind) in reading order: spans above LEAST_MENTION; of two that cross, the better.

    lengths: (LONGEST_MENTION, kinds), what the length alone adds; sentences: half-open ranges of words.
    """
    numbers = np.full(len(output.starts) + LONGEST_MENTION, -1, np.int64)  # the sentence of each word
    for number, (first, last) in enumerate(sentences):
        numbers[first:last] = number
    found: list[tuple[float, int, int, int]] = []
    for begin in range(0, len(output.starts), BLOCK):
        found += _score_block(output, lengths, numbers, begin)
    kept: list[tuple[int, int, int]] = []
    near: dict[int, list[Span]] = {}  # kept spans by every block that they touch
    for _, first, last, kind in sorted(found, key=lambda item: -item[0]):
        blocks = range(first // BLOCK, (last - 1) // BLOCK + 1)
        if all(_can_stand_together((first, last), other) for block in blocks for other in near.get(block, ())):
            kept.append((first, last, kind))
            for block in blocks:
                near.setdefault(block, []).append((first, last))
    return sorted(kept)


def _score_block(output: WordOutputs, lengths: Floats, sentences: Ints, begin: int
                 ) -> list[tuple[float, int, int, int]]:
    """The spans that begin in a block of words and score enough: (score, first, last, kind)."""
    starts = output.starts[begin : begin + BLOCK]
    stops = output.stops[begin : begin + BLOCK + LONGEST_MENTION - 1]
    distance = np.arange(len(stops))[None, :] - np.arange(len(starts))[:, None]
    same = sentences[begin : begin + len(starts), None] == sentences[None, begin : begin + len(stops)]
    row, column = np.nonzero((distance >= 0) & (distance < LONGEST_MENTION) & same)
    found = []
    for kind in range(starts.shape[1]):
        table = np.ascontiguousarray(starts[:, kind, :-1]) @ np.ascontiguousarray(stops[:, kind, :-1].T)
        scores = table[row, column] + starts[row, kind, -1] + stops[column, kind, -1] + lengths[column - row, kind]
        for place in np.flatnonzero(scores > LEAST_MENTION):
            first, last = begin + int(row[place]), begin + int(column[place]) + 1
            found.append((float(scores[place]), first, last, kind))
    return found


def _can_stand_together(one: Span, other: Span) -> bool:
    """Whether two spans are apart, or one lies inside the other; not the same."""
    if one == other:
        return False
    is_apart = one[1] <= other[0] or other[1] <= one[0]
    return is_apart or (other[0] <= one[0] and one[1] <= other[1]) or (one[0] <= other[0] and other[1] <= one[1])
