"""What the heads are trained on: contents as texts, made examples of nesting, other names, labels, the corpus."""

import json
import random
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extraction.decoding import ROLES
from firsthand.extraction.features import Features, make_features
from firsthand.extraction.heads import NAME_LABELS
from training.corpora import read_contents, split_content_id, strip_content
from training.heads_corpus import MASKED, WIDTH, Document, HeadsWindow, read_corpus, write_corpus
from training.heads_labels import (
    copy_soft,
    find_words,
    label_names,
    label_nothing_below,
    label_outside,
    label_roles,
    list_mentions,
    read_contents_labels,
)
from training.invented_names import Renamer, rename_article
from training.model_files import merge_tables, write_model_files
from training.nesting_examples import collect_sources, make_nested, split_at_stops

SENTENCE = "Lena Roux of the port said the eastern lock would open again in spring."
ARTICLE = f"It had rained for a week.\n\n{SENTENCE} Nobody else came.\n\nThe lock is old."
SEEDS = st.integers(0, 10_000)


def encode(word: str) -> tuple[int, ...]:
    """One made-up piece a word: labels do not depend on pieces."""
    return (len(word),)


def read_features(text: str) -> Features:
    return make_features(text, encode)


def span(text: str, part: str) -> list[int]:
    return [text.index(part), text.index(part) + len(part)]


def make_row(text: str, **parts: str) -> dict[str, Any]:
    return {"id": "x", "text": text, "attributions": [{role: [span(text, part)] for role, part in parts.items()}]}


WORDS = "the eastern lock would open again in spring"
ROW = make_row(ARTICLE, source="Lena Roux of the port", cue="said", content=WORDS)


@pytest.mark.parametrize(
    ("content", "stripped"),
    [
        ("“that boats wait,”", "boats wait"),
        ("whether  boats wait.", "boats wait."),
        ("thatch burns", "thatch burns"),
        ("that ", "that"),
        ("“”", ""),
    ],
)
def test_contents_lose_marks_and_conjunctions(content: str, stripped: str) -> None:
    start, end = strip_content(f"He said {content} again", 8, 8 + len(content))
    assert f"He said {content} again"[start:end] == stripped


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_any_content_can_be_stripped(text: str, one: int, other: int) -> None:
    first, last = sorted((min(one, len(text)), min(other, len(text))))
    start, end = strip_content(text, first, last)
    assert first <= start <= end <= last


def test_contents_are_texts_of_their_own(tmp_path: Path) -> None:
    text = "Roux said “that boats wait in the old port”, and Falk agreed."
    twice = make_row(text, content="“that boats wait in the old port”")
    twice["attributions"] += [*twice["attributions"], {"content": [span(text, "Falk")]}, {"content": None}]
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(twice), encoding="utf-8")
    (example,) = read_contents(path)
    assert example.text == "Boats wait in the old port."
    name, start, end = split_content_id(example.id)
    assert (name, text[start:end]) == ("x", "boats wait in the old port")
    assert not example.is_labelled


def test_ids_of_contents_may_hold_any_sign() -> None:
    assert split_content_id("a#1-2#b-c#30-41") == ("a#1-2#b-c", 30, 41)


@given(SEEDS)
def test_made_sentences_keep_their_marks(seed: int) -> None:
    for nested in make_nested(ROW, ["Ida Falk"], random.Random(seed)):
        marked = [nested.text[start:end] for start, end, _ in nested.marks]
        assert marked == ["Lena Roux of the port", "said", WORDS]
        assert [ROLES[index] for *_, index in nested.marks] == ["source", "cue", "content"]
        start, end = nested.content
        assert nested.text[start:end] == SENTENCE.rstrip(".")
        assert ARTICLE[nested.origin :].startswith(SENTENCE)
        assert "Ida Falk" in nested.text.replace(SENTENCE, "")
        assert nested.text.startswith("It had rained") and nested.text.endswith("The lock is old.")


def test_every_second_sentence_is_taken() -> None:
    made = [len(list(make_nested(ROW, ["Ida Falk"], random.Random(seed)))) for seed in range(400)]
    assert 150 < sum(made) < 250 and set(made) == {0, 1}


def test_sentences_with_quotations_or_torn_attributions_are_not_taken() -> None:
    quoted = make_row("Roux said “boats will wait in the port” again.", source="Roux", cue="said", content="boats")
    torn = make_row(ARTICLE, source="Lena Roux of the port", cue="said", content="spring. Nobody else came")
    for row in (quoted, torn):
        assert not any(list(make_nested(row, ["Ida Falk"], random.Random(seed))) for seed in range(20))


@given(st.text(alphabet="ab A.!?\n", max_size=80))
def test_split_sentences_cover_their_paragraph(text: str) -> None:
    parts = list(split_at_stops(text, 0, len(text)))
    assert parts[0][0] == 0 and parts[-1][1] == len(text)
    assert all(before[1] + 1 == after[0] for before, after in pairwise(parts))


def test_speakers_of_made_sentences_are_short_and_have_a_capital() -> None:
    rows = [make_row("Lena Roux left.", source="Lena Roux"), make_row("she left", source="she"),
            make_row("the port left", source="the port"), {"text": "x", "attributions": [{"source": None}, {}]}]
    assert collect_sources(rows) == {"Lena Roux"}


NEWS = "Lena Roux met Roux’s aunt at the Bank of Brost in Brost, the French said."
NAMES = [(*span(NEWS, part), kind) for part, kind in (
    ("Lena Roux", "person"), ("Roux’s", "person"), ("the Bank of Brost", "organisation"), ("in Brost", "place"),
    ("French", "people"))]


@given(SEEDS)
def test_names_are_replaced_and_keep_their_replacement(seed: int) -> None:
    row = rename_article({"id": "n", "text": NEWS, "names": NAMES}, random.Random(seed))
    first, again, bank, place, people = (row["text"][start:end] for start, end, _ in row["names"])
    assert again == first.split()[1] + "’s" and first.split()[1] != "Roux"
    assert bank.startswith("the Bank of ") and place.startswith("in ")
    assert people == "French" and row["text"].endswith(", the French said.")
    assert [kind for *_, kind in row["names"]] == [kind for *_, kind in NAMES]


def test_overlapping_names_are_replaced_once() -> None:
    names = [(0, 9, "person"), (5, 9, "person")]
    row = rename_article({"id": "n", "text": "Lena Roux left", "names": names}, random.Random(1))
    assert len(row["names"]) == 1 and row["text"].endswith(" left")


@pytest.mark.parametrize("name", ["NATO", "the", "of the Union", "11"])
def test_words_that_are_no_inventions_stay(name: str) -> None:
    assert Renamer(random.Random(1)).rename(name, "organisation") == name


def test_names_become_labels_of_words() -> None:
    features = read_features("Lena Roux left Brost. The rest.")
    named = {"text": "Lena Roux left Brost.", "names": [(0, 9, "person"), (15, 20, "place")]}
    labels = [NAME_LABELS[label] for label in label_names(features, named) if label != MASKED]
    assert labels == ["B-person", "I-person", "O", "B-place", "O"]
    assert (label_names(features, named)[5:] == MASKED).all() and len(features.words) == 8
    assert (label_names(features, None) == MASKED).all()


@given(st.text(alphabet="ab. \n“", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_words_of_a_span_begin_in_it(text: str, start: int, end: int) -> None:
    features = read_features(text)
    assert list(find_words(features, start, end)) == [
        number for number, (first, _) in enumerate(features.words) if start <= first < end]


def test_roles_become_tags() -> None:
    features = read_features(SENTENCE)
    labels = label_outside(features)
    label_roles(features, [(0, 9, 0), (22, 26, 1)], labels)
    assert labels[:6].argmax(1).tolist() == [1, 2, 0, 0, 0, 3]
    assert (labels.sum(1) == 1).all()


def test_the_teachers_labels_are_moved_with_their_sentence() -> None:
    features = read_features("Ida Falk said " + SENTENCE)
    soft = np.full((3, 7), 0.5, np.float16)
    labels = label_outside(features)
    copy_soft(features, {(105, 114): soft}, labels, shift=14 - 105)
    assert (labels[3:5] == 0.5).all() and (labels[5:] != 0.5).all() and (labels[:3] != 0.5).all()


def test_nothing_lies_below_what_holds_nothing() -> None:
    inner = np.zeros((2, 7), np.float16)
    inner[0, 0], inner[1, 6] = 1, 0.9
    assert label_nothing_below(inner).tolist() == [[1, 0, 0, 0, 0, 0, 0], [0] * 7]


def test_mentions_of_other_kinds_and_without_words_are_left_out() -> None:
    places = ((0, 9, "person", "7"), (22, 26, "event", "8"), (1, 3, "person", "7"), (5, 9, "person", "9"))
    rows = [{"start": start, "end": end, "type": kind, "cluster": cluster} for start, end, kind, cluster in places]
    assert list_mentions(read_features(SENTENCE), rows) == [(0, 2, 0, 0), (1, 2, 0, 1)]


def test_labels_of_contents_are_found_by_article(tmp_path: Path) -> None:
    np.savez(tmp_path / "soft.npz", **{"a#3-9": np.ones((1, 7)), "a#20-30": np.zeros((2, 7)), "b#0-4": np.ones((1, 7))})
    found = read_contents_labels(tmp_path / "soft.npz")
    assert {name: sorted(spans) for name, spans in found.items()} == {"a": [(3, 9), (20, 30)], "b": [(0, 4)]}


def make_window(words: int, value: float, knows_tags: bool) -> HeadsWindow:
    tags = np.full((words, 7), 0.25, np.float16) if knows_tags else None
    return HeadsWindow(np.full((words, WIDTH), value, np.float16), np.arange(words) - 1, tags)


def test_a_written_corpus_is_read_as_it_was(tmp_path: Path) -> None:
    document = Document("d", SENTENCE, read_features(SENTENCE), [make_window(3, 1, False), make_window(2, 2, False)],
                        [0, 2], [(0, 3), (3, 4)], [(0, 2, 0, 0)])
    others = [("named", make_window(4, 3, False)), ("attributed", make_window(1, 4, True)),
              ("named", make_window(2, 5, True))]
    write_corpus(tmp_path / "corpus", [document], others)
    corpus = read_corpus(tmp_path / "corpus", encode)
    (read,) = corpus.documents
    assert (read.id, read.text, read.features) == (document.id, document.text, document.features)
    assert (read.firsts, read.kept, read.mentions) == (document.firsts, document.kept, document.mentions)
    assert list(corpus.windows) == ["named", "attributed"]
    found = [*read.windows, corpus.windows["named"][0], *corpus.windows["attributed"], corpus.windows["named"][1]]
    for window, expected in zip(found, [*document.windows, *(window for _, window in others)], strict=True):
        assert np.array_equal(window.vectors, expected.vectors) and np.array_equal(window.names, expected.names)
        assert window.deeper is None and (window.inner is None) == (expected.inner is None)


def test_an_unfinished_corpus_has_no_labels(tmp_path: Path) -> None:
    def fail() -> Any:
        yield "named", make_window(2, 1, False)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_corpus(tmp_path, [], fail())
    assert not (tmp_path / "labels.npz").exists()


def test_the_models_files_are_put_together(tmp_path: Path) -> None:
    parts = [tmp_path / "one.npz", tmp_path / "two.npz"]
    np.savez(parts[0], a=np.ones(2))
    np.savez(parts[1], b=np.zeros(1))
    network, vocabulary = tmp_path / "network.onnx", tmp_path / "vocabulary.json"
    network.write_bytes(b"network")
    vocabulary.write_bytes(b"{}")
    (tmp_path / "model").mkdir()
    write_model_files(tmp_path / "model", network, parts, vocabulary, {"seed": 1})
    record = json.loads((tmp_path / "model" / "model.json").read_text(encoding="utf-8"))
    assert record["seed"] == 1 and sorted(record["sha256"]) == ["tables.npz", "tagger.onnx", "tokenizer.json"]
    assert (tmp_path / "model" / "tagger.onnx").read_bytes() == b"network"
    with np.load(tmp_path / "model" / "tables.npz") as tables:
        assert {name: tables[name].tolist() for name in tables.files} == {"a": [1, 1], "b": [0]}


def test_one_table_is_not_written_over_another(tmp_path: Path) -> None:
    np.savez(tmp_path / "one.npz", a=np.ones(2))
    with pytest.raises(ValueError, match="also in another file: a"):
        merge_tables([tmp_path / "one.npz", tmp_path / "one.npz"], tmp_path / "out.npz")
