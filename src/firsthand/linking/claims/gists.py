"""One short sentence that says what a claim is: the words of the statement that stands best for all."""

import re
from collections import Counter
from collections.abc import Sequence

from firsthand.lexicons.telling import HANGING
from firsthand.linking.claims.propositions import IS_NEGATION, Proposition
from firsthand.linking.word_weights import weigh
from firsthand.records import Act, Form, Spans, Status, evidence

LONGEST = 140  # characters
COMFORTABLE = range(25, 120)  # characters: shorter ones tell too little, longer ones are cut
FEWEST_STEMS = 3  # telling words of a content that says by itself what is claimed
OUTER_MARKS = "\"“”„«»‘'’`,;: \n\t"
LEADING = re.compile(r"^(?:that|to the effect that|as saying)\s+", re.IGNORECASE)
# Acts whose contents are clauses that can be true or false.
TELLING = frozenset({None, Act.SAY, Act.CLAIM, Act.REPORT, Act.CONFIRM, Act.EXPECT, Act.BELIEVE})
BLANKS = re.compile(r"\s+")


def write_gist(propositions: Sequence[Proposition]) -> str:
    """The most central wording of a claim, in one line; where that alone is no claim, with its speaker and cue.

    Central: its telling words are those that most of the wordings have. Of equal ones a wording of a comfortable
    length that needs no antecedent comes first; then the earliest.
    """
    counts = Counter(stem for one in propositions for stem in one.stems)
    best = max(propositions, key=lambda one: (_rate(one, counts), -one.order, one.id))
    words = _clean(best.text)
    if _needs_frame(best) and best.statement.source:
        words = f"{_name_speaker(best)} {_read(best, best.statement.cue)} {words}"
    words = _cut(words)
    return words[:1].upper() + words[1:]


def _needs_frame(one: Proposition) -> bool:
    """Whether the content is no claim without who does what with it: a demand, a threat, a denial of something."""
    statement = one.statement
    if _hangs(one) or (statement.status is Status.DENIED and not IS_NEGATION.search(one.text)):
        return True
    is_clause = one.text.casefold().startswith("that ") or statement.form is Form.DIRECT
    return not is_clause and statement.act not in TELLING


def _name_speaker(one: Proposition) -> str:
    """The speaker's name where it is known, else the source as printed."""
    known = (actor.name for actor in one.entry.record.actors if actor.id == one.statement.speaker)
    return next(known, _read(one, one.statement.source))


def _rate(one: Proposition, counts: Counter[str]) -> float:
    mass: float = sum(weigh(stem) * (counts[stem] - 0.5) for stem in one.stems)
    rating: float = mass / (1 + one.mass) ** 0.6
    rating *= 1.3 if len(one.text) in COMFORTABLE else 1.0
    rating *= 1.2 if one.statement.form is Form.INDIRECT else 1.0
    return rating * (0.4 if _hangs(one) else 1.0)


def _hangs(one: Proposition) -> bool:
    """Whether the words alone don't say who or what: they are few, or begin with a pronoun or an infinitive."""
    first = _clean(one.text).split(" ", 1)[0].casefold().strip(",.")
    return first in HANGING or len(one.stems) < FEWEST_STEMS


def _read(one: Proposition, spans: Spans) -> str:
    return evidence(one.entry.article.text, spans)


def _clean(text: str) -> str:
    """In one line, without outer marks and the complementiser."""
    return LEADING.sub("", BLANKS.sub(" ", text).strip(OUTER_MARKS)).strip(OUTER_MARKS)


def _cut(line: str) -> str:
    """Cut at a word where it is too long."""
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0].rstrip(OUTER_MARKS + '.')} …"
