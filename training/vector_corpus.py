"""What the vectors are trained on: pieces as the frozen encoder sees them, and spans with their teacher's vectors.

`pieces.f16` (pieces, WIDTH) float16 is mapped when it is read: 3 kB a piece, 1.7 GB for the 1,500 articles that the
shipped head saw. `spans.npz` has for each span its pieces, the teacher's vector, and whether it is held out.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.vectors import locate
from firsthand.records import Span
from firsthand.text.sentences import split_sentences
from firsthand.text.words import split_words
from training.corpora import cut_text
from training.heads_corpus import LAYERS

VECTOR_LAYERS = ("embedded", *LAYERS)  # the bare words too: meaning needs them more than tags do
WIDTH = 384 * len(VECTOR_LAYERS)
PIECES, SPANS = "pieces.f16", "spans.npz"
MOST_WORDS = 350  # of an article
MOST_SPANS = 28  # of an article; neighbouring ones teach little that is new
LEAST_CLAUSE = 5  # words
HELD_TEXTS = 20  # every one of so many is held out
Read = Callable[[str], tuple[NDArray[np.int64], NDArray[np.float16]]]
Embed = Callable[[Sequence[str]], NDArray[np.float16]]


@dataclass(frozen=True)
class SpannedText:
    """A text with the spans in it that are to have vectors."""

    text: str
    spans: list[Span]


@dataclass(frozen=True)
class VectorCorpus:
    """pieces: (pieces, WIDTH) float16; ranges: (spans, 2), half-open; targets: (spans, 384); held: (spans,)."""

    pieces: NDArray[np.float16]
    ranges: NDArray[np.int64]
    targets: NDArray[np.float16]
    held: NDArray[np.bool_]


def list_texts(row: dict[str, Any], generator: random.Random) -> Iterator[SpannedText]:
    """An article's beginning with some of its spans, and its title.

    The spans are sentences, annotated contents, and random stretches of sentences, so that contents which begin and
    end anywhere have vectors as good as whole sentences.
    """
    text = cut_text(row["text"], MOST_WORDS)
    sentences = split_sentences(text)
    contents = [(start, end) for one in row.get("attributions", ()) for start, end in one.get("content") or ()
                if end <= len(text)]
    clauses = [cut_clause(text, sentence, generator) for sentence in sentences]
    spans = sorted({*sentences, *contents, *clauses})
    yield SpannedText(text, sorted(generator.sample(spans, min(len(spans), MOST_SPANS))))
    if title := (row.get("title") or "").strip():
        yield SpannedText(title, [(0, len(title))])


def cut_clause(text: str, sentence: Span, generator: random.Random) -> Span:
    """A random stretch of a sentence's words; the whole of a short one."""
    words = split_words(text[slice(*sentence)])
    if len(words) <= LEAST_CLAUSE:
        return sentence
    first = generator.randrange(len(words) - LEAST_CLAUSE)
    last = generator.randrange(first + LEAST_CLAUSE, len(words) + 1)
    return sentence[0] + words[first][0], sentence[0] + words[last - 1][1]


def write_vector_corpus(folder: Path, texts: Iterable[SpannedText], read: Read, embed: Embed) -> None:
    """Write all texts; the spans come last, so a folder without them is an unfinished one.

    `read` gives a text's pieces (their words' bounds, their rows), `embed` the teacher's vectors of wordings: the
    encoder sees a span inside its article, the teacher sees it alone.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ranges, wordings, held, done = [], [], [], 0
    with (folder / PIECES).open("wb") as out:
        for number, one in enumerate(texts):
            bounds, rows = read(one.text)
            for (start, end), (first, last) in zip(one.spans, locate(bounds, one.spans), strict=True):
                if first < last:
                    ranges.append((first + done, last + done))
                    wordings.append(one.text[start:end])
                    held.append(number % HELD_TEXTS == 0)
            out.write(rows.tobytes())
            done += len(rows)
    print(f"{done} pieces, {len(ranges)} spans", flush=True)
    np.savez(folder / SPANS, ranges=np.array(ranges), targets=embed(wordings), held=np.array(held))


def read_vector_corpus(folder: Path) -> VectorCorpus:
    """A written corpus; the pieces stay in the file until they are used."""
    pieces = np.memmap(folder / PIECES, np.float16, "r").reshape(-1, WIDTH)
    with np.load(folder / SPANS) as spans:
        return VectorCorpus(pieces, spans["ranges"], spans["targets"], spans["held"])
