"""The files of the package's model: the network, its tables, its vocabulary, and a record of how they were made."""

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

NETWORK, TABLES, VOCABULARY, RECORD = "tagger.onnx", "tables.npz", "tokenizer.json", "model.json"


def write_model_files(folder: Path, network: Path, tables: Sequence[Path], vocabulary: Path,
                      record: Mapping[str, object]) -> None:
    """Put a model into `folder`; the record gets the SHA-256 of every file."""
    shutil.copy(network, folder / NETWORK)
    shutil.copy(vocabulary, folder / VOCABULARY)
    merge_tables(tables, folder / TABLES)
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (NETWORK, TABLES, VOCABULARY)}
    (folder / RECORD).write_text(json.dumps({**record, "sha256": hashes}, indent=1) + "\n", encoding="utf-8")


def merge_tables(parts: Sequence[Path], out: Path) -> None:
    """All arrays of several files in one. Raises ValueError where two files hold one name."""
    arrays: dict[str, Any] = {}
    for part in parts:
        with np.load(part) as stored:
            if twice := arrays.keys() & set(stored.files):
                raise ValueError(f"{part}: also in another file: {', '.join(sorted(twice))}")
            arrays |= {name: stored[name] for name in stored.files}
    np.savez(out, **arrays)
