"""From an article to its annotations."""

from firsthand.extraction.extractor import Extractor, load_extractor

__all__ = ["Extractor", "load_extractor"]
