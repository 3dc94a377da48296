"""The report of a story: figures, claims with the words they rest on, who carries whom, when, and whose voices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from firsthand.records import Claim
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.story_figures import sort_claims
from firsthand.serving.views.paging import Paged
from firsthand.serving.views.statements import Quoted, view_statement
from firsthand.serving.views.story import StoryView, view_story
from firsthand.serving.views.story_articles import CopyRow, StoryArticle, list_articles, list_copies
from firsthand.serving.views.story_claims import ClaimChoice, StoryClaim, is_chosen, make_claim
from firsthand.serving.views.story_timeline import Period, StoryEvent, list_events
from firsthand.serving.views.story_voices import StoryPosition, StoryVoice, list_positions, list_voices
from firsthand.serving.views.story_ways import find_ways
from firsthand.serving.web.drawings.story_ways import Drawing, draw_ways
from firsthand.serving.web.reports.frame import draw_report

SHEET = "story"
# What is told of each at most; how many there are in all is said, and the pages have the rest.
TOLD, UNNAMED, SINGLE, COPIES, AHEAD, DURING, VOICES, CHANGES, ARTICLES = 60, 12, 12, 40, 30, 30, 20, 20, 200


@dataclass(frozen=True)
class ClaimGroup:
    """Claims under one heading: the first ones, and how many there are in all."""

    name: str
    title: str
    claims: tuple[StoryClaim, ...]
    total: int


@dataclass(frozen=True)
class StoryReport:
    """What the template draws. `notes` are the statements that claims rest on, `numbers` their places from 1, by id."""

    view: StoryView
    groups: tuple[ClaimGroup, ...]
    notes: tuple[Quoted, ...]
    numbers: dict[str, int]
    drawing: Drawing | None
    copies: Paged[CopyRow]
    ahead: Paged[StoryEvent]
    during: Paged[StoryEvent]
    voices: Paged[StoryVoice]
    changes: Paged[StoryPosition]
    articles: Paged[StoryArticle]


def draw_story_report(story: LinkedStory) -> str:
    """A story as a page of HTML."""
    return draw_report("report_story.html", SHEET, report=view_report(story))


def view_report(story: LinkedStory) -> StoryReport:
    """All that is told of a story."""
    groups = group_claims(story)
    notes = collect_notes(story, groups)
    return StoryReport(
        view=view_story(story),
        groups=groups,
        notes=notes,
        numbers={one.id: number for number, one in enumerate(notes, 1)},
        drawing=remove_links(draw_ways(find_ways(story))),
        copies=list_copies(story, limit=COPIES),
        ahead=list_events(story, Period.AHEAD, limit=AHEAD),
        during=list_events(story, Period.DURING, limit=DURING),
        voices=list_voices(story, limit=VOICES),
        changes=list_positions(story, changed=True, limit=CHANGES),
        articles=list_articles(story, limit=ARTICLES),
    )


def group_claims(story: LinkedStory) -> tuple[ClaimGroup, ...]:
    """Each claim in the first group that it fits; a group without one is left out."""
    told: list[Claim] = []
    unnamed: list[Claim] = []
    single: list[Claim] = []
    for claim in sort_claims(story.links.claims):
        if is_chosen(claim, ClaimChoice.CORROBORATED) or is_chosen(claim, ClaimChoice.DISPUTED):
            told.append(claim)
        else:
            (unnamed if claim.anonymous_only else single).append(claim)
    groups = (
        _make_group(story, "told", "Corroborated or disputed", told, TOLD),
        _make_group(story, "unnamed", "On anonymous sources only", _sort_carried(unnamed), UNNAMED),
        _make_group(story, "single", "Of a single origin", _sort_carried(single), SINGLE),
    )
    return tuple(group for group in groups if group.claims)


def collect_notes(story: LinkedStory, groups: Iterable[ClaimGroup]) -> tuple[Quoted, ...]:
    """The statement that shows each origin best, in the order in which the claims name them."""
    named = dict.fromkeys(
        source.statement for group in groups for claim in group.claims for source in claim.sources if source.statement
    )
    return tuple(view_statement(*story.statements[id], story.actors) for id in named if id in story.statements)


def remove_links(drawing: Drawing | None) -> Drawing | None:
    """The same drawing, in which nothing leads to a page: there is none beside a report."""
    if drawing is None:
        return None
    lanes = tuple(
        replace(lane, actor=None, marks=tuple(replace(mark, article=None) for mark in lane.marks))
        for lane in drawing.lanes
    )
    return replace(drawing, lanes=lanes, sources=tuple(replace(one, actor=None) for one in drawing.sources))


def _sort_carried(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda one: (-one.articles, -len(one.statements), one.id))


def _make_group(story: LinkedStory, name: str, title: str, claims: Sequence[Claim], most: int) -> ClaimGroup:
    return ClaimGroup(name, title, tuple(make_claim(story, claim) for claim in claims[:most]), len(claims))
