"""One short sentence that says what a claim is: the words of the statement that stands best for all."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from firsthand.lexicons.telling import FINITE, HANGING, SUBORDINATING
from firsthand.linking.claims.propositions import IS_NEGATION, Proposition
from firsthand.linking.word_weights import weigh
from firsthand.records import Act, Form, Spans, Status, evidence
from firsthand.text.spans import overlap

LONGEST = 140  # characters
COMFORTABLE = range(25, 120)  # characters: shorter ones tell too little, longer ones are cut
FEWEST_STEMS = 3  # telling words of a content that says by itself what is claimed
OUTER_MARKS = "\"“”„«»‘'’`,;: \n\t"
LEADING = re.compile(r"^(?:that|to the effect that|as saying)\s+", re.IGNORECASE)
# Acts whose contents are clauses that can be true or false.
TELLING = frozenset({None, Act.SAY, Act.CLAIM, Act.REPORT, Act.CONFIRM, Act.EXPECT, Act.BELIEVE})
IS_FINITE = re.compile(FINITE, re.IGNORECASE)
SUBORDINATES = re.compile(SUBORDINATING)
BLANKS = re.compile(r"\s+")


def write_gist(propositions: Sequence[Proposition]) -> str:
    """The most central wording of a claim, in one line; where that alone is no claim, with its speaker and cue.

    Central: its telling words are those that most of the wordings have. Of equal ones a wording of a comfortable
    length that needs no antecedent comes first; then the earliest.
    """
    counts = Counter(stem for one in propositions for stem in one.stems)
    told = [one for one in propositions if not _is_denied_by_frame(one)]
    chosen = told if 2 * len(told) >= len(propositions) else propositions
    best = max(chosen, key=lambda one: (_rate(one, counts), -one.order, one.id))
    words = _clean(best.text)
    if _is_in_pieces(best):
        words = max((_clean(_read(best, (span,))) for span in best.spans), key=len)
    if _needs_frame(best) and best.statement.source:
        words = _frame(best, words)
    words = _cut(words)
    return words[:1].upper() + words[1:]


def _is_denied_by_frame(one: Proposition) -> bool:
    """Whether only the cue, and no word of the content, says that it is not so."""
    denies = one.statement.status is Status.DENIED or one.statement.act is Act.DENY
    return one.is_opposite or (denies and (one.is_covered or not IS_NEGATION.search(one.text)))


def _is_in_pieces(one: Proposition) -> bool:
    """Whether words are left out between the pieces of a content that are not those of its own tag."""
    statement = one.statement
    gaps = [(end, start) for (_, end), (start, _) in pairwise(one.spans)]
    own = statement.source + statement.cue
    return any(
        one.entry.article.text[start:end].strip(OUTER_MARKS + ".") and not overlap(((start, end),), own)
        for start, end in gaps
    )


def _frame(one: Proposition, words: str) -> str:
    """Who does what with the words: a quotation in its marks; behind "that" what stands for a pronoun."""
    cue = "denies" if one.is_opposite else _read(one, one.statement.cue).strip(OUTER_MARKS) or "says"
    is_clause = IS_FINITE.search(SUBORDINATES.split(words)[0]) is not None and not words.startswith("to ")
    is_whole = words[:1].isupper() or (is_clause and one.statement.act in TELLING)  # else it goes on behind the cue
    if is_whole and one.statement.form is Form.DIRECT and not one.is_covered:
        return f"{_name_speaker(one)} {cue}: “{words}”"
    that = "that " if is_clause and one.is_covered and not cue.endswith(" that") else ""
    return f"{_name_speaker(one)} {cue} {that}{words}"


def _needs_frame(one: Proposition) -> bool:
    """Whether the content is no claim without who does what with it: a demand, a threat, a denial of something."""
    statement = one.statement
    if _is_denied_by_frame(one) or IS_NEGATION.search(_read(one, statement.cue)):
        return True
    if _hangs(one) and not one.is_covered:  # words that a pronoun stands for are another's, and do
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
    rating *= 0.6 if _is_in_pieces(one) else 1.0
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
    if len(line) <= LONGEST:
        return line
    kept = line[: LONGEST - ("“" in line)].rsplit(" ", 1)[0].rstrip(OUTER_MARKS + ".")
    return f"{kept} …”" if kept.count("“") > kept.count("”") else f"{kept} …"
