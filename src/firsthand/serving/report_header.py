"""The head of an article's report: what it is, how many voices it has, and which."""

from typing import TYPE_CHECKING

from firsthand.records import ActorKind, Annotations, Article, SectionKind
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.report_lines import (
    ALERT,
    PLAIN,
    QUIET,
    STRONG,
    Piece,
    count,
    indent,
    make_blank,
    make_safe,
    shorten,
    wrap,
    wrap_items,
)
from firsthand.serving.report_voices import NAMELESS, NO_SOURCE, Tally, Voice

if TYPE_CHECKING:
    from rich.text import Text

QUOTATION_MARKS = ("“", "”", "„", "‘", "’", "«", "»", '"', "'")
LISTED = 12  # unresolved sources named one by one; a long article has dozens
ROLES = 3  # shown of one voice
# Said beside a voice; that somebody is a person or an organisation, the name says.
KIND_WORDS = {ActorKind.GROUP: "group", ActorKind.DOCUMENT: "document"}


def draw_header(record: Annotations, tally: Tally, width: int) -> "list[Text]":
    """Title, publisher and date; then the count of voices and the voices themselves. Lines of at most `width` cells."""
    lines = _draw_imprint(record.article, width)
    if tally.statements == 0:
        return lines
    lines += [make_blank(), *wrap_items(_word_tally(tally), width), make_blank()]
    return lines + _draw_voices(tally, width)


def _draw_imprint(article: Article, width: int) -> "list[Text]":
    lines = wrap([(find_title(article), STRONG)], width)
    known = [shorten(article.publisher or "") or "publisher not known"]
    known.append(word_date(article.published) if article.published else "date not known")
    if article.authors:
        known.append("by " + ", ".join(map(shorten, article.authors)))
    lines += wrap_items(([(words, PLAIN)] for words in known), width)
    address = shorten(article.url or "", 400) or f"id {shorten(article.id)}"
    return lines + wrap([(address, QUIET)], width)


def find_title(article: Article) -> str:
    """The article's title; without one, the title in its text, its first words or at last its id."""
    titles = [article.text[slice(*section.span)] for section in article.sections if section.kind is SectionKind.TITLE]
    for title in (article.title or "", *titles):
        if make_safe(title):
            return shorten(title, 300)
    opening = shorten(article.text[:2000], 70)
    if opening.startswith(QUOTATION_MARKS):
        return opening
    return f"“{opening}”" if opening else f"untitled ({shorten(article.id)})"


def _word_tally(tally: Tally) -> list[list[Piece]]:
    """`12 statements · 5 voices (3 named, 1 group, 1 anonymous) · 1 carrier · 2 statements not resolved`."""
    items: list[list[Piece]] = [[(count(tally.statements, "statement"), STRONG)]]
    items.append([(_word_voices(tally), STRONG), (_word_kinds(tally), PLAIN)])
    if carriers := sum(not voice.is_publisher or voice.carried > 0 for voice in tally.carriers):
        items.append([(count(carriers, "carrier"), PLAIN)])
    if tally.unresolved:
        items.append([(f"{count(tally.unresolved_statements, 'statement')} not resolved", ALERT)])
    return items


def _word_kinds(tally: Tally) -> str:
    """Nothing where all voices have names."""
    groups = sum(voice.kind is ActorKind.GROUP for voice in tally.named)
    named, anonymous = len(tally.named) - groups, len(tally.anonymous)
    if anonymous == tally.voices > 0:
        return ", all anonymous" if anonymous > 1 else ", anonymous"
    parts = [f"{named} named"] * (named > 0) + [count(groups, "group")] * (groups > 0)
    parts += [f"{anonymous} anonymous"] * (anonymous > 0)
    return f" ({', '.join(parts)})" if groups or anonymous else ""


def _word_voices(tally: Tally) -> str:
    """A count that can't be known is not given as if it were."""
    if not tally.unresolved:
        return count(tally.voices, "voice")
    return f"{count(tally.voices, 'voice')} or more" if tally.voices else "voices not known"


def _draw_voices(tally: Tally, width: int) -> "list[Text]":
    column = len(f"{tally.statements:,}") + 4
    rows: list[tuple[int, list[Piece]]] = []
    rows += [(voice.statements, _word_named(voice)) for voice in tally.named]
    rows += [(voice.statements, _word_anonymous(voice)) for voice in tally.anonymous]
    rows += [(voice.statements, _word_carrier(voice)) for voice in tally.carriers]
    if tally.unresolved:
        rows.append((tally.unresolved_statements, _word_unresolved(tally)))
    lines: list[Text] = []
    for number, pieces in rows:
        label = f"{number or '–':>{column - 2}}"
        lines += indent(wrap(pieces, width - column), label, column)
    return lines


def _word_named(voice: Voice) -> list[Piece]:
    """`Ines Caldo, operator chief`; a role that the name says already is left out."""
    roles = [role for role in voice.roles if role.casefold() not in voice.name.casefold()][:ROLES]
    kind = KIND_WORDS.get(voice.kind) if voice.kind else None
    return [
        (voice.name, STRONG),
        *((f", {role}", PLAIN) for role in roles),
        (f" · {kind}" if kind else "", QUIET),
    ]


def _word_anonymous(voice: Voice) -> list[Piece]:
    return [(voice.name, PLAIN), ("" if voice.name == NAMELESS else " (anonymous)", QUIET)]


def _word_carrier(voice: Voice) -> list[Piece]:
    words = "the publisher" if voice.is_publisher else "carrier"
    if voice.carried:
        words += f", passes on {count(voice.carried, 'statement')}{_word_inferred(voice)}"
    return [(voice.name, PLAIN), (f" · {words}", QUIET)]


def _word_inferred(voice: Voice) -> str:
    if not voice.inferred:
        return ""
    return " (inferred)" if voice.inferred == voice.carried else f" ({voice.inferred} of them inferred)"


def _word_unresolved(tally: Tally) -> list[Piece]:
    sources = [f"{name} ({number})" for name, number in tally.unresolved if name != NO_SOURCE]
    unsaid = [f"{name} ({number})" for name, number in tally.unresolved if name == NO_SOURCE]
    rest = len(sources) - LISTED
    if rest > 0:
        sources[LISTED:] = [f"and {rest} more"]
    return [("not resolved: ", ALERT), (", ".join(sources + unsaid), PLAIN)]
