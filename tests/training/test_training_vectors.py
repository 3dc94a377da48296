"""What the vectors are trained on: spans of articles, and the corpus on disk."""

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from firsthand.text.sentences import split_sentences
from firsthand.text.words import split_words
from training.vector_corpus import (
    HELD_TEXTS,
    LEAST_CLAUSE,
    MOST_SPANS,
    WIDTH,
    SpannedText,
    cut_clause,
    list_texts,
    read_vector_corpus,
    write_vector_corpus,
)

SEEDS = st.integers(0, 10_000)
SENTENCE = "The eastern lock of the old port would open again in spring, Lena Roux said."


def read(text: str) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
    """A piece for every word; its row says how long the word is."""
    words = np.array(split_words(text)).reshape(-1, 2)
    return words, np.repeat((words[:, 1:] - words[:, :1]).astype(np.float16), WIDTH, axis=1)


def embed(wordings: Sequence[str]) -> NDArray[np.float16]:
    return np.array([[len(wording)] * 3 for wording in wordings], np.float16)


@given(SEEDS)
def test_a_clause_is_a_stretch_of_whole_words(seed: int) -> None:
    text = f"It rained. {SENTENCE}"
    start, end = cut_clause(text, (11, len(text)), random.Random(seed))
    assert start >= 11 and len(split_words(text[start:end])) >= LEAST_CLAUSE
    assert {start, end} <= {bound for word in split_words(text) for bound in word}


def test_a_short_sentence_is_its_own_clause() -> None:
    assert cut_clause("Ah. Boats wait.", (4, 15), random.Random(1)) == (4, 15)


@given(SEEDS)
def test_an_article_has_its_sentences_contents_and_clauses_and_a_title(seed: int) -> None:
    content = (0, 62)
    row = {"text": SENTENCE, "title": " Lock opens ", "attributions": [{"content": [content]}, {"content": None}]}
    article, title = list_texts(row, random.Random(seed))
    assert {(0, len(SENTENCE)), content} <= set(article.spans)
    assert len(article.spans) <= 3
    assert title == SpannedText("Lock opens", [(0, 10)])


def test_long_articles_give_some_of_their_spans() -> None:
    text = "\n\n".join([SENTENCE] * 20)
    (article,) = list_texts({"text": text, "title": None}, random.Random(1))
    assert len(article.spans) == MOST_SPANS == len(set(article.spans))
    assert set(split_sentences(text)) & set(article.spans)


def test_a_corpus_comes_back_as_it_was_written(tmp_path: Path) -> None:
    texts = [SpannedText("Boats wait.", [(0, 5), (5, 6), (0, 11)])] * (HELD_TEXTS + 1)
    write_vector_corpus(tmp_path, texts, read, embed)
    corpus = read_vector_corpus(tmp_path)
    assert corpus.pieces.shape == (3 * len(texts), WIDTH)
    assert corpus.ranges[:3].tolist() == [[0, 1], [0, 3], [3, 4]]  # the span of a blank is gone
    assert corpus.pieces[3:6, 0].tolist() == [5, 4, 1]
    assert corpus.targets[:2, 0].tolist() == [5, 11]
    assert corpus.held.tolist() == [True, True, *[False] * (2 * HELD_TEXTS - 2), True, True]


def test_a_corpus_without_spans_is_unfinished(tmp_path: Path) -> None:
    (tmp_path / "pieces.f16").write_bytes(bytes(2 * WIDTH))
    with pytest.raises(FileNotFoundError):
        read_vector_corpus(tmp_path)
