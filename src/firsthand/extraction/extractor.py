"""The extractor: an article in, its annotations out."""

import hashlib
from functools import cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from firsthand.errors import ModelError
from firsthand.extraction.attributions import find_attributions, make_reading, split_sentences
from firsthand.extraction.chains import trace_chains
from firsthand.extraction.features import Features, make_features
from firsthand.extraction.mentions import find_mentions
from firsthand.extraction.nesting import Tables, nest
from firsthand.extraction.presentation import review_acts
from firsthand.extraction.speakers import resolve_speakers
from firsthand.extraction.speech_dates import date_statements
from firsthand.extraction.statements import make_statements
from firsthand.extraction.tagger import Tagger
from firsthand.extraction.timexes import find_timexes
from firsthand.extraction.vectors import Floats, Vectors, make_vectors
from firsthand.records import Annotations, Article

FOLDER = Path(__file__).parent / "model"
COREFERENCE = ("later", "earlier", "product", "described", "b1", "w2", "b2", "lengths")
FILES = ("tagger.onnx", "tables.npz", "tokenizer.json")


class Extractor:
    """A loaded model with its tables. `version` changes whenever the same text may be read otherwise."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Raises ModelError where a file is missing or damaged."""
        self._tagger = Tagger(folder / "tagger.onnx", folder / "tokenizer.json")
        try:
            # Opened here, since numpy leaves a damaged file open.
            with (folder / "tables.npz").open("rb") as stream, np.load(stream) as tables:
                arrays: dict[str, NDArray[np.float32]] = {name: tables[name] for name in tables.files}
            self._calibration = arrays["calibration"]
            self._coreference = {name: arrays[f"coreference.{name}"] for name in COREFERENCE}
            self._tables = Tables(arrays["transitions"], {
                role: {name: arrays[f"{role}.{name}"] for name in ("w1", "b1", "w2", "b2")}
                for role in ("source", "content")
            })
        except (OSError, EOFError, KeyError, TypeError, ValueError, BadZipFile) as error:
            raise ModelError(f"can't be read ({error}); install firsthand again", "tables.npz") from error
        self.version = make_version(folder)

    def annotate(self, article: Article) -> Annotations:
        """Everything found in an article. Never fails on any text; an empty one has no statements."""
        return self._annotate(article)[0]

    def read(self, article: Article) -> tuple[Annotations, Vectors]:
        """What `annotate` finds, and from the same pass vectors by which different wordings of one claim are found.

        The vectors are int8, (sentences + statements, MEANING_WIDTH), of length 127: a row for each of
        `text.sentences.split_sentences`, then for each statement. A row without words is all zeros.
        """
        record, features, meanings = self._annotate(article)
        return record, make_vectors(article, record.statements, features, meanings)

    def _annotate(self, article: Article) -> tuple[Annotations, Features, Floats]:
        """The annotations, and the pieces with their rows for vectors."""
        features = make_features(article.text, self._tagger.encode)
        scores, output, meanings = self._tagger.read(features)
        reading = make_reading(article.text, features, scores)
        attributions = find_attributions(reading, self._tables.transitions, self._tables.networks)
        sentences = [s for first, last in reading.paragraphs for s in split_sentences(reading, first, last)]
        mentions = find_mentions(output, self._coreference["lengths"], sentences)
        ranges = [(first, last) for first, last, _ in mentions]
        nested = nest(reading, attributions, (output.inner, output.deeper), self._tables, ranges)
        statements = make_statements(article, features, nested, self._calibration)
        timexes = find_timexes(article.text, article.published)
        cast, statements = resolve_speakers(article, statements, reading, output, mentions, self._coreference)
        statements = date_statements(article, statements, timexes)
        statements = review_acts(article.text, cast, trace_chains(article, statements, cast))
        record = Annotations(article=article, actors=cast.actors, mentions=cast.mentions, timexes=timexes,
                             statements=tuple(statements))
        return record, features, meanings


def make_version(folder: Path) -> str:
    """The beginning of one SHA-256 over all files of the model: any of them may change what is read in a text."""
    digest = hashlib.sha256()
    for name in FILES:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:12]


@cache
def load_extractor() -> Extractor:
    """The extractor with the model that comes with the package, loaded once a process."""
    return Extractor()
