"""Retroactive scope: the earlier text that an empty content stands for ("This is stated in …", "denies it")."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from firsthand.extraction.passages import Passages
from firsthand.extraction.retelling import Retelling
from firsthand.lexicons.citing import (
    ACCUSING_NOUNS,
    ANSWERING_ACTS,
    EMPTY_NOUNS,
    PERSON_CONTENTS,
    POINTING,
    PRONOUN_CONTENTS,
)
from firsthand.records import Act, Span, Spans, Statement

WORD = re.compile(r"[\w’'\-]+")
LONGEST_EMPTY = 60  # characters; a longer content says something itself
REACH = 6  # statements to look back over
REACH_PARAGRAPHS = 3
# "It" stands for words said before only where it is said, denied or asked about: nobody "voted against it" so.
ACTS_OF_SPEECH = frozenset({Act.SAY, Act.CLAIM, Act.DENY, Act.CONFIRM, Act.REPORT, Act.DECLINE, Act.ANNOUNCE, Act.ASK})
STORY_NOUNS = frozenset("information news publication report data".split())
LEAD_PARAGRAPHS = 4  # a frame in one of these takes all before it; further down only what stands right before it


def is_empty_content(text: str, statement: Statement) -> bool:
    """Whether a content is a pronoun or an empty noun that points back ("it", "this information", "the new figure")."""
    if len(statement.content) != 1 or statement.content[0][1] - statement.content[0][0] > LONGEST_EMPTY:
        return False
    words = WORD.findall(text[slice(*statement.content[0])].lower())
    if not words or len(words) > 5:
        return False
    if len(words) == 1:
        points = words[0] in PRONOUN_CONTENTS and (words[0] != "it" or statement.act in ACTS_OF_SPEECH)
        return points or (statement.act is Act.BELIEVE and words[0] in PERSON_CONTENTS)
    if words in (["the", "same"], ["the", "opposite"], ["the", "contrary"], ["doing", "so"]):
        return True
    head = words[-1]
    if head not in EMPTY_NOUNS:
        return False
    return words[0] in POINTING or words[:2] == ["the", "new"] or (len(words) <= 2 and head in ACCUSING_NOUNS)


def find_covers(
    text: str, statements: Sequence[Statement], passages: Passages, retellings: Sequence[Retelling]
) -> dict[str, Spans]:
    """What the empty contents stand for, by the ids of their statements."""
    frames = {retelling.sentence: retelling for retelling in retellings if retelling.is_backward}
    covers: dict[str, Spans] = {}
    frame_covers: Spans = ()
    for number, statement in enumerate(statements):
        if not statement.content or not is_empty_content(text, statement):
            continue
        sentence = passages.find_sentence(statement.content[0][0])
        if sentence in frames:
            covered = frame_covers = cover_before(sentence, statements, passages)
        elif frame_covers and _resumes_story(text, statement, sentence, passages):
            covered = frame_covers
        else:
            covered = _cover_statement(statements, number, passages, covers) or _cover_sentence(sentence, passages)
        if covered:
            covers[statement.id] = covered
    return covers


def cover_before(sentence: Span, statements: Sequence[Statement], passages: Passages) -> Spans:
    """The text that a frame sentence gives to somebody: its paragraph's sentences before it, else the paragraphs."""
    number = passages.find_paragraph(sentence[0])
    start = max(passages.paragraphs[number][0], passages.find_section_start(sentence[0]))
    if start < sentence[0]:
        return _cover_own_paragraph(start, sentence, statements, passages)
    section = passages.find_section_start(sentence[0] - 1) if number else 0
    first = number
    while first and passages.paragraphs[first - 1][1] > section and number - first < LEAD_PARAGRAPHS:
        first -= 1
    if first and passages.paragraphs[first][0] > section:
        first = number - 1  # far down: not the whole story, but what stands right before
    return tuple(passages.trim((max(a, section), b)) for a, b in passages.paragraphs[first:number] if b > section)


def _cover_own_paragraph(start: int, sentence: Span, statements: Sequence[Statement], passages: Passages) -> Spans:
    """The sentences before a frame; where the last of them is a statement, its content."""
    last = passages.find_sentence(sentence[0] - 1)
    for statement in reversed(statements):
        inside = [span for span in statement.content if last[0] <= span[0] < last[1]]
        if inside and statement.within is None:
            return tuple(inside)
    return (passages.trim((start, sentence[0])),)


def _resumes_story(text: str, statement: Statement, sentence: Span, passages: Passages) -> bool:
    """Whether the words point back to the whole story retold: "this information" in a paragraph's first sentence."""
    opens = passages.paragraphs[passages.find_paragraph(sentence[0])][0] == passages.trim(sentence)[0]
    words = text[slice(*statement.content[0])].lower().split()
    return opens and len(words) > 1 and words[-1].strip(".") in STORY_NOUNS


def _cover_statement(
    statements: Sequence[Statement], number: int, passages: Passages, covers: dict[str, Spans]
) -> Spans:
    """The content that a pronoun stands for: of the statement before it, of another's if it is answered."""
    statement = statements[number]
    start = min(statement.cue + statement.content)[0]
    paragraph = passages.find_paragraph(start)
    answers = statement.act is not None and statement.act.value in ANSWERING_ACTS
    for other in reversed(statements[max(0, number - REACH) : number]):
        if not other.content or other.id == statement.within or other.content == statement.content:
            continue
        if paragraph - passages.find_paragraph(other.content[-1][0]) > REACH_PARAGRAPHS:
            break
        if other.content[-1][1] > statement.content[0][0] and other.within != statement.within:
            continue
        is_same = other.speaker is not None and other.speaker == statement.speaker
        if not (answers and is_same):
            return covers.get(other.id) or _drop_that(passages.text, other.content)
    return ()


def _drop_that(text: str, content: Spans) -> Spans:
    """A content without its complementiser: the pronoun stands for the clause."""
    start, end = content[0]
    return ((start + 5, end), *content[1:]) if text.startswith("that ", start) and end > start + 5 else content


def _cover_sentence(sentence: Span, passages: Passages) -> Spans:
    """The sentence before, in the same paragraph or at the end of the one before."""
    if sentence[0] == 0:
        return ()
    before = passages.trim(passages.find_sentence(sentence[0] - 1))
    return (before,) if before[0] < before[1] else ()


def is_covered(position: int, covers: Sequence[Span]) -> bool:
    """Whether a position lies in spans given in reading order."""
    place = bisect_left(covers, (position + 1, 0)) - 1
    return place >= 0 and covers[place][0] <= position < covers[place][1]
