"""The model's files are those that the training wrote down, and damage to any of them is said in plain words."""

import hashlib
import json
import re
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from firsthand.errors import ModelError
from firsthand.extraction import Extractor
from firsthand.extraction.coreference import N_PAIR_FEATURES
from firsthand.extraction.extractor import COREFERENCE, FOLDER, make_version
from firsthand.extraction.heads import LONGEST_MENTION, MENTION_KINDS, VECTOR_WIDTH, WIDTHS
from firsthand.extraction.tagger import CLOSING, LABELS, OPENING, Tagger
from firsthand.extraction.vectors import COLUMNS

# One array instead of several: numpy reads it, and gives no table of them.
HEADER = b"{'descr': '<f4', 'fortran_order': False, 'shape': (1,)}"
ONE_NUMBER = b"\x93NUMPY\x01\x00\x76\x00" + HEADER.ljust(117) + b"\n\0\0\0\0"
NAMES = ("tagger.onnx", "tables.npz", "tokenizer.json")


@pytest.fixture(scope="module")
def card() -> dict[str, object]:
    found: dict[str, object] = json.loads((FOLDER / "model.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with the model's files, the large one as a link."""
    for name in NAMES[1:]:
        shutil.copy(FOLDER / name, tmp_path / name)
    (tmp_path / "tagger.onnx").symlink_to(FOLDER / "tagger.onnx")
    return tmp_path


@pytest.fixture(scope="module")
def session() -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(FOLDER / "tagger.onnx", providers=["CPUExecutionProvider"])


def test_hashes_are_those_written_down(card: dict[str, object]) -> None:
    assert card["sha256"] == {name: hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() for name in NAMES}
    assert isinstance(card["seed"], int)


def test_the_version_changes_with_the_tables_and_with_the_vocabulary(copy: Path) -> None:
    versions = [Extractor(copy).version]
    for name in NAMES[1:]:
        (copy / name).write_bytes((copy / name).read_bytes() + b"\n")
        versions.append(make_version(copy))
    assert versions[0] == make_version(FOLDER)
    assert len(set(versions)) == 3


def test_the_tagger_is_under_thirty_megabytes() -> None:
    assert (FOLDER / "tagger.onnx").stat().st_size < 30_000_000


def test_the_tagger_gives_rows_of_pieces_and_of_words(session: onnxruntime.InferenceSession) -> None:
    assert [given.name for given in session.get_inputs()] == ["ids", "cases", "states", "breaks", "firsts"]
    assert {given.type for given in session.get_inputs()} == {"tensor(int64)"}
    assert [given.name for given in session.get_outputs()] == ["scores", "words", "meanings"]
    rows = {name: np.zeros((1, 9), np.int64) for name in ("ids", "cases", "states", "breaks")}
    scores, words, meanings = session.run(["scores", "words", "meanings"], rows | {"firsts": np.array([[1, 3, 4]])})
    assert scores.shape == (1, 9, len(LABELS))
    assert words.shape == (1, 3, sum(WIDTHS))
    assert meanings.shape == (1, 9, COLUMNS)
    assert all(np.isfinite(rows).all() for rows in (scores, words, meanings))


def test_the_vocabulary_has_the_ends_that_the_tagger_puts_around_a_window() -> None:
    entries = json.loads((FOLDER / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    assert (entries["[CLS]"], entries["[SEP]"]) == (OPENING, CLOSING)


def test_the_tables_are_finite_and_of_their_shapes() -> None:
    with np.load(FOLDER / "tables.npz") as tables:
        assert tables["transitions"].shape == (len(LABELS), len(LABELS))
        assert tables["calibration"].shape == (9,)
        assert tables["coreference.lengths"].shape == (LONGEST_MENTION, len(MENTION_KINDS))
        hidden = len(tables["coreference.b1"])
        rows = {"later": VECTOR_WIDTH, "earlier": VECTOR_WIDTH, "product": VECTOR_WIDTH, "described": N_PAIR_FEATURES}
        assert {name: tables[f"coreference.{name}"].shape for name in rows} == {n: (r, hidden) for n, r in rows.items()}
        assert tables["coreference.w2"].shape == (hidden,)
        assert tables["coreference.b2"].shape == (1,)
        assert all(np.isfinite(tables[name]).all() for name in tables.files)


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_is_a_model_error(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelError, match="install firsthand again"):
        Extractor(copy)


DAMAGES = {
    "empty": b"", "zip": b"PK\x03\x04 but no more", "brace": b"{", "zeros": b"\x00" * 2000, "numbers": ONE_NUMBER,
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_file_is_a_model_error(copy: Path, name: str, damage: bytes) -> None:
    (copy / name).unlink()
    (copy / name).write_bytes(damage)
    with pytest.raises(ModelError, match="install firsthand again"):
        Extractor(copy)


def test_a_file_cut_short_is_a_model_error(copy: Path) -> None:
    whole = (copy / "tables.npz").read_bytes()
    (copy / "tables.npz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelError) as caught:
        Extractor(copy)
    assert caught.value.subject == "tables.npz"


@pytest.mark.parametrize("missing", ["source.w2", "calibration", *(f"coreference.{name}" for name in COREFERENCE)])
def test_tables_without_a_table_are_a_model_error(copy: Path, missing: str) -> None:
    with np.load(copy / "tables.npz") as tables:
        rest = {name: tables[name] for name in tables.files if name != missing}
    np.savez(copy / "tables.npz", **rest)
    with pytest.raises(ModelError, match=re.escape(missing)):
        Extractor(copy)


def test_a_model_error_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        Tagger(tmp_path / "none.onnx", FOLDER / "tokenizer.json")
    assert caught.value.subject == str(tmp_path / "none.onnx")
