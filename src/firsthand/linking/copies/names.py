"""The names by which articles cite a publisher."""

import re
from collections.abc import Iterable

from firsthand.lexicons.credits import PLAIN_ENDINGS
from firsthand.lexicons.outlets import OUTLET_ENDINGS

LEAST_LETTERS = 3
# An agency that signs its datelines or messages with its initials: "TORVIK, Sept 7 (ETB) -", "reports KNA".
INITIALS = re.compile(r"\(([A-Z]{2,6})\)|\b([A-Z]{3,6})\b")
OPINION = re.compile(r"\s*(?:\([^)]*\)|[-–—|:].*)$")
CAPITAL = re.compile(r"(?:the )?[^\W\d_a-z]")
HEAD = 3_000  # characters in which initials are sought


def find_names(given: Iterable[str], text: str) -> tuple[str, ...]:
    """What an article may call the publisher of `text`, by its given names: as they are, without "the" and what is in
    brackets, in short where the last word says that it is an outlet ("the Courier"), by the initials it signs with.
    """
    names: set[str] = set()
    for name in given:
        plain = re.sub(r"^the\s+", "", OPINION.sub("", name.strip()), flags=re.IGNORECASE)
        names |= {plain, *_shorten(plain), *_find_initials(plain, text[:HEAD])}
    return tuple(sorted(name for name in names if len(name) >= LEAST_LETTERS and CAPITAL.match(name)))


def _shorten(name: str) -> set[str]:
    words = name.split()
    last = words[-1].casefold() if len(words) > 1 else ""
    return {f"the {words[-1]}"} if last in OUTLET_ENDINGS - PLAIN_ENDINGS else set()


def _find_initials(name: str, text: str) -> set[str]:
    """The initials of the name's capitals, if the text has them."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    found = {match.group(1) or match.group(2) for match in INITIALS.finditer(text)}
    return {initials} & found
