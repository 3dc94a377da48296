"""Articles that retell another outlet's: the sentence that says so, and what came through that outlet."""

import re
from dataclasses import dataclass

from firsthand.extraction.outlet_names import OutletNames, Reference
from firsthand.extraction.passages import Passages
from firsthand.lexicons.citing import TURNS
from firsthand.records import Span

# How such a sentence opens or closes: "This is said in the publication of …", "…, reports NNA with reference to …".
STATED = (
    r"(?:is|was|were|has been|had been|are)\s+(?:also\s+|first\s+)?(?:stated|said|reported|told|written|announced"
    r"|informed|indicated|noted|specified|mentioned|published|described|evidenced|claimed|revealed|disclosed)\s+"
)
FRAME = re.compile(
    rf"\b(?P<back>(?:This|That|It|(?:The|This|Such)\s+(?:news|information|data))\s+{STATED})"
    r"|\b(?P<about>[Aa]bout\s+(?:this|it)\s+(?:writes|reports|informs)\s+|[Tt]his\s+is\s+how\s+)"
    r"|\b(?P<reference>with\s+(?:a\s+)?(?:reference|link)\s+to|referring\s+to|citing)\s+"
)
OPENING = re.compile(
    r"(?:\s*(?:in|by|on|to|at|from|of|a|an|the|its|own)\b|\s*(?:materials?|publications?|articles?|reports?|statements?"
    r"|investigations?|story|page|website|posts?|pages|edition)\b){1,8}\s*"
)
# The outlet by whose report a retelling closes: ", reports NNA", ", writes NPA with reference to".
CLOSING = re.compile(r"[,–—-]\s+(?:reports|transmits|writes|informs|reported|says|wrote)\s+")
NAME = r"([A-Z][\w&.\-]{0,40}(?: [A-Z][\w&.\-]{0,40}){0,4})"
ANY_NAME = re.compile(rf"(?:the\s+)?{NAME}")
NAME_BEFORE = re.compile(rf"\b{NAME}\s+(?:reports|writes|transmits|informs|reported)\b")
LEAD_PARAGRAPHS = 3
MOST = 40  # an article that retells more is a list, and no reader follows it back
LONGEST = 1500  # characters of a sentence that are looked at


@dataclass(frozen=True, slots=True)
class Retelling:
    """A sentence that gives what stands before it, or around it, to an outlet."""

    sentence: Span
    outlet: Reference
    publisher: Reference | None
    is_backward: bool  # "This is stated in …": the text before it is the outlet's


def find_retellings(text: str, outlets: OutletNames, passages: Passages) -> list[Retelling]:
    """The retelling sentences of a text in reading order, one a sentence."""
    found: dict[Span, Retelling] = {}
    for match in FRAME.finditer(text):
        retelling = _read_retelling(text, match, outlets, passages)
        if retelling is not None and (retelling.sentence not in found or retelling.is_backward):
            found[retelling.sentence] = retelling
        if len(found) == MOST:
            break
    return list(found.values())


def _read_retelling(text: str, match: re.Match[str], outlets: OutletNames, passages: Passages) -> Retelling | None:
    is_backward = match["reference"] is None
    sentence = passages.find_sentence(match.start())
    seen = (sentence[0], min(sentence[1], sentence[0] + LONGEST))
    if match.start() >= seen[1] or (match["back"] and passages.trim(seen)[0] < match.start() - 2):
        return None  # inside a sentence, "it was said" gives nobody the text before it
    if not is_backward and passages.find_paragraph(match.start()) >= LEAD_PARAGRAPHS:
        return None
    outlet = _read_outlet(text, match.end(), seen, outlets)
    closing = _read_closing(text, seen, outlets) if outlet is not None else None
    if outlet is None or (not is_backward and closing is None):
        return None
    return Retelling(sentence, outlet, closing if closing and closing.span != outlet.span else None, is_backward)


def _read_outlet(text: str, start: int, sentence: Span, outlets: OutletNames) -> Reference | None:
    reference = outlets.read(start)
    if reference is not None:
        return reference
    opening = OPENING.match(text, start, sentence[1])
    # "in the publication of Bloomberg", "by the newspaper …": the article stays for the reader of nominals.
    if opening is None:
        return None
    for place in range(start, opening.end() + 1):
        if place == start or text[place - 1].isspace():
            reference = outlets.read(place)
            if reference is not None and (reference.name or reference.actor):
                return reference
    return None


def _read_closing(text: str, sentence: Span, outlets: OutletNames) -> Reference | None:
    for closing in CLOSING.finditer(text, *sentence):
        reference = outlets.read(closing.end()) or _read_any_name(text, closing.end())
        if reference is not None:
            return reference
    before = NAME_BEFORE.search(text, *sentence)
    return outlets.read(before.start(1)) if before else None


def _read_any_name(text: str, start: int) -> Reference | None:
    """Any name of an outlet's standing, by its place alone ("…, reports NNA")."""
    match = ANY_NAME.match(text, start)
    return Reference(match.span(1), match[1].rstrip(".")) if match else None


def turns_away(text: str, start: int) -> bool:
    """Whether the sentence that begins here leaves the story told so far ("Meanwhile, …")."""
    opening = text[start : start + 30].lstrip("“\"' \n").lower()
    return opening.startswith(TURNS)
