"""The model's further heads: every column goes where it belongs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from firsthand.extraction.heads import (
    MENTION_KINDS,
    N_TAGS,
    NAME_KINDS,
    NAME_LABELS,
    SPAN_WIDTH,
    VECTOR_WIDTH,
    WIDTHS,
    normalise,
    split_columns,
)

SCORES = st.floats(-1e4, 1e4, width=32)


@pytest.mark.parametrize("count", [0, 1, 7])
def test_every_head_has_its_shape(count: int) -> None:
    output = split_columns(np.zeros((count, sum(WIDTHS)), np.float32))
    by_kind = (count, len(MENTION_KINDS), SPAN_WIDTH + 1)
    assert output.inner.shape == output.deeper.shape == (count, N_TAGS)
    assert output.names.shape == (count, len(NAME_LABELS))
    assert output.starts.shape == output.stops.shape == by_kind
    assert output.vectors.shape == (count, VECTOR_WIDTH)


def test_columns_are_split_in_the_order_of_the_heads() -> None:
    """Each head's columns hold the head's number; those of the spans count up, so that the kinds are told apart."""
    columns = np.repeat(np.arange(len(WIDTHS), dtype=np.float32), WIDTHS)
    columns[sum(WIDTHS[:3]) : sum(WIDTHS[:4])] = np.arange(WIDTHS[3])
    output = split_columns(np.stack([columns, columns]))
    assert output.starts[1, 0, 0] == 0
    assert output.starts[1, 1, 0] == SPAN_WIDTH + 1
    assert output.starts[1, 2, SPAN_WIDTH] == WIDTHS[3] - 1
    assert set(output.stops.ravel()) == {4}
    assert set(output.vectors.ravel()) == {5}


def test_names_are_labelled_by_kind_with_a_beginning_and_an_inside() -> None:
    assert NAME_LABELS[0] == "O"
    assert set(NAME_LABELS[1:]) == {f"{prefix}-{kind}" for prefix in "BI" for kind in NAME_KINDS}


@given(arrays(np.float32, (3, 5), elements=SCORES), st.floats(-100, 100, width=32))
def test_log_probabilities_sum_to_one_and_know_no_offset(scores: NDArray[np.float32], offset: float) -> None:
    normal = normalise(scores)
    assert np.exp(normal).sum(-1) == pytest.approx(np.ones(3), abs=1e-4)
    assert (normal[np.arange(3), scores.argmax(-1)] == normal.max(-1)).all()
    assert normalise(scores + np.float32(offset)) == pytest.approx(normal, abs=1e-2)
