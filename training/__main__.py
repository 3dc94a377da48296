"""Make the model, from base weights to the files in the package: python -m training --shared DIR

Every step's result lies in build/training; a step whose result is there is not done again, and an interrupted
training goes on from its last checkpoint. About three hours on two cores.
"""

import argparse
import hashlib
import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from training.base_models import HASHES, find_base

BUILD = Path("build/training")
MODEL = Path("src/firsthand/extraction/model")
SEED = 1
# What a run was given is part of the model card; see decisions/0010.
TEACHER = (
    "--base", "mpnet", "--layers", "9", "--epochs", "1.25", "--batch", "12", "--rate", "6e-5", "--gold-share", "1",
)
FIRST_STUDENT = ("--base", "minilm", "--epochs", "2.5", "--gold-share", "1")
STUDENT = ("--base", "minilm", "--epochs", "2", "--rate", "2e-4", "--gold-share", "0.5")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder that holds data/ and scoring/")
    shared = parser.parse_args().shared
    train = shared / "data/polnear/polnear_train.jsonl.gz"
    news = [shared / "data/newswire_te3silver/dev.jsonl.gz", shared / "data/news_e2e_allsides/load.jsonl.gz"]
    for needed in (train, *news):
        if not needed.exists():
            raise SystemExit(f"{needed}: missing; give the folder with data/ as --shared")
    BUILD.mkdir(parents=True, exist_ok=True)
    make_teacher(train)
    label_news(train, news)
    make_student(train, news)
    write_model(shared, train)


def make_teacher(train: Path) -> None:
    """Train the large tagger and export it."""
    if not (BUILD / "teacher.onnx").exists():
        run("train_tagger", *TEACHER, "--seed", SEED, "--run", "teacher", "--train", train)
        run("export", "--run", "teacher", "--float", "--out", BUILD / "teacher.onnx")


def label_news(train: Path, news: list[Path]) -> None:
    """The teacher's opinion of unlabelled news and of its own training texts."""
    jobs: dict[str, list[str | Path]] = {
        "soft_news": ["--unlabelled", *news],
        "soft_train": ["--labelled", train],
    }
    for name, texts in jobs.items():
        if not (BUILD / f"{name}.npz").exists():
            run("label_corpus", "--teacher", BUILD / "teacher.onnx", *texts, "--out", BUILD / f"{name}.npz")


def make_student(train: Path, news: list[Path]) -> None:
    """Train the small tagger on gold alone, then on gold and the teacher's labels."""
    if not (BUILD / "tagger.onnx").exists():
        run("train_tagger", *FIRST_STUDENT, "--seed", SEED, "--run", "student_gold", "--train", train)
        soft = ["--soft", BUILD / "soft_train.npz", BUILD / "soft_news.npz", "--unlabelled", *news]
        start = ["--start", BUILD / "student_gold" / "checkpoint.pt"]
        run("train_tagger", *STUDENT, "--seed", SEED + 1, "--run", "student", "--train", train, *soft, *start)
        run("export", "--run", "student", "--out", BUILD / "tagger.onnx")


def write_model(shared: Path, train: Path) -> None:
    """The files of the package: model, tables, vocabulary, and what they were made from."""
    run("train_links", "--train", train, "--out", BUILD / "links.npz")
    dev = shared / "data/polnear/polnear_dev.jsonl.gz"
    run("calibrate", "--model", BUILD / "tagger.onnx", "--links", BUILD / "links.npz", "--train", train, "--dev", dev,
        "--scoring", shared / "scoring", "--out", MODEL / "tables.npz")
    shutil.copy(BUILD / "tagger.onnx", MODEL / "tagger.onnx")
    shutil.copy(find_base("minilm") / "tokenizer.json", MODEL / "tokenizer.json")
    names = ("tagger.onnx", "tables.npz", "tokenizer.json")
    card = {
        "seed": SEED, "base": HASHES,
        "teacher": " ".join(TEACHER), "first_student": " ".join(FIRST_STUDENT), "student": " ".join(STUDENT),
        "sha256": {name: hashlib.sha256((MODEL / name).read_bytes()).hexdigest() for name in names},
    }
    (MODEL / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def run(module: str, *options: str | int | Path) -> None:
    """One step as a process of its own, so that its memory is given back."""
    command = ["-m", f"training.{module}", *map(str, options)]
    print(shlex.join(["python", *command]), flush=True)
    subprocess.run([sys.executable, *command], check=True)


if __name__ == "__main__":
    main()
