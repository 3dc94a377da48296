"""The extractor: an article in, its annotations out."""

import hashlib
from functools import cache
from pathlib import Path
from zipfile import BadZipFile

import msgspec
import numpy as np
from numpy.typing import NDArray

from firsthand.errors import ModelError
from firsthand.extraction.actors import find_actors, make_id
from firsthand.extraction.attributions import find_attributions
from firsthand.extraction.chains import make_chain
from firsthand.extraction.features import make_features
from firsthand.extraction.statements import make_statements
from firsthand.extraction.tagger import Tagger
from firsthand.records import Actor, ActorKind, Annotations, Article, Mention, MentionForm, Statement

FOLDER = Path(__file__).parent / "model"
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
            self._transitions = arrays["transitions"]
            self._calibration = arrays["calibration"]
            self._networks = {
                role: {name: arrays[f"{role}.{name}"] for name in ("w1", "b1", "w2", "b2")}
                for role in ("source", "content")
            }
        except (OSError, EOFError, KeyError, TypeError, ValueError, BadZipFile) as error:
            raise ModelError(f"can't be read ({error}); install firsthand again", "tables.npz") from error
        self.version = make_version(folder)

    def annotate(self, article: Article) -> Annotations:
        """Everything found in an article. Never fails on any text; an empty one has no statements."""
        features = make_features(article.text, self._tagger.encode)
        scores = self._tagger.score(features)
        attributions = find_attributions(article.text, features, scores, self._transitions, self._networks)
        statements = make_statements(article, features, attributions, self._calibration)
        return resolve(article, statements)


def make_version(folder: Path) -> str:
    """The beginning of one SHA-256 over all files of the model: any of them may change what is read in a text."""
    digest = hashlib.sha256()
    for name in FILES:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:12]


def resolve(article: Article, statements: list[Statement]) -> Annotations:
    """Give every statement its speaker and chain."""
    sources = [" ".join(article.text[start:end] for start, end in s.source) for s in statements]
    actors, speakers = find_actors(sources, article.id)
    publisher = find_publisher(article, actors)
    resolved, mentions = [], {}
    for statement, speaker in zip(statements, speakers, strict=True):
        known = msgspec.structs.replace(statement, speaker=speaker)
        resolved.append(msgspec.structs.replace(known, chain=make_chain(known, publisher)))
        if speaker is not None:
            mentions.update({span: Mention(span, speaker, MentionForm.NAME) for span in statement.source})
    if publisher is not None and publisher not in actors:
        actors.append(publisher)
    return Annotations(article=article, actors=tuple(actors), mentions=tuple(mentions[s] for s in sorted(mentions)),
                       statements=tuple(resolved))


def find_publisher(article: Article, actors: list[Actor]) -> Actor | None:
    """The publisher among the actors, or as a new one; None where the article names none."""
    if not article.publisher:
        return None
    name = article.publisher.casefold().removeprefix("the ")
    for place, actor in enumerate(actors):
        if actor.name.casefold().removeprefix("the ") == name:
            actors[place] = msgspec.structs.replace(actor, kind=ActorKind.OUTLET)
            return actors[place]
    return Actor(make_id(article.id, article.publisher), article.publisher, ActorKind.OUTLET)


@cache
def load_extractor() -> Extractor:
    """The extractor with the model that comes with the package, loaded once a process."""
    return Extractor()
