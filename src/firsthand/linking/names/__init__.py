"""Names compared: variants, transliterations, titles, initials, nicknames, order, legal forms, acronyms."""

from firsthand.linking.names.comparison import NameComparison, compare_names

__all__ = ["NameComparison", "compare_names"]
