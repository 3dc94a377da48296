"""The articles of a story as they were published: whose text each carries, whom it credits, who speaks to it."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from firsthand.records import ActorKind, Annotations, Certainty, Copy, CopyKind, HopRole, Statement
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_lines import shorten
from firsthand.serving.report_story import COPY_WORDS
from firsthand.serving.report_voices import describe_anonymous, name_actor
from firsthand.serving.views.paging import PAGE, Paged, slice_page
from firsthand.serving.views.statements import ActorLink, ArticleLink, link_actor, link_article

NAMED = 4  # carriers and sources of one article that are named


class CopyRow(msgspec.Struct, frozen=True):
    """An article that carries another's text. `words` say how (`verbatim copy`); `overlap` is from 0 to 1."""

    article: ArticleLink
    of: ArticleLink
    kind: CopyKind
    words: str
    overlap: float
    certainty: Certainty
    because: tuple[str, ...]


class Credit(msgspec.Struct, frozen=True):
    """Somebody through whom statements of an article came; `inferred` counts those where we say so, not the article."""

    actor: ActorLink
    statements: int
    inferred: int


class StoryArticle(msgspec.Struct, frozen=True):
    """An article with what it rests on.

    `makes` counts its statements. `copies` are the texts of others that it carries, `credits` the carriers of its
    statements, `sources` who speaks in it with nobody between (outlets left out): the first few each, most statements
    first. `more_sources` counts the other sources, `anonymous` describes those who are not named.
    """

    article: ArticleLink
    makes: int
    copies: tuple[CopyRow, ...]
    credits: tuple[Credit, ...]
    sources: tuple[ActorLink, ...]
    more_sources: int
    anonymous: tuple[str, ...]


def list_articles(story: LinkedStory, offset: int = 0, limit: int = PAGE) -> Paged[StoryArticle]:
    """One page of a story's articles, the earliest first.

    Raises:
        UsageError: the page is out of bounds.

    """
    page = slice_page(story.records, offset, limit)
    copies = index_copies(story)
    rows = tuple(_make_row(story, record, copies.get(record.article.id, ())) for record in page.items)
    return Paged(rows, offset, limit, page.has_more)


def list_copies(story: LinkedStory, offset: int = 0, limit: int = PAGE) -> Paged[CopyRow]:
    """One page of the pairs of copies, those of most overlap first; raises like `list_articles`."""
    ordered = sorted(story.links.copies, key=lambda one: (-one.overlap, one.article, one.of))
    page = slice_page(ordered, offset, limit)
    return Paged(tuple(make_copy(story, one) for one in page.items), offset, limit, page.has_more)


def make_copy(story: LinkedStory, copy: Copy) -> CopyRow:
    """A pair of copies to be named and followed."""
    return CopyRow(
        link_by_id(story, copy.article),
        link_by_id(story, copy.of),
        copy.kind,
        COPY_WORDS[copy.kind][0],
        copy.overlap,
        copy.certainty,
        copy.because,
    )


def link_by_id(story: LinkedStory, id: str) -> ArticleLink:
    """An article of the story; by its id alone where the story has none such."""
    record = story.record_by_id.get(id)
    return link_article(record, story.actors) if record else ArticleLink(id, shorten(id), "outlet not known")


def index_copies(story: LinkedStory) -> dict[str, list[Copy]]:
    """For each article the copies that it is, those of most overlap first."""
    found: dict[str, list[Copy]] = {}
    for one in sorted(story.links.copies, key=lambda one: -one.overlap):
        found.setdefault(one.article, []).append(one)
    return found


def find_credits(record: Annotations) -> dict[str, tuple[int, int]]:
    """Each carrier of an article's statements: how many came through it, and how many of these are inferred."""
    passed: Counter[str] = Counter()
    inferred: Counter[str] = Counter()
    for statement in record.statements:
        publisher = statement.chain[0].actor if statement.chain else None
        for hop in statement.chain[1:]:
            if hop.role is HopRole.CARRIER and hop.actor and hop.actor != publisher:
                passed[hop.actor] += 1
                inferred[hop.actor] += hop.certainty is Certainty.INFERRED
    return {actor: (number, inferred[actor]) for actor, number in passed.most_common()}


def list_first_hand(record: Annotations) -> Iterator[Statement]:
    """The statements that reach an article with nobody between it and who makes them; not the publisher's own."""
    for statement in record.statements:
        if statement.source and not any(hop.role is HopRole.CARRIER for hop in statement.chain):
            yield statement


def _make_row(story: LinkedStory, record: Annotations, copies: Iterable[Copy]) -> StoryArticle:
    # An outlet that speaks in another's article passes on: it is no source of its own.
    spoken = Counter(one.speaker for one in list_first_hand(record) if one.speaker)
    named = Counter({id: number for id, number in spoken.items() if not _is_outlet(story, id)})
    unnamed = Counter(
        describe_anonymous(record.article.text, one)
        for one in list_first_hand(record)
        if one.anonymous and one.speaker is None
    )
    links = [ActorLink(id, name_actor(story.actors, id)) for id, _ in named.most_common(NAMED)]
    return StoryArticle(
        article=link_article(record, story.actors),
        makes=sum(bool(one.source or one.cue) for one in record.statements),
        copies=tuple(make_copy(story, one) for one in copies),
        credits=tuple(_make_credits(story, record))[:NAMED],
        sources=tuple(links),
        more_sources=max(0, len(named) - NAMED),
        anonymous=tuple(words for words, _ in unnamed.most_common(NAMED)),
    )


def _is_outlet(story: LinkedStory, id: str) -> bool:
    return id in story.actors and story.actors[id].kind is ActorKind.OUTLET


def _make_credits(story: LinkedStory, record: Annotations) -> Iterator[Credit]:
    for id, (number, inferred) in find_credits(record).items():
        yield Credit(link_actor(id, story.actors), number, inferred)
