"""Stories and claims in lists."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from firsthand.records import StoryLinks
from firsthand.serving.dates_in_words import word_known_date
from firsthand.serving.report_claim_lines import ANONYMOUS_ONLY, COLUMN, GIST, STATUS_STYLES, STATUS_WORDS
from firsthand.serving.report_lines import ALERT, PLAIN, QUIET, STRONG, count, shorten
from firsthand.serving.report_rows import Line, draw_row, run
from firsthand.serving.report_story import word_leading
from firsthand.serving.story_figures import word_bounds
from firsthand.storage import FoundClaim, StorySummary

if TYPE_CHECKING:
    from rich.text import Text

DAY = 12  # cells: a date and two blanks


def draw_stories(stories: Iterable[tuple[StorySummary, StoryLinks]], width: int) -> "Iterator[Text]":
    """Each story beside the day on which it last moved."""
    for summary, links in stories:
        yield from draw_row(summary.last_day or "no date", _compose_story(summary, links), DAY, width)


def _compose_story(summary: StorySummary, links: StoryLinks) -> list[Line]:
    counts = [count(summary.articles, "article"), count(summary.outlets, "outlet"), count(summary.claims, "claim")]
    counts += list(filter(None, [word_known_date(f"{summary.first_day}/{summary.last_day}")]))
    return [
        [[(shorten(summary.title, 300) or "untitled", STRONG)], [(shorten(summary.id), QUIET)]],
        [[(words, PLAIN)] for words in counts],
        run(("most carried: ", QUIET), (word_leading(links.claims), PLAIN)),
    ]


def draw_claims(claims: Iterable[FoundClaim], width: int) -> "Iterator[Text]":
    """Each claim beside its number of origins."""
    for claim in claims:
        yield from draw_row(word_bounds(claim.independent_origins), _compose_claim(claim), COLUMN + 2, width)


def _compose_claim(claim: FoundClaim) -> list[Line]:
    items: Line = [[(STATUS_WORDS[claim.status], STATUS_STYLES[claim.status])]]
    items += [[(ANONYMOUS_ONLY, ALERT)]] * claim.anonymous_only
    items.append([(count(claim.articles, "article"), PLAIN)])
    seen = word_known_date((claim.first_seen or "")[:10])
    items += [[(f"first seen {seen}", PLAIN)]] * bool(seen)
    items.append([(f"{shorten(claim.id)} in {shorten(claim.story)}", QUIET)])
    return [run((shorten(claim.gist, GIST) or claim.id, STRONG)), items]
