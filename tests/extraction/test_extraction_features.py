"""What the tagger sees: one line of facts for every piece, aligned with the words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_spans import see
from tokenizers import Tokenizer

from firsthand.extraction.extractor import FOLDER
from firsthand.extraction.features import (
    MOST_PIECES,
    N_BREAKS,
    N_CASES,
    N_QUOTATION_STATES,
    Encoder,
    find_case,
    make_encoder,
    make_features,
)

TEXTS = st.text(alphabet="aB’'“”\"., \n-\u200bé", max_size=80)


@pytest.fixture(scope="module")
def encode() -> Encoder:
    return make_encoder(Tokenizer.from_file(str(FOLDER / "tokenizer.json")))


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("boat", 0), ("“", 0), ("1.5", 0), ("3rd", 0), ("a", 0), ("Boat", 1), ("Élan", 1), ("UNN", 2), ("U.S", 2),
        ("McAdam", 3), ("iPhone", 3), ("A", 4), ("I", 4), ("Roux’s", 1), ("船", 4), ("船船", 3),
    ],
)  # fmt: skip
def test_case(word: str, case: int) -> None:
    assert find_case(word) == case


def test_states_and_breaks_of_words() -> None:
    text = "“Late,” he said.\n\nHe added: “Very\n“Cold"
    features = see(text)
    printed = [text[start:end] for start, end in features.words]
    assert list(zip(printed, features.states, strict=True)) == [
        ("“", 2), ("Late", 1), (",", 1), ("”", 2), ("he", 0), ("said", 0), (".", 0),
        ("He", 0), ("added", 0), (":", 0), ("“", 2), ("Very", 1), ("“", 2), ("Cold", 3),
    ]  # fmt: skip
    assert [word for word, opens in zip(printed, features.breaks, strict=True) if opens] == ["“", "He", "“"]


def test_every_piece_of_a_word_has_the_words_facts() -> None:
    features = make_features("“Boats” X", lambda word: (1,) * min(len(word), 3))
    assert features.first_piece == [0, 1, 4, 5]
    assert features.pieces == [1] * 6
    assert features.cases == [0, 1, 1, 1, 0, 4]
    assert features.states == [2, 1, 1, 1, 2, 0]
    assert features.breaks == [1, 0, 0, 0, 0, 0]


def test_the_real_vocabulary_spells_every_word_in_few_pieces(encode: Encoder) -> None:
    assert len(encode("the")) == 1
    assert encode("the") == encode("THE")
    assert len(encode("x" * 50 + "qzj" * 50)) <= MOST_PIECES
    assert len(encode("\u200b")) == 1


@given(TEXTS)
def test_lists_have_one_length_and_stay_in_their_ranges(encode: Encoder, text: str) -> None:
    features = make_features(text, encode)
    assert len(features.words) == len(features.first_piece)
    assert len(features.pieces) == len(features.cases) == len(features.states) == len(features.breaks)
    bounds = [*features.first_piece, len(features.pieces)]
    assert all(0 < after - before <= MOST_PIECES for before, after in pairwise(bounds))
    limits = ((features.cases, N_CASES), (features.states, N_QUOTATION_STATES), (features.breaks, N_BREAKS))
    for row, limit in limits:
        assert all(0 <= value < limit for value in row)
