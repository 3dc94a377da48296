"""The outlets through whom statements came, as the article says it: "told Reuters", "according to TASS"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from firsthand.extraction.outlet_names import OutletNames, Reference
from firsthand.extraction.passages import Passages, overlaps
from firsthand.lexicons.citing import BRANDED_OCCASIONS, BRINGING, OCCASIONS, QUOTING, REPORTING, TELLING
from firsthand.records import Act, Span, Spans, Statement


class Way(IntEnum):
    """How a carrier is named; the lower, the nearer to the publisher it stands in the chain."""

    SIGNED = 0  # "(Reuters)"
    REPORTED = 1  # "according to TASS", "…, TASS reported", "as TASS wrote"
    BROUGHT = 2  # "quoted by Interfax as saying", "Interfax quoted him"
    OCCASION = 3  # "in an interview with CNN", "on CNN"
    TOLD = 4  # "told Reuters"


@dataclass(frozen=True, slots=True)
class Carrier:
    """An outlet named as the carrier. `trigger` is the word that makes it one, `evidence` the outlet's name."""

    way: Way
    trigger: Span
    reference: Reference

    @property
    def evidence(self) -> Span:
        """Where the outlet is named."""
        return self.reference.span


# The words that may make an outlet a carrier, and what reads on from each. Words, because one pass over them and a
# dictionary take a third of the time that one pattern of all of them takes.
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?|\(")
READERS = {
    **dict.fromkeys(OCCASIONS, "occasion"),
    **dict.fromkeys(REPORTING, "reporting"),
    **dict.fromkeys(QUOTING, "quoting"),
    **dict.fromkeys(BRINGING, "by"),
    **dict.fromkeys(TELLING, "told"),
    **dict.fromkeys(("on", "On"), "on"),
    **dict.fromkeys(("according", "According", "per", "Per", "via", "Via"), "according"),
    "as": "as",
    "(": "paren",
}
DIRECT = frozenset({"told", "on", "according", "as", "paren"})
# "remarks carried live by", "quoted as saying by": up to three words before the preposition.
BY = re.compile(r"(?:\s+as\s+saying)?(?:\s+[\w’'-]+){0,3}?\s+by\s+")
TO = re.compile(r"\s+to\s+")
OCCASION_LINK = re.compile(r"\s(?:with|to|for|in|on|by|from)\s+(?:an?\s+)?(?=[^\W\d_])")
# "a statement on the Times report": what follows the outlet makes it a topic.
TOPIC = re.compile(
    r"[’']?s?\s+(?:reports?|story|stories|article|poll|survey|investigation|editorial|revelations?)\b"
)
OCCASION_REACH = 60
BACK = re.compile(r"(?:[^\W_][\w&.’'\-]*\s+){1,6}$")
NEXT_WORD = re.compile(r"\S+")
NAME_REACH = 80
MARKS = frozenset(",-–—”\"")
# What may stand between a closing "TASS reported" and the clause's end.
CLAUSE_END = re.compile(
    r"(?:\s+(?:on|in|late|earlier|last|this|that|the|same|day|week|month)\b){0,4}(?:\s+[A-Z]\w+)?"
    r"(?:\s*(?:[.,;:)—–”\"\n]|$)|\s+(?:citing|quoting|with|referring)\b)"
)
# "declared to the newspaper", directly behind the cue; in a refusal also inside of what is refused.
TO_OUTLET = re.compile(r"(?:\s+(?:this|that|it|exclusively|separately))?\s+to\s+")
COMMENT_TO = re.compile(
    r"\b(?:comment|comments|speak|talk|reply|respond|response)\s+(?:\w+\s+){0,2}?to\s+(?:an?\s+)?"
    r"|\b(?:requests?|questions|inquiry|inquiries|e-?mails?|calls?|messages?)\s+(?:for\s+\w+\s+)?(?:from|by|of)\s+"
)
# "an interlocutor of the radio", "Reuters' sources": sources that are an outlet's.
SOURCES_OF = re.compile(r"\b(?:sources?|interlocutors?|informants?|correspondents?|contacts?)\s+(?:of|to|for)\s+")


def find_carriers(text: str, outlets: OutletNames, passages: Passages) -> list[Carrier]:
    """All carriers named in a text, in reading order."""
    found = []
    for match in WORD.finditer(text):
        reader = READERS.get(match.group())
        if reader is not None:
            found += _read_carriers(text, reader, match.span(), outlets, passages)
    return found


def _read_carriers(text: str, reader: str, word: Span, outlets: OutletNames, passages: Passages) -> list[Carrier]:
    """The carriers that a word makes, by way of what stands around it."""
    if reader == "occasion":
        return _make(Way.OCCASION, word, _read_occasion(text, word, outlets, passages))
    if reader in {"quoting", "by"}:
        by = _read_agent(text, word, outlets)
        brought = _read_subject(text, word, outlets) if by is None and text[slice(*word)] in QUOTING else by
        if brought is not None:
            return _make(Way.BROUGHT, word, brought)
    if text[slice(*word)] in REPORTING:
        return _make(Way.REPORTED, word, _read_subject(text, word, outlets)) if _ends_clause(text, word) else []
    return _make(*_read_direct(text, reader, word, outlets)) if reader in DIRECT else []


def _make(way: Way, trigger: Span, reference: Reference | None) -> list[Carrier]:
    return [Carrier(way, trigger, reference)] if reference is not None else []


def _read_direct(text: str, reader: str, word: Span, outlets: OutletNames) -> tuple[Way, Span, Reference | None]:
    """The outlet right behind a word."""
    if reader == "told":
        return Way.TOLD, word, outlets.read(word[1])
    if reader == "on":
        reference = outlets.read(word[1]) if text[word[1] + 1 : word[1] + 2].isupper() else None
        is_topic = reference is not None and TOPIC.match(text, reference.span[1]) is not None
        return Way.OCCASION, word, None if is_topic or reference is None or reference.name is None else reference
    if reader == "according":
        to = TO.match(text, word[1])
        return Way.REPORTED, word, outlets.read(to.end() if to else word[1])
    reference = outlets.read(word[1])
    if reader == "paren":
        is_alone = reference is not None and text[reference.span[1] : reference.span[1] + 1] == ")"
        return Way.SIGNED, word, reference if is_alone else None
    follower = text[reference.span[1] : reference.span[1] + 20].split() if reference else []  # "as TASS reported"
    return Way.REPORTED, word, reference if follower and _reports(follower[0]) else None


def _read_agent(text: str, verb: Span, outlets: OutletNames) -> Reference | None:
    """The outlet by which something was quoted or carried."""
    by = BY.match(text, verb[1], verb[1] + NAME_REACH)
    return outlets.read(by.end()) if by else None


def _ends_clause(text: str, verb: Span) -> bool:
    """Whether a reporting verb closes a clause or is inverted: "…, TASS reported on Monday.", "…, reports TASS"."""
    return _is_inverted(text, verb) or CLAUSE_END.match(text, verb[1]) is not None


def _is_inverted(text: str, verb: Span) -> bool:
    return text[max(0, verb[0] - 2) : verb[0]].strip()[-1:] in MARKS


def _reports(word: str) -> bool:
    return word.strip(".,;)").lower() in REPORTING


def _read_occasion(text: str, trigger: Span, outlets: OutletNames, passages: Passages) -> Reference | None:
    """The outlet behind the first preposition after an interview, a column, a call."""
    limit = min(passages.find_sentence(trigger[0])[1], trigger[1] + OCCASION_REACH)
    for link in OCCASION_LINK.finditer(text, trigger[1], limit):
        reference = outlets.read(link.end())
        if reference is not None and not TOPIC.match(text, reference.span[1]):
            return reference
    return _read_brand(text, trigger, outlets) if text[slice(*trigger)] in BRANDED_OCCASIONS else None


def _read_brand(text: str, occasion: Span, outlets: OutletNames) -> Reference | None:
    """The outlet whose name stands before its interview or column ("in a Fox News interview")."""
    reference = _read_subject(text, occasion, outlets)
    before = text[max(0, reference.span[0] - 12) : reference.span[0]].split() if reference else []
    return reference if before and before[-1] in {"in", "on", "during", "for"} else None


def _read_subject(text: str, verb: Span, outlets: OutletNames) -> Reference | None:
    """The outlet that is the subject of a verb: behind it in inversion ("quotes the edition"), else before it.

    Inverted only behind a mark; else what follows is whom the outlet quotes.
    """
    behind = outlets.read(verb[1]) if _is_inverted(text, verb) else None
    if behind is not None and behind.span[0] - verb[1] <= 2:
        return behind
    before = BACK.search(text, max(0, verb[0] - NAME_REACH), verb[0])
    for word in NEXT_WORD.finditer(text, before.start(), verb[0]) if before else ():
        reference = outlets.read(word.start())
        if reference is not None and verb[0] - reference.span[1] <= 1:
            return reference
    return None


class Carriers:
    """The carriers of an article's statements."""

    def __init__(self, text: str, statements: Sequence[Statement], outlets: OutletNames, passages: Passages) -> None:
        self._text = text
        self._outlets = outlets
        self._passages = passages
        self._carriers = find_carriers(text, outlets, passages)
        self._triggers = [carrier.trigger[0] for carrier in self._carriers]
        self._cues = sorted(span for statement in statements for span in statement.cue)
        sources = sorted((span, number) for number, s in enumerate(statements) for span in s.source)
        self._sources = [span for span, _ in sources]
        self._speaking = [statements[number] for _, number in sources]

    def find_for(self, statement: Statement) -> list[Carrier]:
        """The carriers that the article names for a statement, outermost first."""
        marks = [*statement.source, *statement.cue] or list(statement.content)
        zone = self._passages.find_sentences(min(s for s, _ in marks), max(e for _, e in marks) - 1)
        first, last = (bisect_left(self._triggers, position) for position in zone)
        # A sentence with a hundred carriers is no sentence.
        found = [c for c in self._carriers[first : min(last, first + 100)] if self._belongs(c, statement)]
        found += self._find_direct(statement)
        return sorted(found, key=lambda carrier: (carrier.way, carrier.trigger))

    def _belongs(self, carrier: Carrier, statement: Statement) -> bool:
        if overlaps(carrier.evidence, statement.content) or overlaps(carrier.trigger, statement.content):
            return False
        if overlaps(carrier.evidence, statement.source):
            # The outlet speaks, or describes who does; but in "quotes the paper one of its sources" it quotes.
            is_quoting = carrier.way is Way.BROUGHT and overlaps(carrier.trigger, statement.cue)
            return is_quoting and carrier.evidence not in statement.source
        if carrier.way is Way.TOLD:
            return overlaps(carrier.trigger, statement.cue)
        if carrier.way is Way.OCCASION:
            return self._is_beside_cue(carrier, statement)
        rival = self._find_rival(carrier, statement)
        return rival is None or any(overlaps(span, rival.content) for span in statement.content)

    def _find_rival(self, carrier: Carrier, statement: Statement) -> Statement | None:
        """The other statement of which the carrier is the source."""
        start, end = carrier.evidence
        place = bisect_left(self._sources, (end, 0))
        near = range(max(0, place - 5), place)
        found = (self._speaking[number] for number in near if start < self._sources[number][1])
        return next((other for other in found if other is not statement), None)

    def _is_beside_cue(self, carrier: Carrier, statement: Statement) -> bool:
        """Whether no other cue stands between an occasion and the statement's own."""
        if not statement.cue:
            return True
        first, last = sorted((carrier.trigger, statement.cue[0]))
        place = bisect_left(self._cues, (first[1], 0))
        return place >= len(self._cues) or self._cues[place] >= last or self._cues[place] in statement.cue

    def _find_direct(self, statement: Statement) -> list[Carrier]:
        """Outlets behind the cue ("declared to the newspaper"), in a refusal, and those whose source speaks."""
        found = []
        for start, end in statement.cue[-1:]:
            match = TO_OUTLET.match(self._text, end)
            reference = self._outlets.read(match.end()) if match else None
            if reference is not None and not overlaps(reference.span, statement.source):
                found.append(Carrier(Way.TOLD, (start, end), reference))
        if statement.act is Act.DECLINE:
            found += self._search(COMMENT_TO, (*statement.cue, *statement.content), Way.TOLD)
        return [*found, *self._search(SOURCES_OF, statement.source, Way.BROUGHT)]

    def _search(self, pattern: re.Pattern[str], spans: Spans, way: Way) -> list[Carrier]:
        if not spans:
            return []
        start, end = min(spans)[0], max(span[1] for span in spans)
        for match in pattern.finditer(self._text, start, min(end, start + 400)):
            reference = self._outlets.read(match.end())
            if reference is not None:
                return [Carrier(way, match.span(), reference)]
        return []

