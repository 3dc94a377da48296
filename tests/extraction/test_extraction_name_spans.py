"""Where names begin and end."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_phrases import find_words, read

from firsthand.extraction.heads import NAME_LABELS, WIDTHS, split_columns
from firsthand.extraction.name_spans import Name, cut_possessed, find_names, is_headline, is_title


def see_names(text: str, *labelled: tuple[str, str]) -> list[tuple[str, str]]:
    """The names that come of a model's labels: words with a kind, the first word labelled B and the others I."""
    reading = read(text)
    columns = np.zeros((len(reading.features.words), sum(WIDTHS)), np.float32)
    labels = columns[:, sum(WIDTHS[:2]) : sum(WIDTHS[:3])]
    labels[:, 0] = 1
    for words, kind in labelled:
        first, last = find_words(text, words)
        for word in range(first, last):
            labels[word, NAME_LABELS.index(f"{'B' if word == first else 'I'}-{kind}")] = 5
    words_of = reading.features.words
    found = find_names(reading, split_columns(columns))
    return [(text[words_of[name.first][0] : words_of[name.last - 1][1]], name.kind) for name in found]


@pytest.mark.parametrize(
    ("text", "labelled", "name"),
    [
        ("Later Anna Roux left.", "Anna Roux", "Anna Roux"),
        ("The clerk later saw that Anna Roux was there.", "Anna", "Anna Roux"),
        ("Later Rashid al-Temmar left.", "Rashid", "Rashid al-Temmar"),
        ("The clerk later saw that Rashid Al-Temmar Hadi was there.", "Rashid", "Rashid Al-Temmar Hadi"),
        ("The clerk of Anna Roux left.", "Roux", "Anna Roux"),
        ("Later Roux left.", "Roux", "Roux"),
        ("Later Roux Minister said.", "Roux", "Roux"),
        ("Roux The pier is shut.", "Roux", "Roux"),
        ("Later Roux’s Harbour closed.", "Roux’s", "Roux’s"),
        ("A clerk met Minister Roux there.", "Roux", "Roux"),
    ],
)
def test_a_persons_name_is_as_long_as_its_capitals_run(text: str, labelled: str, name: str) -> None:
    assert see_names(text, (labelled, "person")) == [(name, "person")]


def test_capitals_tell_nothing_in_a_headline() -> None:
    text = "Mayor Anna Roux Slams Harbour Plan Again\n\nThe mayor of the town said that Anna Roux was not there."
    assert see_names(text, ("Anna Roux", "person")) == [("Anna Roux", "person")]
    reading = read(text)
    assert is_headline(reading, find_words(text, "Slams")[0])
    assert not is_headline(reading, find_words(text, "town")[0])


def test_a_name_ends_with_its_possessive() -> None:
    text = "The clerk saw Anna Roux’s Harbour House."
    name = cut_possessed(read(text), Name(*find_words(text, "Anna Roux’s Harbour House"), "person"))
    assert (name.first, name.last) == find_words(text, "Anna Roux’s")


def test_names_side_by_side_stay_two() -> None:
    assert see_names("Brost Finch Lines sail.", ("Brost", "place"), ("Finch Lines", "organisation")) == [
        ("Brost", "place"), ("Finch Lines", "organisation"),
    ]  # fmt: skip


WORDS = st.sampled_from("Anna Roux’s , al the . MAYOR — é ’s".split())


@given(st.lists(st.tuples(WORDS, st.integers(0, 8)), max_size=20))
def test_any_labels_give_names_of_some_words_in_order(labelled: list[tuple[str, int]]) -> None:
    reading = read(" ".join(word for word, _ in labelled))
    columns = np.zeros((len(reading.features.words), sum(WIDTHS)), np.float32)
    for word in range(len(columns)):
        columns[word, sum(WIDTHS[:2]) + labelled[min(word, len(labelled) - 1)][1]] = 1
    found = find_names(reading, split_columns(columns))
    assert all(0 <= name.first < name.last <= len(columns) for name in found)
    assert [name.first for name in found] == sorted(name.first for name in found)


@pytest.mark.parametrize(("word", "expected"), [("minister", True), ("vice-president", True), ("commissioner", True),
                                                ("pier", False), ("ministers’", False)])  # fmt: skip
def test_titles(word: str, expected: bool) -> None:
    assert is_title(word) is expected
