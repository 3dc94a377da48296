"""The evidence for a claim's count walked step by step, each with the exact words and the article that show it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from firsthand.records import Claim, Step
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_claim import compose_evidence
from firsthand.serving.report_claim_lines import STATUS_WORDS, word_gist
from firsthand.serving.report_lines import PLAIN, QUIET, STRONG, make_safe, wrap, wrap_items
from firsthand.serving.report_rows import Line, draw_heading, draw_row, make_items, run
from firsthand.serving.story_figures import word_origins

if TYPE_CHECKING:
    from rich.text import Text


def draw_explanation(story: LinkedStory, claim: Claim, steps: Sequence[Step], width: int) -> "Iterator[Text]":
    """The claim, the numbered steps, and the count that they lead to. Lines of at most `width` cells."""
    yield from wrap([(word_gist(claim), STRONG)], width)
    yield from wrap_items(make_items([f"claim {make_safe(claim.id)}", STATUS_WORDS[claim.status]]), width)
    yield from draw_heading("The evidence", width, "step by step")
    column = len(f"{len(steps)}") + 3
    for number, step in enumerate(steps, 1):
        yield from draw_row(f"{number:>{column - 2}}", _compose_step(story, step), column, width)
    yield from draw_heading(f"So {word_origins(claim)}", width)
    for reason in claim.because:
        yield from wrap([(make_safe(reason), PLAIN)], width)


def _compose_step(story: LinkedStory, step: Step) -> list[Line]:
    lines: list[Line] = [run((make_safe(step.text), PLAIN))]
    if step.statement in story.statements:
        return lines + compose_evidence(story, step.statement, QUIET)
    if step.article in story.record_by_id:
        published = story.record_by_id[step.article].article.published
        return [*lines, make_items([story.name_article(step.article), word_date(published or ""), step.article])]
    return lines
