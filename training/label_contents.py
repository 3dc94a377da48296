"""The teacher's soft labels for the contents of a labelled corpus, each tagged as a text of its own.

    python -m training.label_contents --teacher teacher.onnx --labelled polnear_train.jsonl.gz --out contents.npz

No corpus annotates what stands inside contents; a content is much like an article's sentence, so the teacher knows it.
One array a content, (words, labels) float16, by the id "article#start-end": 16,189 contents of PolNeAR train, 10 MB,
six minutes on two cores.
"""

import argparse
from pathlib import Path

from training.corpora import read_contents
from training.label_corpus import label_corpus


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("teacher", "labelled", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    contents = sorted(read_contents(options.labelled), key=lambda example: -len(example.text))  # the longest first
    label_corpus(contents, options.teacher, options.out)


if __name__ == "__main__":
    main()
