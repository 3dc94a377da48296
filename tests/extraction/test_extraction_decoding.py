"""The best sequence is the best of all sequences; spans are its runs."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from firsthand.extraction.decoding import TRANSITION_WEIGHT, collect_spans, decode, find_best_path
from firsthand.extraction.tagger import LABELS

NUMBERS = st.integers(-40, 40).map(float)
SQUARE = arrays(np.float32, (3, 3), elements=NUMBERS)
TABLES = st.integers(1, 5).flatmap(lambda rows: st.tuples(arrays(np.float32, (rows, 3), elements=NUMBERS), SQUARE))


def add_up(path: tuple[int, ...], scores: np.ndarray, transitions: np.ndarray) -> float:
    total = scores[0, path[0]] + transitions[0, path[0]]
    for row in range(1, len(path)):
        total += transitions[path[row - 1], path[row]] + scores[row, path[row]]
    return float(total)


@given(TABLES)
def test_no_path_is_better_than_the_best(tables: tuple[np.ndarray, np.ndarray]) -> None:
    scores, transitions = tables
    path = find_best_path(scores, transitions)
    best = max(add_up(other, scores, transitions) for other in product(range(3), repeat=len(scores)))
    assert add_up(tuple(path), scores, transitions) == best


def test_no_words_have_an_empty_path() -> None:
    nothing, transitions = np.zeros((0, 7), np.float32), np.zeros((7, 7), np.float32)
    assert find_best_path(nothing, transitions).shape == (0,)
    assert decode(nothing, transitions) == []


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("O O", []),
        ("B-source", [("source", 0, 1)]),
        ("B-source I-source O B-cue", [("source", 0, 2), ("cue", 3, 4)]),
        ("B-content B-content I-content", [("content", 0, 1), ("content", 1, 3)]),
        ("I-content I-content O I-cue", [("content", 0, 2), ("cue", 3, 4)]),
        ("B-source I-cue I-content", [("source", 0, 1), ("cue", 1, 2), ("content", 2, 3)]),
    ],
)
def test_spans_are_the_runs_of_one_role(labels: str, expected: list[tuple[str, int, int]]) -> None:
    numbers = np.array([LABELS.index(label) for label in labels.split()])
    spans = collect_spans(numbers, np.zeros((len(numbers), 7), np.float32))
    assert [(span.role, span.first, span.last) for span in spans] == expected


def test_a_spans_probability_is_the_mean_of_its_words() -> None:
    scores = np.log(np.array([[0.1, 0.5, 0.1, 0.1, 0.1, 0.05, 0.05], [0.1, 0.1, 0.7, 0.1, 0, 0, 0]], np.float32) + 1e-9)
    (span,) = collect_spans(np.array([1, 2]), scores)
    assert (span.role, span.first, span.last) == ("source", 0, 2)
    assert span.probability == pytest.approx(0.6, abs=1e-3)


def test_transitions_weigh_a_part_only() -> None:
    scores, transitions = np.zeros((2, 7), np.float32), np.zeros((7, 7), np.float32)
    scores[:, 0], scores[1, 6] = 1.0, 2.0  # an inside label behind nothing: the scores are for it by 1
    transitions[0, 6] = -0.9 / TRANSITION_WEIGHT
    assert decode(scores, transitions) != []
    transitions[0, 6] = -1.1 / TRANSITION_WEIGHT
    assert decode(scores, transitions) == []


@given(arrays(np.int64, st.integers(1, 30), elements=st.integers(0, 6)))
def test_every_labelled_word_is_in_exactly_one_span(labels: np.ndarray) -> None:
    spans = collect_spans(labels, np.zeros((len(labels), 7), np.float32))
    covered = [word for span in spans for word in range(span.first, span.last)]
    assert covered == [word for word, label in enumerate(labels) if label]
