"""Make the model, from base weights to the files in the package: python -m training --shared DIR

Every step's result lies in build/training; a step whose result is there is not done again, and an interrupted
training goes on from its last checkpoint. About four hours on two cores, and 6 GB of disk.
"""

import argparse
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from training.base_models import HASHES, find_base
from training.model_files import write_model_files

BUILD = Path("build/training")
MODEL = Path("src/firsthand/extraction/model")
SEED = 1
# What a run was given is part of the model card; see decisions/0010, 0015 and 0023.
TEACHER = (
    "--base", "mpnet", "--layers", "9", "--epochs", "1.25", "--batch", "12", "--rate", "6e-5", "--gold-share", "1",
)
FIRST_STUDENT = ("--base", "minilm", "--epochs", "2.5", "--gold-share", "1")
STUDENT = ("--base", "minilm", "--epochs", "2", "--rate", "2e-4", "--gold-share", "0.5")
HEADS = ("--steps", "4000", "--rate", "1e-3")
VECTORS = ("--steps", "4500", "--rate", "2e-3")


@dataclass(frozen=True)
class Sources:
    """The files that the model is made from."""

    train: Path
    dev: Path
    coreference: Path
    news: tuple[Path, ...]
    headlines: Path
    scoring: Path

    def find_missing(self) -> list[Path]:
        """Those that are not there."""
        needed = (self.train, self.dev, self.coreference, *self.news, self.headlines, self.scoring)
        return [path for path in needed if not path.exists()]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder that holds data/ and scoring/")
    sources = find_sources(parser.parse_args().shared)
    for missing in sources.find_missing():
        raise SystemExit(f"{missing}: missing; give the folder with data/ and scoring/ as --shared")
    BUILD.mkdir(parents=True, exist_ok=True)
    make_teacher(sources)
    label_news(sources)
    make_student(sources)
    label_for_heads(sources)
    make_heads(sources)
    make_vectors(sources)
    make_tables(sources)
    write_model()


def find_sources(shared: Path) -> Sources:
    """Where the files lie in the shared folder."""
    data = shared / "data"
    return Sources(
        train=data / "polnear/polnear_train.jsonl.gz", dev=data / "polnear/polnear_dev.jsonl.gz",
        coreference=data / "coref_gum/dev.jsonl.gz",
        news=(data / "newswire_te3silver/dev.jsonl.gz", data / "news_e2e_allsides/load.jsonl.gz"),
        headlines=data / "stance_fnc1/dev.jsonl.gz", scoring=shared / "scoring",
    )


def make_teacher(sources: Sources) -> None:
    """Train the large tagger and export it."""
    if not (BUILD / "teacher.onnx").exists():
        run("train_tagger", *TEACHER, "--seed", SEED, "--run", "teacher", "--train", sources.train)
        run("export", "--run", "teacher", "--float", "--out", BUILD / "teacher.onnx")


def label_news(sources: Sources) -> None:
    """The teacher's opinion of unlabelled news and of its own training texts."""
    jobs: dict[str, list[str | Path]] = {
        "soft_news": ["--unlabelled", *sources.news],
        "soft_train": ["--labelled", sources.train],
    }
    for name, texts in jobs.items():
        if not (BUILD / f"{name}.npz").exists():
            run("label_corpus", "--teacher", BUILD / "teacher.onnx", *texts, "--out", BUILD / f"{name}.npz")


def make_student(sources: Sources) -> None:
    """Train the small tagger on gold alone, then on gold and the teacher's labels."""
    if not (BUILD / "tagger.onnx").exists():
        run("train_tagger", *FIRST_STUDENT, "--seed", SEED, "--run", "student_gold", "--train", sources.train)
        soft = (BUILD / "soft_train.npz", BUILD / "soft_news.npz")
        run("train_tagger", *STUDENT, "--seed", SEED + 1, "--run", "student", "--train", sources.train,
            "--soft", *soft, "--unlabelled", *sources.news, "--start", BUILD / "student_gold" / "checkpoint.pt")
        run("export", "--run", "student", "--out", BUILD / "tagger.onnx")


def label_for_heads(sources: Sources) -> None:
    """Names in all texts by spaCy, and the teacher's opinion of what stands inside contents."""
    if not (BUILD / "names.jsonl").exists():
        run("label_names", "--texts", sources.coreference, sources.train, *sources.news, "--out", BUILD / "names.jsonl")
    if not (BUILD / "contents.npz").exists():
        run("label_contents", "--teacher", BUILD / "teacher.onnx", "--labelled", sources.train,
            "--out", BUILD / "contents.npz")


def make_heads(sources: Sources) -> None:
    """Encode the heads' corpus by the finished tagger, train the heads on it, put them on the tagger."""
    if not (BUILD / "heads_corpus" / "labels.npz").exists():
        run("encode_corpus", "--tagger", BUILD / "tagger.onnx", "--coreference", sources.coreference,
            "--attributed", sources.train, "--names", BUILD / "names.jsonl", "--contents", BUILD / "contents.npz",
            "--seed", SEED, "--out", BUILD / "heads_corpus")
    if not (BUILD / "heads.pt").exists():
        run("train_heads", *HEADS, "--seed", SEED, "--corpus", BUILD / "heads_corpus", "--out", BUILD / "heads.pt")
    if not (BUILD / "coreference.npz").exists():
        run("export_heads", "--tagger", BUILD / "tagger.onnx", "--heads", BUILD / "heads.pt",
            "--out", BUILD / "heads.onnx", "--tables", BUILD / "coreference.npz")


def make_vectors(sources: Sources) -> None:
    """Encode the vectors' corpus by the finished tagger, train their head on it, put it beside the other heads."""
    if not (BUILD / "vector_corpus" / "spans.npz").exists():
        run("encode_vectors", "--tagger", BUILD / "tagger.onnx", "--news", sources.train, *sources.news,
            "--headlines", sources.headlines, "--seed", SEED, "--out", BUILD / "vector_corpus")
    if not (BUILD / "vectors.pt").exists():
        run("train_vectors", *VECTORS, "--seed", SEED, "--corpus", BUILD / "vector_corpus",
            "--out", BUILD / "vectors.pt")
    run("export_vectors", "--model", BUILD / "heads.onnx", "--vectors", BUILD / "vectors.pt",
        "--out", BUILD / "model.onnx")


def make_tables(sources: Sources) -> None:
    """The link scorer and the confidence. Done each time: they take minutes, and hang on the rules of the package."""
    run("train_links", "--train", sources.train, "--out", BUILD / "links.npz")
    run("calibrate", "--model", BUILD / "tagger.onnx", "--links", BUILD / "links.npz", "--train", sources.train,
        "--dev", sources.dev, "--scoring", sources.scoring, "--out", BUILD / "tables.npz")


def write_model() -> None:
    """The files of the package, and what they were made from."""
    record = {"seed": SEED, "base": HASHES} | {
        name: " ".join(options) for name, options in
        (("teacher", TEACHER), ("first_student", FIRST_STUDENT), ("student", STUDENT), ("heads", HEADS),
         ("vectors", VECTORS))
    }
    write_model_files(MODEL, BUILD / "model.onnx", [BUILD / "tables.npz", BUILD / "coreference.npz"],
                      find_base("minilm") / "tokenizer.json", record)


def run(module: str, *options: str | int | Path) -> None:
    """One step as a process of its own, so that its memory is given back."""
    command = ["-m", f"training.{module}", *map(str, options)]
    print(shlex.join(["python", *command]), flush=True)
    subprocess.run([sys.executable, *command], check=True)


if __name__ == "__main__":
    main()
