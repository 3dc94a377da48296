"""How a content is presented: asserted, denied, hedged, planned or conditional (decisions/0013)."""

import re

from firsthand.extraction.presentation_clauses import Sentence, is_negated, read_sentences
from firsthand.lexicons.presentation import (
    BARE_CONDITION,
    CONDITION,
    COUNTERFACTUAL,
    DENYING_CUES,
    FORESEEING_CUES,
    FUTURE,
    HAPPENINGS,
    HEDGES,
    HEDGING_CUES,
    INVERTED,
    NOT_EXCLUDING_CUES,
    OWN_BELIEF,
    OWN_EXPECTATION,
    PLANNED,
    STATES,
    ULTIMATUM,
)
from firsthand.records import Act, Status

DIRECTIVES = frozenset({Act.URGE, Act.ASK, Act.DEMAND, Act.DECLINE})
COMMITMENTS = frozenset({Act.PROMISE, Act.INTEND, Act.THREATEN, Act.OFFER})
BELIEFS = frozenset({Act.BELIEVE, Act.EXPECT})
IS_CONDITIONAL = re.compile(f"{CONDITION}|{INVERTED}|{ULTIMATUM}")
IS_COUNTERFACTUAL = re.compile(COUNTERFACTUAL)
IS_BARE_CONDITION = re.compile(BARE_CONDITION)
IS_HEDGED = re.compile(f"{HEDGES}|{HAPPENINGS}|{OWN_BELIEF}|{OWN_EXPECTATION}")
IS_PLANNED = re.compile(f"{FUTURE}|{PLANNED}")
IS_STATE = re.compile(STATES)
HEDGING = re.compile(HEDGING_CUES)
FORESEEING = re.compile(FORESEEING_CUES)
DENYING = re.compile(DENYING_CUES)
NOT_EXCLUDING = re.compile(NOT_EXCLUDING_CUES)


def find_status(act: Act, cue: str, content: str) -> Status:
    """The status of a content, from the act that it is said by, its cue, and its own clauses.

    The act goes first: what is asked or declined is asserted, what is denied is denied. Then comes the content's main
    clause: a condition over a negation over a hedge over a plan. A quotation of several sentences is as its sentences
    are if they all agree, else asserted.
    """
    cue = " ".join(cue.lower().replace("’", "'").split())
    if act in DIRECTIVES:
        return Status.ASSERTED
    sentences = read_sentences(content)
    if NOT_EXCLUDING.search(cue):
        return Status.HEDGED
    if act is Act.DENY or DENYING.search(cue):
        return Status.DENIED
    found = {judge_sentence(sentence) for sentence in sentences} or {Status.ASSERTED}
    own = found.pop() if len(found) == 1 else Status.ASSERTED
    return adjust_by_act(own, act, cue)


def judge_sentence(sentence: Sentence) -> Status:
    """The status that a sentence has by its own words."""
    is_conditional = IS_CONDITIONAL.search(sentence.whole) or IS_BARE_CONDITION.search(sentence.whole)
    if is_conditional or IS_COUNTERFACTUAL.search(sentence.main):
        return Status.CONDITIONAL
    if sentence.is_negative:
        return Status.DENIED
    if IS_HEDGED.search(sentence.main):
        return Status.HEDGED
    if IS_PLANNED.search(sentence.main) and not IS_STATE.search(sentence.main):
        return Status.PLANNED
    return Status.ASSERTED


def adjust_by_act(own: Status, act: Act, cue: str) -> Status:
    """The status of a content by what is done with it: a promise plans, a belief hedges, unless its words say more."""
    if act in BELIEFS and is_negated(cue):
        return Status.DENIED
    if own in {Status.CONDITIONAL, Status.DENIED}:
        return own
    if act in COMMITMENTS:
        return Status.PLANNED
    if FORESEEING.search(cue):
        return Status.HEDGED if own is Status.HEDGED else Status.PLANNED
    if act in BELIEFS or HEDGING.search(cue):
        return Status.HEDGED
    return own
