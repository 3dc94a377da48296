"""Copies: articles that carry another's text, reprinted, rewritten or translated, with or without credit."""

from firsthand.linking.copies.candidates import find_candidates
from firsthand.linking.copies.finding import find_copies
from firsthand.linking.copies.sketches import CopySketch, make_sketch
from firsthand.linking.copies.texts import TextComparison, TextVerdict, compare_texts

__all__ = [
    "CopySketch",
    "TextComparison",
    "TextVerdict",
    "compare_texts",
    "find_candidates",
    "find_copies",
    "make_sketch",
]
