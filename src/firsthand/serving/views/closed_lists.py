"""Words that users give, read as members of closed lists."""

from enum import StrEnum
from typing import TypeVar

from firsthand.errors import UsageError
from firsthand.serving.report_lines import shorten

Choice = TypeVar("Choice", bound=StrEnum)


def choose(members: type[Choice], value: str, words: str) -> Choice:
    """The member with this name.

    Raises:
        UsageError: there is none; it begins with `words` (`the kind is one of`), and lists all.

    """
    try:
        return members(value)
    except ValueError:
        raise UsageError(f"{words} {', '.join(members)}", shorten(value)) from None


def choose_or_none(members: type[Choice], value: str, words: str) -> Choice | None:
    """The same; None for an empty word, which asks for nothing."""
    return choose(members, value, words) if value else None
