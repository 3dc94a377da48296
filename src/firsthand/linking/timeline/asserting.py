"""Whether a statement was made at all, as the article tells it: not where its cue, or what frames it, says no."""

import re

from firsthand.lexicons.denials import ANSWERING
from firsthand.lexicons.oppositions import REVERSALS
from firsthand.lexicons.telling import AHEAD_OF_SPEECH, DENYING, IN_DENIAL, LEFT_OPEN, TOO_SOON
from firsthand.linking.contradiction.polarity import IS_NEGATION
from firsthand.linking.entries import Entry
from firsthand.records import Statement, evidence

BEFORE = 120  # characters before an inner statement that are read
MOST_FRAMES = 8  # around one statement that are read
IS_REVERSAL = re.compile(REVERSALS, re.IGNORECASE)
IS_DENYING = re.compile(DENYING, re.IGNORECASE)
ANSWERS = re.compile(ANSWERING, re.IGNORECASE)
IS_TOO_SOON = re.compile(TOO_SOON, re.IGNORECASE)
IS_AHEAD_OF_SPEECH = re.compile(AHEAD_OF_SPEECH, re.IGNORECASE)
IS_LEFT_OPEN = re.compile(LEFT_OPEN, re.IGNORECASE)
IS_IN_DENIAL = re.compile(IN_DENIAL, re.IGNORECASE)


def is_negated(cue: str) -> bool:
    """Whether a cue says that something was not said: "does not ask", "was too soon to say". "Denied" was."""
    if IS_NEGATION.search(cue) or IS_TOO_SOON.match(cue):
        return True
    return IS_REVERSAL.search(cue) is not None and not IS_DENYING.search(cue)


def is_ahead_of_speech(cue: str) -> bool:
    """Whether a cue tells of what somebody will or may say, and so not of anything said."""
    return IS_AHEAD_OF_SPEECH.match(cue) is not None and not is_negated(cue)


def is_asserted(statement: Statement, entry: Entry) -> bool:
    """Whether the article, or a speaker in it, says that a statement was made: not "denied that it had offered",
    "no evidence that he promised", "if she resigns".
    """
    frames = {one.id: one for one in entry.record.statements}
    for _ in range(MOST_FRAMES):
        frame = frames.get(statement.within or "")
        if _is_left_open(statement, entry) or (frame is not None and _is_denied_by(frame, statement, entry)):
            return False
        if frame is None:
            return True
        statement = frame
    return True


def _is_left_open(statement: Statement, entry: Entry) -> bool:
    spans = statement.source or statement.cue
    if not spans:
        return False
    start = spans[0][0]
    before = entry.article.text[max(0, start - BEFORE) : start]
    return bool(IS_LEFT_OPEN.search(before) or IS_IN_DENIAL.search(before))


def _is_denied_by(frame: Statement, inner: Statement, entry: Entry) -> bool:
    """Whether a frame denies that the inner statement was made: what it denies begins with its source. Who denies
    "claims by Moe that …" or "Moe's claim" grants that it was made.
    """
    text = entry.article.text
    cue = evidence(text, frame.cue)
    if not (ANSWERS.search(cue) or is_negated(cue)) or not inner.source or not frame.content:
        return False
    (start, end), first = inner.source[0], frame.content[0][0]
    is_owner = text[start:end].casefold().endswith(("'s", "’s", "s'", "s’", "his", "her", "their", "its"))
    return not is_owner and start >= first and text[first:start].casefold().strip(' \n“"') in {"", "that"}
