"""What happened, in a short phrase: who, what they do by saying it, and what they say."""

import re

from firsthand.lexicons.denials import OPPOSING
from firsthand.lexicons.function_words import FUNCTION_WORDS
from firsthand.lexicons.telling import (
    DENIED,
    DENYING,
    FINITE,
    FIRST_PERSON,
    NOT_YET,
    OPENINGS,
    PRONOUNS,
    QUOTING,
    REFUSING,
    SUBORDINATING,
    TELLING,
)
from firsthand.linking.contradiction.polarity import find_negations, is_opposite
from firsthand.linking.entries import Material
from firsthand.linking.timeline.asserting import IS_TOO_SOON, is_ahead_of_speech, is_negated
from firsthand.records import Act, Form, Span, Spans, Statement, evidence

LONGEST = 140  # characters of what is said
QUOTES = '"“”„«»'
NO_QUOTES = str.maketrans("", "", QUOTES)
NO_CLAUSES = frozenset((TELLING[Act.DECLINE], QUOTING))
SUBORDINATES = re.compile(SUBORDINATING)
IS_DENYING = re.compile(DENYING, re.IGNORECASE)
IS_DENIAL = re.compile(DENIED, re.IGNORECASE)
OPPOSES = re.compile(OPPOSING, re.IGNORECASE)
IN_FIRST_PERSON = tuple((re.compile(pattern, re.IGNORECASE), words) for pattern, words in FIRST_PERSON)
OPENS = re.compile(OPENINGS, re.IGNORECASE)
IS_FINITE = re.compile(FINITE, re.IGNORECASE)


def tell_statement(statement: Statement, spans: Spans, material: Material) -> str:
    """A statement in one phrase, `Mila Tolle denies that …`; `spans` are the part of it that is told."""
    entry = material.entry_of[statement.id]
    said = cut_words(read_words(entry.article.text, spans))
    if not statement.cue and not statement.source:
        return said[:1].upper() + said[1:]
    cue = read_words(entry.article.text, statement.cue)
    speaker = name_speaker(statement, material)
    if is_opposite(evidence(entry.article.text, statement.content)):
        return f"{speaker} {join_content(TELLING[Act.DENY], said, statement)}"
    if is_told_as_printed(statement, cue):
        return f"{speaker} {join_printed(cue, said, statement)}"
    return f"{speaker} {join_content(choose_verb(statement, cue, said), said, statement)}"


def is_told_as_printed(statement: Statement, cue: str) -> bool:
    """Whether no verb of ours says it: what is not or not yet said, and what is refused without being called untrue."""
    if is_negated(cue) or is_ahead_of_speech(cue):
        return statement.act is not Act.DECLINE
    is_refusal = statement.act is Act.DENY and not statement.covers and not IS_DENIAL.search(cue)
    return is_refusal and (IS_DENYING.search(cue) is not None or OPPOSES.search(cue) is not None)


def join_printed(cue: str, said: str, statement: Statement) -> str:
    """A cue as it stands in the article, put behind a name, and what is said."""
    refusal = next((verb for stem, verb in REFUSING if stem in cue.casefold()), None)
    if refusal is not None and not cue.endswith(" by") and not is_negated(cue):
        cue, said = refusal, said.removeprefix("to ")
    cue = IS_TOO_SOON.sub(NOT_YET, cue)
    for pattern, words in IN_FIRST_PERSON:
        cue = pattern.sub(words, cue)
    return f"{cue} “{said}”" if statement.form is Form.DIRECT and said else f"{cue} {said}".strip()


def choose_verb(statement: Statement, cue: str, said: str) -> str:
    """What the speaker does. Who denies by a no of his own says so: "said that there is no offer"."""
    if statement.act is Act.DENY and find_negations(said) and not statement.covers and not IS_DENYING.search(cue):
        return TELLING[Act.SAY]
    if cue.casefold().startswith("quot") or " as saying" in said:
        return QUOTING
    if statement.act is Act.INTEND and not said.startswith("to "):
        return TELLING[Act.SAY]
    return TELLING[statement.act or Act.SAY]


def join_content(verb: str, said: str, statement: Statement) -> str:
    """A verb and what is said: in quotation marks if it was, behind "that" if it is a clause, else as it is."""
    if not said:
        return verb
    if statement.form is Form.DIRECT:
        return f"{verb}: “{said}”"
    is_clause = IS_FINITE.search(SUBORDINATES.split(said)[0]) and not OPENS.match(said)
    first, _, rest = said.partition(" ")
    if first.casefold() in FUNCTION_WORDS and first != "I":
        said = f"{first.casefold()} {rest}"
    return f"{verb} that {said}" if is_clause and verb not in NO_CLAUSES else f"{verb} {said}"


def name_speaker(statement: Statement, material: Material) -> str:
    """Who speaks, by name; an anonymous one as the article describes him, a hidden one by the publisher."""
    actor = material.actors.get(statement.speaker or "")
    if actor is not None:
        return actor.name
    hop = next((hop for hop in reversed(statement.chain) if hop.actor is None and hop.description), None)
    if hop is not None and hop.description:
        return hop.description[:1].upper() + hop.description[1:]
    if statement.anonymous:
        return "An anonymous source"
    entry = material.entry_of[statement.id]
    words = read_words(entry.article.text, statement.source)
    if not words or words.casefold() in PRONOUNS:
        return f"A speaker in {entry.article.publisher}" if words and entry.article.publisher else "A speaker"
    return words[:1].upper() + words[1:]


def read_words(text: str, spans: Spans) -> str:
    """The words of spans on one line, without their outer quotation marks; pieces are joined by an ellipsis."""
    return " … ".join(words for start, end in spans if (words := _read_piece(text, (start, end))))


def _read_piece(text: str, span: Span) -> str:
    words = " ".join(text[slice(*span)].split()).strip(" ,").removeprefix("that ")
    marks = sum(words.count(mark) for mark in QUOTES)
    if marks == 1 or (marks == 2 and words[:1] in QUOTES and words[-1:] in QUOTES):
        words = words.translate(NO_QUOTES)
    return words.strip(" ,").removeprefix("that ")


def cut_words(words: str) -> str:
    """The words, cut after a word where they are too long."""
    if len(words) <= LONGEST:
        return words.rstrip(".,;: ")
    return words[:LONGEST].rsplit(" ", 1)[0].rstrip(".,;: ") + "…"
