"""What a speaker does by a statement: by the cue's verb and its negation; where these say little, by the content."""

import re
from functools import lru_cache

from firsthand.extraction.anonymity import describe_anonymous
from firsthand.extraction.presentation_clauses import Sentence, is_negated, read_sentences
from firsthand.lexicons.cues import ACT_STEMS, ANSWER_VERBS
from firsthand.lexicons.outlets import OPEN_ENDINGS, OUTLET_ENDINGS, OUTLETS, PLAIN_OUTLET_NOUNS
from firsthand.lexicons.presentation import (
    ABSENCE,
    ANNOUNCED_DEEDS,
    CONDITION,
    EMPHATIC,
    FORECAST,
    HARMS,
    NO_ANSWER,
    NOT_A_DENIAL,
    NOT_EXCLUDING_CUES,
    ORDER,
    OWN_BELIEF,
    OWN_EXPECTATION,
    OWN_HOPE,
    OWN_WILL,
    PAST_OR_PERFECT,
    PROPOSED_DEEDS,
    QUESTION_WORDS,
    REQUESTS,
    SCHEDULED,
    SELVES,
    SPEAKING,
    STRENGTHENED,
    STUDIES,
    ULTIMATUM,
    UNTRUE,
)
from firsthand.records import Act

STEMS = sorted(ACT_STEMS, key=len, reverse=True)
# A negated cue of these acts is a refusal to say so ("has not denied", "did not confirm"), as the policy has it.
REFUSALS = frozenset({Act.DENY, Act.CONFIRM, Act.ANNOUNCE, Act.REPORT, Act.DECLINE})
# Acts that may be only a manner of saying, so that the content decides: a person who writes is no outlet.
PLAIN = frozenset({Act.SAY, Act.REPORT})
LONGEST_CUE = 200  # characters
PRONOUNS = frozenset("i we he she they who you".split())

IS_NO_ANSWER = re.compile(NO_ANSWER)
IS_ULTIMATUM = re.compile(ULTIMATUM)
IS_HARM = re.compile(HARMS)
IS_CONDITION = re.compile(CONDITION)
IS_UNTRUE = re.compile(UNTRUE)
IS_ABSENCE = re.compile(ABSENCE)
IS_SELF = re.compile(SELVES)
IS_PAST = re.compile(PAST_OR_PERFECT)
IS_NO_DENIAL = re.compile(NOT_A_DENIAL)
IS_NOT_EXCLUDING = re.compile(NOT_EXCLUDING_CUES)
IS_STRENGTHENED = re.compile(rf"\b(?:{'|'.join(sorted(STRENGTHENED))})")
IS_EMPHATIC = re.compile(EMPHATIC)
IS_REQUEST = re.compile(REQUESTS)
IS_ASKED = re.compile(QUESTION_WORDS)
IS_QUESTIONING = re.compile(r"\bquestion(?:s|ed|ing)?$")
IS_FINDING = re.compile(r"\b(?:found|finds?|finding)\b")
IS_STUDY = re.compile(STUDIES)
IS_ORDER = re.compile(ORDER)
IS_SAYING = re.compile(r"\b(?:said|say|says|saying|told|tell|tells|telling)\b")
IS_SPEAKING = re.compile(SPEAKING)
IS_PROMPTED = re.compile(r"(?<=\w) (?:when|after|before|while|as) .*")
IS_TELLING = re.compile(r"\bt[oe]ll?")
WILLS = re.compile(OWN_WILL)
# By the first clause of the content, where the cue is plain; the first row that fits gives the act.
BY_CONTENT = (
    (re.compile(OWN_HOPE), Act.INTEND),
    (re.compile(OWN_BELIEF), Act.BELIEVE),
    (re.compile(OWN_EXPECTATION), Act.EXPECT),
    (re.compile(FORECAST), Act.EXPECT),
    (re.compile(SCHEDULED), Act.ANNOUNCE),
)
BY_DEED = ((re.compile(PROPOSED_DEEDS), Act.INTEND), (re.compile(ANNOUNCED_DEEDS), Act.ANNOUNCE))


def find_act(cue: str, content: str = "", source: str = "", *, is_quoted: bool = False) -> Act:
    """The act of a statement: by its cue, and by its content where the cue says no more than that it was said."""
    plain = normalise_cue(cue)
    act = find_cue_act(plain)
    sentences = read_sentences(content)
    if act in {Act.CLAIM, Act.SAY, Act.CONFIRM} and IS_STRENGTHENED.search(plain) and denies(sentences, is_strong=True):
        return Act.DENY
    act = correct_by_object(act, plain, content)
    if (is_outlet(source) and (act in PLAIN or IS_FINDING.search(plain))) or (act in PLAIN and is_study(source)):
        return Act.REPORT
    if act not in PLAIN or IS_NOT_EXCLUDING.search(plain):
        return act
    if act is Act.REPORT and not content:
        return act
    is_anonymous = describe_anonymous(source) is not None
    if act is Act.REPORT and "report" in plain and not is_anonymous and source.lower() not in PRONOUNS:
        return act
    if is_negated(plain):
        return Act.SAY
    by_default = Act.CLAIM if is_anonymous and not is_quoted else Act.SAY
    return find_content_act(plain, sentences, is_quoted=is_quoted) or by_default


def correct_by_object(act: Act, cue: str, content: str) -> Act:
    """The act of a cue that depends on what follows: "hopes to sign", "rejected a request", "questions the need"."""
    start = content[:80].lower().strip("\"“”‘’' ")
    if act is Act.BELIEVE and "hop" in cue and start.startswith("to "):
        return Act.INTEND
    if act is Act.DENY and IS_REQUEST.match(start) and not start.startswith("that "):
        return Act.DECLINE
    if act is Act.ASK and IS_QUESTIONING.search(cue) and start and "?" not in content and not IS_ASKED.match(start):
        return Act.CLAIM
    return act


def is_plain(cue: str) -> bool:
    """Whether a cue only says that something was said or written."""
    plain = normalise_cue(cue)
    return find_cue_act(plain) in PLAIN and not IS_NOT_EXCLUDING.search(plain)


def normalise_cue(cue: str) -> str:
    """A cue in lower case, with single blanks, "not" for "n't", and without what prompted it ("said when asked")."""
    plain = " ".join(cue[:LONGEST_CUE].lower().replace("’", "'").replace("n't", " not").split())
    return IS_PROMPTED.sub("", plain)


@lru_cache(maxsize=4096)
def find_cue_act(cue: str) -> Act:
    """The act that a cue's words name, in lower case with "n't" as "not"; `say` where they name none."""
    words = [word for word in cue.split() if not word.endswith("ly") or word in ANSWER_VERBS]
    for place in range(len(words)):  # the first word that names an act decides: "declined to confirm" confirms nothing
        rest = " ".join(words[place:])
        stem = next((stem for stem in STEMS if rest.startswith(stem)), None)
        if stem:
            act = Act(ACT_STEMS[stem])
            is_negative = act in REFUSALS and is_negated(" ".join(words[:place]))
            return Act.DECLINE if is_negative else act
    return Act.SAY


def find_content_act(cue: str, sentences: tuple[Sentence, ...], *, is_quoted: bool) -> Act | None:
    """The act that a content performs by itself under a plain cue; None where it only says something."""
    if not sentences:
        return None
    asked = sum(sentence.is_question for sentence in sentences)
    if sentences[-1].is_question and 2 * asked >= len(sentences):
        return Act.ASK
    first = sentences[0]
    if len(sentences) == 1 and not is_quoted and IS_ORDER.match(first.whole) and IS_SAYING.search(cue):
        return Act.URGE if IS_TELLING.search(cue) else Act.DEMAND
    if len(sentences) == 1 and IS_NO_ANSWER.search(first.main):
        return Act.DECLINE
    if not IS_SPEAKING.search(cue):
        return Act.DENY if denies(sentences) else None
    if any(threatens(sentence) for sentence in sentences[:2]):
        return Act.THREATEN
    if denies(sentences):
        return Act.DENY
    if IS_EMPHATIC.search(first.main):
        return Act.CONFIRM
    if len(sentences) > 1 or (first.is_negative and not WILLS.search(first.main)):
        return None
    return find_clause_act(first)


def find_clause_act(sentence: Sentence) -> Act | None:
    """The act of a single clause: a hope, a plan, a belief, a promise."""
    found = next((act for pattern, act in BY_CONTENT if pattern.search(sentence.main)), None)
    if found or not WILLS.search(sentence.main) or IS_CONDITION.search(sentence.whole):
        return found
    return next((act for pattern, act in BY_DEED if pattern.search(sentence.main)), Act.PROMISE)


def threatens(sentence: Sentence) -> bool:
    """Whether a sentence holds out harm on a condition: "pay or we will publish", "it would sue if nothing changed"."""
    if IS_ULTIMATUM.search(sentence.whole):
        return True
    has_will = WILLS.search(sentence.main) or "will be" in sentence.main
    return bool(has_will and IS_CONDITION.search(sentence.whole) and IS_HARM.search(sentence.main))


def denies(sentences: tuple[Sentence, ...], *, is_strong: bool = False) -> bool:
    """Whether a content denies what somebody else has said: all of it negative, and about a matter of fact."""
    return bool(sentences) and all(denies_fact(sentence, is_strong) for sentence in sentences)


def denies_fact(sentence: Sentence, is_strong: bool) -> bool:
    """Whether a sentence says that something is or was not: of oneself, of anything at all, or that it is untrue."""
    if IS_UNTRUE.search(sentence.main):
        return True
    if not sentence.is_negative:
        return False
    if is_strong:
        return True
    if IS_NO_DENIAL.search(sentence.main) or IS_CONDITION.search(sentence.whole) or "without" in sentence.main:
        return False
    is_matter = IS_ABSENCE.search(sentence.main) or IS_SELF.search(sentence.main)
    return bool(is_matter and IS_PAST.search(sentence.main))


@lru_cache(maxsize=4096)
def is_outlet(source: str) -> bool:
    """Whether a source is an outlet by its words alone: by its name ("Bloomberg") or its kind ("the newspaper")."""
    plain = " ".join(source.split()).strip("\"“”'‘’,")
    bare = plain.removeprefix("The ").removeprefix("the ").removeprefix("a ").removeprefix("A ")
    lower = bare.lower()
    if lower in OUTLETS or lower in PLAIN_OUTLET_NOUNS:
        return True
    words = bare.split()
    if not 2 <= len(words) <= 8:
        return False
    if words[0].lower() in PLAIN_OUTLET_NOUNS and words[1][0].isupper():
        return True  # "the newspaper Nordby Courier"
    is_named = all(word[0].isupper() for word in words[-2:])
    return is_named and words[-1].lower() in OUTLET_ENDINGS - OPEN_ENDINGS


@lru_cache(maxsize=4096)
def is_study(source: str) -> bool:
    """Whether a source is a paper of findings ("a study by Harvard", "the website"): what it says, it reports."""
    return len(source) < 200 and IS_STUDY.match(source.lower()) is not None
