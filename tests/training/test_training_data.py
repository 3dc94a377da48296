"""Training texts: their labels, and the habits of other newsrooms that are put on them."""

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.augmentation import STYLES, apply_edits, augment, drop_marks, restyle_quotations
from training.corpora import Example, cut_text, make_example, read_examples, read_rows, read_unlabelled

TEXT = "“Boats are late,” Roux said — again. ''They wait,'' he said, \"in port.\""
SEEDS = st.integers(0, 10_000)
MARKED = st.text(alphabet="ab “”\"'`—–\n.", max_size=60)
MARK_SIGNS = frozenset("“”\"'`«»„‘’")


def make_row(text: str, **parts: str) -> dict[str, Any]:
    spans = {role: [[text.index(part), text.index(part) + len(part)]] for role, part in parts.items()}
    return {"id": "x", "text": text, "attributions": [spans]}


def write_rows(path: Path, rows: list[dict[str, Any]]) -> Path:
    lines = "\n".join(json.dumps(row) for row in rows) + "\n\n"
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(lines.encode()))
    else:
        path.write_text(lines, encoding="utf-8")
    return path


def roles_of(example: Example) -> dict[int, str]:
    """For each role number the characters that have it."""
    return {n: "".join(c for c, role in zip(example.text, example.roles, strict=True) if role == n) for n in (1, 2, 3)}


@given(MARKED, SEEDS)
def test_augmented_texts_know_where_each_character_came_from(text: str, seed: int) -> None:
    new, origin = augment(text, random.Random(seed))
    assert len(new) == len(origin)
    assert origin == sorted(origin)
    assert all(0 <= place < len(text) for place in origin)
    changed = {(text[place], sign) for sign, place in zip(new, origin, strict=True) if text[place] != sign}
    assert all(before in "“”\"'`—–\n " for before, _ in changed)
    assert all(after in MARK_SIGNS | {" ", "-"} for _, after in changed)


@given(MARKED, SEEDS)
def test_words_are_never_touched(text: str, seed: int) -> None:
    new, _ = augment(text, random.Random(seed))
    assert [c for c in new if c in "ab."] == [c for c in text if c in "ab."]


def test_the_same_generator_gives_the_same_text() -> None:
    assert augment(TEXT, random.Random(7)) == augment(TEXT, random.Random(7))
    assert len({augment(TEXT, random.Random(seed))[0] for seed in range(40)}) > 8


@given(SEEDS)
def test_restyling_puts_all_marks_in_one_style(seed: int) -> None:
    new, _ = apply_edits(TEXT, restyle_quotations(TEXT, random.Random(seed)))
    words = "<Boats are late,> Roux said — again. <They wait,> he said, <in port.>"
    assert new in [words.replace("<", opening).replace(">", closing) for opening, closing in STYLES]


@given(SEEDS)
def test_dropping_takes_marks_away_and_nothing_else(seed: int) -> None:
    edits = drop_marks(TEXT, random.Random(seed))
    new, _ = apply_edits(TEXT, edits)
    assert len(new) == len(TEXT) - sum(end - start for start, (end, _) in edits.items())
    assert all(set(TEXT[start:end]) <= MARK_SIGNS for start, (end, _) in edits.items())


def test_closing_marks_are_dropped_more_often_than_opening_ones() -> None:
    text = "“a” " * 2000
    new, _ = apply_edits(text, drop_marks(text, random.Random(1)))
    assert 20 <= 2000 - new.count("“") <= 70
    assert 180 <= 2000 - new.count("”") <= 300


@pytest.mark.parametrize(
    ("edits", "text", "origin"),
    [
        ({}, "abcd", [0, 1, 2, 3]),
        ({1: (2, "XY")}, "aXYcd", [0, 1, 1, 2, 3]),
        ({0: (1, ""), 3: (4, "Z")}, "bcZ", [1, 2, 3]),
        ({2: (2, "+")}, "ab+cd", [0, 1, 2, 2, 3]),
        ({0: (3, "X"), 1: (2, "Y")}, "Xd", [0, 3]),
    ],
)
def test_edits(edits: dict[int, tuple[int, str]], text: str, origin: list[int]) -> None:
    assert apply_edits("abcd", edits) == (text, origin)


def test_labels_of_characters() -> None:
    example = make_example(make_row("“Boats wait,” Roux said.", content="“Boats wait,”", source="Roux", cue="said"))
    assert roles_of(example) == {1: "Roux", 2: "said", 3: "“Boats wait,”"}
    assert example.begins == {0, 14, 19}
    assert example.is_labelled
    assert len(example.roles) == len(example.text)


def test_a_source_inside_a_content_stays_a_source() -> None:
    example = make_example(make_row("It said Roux said so.", content="Roux said so", source="Roux", cue="said"))
    assert roles_of(example) == {1: "Roux", 2: "said", 3: " said so"}


def test_a_row_without_attributions_has_no_labels() -> None:
    example = make_example({"id": "x", "text": "Boats.", "attributions": [{"source": None}]})
    assert (example.roles, example.begins) == (b"\0" * 6, frozenset())


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_rows_are_read_plain_or_packed(tmp_path: Path, name: str) -> None:
    rows = [make_row("Roux said é.", source="Roux"), make_row("Falk left.", source="Falk")]
    path = write_rows(tmp_path / name, rows)
    assert list(read_rows(path)) == rows
    assert [example.text for example in read_examples(path)] == ["Roux said é.", "Falk left."]


@pytest.mark.parametrize(
    ("most_words", "expected"),
    [(1, "one two"), (2, "one two"), (4, "one two\nthree four"), (99, "one two\nthree four\n\nfive")],
)
def test_texts_are_cut_at_a_paragraphs_end(most_words: int, expected: str) -> None:
    assert cut_text("one two\nthree four\n\nfive", most_words).rstrip("\n") == expected


def make_news(folder: Path, count: int) -> Path:
    folder.mkdir()
    texts = [f"Number {number}: " + "boats wait in port. " * 20 for number in range(count)]
    return write_rows(folder / "load.jsonl", [{"id": str(n), "text": text} for n, text in enumerate(texts)])


def test_unlabelled_news_is_spread_over_the_file(tmp_path: Path) -> None:
    examples = read_unlabelled([make_news(tmp_path / "news", 20)], most_words=200, most_articles=5)
    assert [example.id for example in examples] == ["news/0", "news/4", "news/8", "news/12", "news/16"]
    assert not any(example.is_labelled or example.roles for example in examples)


def test_repeated_and_short_texts_are_dropped(tmp_path: Path) -> None:
    once, again = make_news(tmp_path / "one", 3), make_news(tmp_path / "two", 4)
    short = write_rows(tmp_path / "short.jsonl", [{"id": "s", "text": "Boats wait."}])
    examples = read_unlabelled([once, again, short], most_words=200, most_articles=10)
    assert [example.id for example in examples] == ["one/0", "one/1", "one/2", "two/3"]
