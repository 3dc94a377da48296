"""Mentions: what the words of a phrase say, and which spans the model's scores make mentions."""

import time
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_phrases import BODY, PERSON, PLACE, UNKNOWN, make
from made_spans import see

from firsthand.extraction.heads import LONGEST_MENTION, WIDTHS, WordOutputs, split_columns
from firsthand.extraction.mentions import (
    BLOCK,
    FEMALE,
    LEAST_MENTION,
    MALE,
    NEUTER,
    PLURAL,
    SINGULAR,
    find_mentions,
    find_span,
    make_phrase,
)
from firsthand.records import MentionForm

NAME, NOMINAL, PRONOUN = MentionForm.NAME, MentionForm.NOMINAL, MentionForm.PRONOUN


@pytest.mark.parametrize(
    ("words", "form", "head"),
    [
        ("Anna Roux", NAME, "roux"),
        ("Mayor Anna Roux of Brost", NAME, "roux"),
        ("Anna Roux, the mayor of Brost", NAME, "roux"),
        ("Anna Roux’s", NAME, "roux"),
        ("the Ministry of Ports", NAME, "ministry"),
        ("UNN", NAME, "unn"),
        ("the mayor", NOMINAL, "mayor"),
        ("The mayor", NOMINAL, "mayor"),
        ("the former mayor of Brost", NOMINAL, "mayor"),
        ("the woman who saw Anna Roux", NOMINAL, "woman"),
        ("a crane operator at the port", NOMINAL, "operator"),
        ("Roux’s brother", NOMINAL, "brother"),
        ("he", PRONOUN, "he"),
        ("It", PRONOUN, "it"),
        ("who", PRONOUN, "who"),
        ("their", PRONOUN, "their"),
    ],
)
def test_form_and_head(words: str, form: MentionForm, head: str) -> None:
    phrase = make(words)
    assert (phrase.form, phrase.keys[1]) == (form, head)
    start, end = see(words).words[phrase.head]
    assert words[start:end].lower().removesuffix("’s") == head


@pytest.mark.parametrize(
    ("words", "kind", "gender"),
    [
        ("Anna Roux", PERSON, FEMALE),
        ("Oskarin Berg", PERSON, 0),
        ("James Berg", PERSON, MALE),
        ("Mr. Berg", PERSON, MALE),
        ("Mrs Berg", PERSON, FEMALE),
        ("the spokeswoman", PERSON, FEMALE),
        ("the spokesman for Anna Roux", PERSON, MALE),
        ("the minister", PERSON, 0),
        ("he", PERSON, MALE),
        ("Herself", PERSON, FEMALE),
        ("its", BODY, NEUTER),
        ("they", PERSON, 0),
        ("who", PERSON, 0),
        ("Anna Bakeries", BODY, NEUTER),
        ("Brost", PLACE, NEUTER),
        ("the Brost council", UNKNOWN, 0),
    ],
)
def test_gender(words: str, kind: int, gender: int) -> None:
    assert make(words, kind=kind).gender == gender


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("the sailors", PLURAL), ("police", PLURAL), ("the people of Brost", PLURAL), ("they", PLURAL), ("we", PLURAL),
        ("the mayor and the clerk", PLURAL), ("the sailor", SINGULAR), ("he", SINGULAR), ("I", SINGULAR),
        ("Anna Roux", SINGULAR), ("the congress", SINGULAR), ("the boss", SINGULAR), ("a news agency", SINGULAR),
        ("who", 0), ("you", 0), ("Sanders", 0),
    ],
)  # fmt: skip
def test_number(words: str, number: int) -> None:
    assert make(words).number == number


@pytest.mark.parametrize(
    ("words", "article"),
    [("the mayor", 1), ("These sailors", 1), ("a mayor", 2), ("Another mayor", 2), ("one sailor", 2), ("his boat", 3),
     ("Roux’s boat", 0), ("sailors", 0), ("Anna Roux", 0)],
)  # fmt: skip
def test_article(words: str, article: int) -> None:
    assert make(words).article == article


def test_a_possessive_ending_is_no_part_of_the_keys_and_the_span() -> None:
    text = "The harbour saw the mayor’s boat."
    phrase = make(text, "the mayor’s")
    assert phrase.keys == ("mayor", "mayor", "mayor", "mayor", "the")
    start, end = find_span(text, see(text), phrase)
    assert text[start:end] == "the mayor"
    parted = make("the mayor 's")  # as old corpora print it
    assert (parted.keys[0], parted.form) == ("mayor", NOMINAL)


@pytest.mark.parametrize("words", ["the mayor,", "the mayor –", "the mayor ;"])
def test_a_mark_at_the_end_is_no_part_of_the_span(words: str) -> None:
    assert find_span(words, see(words), make(words)) == (0, len("the mayor"))


@pytest.mark.parametrize("mark", [",", "—", "’s"])
def test_a_phrase_of_a_mark_alone_has_a_span(mark: str) -> None:
    text = f"The mayor {mark}"
    start, end = find_span(text, see(text), make(text, mark))
    assert start < end


WORDS = st.lists(st.sampled_from("The the 's ’s Anna of , “ ” — who UNN 7 é é his".split())).map(" ".join)


@given(WORDS, st.sampled_from(["mayor", "Roux’s", "he"]), WORDS, st.sampled_from([PERSON, BODY, PLACE, UNKNOWN]))
def test_any_words_make_a_phrase_with_its_head_and_span_inside(before: str, word: str, after: str, kind: int) -> None:
    words = f"{before} {word} {after}"
    features = see(words)
    phrase = make_phrase(words, features, 0, len(features.words), kind)
    assert phrase.first <= phrase.head < phrase.last
    assert len(phrase.keys) == 5
    start, end = find_span(words, features, phrase)
    assert 0 <= start < end <= len(words)


Scored = tuple[int, int, int, float]  # first, last, kind, log-odds
NO_LENGTHS = np.zeros((LONGEST_MENTION, 3), np.float32)
LOW = -10.0  # of all spans that no test asks for


def make_output(count: int, *spans: Scored) -> WordOutputs:
    """What a model says that gives each of these spans its score, at most one a dimension, and LOW to others."""
    output = split_columns(np.zeros((count, sum(WIDTHS)), np.float32))
    output.stops[..., -1] = LOW
    for dimension, (first, last, kind, score) in enumerate(spans):
        output.starts[first, kind, dimension % 32] = 1
        output.stops[last - 1, kind, dimension % 32] = score - LOW
    return output


def find(count: int, *spans: Scored, paragraphs: tuple[tuple[int, int], ...] = ()) -> list[tuple[int, int, int]]:
    return find_mentions(make_output(count, *spans), NO_LENGTHS, paragraphs or ((0, count),))


def test_spans_above_the_threshold_are_mentions_in_reading_order() -> None:
    assert find(9, (5, 7, 1, 2.0), (0, 2, 0, 1.0), (3, 4, 2, LEAST_MENTION - 0.1)) == [(0, 2, 0), (5, 7, 1)]


def test_one_inside_another_stays_and_of_two_that_cross_the_better_one() -> None:
    assert find(9, (0, 5, 0, 1.0), (1, 3, 1, 2.0)) == [(0, 5, 0), (1, 3, 1)]
    assert find(9, (0, 5, 0, 1.0), (3, 7, 0, 2.0)) == [(3, 7, 0)]


def test_a_span_has_the_better_of_two_kinds() -> None:
    assert find(4, (1, 3, 0, 1.0), (1, 3, 1, 2.0)) == [(1, 3, 1)]


def test_mentions_end_with_their_paragraph_and_with_the_greatest_length() -> None:
    assert find(9, (2, 5, 0, 3.0), paragraphs=((0, 4), (4, 9))) == []
    assert find(40, (0, LONGEST_MENTION, 0, 3.0)) == [(0, LONGEST_MENTION, 0)]
    assert find(40, (0, LONGEST_MENTION + 1, 0, 3.0)) == []


def test_the_length_adds_to_the_score() -> None:
    lengths = NO_LENGTHS.copy()
    lengths[1, 0] = -5
    output = make_output(9, (0, 2, 0, 3.0), (4, 7, 0, 3.0))
    assert find_mentions(output, lengths, ((0, 9),)) == [(4, 7, 0)]


def test_a_text_without_words_has_no_mentions() -> None:
    assert find_mentions(make_output(0), NO_LENGTHS, ()) == []


@given(st.lists(st.tuples(st.integers(0, 25), st.integers(1, 5), st.integers(0, 2), st.floats(-3, 3, width=16)),
                max_size=30))  # fmt: skip
def test_mentions_never_cross(made: list[tuple[int, int, int, float]]) -> None:
    spans = [(first, first + length, kind, score) for first, length, kind, score in made]
    found = find(30, *spans)
    assert found == sorted(found)
    assert len({(first, last) for first, last, _ in found}) == len(found)
    for (a, b, _), (c, d, _) in combinations(found, 2):
        assert b <= c or d <= a or (a <= c and d <= b) or (c <= a and b <= d)


def test_a_mention_over_the_border_of_two_blocks_is_found_and_crosses_none() -> None:
    assert find(3 * BLOCK, (BLOCK - 3, BLOCK + 3, 0, 2.0)) == [(BLOCK - 3, BLOCK + 3, 0)]
    better = (BLOCK + 1, BLOCK + 5, 0, 3.0)
    assert find(3 * BLOCK, (BLOCK - 3, BLOCK + 3, 0, 2.0), better) == [better[:3]]


def test_a_paragraph_of_a_megabyte_is_looked_through_in_blocks() -> None:
    count = 150_000  # words of such a paragraph
    planted = [(first, first + 3, 0, 3.0) for first in range(10, count - 10, 1500)]
    output = make_output(count, *planted)
    started = time.process_time()
    found = find_mentions(output, NO_LENGTHS, ((0, count),))
    assert time.process_time() - started < 30  # about 3 s; all pairs of its words would take days
    assert found == [(first, last, kind) for first, last, kind, _ in planted]


def test_time_grows_with_the_words_though_every_span_may_be_a_mention() -> None:
    count = 4_000
    output = make_output(count)
    output.stops[..., -1] = np.random.default_rng(7).random((count, 3), np.float32)
    started = time.process_time()
    found = find_mentions(output, NO_LENGTHS, ((0, count),))
    assert time.process_time() - started < 20  # 240,000 spans in about 3 s
    assert len(found) > count / 2
