"""Time expressions and their values, by rules with news conventions."""

from firsthand.extraction.timexes.finding import find_timexes

__all__ = ["find_timexes"]
