"""A claim in a list: what is claimed, how many origins it has and why, where it stands, and what is said against it."""

from typing import TYPE_CHECKING

from firsthand.records import Claim, ClaimStatus, RelationKind
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_lines import ALERT, PLAIN, QUIET, STRONG, count, shorten
from firsthand.serving.report_rows import Line, draw_row, run, word_because
from firsthand.serving.story_figures import word_origins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

COLUMN = 14  # cells: as wide as `2 or 3 origins`
GIST = 300  # characters of a gist; some are a whole sentence of an article
REASON = 160
STATUS_WORDS = {
    ClaimStatus.SINGLE_ORIGIN: "single origin",
    ClaimStatus.CORROBORATED: "corroborated",
    ClaimStatus.DISPUTED: "disputed",
}
STATUS_STYLES = {
    ClaimStatus.SINGLE_ORIGIN: PLAIN,
    ClaimStatus.CORROBORATED: STRONG,
    ClaimStatus.DISPUTED: ALERT,
}
# (said of the claim that the relation starts from, said of the one that it leads to)
RELATION_WORDS = {
    RelationKind.DENIES: ("denies", "denied by"),
    RelationKind.CONTRADICTS: ("contradicts", "contradicted by"),
    RelationKind.UPDATES: ("updates", "updated by"),
}
ANONYMOUS_ONLY = "anonymous sources only"


def draw_claim(story: LinkedStory, claim: Claim, width: int) -> "Iterator[Text]":
    """The number of origins in a column, and beside it the claim."""
    return draw_row(word_origins(claim), compose_claim(story, claim), COLUMN + 2, width)


def compose_claim(story: LinkedStory, claim: Claim) -> list[Line]:
    """Gist; status, articles and first day; why so many origins; who denies or contradicts it."""
    lines: list[Line] = [run((word_gist(claim), STRONG)), list_particulars(claim)]
    lines.append(word_because(claim.because, REASON))
    for relation in story.list_relations(claim):
        if relation.target == claim.id and relation.kind is not RelationKind.UPDATES:
            against = story.claims.get(relation.source)
            words = word_gist(against) if against else ""
            lines.append(run((f"{RELATION_WORDS[relation.kind][1]}: ", ALERT), (shorten(words, REASON), PLAIN)))
    return lines


def word_gist(claim: Claim) -> str:
    """The proposition in words; a claim without any is known by its id."""
    return shorten(claim.gist, GIST) or claim.id


def list_particulars(claim: Claim) -> Line:
    """`disputed · anonymous sources only · 7 articles · first seen 10 March 2026 · c-…`."""
    items: Line = [[(STATUS_WORDS[claim.status], STATUS_STYLES[claim.status])]]
    if claim.anonymous_only:
        items.append([(ANONYMOUS_ONLY, ALERT)])
    items.append([(count(claim.articles, "article"), PLAIN)])
    if claim.first_seen:
        items.append([(f"first seen {word_date(claim.first_seen[:10])}", PLAIN)])
    items.append([(shorten(claim.id), QUIET)])
    return items


def draw_reasons(claim: Claim, column: int, width: int) -> "Iterator[Text]":
    """All the reasons for a claim's count, each on a line of its own."""
    lines: list[Line] = [word_because([reason]) for reason in claim.because]
    return draw_row("why", lines or [run(("no reason recorded", QUIET))], column, width)
