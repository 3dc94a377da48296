"""Who publishes the article: by its metadata, else by a byline, a credit line or a dateline, else by its own words."""

import re
from dataclasses import dataclass

from firsthand.extraction.cast import Cast
from firsthand.lexicons.outlets import CITED_OUTLETS, OPEN_ENDINGS, OUTLET_ENDINGS, OUTLETS
from firsthand.records import Actor, ActorKind, Article, Certainty, SectionKind, Span, Spans

HEAD = 300  # characters from the start of an article in which a dateline may stand
# An agency in a dateline or as a signature: "(Reuters)", "(AP)", "/TASS/".
SIGNATURE = re.compile(r"\(\s*([A-Z][\w.\-/& ]{1,40}?)\s*\)|/([A-Z][A-Z\-]{1,14})/")
WORDS = re.compile(r"[^\W_]+")
# A part of an outlet, as feeds print it: "Nordblatt (Web News)", "Nordblatt - World".
BRANCH = re.compile(r"\s+(?:\(.*|[-|–—:]\s.*)$")
SMALL_WORDS = frozenset("of the and for de la le du des et".split())
BY_TEXT = "the outlet by whose report the article closes its lead"


@dataclass(frozen=True, slots=True)
class Publisher:
    """The publisher, and the agency whose copy the article is where it says so (None for its own text)."""

    actor: str
    evidence: Spans = ()
    certainty: Certainty = Certainty.STATED
    reason: str | None = None
    agency: str | None = None
    agency_evidence: Spans = ()


def find_publisher(article: Article, cast: Cast) -> Publisher | None:
    """The publisher of an article, who joins the cast; short forms of its name in the cast become its aliases.

    Where the metadata name one outlet and the dateline another, the other is the agency whose copy this is.
    """
    signature = find_signature(article)
    name = (article.publisher or "").strip()
    if not name:
        if signature is None:
            return None
        return Publisher(join_publisher(signature[0], cast), (signature[1],) if signature[1] else ())
    actor = join_publisher(name, cast)
    if signature is None:
        return Publisher(actor)
    agency, span = signature
    if is_short_form(agency, cast.get(actor)):
        cast.add_alias(actor, agency)
        return Publisher(actor)
    return Publisher(actor, agency=join_publisher(agency, cast), agency_evidence=(span,) if span else ())


def name_publisher(name: str, span: Span, cast: Cast) -> Publisher:
    """A publisher that only the article's words make one."""
    return Publisher(join_publisher(name, cast), (span,), Certainty.INFERRED, BY_TEXT)


def find_signature(article: Article) -> tuple[str, Span | None] | None:
    """The agency that signs an article, and where: in its dateline, in a credit line, or as an author."""
    text = article.text
    for section in article.sections:
        if section.kind in (SectionKind.DATELINE, SectionKind.CREDIT) and section.span[1] - section.span[0] <= HEAD:
            for match in SIGNATURE.finditer(text, *section.span):
                name = match[1] or match[2]
                if _is_agency(name, section.kind):
                    return name, match.span(1 if match[1] else 2)
    for author in article.authors:
        for part in author.split(","):
            if part.strip().casefold().removeprefix("the ") in OUTLETS:
                return part.strip(), None
    return None


def _is_agency(name: str, kind: SectionKind) -> bool:
    """Any capitals in a dateline; elsewhere only an outlet that we know."""
    plain = name.casefold().removeprefix("the ")
    known = plain in OUTLETS or plain in CITED_OUTLETS
    return known or (kind is SectionKind.DATELINE and name.isupper() and len(name) >= 2)


def join_publisher(name: str, cast: Cast) -> str:
    """The actor with this name as an outlet; actors whose names are short for it are made one with it."""
    actor = cast.add(name, ActorKind.OUTLET)
    if cast.get(actor).name.casefold() != name.casefold():
        cast.recast(actor, name=name)
    kind = cast.get(actor).kind
    if kind is ActorKind.PERSON:
        cast.recast(actor, kind=ActorKind.OUTLET)
    forms = make_short_forms(cast.get(actor))
    for other in cast.actors:
        if other.id != actor and (other.name in forms or other.name.casefold().removeprefix("the ") in forms):
            cast.merge(actor, other.id)
    return actor


def is_short_form(name: str, full: Actor) -> bool:
    """Whether a name is short for an outlet's: its initials ("NPA"), or its last word if that is an outlet's."""
    forms = make_short_forms(full)
    return name in forms or name.casefold().removeprefix("the ") in forms


def make_short_forms(actor: Actor) -> set[str]:
    """What an outlet may be called: its names in lower case without "the", their last words, their initials."""
    forms: set[str] = set()
    for name in (actor.name, BRANCH.sub("", actor.name), *actor.aliases):
        plain = name.casefold().removeprefix("the ")
        forms.add(plain)
        words = WORDS.findall(name.removeprefix("The ").removeprefix("the "))
        if len(words) > 1:
            last = words[-1].casefold()
            forms |= {last} if last in OUTLET_ENDINGS - OPEN_ENDINGS else set()
            forms |= make_acronyms(words)
    return forms


def make_acronyms(words: list[str]) -> set[str]:
    """The initials of words, small words counted or not ("PAN": Press Agency of Northmark), two letters at least."""
    every = "".join(word[0] for word in words)
    great = "".join(word[0] for word in words if word.casefold() not in SMALL_WORDS)
    return {letters.upper() for letters in (every, great) if len(letters) > 1}
