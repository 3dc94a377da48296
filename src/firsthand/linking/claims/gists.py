"""One short sentence that says what a claim is: the words of the statement that stands best for all."""

import re
from collections import Counter
from collections.abc import Sequence

from firsthand.linking.claims.propositions import Proposition
from firsthand.linking.word_weights import weigh
from firsthand.records import Form, Status

LONGEST = 140  # characters
COMFORTABLE = range(25, 120)  # characters: shorter ones tell too little, longer ones are cut
OUTER_MARKS = "\"“”„«»‘'’`,;: \n\t"
LEADING = re.compile(r"^(?:that|to the effect that|as saying)\s+", re.IGNORECASE)
BLANKS = re.compile(r"\s+")


def write_gist(propositions: Sequence[Proposition]) -> str:
    """The most central wording of a claim, in one line, as its speaker's denial where it is denied in other words.

    Central: its telling words are those that most of the wordings have. Of equal ones an indirect wording of a
    comfortable length, that needs no pronoun's antecedent, comes first; then the earliest.
    """
    counts = Counter(stem for one in propositions for stem in one.stems)
    best = max(propositions, key=lambda one: (_rate(one, counts), -one.order, one.id))
    words = _clean(best.text)
    if best.statement.status is Status.DENIED and best.affirms is False and not _negates(best.text):
        return f"Denied: {words[:1].lower()}{words[1:]}" if words else "Denied"
    return words


def _rate(one: Proposition, counts: Counter[str]) -> float:
    mass: float = sum(weigh(stem) * (counts[stem] - 0.5) for stem in one.stems)
    length = len(one.text)
    rating: float = mass / (1 + one.mass) ** 0.6
    rating *= 1.3 if length in COMFORTABLE else 1.0
    rating *= 1.2 if one.statement.form is Form.INDIRECT else 1.0
    return rating * (0.6 if _is_elliptic(one.text) else 1.0)


def _is_elliptic(text: str) -> bool:
    """Whether it begins with a pronoun, and so says of nobody what it says."""
    first = _clean(text).split(" ", 1)[0].casefold().strip(",.")
    return first in {"he", "she", "it", "they", "this", "that", "i", "we", "his", "her", "their", "its", "to"}


def _negates(text: str) -> bool:
    return bool(re.search(r"\b(?:no|not|never|nobody|none|nothing|neither|without)\b|n[’']t\b", text, re.IGNORECASE))


def _clean(text: str) -> str:
    """In one line, without outer marks and the complementiser, from a capital on, cut at a word where too long."""
    line = LEADING.sub("", BLANKS.sub(" ", text).strip(OUTER_MARKS)).strip(OUTER_MARKS)
    if len(line) > LONGEST:
        line = f"{line[:LONGEST].rsplit(' ', 1)[0].rstrip(OUTER_MARKS + '.')} …"
    return line[:1].upper() + line[1:]
