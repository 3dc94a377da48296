"""The medium of a statement: the channel or venue, as printed ("X", "a statement on its website", "phone")."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from firsthand.extraction.passages import Passages, overlaps
from firsthand.lexicons.venues import (
    AIR,
    AUDIENCES,
    BARE_OCCASIONS,
    DOCUMENTS,
    INSIDE,
    LINES,
    OCCASIONS,
    OUTLET_DOCUMENTS,
    PAGES,
    PLATFORMS,
    TWEETING,
)
from firsthand.records import Act, Span, Spans, Statement


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


DETERMINER = r"(?:an?|the|his|her|its|their|our|my|this|that|one|another)"
# What may stand between an article and a noun: no preposition ("his resignation after the report").
MODIFIER = r"(?!(?:of|in|on|at|for|to|from|with|by|and|or|as|over|after|before|that|the|an?|same)\b)[\w’'\-]+"
# What tells which one it was: "a statement on its website", "a briefing at the Old Mint".
WHERE = (
    r"(?:\ (?:posted\ |published\ )?(?:on|at)\ (?:its|his|her|their|the)\ (?!(?:same|time|end|weekend)\b)"
    r"[\w’'\-]+(?:\ [A-Z][\w’'\-]+){0,3})?"
)
MEDIUM = re.compile(
    rf"""
    \b(?:[Oo]n|[Vv]ia|[Oo]ver|[Tt]hrough)\ (?:(?:{DETERMINER}|[A-Z]\w+[’']s?)\ )?(?:[a-z\-]+\ ){{0,3}}?
        (?P<platform>{_either(PLATFORMS)})\b(?!\ [A-Z])
  | \b(?:[Bb]y|[Vv]ia|[Tt]hrough|[Oo]ver\ the|[Oo]n\ the)\ (?:an?\ )?(?P<line>{_either(LINES)})\b
  | \b[Oo]n\ (?P<page>(?:{DETERMINER}|the\ [\w\-]+[’']s?|[A-Z]\w+[’']s?)\ (?:[\w’'\-]+\ ){{0,3}}?
        (?:{_either(PAGES)}))\b
  | \b(?:[Ii]n|[Aa]t|[Dd]uring|told|tells|[Tt]hrough|[Vv]ia)\ (?P<occasion>{DETERMINER}\ (?:{MODIFIER}\ ){{0,5}}?
        (?:{_either(OCCASIONS)})\b(?!\ (?:over|about|whether|to\ be|against|with\ the\ law)\b){WHERE})
  | \b[Ii]n\ (?P<bare>(?:[a-z\-]+\ ){{0,2}}?(?:{_either(BARE_OCCASIONS)}))\b
  | \b[Ii]n\ (?P<inside>{_either(INSIDE)})\b
  | \b(?:told|tells|informed|before)\ (?P<audience>{_either(AUDIENCES)})\b
  | \b[Oo]n\ (?P<air>{_either(AIR)})\b
    """,
    re.VERBOSE,
)
WORD = re.compile(r"[\w\-]+")
PLATFORM = re.compile(rf"\b(?:on|via) ({_either(PLATFORMS)})\b")
LONGEST_DOCUMENT = 80  # characters; of a longer description only the noun with what stands before it is kept
# A verb or a relative pronoun inside of a source.
CLAUSE = re.compile(r"\b(?:who|whom|whose|which|that|\w{2,}ed|\w+ing)\b")
# What ends the noun phrase that a document's source begins with: "a notice | on the door", "a letter | from the mayor".
TAIL_WORDS = frozenset(
    "on from of by in to at for published dated released signed sent posted seen obtained issued which that".split()
)


class Media:
    """The media named in an article."""

    def __init__(self, text: str, statements: Sequence[Statement], passages: Passages) -> None:
        self._text = text
        self._passages = passages
        self._found = [match.span(match.lastgroup or 0) for match in MEDIUM.finditer(text)]
        self._starts = [start for start, _ in self._found]
        self._cues = sorted(span for statement in statements for span in statement.cue)

    def find_for(self, statement: Statement, *, is_outlet: bool) -> str | None:
        """The medium of a statement: the document that is its source, else what stands by its source and cue.

        `is_outlet` says that the speaker is an outlet, whose report is its own voice and no medium.
        """
        text = self._text
        own = None if is_outlet else read_document([text[start:end] for start, end in statement.source])
        if own is not None:
            return own
        marks = [*statement.source, *statement.cue]
        if not marks:
            return None
        near = self._choose_nearest(statement, marks)
        if near is not None:
            return text[slice(*near)]
        cue = " ".join(text[start:end] for start, end in statement.cue).lower()
        return "Twitter" if any(word in TWEETING for word in cue.split()) else None

    def is_document(self, statement: Statement) -> bool:
        """Whether a statement's source is a document."""
        return read_document([self._text[start:end] for start, end in statement.source]) is not None

    def _choose_nearest(self, statement: Statement, marks: list[Span]) -> Span | None:
        """The medium in the statement's sentence, outside its content, that stands nearest to its cue."""
        start, end = self._passages.find_sentences(min(s for s, _ in marks), max(e for _, e in marks) - 1)
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        closed: Spans = () if statement.act is Act.DECLINE else statement.content
        mark = statement.cue[0] if statement.cue else marks[0]
        spans = [span for span in self._found[first : min(last, first + 50)] if not overlaps(span, closed)]
        spans = [span for span in spans if not self._describes(span, statement.source)]
        spans = [span for span in spans if self._is_own(span, mark, statement)]
        return min(spans, key=lambda span: max(span[0] - mark[1], mark[0] - span[1]), default=None)

    def _describes(self, span: Span, source: Spans) -> bool:
        """Whether a medium only tells who the source is: "two bills introduced in the Senate"."""
        return any(start <= span[0] < end and CLAUSE.search(self._text, start, span[0]) for start, end in source)

    def _is_own(self, span: Span, mark: Span, statement: Statement) -> bool:
        """Whether no cue of another statement stands between a medium and the cue."""
        first, last = sorted((span, mark))
        place, tries = bisect_left(self._cues, (first[1], 0)), 50
        # A content may hold any number of cues; those of its inner statements stand in nobody's way.
        while place < len(self._cues) and self._cues[place] < last and tries:
            tries -= 1
            if self._cues[place] not in statement.cue and not overlaps(self._cues[place], statement.content):
                return False
            place += 1
        return True


def read_document(sources: Sequence[str]) -> str | None:
    """The document that a source is ("its March report"), or the platform that it was posted on; else None."""
    for source in sources:
        words = list(WORD.finditer(source.partition(",")[0]))
        head = next((place for place, word in enumerate(words) if place and word.group() in TAIL_WORDS), len(words)) - 1
        # Lower case: "attorney Anne Page" is nobody's page.
        if head < 0 or words[head].group() not in DOCUMENTS:
            continue
        follower = words[head + 1].group() if head + 1 < len(words) else ""
        if words[head].group() in OUTLET_DOCUMENTS and follower in {"of", "by"}:
            continue
        platform = PLATFORM.search(source)
        whole = source.partition(",")[0]
        return platform[1] if platform else whole if len(whole) <= LONGEST_DOCUMENT else source[: words[head].end()]
    return None
