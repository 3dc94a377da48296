"""Whether a text reads as the English service of a foreign agency: translated."""

import re

from firsthand.lexicons.credits import TRANSLATED_PHRASES

PHRASES = tuple(re.compile(phrase) for phrase in TRANSLATED_PHRASES)
LEAST_PHRASES = 2  # one may stand in any text
LOOKED_AT = 20_000  # characters


def is_translated(text: str) -> bool:
    """Whether a text has several of the phrases that translation leaves in agency news."""
    return sum(phrase.search(text, 0, LOOKED_AT) is not None for phrase in PHRASES) >= LEAST_PHRASES
