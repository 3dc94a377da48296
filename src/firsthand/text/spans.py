"""Spans of a text, held against each other."""

from collections.abc import Collection, Iterable

from firsthand.text.words import Span


def overlap(first: Iterable[Span], second: Collection[Span]) -> bool:
    """Whether two span sets of one text share a character."""
    return any(start < stop and begin < end for start, end in first for begin, stop in second)
